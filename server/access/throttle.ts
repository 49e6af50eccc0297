import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import {
  deleteGuess,
  deleteGuessesBefore,
  guessesSince,
  holdGuesses,
  insertGuess,
} from '../../db/queries/guess.ts'
import type { Database } from '../../db/schema.ts'
import { instantAfter, minutesBetween } from './instants.ts'

/** What of an account is guessed at; each is counted by itself. */
export type Guessed = 'password' | 'code' | 'recovery' | 'link' | 'forgot'

const WINDOW_MINUTES = 5
/** At most ten in five minutes (Cyber Essentials); letters of a forgotten password fill a mailbox sooner. */
const most: Readonly<Record<Guessed, number>> = {
  password: 10,
  code: 10,
  recovery: 10,
  link: 10,
  forgot: 3,
}
/** Old rows are swept out once in so many guesses of this process. */
const SWEEP_EVERY = 50
const SWEEP_AFTER_MINUTES = 60
let guesses = 0

/** A guess that counts, or how many seconds there are to wait. */
export type Counted = { readonly guessId: string } | { readonly waitSeconds: number }

const keyOf = (what: Guessed, of: string) =>
  `${what}:${createHash('sha256').update(of).digest('hex').slice(0, 32)}`

/**
 * Counts a guess at a secret before it is looked at, so that a burst gets no more than one after the other. `of`
 * is the account, the normalised address or the link's selector, whether or not there is one. Where a request
 * comes from plays no part: a thousand addresses get no more guesses than one.
 */
export async function countGuess(
  db: Kysely<Database>,
  what: Guessed,
  of: string,
  at: string,
): Promise<Counted> {
  const key = keyOf(what, of)
  const since = instantAfter(at, -WINDOW_MINUTES)
  if (guesses++ % SWEEP_EVERY === 0)
    await inTransaction(db, (trx) =>
      deleteGuessesBefore(trx, instantAfter(at, -SWEEP_AFTER_MINUTES)).execute(),
    )
  return inTransaction(db, async (trx) => {
    await holdGuesses(trx, key, at).execute()
    const earlier = await guessesSince(trx, key, since).execute()
    const oldest = earlier[most[what] - 1]
    if (oldest) {
      const waited = minutesBetween(oldest.at, at)
      return { waitSeconds: Math.max(1, Math.ceil((WINDOW_MINUTES - waited) * 60)) }
    }
    const guessId = crypto.randomUUID()
    await insertGuess(trx, { id: guessId, key, at }).execute()
    return { guessId }
  })
}

/** Forgets a guess that was right: whoever knows the secret is not held up for it. */
export const forgetGuess = (db: Kysely<Database>, guessId: string) => deleteGuess(db, guessId).execute()
