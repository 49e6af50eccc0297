import { Hono } from 'hono'
import { signedInOf } from '../http/access.ts'
import { described } from '../http/described.ts'
import { accessView } from '../views/access.ts'

/** Who sees what: the same table that every request is asked against. */
export const accessRoutes = () =>
  new Hono().get(
    '/access',
    described({
      summary: 'Who may do what with which data',
      tag: 'service',
      answer: 'Role by role, one’s own first; and what the table cannot show, in sentences.',
    }),
    (c) => c.json(accessView(signedInOf(c).post?.role ?? null), 200),
  )
