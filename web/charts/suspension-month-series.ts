import type { TableTwin } from '../components/table-twin.ts'
import { monthName } from '../format.ts'

/** Half days of suspension that fall in a month: of a child's first of the school year, and of those after it. */
export interface SuspensionMonth {
  /** `2026-03`. */
  month: string
  first: number
  repeated: number
}

export interface SuspensionMonthSeries {
  labels: readonly string[]
  /** School days of first suspensions and of repeated ones, month by month. */
  first: readonly number[]
  repeated: readonly number[]
}

const monthsBetween = (from: string, to: string): string[] => {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  return Array.from({ length: number(to) - number(from) + 1 }, (_, at) => {
    const month = number(from) + at
    return `${Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, '0')}`
  })
}

/** Months in order; one without a suspension between two with is a true zero and stands among them. */
function withZeros(months: readonly SuspensionMonth[]): SuspensionMonth[] {
  const inOrder = months.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const [first, last] = [inOrder[0]?.month, inOrder.at(-1)?.month]
  if (first === undefined || last === undefined) return []
  return monthsBetween(first, last).map(
    (month) => inOrder.find((one) => one.month === month) ?? { month, first: 0, repeated: 0 },
  )
}

/** School days by month, first suspensions and repeats apart. */
export function suspensionMonthSeries(months: readonly SuspensionMonth[]): SuspensionMonthSeries {
  const all = withZeros(months)
  return {
    labels: all.map(({ month }) => monthName(month)),
    first: all.map(({ first }) => first / 2),
    repeated: all.map(({ repeated }) => repeated / 2),
  }
}

/** A row a month. */
export function suspensionMonthTable(months: readonly SuspensionMonth[]): TableTwin {
  return {
    caption: 'School days of suspension by month',
    head: ['Month', 'Of first suspensions', 'Of repeats', 'Together'],
    rows: withZeros(months).map(({ month, first, repeated }) => [
      `${monthName(month)} ${month.slice(0, 4)}`,
      first / 2,
      repeated / 2,
      (first + repeated) / 2,
    ]),
  }
}
