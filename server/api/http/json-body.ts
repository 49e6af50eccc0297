import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { badFields, Refusal } from './refusal.ts'
import { plainValue } from './plain-text.ts'
import { readStrictJson } from './strict-json.ts'

const MOST_BYTES = 1024 * 1024

/** Files have their own sizes and types; their route reads them itself. */
const takesFiles = (path: string) => path.startsWith('/api/import')

const limit = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new Refusal(413, { code: 'too-large', message: 'This is more than one megabyte.' })
  },
})

/**
 * Bodies are JSON in UTF-8, sent as such (which no form of another site can do), whole, of sane size and
 * shape, with texts people can read. What passes is what the route's own schema then sees.
 */
export const readJsonBody: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || takesFiles(c.req.path)) return next()
  const mediaType = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const encoding = c.req.header('content-encoding')
  if (mediaType !== 'application/json' || (encoding !== undefined && encoding !== 'identity'))
    throw new Refusal(415, { code: 'not-json', message: 'Send JSON, uncompressed, as application/json.' })
  return limit(c, async () => {
    const read = readStrictJson(await c.req.raw.arrayBuffer())
    if ('fault' in read) throw new Refusal(400, { code: 'malformed', message: read.fault })
    const [value, problems] = plainValue(read.value)
    if (problems.length > 0) throw badFields(problems)
    c.req.raw = new Request(c.req.raw, { method: c.req.method, body: JSON.stringify(value) })
    await next()
  })
}
