import type { Unit } from '../shapes.ts'

const NO_BREAK = '\u00A0'

const names: Record<Exclude<Unit, 'percent' | 'pounds'>, readonly [one: string, many: string]> = {
  children: ['child', 'children'],
  plans: ['plan', 'plans'],
  suspensions: ['suspension', 'suspensions'],
  'half-days': ['school day', 'school days'],
  alerts: ['alert', 'alerts'],
  decisions: ['decision', 'decisions'],
  days: ['day', 'days'],
}

/** A number as people write it: commas at thousands, at most two places; half days as school days. */
export function plainNumber(value: number, unit: Unit): string {
  const shown = unit === 'half-days' ? value / 2 : value
  const [whole = '', places] = String(Math.round(Math.abs(shown) * 100) / 100).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const places2 = unit === 'pounds' ? places?.padEnd(2, '0') : places
  return `${shown < 0 ? '\u2212' : ''}${unit === 'pounds' ? '£' : ''}${grouped}${places2 ? `.${places2}` : ''}`
}

/** A number without its unit but with the signs that belong to it: "46.5", "11 %", "£18,410". */
export const numberWithSign = (value: number, unit: Unit): string =>
  `${plainNumber(value, unit)}${unit === 'percent' ? `${NO_BREAK}%` : ''}`

/** A number, or what it lies between, with its unit: "46.5 school days", "6 to 11 children", "12 % or more". */
export function inUnit(from: number, to: number | null, unit: Unit): string {
  const isOne = to === from
  const numbers =
    isOne || to === null ? plainNumber(from, unit) : `${plainNumber(from, unit)} to ${plainNumber(to, unit)}`
  const orMore = to === null ? ' or more' : ''
  if (unit === 'percent') return `${numbers}${NO_BREAK}%${orMore}`
  if (unit === 'pounds') return `${numbers}${orMore}`
  const [one, many] = names[unit]
  const shown = unit === 'half-days' ? from / 2 : from
  return `${numbers} ${isOne && shown === 1 ? one : many}${orMore}`
}

/** What a unit is called where it stands alone: "school days", "per cent". */
export const unitName = (unit: Unit): string =>
  unit === 'percent' ? 'per cent' : unit === 'pounds' ? 'pounds' : names[unit][1]
