import type { Kysely } from 'kysely'
import { holdersAt } from '../../db/queries/post-holder.ts'
import {
  alertsRaisedSince,
  attainmentsOfChildren,
  consideredOfChildren,
  premiumMoneyOfSchool,
  stepsOfAlertsRaisedSince,
  trainingsOfSchool,
} from '../../db/queries/report-rows.ts'
import { schoolById } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { academicYearOf, firstDayOf } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { prepareReportFacts } from './build-report-facts.ts'
import { childFactsInBlocks } from './load-child-facts.ts'
import { loadToldOfYear } from './load-told.ts'
import type { ReportChildFacts, ReportFacts } from './report-facts.ts'

interface ReportFactsRequest {
  readonly schoolId: string
  readonly on: IsoDate
  readonly calendar: SchoolCalendar
}

const none: readonly never[] = []

/** Rows by one of their ids. */
function rowsBy<R>(rows: readonly R[], idOf: (row: R) => string): (id: string) => readonly R[] {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(idOf(row))
    if (group === undefined) groups.set(idOf(row), [row])
    else group.push(row)
  }
  return (id) => groups.get(id) ?? none
}

/** Counties whose own figures are published beside England's, by the code of the school's authority. */
const counties: Readonly<Record<string, 'Hertfordshire'>> = { '919': 'Hertfordshire' }

/**
 * What the governors' report may know of a school as at a day, of the children of a scope: in one pass over the rows,
 * in blocks of at most 500 children. Null for a school out of scope.
 */
export async function loadReportFacts(
  db: Kysely<Database>,
  scope: Scope,
  { schoolId, on, calendar }: ReportFactsRequest,
): Promise<ReportFacts | null> {
  const school = await schoolById(db, scope, schoolId).executeTakeFirst()
  if (school === undefined) return null
  const year = academicYearOf(on)
  const span = { from: firstDayOf(year), to: on }
  // In summer the first day of the year begins an hour before midnight of universal time; facts look closer.
  const since = `${addDays(firstDayOf(year), -1)}T00:00:00.000Z`
  const build = prepareReportFacts(on, year, calendar)
  const told = await loadToldOfYear(db, scope, schoolId, year)
  const children: ReportChildFacts[] = []
  const ownAuthority = school.authorityCode
  const request = { schoolId, on, calendar, told, ownAuthority }
  for await (const block of childFactsInBlocks(db, scope, request)) {
    const ids = block.map(({ identity }) => identity.childId)
    const considered = rowsBy(
      await consideredOfChildren(db, scope, ids, span).execute(),
      (row) => row.childId,
    )
    const attainments = rowsBy(
      await attainmentsOfChildren(db, scope, ids, span).execute(),
      (row) => row.childId,
    )
    const alerts = rowsBy(await alertsRaisedSince(db, scope, ids, since).execute(), (row) => row.childId)
    const steps = await stepsOfAlertsRaisedSince(db, scope, ids, since).execute()
    const stepsOf = rowsBy(steps, ({ alertId }) => alertId)
    for (const facts of block) {
      const id = facts.identity.childId
      const rows = { considered: considered(id), attainments: attainments(id), alerts: alerts(id) }
      children.push(build.child(facts, rows, stepsOf))
    }
  }
  const holders = await holdersAt(db, schoolId, on).execute()
  return {
    school: {
      name: school.name,
      phase: school.phase,
      area: counties[ownAuthority] ?? null,
      authorityCode: ownAuthority,
    },
    on,
    year,
    calendar,
    told,
    children,
    trainings: build.trainings(await trainingsOfSchool(db, scope, schoolId, span).execute()),
    money: build.money(await premiumMoneyOfSchool(db, scope, schoolId, span).execute()),
    designatedTeacher: holders.find(({ role }) => role === 'designated-teacher')?.name ?? null,
  }
}
