import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '../../config.ts'

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ')

const always = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Only what people reach by https alone asks to be visited so: never this machine, which serves other programs too. */
const asksForHttps = (baseUrl: string): boolean => {
  const { protocol, hostname } = new URL(baseUrl)
  return protocol === 'https:' && !isLoopback(hostname)
}

/**
 * What every answer tells the browser, errors included: run nothing of others, guess no type, name no address,
 * share with no site, keep no data. Whether people come by https is known from the address that was set, also
 * where a proxy speaks it.
 */
export const securityHeaders = (baseUrl: string): MiddlewareHandler => {
  const https = asksForHttps(baseUrl)
  return async (c, next) => {
    await next()
    // A picture of ours has colours of its own, and a stricter policy for the rest.
    for (const [name, value] of Object.entries(always))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
    if (https) c.res.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }
}
