import type { IsoDate } from '../calendar/iso-date.ts'
import { thresholds } from './thresholds.ts'

/** Of a termly window: no plan needed, held, still ahead, or past without one. */
export type WindowState = 'not-required' | 'held' | 'due' | 'overdue'

/** Of a duty with a last day: done by it, done after it, still ahead, or past and not done. */
export type DeadlineState = 'met' | 'late' | 'due' | 'overdue'

/**
 * Whether the plan of one termly window is held (Promoting the education of looked-after children: reviewed
 * each school term). Only a meeting held and completed inside the window counts; its quality does not matter
 * here. `minimum` is in working days on which the child is both looked after and on roll.
 */
export function windowState(
  window: {
    readonly workingDaysInCare: number
    readonly completedInWindow: number
    readonly lastDay: IsoDate
  },
  on: IsoDate,
  minimum: number = thresholds.pepWindowMinimum.latest,
): WindowState {
  if (window.workingDaysInCare < minimum) return 'not-required'
  if (window.completedInWindow > 0) return 'held'
  return on > window.lastDay ? 'overdue' : 'due'
}

/** How a duty stands on a day; on its last day it is still due. Null when the deadline is not known. */
export function deadlineState(
  doneOn: IsoDate | null,
  deadline: IsoDate | null,
  on: IsoDate,
): DeadlineState | null {
  if (deadline === null) return null
  if (doneOn !== null && doneOn <= on) return doneOn <= deadline ? 'met' : 'late'
  return on <= deadline ? 'due' : 'overdue'
}
