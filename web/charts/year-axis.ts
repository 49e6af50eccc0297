import { daysBetween, weekNumber, type Day } from '../days.ts'

/** A gap of more than this many days between school days is a holiday, not a weekend or a bank holiday. */
const LONGEST_WEEKEND = 5

export interface YearAxis {
  /** Width of one school day. */
  unit: number
  /** Left edge of each school day, in the order given. */
  lefts: readonly number[]
  /** Middles of the holidays between two school days. */
  holidays: readonly number[]
  /** Left edge of the first school day on or after the day; the right end when there is none. */
  leftOf(day: Day): number
  /** Right edge of the last school day on or before the day; the left end when there is none. */
  rightOf(day: Day): number
}

/**
 * School days side by side over a width: a small gap at each new week, a wider one at each holiday.
 * `weekGap` and `holidayGap` are in widths of a day. Days are in order.
 */
export function yearAxis(days: readonly Day[], width: number, weekGap = 0.6, holidayGap = 3): YearAxis {
  const gaps = days.map((day, at) => {
    const before = days[at - 1]
    if (before === undefined) return 0
    if (daysBetween(before, day) > LONGEST_WEEKEND) return holidayGap
    return weekNumber(before) === weekNumber(day) ? 0 : weekGap
  })
  const unit = width / Math.max(1, days.length + gaps.reduce((sum, gap) => sum + gap, 0))
  const lefts: number[] = []
  const holidays: number[] = []
  let right = 0
  for (const gap of gaps) {
    if (gap === holidayGap) holidays.push(right + (gap * unit) / 2)
    lefts.push(right + gap * unit)
    right += (gap + 1) * unit
  }
  const firstFrom = (day: Day) => days.findIndex((one) => one >= day)
  return {
    unit,
    lefts,
    holidays,
    leftOf: (day) => lefts[firstFrom(day)] ?? width,
    rightOf: (day) => {
      const after = days.findIndex((one) => one > day)
      const left = after < 0 ? lefts.at(-1) : lefts[after - 1]
      return left === undefined ? 0 : left + unit
    },
  }
}
