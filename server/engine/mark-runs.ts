import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { dayWords } from './words.ts'

interface Session {
  readonly on: IsoDate
  readonly session: 'AM' | 'PM'
}

/** Marks in order of time as runs: each on the same school day as the one before or on the next. */
export function markRuns<M extends Session>(
  marks: readonly M[],
  calendar: SchoolCalendar,
): readonly (readonly [M, ...M[]])[] {
  const runs: [M, ...M[]][] = []
  for (const mark of marks) {
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (run && previous && calendar.schoolDaysBetween(previous.on, mark.on) <= 2) run.push(mark)
    else runs.push([mark])
  }
  return runs
}

/** `Tue 13 January AM and PM, Wed 14 January AM`; beyond three days, `and 4 more sessions`. */
export function sessionWords(sessions: readonly Session[], on: IsoDate): string {
  const days: { on: IsoDate; halves: string[] }[] = []
  for (const each of sessions) {
    const last = days.at(-1)
    if (last?.on === each.on) last.halves.push(each.session)
    else days.push({ on: each.on, halves: [each.session] })
  }
  const named = days.slice(0, 3)
  const rest = sessions.length - named.reduce((sum, { halves }) => sum + halves.length, 0)
  const more = rest === 0 ? '' : ` and ${rest} more ${rest === 1 ? 'session' : 'sessions'}`
  return named.map((day) => `${dayWords(day.on, on)} ${day.halves.join(' and ')}`).join(', ') + more
}
