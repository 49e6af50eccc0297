import type { Context } from 'hono'
import { Refusal } from './refusal.ts'

/** The key under which a form that is sent twice is done once; undefined without one. Throws 400 for another shape. */
export function idempotencyKey(c: Context): string | undefined {
  const key = c.req.header('idempotency-key')
  if (key === undefined || /^[\w-]{8,100}$/.test(key)) return key
  throw new Refusal(400, {
    code: 'bad-key',
    message: 'An idempotency key is 8 to 100 letters, figures or hyphens.',
  })
}

/** A key of a request that was used for something else. */
export const keyUsed = () =>
  new Refusal(409, {
    code: 'key-used',
    message: 'This form was sent before with other values. Open what was recorded and correct that.',
  })
