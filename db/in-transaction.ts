import { setTimeout } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { isBusy, isConflict, isMissingReference, isUniqueViolation } from './dialect.ts'
import type { Database } from './schema.ts'

const mostRuns = 3
/** Together half a minute of waiting for another process, such as an import. */
const mostWaits = 1500
const waitMilliseconds = 20

/**
 * Runs `work` whole or not at all: the one way to write. Everything inside must use the transaction it is given.
 * Within a transaction it joins that one. While another process writes it waits, and reading goes on meanwhile.
 * When the database undoes it for another's sake it runs again, so `work` must change nothing but the database.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Database>)
  let runs = 0
  for (let waits = 0; ;) {
    try {
      return await db.transaction().execute((trx) => {
        runs++
        return work(trx)
      })
    } catch (error) {
      if (isBusy(error) && waits < mostWaits) {
        waits++
        await setTimeout(waitMilliseconds)
      } else if (!isConflict(error) || runs >= mostRuns) throw error
    }
  }
}

/**
 * Runs a write that may fail for its neighbours: `'exists'` when a row has the same key, `'missing'` when it names
 * a row that is not there. Nothing of it is kept then, and the transaction goes on.
 */
export async function attempt<T>(
  trx: Transaction<Database>,
  write: () => Promise<T>,
): Promise<T | 'exists' | 'missing'> {
  await sql`savepoint attempt`.execute(trx)
  try {
    const result = await write()
    await sql`release savepoint attempt`.execute(trx)
    return result
  } catch (error) {
    const outcome = isUniqueViolation(error) ? 'exists' : isMissingReference(error) ? 'missing' : undefined
    if (!outcome) throw error
    await sql`rollback to savepoint attempt`.execute(trx)
    await sql`release savepoint attempt`.execute(trx)
    return outcome
  }
}
