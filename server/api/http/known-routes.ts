import type { Hono, MiddlewareHandler } from 'hono'
import type { RouterRoute } from 'hono/types'
import { notFound, wrongMethod } from './refusal.ts'

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const pattern = (path: string) =>
  new RegExp(
    `^${path
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : escape(part)))
      .join('/')}$`,
  )

/** Routes that answer something, apart from what runs before all of them. */
export const answeringRoutes = (routes: readonly RouterRoute[]) =>
  routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))

interface KnownPath {
  path: RegExp
  methods: string[]
}

function knownPaths(routes: readonly RouterRoute[]): KnownPath[] {
  const byPath = new Map<string, KnownPath>()
  for (const { method, path } of answeringRoutes(routes)) {
    const known = byPath.get(path) ?? { path: pattern(path), methods: [] }
    if (!known.methods.includes(method)) known.methods.push(method)
    byPath.set(path, known)
  }
  return [...byPath.values()]
}

/** Which route answers a request, as its pattern, such as `/api/children/:id`. */
export function routeOf(app: () => Pick<Hono, 'routes'>) {
  let known: { method: string; path: RegExp; pattern: string }[] | undefined
  return (method: string, path: string): string | undefined => {
    known ??= answeringRoutes(app().routes).map((route) => ({
      method: route.method,
      path: pattern(route.path),
      pattern: route.path,
    }))
    return known.find((route) => route.method === method && route.path.test(path))?.pattern
  }
}

/**
 * Before anything else is looked at: 404 for an address that does not exist, 405 with `Allow` for one that
 * does not take the method. `app` is asked at the first request, when all its routes are there.
 */
export function knownRoutes(app: () => Pick<Hono, 'routes'>): MiddlewareHandler {
  let known: KnownPath[] | undefined
  return (c, next) => {
    known ??= knownPaths(app().routes)
    const methods = known.filter(({ path }) => path.test(c.req.path)).flatMap((each) => each.methods)
    if (methods.length === 0) throw notFound()
    if (methods.includes(c.req.method === 'HEAD' ? 'GET' : c.req.method)) return next()
    const allow = methods.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each]))
    throw wrongMethod([...new Set(allow)].toSorted())
  }
}
