import type { Kysely } from 'kysely'
import { inBlocks } from '../../db/blocks.ts'
import { attendanceYearsOfChildren } from '../../db/queries/attendance-year.ts'
import { everyAuthority } from '../../db/queries/authority.ts'
import { careEpisodesOfChildren } from '../../db/queries/care-episode.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { contactsOfChildren } from '../../db/queries/contact.ts'
import { pepMeetingsOfChildren } from '../../db/queries/pep-meeting.ts'
import { peopleOfChildren } from '../../db/queries/person.ts'
import { recordsOfChildren } from '../../db/queries/records-of-children.ts'
import { suspensionsOfChildren } from '../../db/queries/suspension.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { academicYearOf, previousYear } from '../../server/calendar/academic-year.ts'
import { on } from './a-school.ts'

const recordedHere = [
  'interventions',
  'offSiteDirections',
  'managedMoves',
  'partTimeTimetables',
  'safeguardingSeparations',
  'unlawfulExclusions',
  'restrictiveInterventions',
  'specialNeeds',
] as const
const following = ['consideration', 'provision', 'boardMeeting', 'reviewPanel', 'reintegration'] as const

/**
 * Every row that facts of a school's children are made of, read and thrown away: the same queries in the same blocks.
 * `also` reads more of a block.
 */
export async function readChildren(
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  also: (ids: readonly string[]) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const year = academicYearOf(on)
  await everyAuthority(db).execute()
  const children = await childrenOfSchool(db, scope, schoolId).execute()
  for (const block of inBlocks(children)) {
    const ids = block.map(({ id }) => id)
    await careEpisodesOfChildren(db, scope, ids).execute()
    await pepMeetingsOfChildren(db, scope, ids).execute()
    await attendanceYearsOfChildren(db, scope, ids, [previousYear(year), year]).execute()
    const suspensions = await suspensionsOfChildren(db, scope, ids).execute()
    const suspended = [...new Set(suspensions.map(({ childId }) => childId))]
    for (const table of following) await recordsOfChildren(db, scope, table, suspended)
    for (const tables of recordedHere)
      await recordsOfChildren(db, scope, tables.slice(0, -1) as 'intervention', ids)
    await contactsOfChildren(db, scope, ids).execute()
    await peopleOfChildren(db, scope, ids).execute()
    await also(ids)
  }
}
