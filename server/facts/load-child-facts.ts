import type { Kysely } from 'kysely'
import { blockSize, inBlocks } from '../../db/blocks.ts'
import { attendanceYearsOfChildren } from '../../db/queries/attendance-year.ts'
import { everyAuthority } from '../../db/queries/authority.ts'
import { careEpisodesOfChildren } from '../../db/queries/care-episode.ts'
import { childrenByIds, childrenOfSchool } from '../../db/queries/child.ts'
import { contactsOfChildren } from '../../db/queries/contact.ts'
import { pepMeetingsOfChildren } from '../../db/queries/pep-meeting.ts'
import { peopleOfChildren } from '../../db/queries/person.ts'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import { recordsOfChildren } from '../../db/queries/records-of-children.ts'
import { suspensionsOfChildren } from '../../db/queries/suspension.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ContactTable } from '../../db/tables/contact.ts'
import { academicYearOf, previousYear } from '../calendar/academic-year.ts'
import { englishTime } from '../calendar/english-time.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { prepareChildFacts, type Told } from './build-child-facts.ts'
import type { ChildFacts } from './child-facts.ts'
import type {
  ChildRow,
  ChildRows,
  ContactRow,
  RecordedHereRows,
  SuspensionFollowedRows,
  SuspensionRow,
} from './child-rows.ts'
import { loadTold } from './load-told.ts'

export interface FactsRequest {
  readonly schoolId: string
  readonly on: IsoDate
  readonly calendar: SchoolCalendar
  /** Only these children; all of the school when it is left out. */
  readonly childIds?: readonly string[]
  /** What counts as told, where the caller knows better than the database. */
  readonly told?: Told
  /** The code of the school's own authority. */
  readonly ownAuthority: string
}

const none: readonly never[] = []

/** Rows by child. */
function byChild<R extends { childId: string | null }>(
  rows: readonly R[],
): (childId: string) => readonly R[] {
  const groups = new Map<string | null, R[]>()
  for (const row of rows) {
    const group = groups.get(row.childId)
    if (group === undefined) groups.set(row.childId, [row])
    else group.push(row)
  }
  return (childId) => groups.get(childId) ?? none
}

/** Rows that only a child with a suspension can have, by child; no query where no child has one. */
async function rowsOfSuspensions(
  db: Kysely<Database>,
  scope: Scope,
  suspensions: readonly SuspensionRow[],
): Promise<(childId: string) => SuspensionFollowedRows> {
  const suspended = [...new Set(suspensions.map(({ childId }) => childId))]
  const considerations = byChild(await recordsOfChildren(db, scope, 'consideration', suspended))
  const provisions = byChild(await recordsOfChildren(db, scope, 'provision', suspended))
  const boardMeetings = byChild(await recordsOfChildren(db, scope, 'boardMeeting', suspended))
  const reviewPanels = byChild(await recordsOfChildren(db, scope, 'reviewPanel', suspended))
  const reintegrations = byChild(await recordsOfChildren(db, scope, 'reintegration', suspended))
  return (childId) => ({
    considerations: considerations(childId),
    provisions: provisions(childId),
    boardMeetings: boardMeetings(childId),
    reviewPanels: reviewPanels(childId),
    reintegrations: reintegrations(childId),
  })
}

/** Rows that any child can have and that are in no file, by child. */
async function rowsRecordedHere(
  db: Kysely<Database>,
  scope: Scope,
  ids: readonly string[],
): Promise<(childId: string) => RecordedHereRows> {
  const interventions = byChild(await recordsOfChildren(db, scope, 'intervention', ids))
  const offSiteDirections = byChild(await recordsOfChildren(db, scope, 'offSiteDirection', ids))
  const managedMoves = byChild(await recordsOfChildren(db, scope, 'managedMove', ids))
  const partTimeTimetables = byChild(await recordsOfChildren(db, scope, 'partTimeTimetable', ids))
  const separations = byChild(await recordsOfChildren(db, scope, 'safeguardingSeparation', ids))
  const unlawfulExclusions = byChild(await recordsOfChildren(db, scope, 'unlawfulExclusion', ids))
  const restrictive = byChild(await recordsOfChildren(db, scope, 'restrictiveIntervention', ids))
  const specialNeeds = byChild(await recordsOfChildren(db, scope, 'specialNeed', ids))
  return (childId) => ({
    interventions: interventions(childId),
    offSiteDirections: offSiteDirections(childId),
    managedMoves: managedMoves(childId),
    partTimeTimetables: partTimeTimetables(childId),
    safeguardingSeparations: separations(childId),
    unlawfulExclusions: unlawfulExclusions(childId),
    restrictiveInterventions: restrictive(childId),
    specialNeeds: specialNeeds(childId),
  })
}

/** The columns that say that somebody was asked, who, when and about what. */
const ofAsking = ['suspensionId', 'withRole', 'purpose', 'contactedAt', 'outcome']

/**
 * The days on which asking about what was decided here was recorded, of what was recorded apart from it: the last on
 * which it was given as it stands. No query where there is none.
 */
async function withDaysOfRecording(
  db: Kysely<Database>,
  scope: Scope,
  contacts: readonly ContactTable[],
  suspensions: readonly SuspensionRow[],
): Promise<readonly ContactRow[]> {
  const considered = new Map(suspensions.map(({ id, considerationId }) => [id, considerationId]))
  const isApart = ({ purpose, suspensionId, considerationId }: ContactTable) => {
    const from = suspensionId === null ? null : (considered.get(suspensionId) ?? null)
    return purpose === 'before-suspension' && from !== null && considerationId !== from
  }
  const apart = contacts.filter(isApart).map(({ id }) => id)
  if (apart.length === 0) return contacts
  const recordedOn = new Map<string, IsoDate>()
  for (const ids of inBlocks(apart))
    for (const { recordId, after, changedAt } of await recordHistoryOf(db, scope, ids).execute()) {
      const given = JSON.parse(after) as Readonly<Record<string, unknown>>
      if (recordedOn.has(recordId) || !ofAsking.some((column) => column in given)) continue
      recordedOn.set(recordId, englishTime(changedAt).on)
    }
  return contacts.map((contact) => {
    const day = recordedOn.get(contact.id)
    return day === undefined ? contact : { ...contact, recordedOn: day }
  })
}

/** The rows of a block of children: a query a table, each on the index of the child. */
async function rowsOf(
  db: Kysely<Database>,
  scope: Scope,
  children: readonly ChildRow[],
  on: IsoDate,
): Promise<ChildRows[]> {
  const ids = children.map(({ id }) => id)
  const year = academicYearOf(on)
  const care = byChild(await careEpisodesOfChildren(db, scope, ids).execute())
  const peps = byChild(await pepMeetingsOfChildren(db, scope, ids).execute())
  const registers = byChild(
    await attendanceYearsOfChildren(db, scope, ids, [previousYear(year), year]).execute(),
  )
  const ofSuspensions = await suspensionsOfChildren(db, scope, ids).execute()
  const suspensions = byChild(ofSuspensions)
  const followed = await rowsOfSuspensions(db, scope, ofSuspensions)
  const recordedHere = await rowsRecordedHere(db, scope, ids)
  const ofContacts = await contactsOfChildren(db, scope, ids).execute()
  const contacts = byChild(await withDaysOfRecording(db, scope, ofContacts, ofSuspensions))
  const persons = byChild(await peopleOfChildren(db, scope, ids).execute())
  return children.map((child) => ({
    child,
    careEpisodes: care(child.id),
    pepMeetings: peps(child.id),
    attendanceYears: registers(child.id),
    suspensions: suspensions(child.id),
    contacts: contacts(child.id),
    persons: persons(child.id),
    ...followed(child.id),
    ...recordedHere(child.id),
  }))
}

/** Facts in blocks of at most 500 children, by name; the rows of one block are held at a time. */
export async function* childFactsInBlocks(
  db: Kysely<Database>,
  scope: Scope,
  { schoolId, on, calendar, childIds, told, ownAuthority }: FactsRequest,
): AsyncGenerator<readonly ChildFacts[]> {
  const authorities = await everyAuthority(db).execute()
  const build = prepareChildFacts({
    on,
    year: academicYearOf(on),
    calendar,
    authorities: new Map(authorities.map((authority) => [authority.code, authority])),
    ownAuthority,
    told: told ?? (await loadTold(db, scope, schoolId)),
  })
  const children: ChildRow[] = []
  if (childIds === undefined) children.push(...(await childrenOfSchool(db, scope, schoolId).execute()))
  else
    for (const ids of inBlocks(childIds))
      children.push(...(await childrenByIds(db, scope, ids).where('schoolId', '=', schoolId).execute()))
  for (const block of inBlocks(children, blockSize)) yield (await rowsOf(db, scope, block, on)).map(build)
}

/** What the rules may know about each child of a school as at a day, one a child, by name. */
export async function loadChildFacts(
  db: Kysely<Database>,
  scope: Scope,
  request: FactsRequest,
): Promise<ChildFacts[]> {
  const facts: ChildFacts[] = []
  for await (const block of childFactsInBlocks(db, scope, request)) facts.push(...block)
  return facts
}
