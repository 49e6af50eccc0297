import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { notFound, wrongMethod } from '../http/refusal.ts'

/** Addresses of pages: the browser's own router shows them from one document. */
const pages =
  /^\/($|(welcome|cohort|rules|import|school|people|audit|account|class|access|inbox)$|child\/[\w-]+$|(suspensions|before-suspending|report|authority-reports)(\/[\w-]+)?$)/

/** The built pages. Files with a hash in their names never change; the document that names them is asked anew. */
export function staticRoutes(webRoot: string) {
  const document = join(webRoot, 'index.html')
  const html = existsSync(document) ? readFileSync(document, 'utf8') : null
  return new Hono()
    .use('/assets/*', async (c, next) => {
      await next()
      if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
    })
    .get('/assets/*', serveStatic({ root: webRoot }))
    .get('*', (c) => {
      if (html === null || c.req.path.startsWith('/api')) throw notFound()
      const isPage = pages.test(c.req.path)
      if (!isPage && !/\btext\/html\b/.test(c.req.header('accept') ?? '')) throw notFound()
      c.header('Cache-Control', 'no-cache')
      return c.html(html, isPage ? 200 : 404)
    })
    .all('*', (c) => {
      if (!pages.test(c.req.path)) throw notFound()
      throw wrongMethod(['GET', 'HEAD'])
    })
}
