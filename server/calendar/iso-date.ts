/** A calendar day as text, `2026-03-13`. Text order is date order, so `<` compares. */
export type IsoDate = string & { readonly __isoDate: unique symbol }

/** A local wall time to the minute, `2026-03-13T08:12`, without a time zone. */
export type LocalMinute = string & { readonly __localMinute: unique symbol }

const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const DATE_LENGTH = 10
const MINUTE_LENGTH = 16

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : NaN
}
const pair = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)
const yearOf = (text: string): number => pair(text, 0) * 100 + pair(text, 2)
const monthOf = (text: string): number => pair(text, 5)
const dayOfMonth = (text: string): number => pair(text, 8)

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLength = (year: number, month: number): number =>
  month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31

const startsWithRealDay = (text: string): boolean => {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  const year = yearOf(text)
  const month = monthOf(text)
  const day = dayOfMonth(text)
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= monthLength(year, month)
  )
}

/** True for a day that exists, written `YYYY-MM-DD`, in the years 1900 to 2199. */
export function isIsoDate(text: string): text is IsoDate {
  return text.length === DATE_LENGTH && startsWithRealDay(text)
}

/** The text as a day; throws a RangeError when it is none. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}

/** True for `YYYY-MM-DDTHH:MM` with a day that exists and a time from 00:00 to 23:59. */
export function isLocalMinute(text: string): text is LocalMinute {
  return (
    text.length === MINUTE_LENGTH &&
    startsWithRealDay(text) &&
    text.charAt(10) === 'T' &&
    pair(text, 11) <= 23 &&
    text.charAt(13) === ':' &&
    pair(text, 14) <= 59
  )
}

/**
 * True for a day that a record or a question may name, in the years 1950 to 2099: a day at the edge of what can
 * be written leaves no room to count from it.
 */
export const isRecordDay = (text: string): text is IsoDate =>
  isIsoDate(text) && text >= '1950-01-01' && text <= '2099-12-31'

/** True for a local wall time on a day that a record may name. */
export const isRecordMinute = (text: string): text is LocalMinute =>
  isLocalMinute(text) && isRecordDay(text.slice(0, DATE_LENGTH))

/** The text as a local wall time; throws a RangeError when it is none. */
export function localMinute(text: string): LocalMinute {
  if (!isLocalMinute(text)) throw new RangeError(`Not a local time to the minute: ${text}`)
  return text
}

/** Minutes of a day as a wall time: 930 is `15:30`. */
export function timeOfDay(minutes: number): string {
  const two = (number: number) => `${number}`.padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The day of a local wall time. */
export function dayOf(minute: LocalMinute): IsoDate {
  return minute.slice(0, DATE_LENGTH) as IsoDate
}

/** Days of the proleptic Gregorian calendar before 1 March of year 0, counted from 1970-01-01. */
const EPOCH_SHIFT = 719_468

/** Days from 1 March to the first of a month, by its number. */
const FROM_MARCH = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275]

/** Days since 1970-01-01, negative before it. */
export function dayNumber(day: IsoDate): number {
  // Called millions of times in an import or an evaluation, hence plain sums of the ten known digits.
  const month = day.charCodeAt(5) * 10 + day.charCodeAt(6) - 528
  const calendarYear =
    day.charCodeAt(0) * 1000 + day.charCodeAt(1) * 100 + day.charCodeAt(2) * 10 + day.charCodeAt(3) - 53_328
  // Years begin in March here, so that the leap day is the last day of one.
  const year = month <= 2 ? calendarYear - 1 : calendarYear
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const dayOfYear = (FROM_MARCH[month] ?? 0) + day.charCodeAt(8) * 10 + day.charCodeAt(9) - 529
  return year * 365 + leapDays + dayOfYear - EPOCH_SHIFT
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)
const ymd = (year: number, month: number, day: number): IsoDate =>
  `${year}-${two(month)}-${two(day)}` as IsoDate

const FIRST_NUMBER = dayNumber(ymd(FIRST_YEAR, 1, 1))
const LAST_NUMBER = dayNumber(ymd(LAST_YEAR, 12, 31))
const known = new Map<number, IsoDate>()

/** The day that lies `n` days after 1970-01-01; throws a RangeError outside 1900 to 2199. */
export function fromDayNumber(n: number): IsoDate {
  const found = known.get(n)
  if (found !== undefined) return found
  if (!Number.isInteger(n) || n < FIRST_NUMBER || n > LAST_NUMBER)
    throw new RangeError(`No day has number ${n}`)
  const fromMarch0 = n + EPOCH_SHIFT
  const era = Math.floor(fromMarch0 / 146_097)
  const ofEra = fromMarch0 - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const day = ymd(
    era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  )
  known.set(n, day)
  return day
}

/** The day `n` days later, earlier when `n` is negative. */
export function addDays(day: IsoDate, n: number): IsoDate {
  return fromDayNumber(dayNumber(day) + n)
}

/** Days from `from` to `to`: 1 for the next day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week: 0 = Monday to 6 = Sunday. */
export function weekday(day: IsoDate): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

/** The Monday of the week, Monday to Sunday, that holds the day. */
export function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, -weekday(day))
}

/** The same day of the month `n` months later; the last day of the month when it has no such day. */
export function addMonths(day: IsoDate, n: number): IsoDate {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return isoDate(ymd(year, month, Math.min(dayOfMonth(day), monthLength(year, month))))
}

/** The same calendar day `n` years later; 29 February becomes 28 February. */
export function addYears(day: IsoDate, n: number): IsoDate {
  return addMonths(day, n * 12)
}

/**
 * Age in completed years, negative before birth. It changes at the start of the birthday (Family Law
 * Reform Act 1969, section 9); a child born on 29 February is older on 1 March in a common year.
 */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  return yearOf(on) - yearOf(birth) - (on.slice(5) < birth.slice(5) ? 1 : 0)
}
