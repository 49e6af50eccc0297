import { academicYearOf, pepWindows, previousYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { drawn, oneOf } from './random.ts'
import type { Told } from './told.ts'

/** A child's PEP meetings of last year and this one, as the child's story has them. */
export function pepRows(
  { upn, child, statuses }: Told,
  index: number,
  on: IsoDate,
  calendar: SchoolCalendar,
) {
  const spell = statuses.find(({ status, endedOn }) => status === 'cla' && endedOn === null)
  if (!spell || !child.peps) return []
  const year = academicYearOf(on)
  const windows = [previousYear(year), year]
    .flatMap((one) => pepWindows(one) ?? [])
    .filter(({ firstDay }) => firstDay <= on)
  const past = windows.filter(({ lastDay }) => lastDay < on)
  const rows = windows.flatMap((window) => {
    const days = calendar.schoolDays.filter((day) => day >= window.firstDay && day <= window.lastDay)
    if (days.length < 10) return []
    const story = child.peps!
    const isLastPast = window === past.at(-1)
    const isCurrent = window.lastDay >= on
    if (story === 'missed' && isCurrent) return []
    const usual = days[Math.floor(days.length * (0.3 + drawn(`pep ${index} ${window.term}`) * 0.25))]!
    const early = calendar.addSchoolDays(spell.startedOn, 5)
    const heldOn =
      story === 'late' && isLastPast
        ? days.at(-4)!
        : early && usual < early && early <= window.lastDay
          ? early
          : usual
    if (heldOn < spell.startedOn || heldOn > on) return []
    const finished =
      story === 'late' && isLastPast
        ? calendar.addSchoolDays(window.lastDay, 4)
        : calendar.addSchoolDays(heldOn, 5)
    const completedOn = (story === 'unfinished' && isCurrent) || !finished || finished > on ? null : finished
    return [{ heldOn, completedOn }]
  })
  return rows.map(({ heldOn, completedOn }, i) => {
    // What a story tells of went wrong at the last meeting alone.
    const isLast = i === rows.length - 1
    const attended = [
      'social-worker',
      'designated-teacher',
      ...(child.peps === 'red' && isLast ? [] : ['carer']),
      'child',
    ]
    const quality =
      completedOn === null
        ? ''
        : child.peps === 'red' && isLast
          ? 'red'
          : oneOf(['green', 'green', 'amber', 'gold'], `quality ${index} ${heldOn}`)
    const views = child.peps === 'without-views' && isLast ? 'no' : 'yes'
    return [upn, heldOn, completedOn, quality, attended.join(';'), views]
  })
}
