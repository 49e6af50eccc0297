import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'
import type { JSONParsed } from 'hono/utils/types'
import { Remembered } from '../../alerts/remembered.ts'
import { scopeKey } from '../../access/scope.ts'
import type { AtDay } from '../desk.ts'
import type { DataClass } from '../../access/permissions.ts'
import { actorOf, shows } from './access.ts'

const gzipped = promisify(gzip)
const WORTH_PACKING = 1024

interface Packed {
  readonly json: string
  /** The children named in it. */
  readonly childIds: readonly string[]
  /** The classes of data it shows, where those are not what its route asks for. */
  readonly dataClasses?: readonly DataClass[] | undefined
  /** Packed once, for the first caller that takes it so. */
  gzip?: Promise<Buffer>
}

type Answer<T> = Response & TypedResponse<JSONParsed<T>, 200, 'json'>

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Those of some children whose ids stand anywhere in a text. */
function namedIn(json: string, childIds: ReadonlySet<string>): string[] {
  const found = new Set(Array.from(json.matchAll(anyId), ([id]) => id))
  return [...childIds].filter((id) => found.has(id))
}

/**
 * Answers that are made once per revision of the school's data, day, question, role and scope, then sent as
 * they are: the text and its packed form are kept, not the objects. The children it names are on record each time.
 */
export function createAnswers() {
  const answers = new Remembered<Packed>(32)
  return async function answer<T>(
    c: Context,
    at: AtDay,
    build: () => Promise<{
      readonly view: T
      readonly childIds: ReadonlySet<string>
      readonly dataClasses?: readonly DataClass[]
    }>,
  ): Promise<Answer<T>> {
    const { school, scope, asked, today } = at
    const key = [c.req.path, actorOf(c).role, scopeKey(scope), school.revision, asked, today].join(' ')
    const packed = await answers.get(key, async () => {
      const { view, childIds, dataClasses } = await build()
      const json = JSON.stringify(view)
      return { json, childIds: namedIn(json, childIds), dataClasses }
    })
    const { childIds, dataClasses } = packed
    shows(c, { childIds, ...(dataClasses ? { dataClasses } : {}) })
    c.header('Content-Type', 'application/json')
    c.header('Vary', 'Accept-Encoding')
    const takesGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    if (!takesGzip || packed.json.length < WORTH_PACKING)
      return c.body(packed.json, 200) as unknown as Answer<T>
    packed.gzip ??= gzipped(packed.json)
    c.header('Content-Encoding', 'gzip')
    return c.body(new Uint8Array(await packed.gzip), 200) as unknown as Answer<T>
  }
}

export type Answers = ReturnType<typeof createAnswers>
