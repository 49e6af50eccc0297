import type { Insertable, Kysely } from 'kysely'
import { insertInBlocks, rowBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within, withinAlerts } from './within.ts'

type Alert = Database['alert']

/** By child, rule and what each is about. */
const alerts = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('alert')
    .selectAll()
    .where(within(scope, 'alert'))
    .orderBy('childId')
    .orderBy('ruleId')
    .orderBy('about')

/** Of every state, closed ones included: what is reconciled with the findings. */
export const alertsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  alerts(db, scope).where('schoolId', '=', schoolId)

/** Open, answered and postponed. */
export const openAlertsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  alertsOfSchool(db, scope, schoolId).where('state', '<>', 'closed')

/** Of every state. At most `blockSize` ids. */
export const alertsOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  alerts(db, scope).where('childId', 'in', childIds)

export const alertById = (db: Kysely<Database>, scope: Scope, id: string) =>
  alerts(db, scope).where('id', '=', id)

/** Writes alerts, new ones and those that replace the one of the same child, rule and subject; its id stays. */
export async function upsertAlerts(db: Kysely<Database>, rows: readonly Insertable<Alert>[]): Promise<void> {
  for (const block of rowBlocks(rows))
    await db
      .insertInto('alert')
      .values(block)
      .onConflict((conflict) =>
        conflict.columns(['childId', 'ruleId', 'about']).doUpdateSet((row) => ({
          status: row.ref('excluded.status'),
          state: row.ref('excluded.state'),
          dueOn: row.ref('excluded.dueOn'),
          raisedAt: row.ref('excluded.raisedAt'),
          seenAt: row.ref('excluded.seenAt'),
          answer: row.ref('excluded.answer'),
          note: row.ref('excluded.note'),
          askAgainOn: row.ref('excluded.askAgainOn'),
          closedAt: row.ref('excluded.closedAt'),
          version: row.ref('excluded.version'),
        })),
      )
      .execute()
}

/** Changes an alert unless somebody did since; no row is updated then. */
export const updateAlert = (
  db: Kysely<Database>,
  scope: Scope,
  id: string,
  expectedVersion: number,
  changes: Partial<Omit<Insertable<Alert>, 'id' | 'schoolId' | 'childId' | 'ruleId' | 'about' | 'version'>>,
) =>
  db
    .updateTable('alert')
    .set({ ...changes, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .where(within(scope, 'alert'))

/** The life of alerts, by alert, oldest step first even where a clock was put back. At most `blockSize` ids. */
export const alertEventsOf = (db: Kysely<Database>, scope: Scope, alertIds: readonly string[]) =>
  db
    .selectFrom('alertEvent')
    .selectAll()
    .where(withinAlerts(scope))
    .where('alertId', 'in', alertIds)
    .orderBy('alertId')
    .orderBy('id')

export const insertAlertEvents = (
  db: Kysely<Database>,
  rows: readonly Insertable<Database['alertEvent']>[],
) => insertInBlocks(db, 'alertEvent', rows)
