import type { BoardMeetingTable } from '../../db/tables/board-meeting.ts'
import type { ProvisionTable } from '../../db/tables/provision.ts'
import { ageOn, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import { noticeDay } from '../engine/board-clock.ts'
import { rulingTotal } from '../engine/suspension-duty.ts'
import { dayWords } from '../engine/words.ts'
import type { HomeFacts, SuspensionFact, SuspensionFacts } from '../facts/child-facts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { coveredHalfDays, type ExclusionRun } from '../law/suspension-days.ts'
import { returnOf } from '../law/suspension-return.ts'
import { governorDuty, type GovernorDuty } from '../law/suspension.ts'
import { runOf } from './proposal.ts'
import type { SuspensionsPage } from './shapes-after.ts'

export interface LetterFacts {
  /** The child's full name: letters are for print. */
  readonly name: string
  readonly dateOfBirth: IsoDate
  readonly suspension: SuspensionFact
  /** All rows of the child, for totals and days in a row. */
  readonly all: SuspensionFacts
  readonly school: {
    readonly name: string
    /** The authority of the school. */
    readonly authorityName: string | null
    readonly headteacher: string | null
  }
  /** Who keeps the board's papers: to whom representations go. */
  readonly clerk: {
    readonly name: string
    readonly email: string | null
    readonly phone: string | null
  } | null
  /** Those who may be written to, by name. */
  readonly parents: readonly string[]
  readonly socialWorkers: readonly string[]
  /** The authority that looks after the child. */
  readonly careAuthority: string | null
  /** The authority in which the child lives; null where nobody has said. */
  readonly home: HomeFacts | null
  /** The reasons in the words of the code set. */
  readonly reasons: readonly string[]
  /** As it was recorded; it is never copied into a letter, since it can name other children. */
  readonly whatHappened: string | null
  readonly provisions: readonly Pick<
    ProvisionTable,
    'id' | 'what' | 'noticeAt' | 'fromOn' | 'fullTime' | 'provider' | 'address' | 'sessionTimes' | 'reportTo'
  >[]
  /** The meeting of the governing board that was held about it; null where none was. */
  readonly meeting: Pick<
    BoardMeetingTable,
    'id' | 'meetsOn' | 'outcome' | 'reinstatedOn' | 'decisionToldOn'
  > | null
  /** How many the school cancelled in each term of the year that has begun; null for who does not see all its children. */
  readonly cancelledByTerm: SuspensionsPage['cancelled'] | null
  readonly cancelled: { readonly at: LocalMinute; readonly reason: string | null } | null
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
}

/** `Mon 16 March 2026`: a letter is read in any year. */
export const longDay = (day: IsoDate): string => `${dayWords(day)} ${day.slice(0, 4)}`

export const halves = { AM: 'in the morning', PM: 'in the afternoon' } as const

/** What all letters of one suspension share, worked out once. */
export interface Placed {
  readonly facts: LetterFacts
  readonly covered: readonly SchoolSession[] | null
  /** The first school day it covers; the day of the start where the calendar does not know it. */
  readonly firstDay: IsoDate
  readonly back: SchoolSession | null
  readonly run: ExclusionRun | null
  readonly duty: GovernorDuty
  readonly noticeOn: IsoDate
  readonly isCompulsory: boolean
  /** 18 or over on the first day: the notice goes to the pupil, not to the parents. */
  readonly isAdult: boolean
}

/** The age from which notices go to the pupil (2012 Regulations, "relevant person"). */
export const ADULT = 18

export function place(facts: LetterFacts): Placed {
  const { suspension, all, calendar, dateOfBirth } = facts
  const { kind, startedOn, missesExam } = suspension
  const noticeOn = noticeDay(suspension)
  const covered = coveredHalfDays(suspension, calendar)
  const firstDay = covered?.[0]?.on ?? calendar.schoolDayOnOrAfter(startedOn) ?? startedOn
  return {
    facts,
    covered,
    firstDay,
    back: returnOf(suspension, calendar),
    run: runOf(suspension, all, calendar),
    duty: governorDuty(kind, rulingTotal(all.rows, suspension)?.halfDays ?? 0, {
      missesExam: missesExam === true,
      on: noticeOn,
    }),
    noticeOn,
    isCompulsory: isCompulsorySchoolAge(dateOfBirth, firstDay),
    isAdult: ageOn(dateOfBirth, firstDay) >= ADULT,
  }
}
