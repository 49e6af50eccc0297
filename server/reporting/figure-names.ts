import { figureWords } from '../report/figures.ts'
import type { Unit } from '../report/shapes.ts'

/** What stands before a label where no table's head does. */
const heads: Readonly<Record<string, string>> = {
  'numbers.now': 'On roll on the day',
  'numbers.before': 'On roll a year before',
  'numbers.year': 'In the year',
  'pep.closed': 'Plans of the terms that have ended',
  'pep.year': 'Plans of this year',
  'pep.last-year': 'Plans of last year',
  'pep.autumn': 'Plans of the autumn term',
  'pep.spring': 'Plans of the spring term',
  'pep.summer': 'Plans of the summer term',
  'pep.quality': 'Quality of plans',
  'pep.held': 'Meetings on plans',
  'pep.attended': 'Meetings on plans',
  'pep.views': 'Meetings on plans',
  'numbers.stage': 'Stage',
  'attendance.counted': 'Attendance counted',
  'attainment.assessed': 'Attainment',
  'attainment.expected': 'Attainment',
  'need.known': 'Needs',
  'need.plan': 'Needs',
  'need.support': 'Needs',
  'need.none': 'Needs',
}

/** A figure's label that reads by itself: `Plans of the autumn term: completed in the term`. */
export function nameOf(id: string): string {
  const label = figureWords.get(id)?.label ?? id
  const head = heads[id.split('.').slice(0, 2).join('.')]
  return head === undefined ? label : `${head}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

const inDays = (days: number, word: string) => `${days} ${word}${days === 1 ? '' : 's'}`

/** Units whose number does not stand alone; half days are told as school days. */
const inWords: Partial<Record<Unit, (value: number) => string>> = {
  'half-days': (value) => inDays(value / 2, 'school day'),
  percent: (value) => `${value} %`,
  pounds: (value) => `£${String(value).replace(/\B(?=(\d{3})+$)/g, ',')}`,
  days: (value) => inDays(value, 'day'),
}

/** A number with its unit. */
export const valueWords = (value: number, unit: Unit): string => inWords[unit]?.(value) ?? String(value)
