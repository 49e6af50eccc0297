import {
  academicYearOf,
  pepWindows,
  previousYear,
  type AcademicYear,
  type PepWindow,
} from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { PepWindowFact } from '../../facts/child-facts.ts'
import type { ReportChildFacts, ReportFacts } from '../../facts/report-facts.ts'
import { windowState } from '../../law/pep.ts'
import { Counting, sumOf, type Part } from './counting.ts'
import { countMeetings } from './pep-meetings.ts'
import { childrenOf, type CountedChild } from './who.ts'

const levels = ['due', 'on-time', 'late', 'missing', 'to-do'] as const
type Level = Exclude<(typeof levels)[number], 'due'>

/** How the plan of a term stands, as on the page of all children; late is one that is overdue and then completed. */
function levelOf(window: PepWindowFact, on: IsoDate): Level | null {
  switch (windowState(window, on)) {
    case 'not-required':
      return null
    case 'held':
      return 'on-time'
    case 'due':
      return 'to-do'
    case 'overdue':
      return window.completedAfterWindow > 0 ? 'late' : 'missing'
  }
}

/** A term that has begun: the atoms of the levels that a plan can have in it on the day. */
interface CountedTerm {
  readonly window: PepWindow
  readonly hasEnded: boolean
  readonly atoms: ReadonlyMap<Level, string>
}

function termsOf(year: AcademicYear, on: IsoDate, prefix: string): CountedTerm[] {
  return (pepWindows(year) ?? [])
    .filter(({ firstDay }) => firstDay <= on)
    .map((window) => {
      const hasEnded = on > window.lastDay
      const possible: Level[] = hasEnded ? ['on-time', 'late', 'missing'] : ['on-time', 'to-do']
      return {
        window,
        hasEnded,
        atoms: new Map(possible.map((level) => [level, `${prefix}:${window.term}:${level}`])),
      }
    })
}

const atomsOf = (among: readonly CountedTerm[], wanted: (typeof levels)[number]) =>
  sumOf(
    ...among.flatMap(({ atoms }) =>
      wanted === 'due'
        ? [...atoms.values()]
        : [...atoms].flatMap(([level, atom]) => (level === wanted ? [atom] : [])),
    ),
  )

function countTerms(
  part: Counting,
  among: readonly CountedTerm[],
  year: AcademicYear,
  children: readonly ReportChildFacts[],
  on: IsoDate,
): void {
  for (const { atoms } of among) part.declare(...atoms.values())
  for (const { identity, pep } of children)
    for (const { window, atoms } of among) {
      const fact = pep?.windows.find((each) => each.year === year && each.term === window.term)
      const level = fact === undefined ? null : levelOf(fact, on)
      const atom = level === null ? undefined : atoms.get(level)
      if (atom !== undefined) part.add(atom, identity.childId)
    }
}

function figuresOf(
  part: Counting,
  id: string,
  among: readonly CountedTerm[],
  growing: readonly (typeof levels)[number][],
): void {
  const isOver = id !== 'pep.closed' && among.every(({ hasEnded }) => hasEnded)
  for (const level of levels)
    part.figure(`${id}.${level}`, atomsOf(among, level), {
      within: level === 'due' ? null : `${id}.due`,
      neverFalls: growing.includes(level),
      isOver: isOver && (level === 'due' || level === 'on-time'),
      // What is missing or late is for the school and the authority to answer, no fault of a child: none is said.
      ...(level === 'missing' || level === 'late' ? { zero: 'said' as const } : {}),
    })
}

/** A plan meeting of the year. Marks and suspensions come in other files, so that they tell nothing of plans. */
const hasMeetingIn = ({ pep }: ReportChildFacts, year: AcademicYear): boolean =>
  (pep?.meetings ?? []).some(({ heldOn }) => academicYearOf(heldOn) === year)

/**
 * 4 Personal education plans, term by term. A term that has not begun is not counted yet. Those of last year are of
 * all children of the school then; those of this year are of the children of the report.
 */
export function countPeps(facts: ReportFacts, children: readonly CountedChild[]): Part {
  const part = new Counting()
  const { year, calendar, on, told } = facts
  const windows = pepWindows(year)
  if (!told.pep || windows === null || !calendar.years.includes(year)) {
    const why = told.pep
      ? `The school’s terms of ${year} are not here.`
      : 'No personal education plan was ever recorded or imported here.'
    part.isUnknown(why, 'pep')
    return part
  }
  const last = previousYear(year)
  const ofYear = termsOf(year, on, 'pep')
  const own = children.map((child) => child.facts)
  countTerms(part, ofYear, year, own, on)
  for (const { atoms } of ofYear) part.atMost(sumOf(...atoms.values()), childrenOf('all'))

  const knowsLast = calendar.years.includes(last) && facts.children.some((child) => hasMeetingIn(child, last))
  const ofLast = knowsLast ? termsOf(last, on, 'pep-last') : []
  countTerms(part, ofLast, last, facts.children, on)

  const closed = [...ofLast, ...ofYear.filter(({ hasEnded }) => hasEnded)]
  figuresOf(part, 'pep.closed', closed, ['due', 'on-time', 'late'])
  figuresOf(part, 'pep.year', ofYear, ['on-time', 'late'])
  if (knowsLast) figuresOf(part, 'pep.last-year', ofLast, ['due', 'on-time', 'late'])
  else part.isUnknown(`No plan of ${last} is here.`, 'pep.last-year')
  for (const { term } of windows) {
    const begun = ofYear.filter(({ window }) => window.term === term)
    if (begun.length > 0) figuresOf(part, `pep.${term}`, begun, ['on-time', 'late'])
    else part.isUnknown(`The ${term} term has not begun.`, `pep.${term}`)
  }
  countMeetings(part, facts, own)
  // Each plan that was completed in its term, or late, had a meeting of its own in that term.
  part.atMost([...atomsOf(ofYear, 'on-time'), ...atomsOf(ofYear, 'late')], sumOf('meetings'))
  return part
}
