import { BlockList, isIP } from 'node:net'

/** A range that holds more than this names a country, not a proxy. */
const WIDEST = { 4: 8, 6: 16 } as const

const familyOf = (version: number) => (version === 4 ? 'ipv4' : 'ipv6')

interface Range {
  readonly address: string
  readonly version: 4 | 6
  readonly prefix: number
}

function rangeOf(text: string): Range | undefined {
  const [address = '', prefix, ...more] = text.split('/')
  const version = isIP(address)
  if (
    (version !== 4 && version !== 6) ||
    more.length > 0 ||
    plainIp(address)?.includes('.') !== (version === 4)
  )
    return undefined
  const longest = version === 4 ? 32 : 128
  if (prefix === undefined) return { address, version, prefix: longest }
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > longest) return undefined
  return { address, version, prefix: Number(prefix) }
}

/**
 * Addresses and ranges with `,` between, such as `127.0.0.1, 10.1.0.0/16`; `fault` is a plain sentence when one
 * cannot be used: a name, whose meaning others decide, or a range so wide that everybody could pose as the proxy.
 */
export function trustedProxiesOf(text: string): { ranges: readonly string[]; fault?: string } {
  const ranges = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  for (const each of ranges) {
    const range = rangeOf(each)
    if (!range)
      return {
        ranges: [],
        fault: `TRUSTED_PROXY must be addresses such as 127.0.0.1 or 10.1.0.0/16, not “${each}”.`,
      }
    if (range.prefix < WIDEST[range.version])
      return {
        ranges: [],
        fault: `TRUSTED_PROXY “${each}” trusts half the world to say where requests come from: name the proxy’s own address.`,
      }
  }
  return { ranges }
}

/** One spelling of one address: IPv4 inside IPv6 as IPv4, IPv6 short and in small letters, no zone. */
export function plainIp(text: string): string | undefined {
  const bare = text.replace(/%.*$/, '')
  const version = isIP(bare)
  if (version === 0) return undefined
  if (version === 4) return bare
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const inside = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short)
  if (!inside) return short
  const [high, low] = [parseInt(inside[1]!, 16), parseInt(inside[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** Whether an address, in its plain spelling, is one of the ranges. */
export function inRanges(ranges: readonly string[]): (ip: string) => boolean {
  const list = new BlockList()
  for (const text of ranges) {
    const range = rangeOf(text)
    if (range) list.addSubnet(range.address, range.prefix, familyOf(range.version))
  }
  return (ip) => list.check(ip, familyOf(isIP(ip)))
}
