import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Database } from '../../db/schema.ts'
import type { Granting, NotDone } from '../access/granting.ts'
import type { Deps } from './deps.ts'
import { actorOf, changeOf } from './http/access.ts'
import { changedMeanwhile, expectedVersion } from './http/if-match.ts'
import { badFields, notFound, Refusal } from './http/refusal.ts'

/** What the forms of people and those of their roles have in common. */
export const id = z.string().min(1).max(80)
export const label = z.string().trim().max(80).nullable()
export const childIds = z.array(id).max(5000)
export const words = z.string().trim().max(400)

/** What a change of people and of their roles is made with: who grants, and one transaction. */
export const createPeopleDesk = ({ db, clock }: Pick<Deps, 'db' | 'clock'>) => ({
  grantingOf: (c: Context): Granting => ({
    actor: actorOf(c),
    change: changeOf(c, clock.now()),
    today: clock.today(),
  }),
  write: <T>(work: (trx: Transaction<Database>) => Promise<T>) => inTransaction(db, work),
})

/** The account or the role that is named, in the version that was seen. */
export const seenOf = (c: Context) => ({ id: c.req.param('id') ?? '', version: expectedVersion(c) })

/** What was done; throws why it was not, so that nothing of the transaction is kept. */
export function done<T extends { outcome: string }>(result: T | NotDone): Exclude<T, NotDone> {
  switch (result.outcome) {
    case 'missing':
      throw notFound()
    case 'stale':
      throw changedMeanwhile()
    case 'not-allowed':
    case 'refused': {
      const { outcome, code, message } = result as NotDone & { code: string; message: string }
      throw new Refusal(outcome === 'refused' ? 409 : 403, { code, message })
    }
    case 'bad': {
      const { field, message } = result as NotDone & { field: string; message: string }
      throw badFields([{ field, message }])
    }
    default:
      return result as Exclude<T, NotDone>
  }
}
