import type { Kysely } from 'kysely'
import type { AcademicYear } from '../calendar/academic-year.ts'
import { inBlocks } from '../../db/blocks.ts'
import { attendanceYearsOfSchool } from '../../db/queries/attendance-year.ts'
import { everyAuthority } from '../../db/queries/authority.ts'
import { careEpisodesOfSchool } from '../../db/queries/care-episode.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { contactsOfSchool } from '../../db/queries/contact.ts'
import { importRunsOfSchool } from '../../db/queries/import-run.ts'
import { pepMeetingsOfSchool } from '../../db/queries/pep-meeting.ts'
import { peopleOfSchool } from '../../db/queries/person.ts'
import { sessionMarksOfChildren } from '../../db/queries/session-mark.ts'
import { listRecords } from '../../db/queries/record.ts'
import { suspensionsOfSchool } from '../../db/queries/suspension.ts'
import { termDatesOfSchool } from '../../db/queries/term-date.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { formerKeysOf, takenOutOfSchool, type FormerKeys, type TakenOut } from './taken-out-here.ts'

export type School = Database['school']

/** What the school holds already: all that a plan is made against. */
export interface Held {
  school: School
  authorities: Database['authority'][]
  child: Database['child'][]
  careEpisode: Database['careEpisode'][]
  pepMeeting: Database['pepMeeting'][]
  suspension: Database['suspension'][]
  /** What a person took out as wrong, by table; not what an import took away. */
  takenOut: TakenOut
  /** What records were told apart by before a person corrected it. */
  formerKeys: FormerKeys
  /** What was considered here, with the decision not to suspend. */
  notSuspended: Database['consideration'][]
  person: Database['person'][]
  termDate: Database['termDate'][]
  contact: Database['contact'][]
  /** Registers by child and year, as `registerKey` writes them. */
  registers: ReadonlyMap<string, Database['attendanceYear']>
  /** Sessions whose mark a person corrected, by child: `2026-03-13 AM`. */
  corrected: ReadonlyMap<string, ReadonlySet<string>>
  runs: Database['importRun'][]
}

export const registerKey = (childId: string, year: string) => `${childId} ${year}`

/** Of two from the same half day, one was cancelled: a file is read as telling of the other, which comes last. */
const cancelledFirst = (rows: Held['suspension']): Held['suspension'] =>
  rows.toSorted((a, b) => Number(b.cancelledAt !== null) - Number(a.cancelledAt !== null))

/** Reads all that is held of a school, with its registers of the years that the files speak of. */
export async function loadHeld(
  db: Kysely<Database>,
  scope: Scope,
  school: School,
  years: readonly AcademicYear[],
): Promise<Held> {
  const { id } = school
  const child = await childrenOfSchool(db, scope, id).execute()
  const registers = years.length === 0 ? [] : await attendanceYearsOfSchool(db, scope, id, years).execute()
  const corrected = new Map<string, Set<string>>()
  if (years.length > 0)
    for (const block of inBlocks(child.map((one) => one.id)))
      for (const { childId, markedOn, session } of await sessionMarksOfChildren(db, scope, block).execute()) {
        const sessions = corrected.get(childId) ?? new Set()
        corrected.set(childId, sessions.add(`${markedOn} ${session}`))
      }
  const standing = {
    child,
    careEpisode: await careEpisodesOfSchool(db, scope, id).execute(),
    pepMeeting: await pepMeetingsOfSchool(db, scope, id).execute(),
    suspension: cancelledFirst(await suspensionsOfSchool(db, scope, id).execute()),
    person: await peopleOfSchool(db, scope, id).execute(),
    termDate: await termDatesOfSchool(db, scope, id).execute(),
  }
  return {
    ...standing,
    school,
    authorities: await everyAuthority(db).execute(),
    takenOut: await takenOutOfSchool(db, scope, id),
    formerKeys: await formerKeysOf(db, scope, standing),
    notSuspended: (await listRecords(db, scope, 'consideration', { schoolId: id })).filter(
      ({ state }) => state === 'not-suspended',
    ),
    contact: await contactsOfSchool(db, scope, id).execute(),
    registers: new Map(registers.map((one) => [registerKey(one.childId, one.academicYear), one])),
    corrected,
    runs: await importRunsOfSchool(db, scope, id).execute(),
  }
}
