import type { Kysely } from 'kysely'
import { termDatesOfSchool } from '../../db/queries/term-date.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { isoDate } from '../calendar/iso-date.ts'
import { buildSchoolCalendar, type SchoolCalendar } from '../calendar/school-calendar.ts'

/** The school's days, laid out from its term dates. One query. */
export async function loadSchoolCalendar(
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
): Promise<SchoolCalendar> {
  const rows = await termDatesOfSchool(db, scope, schoolId).execute()
  return buildSchoolCalendar(
    rows.map(({ kind, name, firstDay, lastDay }) => ({
      kind,
      name,
      firstDay: isoDate(firstDay),
      lastDay: isoDate(lastDay),
    })),
  )
}
