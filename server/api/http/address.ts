import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { inRanges, plainIp } from '../../trusted-proxies.ts'

/** Proxies in a row that are followed back; who writes a longer chain is making it up. */
const MOST_HOPS = 10

const ranges = new WeakMap<readonly string[], (ip: string) => boolean>()

function isTrustedBy(trustedProxies: readonly string[]): (ip: string) => boolean {
  const known = ranges.get(trustedProxies) ?? inRanges(trustedProxies)
  ranges.set(trustedProxies, known)
  return known
}

/** One hop as proxies write it: `203.0.113.7`, `203.0.113.7:51000`, `2001:db8::1`, `[2001:db8::1]:51000`. */
function hop(text: string): string | undefined {
  const [, bracketed, short] = /^(?:\[([^\]]*)\](?::\d{1,5})?|(\d[\d.]*):\d{1,5})$/.exec(text) ?? []
  return plainIp(bracketed ?? short ?? text)
}

/**
 * The other end of a connection, or, when that is a trusted proxy, the last hop in its X-Forwarded-For that is
 * not one: what stands before that anybody may have written. A hop that is no address ends the search.
 */
export function originOf(
  peer: string,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  const isTrusted = isTrustedBy(trustedProxies)
  let known = plainIp(peer) ?? peer
  const hops = (forwardedFor ?? '').split(',').slice(-MOST_HOPS).toReversed()
  for (const each of hops) {
    if (!isTrusted(known)) return known
    const before = hop(each.trim())
    if (before === undefined) return known
    known = before
  }
  return known
}

/**
 * Where a request comes from, for the audit alone: nothing is allowed or refused by it. Null where nothing
 * listens, as in tests.
 */
export function addressOf(c: Context, trustedProxies: readonly string[]): string | null {
  try {
    const { address } = getConnInfo(c).remote
    return address === undefined ? null : originOf(address, c.req.header('x-forwarded-for'), trustedProxies)
  } catch {
    return null
  }
}
