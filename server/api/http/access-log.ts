import type { MiddlewareHandler } from 'hono'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Eight characters by which an answer and its line in the log are found together. */
    reference: string
  }
}

/** Methods of our routes; any other word is the caller's own and stays out. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * One line for each request of the API: the route as it is written here, never the address that was asked; no
 * query, id, name or address of a person, nothing of a body. `routeOf` answers the pattern of a route.
 */
export const accessLog =
  (
    { log, clock }: { readonly log: Log; readonly clock: Pick<Clock, 'elapsed'> },
    routeOf: (method: string, path: string) => string | undefined,
  ): MiddlewareHandler =>
  async (c, next) => {
    const began = clock.elapsed()
    const reference = crypto.randomUUID().slice(0, 8)
    c.set('reference', reference)
    await next()
    if (!c.req.path.startsWith('/api')) return
    const asked = c.req.method
    log.info({
      event: 'request',
      method: methods.has(asked) ? asked : 'other',
      route: routeOf(asked === 'HEAD' ? 'GET' : asked, c.req.path) ?? 'none',
      status: c.res.status,
      ms: Math.round(clock.elapsed() - began),
      reference,
    })
  }
