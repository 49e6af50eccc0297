import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import { addDays, dayOf, type LocalMinute } from '../calendar/iso-date.ts'
import type { FieldProblem } from '../records/kind.ts'
import type { Proposal } from './shapes.ts'

/** The wall time from which a morning is over. */
const NOON = '12:00'

const RECORDED_APART =
  'What was decided earlier today is recorded on the child’s page, with the time of its decision.'

/** The first half day that is still to come, or under way, at a minute; null past the known calendar. */
export function firstHalfFrom(at: LocalMinute, calendar: SchoolCalendar): SchoolSession | null {
  const today = dayOf(at)
  const time = at.slice(-NOON.length)
  const isOver = time >= calendar.afternoonEnds
  const on = calendar.schoolDayOnOrAfter(isOver ? addDays(today, 1) : today)
  if (on === null) return null
  return { on, session: on === today && time >= NOON ? 'PM' : 'AM' }
}

/** Why what would begin today cannot: its half day is over at the minute of the decision. */
export function tooLateToday(
  { kind, startSession }: Pick<Proposal, 'kind' | 'startSession'>,
  at: LocalMinute,
  calendar: SchoolCalendar,
): FieldProblem | null {
  const first = firstHalfFrom(at, calendar)
  if (first === null) return null
  if (first.on > dayOf(at))
    return {
      field: 'startedOn',
      message: `School is over for today, and nothing begins before it is decided: choose a later day. ${RECORDED_APART}`,
    }
  return kind !== 'lunchtime' && startSession === 'AM' && first.session === 'PM'
    ? {
        field: 'startSession',
        message: `The morning is over, and nothing begins before it is decided: let it begin this afternoon. ${RECORDED_APART}`,
      }
    : null
}
