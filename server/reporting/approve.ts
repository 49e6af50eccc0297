import type { Kysely } from 'kysely'
import { holdersAt } from '../../db/queries/post-holder.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { reportById, stampOfAlerts } from '../../db/queries/report.ts'
import { schoolById } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { loadSchoolCalendar } from '../alerts/load-school-calendar.ts'
import type { LoadedRule } from '../engine/load-rules.ts'
import { settle } from '../report/disclosure/control.ts'
import { copiesOf } from './copies.ts'
import { countReport, documentOf, type At } from './count-report.ts'
import { earlierThan, type Earlier } from './earlier.ts'
import { freeze } from './frozen.ts'
import { versionOfRules } from './rule-versions.ts'
import { takeStep, type SeenReport, type Stepped } from './stepping.ts'
import { writtenOf, writtenRowsOf, type WrittenRows } from './written.ts'

/** Why a threshold cannot be that low. */
export const tooLow = (lowest: number) =>
  `Governors have a report of the last two years in which counts of 1 to ${lowest} are hidden. A lower line here would show what that one hides.`

/** A school whose report is approved. Its days are read as the report is counted: they may have changed since. */
type Where = Pick<At, 'school' | 'scope'>

/** All that a frozen report follows from, and a text that differs when any of it does. */
interface Basis {
  readonly earlier: Earlier
  readonly rows: WrittenRows
  readonly stamp: string
}

async function basisOf(db: Kysely<Database>, { scope, school }: Where, row: ReportTable): Promise<Basis> {
  const earlier = await earlierThan(db, scope, row)
  const rows = await writtenRowsOf(db, scope, row)
  const now = await schoolById(db, scope, school.id).executeTakeFirst()
  const alerts = await stampOfAlerts(db, scope, school.id)
  const { asOn, threshold } = row
  const holders = await holdersAt(db, school.id, asOn).execute()
  const stamp = JSON.stringify([now?.revision, alerts, holders, earlier.stamp, rows, asOn, threshold])
  return { earlier, rows, stamp }
}

/** Counts the report and its copies anew, as they are to be frozen. */
async function frozenColumns(
  db: Kysely<Database>,
  at: Where,
  row: ReportTable,
  { earlier, rows }: Basis,
  rules: readonly LoadedRule[],
) {
  const calendar = await loadSchoolCalendar(db, at.scope, at.school.id)
  const counted = await countReport(db, { ...at, calendar }, row, earlier)
  const { measures, controlled } = counted
  const written = writtenOf(rows)
  const settled = settle(measures, controlled, row.kind === 'term' ? 'term' : 'annual')
  return freeze({
    document: documentOf(at, row, counted, written),
    settled: {
      ...settled,
      rules: versionOfRules(rules),
      childIds: measures.childIds,
      reasons: [...controlled.reasons],
      unknown: [...measures.unknown],
    },
    copies: await copiesOf(at, row, counted, written),
  })
}

/** Counts ahead, while others go on writing; undefined where there is nothing to approve. */
async function countAhead(db: Kysely<Database>, at: Where, seen: SeenReport, rules: readonly LoadedRule[]) {
  const row = await reportById(db, at.scope, seen.id).executeTakeFirst()
  if (!row || row.state !== 'sent' || row.version !== seen.version) return undefined
  const basis = await basisOf(db, at, row)
  return { stamp: basis.stamp, columns: await frozenColumns(db, at, row, basis, rules) }
}

/**
 * The headteacher approves: the report is counted anew, held against every report that governors have or will have, and
 * frozen with its copies and their hash, whole or not at all. It is counted before the school is locked; what changed
 * meanwhile, such as another report that was approved at the same moment, is found once it is, and it is counted again.
 */
export async function approve(
  db: Kysely<Database>,
  at: Where,
  seen: SeenReport,
  rules: readonly LoadedRule[],
  change: Change,
): Promise<Stepped> {
  const ahead = await countAhead(db, at, seen, rules)
  return takeStep(
    db,
    at.scope,
    seen,
    {
      action: 'report.approve',
      from: ['sent'],
      isDone: ({ state, approvedBy }) => state === 'approved' && approvedBy === change.changedBy,
      changes: async (trx, row) => {
        const basis = await basisOf(trx, at, row)
        const { lowest } = basis.earlier
        if (row.threshold < lowest) return { field: 'threshold', message: tooLow(lowest) }
        const isSame = ahead?.stamp === basis.stamp
        const columns = isSame ? ahead.columns : await frozenColumns(trx, at, row, basis, rules)
        const approved = { approvedAt: change.at, approvedBy: change.changedBy }
        return { state: 'approved', ...approved, returnedReason: null, ...columns }
      },
    },
    change,
  )
}
