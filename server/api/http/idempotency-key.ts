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
