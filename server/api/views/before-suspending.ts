import type { ContactTable } from '../../../db/tables/contact.ts'
import type { InterventionTable } from '../../../db/tables/intervention.ts'
import { ruleOptionsOf } from '../../alerts/rule-options.ts'
import type { AssessedChild } from '../../alerts/picture.ts'
import { academicYearOf } from '../../calendar/academic-year.ts'
import { isoDate, type IsoDate, type LocalMinute } from '../../calendar/iso-date.ts'
import { isUndone } from '../../engine/suspension-duty.ts'
import { hasEhcPlan } from '../../law/special-need.ts'
import { repeatedCriteria, type RepeatedLines } from '../../law/suspension-days.ts'
import { reasonCodesOf, suspensionReasons } from '../../law/suspension-reasons.ts'
import { agreementOf } from '../../pathway/agreement.ts'
import { isAbout } from '../../pathway/asked-about.ts'
import { consequencesOf } from '../../pathway/consequences.ts'
import { considerationView } from '../../pathway/considering.ts'
import { contactFirst } from '../../pathway/contact-first.ts'
import { firstHalfFrom } from '../../pathway/first-half.ts'
import { withoutJoined } from '../../pathway/joined.ts'
import { messageOf } from '../../pathway/message.ts'
import { interventionTitle, notTried } from '../../pathway/not-tried.ts'
import { overlapOf } from '../../pathway/overlap.ts'
import { pageSentence } from '../../pathway/page-sentence.ts'
import { proposedRow } from '../../pathway/proposal.ts'
import type { BeforePage, Consequences, ConsiderationView, Tried } from '../../pathway/shapes.ts'
import suspensionKind from '../../records/kinds/suspension.ts'
import type { AtDay } from '../desk.ts'
import { suspensionOf, type BeforeRows } from './before-rows.ts'
import { namedChild } from './child-name.ts'

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

/** Suspensions of the academic year so far, newest first; not what was cancelled before it began. */
function soFarOf({ child, at }: BeforeRows): BeforePage['soFar'] {
  const year = academicYearOf(at.on)
  const rows = (child.facts.suspension?.rows ?? []).filter(
    (each) => academicYearOf(each.startedOn) === year && !isUndone(each),
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
    mayDecide: may.decide,
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
