import type { Kysely } from 'kysely'
import { alertsOfChildren } from '../../../db/queries/alert.ts'
import { authorityByCode } from '../../../db/queries/authority.ts'
import { contactsOfChildren } from '../../../db/queries/contact.ts'
import { peopleOfChildren, peopleOfNoChild } from '../../../db/queries/person.ts'
import { holdersAt } from '../../../db/queries/post-holder.ts'
import { getRecord, listRecords } from '../../../db/queries/record.ts'
import type { Database } from '../../../db/schema.ts'
import type { AlertTable } from '../../../db/tables/alert.ts'
import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import type { ContactTable } from '../../../db/tables/contact.ts'
import type { PersonTable } from '../../../db/tables/person.ts'
import type { SuspensionTable } from '../../../db/tables/suspension.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import { isoDate, localMinute, type LocalMinute } from '../../calendar/iso-date.ts'
import type { SuspensionFact } from '../../facts/child-facts.ts'
import { codeOn } from '../../law/register-codes.ts'
import { returnOf } from '../../law/suspension-return.ts'
import { lettersOf } from '../../pathway/letters.ts'
import { halfDaysServed, mayCancel } from '../../pathway/may-cancel.ts'
import { serving } from '../../pathway/people-around.ts'
import type { BeforePage, Letter, SuspensionPage } from '../../pathway/shapes.ts'
import { tasksOf } from '../../pathway/tasks.ts'
import type { RulesById } from './card.ts'
import { namedChild } from './child-name.ts'
import { distanceOf } from './distance.ts'
import { askedFirst, everyReason } from './suspensions.ts'

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
  }
}

/** Whether the headteacher may cancel it at a minute, and why not. */
export function cancelOf(
  { fact, child, picture }: SuspensionRows,
  now: LocalMinute,
): SuspensionPage['cancel'] {
  if (!fact) return { may: false, why: 'It is of a year whose term dates are not known here.' }
  const served = halfDaysServed(child.facts.suspension?.rows ?? [], picture.calendar, now)
  return mayCancel(fact, served, fact.boardMeetings, now)
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
    withoutContact: consideration?.withoutContact ?? null,
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

const namesOf = (people: readonly PersonTable[], ...roles: readonly PersonTable['role'][]): string[] =>
  people
    .filter(({ role, doNotContact }) => roles.includes(role) && doNotContact === 0)
    .map(({ name }) => name)

/** The letters of one suspension, made of what is recorded; none for one that the picture does not know. */
export async function lettersFor(
  db: Db,
  { scope }: { scope: Parameters<typeof getRecord>[1] },
  { picture, child, row, fact, consideration }: SuspensionRows,
): Promise<readonly Letter[]> {
  const { facts } = child
  if (!fact || !facts.suspension) return []
  const { school, on, calendar } = picture
  const people = (await peopleOfChildren(db, scope, [row.childId]).execute()).filter(serving(on))
  const ofSchool = (await peopleOfNoChild(db, scope, school.id).execute()).filter(serving(on))
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
    clerk: ofSchool.find(({ role, doNotContact }) => role === 'clerk' && doNotContact === 0) ?? null,
    parents: namesOf(people, 'parent', 'carer'),
    socialWorkers: namesOf(people, 'social-worker'),
    careAuthority: facts.care?.now.cla ? (facts.care.authorityNow?.name ?? null) : null,
    reasons: reasonsIn(fact.reasons).map(({ words }) => words),
    whatHappened: consideration?.whatHappened ?? null,
    provisions: provisions.filter(({ suspensionId }) => suspensionId === row.id),
    meeting:
      meetings
        .filter(({ suspensionId, held, meetsOn }) => suspensionId === row.id && held === 1 && meetsOn <= on)
        .toSorted((a, b) => (a.meetsOn < b.meetsOn ? -1 : 1))[0] ?? null,
    cancelled:
      row.cancelledAt === null ? null : { at: localMinute(row.cancelledAt), reason: row.cancelledReason },
    calendar,
    on,
  })
}
