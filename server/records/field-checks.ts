import { daysBetween, isoDate } from '../calendar/iso-date.ts'
import type { FieldProblem, FieldValue } from './kind.ts'

/** The sentence at a field where it holds; nothing where it does not. */
export const wrong = (isWrong: boolean, field: string, message: string): FieldProblem[] =>
  isWrong ? [{ field, message }] : []

/** Whether one day or minute lies before another; false where either is not told. A day and a minute of it are alike. */
export function isBefore(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}

/** Whether a day lies more than so many days after another; false where either is not told. */
export const isPast = (first: FieldValue | undefined, last: FieldValue | undefined, days: number): boolean =>
  typeof first === 'string' && typeof last === 'string' && daysBetween(isoDate(first), isoDate(last)) > days

/** Whether somebody said something of a field. */
export const isTold = (value: FieldValue | undefined): boolean => value !== null && value !== undefined
