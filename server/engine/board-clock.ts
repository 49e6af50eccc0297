import { dayOf, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { SuspensionFact } from '../facts/child-facts.ts'
import { valueOn } from '../law/dated.ts'
import { examDeadline } from '../law/suspension-return.ts'
import {
  boardDeadline,
  boardMeetsWithin,
  governorDuty,
  halfDaysOf,
  type GovernorDuty,
} from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { heldMeeting, metWords } from './board-meeting.ts'
import { met, notApplicable, watch, type Evidence, type Finding } from './finding.ts'
import {
  aboutSuspension,
  suspensionEvidence,
  suspensionName,
  sumWords,
  type TermTotal,
} from './suspension-duty.ts'
import { toldOf } from './suspension-notice.ts'
import { capital, count, dayWords, schoolDayWords } from './words.ts'

/** What the board must do about a suspension or exclusion, with what its term came to. */
export const boardDuty = (each: SuspensionFact, total: TermTotal | null): GovernorDuty =>
  governorDuty(each.kind, total?.halfDays ?? 0, {
    missesExam: each.missesExam === true,
    on: noticeDay(each),
  })

/** By when the governing board meets, counted from the day it was told, else from the decision. */
export interface BoardClock {
  readonly within: number
  /** The last day in time; null past the known calendar, and without any day to count from. */
  readonly lastDay: IsoDate | null
  /** Why there is no last day. */
  readonly unknown: string
  /** The day to act by: before an exam that is missed, as far as that is still to come. */
  readonly dueOn: IsoDate
  /** `by Wed 18 March, 15 school days after the decision`. */
  readonly by: string
  readonly evidence: readonly Evidence[]
}

/** The day the clock counts from: the board was told, else the decision, else the first day. */
export function noticeDay(each: SuspensionFact): IsoDate {
  const notice = toldOf(each, 'board') ?? each.decidedAt
  return notice === null ? each.startedOn : dayOf(notice)
}

/** The clock of one suspension as at a day; `duty` is what `boardDuty` says of it. */
export function boardClock(
  each: SuspensionFact,
  duty: GovernorDuty,
  calendar: SchoolCalendar,
  on: IsoDate,
): BoardClock {
  const told = toldOf(each, 'board')
  const isKnown = told !== null || each.decidedAt !== null
  const noticeOn = noticeDay(each)
  const within = boardMeetsWithin(duty, each.representations, noticeOn) ?? 0
  const lastDay = !isKnown ? null : boardDeadline(duty, noticeOn, calendar, each.representations)
  const dayZero = told === null ? 'the decision' : 'the board was told'
  const exam =
    each.missesExam === true && duty === 'meet-15' ? examDeadline(noticeOn, each.examOn, calendar) : null
  const isBefore = exam !== null && exam.beforeExam && exam.dueOn >= on
  const dueOn = isBefore ? exam.dueOn : (lastDay ?? noticeOn)
  const inDays = `${count(within, 'school day')} after ${dayZero}`
  const last = lastDay === null ? '' : `by ${dayWords(lastDay, on)}, ${inDays}`
  return {
    within,
    lastDay,
    unknown: isKnown ? 'the known calendar ends before then' : 'no time of decision is recorded',
    dueOn,
    by: isBefore
      ? `by ${dayWords(dueOn, on)}, before the exam, as far as that is practicable, and ${last}`
      : last,
    evidence: [
      { label: `Day 0, ${dayZero}`, value: dayWords(noticeOn, on), on: noticeOn },
      ...(each.missesExam === true && each.examOn !== null
        ? [{ label: 'Exam or test missed', value: dayWords(each.examOn, on), on: each.examOn }]
        : []),
      ...(lastDay === null
        ? []
        : [{ label: `${count(within, 'school day')} end`, value: dayWords(lastDay, on), on: lastDay }]),
    ],
  }
}

/** Why the board meets: `15.5 school days in Spring 2026 (…), over 15`. */
export function boardReason(
  each: SuspensionFact,
  total: TermTotal | null,
  duty: GovernorDuty,
  on: IsoDate,
): string {
  if (each.kind === 'permanent' || total === null)
    return `Permanently excluded from ${dayWords(each.startedOn, on)}`
  const upper = valueOn(thresholds.termUpper, on)
  const isOver = duty !== 'meet-15' || total.halfDays > halfDaysOf(upper)
  if (!isOver) return 'A public exam or national test is missed'
  const line = duty === 'meet-15' ? upper : valueOn(thresholds.termLower, on)
  const asked = each.representations === true && duty !== 'meet-15' ? ', and the parents ask for it' : ''
  return `${capital(sumWords(total.addends, total.term, on))}, over ${line}${asked}`
}

/** Up to 5 days in a term no meeting is due; what parents say is still considered. */
export function representationsFinding(each: SuspensionFact, total: TermTotal | null, on: IsoDate): Finding {
  const about = aboutSuspension(each)
  const lower = valueOn(thresholds.termLower, on)
  const soFar = `With it ${schoolDayWords(total?.halfDays ?? 0)} in ${total?.term}, not over ${lower}`
  if (each.representations !== true)
    return notApplicable(`${soFar}: the board considers what parents say, and no meeting is due.`, about)
  const evidence = [
    suspensionEvidence(each, on),
    {
      label: 'Representations',
      value: each.representationsOn === null ? 'made' : `made on ${dayWords(each.representationsOn, on)}`,
    },
  ]
  const held = heldMeeting(each)
  if (held) return met(about, `${soFar}: ${metWords(held, on)}.`, { evidence })
  return watch(about, `${soFar}: no meeting is due, but the board must consider what the parents said.`, {
    evidence,
    headline: `Parents’ words for the board: the ${suspensionName(each, on)}`,
    prefill: { suspensionId: each.id },
  })
}
