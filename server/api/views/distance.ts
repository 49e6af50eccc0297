import { addDays, type IsoDate } from '../../calendar/iso-date.ts'
import type { SchoolCalendar } from '../../calendar/school-calendar.ts'
import { workingDaysBetween } from '../../calendar/working-days.ts'

export type DayKind = 'school' | 'working'

const between = (kind: DayKind, calendar: SchoolCalendar, first: IsoDate, last: IsoDate): number | null => {
  if (kind === 'working') return workingDaysBetween(first, last)
  return calendar.knowsDay(first) && calendar.knowsDay(last) ? calendar.schoolDaysBetween(first, last) : null
}

/**
 * How far a duty's day is from `on`, in school or working days: ahead positive, late negative, 0 today. A
 * broken duty counts from `since`, its first day too late. Null past the known calendar and without a day.
 */
export function distanceOf(
  duty: { readonly status: string; readonly dueOn?: IsoDate; readonly since?: IsoDate },
  { on, calendar, kind }: { on: IsoDate; calendar: SchoolCalendar; kind: DayKind },
): number | null {
  const { dueOn, since } = duty
  if (duty.status === 'breach') {
    const tooLate = since ?? (dueOn && addDays(dueOn, 1))
    const late = tooLate === undefined || tooLate > on ? null : between(kind, calendar, tooLate, on)
    return late === null ? null : -late
  }
  if (dueOn === undefined || dueOn < on) return null
  return dueOn === on ? 0 : between(kind, calendar, addDays(on, 1), dueOn)
}
