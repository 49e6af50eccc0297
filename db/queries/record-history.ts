import type { Insertable, Kysely } from 'kysely'
import { insertInBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** Every change of some records, by record, latest first. At most `blockSize` ids. */
export const recordHistoryOf = (db: Kysely<Database>, scope: Scope, recordIds: readonly string[]) =>
  db
    .selectFrom('recordHistory')
    .selectAll()
    .where(within(scope, 'recordHistory'))
    .where('recordId', 'in', recordIds)
    .orderBy('recordId')
    .orderBy('version', 'desc')

/** Every change that one import made, by record. */
export const recordHistoryOfImport = (db: Kysely<Database>, scope: Scope, importRunId: string) =>
  db
    .selectFrom('recordHistory')
    .selectAll()
    .where(within(scope, 'recordHistory'))
    .where('importRunId', '=', importRunId)
    .orderBy('kind')
    .orderBy('recordId')
    .orderBy('version')

export const insertRecordHistory = (
  db: Kysely<Database>,
  rows: readonly Insertable<Database['recordHistory']>[],
) => insertInBlocks(db, 'recordHistory', rows)
