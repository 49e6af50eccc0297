import type { Kysely } from 'kysely'
import { authorityByCode } from '../../../db/queries/authority.ts'
import { adviceOn, consideredOfChild } from '../../../db/queries/considered.ts'
import { contactsOfChildren } from '../../../db/queries/contact.ts'
import { pepMeetingsOfChildren } from '../../../db/queries/pep-meeting.ts'
import { peopleOfChildren } from '../../../db/queries/person.ts'
import { holdersAt } from '../../../db/queries/post-holder.ts'
import { listRecords } from '../../../db/queries/record.ts'
import { suspensionsOfChildren } from '../../../db/queries/suspension.ts'
import type { Database } from '../../../db/schema.ts'
import type { AdviceTable } from '../../../db/tables/advice.ts'
import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import type { ContactTable } from '../../../db/tables/contact.ts'
import type { InterventionTable } from '../../../db/tables/intervention.ts'
import type { PersonTable } from '../../../db/tables/person.ts'
import type { SuspensionTable } from '../../../db/tables/suspension.ts'
import { assess } from '../../alerts/assess.ts'
import { ruleOptionsOf } from '../../alerts/rule-options.ts'
import type { AssessedChild } from '../../alerts/picture.ts'
import { academicYearOf } from '../../calendar/academic-year.ts'
import { isoDate, type IsoDate, type LocalMinute } from '../../calendar/iso-date.ts'
import type { AuthorityFact } from '../../facts/child-facts.ts'
import { hasEhcPlan } from '../../law/special-need.ts'
import { repeatedCriteria, type RepeatedLines } from '../../law/suspension-days.ts'
import { reasonCodesOf, suspensionReasons } from '../../law/suspension-reasons.ts'
import { agreementOf } from '../../pathway/agreement.ts'
import { isAbout } from '../../pathway/asked-about.ts'
import { consequencesOf } from '../../pathway/consequences.ts'
import { considerationView } from '../../pathway/considering.ts'
import { contactFirst } from '../../pathway/contact-first.ts'
import { firstHalfFrom } from '../../pathway/first-half.ts'
import { isAskingFor, isUndecided, sameStart, withoutJoined } from '../../pathway/joined.ts'
import { messageOf } from '../../pathway/message.ts'
import { interventionTitle, notTried } from '../../pathway/not-tried.ts'
import { overlapOf } from '../../pathway/overlap.ts'
import { pageSentence } from '../../pathway/page-sentence.ts'
import { proposedRow } from '../../pathway/proposal.ts'
import type { BeforePage, Consequences, ConsiderationView, Tried } from '../../pathway/shapes.ts'
import suspensionKind from '../../records/kinds/suspension.ts'
import type { AtDay } from '../desk.ts'
import { namedChild } from './child-name.ts'

type Db = Kysely<Database>

/** Everything that the page of one child before a suspension is made of. */
export interface BeforeRows {
  readonly at: AtDay
  readonly child: AssessedChild
  readonly people: readonly PersonTable[]
  /** Acts of asking about what is considered, or was decided today. */
  readonly contacts: readonly ContactTable[]
  readonly considering: ConsiderationTable | null
  readonly advice: readonly AdviceTable[]
  readonly suspensions: readonly SuspensionTable[]
  readonly interventions: readonly InterventionTable[]
  /** The school's own authority. */
  readonly schoolAuthority: AuthorityFact | null
  readonly safeguardingLead: { readonly name: string; readonly email: string | null } | null
  readonly words: BeforePage['words']
}

/** One child with its facts as at the day and no findings; undefined out of scope. */
export async function factsOfChild(db: Db, at: AtDay, childId: string): Promise<AssessedChild | undefined> {
  const { scope, school, on, calendar } = at
  const { children } = await assess({ db, rules: [] }, scope, school, on, { childIds: [childId], calendar })
  return children[0]
}

/** The child's own words, of the last plan that holds some. */
async function wordsOf(db: Db, { scope, on }: AtDay, childId: string): Promise<BeforePage['words']> {
  const meetings = await pepMeetingsOfChildren(db, scope, [childId]).execute()
  const last = meetings
    .filter(({ childWords, heldOn }) => childWords !== null && heldOn <= on)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0]
  return last && last.childWords !== null ? { text: last.childWords, on: isoDate(last.heldOn) } : null
}

/**
 * What is open for a child, else what was decided on the day and stands, newest first: a page that is opened again
 * shows it. A suspension that was cancelled, or taken out as wrong, stands no more.
 */
function shownOf(
  rows: readonly ConsiderationTable[],
  suspensions: readonly SuspensionTable[],
  today: IsoDate,
): ConsiderationTable | null {
  const stands = ({ id, state }: ConsiderationTable) =>
    state === 'not-suspended' ||
    (state === 'suspended' &&
      suspensions.some(({ considerationId, cancelledAt }) => considerationId === id && cancelledAt === null))
  return (
    rows.find(({ state }) => state === 'open') ??
    rows.find((row) => row.decidedAt?.slice(0, 10) === today && stands(row)) ??
    null
  )
}

/**
 * Reads the rows of one child, however many children the school has, about what is open or was decided today, or
 * about `row` where one is named. Undefined out of scope.
 */
export async function loadBefore(
  db: Db,
  at: AtDay,
  childId: string,
  row?: ConsiderationTable,
): Promise<BeforeRows | undefined> {
  const { scope, school } = at
  const child = await factsOfChild(db, at, childId)
  if (!child) return undefined
  const considered = await consideredOfChild(db, scope, childId).execute()
  const suspensions = await suspensionsOfChildren(db, scope, [childId]).execute()
  const considering = row ?? shownOf(considered, suspensions, at.on)
  const contacts = await contactsOfChildren(db, scope, [childId]).execute()
  const authority = await authorityByCode(db, school.authorityCode).executeTakeFirst()
  const holders = await holdersAt(db, school.id, at.today).execute()
  const joinedId =
    considering?.state === 'open' && considering.kind !== null
      ? suspensions.find((held) => sameStart(considering)(held) && isUndecided(held))?.id
      : undefined
  return {
    at,
    child,
    people: await peopleOfChildren(db, scope, [childId]).execute(),
    contacts: considering === null ? [] : contacts.filter(isAskingFor(considering.id, joinedId)),
    considering,
    advice: considering ? await adviceOn(db, scope, [considering.id]).execute() : [],
    suspensions,
    interventions: await listRecords(db, scope, 'intervention', { childId }),
    schoolAuthority: authority ?? null,
    safeguardingLead: holders.find(({ role }) => role === 'safeguarding-lead') ?? null,
    words: await wordsOf(db, at, childId),
  }
}

/** The day from which the authority of today looks after the child: what was asked of another before does not count. */
function lookedAfterSince({ child }: BeforeRows): IsoDate | null {
  const { episodes = [], authorityNow = null } = child.facts.care ?? {}
  const ofToday = episodes.filter(
    ({ status, endedOn, authority }) =>
      status === 'cla' && endedOn === null && authority?.code === authorityNow?.code,
  )
  return ofToday.at(-1)?.startedOn ?? null
}

const isBefore = ({ withRole, contactedAt }: ContactTable, since: IsoDate | null): boolean =>
  withRole === 'virtual-school' && since !== null && contactedAt.slice(0, since.length) < since

/** Whom to ask first; of a decision at a minute, what was asked in it or after it was not before it. */
export const askedFirstOf = (rows: BeforeRows, before?: LocalMinute) =>
  contactFirst({
    cohorts: rows.child.facts.care?.now ?? null,
    authority: rows.child.facts.care?.authorityNow ?? null,
    schoolAuthority: rows.schoolAuthority,
    people: rows.people,
    contacts: rows.contacts.filter(
      (contact) =>
        (before === undefined || contact.contactedAt < before) &&
        isAbout(contact, rows.considering, rows.at.calendar) &&
        !isBefore(contact, lookedAfterSince(rows)),
    ),
    safeguardingLead: rows.safeguardingLead,
    on: rows.at.on,
  })

/**
 * Whether the Virtual School may be asked about the child at a local minute: an authority looks after the child,
 * nobody knows whether one does, or those who care for the child had agreed by then.
 */
export const maySpeakOf = ({ child, contacts }: BeforeRows, at: LocalMinute): boolean =>
  child.facts.care === null || child.facts.care.now.cla || agreementOf(contacts, at) !== null

/** The school's own lines of repeated suspension. */
function linesOf({ school }: AtDay): RepeatedLines | undefined {
  const { inTerm, inYear, within, termDays } = ruleOptionsOf(school)['suspension-repeated'] ?? {}
  return inTerm === undefined || inYear === undefined || within === undefined || termDays === undefined
    ? undefined
    : { inTerm, inYear, within, termDays }
}

/** What is considered now, as the page reads it; null while nothing is. */
export const viewOf = ({ considering, advice, suspensions }: BeforeRows): ConsiderationView | null =>
  considering && considerationView(considering, advice, suspensionOf(considering, suspensions))

/** The suspension that came of what was considered; null where none did, or it was removed. */
export const suspensionOf = (
  { id }: Pick<ConsiderationTable, 'id'>,
  suspensions: readonly Pick<SuspensionTable, 'id' | 'considerationId'>[],
): string | null => suspensions.find(({ considerationId }) => considerationId === id)?.id ?? null

/** What is proposed would come to; null while nothing is open. */
export function comesTo(rows: BeforeRows): Consequences | null {
  const considering = viewOf(rows)
  if (considering?.state !== 'open') return null
  const { at, child, schoolAuthority } = rows
  const lines = linesOf(at)
  const suspension = withoutJoined(child.facts.suspension, considering, rows.suspensions, at.calendar)
  return consequencesOf({ ...child.facts, suspension }, considering, at.calendar, at.on, {
    authorityName: schoolAuthority?.name ?? null,
    hasPlan: hasEhcPlan(child.facts.specialNeed, at.on),
    ...(lines ? { lines } : {}),
  })
}

/** The first day of a suspension in which some of what is proposed lies already, the one it would join left out. */
export function overlapsOf({ at, child, considering, suspensions }: BeforeRows): IsoDate | null {
  const row = considering && proposedRow(considerationView(considering, [], null))
  if (!row) return null
  const facts = withoutJoined(child.facts.suspension, row, suspensions, at.calendar)
  return overlapOf(row, facts, at.calendar)?.startedOn ?? null
}

const triedOf = (row: InterventionTable): Tried => ({
  id: row.id,
  what: row.what,
  title: interventionTitle(row.what),
  note: row.note,
  startedOn: isoDate(row.startedOn),
  reviewOn: row.reviewOn === null ? null : isoDate(row.reviewOn),
  endedOn: row.endedOn === null ? null : isoDate(row.endedOn),
  outcome: row.outcome,
})

/** The reasons that a suspension beginning on a day may have, in words. */
export function reasonsOn(on: IsoDate): BeforePage['reasons'] {
  const codes = new Set(reasonCodesOf(academicYearOf(on)))
  return suspensionReasons
    .filter(({ code }) => codes.has(code))
    .map(({ code, meaning }) => ({ code, words: meaning }))
}

const initialsOf = ({ preferredName, forename, surname }: AssessedChild['row']) =>
  `${(preferredName ?? forename).charAt(0)}. ${surname.charAt(0)}.`

/** Suspensions of the academic year so far, newest first. */
function soFarOf({ child, at }: BeforeRows): BeforePage['soFar'] {
  const year = academicYearOf(at.on)
  const rows = (child.facts.suspension?.rows ?? []).filter(
    ({ startedOn }) => academicYearOf(startedOn) === year,
  )
  return rows
    .map(({ id, startedOn, kind, halfDays }) => ({
      id,
      on: startedOn,
      words: suspensionKind.summary({ kind, halfDays }),
    }))
    .toReversed()
}

/** The page of one child at a minute, for who may write or decide, or why not. */
export function beforePage(rows: BeforeRows, now: LocalMinute, may: BeforePage['may']): BeforePage {
  const firstHalf = firstHalfFrom(now, rows.at.calendar)
  const { at, child } = rows
  const { row, facts } = child
  const named = namedChild(row, facts)
  const considering = viewOf(rows)
  const { contacts, leftOut } = askedFirstOf(rows)
  const cohorts = facts.care?.now ?? null
  const tried = rows.interventions.map(triedOf).toSorted((a, b) => (a.startedOn < b.startedOn ? 1 : -1))
  const repeated = repeatedCriteria(facts.suspension?.rows ?? [], at.on, at.calendar, linesOf(at))
  const { title, lead } = pageSentence({
    calledName: row.preferredName ?? row.forename,
    fullName: named.name,
    yearGroup: row.yearGroup,
    cohorts,
    authorityName: facts.care?.authorityNow?.name ?? null,
    contacts,
    considering,
  })
  return {
    child: named,
    today: at.on,
    title,
    lead,
    contacts,
    leftOut,
    message: messageOf({
      initials: initialsOf(row),
      yearGroup: row.yearGroup,
      school: at.school.name,
      ringBack: considering?.ringBack ?? null,
      proposal: considering,
      on: at.on,
    }),
    considering,
    consequences: comesTo(rows),
    reasons: reasonsOn(at.on),
    schoolDays: at.calendar.schoolDays.filter((day) => firstHalf !== null && day >= firstHalf.on),
    firstHalf,
    words: rows.words,
    tried,
    notTried: notTried({
      cohorts,
      tried,
      isRepeated: Object.values(repeated).some(Boolean),
      hasPlan: hasEhcPlan(facts.specialNeed, at.on),
    }),
    soFar: soFarOf(rows),
    may,
  }
}
