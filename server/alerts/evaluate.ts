import type { Kysely } from 'kysely'
import { inBlocks } from '../../db/blocks.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import {
  alertsOfChildren,
  insertAlertEvents,
  openAlertsOfSchool,
  upsertAlerts,
} from '../../db/queries/alert.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { replaceFindingDay } from '../../db/queries/finding-day.ts'
import { bumpRevision, schoolById, setEvaluatedOn } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { AlertEventTable, AlertTable } from '../../db/tables/alert.ts'
import type { SchoolTable } from '../../db/tables/school.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { RuleFinding } from '../engine/run-rules.ts'
import { loadSchoolCalendar } from './load-school-calendar.ts'
import { thresholds } from '../law/thresholds.ts'
import { alertRows } from './alert-changes.ts'
import { assess, type AssessDeps } from './assess.ts'
import { reconcileAlerts } from './reconcile-alerts.ts'

/** Children whose facts are in memory, and whose alerts are written, at one time. */
const BLOCK = 200

/** As at which day, and at what instant it is written down. Alerts are only ever those of today. */
export interface Moment {
  readonly on: IsoDate
  readonly at: string
}

interface Reconciled {
  findings: readonly RuleFinding[]
  rows: AlertTable[]
  events: AlertEventTable[]
}

/** What must change in the alerts of some children; a child that is gone has no findings, so its alerts close. */
async function reconcile(
  deps: AssessDeps,
  scope: Scope,
  school: SchoolTable,
  { on, at }: Moment,
  { childIds, calendar }: { childIds: readonly string[]; calendar: SchoolCalendar },
): Promise<Reconciled> {
  const { children } = await assess(deps, scope, school, on, { childIds, calendar })
  const stored = await alertsOfChildren(deps.db, scope, childIds).execute()
  const findings = new Map(children.map((child) => [child.row.id, child.findings]))
  const horizon = calendar.addSchoolDays(on, thresholds.dueSoon.latest)
  const result: Reconciled = { findings: [...findings.values()].flat(), rows: [], events: [] }
  for (const childId of childIds) {
    const own = stored.filter((alert) => alert.childId === childId)
    const changes = reconcileAlerts(own, findings.get(childId) ?? [], { on, horizon })
    const { rows, events } = alertRows(own, changes, { schoolId: school.id, childId, at })
    result.rows.push(...rows)
    result.events.push(...events)
  }
  return result
}

/**
 * Brings the alerts of some children in line with today's findings, whole or not at all, and returns the
 * findings. Where nothing changes nothing is written; where something does, it is worked out again with every
 * other writer of the school kept waiting, so that it is true when it is written. At most 500 children.
 */
async function evaluateBlock(
  deps: AssessDeps,
  scope: Scope,
  school: SchoolTable,
  moment: Moment,
  some: { childIds: readonly string[]; calendar: SchoolCalendar },
): Promise<readonly RuleFinding[]> {
  const first = await reconcile(deps, scope, school, moment, some)
  if (first.rows.length === 0) return first.findings
  return inTransaction(deps.db, async (trx) => {
    await bumpRevision(trx, scope, school.id).execute()
    const { findings, rows, events } = await reconcile({ ...deps, db: trx }, scope, school, moment, some)
    await upsertAlerts(trx, rows)
    await insertAlertEvents(trx, events)
    return findings
  })
}

/** The alerts of the children whom a write concerns, in line with today at once. */
export async function evaluateChildren(
  deps: AssessDeps,
  scope: Scope,
  school: SchoolTable,
  moment: Moment,
  childIds: readonly string[],
): Promise<void> {
  const calendar = await loadSchoolCalendar(deps.db, scope, school.id)
  for (const block of inBlocks(childIds, BLOCK))
    await evaluateBlock(deps, scope, school, moment, { childIds: block, calendar })
}

/**
 * Every child of the school, and every child with an alert left open, block by block; then how many findings
 * of each status each rule has today. Reads a block's rows once where nothing changed.
 */
export async function evaluateSchool(
  deps: AssessDeps,
  scope: Scope,
  schoolId: string,
  moment: Moment,
): Promise<void> {
  const school = await schoolById(deps.db, scope, schoolId).executeTakeFirst()
  if (!school) return
  const calendar = await loadSchoolCalendar(deps.db, scope, schoolId)
  const counts = new Map<string, { ruleId: string; status: string; count: number }>()
  for (const childIds of inBlocks(await everyChildOf(deps.db, scope, schoolId), BLOCK))
    for (const { ruleId, status } of await evaluateBlock(deps, scope, school, moment, {
      childIds,
      calendar,
    })) {
      const key = `${ruleId} ${status}`
      const counted = counts.get(key) ?? { ruleId, status, count: 0 }
      counts.set(key, { ...counted, count: counted.count + 1 })
    }
  await inTransaction(deps.db, async (trx) => {
    // The school's row first: it holds a second evaluation back until the counts of this one are written.
    await setEvaluatedOn(trx, scope, schoolId, moment.on).execute()
    await replaceFindingDay(trx, scope, { schoolId, foundOn: moment.on }, [...counts.values()])
  })
}

async function everyChildOf(db: Kysely<Database>, scope: Scope, schoolId: string): Promise<string[]> {
  const children = await childrenOfSchool(db, scope, schoolId).execute()
  const alerts = await openAlertsOfSchool(db, scope, schoolId).execute()
  return [...new Set([...children.map(({ id }) => id), ...alerts.map(({ childId }) => childId)])]
}
