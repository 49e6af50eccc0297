import { html, type TemplateResult } from 'lit'
import { field } from '../../components/field.ts'
import { dayNumber, weekday, type Day } from '../../days.ts'
import { dayOfNumber, usualYear } from './school-year.ts'

/** As the server takes it. */
export type TermDate = Record<'name' | 'firstDay' | 'lastDay', string> & { kind: 'term' | 'half-term' }

const SEASONS = ['autumn', 'spring', 'summer'] as const
const TERM_NAMES = { autumn: 'Autumn term', spring: 'Spring term', summer: 'Summer term' } as const

type Texts = Readonly<Record<string, string>>

/** The gap of a usual term, Monday to Friday: its half-term. */
function gapOf(days: readonly Day[]): [Day, Day] | null {
  const at = days.findIndex((day, place) => {
    const before = days[place - 1]
    return before !== undefined && dayNumber(day) - dayNumber(before) > 3
  })
  const after = days[at]
  if (at < 0 || after === undefined) return null
  const monday = dayNumber(after) - weekday(after) - 7
  return [dayOfNumber(monday), dayOfNumber(monday + 4)]
}

/** What most schools have, to start from: each box is to be checked against the school's own calendar. */
export function usualDates(on: Day): Record<string, string> {
  return Object.fromEntries(
    usualYear(on).flatMap(({ name, days }) => {
      const season = name.toLowerCase()
      const gap = gapOf(days)
      return [
        [`${season}-first`, days[0] ?? ''],
        [`${season}-last`, days.at(-1) ?? ''],
        [`${season}-half-first`, gap?.[0] ?? ''],
        [`${season}-half-last`, gap?.[1] ?? ''],
      ]
    }),
  )
}

/** Three terms, each with its half-term. */
export function termFields(values: Texts, errors: Texts): TemplateResult {
  const day = (name: string, label: string) =>
    field({
      name,
      label,
      widget: 'day',
      required: true,
      value: values[name] ?? '',
      ...(errors[name] && { error: errors[name] }),
    })
  return html`${SEASONS.map(
    (season) =>
      html`<fieldset class="term-dates">
        <legend><h2>${TERM_NAMES[season]}</h2></legend>
        ${day(`${season}-first`, 'First school day')} ${day(`${season}-last`, 'Last school day')}
        ${day(`${season}-half-first`, 'Half-term from')} ${day(`${season}-half-last`, 'Half-term to')}
      </fieldset>`,
  )}`
}

/** What is wrong with the dates, by box: a missing day, an end before its start, a half-term outside its term. */
export function wrongDates(values: Texts): Record<string, string> {
  const wrong: Record<string, string> = {}
  let before = ''
  for (const season of SEASONS) {
    const [first, last, from, to] = ['first', 'last', 'half-first', 'half-last'].map(
      (part) => values[`${season}-${part}`] ?? '',
    ) as [string, string, string, string]
    for (const [name, value] of Object.entries({ first, last, 'half-first': from, 'half-last': to }))
      if (value === '') wrong[`${season}-${name}`] = 'Give the day, or leave all dates for later.'
    if (first && before && first <= before)
      wrong[`${season}-first`] = 'This lies before the end of the term before.'
    if (first && last && last <= first)
      wrong[`${season}-last`] = 'This lies before the first day of the term.'
    if (from && (from <= first || from >= last)) wrong[`${season}-half-first`] = 'This lies outside the term.'
    if (to && (to < from || to >= last))
      wrong[`${season}-half-last`] = 'This lies before it begins, or outside the term.'
    before = last || before
  }
  return wrong
}

/** The dates as the server stores them. */
export const termDates = (values: Texts): TermDate[] =>
  SEASONS.flatMap((season): TermDate[] => [
    {
      kind: 'term',
      name: TERM_NAMES[season],
      firstDay: values[`${season}-first`] ?? '',
      lastDay: values[`${season}-last`] ?? '',
    },
    {
      kind: 'half-term',
      name: `${TERM_NAMES[season]}, half-term`,
      firstDay: values[`${season}-half-first`] ?? '',
      lastDay: values[`${season}-half-last`] ?? '',
    },
  ])
