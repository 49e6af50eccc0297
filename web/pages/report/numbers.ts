import type { Shown, Unit } from '../../api.ts'
import { figure, halfDays, NO_BREAK } from '../../format.ts'

const withUnit = (value: number, unit: Unit): string => {
  if (unit === 'half-days') return halfDays(value)
  if (unit === 'pounds') return `£${figure(value)}`
  return unit === 'percent' ? `${value}${NO_BREAK}%` : figure(value)
}

/** A number in its unit as tables print it: half days as school days, `£1,902`, `11 %`. */
export const numberText = withUnit

/** What a reader is shown of a number, as text; `c` for a hidden one, as in published statistics. */
export function shownText(shown: Shown, unit: Unit): string {
  switch (shown.as) {
    case 'exact':
      return withUnit(shown.value, unit)
    case 'range':
      return shown.to === null
        ? `${withUnit(shown.from, unit)} or more`
        : `${withUnit(shown.from, unit)}–${withUnit(shown.to, unit)}`
    case 'hidden':
      return 'c'
    case 'unknown':
      return 'Not known'
  }
}
