import { academicYearOf, partsOf, weekday, type Day } from './days.ts'

/** Keeps a number and its unit on one line. */
export const NO_BREAK = '\u00a0'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
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
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** `Friday`. */
export const weekdayName = (day: Day): string => WEEKDAYS[weekday(day)] ?? ''

/** `Mar`, `Sept`: the short name of the month of a day or of a month such as `2026-03`. */
export const monthName = (day: string): string => SHORT_MONTHS[partsOf(day).month - 1] ?? ''

/** `13 March`. */
export function plainDay(day: Day): string {
  const { month, date } = partsOf(day)
  return `${date}${NO_BREAK}${MONTHS[month - 1]}`
}

/** `13 Mar`, for cells and charts. */
export const shortDay = (day: Day): string => `${partsOf(day).date}${NO_BREAK}${monthName(day)}`

/** `Fri 13 March`: a day on which someone must act. */
export const actDay = (day: Day): string => `${weekdayName(day).slice(0, 3)}${NO_BREAK}${plainDay(day)}`

/** `Friday 13 March`, for sentences. */
export const longDay = (day: Day): string => `${weekdayName(day)}${NO_BREAK}${plainDay(day)}`

/** `Fri 13 March 2026`. */
export const fullDay = (day: Day): string => `${actDay(day)}${NO_BREAK}${partsOf(day).year}`

/** `20 August 2020`, or `13 March` when the day lies in the academic year of `seenFrom`. */
export function dayWithYear(day: Day, seenFrom: Day): string {
  const sameYear = academicYearOf(day) === academicYearOf(seenFrom)
  return sameYear ? plainDay(day) : `${plainDay(day)}${NO_BREAK}${partsOf(day).year}`
}

const DAY_IN_WORDS = new RegExp(
  String.raw`\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} (?:${MONTHS.join('|')})\b(?: \d{4}\b)?`,
  'g',
)

/** A sentence of the server’s whose days, such as `Tue 2 February`, stay on one line. */
export const unbroken = (text: string): string =>
  text.replaceAll(DAY_IN_WORDS, (day) => day.replaceAll(' ', NO_BREAK))

/** `07:52` of a local minute such as `2026-03-13T07:52`. */
export const timeOf = (minute: string): string => minute.slice(11, 16)

export type DayKind = 'school' | 'working'

/**
 * How far away a due day is, counted in school or working days: `Today`, `In 3 school days`,
 * `5 working days late`. Negative = past.
 */
export function distance(days: number, kind: DayKind = 'school'): string {
  if (days === 0) return 'Today'
  const size = count(Math.abs(days), `${kind} day`)
  return days > 0 ? `In ${size}` : `${size} late`
}

/** Half days as school days in figures: 31 is `15.5`, 12 is `6`. */
export const halfDays = (halves: number): string => `${halves / 2}`

/** Half days as words: 1 is `half a day`, 2 is `1 day`, 31 is `15.5 days`. */
export function halfDaysInWords(halves: number): string {
  if (halves === 1) return 'half a day'
  return `${halfDays(halves)}${NO_BREAK}${halves === 2 ? 'day' : 'days'}`
}

/** A share as a percentage with one decimal, rounded half up from the exact fraction: 59 of 233 is `25.3 %`. */
export function rate(part: number, whole: number): string {
  const tenths = Math.floor((2000 * part + whole) / (2 * whole))
  return `${(tenths / 10).toFixed(1)}${NO_BREAK}%`
}

/** A percentage that somebody else rounded: 10 is `10.0 %`. */
export const percent = (value: number): string => `${value.toFixed(1)}${NO_BREAK}%`

/** `1,902`. */
export const figure = (value: number): string => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Numbers up to ten in words, for sentences; figures above. 0 is `no`. */
export const inWords = (value: number): string => SMALL[value] ?? figure(value)

const pluralOf = (one: string): string => (/(s|ch|sh|x)$/.test(one) ? `${one}es` : `${one}s`)

/** `1 child`, `33 children`: a figure and its noun, kept together. */
export const count = (value: number, one: string, many = pluralOf(one)): string =>
  `${figure(value)}${NO_BREAK}${value === 1 ? one : many}`

/** `one child`, `eight children`, `no children`: for sentences. */
export const countInWords = (value: number, one: string, many = pluralOf(one)): string =>
  `${inWords(value)}${NO_BREAK}${value === 1 ? one : many}`

/** The text with its first letter as a capital. */
export const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)

/** `a`, `a and b`, `a, b and c`. */
export function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** The first letters of the first and the last name: `Chidi Taylor` is `CT`, `Łucja X` is `ŁX`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase('en-GB')
}

/** What a rule can say of a child on a day. */
export type Status = 'breach' | 'due' | 'watch' | 'met' | 'no-data' | 'not-applicable' | 'error'

const STATUS_WORDS: Record<Status, string> = {
  breach: 'Broken',
  due: 'Due',
  watch: 'Watch',
  met: 'Met',
  'no-data': 'Not known',
  'not-applicable': 'Not a duty',
  error: 'Not worked out',
}

/** `Broken`, `Due`, …: the word that stands for the shape. */
export const statusWord = (status: Status): string => STATUS_WORDS[status]

const CARE_WORDS: Readonly<Record<string, string>> = {
  cla: 'Looked after',
  'previously-cla': 'Previously looked after',
  'cin-plan': 'Child in need',
  'cp-plan': 'Child protection',
  kinship: 'Kinship care',
  ever6: 'Had a social worker',
}

/** A care status as stored, in plain words; an unknown one as it stands. */
export const careWord = (status: string): string => CARE_WORDS[status] ?? status

const OWNER_WORDS: Readonly<Record<string, string>> = {
  'designated-teacher': 'Designated teacher',
  headteacher: 'Headteacher',
  'governing-board': 'Governing board',
  'local-authority': 'Local authority',
  'attendance-lead': 'Attendance lead',
  'safeguarding-lead': 'Safeguarding lead',
}

/** Whose duty it is, as a card begins its line; an unknown one as it stands. */
export const ownerWord = (owner: string): string => OWNER_WORDS[owner] ?? owner

const FORCE_WORDS: Readonly<Record<string, string>> = {
  must: 'must',
  should: 'should',
  advice: 'is advised to',
  local: 'by your own line',
}

/** How strong a duty is; `must` and `should` only in their legal sense. */
export const forceWord = (force: string): string => FORCE_WORDS[force] ?? force

/** `Year 9`, `Reception`, `Nursery`. */
export function yearGroupWord(yearGroup: string): string {
  if (yearGroup === 'R') return 'Reception'
  return yearGroup === 'N' ? 'Nursery' : `Year${NO_BREAK}${yearGroup}`
}

/** `Spring, week 10 of 11 · 10 school days left this term`: where a day stands in its term. */
export function termPlace(place: {
  season: string
  week: number
  weeks: number
  schoolDaysLeft: number
}): string {
  const { season, week, weeks, schoolDaysLeft } = place
  return `${sentence(season)}, week ${week} of ${weeks} · ${count(schoolDaysLeft, 'school day')} left this term`
}
