import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'
import type { JSONParsed } from 'hono/utils/types'
import { Remembered } from '../../alerts/remembered.ts'
import type { AtDay } from '../desk.ts'

const gzipped = promisify(gzip)
const WORTH_PACKING = 1024

interface Packed {
  readonly json: string
  /** Packed once, for the first caller that takes it so. */
  gzip?: Promise<Buffer>
}

type Answer<T> = Response & TypedResponse<JSONParsed<T>, 200, 'json'>

/**
 * Answers that are made once per revision of the school's data, day and question, then sent as they are: the
 * text and its packed form are kept, not the objects.
 */
export function createAnswers() {
  const answers = new Remembered<Packed>(16)
  return async function answer<T>(c: Context, at: AtDay, build: () => Promise<T>): Promise<Answer<T>> {
    const { school, asked, today } = at
    const key = [c.req.path, school.id, school.revision, asked, today].join(' ')
    const packed = await answers.get(key, async () => ({ json: JSON.stringify(await build()) }))
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
