import type { TableTwin } from '../components/table-twin.ts'
import { partsOf, weekNumber, weekday, type Day } from '../days.ts'
import { actDay, monthName } from '../format.ts'
import type { SessionKind } from './child-year-series.ts'
import { SESSION_WORDS } from './child-year-table.ts'

/** One session's mark: the code as people know it, and how it is counted. */
export interface CalendarMark {
  code: string
  kind: SessionKind
}

export interface CalendarDay {
  on: Day
  /** Null = no mark. */
  am: CalendarMark | null
  pm: CalendarMark | null
}

export interface CalendarMonth {
  name: string
  year: number
  /** Monday to Friday; null where the month or the school has no such day. */
  weeks: readonly (readonly (CalendarDay | null)[])[]
}

const FIVE = [0, 1, 2, 3, 4]

/** School days laid out as months of weeks. Days are in order; a day still to come has no marks. */
export function attendanceCalendarSeries(days: readonly CalendarDay[]): CalendarMonth[] {
  return [...new Set(days.map(({ on }) => on.slice(0, 7)))].map((month) => {
    const inMonth = days.filter(({ on }) => on.startsWith(month))
    const weeks = [...new Set(inMonth.map(({ on }) => weekNumber(on)))]
    const first = inMonth[0]?.on ?? ''
    return {
      name: monthName(first),
      year: partsOf(first).year,
      weeks: weeks.map((week) =>
        FIVE.map(
          (place) => inMonth.find(({ on }) => weekNumber(on) === week && weekday(on) === place) ?? null,
        ),
      ),
    }
  })
}

const counts = (kind: SessionKind) => kind !== 'present' && kind !== 'not-required'

/** Every session that was missed, suspended or has no mark, oldest first. */
export function attendanceCalendarTable(days: readonly CalendarDay[], on: Day): TableTwin {
  const NO_MARK: CalendarMark = { code: '–', kind: 'missing' }
  const rows = days
    .filter((day) => day.on <= on)
    .flatMap((day) => [
      { day: day.on, session: 'Morning', mark: day.am ?? NO_MARK },
      { day: day.on, session: 'Afternoon', mark: day.pm ?? NO_MARK },
    ])
    .filter(({ mark }) => counts(mark.kind))
    .map(({ day, session, mark }) => [actDay(day), session, mark.code, SESSION_WORDS[mark.kind]])
  return {
    caption: 'Sessions missed or without a mark',
    head: ['Day', 'Session', 'Code', 'Counted as'],
    rows,
  }
}
