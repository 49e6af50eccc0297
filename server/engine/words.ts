import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import { dayOf, weekday, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'

/** The words of findings in British English: days, counts and rates that read well for 0, 1 and many. */
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]
const NO_BREAK_SPACE = '\u00a0'

/** The words of a day are asked for again and again; there are few days. */
const known = new Map<
  IsoDate,
  { readonly date: string; readonly weekday: string; readonly year: AcademicYear }
>()

function partsOf(day: IsoDate) {
  const found = known.get(day)
  if (found !== undefined) return found
  const parts = {
    date: `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`,
    weekday: WEEKDAYS[weekday(day)] ?? '',
    year: academicYearOf(day),
  }
  known.set(day, parts)
  return parts
}

let lastOn: { readonly day: IsoDate; readonly year: AcademicYear } | undefined

/** Nearly every question in a row is asked on the same day. */
function yearOf(on: IsoDate): AcademicYear {
  if (lastOn?.day !== on) lastOn = { day: on, year: partsOf(on).year }
  return lastOn.year
}

/** `27 March`; with its year, `27 March 2025`, when `on` lies in another academic year. */
export function dateWords(day: IsoDate, on: IsoDate = day): string {
  const { date, year } = partsOf(day)
  return year === yearOf(on) ? date : `${date} ${day.slice(0, 4)}`
}

/** `Fri 27 March`; with its year when `on` lies in another academic year. */
export function dayWords(day: IsoDate, on: IsoDate = day): string {
  return `${partsOf(day).weekday} ${dateWords(day, on)}`
}

/** `Tue 20 January at 13:40`; with its year when `on` lies in another academic year. */
export function minuteWords(minute: LocalMinute, on: IsoDate = dayOf(minute)): string {
  return `${dayWords(dayOf(minute), on)} at ${minute.slice(11)}`
}

/** `no sessions`, `1 session`, `22 sessions`: a measured number with its unit. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n === 0 ? 'no' : n} ${n === 1 ? one : many}`
}

/** `no PEPs`, `one PEP`, `three PEPs`, `12 PEPs`: a small number of things, in words up to ten. */
export function countWords(n: number, one: string, many = `${one}s`): string {
  return `${NUMBERS[n] ?? n} ${n === 1 ? one : many}`
}

const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** `second`, `third`, `11th`, `21st`: which of several, in words up to the tenth. */
export function ordinal(n: number): string {
  return ORDINALS[n] ?? `${n}${endings[ordinals.select(n)] ?? 'th'}`
}

/** Half days as school days in figures: 11 is `5.5`, 12 is `6`. */
export function halfDayFigure(halfDays: number): string {
  return halfDays % 2 === 0 ? `${halfDays / 2}` : `${Math.floor(halfDays / 2)}.5`
}

/** Half days as school days with the unit: 11 is `5.5 school days`, 1 is `half a school day`. */
export function schoolDayWords(halfDays: number): string {
  if (halfDays === 0) return 'no school days'
  if (halfDays === 1) return 'half a school day'
  return `${halfDayFigure(halfDays)} school day${halfDays === 2 ? '' : 's'}`
}

/** `7.7 %`, rounded half up from the exact fraction, with a no-break space; `whole` is at least 1. */
export function percentWords(part: number, whole: number): string {
  const tenths = Math.floor((2000 * part + whole) / (2 * whole))
  return `${Math.floor(tenths / 10)}.${tenths % 10}${NO_BREAK_SPACE}%`
}

/** A line in percent as it is written: `10 %`. */
export function lineWords(percent: number): string {
  return `${percent}${NO_BREAK_SPACE}%`
}

/** `a`, `a and b`, `a, b and c`; empty for none. */
export function list(items: readonly string[], joint = 'and'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`
}

/** The text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
