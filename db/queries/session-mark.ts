import type { Insertable, Kysely } from 'kysely'
import { insertInBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** Corrections, minutes late and notes, by child, day and session, oldest first. At most `blockSize` ids. */
export const sessionMarksOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  db
    .selectFrom('sessionMark')
    .selectAll()
    .where(within(scope, 'sessionMark'))
    .where('childId', 'in', childIds)
    .orderBy('childId')
    .orderBy('markedOn')
    .orderBy('session')
    .orderBy('changedAt')
    .orderBy('id')

export const insertSessionMarks = (
  db: Kysely<Database>,
  rows: readonly Insertable<Database['sessionMark']>[],
) => insertInBlocks(db, 'sessionMark', rows)
