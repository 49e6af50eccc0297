import { academicYearOf, firstDayOf } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { deadlineState, type DeadlineState } from './pep.ts'

export interface FirstPep {
  readonly spellStartedOn: IsoDate
  readonly spellEndedOn: IsoDate | null
  readonly admittedOn: IsoDate
  readonly leftOn: IsoDate | null
  /** When what is asked for by the deadline was first done. */
  readonly doneOn: IsoDate | null
}

/**
 * How the first plan of a spell of care stands so many working days after its first day (Promoting the
 * education of looked-after children). Beside the states of any deadline: `elsewhere` when the child was not
 * at this school on the last day, `care-ended` when care ended before it with nothing done, and `settled`
 * when the deadline lay in an earlier academic year and nothing can be done for that spell now. A null
 * state and deadline: bank holidays are not known so far.
 */
export function firstPepState(
  first: FirstPep,
  workingDays: number,
  on: IsoDate,
): { deadline: IsoDate; state: DeadlineState | 'elsewhere' | 'care-ended' | 'settled' } | null {
  const deadline = addWorkingDays(first.spellStartedOn, workingDays)
  const state = deadlineState(first.doneOn, deadline, on)
  if (deadline === null || state === null) return null
  const done = state === 'met' || state === 'late'
  const ended = first.spellEndedOn !== null && first.spellEndedOn < on
  if (deadline < firstDayOf(academicYearOf(on)) && (done || ended)) return { deadline, state: 'settled' }
  if (first.admittedOn > deadline) return { deadline, state: 'elsewhere' }
  if (done) return { deadline, state }
  if (first.leftOn !== null && first.leftOn < on && first.leftOn < deadline)
    return { deadline, state: 'elsewhere' }
  if (ended && (first.spellEndedOn ?? deadline) < deadline) return { deadline, state: 'care-ended' }
  return { deadline, state }
}
