import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/**
 * Holds everybody else who guesses at the same secret back until the transaction ends: a row of its own for each
 * key, written by whoever comes.
 */
export const holdGuesses = (db: Kysely<Database>, key: string, at: string) =>
  db
    .insertInto('guess')
    .values({ id: key, key: 'gate', at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))

export const insertGuess = (db: Kysely<Database>, guess: Database['guess']) =>
  db.insertInto('guess').values(guess)

/** The guesses at a key after an instant, latest first. */
export const guessesSince = (db: Kysely<Database>, key: string, since: string) =>
  db.selectFrom('guess').select('at').where('key', '=', key).where('at', '>', since).orderBy('at', 'desc')

/** Writes a guess once more as it is: something to commit whatever came of it. */
export const touchGuess = (db: Kysely<Database>, id: string) =>
  db
    .updateTable('guess')
    .set((guess) => ({ at: guess.ref('at') }))
    .where('id', '=', id)

/** A guess that was right is none. */
export const deleteGuess = (db: Kysely<Database>, id: string) => db.deleteFrom('guess').where('id', '=', id)

/** Forgets what no longer counts. */
export const deleteGuessesBefore = (db: Kysely<Database>, before: string) =>
  db.deleteFrom('guess').where('at', '<', before)
