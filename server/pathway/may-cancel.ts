import { academicYearOf } from '../calendar/academic-year.ts'
import { dayOf, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { dateWords, dayWords, minuteWords, schoolDayWords } from '../engine/words.ts'
import type { BoardMeetingFact, SuspensionFact } from '../facts/child-facts.ts'
import { valueOn } from '../law/dated.ts'
import { halfDaysOf } from '../law/suspension.ts'
import { servedHalfDays } from '../law/suspension-served.ts'
import { thresholds } from '../law/thresholds.ts'
import type { FieldProblem } from '../records/kind.ts'

/**
 * Half days of the school year that a child was suspended or excluded for up to an instant, a permanent exclusion
 * included; lunchtimes are not counted, since alone they never stop a cancelling. Of another school all count.
 */
export function halfDaysServed(
  rows: readonly SuspensionFact[],
  calendar: SchoolCalendar,
  now: LocalMinute,
): number {
  const year = academicYearOf(dayOf(now))
  let sum = 0
  for (const row of rows) {
    if (row.kind === 'lunchtime' || row.startedOn > dayOf(now)) continue
    const startYear = academicYearOf(row.startedOn)
    if (row.atOtherSchool) {
      sum += startYear === year ? (row.halfDays ?? 0) : 0
      continue
    }
    const served = servedHalfDays(row, now, calendar)
    const days = calendar.coverage(row.startedOn, row.startSession ?? 'AM', served)
    if (days === null) sum += startYear === year ? served : 0
    else sum += days.filter(({ on }) => academicYearOf(on) === year).length
  }
  return sum
}

/**
 * Whether the headteacher may cancel a suspension or exclusion now, before or after it begins; `why` says why not
 * (`exclusions-2023`, regulation 17A): not over 45 school days in the year, nor once the governing board has begun
 * to meet about it. `halfDaysInYear` counts those served up to now (`halfDaysServed`).
 */
export function mayCancel(
  row: Pick<SuspensionFact, 'atOtherSchool' | 'cancelledAt'>,
  halfDaysInYear: number,
  boardMeetings: readonly Pick<BoardMeetingFact, 'meetsOn' | 'held'>[],
  now: LocalMinute,
): { readonly may: boolean; readonly why: string | null } {
  const no = (why: string) => ({ may: false, why })
  const today = dayOf(now)
  if (row.cancelledAt !== null) return no(`It was cancelled on ${dateWords(dayOf(row.cancelledAt), today)}.`)
  if (row.atOtherSchool) return no('Another school decided it, and only its headteacher can cancel it.')
  const held = boardMeetings.find((meeting) => meeting.held)
  if (held !== undefined)
    return no(
      `The governing board met about it on ${dayWords(held.meetsOn, today)}; from then on it cannot be cancelled.`,
    )
  const planned = boardMeetings.find(({ meetsOn }) => meetsOn < today)
  if (planned !== undefined)
    return no(
      `The governing board was to meet about it on ${dayWords(planned.meetsOn, today)}: record first whether it did.`,
    )
  const limit = valueOn(thresholds.yearLimit, today)
  if (halfDaysInYear > halfDaysOf(limit))
    return no(
      `The child has been out of school for ${schoolDayWords(halfDaysInYear)} this school year; over ${limit} it cannot be cancelled.`,
    )
  return { may: true, why: null }
}

/** A session that the suspension covers, with its mark; null where none stands. */
type Session = { readonly on: IsoDate; readonly session: 'AM' | 'PM'; readonly code: string | null }

/**
 * What speaks against the time at which a suspension is said to have been cancelled, where that is recorded later: it
 * lies before the decision or ahead, or the register has the child suspended after it. A register that was never
 * brought in says nothing.
 */
export function againstTime(
  at: LocalMinute,
  now: LocalMinute,
  { decidedAt, startedOn }: Pick<SuspensionFact, 'decidedAt' | 'startedOn'>,
  register: readonly Session[],
): FieldProblem[] {
  const refuse = (message: string) => [{ field: 'cancelledAt', message }]
  const today = dayOf(now)
  if (at > now)
    return refuse('This is still to come: give the time it was cancelled, or leave it empty for now.')
  if (decidedAt !== null && at < decidedAt)
    return refuse(`It was decided on ${minuteWords(decidedAt, today)}: it was not cancelled before that.`)
  if (decidedAt === null && dayOf(at) < startedOn)
    return refuse('No time of the decision is recorded: give a time from its first day on.')
  const isAfter = ({ on, session }: Session) =>
    on > dayOf(at) || (on === dayOf(at) && session === 'PM' && at < `${on}T12:00`)
  const after = register.find((session) => session.code === 'E' && isAfter(session))
  return after === undefined
    ? []
    : refuse(
        `The register has the child suspended on ${dayWords(after.on, today)}, after that: correct the register first, or give a later time.`,
      )
}
