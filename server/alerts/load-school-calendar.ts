import type { Kysely } from 'kysely'
import { schoolById } from '../../db/queries/school.ts'
import { termDatesOfSchool } from '../../db/queries/term-date.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { isoDate } from '../calendar/iso-date.ts'
import { buildSchoolCalendar, type SchoolCalendar } from '../calendar/school-calendar.ts'
import { ruleOptionsOf } from './rule-options.ts'

/** The rule that asks when the afternoon ends; whatever counts a session as over goes by the same answer. */
const asksAfternoonEnds = 'education-notice-late'

/** The school's days, laid out from its term dates and its own end of the afternoon. Two queries. */
export async function loadSchoolCalendar(
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
): Promise<SchoolCalendar> {
  const rows = await termDatesOfSchool(db, scope, schoolId).execute()
  const school = await schoolById(db, scope, schoolId).executeTakeFirst()
  return buildSchoolCalendar(
    rows.map(({ kind, name, firstDay, lastDay }) => ({
      kind,
      name,
      firstDay: isoDate(firstDay),
      lastDay: isoDate(lastDay),
    })),
    school && ruleOptionsOf(school)[asksAfternoonEnds]?.['afternoonEnds'],
  )
}
