import { bankHolidays, knownCalendarYears } from './bank-holidays-england.ts'
import { dayNumber, fromDayNumber, isoDate, weekday, type IsoDate } from './iso-date.ts'

/**
 * Working days as the Care Planning, Placement and Case Review (England) Regulations 2010 mean them:
 * not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday. Laid out once, then looked up.
 */
const firstKnown = dayNumber(isoDate(`${knownCalendarYears[0]}-01-01`))
const lastKnown = dayNumber(isoDate(`${knownCalendarYears.at(-1)}-12-31`))

const workingDays: number[] = []
/** For each known day, how many working days there are up to and including it. */
const countUpTo = new Int32Array(lastKnown - firstKnown + 1)

const holidays = new Set<string>(bankHolidays)
for (let n = firstKnown; n <= lastKnown; n += 1) {
  const day = fromDayNumber(n)
  // A Christmas Day at a weekend has a substitute day in its place, and is still no working day.
  if (weekday(day) < 5 && !holidays.has(day) && !day.endsWith('-12-25')) workingDays.push(n)
  countUpTo[n - firstKnown] = workingDays.length
}

const known = (n: number): boolean => n >= firstKnown && n <= lastKnown
const upTo = (n: number): number => (n < firstKnown ? 0 : (countUpTo[n - firstKnown] ?? 0))

/** First and last day for which working days are known. */
export const workingDaysKnown: { readonly from: IsoDate; readonly to: IsoDate } = {
  from: fromDayNumber(firstKnown),
  to: fromDayNumber(lastKnown),
}

/** True on a working day, null outside the known years. */
export function isWorkingDay(day: IsoDate): boolean | null {
  const n = dayNumber(day)
  return known(n) ? upTo(n) > upTo(n - 1) : null
}

/**
 * The `n`-th working day after a day, the day itself being day 0 whether or not it is a working day.
 * Null when the day or the answer lies outside the known years; throws on a negative or broken `n`.
 */
export function addWorkingDays(day: IsoDate, n: number): IsoDate | null {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`)
  const start = dayNumber(day)
  if (!known(start)) return null
  if (n === 0) return day
  const found = workingDays[upTo(start) + n - 1]
  return found === undefined ? null : fromDayNumber(found)
}

/** Working days from `first` to `last`, both included; 0 when reversed; null outside the known years. */
export function workingDaysBetween(first: IsoDate, last: IsoDate): number | null {
  const from = dayNumber(first)
  const to = dayNumber(last)
  if (!known(from) || !known(to)) return null
  return to < from ? 0 : upTo(to) - upTo(from - 1)
}
