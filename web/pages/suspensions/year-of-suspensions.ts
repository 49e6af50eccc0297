import type { SuspensionsPage } from '../../api.ts'
import type { SuspensionMonth } from '../../charts/suspension-month-series.ts'
import type { TallyKey, TallyMark, TallyRow } from '../../charts/tally-series.ts'
import { dayWithYear, halfDaysInWords, plainDay } from '../../format.ts'
import { GROUPS } from '../cohort/cohort-row.ts'

export type SuspensionRow = SuspensionsPage['rows'][number]
type AskedFirst = SuspensionRow['askedFirst']

/** Cancelled before any of it was served: it counts nowhere. */
export const isUndone = ({
  cancelledAt,
  halfDays,
}: Pick<SuspensionRow, 'cancelledAt' | 'halfDays'>): boolean => cancelledAt !== null && halfDays === 0

/** Those of this school that count: another school's, and what was cancelled before it began, are listed and not drawn. */
export const atThisSchool = ({ rows }: Pick<SuspensionsPage, 'rows'>): SuspensionRow[] =>
  rows.filter((row) => !row.atOtherSchool && !isUndone(row))

/** `3 days`, `2 lunchtimes`, `permanently excluded`. */
export function lengthWords({ kind, halfDays }: Pick<SuspensionRow, 'kind' | 'halfDays'>): string {
  if (kind === 'permanent') return 'permanently excluded'
  if (kind === 'lunchtime') return halfDays === 1 ? '1 lunchtime' : `${halfDays ?? 0} lunchtimes`
  return halfDaysInWords(halfDays ?? 0)
}

const markWords = (row: SuspensionRow, on: string) =>
  `${lengthWords(row)} from ${dayWithYear(row.startedOn, on)}`

/** First of the school year, or a repeat: outlined and solid, as in the months. */
export const REPEAT_KEY: readonly TallyKey[] = [
  { shape: 'solid', word: 'repeats' },
  { shape: 'outline', word: 'first of the year' },
]

const repeatMark = (row: SuspensionRow, on: string): TallyMark => ({
  shape: row.nth > 1 ? 'solid' : 'outline',
  name: row.child.name,
  words: markWords(row, on),
})

/** Half days of suspension by the month they fall in; lunchtimes and permanent exclusions are no days. */
export function monthsOf(page: Pick<SuspensionsPage, 'rows'>): SuspensionMonth[] {
  const months = new Map<string, SuspensionMonth>()
  for (const { months: parts, nth, kind } of atThisSchool(page)) {
    if (kind !== 'suspension') continue
    for (const { month, halfDays } of parts) {
      const sum = months.get(month) ?? { month, first: 0, repeated: 0 }
      if (nth > 1) sum.repeated += halfDays
      else sum.first += halfDays
      months.set(month, sum)
    }
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** A row a reason, the most frequent first; a suspension with two reasons stands in both. */
export function reasonRows(page: SuspensionsPage): TallyRow[] {
  const words = new Map(page.reasons.map((reason) => [reason.code, reason.words]))
  const codes = [...new Set(atThisSchool(page).flatMap(({ reasons }) => reasons))]
  return codes
    .map((code) => ({
      label: words.get(code) ?? `Code ${code}`,
      marks: atThisSchool(page)
        .filter(({ reasons }) => reasons.includes(code))
        .map((row) => repeatMark(row, page.evaluatesOn)),
    }))
    .toSorted((a, b) => b.marks.length - a.marks.length || (a.label < b.label ? -1 : 1))
}

export const ASKED_KEY: readonly TallyKey[] = [
  { shape: 'breach', word: 'never asked' },
  { shape: 'late', word: 'told after the decision' },
  { shape: 'no-data', word: 'not known' },
  { shape: 'met', word: 'asked before' },
]

const ASKED: Readonly<Record<Exclude<AskedFirst, 'not-needed'>, TallyMark['shape']>> = {
  before: 'met',
  after: 'late',
  never: 'breach',
  'not-known': 'no-data',
}

/** Suspensions before which somebody had to be asked. */
export const askable = (page: Pick<SuspensionsPage, 'rows'>): SuspensionRow[] =>
  atThisSchool(page).filter(({ askedFirst }) => askedFirst !== 'not-needed')

const inTerms = <Row>(
  { terms, evaluatesOn }: SuspensionsPage,
  rows: readonly Row[],
  termOf: (row: Row) => string | null,
): { name: string; rows: Row[] }[] => {
  const begun = terms.filter(({ firstDay }) => firstDay <= evaluatesOn).map(({ name }) => name)
  const known = begun.map((name) => ({ name, rows: rows.filter((row) => termOf(row) === name) }))
  const rest = rows.filter((row) => !begun.includes(termOf(row) ?? ''))
  return rest.length > 0 ? [...known, { name: 'No term', rows: rest }] : known
}

/** A row a term: was the Virtual School, or the social worker, asked before the decision? */
export const askedRows = (page: SuspensionsPage): TallyRow[] =>
  inTerms(page, askable(page), ({ term }) => term).map(({ name, rows }) => ({
    label: name,
    marks: rows.map((row) => ({
      shape: row.askedFirst === 'not-needed' ? 'met' : ASKED[row.askedFirst],
      name: row.child.name,
      words: markWords(row, page.evaluatesOn),
    })),
  }))

export const AGAIN_KEY: readonly TallyKey[] = [
  { shape: 'solid', word: 'suspended again' },
  { shape: 'outline', word: 'suspended once' },
]

const TIMES = ['Once', 'Twice', 'Three times', 'Four times']

/** A row a number of suspensions, one mark a child. */
export function againRows(page: Pick<SuspensionsPage, 'rows'>): TallyRow[] {
  const children = new Map<string, { name: string; times: number }>()
  for (const { child } of atThisSchool(page)) {
    const { times } = children.get(child.id) ?? { times: 0 }
    children.set(child.id, { name: child.name, times: times + 1 })
  }
  const all = [...children.values()]
  const most = Math.max(0, ...all.map(({ times }) => times))
  const numbers = Array.from({ length: Math.min(most, 5) }, (_, at) => at + 1)
  return numbers.map((times) => ({
    label: TIMES[times - 1] ?? 'Five times or more',
    marks: all
      .filter((child) => Math.min(child.times, 5) === times)
      .map(({ name, times: many }) => ({
        shape: many > 1 ? 'solid' : 'outline',
        name,
        words: many === 1 ? 'suspended once' : `suspended ${many} times`,
      })),
  }))
}

export const OUTCOME_KEY: readonly TallyKey[] = [
  { shape: 'met', word: 'stays in school' },
  { shape: 'solid', word: 'suspended' },
]

/** A row a term: what came of those that were considered here first. */
export function outcomeRows(page: SuspensionsPage): TallyRow[] {
  const termOn = (on: string) =>
    page.terms.find(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay)?.name ?? null
  const stays = page.notSuspended.map(({ child, decidedAt }) => ({
    term: termOn(decidedAt.slice(0, 10)),
    mark: {
      shape: 'met' as const,
      name: child.name,
      words: `stays in school, ${plainDay(decidedAt.slice(0, 10))}`,
    },
  }))
  const suspended = atThisSchool(page)
    .filter(({ considered }) => considered)
    .map((row) => ({
      term: row.term,
      mark: { shape: 'solid' as const, name: row.child.name, words: markWords(row, page.evaluatesOn) },
    }))
  return inTerms(page, [...stays, ...suspended], ({ term }) => term).map(({ name, rows }) => ({
    label: name,
    marks: rows.map(({ mark }) => mark),
  }))
}

/** A row a group that has any, as it was on the first day of the suspension. */
export const groupRows = (page: SuspensionsPage): TallyRow[] =>
  [...GROUPS.map(({ group, short }) => ({ group, short })), { group: null, short: 'In no list' }]
    .map(({ group, short }) => ({
      label: short,
      marks: atThisSchool(page)
        .filter(({ child }) => child.group === group)
        .map((row) => repeatMark(row, page.evaluatesOn)),
    }))
    .filter(({ marks }) => marks.length > 0)
