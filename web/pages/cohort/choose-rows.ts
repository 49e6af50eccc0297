import { count } from '../../format.ts'
import { GROUPS, type CohortGroup, type CohortRow } from './cohort-row.ts'

export type DutyFilter = 'any' | 'breach' | 'due' | 'watch' | 'no-data' | 'answered' | 'none'
export type SortKey = 'to-do' | 'name' | 'absence' | 'left' | 'suspended'

/** What of the cohort is looked at, and in which order. */
export interface RowChoice {
  group: CohortGroup | 'all'
  duty: DutyFilter
  /** A year group as stored, or `all`. */
  year: string
  search: string
  sort: SortKey
}

export const EVERYBODY: RowChoice = { group: 'all', duty: 'any', year: 'all', search: '', sort: 'to-do' }

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}

/** A name without case, accents and apostrophes, so that `Zoltkiewski` finds `Żółtkiewski`. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘`.]/gu, '')
    .replace(/[øłđðæœßþıħ]/g, (letter) => LOOK_ALIKE[letter] ?? letter)

const words = (text: string) =>
  folded(text)
    .split(/[\s-]+/)
    .filter(Boolean)

/** Every word of the search begins some part of the name. */
export function isNamed(name: string, search: string): boolean {
  const parts = words(name)
  return words(search).every((word) => parts.some((part) => part.startsWith(word)))
}

function hasDuty({ alerts }: CohortRow, duty: DutyFilter): boolean {
  const { breach, due, watch, answered, noData } = alerts
  if (duty === 'any') return true
  if (duty === 'none') return breach + due + watch + noData === 0
  return { breach, due, watch, answered, 'no-data': noData }[duty] > 0
}

const isChosen = (row: CohortRow, { group, duty, year, search }: RowChoice) =>
  (group === 'all' || row.group === group) &&
  (year === 'all' || row.yearGroup === year) &&
  hasDuty(row, duty) &&
  isNamed(row.name, search)

const byName = new Intl.Collator('en-GB')
const share = ({ attendance }: CohortRow) =>
  attendance && attendance.possible > 0 ? attendance.absent / attendance.possible : -1

/** Most first in each; what is not known stands with what is broken. */
const SORTS: Readonly<Record<SortKey, (a: CohortRow, b: CohortRow) => number>> = {
  'to-do': ({ alerts: a }, { alerts: b }) =>
    b.breach - a.breach || b.due - a.due || b.noData - a.noData || b.watch - a.watch,
  name: () => 0,
  absence: (a, b) => share(b) - share(a),
  left: (a, b) =>
    (a.attendance?.canStillMiss ?? Infinity) - (b.attendance?.canStillMiss ?? Infinity) ||
    share(b) - share(a),
  suspended: (a, b) =>
    (b.suspension?.termHalfDays ?? -1) - (a.suspension?.termHalfDays ?? -1) ||
    (b.suspension?.yearHalfDays ?? -1) - (a.suspension?.yearHalfDays ?? -1),
}

/** Ids in the order of a sort, then by surname and name. */
export const orderOf = (rows: readonly CohortRow[], sort: SortKey): string[] =>
  rows
    .toSorted(
      (a, b) => SORTS[sort](a, b) || byName.compare(a.surname, b.surname) || byName.compare(a.name, b.name),
    )
    .map(({ id }) => id)

export interface ChosenGroup {
  title: string
  rows: readonly CohortRow[]
}

/**
 * The chosen rows under their headings, in a given order of ids, at most so many; the heading says how many of
 * the group are chosen. `hidden` is how many are left out by `most`.
 */
export function chosenGroups(
  rows: readonly CohortRow[],
  choice: RowChoice,
  order: readonly string[],
  most = Infinity,
): { groups: ChosenGroup[]; shown: number; hidden: number } {
  const place = new Map(order.map((id, at) => [id, at]))
  const placeOf = ({ id }: CohortRow) => place.get(id) ?? Infinity
  const chosen = rows.filter((row) => isChosen(row, choice)).toSorted((a, b) => placeOf(a) - placeOf(b))
  const groups: ChosenGroup[] = []
  let left = most
  for (const { group, title } of GROUPS) {
    const ofGroup = chosen.filter((row) => row.group === group)
    const all = rows.filter((row) => row.group === group).length
    const some = ofGroup.slice(0, left)
    left -= some.length
    if (some.length === 0) continue
    const many = ofGroup.length === all ? `${all}` : `${ofGroup.length} of ${all}`
    groups.push({ title: `${title} · ${many}`, rows: some })
  }
  const shown = groups.reduce((sum, one) => sum + one.rows.length, 0)
  return { groups, shown, hidden: chosen.length - shown }
}

/** `Show the other 12 children`. */
export const othersLabel = (hidden: number): string =>
  hidden === 1 ? 'Show the other child' : `Show the other ${count(hidden, 'child', 'children')}`

/** Year groups that occur, youngest first. */
export const yearsOf = (rows: readonly CohortRow[]): string[] => {
  const age = (year: string) => ({ N: -2, R: -1 })[year] ?? Number(year)
  return [...new Set(rows.map(({ yearGroup }) => yearGroup))].toSorted((a, b) => age(a) - age(b))
}
