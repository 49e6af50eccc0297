import type { Kysely } from 'kysely'
import { alertsOfChildren } from '../../../db/queries/alert.ts'
import { authorityByCode } from '../../../db/queries/authority.ts'
import { contactsOfChildren } from '../../../db/queries/contact.ts'
import { holdersAt } from '../../../db/queries/post-holder.ts'
import { recordHistoryOf } from '../../../db/queries/record-history.ts'
import { getRecord, listRecords } from '../../../db/queries/record.ts'
import { cancelledOfSchool } from '../../../db/queries/suspension.ts'
import type { Database } from '../../../db/schema.ts'
import type { AlertTable } from '../../../db/tables/alert.ts'
import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import type { ContactTable } from '../../../db/tables/contact.ts'
import type { SuspensionTable } from '../../../db/tables/suspension.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import { firstDayOf } from '../../calendar/academic-year.ts'
import { englishTime } from '../../calendar/english-time.ts'
import { dayOf, isoDate, localMinute, type IsoDate, type LocalMinute } from '../../calendar/iso-date.ts'
import type { SuspensionFact } from '../../facts/child-facts.ts'
import { codeOn } from '../../law/register-codes.ts'
import { returnOf } from '../../law/suspension-return.ts'
import { cancelledByTerm } from '../../pathway/cancelled-by-term.ts'
import type { LetterFacts } from '../../pathway/letter-facts.ts'
import { lettersOf } from '../../pathway/letters.ts'
import type { CancelJudged } from '../../pathway/cancel.ts'
import { againstTime, halfDaysServed, mayCancel } from '../../pathway/may-cancel.ts'
import type { Letter, SuspensionPage } from '../../pathway/shapes-after.ts'
import type { BeforePage } from '../../pathway/shapes.ts'
import { tasksOf } from '../../pathway/tasks.ts'
import type { RulesById } from './card.ts'
import { namedChild } from './child-name.ts'
import { distanceOf } from './distance.ts'
import { askedFirst, everyReason } from './suspensions.ts'
import { writtenTo } from './written-to.ts'

type Db = Kysely<Database>

/** One suspension with its child as at a day. */
export interface SuspensionRows {
  readonly picture: Picture
  readonly child: AssessedChild
  readonly row: SuspensionTable
  /** What the picture knows of it; undefined for one of a year that the calendar does not know. */
  readonly fact: SuspensionFact | undefined
  /** Before and after it, oldest first. */
  readonly contacts: readonly ContactTable[]
  readonly consideration: ConsiderationTable | null
  readonly alerts: readonly AlertTable[]
  /** The day on which its cancelling was recorded; null where it was not cancelled. */
  readonly cancelRecordedOn: IsoDate | null
}

/** Reads what is kept of one suspension; the picture is of its child alone. */
export async function loadSuspension(
  db: Db,
  { scope }: { scope: Parameters<typeof getRecord>[1] },
  picture: Picture,
  row: SuspensionTable,
): Promise<SuspensionRows | undefined> {
  const child = picture.children.find((each) => each.row.id === row.childId)
  if (!child) return undefined
  const contacts = await contactsOfChildren(db, scope, [row.childId]).execute()
  const { considerationId } = row
  const isAbout = (contact: ContactTable) =>
    contact.suspensionId === row.id ||
    (considerationId !== null && contact.considerationId === considerationId)
  const consideration =
    considerationId === null ? undefined : await getRecord(db, scope, 'consideration', considerationId)
  return {
    picture,
    child,
    row,
    fact: child.facts.suspension?.rows.find(({ id }) => id === row.id),
    contacts: contacts.filter(isAbout),
    consideration: consideration ?? null,
    alerts: await alertsOfChildren(db, scope, [row.childId]).execute(),
    cancelRecordedOn: row.cancelledAt === null ? null : await cancelRecordedOn(db, scope, row.id),
  }
}

/** The day of the change that cancelled it, latest first. */
async function cancelRecordedOn(
  db: Db,
  scope: Parameters<typeof getRecord>[1],
  id: string,
): Promise<IsoDate | null> {
  const changes = await recordHistoryOf(db, scope, [id]).execute()
  const cancelling = changes.find(({ after }) => 'cancelledAt' in (JSON.parse(after) as object))
  return cancelling === undefined ? null : englishTime(cancelling.changedAt).on
}

/** Whether the headteacher may cancel it now, as at a minute up to now, and why not. */
function cancelOf(
  { fact, child, picture }: SuspensionRows,
  now: LocalMinute,
  at = now,
): SuspensionPage['cancel'] {
  if (!fact) return { may: false, why: 'It is of a year whose term dates are not known here.' }
  const served = halfDaysServed(child.facts.suspension?.rows ?? [], picture.calendar, at)
  return mayCancel(fact, served, fact.boardMeetings, now)
}

/** Whether it may be cancelled as at a minute up to now, or why not, and what speaks against that minute. */
export function cancelAt(rows: SuspensionRows, at: LocalMinute, now: LocalMinute): CancelJudged {
  const { fact, child } = rows
  const sessions = (child.facts.attendance?.suspendedSessions ?? []).filter(
    ({ suspensionId }) => suspensionId === rows.row.id,
  )
  const problems = fact === undefined || at === now ? [] : againstTime(at, now, fact, sessions)
  return { ...cancelOf(rows, now, at), problems }
}

const reasonsIn = (codes: readonly string[]): BeforePage['reasons'] =>
  codes.map((code) => everyReason.find((reason) => reason.code === code) ?? { code, words: code })

const minuteOrNull = (text: string | null) => (text === null ? null : localMinute(text))

/** E, the code of what is provided instead, or a code of a session that nobody could attend. */
function fits(code: string, on: Parameters<typeof codeOn>[0]): boolean {
  const kind = codeOn(on, code)?.class
  return ['E', 'B', 'K', 'D'].includes(code) || kind === 'NP' || kind === 'ADMIN'
}

function registerOf({ child, row }: SuspensionRows): SuspensionPage['register'] {
  const { attendance } = child.facts
  if (attendance === null || row.kind === 'lunchtime' || row.atOtherSchool === 1) return null
  return attendance.suspendedSessions
    .filter(({ suspensionId }) => suspensionId === row.id)
    .map(({ on, session, code }) => ({ on, session, code, fits: code === null ? null : fits(code, on) }))
}

/** The page of one suspension, at a minute, for who may write or decide. */
export function suspensionView(
  rows: SuspensionRows,
  rules: RulesById,
  now: LocalMinute,
  may: SuspensionPage['may'],
): SuspensionPage {
  const { picture, child, row, fact, contacts, consideration, alerts } = rows
  const startedOn = isoDate(row.startedOn)
  const recordedAfterwards = new Map(child.facts.contact.map((each) => [each.id, each.recordedOn]))
  const back = fact && !fact.atOtherSchool ? returnOf(fact, picture.calendar) : null
  return {
    today: picture.on,
    child: namedChild(child.row, child.facts),
    record: {
      id: row.id,
      version: row.version,
      kind: row.kind,
      startedOn,
      startSession: row.startSession,
      halfDays: fact ? fact.halfDays : row.halfDays,
      decidedAt: minuteOrNull(row.decidedAt),
      atOtherSchool: row.atOtherSchool === 1,
      cancelledAt: minuteOrNull(row.cancelledAt),
      cancelledReason: row.cancelledReason,
      cancelRecordedOn: afterwards(row, rows.cancelRecordedOn),
      reasons: reasonsIn(row.reasons.split(';').filter((code) => code !== '')),
      considerationId: row.considerationId,
      missesExam: row.missesExam === null ? null : row.missesExam === 1,
      examOn: row.examOn === null ? null : isoDate(row.examOn),
    },
    lastDay: fact?.lastDay ?? null,
    backOn: back?.on ?? null,
    backSession: back?.session ?? null,
    decidedBy: consideration?.decidedBy ?? null,
    askedFirst: fact ? askedFirst(fact) : 'not-known',
    withoutContact: consideration?.withoutContact ?? fact?.withoutContact ?? null,
    tasks: tasksOf(row.id, child.findings, rules, alerts, (finding, kind) =>
      distanceOf(finding, { on: picture.on, calendar: picture.calendar, kind }),
    ),
    contacts: contacts.map(({ id, contactedAt, withRole, purpose, how, outcome, madeBy, note }) => ({
      id,
      at: localMinute(contactedAt),
      withRole,
      purpose,
      how,
      outcome,
      madeBy,
      note,
      recordedAfterwards: recordedAfterwards.get(id) ?? null,
    })),
    register: registerOf(rows),
    cancel: cancelOf(rows, now),
    may,
  }
}

/** The day on which a cancelling was recorded, where that is a later one than its own. */
const afterwards = ({ cancelledAt }: SuspensionTable, on: IsoDate | null): IsoDate | null =>
  cancelledAt !== null && on !== null && on > dayOf(localMinute(cancelledAt)) ? on : null

/** How many the school cancelled by term; null for who does not see all its children, and so cannot count them. */
async function cancelledTold(
  db: Db,
  scope: Parameters<typeof getRecord>[1],
  { school, calendar, year, on }: Picture,
): Promise<LetterFacts['cancelledByTerm']> {
  if (scope.children !== 'all') return null
  const rows = await cancelledOfSchool(db, scope, school.id, firstDayOf(year)).execute()
  const times = rows.flatMap(({ cancelledAt }) => (cancelledAt === null ? [] : [localMinute(cancelledAt)]))
  return cancelledByTerm(
    times,
    calendar.terms.filter((term) => term.year === year),
    { on, year },
  )
}

/** The letters of one suspension, made of what is recorded; none for one that the picture does not know. */
export async function lettersFor(
  db: Db,
  { scope }: { scope: Parameters<typeof getRecord>[1] },
  { picture, child, row, fact, consideration }: SuspensionRows,
): Promise<readonly Letter[]> {
  const { facts } = child
  if (!fact || !facts.suspension) return []
  const { school, on, calendar } = picture
  const holders = await holdersAt(db, school.id, on).execute()
  const authority = await authorityByCode(db, school.authorityCode).executeTakeFirst()
  const provisions = await listRecords(db, scope, 'provision', { childId: row.childId })
  const meetings = await listRecords(db, scope, 'boardMeeting', { childId: row.childId })
  return lettersOf({
    name: `${child.row.forename} ${child.row.surname}`,
    dateOfBirth: facts.identity.dateOfBirth,
    suspension: fact,
    all: facts.suspension,
    school: {
      name: school.name,
      authorityName: authority?.name ?? null,
      headteacher: holders.find(({ role }) => role === 'headteacher')?.name ?? null,
    },
    ...(await writtenTo(db, { scope }, picture, row.childId)),
    home: facts.home,
    careAuthority: facts.care?.now.cla ? (facts.care.authorityNow?.name ?? null) : null,
    reasons: reasonsIn(fact.reasons).map(({ words }) => words),
    whatHappened: consideration?.whatHappened ?? null,
    provisions: provisions.filter(({ suspensionId }) => suspensionId === row.id),
    meeting:
      meetings
        .filter(({ suspensionId, held, meetsOn }) => suspensionId === row.id && held === 1 && meetsOn <= on)
        .toSorted((a, b) => (a.meetsOn < b.meetsOn ? -1 : 1))[0] ?? null,
    cancelledByTerm: await cancelledTold(db, scope, picture),
    cancelled:
      row.cancelledAt === null ? null : { at: localMinute(row.cancelledAt), reason: row.cancelledReason },
    calendar,
    on,
  })
}
