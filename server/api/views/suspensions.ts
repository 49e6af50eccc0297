import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import { academicYearOf } from '../../calendar/academic-year.ts'
import { englishTime } from '../../calendar/english-time.ts'
import { dayOf, localMinute, type IsoDate, type LocalMinute } from '../../calendar/iso-date.ts'
import type { SchoolCalendar } from '../../calendar/school-calendar.ts'
import { isUndone } from '../../engine/suspension-duty.ts'
import type { SuspensionFact } from '../../facts/child-facts.ts'
import { type Cohorts, cohortsOn, hasSocialWorker } from '../../law/cohorts.ts'
import { hasKeptInSchool } from '../../law/kept-in-school.ts'
import { coveredHalfDays } from '../../law/suspension-days.ts'
import { suspensionReasons } from '../../law/suspension-reasons.ts'
import { cancelledByTerm, termNameOf } from '../../pathway/cancelled-by-term.ts'
import type { AskedFirst, SuspensionRow, SuspensionsPage } from '../../pathway/shapes-after.ts'
import type { BeforePage } from '../../pathway/shapes.ts'
import { tasksOf } from '../../pathway/tasks.ts'
import type { RulesById } from './card.ts'
import { cohortGroupOf, nameOf, namedChild, statusesOf } from './child-name.ts'
import { movesOf, offSiteOf } from './moves.ts'

/** All reasons there are or were, in words: a row may be of an earlier year. */
export const everyReason: BeforePage['reasons'] = suspensionReasons.map(({ code, meaning }) => ({
  code,
  words: meaning,
}))

/** From the gravest to the best. */
const gravest: readonly AskedFirst[] = ['never', 'after', 'not-known', 'before', 'not-needed']

/**
 * Whether one office was asked before a decision, as the rule on asking first judges it. What was recorded after a
 * decision that was made here is after it, whenever it is said to have been.
 */
function askedOf(
  { contacted, recordedAfterwards, decidedAt, startedOn }: SuspensionFact,
  party: keyof SuspensionFact['contacted'],
): AskedFirst {
  const at = contacted[party]
  if (at === null) return recordedAfterwards[party] === null ? 'never' : 'after'
  if (decidedAt !== null) return at < decidedAt ? 'before' : 'after'
  return dayOf(at) <= startedOn ? 'not-known' : 'after'
}

/**
 * Whether those who are asked first were asked before the decision: of a looked-after child the Virtual School and
 * the social worker, of a child on a plan the social worker; the worse of the two. Another school's asked others.
 */
export function askedFirst(fact: SuspensionFact): AskedFirst {
  if (fact.atOtherSchool || !hasSocialWorker(fact.groupsThen)) return 'not-needed'
  const asked = [askedOf(fact, 'socialWorker'), ...(fact.groupsThen.cla ? [askedOf(fact, 'vsh')] : [])]
  return gravest.find((each) => asked.includes(each)) ?? 'not-known'
}

type RowChild = SuspensionRow['child']

/** A child as it was: with the statuses of a day. */
const childThen = ({ row }: AssessedChild, now: Cohorts): RowChild => ({
  id: row.id,
  name: nameOf(row),
  yearGroup: row.yearGroup,
  statuses: statusesOf({ now } as Parameters<typeof statusesOf>[0]),
  group: cohortGroupOf(now),
})

/** The half days of one suspension by the month they fall in; in that of the start where the calendar ends. */
function monthsOf(fact: SuspensionFact, calendar: SchoolCalendar): SuspensionRow['months'] {
  if (fact.kind === 'permanent' || fact.halfDays === null) return []
  const covered = fact.atOtherSchool ? null : coveredHalfDays(fact, calendar)
  const days = covered?.map(({ on }) => on) ?? Array<IsoDate>(fact.halfDays).fill(fact.startedOn)
  const months = new Map<string, number>()
  for (const day of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1)
  return [...months].map(([month, halfDays]) => ({ month, halfDays }))
}

function openTasks(child: AssessedChild, id: string, rules: RulesById): SuspensionRow['open'] {
  const statuses = tasksOf(id, child.findings, rules, [], () => null).map(({ status }) => status)
  const many = (of: string) => statuses.filter((status) => status === of).length
  return { breach: many('breach'), due: many('due'), noData: many('no-data') }
}

/** The suspensions of a child that began in the academic year, oldest first. */
function rowsOf(
  child: AssessedChild,
  { year, calendar }: Picture,
  terms: SuspensionsPage['terms'],
  rules: RulesById,
): SuspensionRow[] {
  const ofYear = (child.facts.suspension?.rows ?? []).filter(
    ({ startedOn }) => academicYearOf(startedOn) === year,
  )
  const counted = ofYear.filter((fact) => !isUndone(fact))
  return ofYear.map((fact) => ({
    id: fact.id,
    child: childThen(child, fact.groupsThen),
    kind: fact.kind,
    startedOn: fact.startedOn,
    startSession: fact.startSession,
    halfDays: fact.halfDays,
    months: monthsOf(fact, calendar),
    term: termNameOf(terms, fact.startedOn),
    reasons: fact.reasons,
    decidedAt: fact.decidedAt,
    atOtherSchool: fact.atOtherSchool,
    cancelledAt: fact.cancelledAt,
    nth: counted.indexOf(fact) + 1,
    considered: fact.considered,
    askedFirst: askedFirst(fact),
    open: openTasks(child, fact.id, rules),
  }))
}

/** When this school cancelled what it had decided. */
const cancellings = ({ children }: Picture): LocalMinute[] =>
  children.flatMap(({ facts }) =>
    (facts.suspension?.rows ?? []).flatMap(({ cancelledAt, atOtherSchool }) =>
      cancelledAt === null || atOtherSchool ? [] : [cancelledAt],
    ),
  )

/**
 * The suspensions of the academic year with what was considered, out of the picture: every figure of the page is
 * counted from these rows. `considered`: what is open, and what was decided in the year.
 */
export function suspensionsView(
  picture: Picture,
  considered: readonly ConsiderationTable[],
  rules: RulesById,
  asked: IsoDate,
): SuspensionsPage {
  const { calendar, year, on, children } = picture
  const byId = new Map(children.map((child) => [child.row.id, child]))
  const terms = calendar.terms
    .filter((term) => term.year === year)
    .map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay }))
  const newest = (a: { startedOn: IsoDate; id: string }, b: { startedOn: IsoDate; id: string }) =>
    a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.id < b.id ? -1 : 1
  return {
    on: asked,
    evaluatesOn: on,
    academicYear: year,
    isKnown: children.some(({ facts }) => facts.suspension !== null),
    rows: children.flatMap((child) => rowsOf(child, picture, terms, rules)).toSorted(newest),
    considered: considered.flatMap(({ id, childId, state, openedAt, openedBy, readAt, readBy }) => {
      const child = byId.get(childId)
      // What was opened later than the day that is asked about was not known then.
      if (!child || state !== 'open' || englishTime(openedAt).on > asked) return []
      const read = readAt === null || readBy === null ? null : { at: readAt, by: readBy }
      return [{ id, child: namedChild(child.row, child.facts), openedAt, openedBy, read }]
    }),
    notSuspended: considered
      .flatMap(({ id, childId, state, decidedAt, instead, kind, startedOn, startSession, halfDays }) => {
        const child = byId.get(childId)
        if (!child || state !== 'not-suspended' || decidedAt === null) return []
        const minute = localMinute(decidedAt)
        if (academicYearOf(dayOf(minute)) !== year || dayOf(minute) > on) return []
        const decision = { decidedAt: minute, kind, startedOn, startSession, halfDays }
        if (!hasKeptInSchool(decision, child.facts.suspension?.rows ?? [], calendar)) return []
        const then = cohortsOn(child.facts.care?.episodes ?? [], dayOf(minute))
        return [{ id, child: childThen(child, then), decidedAt: minute, instead }]
      })
      .toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1)),
    moves: movesOf(picture),
    offSite: offSiteOf(picture),
    cancelled: cancelledByTerm(cancellings(picture), terms, picture),
    terms,
    reasons: everyReason,
  }
}
