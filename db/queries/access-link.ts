import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'

export const insertAccessLink = (db: Kysely<Database>, link: Insertable<Database['accessLink']>) =>
  db.insertInto('accessLink').values(link)

/** A link that was not used and has not run out. */
export const openAccessLink = (db: Kysely<Database>, id: string, at: string) =>
  db
    .selectFrom('accessLink')
    .selectAll()
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)

/**
 * Ends every open link of an account for a purpose (null: those of the set-up) and answers their ids: of
 * several that take the same one at once, only the first gets it back.
 */
export const endAccessLinks = (
  db: Kysely<Database>,
  accountId: string | null,
  purposes: readonly Database['accessLink']['purpose'][],
  at: string,
) =>
  db
    .updateTable('accessLink')
    .set({ usedAt: at })
    .where('accountId', accountId === null ? 'is' : '=', accountId)
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .returning(['id', 'expiresAt'])

/** Writes down whose account came of the set-up link. */
export const setAccountOfLink = (db: Kysely<Database>, id: string, accountId: string) =>
  db.updateTable('accessLink').set({ accountId }).where('id', '=', id)

/** The link by which an account may set up a second factor, when it was taken after an instant. */
export const linkTakenSince = (db: Kysely<Database>, accountId: string, since: string) =>
  db
    .selectFrom('accessLink')
    .select('id')
    .where('accountId', '=', accountId)
    .where('purpose', 'in', ['set-up', 'invitation', 'second-factor'])
    .where('usedAt', '>', since)
    .limit(1)
