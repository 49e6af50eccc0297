import type { IsoDate } from '../calendar/iso-date.ts'
import { valueOn } from './dated.ts'
import { thresholds } from './thresholds.ts'

/** Whole quotient of whole numbers, rounded down, exact. */
const quotient = (dividend: number, divisor: number): number =>
  (dividend - (((dividend % divisor) + divisor) % divisor)) / divisor

/** The share in percent to one decimal place, rounded half up from the exact fraction; null of nothing. */
export function percentToOneDecimal(part: number, whole: number): number | null {
  return whole === 0 ? null : quotient(2000 * part + whole, 2 * whole) / 10
}

const reaches = (absent: number, possible: number, percent: number): boolean =>
  possible > 0 && absent * 100 >= percent * possible

/** At least 10 % of the child's own possible sessions missed, without rounding first. */
export function isPersistent(absent: number, possible: number, on?: IsoDate): boolean {
  return reaches(absent, possible, valueOn(thresholds.persistentAbsence, on))
}

/** At least half of the child's own possible sessions missed, without rounding first. */
export function isSevere(absent: number, possible: number, on?: IsoDate): boolean {
  return reaches(absent, possible, valueOn(thresholds.severeAbsence, on))
}

/** At least the share, in percent, at which the school wants to be warned. */
export function isNearPersistent(
  absent: number,
  possible: number,
  percent: number = thresholds.absenceWarning.latest,
): boolean {
  return reaches(absent, possible, percent)
}

/** Too few possible sessions for a rate to say much. */
export function isSmallBase(possible: number, base: number = thresholds.smallBase.latest): boolean {
  return possible < base
}

/**
 * How many more sessions the child can miss this year before persistent absence, when every session to come
 * is possible: `possible` and `absent` so far, `remaining` school sessions to the end of the year.
 */
export function canStillMiss(possible: number, absent: number, remaining: number, on?: IsoDate): number {
  const percent = valueOn(thresholds.persistentAbsence, on)
  const firstPersistent = -quotient(-(possible + remaining) * percent, 100)
  return Math.max(0, Math.min(remaining, firstPersistent - 1 - absent))
}

/** The greatest sum of so many consecutive values, fewer at the start; 0 of none. */
export function greatestRun(values: readonly number[], length: number): number {
  let sum = 0
  let greatest = 0
  for (const [index, value] of values.entries()) {
    sum += value - (values[index - length] ?? 0)
    greatest = Math.max(greatest, sum)
  }
  return greatest
}
