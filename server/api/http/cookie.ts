import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { COOKIE } from './access.ts'

/** Sent to this host alone, over https, to no script, at no other site's wish; it ends with the browser. */
const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** Gives the browser the token of its sign-in, in place of any other. */
export const giveCookie = (c: Context, token: string): void => setCookie(c, COOKIE, token, options)

/** Takes the token away. */
export const clearCookie = (c: Context): void => void deleteCookie(c, COOKIE, options)

/** The token of a browser that is signed in. */
export const tokenOf = (c: Context): string => getCookie(c, COOKIE) ?? ''
