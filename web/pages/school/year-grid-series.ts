import { weekNumber, weekday, type Day } from '../../days.ts'
import { monthName } from '../../format.ts'

/** One entry of the school's calendar. */
export interface CalendarSpan {
  kind: string
  firstDay: Day
  lastDay: Day
}

export interface GridDay {
  /** Weeks from the first one drawn, and 0 = Monday to 4 = Friday. */
  week: number
  row: number
  kind: 'school' | 'closed' | 'none'
  isPast: boolean
  isToday: boolean
}

export interface YearGrid {
  weeks: number
  days: readonly GridDay[]
  months: readonly { name: string; week: number }[]
}

const place = (day: Day) => weekNumber(day) * 5 + Math.min(weekday(day), 4)

/**
 * A school year as weeks of five days: school days, days within a term on which it is closed, and the rest.
 * `schoolDays` are in order; `spans` are what the calendar says beside the terms.
 */
export function yearGrid(schoolDays: readonly Day[], spans: readonly CalendarSpan[], on: Day): YearGrid {
  const [first] = schoolDays
  const last = schoolDays.at(-1)
  if (first === undefined || last === undefined) return { weeks: 0, days: [], months: [] }
  const start = weekNumber(first)
  const weeks = weekNumber(last) - start + 1
  const open = new Set(schoolDays.map(place))
  const closed = new Set<number>()
  for (const { kind, firstDay, lastDay } of spans)
    if (kind !== 'term') for (let at = place(firstDay); at <= place(lastDay); at++) closed.add(at)
  const today = place(on)
  const days = Array.from({ length: weeks * 5 }, (_, at): GridDay => {
    const here = start * 5 + at
    const kind = open.has(here) ? 'school' : closed.has(here) ? 'closed' : 'none'
    return { week: Math.floor(at / 5), row: at % 5, kind, isPast: here < today, isToday: here === today }
  })
  const months = schoolDays
    .filter((day, at) => schoolDays[at - 1]?.slice(0, 7) !== day.slice(0, 7))
    .map((day) => ({ name: monthName(day), week: weekNumber(day) - start }))
  return { weeks, days, months }
}
