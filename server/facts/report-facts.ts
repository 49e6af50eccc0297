import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { Told } from './build-child-facts.ts'
import type { ChildFacts } from './child-facts.ts'

/**
 * What the governors' report may know of a school as at a day. It holds no child's name. What happened after the day
 * is not in it, so that a past day gives what was true then of the rows as they are now.
 */
export interface ReportFacts {
  readonly school: ReportSchoolFacts
  readonly on: IsoDate
  /** The academic year of the day. */
  readonly year: AcademicYear
  readonly calendar: SchoolCalendar
  /** Which sources the school has ever been given: without a source nothing is counted from it. */
  readonly told: Told
  /** Every child ever on roll, those who left and those still to come among them. */
  readonly children: readonly ReportChildFacts[]
  /** Of the academic year to the day, oldest first. */
  readonly trainings: readonly TrainingFact[]
  /** Of the academic year to the day, oldest first. */
  readonly money: readonly PremiumMoneyFact[]
  /** Who holds the post on the day; null when no account does. */
  readonly designatedTeacher: string | null
}

export interface ReportSchoolFacts {
  readonly name: string
  readonly phase: 'nursery' | 'primary' | 'secondary' | 'all-through' | 'special' | 'pru' | 'other'
  /** Where figures of the county are published too. */
  readonly area: 'Hertfordshire' | null
  /** The authority the school lies in, three digits. */
  readonly authorityCode: string
}

export interface ReportChildFacts extends ChildFacts {
  /** What was considered and decided in the academic year to the day. */
  readonly considered: readonly ConsideredFact[]
  /** Assessments of the academic year to the day, oldest first. */
  readonly attainment: readonly AttainmentFact[]
  /** Alerts raised in the academic year to the day, oldest first, of duties that are due or broken. */
  readonly alerts: readonly AlertFact[]
}

export interface ConsideredFact {
  readonly id: string
  readonly decidedOn: IsoDate
  readonly state: 'not-suspended' | 'suspended' | 'withdrawn'
}

export interface AttainmentFact {
  readonly id: string
  readonly assessedOn: IsoDate
  readonly subject: string
  /** At the standard expected of the age; null when nobody said. */
  readonly expected: boolean | null
  /** Against the child's own target; null when nobody said. */
  readonly progress: 'more' | 'expected' | 'less' | null
}

export interface AlertFact {
  readonly id: string
  readonly raisedOn: IsoDate
  /** The day it was answered by a person or closed by facts; null while it was open on the day of the report. */
  readonly answeredOn: IsoDate | null
}

export interface TrainingFact {
  readonly on: IsoDate
  readonly forWhom: 'designated-teacher' | 'all-staff' | 'governors'
  readonly title: string
  /** Whole hours. */
  readonly hours: number | null
  readonly impact: string | null
}

export interface PremiumMoneyFact {
  readonly on: IsoDate
  readonly fund: 'looked-after' | 'previously-looked-after'
  readonly direction: 'received' | 'spent'
  /** Whole pounds. */
  readonly pounds: number
}
