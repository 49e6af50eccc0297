import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { notFound, Refusal } from './refusal.ts'

const LONGEST_ADDRESS = 4096
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What came over the wire, before anything made it neat; nothing where nothing listens, as in tests. */
const incomingOf = (c: Context) => (c.env as Partial<HttpBindings> | undefined)?.incoming

/** The name that is asked for. Over the wire it must be said: HTTP 1.0 could leave it out. */
const hostOf = (c: Context) =>
  c.req.header('host') ?? (incomingOf(c) === undefined ? new URL(c.req.url).host : '')

/**
 * Only names that are this machine's own, or set for it, are answered: a page of another site that has its
 * name point here gets nothing.
 */
export const ownHost =
  (hosts: readonly string[]): MiddlewareHandler =>
  (c, next) => {
    const own = (name: string) => loopback.has(name) || hosts.includes(name)
    const named = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(hostOf(c))?.[1]?.toLowerCase()
    if (named === undefined || !own(named) || !own(new URL(c.req.url).hostname))
      throw new Refusal(421, { code: 'other-host', message: 'This server does not answer to that name.' })
    return next()
  }

/** Addresses have one spelling: plain letters, no doubled slash, no dots that climb, each question once. */
export const plainAddress: MiddlewareHandler = (c, next) => {
  const address = incomingOf(c)?.url ?? c.req.url
  if (address.length > LONGEST_ADDRESS)
    throw new Refusal(414, { code: 'address-too-long', message: 'This address is too long.' })
  const [path = '', questions = ''] = address.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split('?', 2)
  if (address.split('?').length > 2 || !isDecodable(path) || !isDecodable(questions))
    throw new Refusal(400, { code: 'bad-address', message: 'This address cannot be read.' })
  if (!/^(\/|(\/[A-Za-z0-9_~-]+(\.[A-Za-z0-9_~-]+)*)+)$/.test(path)) throw notFound()
  const keys = [...new URLSearchParams(questions).keys()]
  if (new Set(keys).size < keys.length || keys.some((key) => !/^[A-Za-z]{1,40}$/.test(key)))
    throw new Refusal(400, { code: 'bad-query', message: 'Ask each question once, by its plain name.' })
  return next()
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** What browsers write where an answer is for a program of the page, and not for a tab, a frame, a script or a picture. */
const forPrograms = new Set(['empty', undefined])

/** The pictures of a report are drawn by the server, and are what a picture of the page may be. */
const isPicture = (path: string, dest: string | undefined) =>
  dest === 'image' && /^\/api\/reports\/[^/]+\/charts\/[^/]+$/.test(path)

/**
 * Nothing is changed, and no data read, at the wish of another site's page: browsers say where a request comes
 * from and what for. Data is for the product's own pages, never shown by itself. A program that says nothing is
 * no browser; it must still send JSON as such. Behind a proxy the product's own address is the one that was set,
 * whatever the request says of the way it came.
 */
export const sameSite =
  (baseUrl: string): MiddlewareHandler =>
  (c, next) => {
    const from = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    const isData = c.req.path.startsWith('/api/')
    const otherSite = (from === 'cross-site' || from === 'same-site') && (changes || isData)
    const own = [baseUrl, `${new URL(c.req.url).protocol}//${hostOf(c)}`]
    const otherOrigin = changes && origin !== undefined && !own.includes(origin)
    const dest = c.req.header('sec-fetch-dest')
    const shown = isData && !forPrograms.has(dest) && !isPicture(c.req.path, dest)
    if (otherSite || otherOrigin || shown)
      throw new Refusal(403, {
        code: 'other-site',
        message: 'This can only be done from the product’s own pages.',
      })
    return next()
  }
