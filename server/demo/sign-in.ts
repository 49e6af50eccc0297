import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import { startSignIn } from '../access/sign-ins.ts'
import type { Demonstration, Deps } from '../api/deps.ts'
import { agentWords } from '../api/http/agent.ts'
import { body } from '../api/http/checked.ts'
import { giveCookie } from '../api/http/cookie.ts'
import { described } from '../api/http/described.ts'
import { notFound } from '../api/http/refusal.ts'
import type { DemoAccount } from './people.ts'

const wanted = z.strictObject({ accountId: z.string().max(40) })

/** One click signs in as somebody of the invented school: no real start has this route, or this file. */
const signInRoutes = (people: readonly DemoAccount[], { db, clock }: Deps) =>
  new Hono().post(
    '/demonstration/sign-in',
    described({
      summary: 'Sign in as somebody invented; in the demonstration alone',
      tag: 'access',
      answer: 'Signed in.',
    }),
    body(wanted),
    async (c) => {
      const { accountId } = c.req.valid('json')
      const person = people.find((one) => one.accountId === accountId)
      if (!person) throw notFound()
      const { name, role, postId } = person
      const at = clock.now()
      const token = await inTransaction(db, async (trx) => {
        const agent = agentWords(c.req.header('user-agent'))
        const made = await startSignIn(trx, { accountId, level: 'full', at, agent, postId })
        await appendAuditEvents(trx, [
          { at, changedBy: name, accountId, role, action: 'sign-in', reason: 'demonstration' },
        ])
        return made
      })
      giveCookie(c, token)
      return c.json({}, 200)
    },
  )

/** What a start of the demonstration adds to the application. */
export const demonstrationOf = (people: readonly DemoAccount[]): Demonstration => ({
  people: people.map(({ accountId, name, role }) => ({ accountId, name, role })),
  routes: (deps) => signInRoutes(people, deps),
})
