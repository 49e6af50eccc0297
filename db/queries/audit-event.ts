import type { Insertable, Kysely } from 'kysely'
import { insertInBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** Latest first. */
const auditEvents = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('auditEvent')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .orderBy('at', 'desc')
    .orderBy('id')

/** The latest `limit` events. */
export const auditEventsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string, limit: number) =>
  auditEvents(db, scope).where('schoolId', '=', schoolId).limit(limit)

export const auditEventsOfChild = (db: Kysely<Database>, scope: Scope, childId: string) =>
  auditEvents(db, scope).where('childId', '=', childId)

export const insertAuditEvents = (
  db: Kysely<Database>,
  rows: readonly Insertable<Database['auditEvent']>[],
) => insertInBlocks(db, 'auditEvent', rows)
