import type { Cohort } from '../../../web/api.ts'
import type { CohortPep, CohortRow } from '../../../web/pages/cohort/cohort-row.ts'

type Changed<T> = { readonly [K in keyof T]?: T[K] }

const attendance: NonNullable<CohortRow['attendance']> = {
  possible: 200,
  absent: 10,
  authorised: 10,
  unauthorised: 0,
  missing: 0,
  rate: 5,
  persistent: false,
  severe: false,
  smallBase: false,
  canStillMiss: 20,
  remaining: 146,
  unauthorisedLast10: 0,
  unauthorisedWorst10: 0,
  weeks: [],
}

const suspension: NonNullable<CohortRow['suspension']> = {
  term: 'Spring 2026',
  termHalfDays: 0,
  termParts: [],
  yearHalfDays: 0,
  inYear: 0,
  permanent: false,
  next: { schoolDays: 5, halfDaysLeft: 10 },
  yearHalfDaysLeft: 90,
  yearLevel: 'none',
}

/** A row's absence: so many sessions missed of so many. */
export const missed = (
  absent: number,
  possible: number,
  changed: Changed<typeof attendance> = {},
): typeof attendance => ({
  ...attendance,
  absent,
  possible,
  persistent: possible > 0 && 10 * absent >= possible,
  severe: possible > 0 && 2 * absent >= possible,
  ...changed,
})

/** A row's suspensions of the term, in half days. */
export const suspended = (...termParts: number[]): typeof suspension => {
  const termHalfDays = termParts.reduce((sum, one) => sum + one, 0)
  return { ...suspension, termParts, termHalfDays, yearHalfDays: termHalfDays, inYear: termParts.length }
}

export const aPep = (state: CohortPep['state'], changed: Changed<CohortPep> = {}): CohortPep => ({
  state,
  text: 'Done 9 Feb',
  detail: 'green',
  recordId: null,
  about: '2025/26 spring',
  answered: false,
  ...changed,
})

let made = 0

/** A looked-after child of whom nothing is open. */
export function aRow(changed: Changed<CohortRow> = {}): CohortRow {
  const number = ++made
  return {
    id: `child-${number}`,
    name: `Ash Reed${number}`,
    surname: `Reed${number}`,
    yearGroup: '9',
    group: 'cla',
    statuses: ['cla'],
    authority: 'Saltmere',
    keyAdult: null,
    pep: { autumn: null, spring: null, summer: null },
    attendance,
    suspension,
    alerts: { breach: 0, due: 0, watch: 0, answered: 0, noData: 0 },
    ...changed,
  }
}

type Counts = Cohort['pepByTerm'][number]['counts']

/** A term's counts; what is not named is none. */
export const pepCounts = (counts: Changed<Counts>): Counts => ({
  'on-time': 0,
  late: 0,
  missing: 0,
  'to-complete': 0,
  'to-hold': 0,
  ahead: 0,
  'not-a-duty': 0,
  'not-known': 0,
  ...counts,
})

const day = (text: string) => text as Cohort['on']

/** The cohort as at Friday 13 March 2026, with its rows and the PEPs of each term. */
export function aCohort(
  rows: readonly CohortRow[],
  peps: { autumn?: Changed<Counts>; spring?: Changed<Counts>; summer?: Changed<Counts> } = {},
  changed: Changed<Cohort> = {},
): Cohort {
  const groups = ['cla', 'social-worker', 'previously-cla', 'ever6', 'kinship'] as const
  const term = (
    name: 'autumn' | 'spring' | 'summer',
    firstDay: string,
    lastDay: string,
    lastSchoolDay: string,
  ): Cohort['pepByTerm'][number] => ({
    term: name,
    firstDay: day(firstDay),
    lastDay: day(lastDay),
    lastSchoolDay: day(lastSchoolDay),
    counts: pepCounts(peps[name] ?? {}),
  })
  return {
    on: day('2026-03-13'),
    evaluatesOn: day('2026-03-13'),
    year: '2025/26' as Cohort['year'],
    counts: Object.fromEntries(
      groups.map((group) => [group, rows.filter((row) => row.group === group).length]),
    ) as Cohort['counts'],
    statusNotKnown: 0,
    currentPep: { term: 'spring', lastSchoolDay: day('2026-03-27'), schoolDaysLeft: 10 },
    mondays: [],
    rows,
    pepByTerm: [
      term('autumn', '2025-09-01', '2025-12-31', '2025-12-19'),
      term('spring', '2026-01-01', '2026-04-05', '2026-03-27'),
      term('summer', '2026-04-06', '2026-07-31', '2026-07-17'),
    ],
    absenceContext: [],
    suspensionByMonth: [],
    ...changed,
  }
}
