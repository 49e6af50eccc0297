import { dayOf, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { valueOn } from './dated.ts'
import { thresholds } from './thresholds.ts'

export type SuspensionKind = 'suspension' | 'permanent' | 'lunchtime'

/** What the governing board must do; 2012 Regulations 6, 15 and 24. */
export type GovernorDuty = 'meet-15' | 'meet-50-if-representations' | 'consider-representations'

/** Half days of a number of school days. */
export const halfDaysOf = (schoolDays: number): number => schoolDays * 2

/**
 * The board's duty on a suspension. `termTotalHalfDays` counts this and all earlier ones of the term; half a
 * day over five or over fifteen days is over. A missed public exam or National Curriculum test counts like
 * more than fifteen days.
 */
export function governorDuty(
  kind: SuspensionKind,
  termTotalHalfDays: number,
  { missesExam = false, on }: { readonly missesExam?: boolean; readonly on?: IsoDate } = {},
): GovernorDuty {
  const upper = halfDaysOf(valueOn(thresholds.termUpper, on))
  if (kind === 'permanent' || missesExam || termTotalHalfDays > upper) return 'meet-15'
  const lower = halfDaysOf(valueOn(thresholds.termLower, on))
  return termTotalHalfDays > lower ? 'meet-50-if-representations' : 'consider-representations'
}

/**
 * The school days within which the board meets, counted from the day after the notice; null when it has no
 * duty to meet. `representations`: whether parents made any, null when nobody said.
 */
export function boardMeetsWithin(
  duty: GovernorDuty,
  representations: boolean | null,
  on?: IsoDate,
): number | null {
  if (duty === 'meet-15') return valueOn(thresholds.boardMeets, on)
  const mayMeet = duty === 'meet-50-if-representations' && representations !== false
  return mayMeet ? valueOn(thresholds.boardMeetsOnRepresentations, on) : null
}

/** The last day for the board to meet, the notice being day 0; null without a duty or past the calendar. */
export function boardDeadline(
  duty: GovernorDuty,
  noticeOn: IsoDate,
  calendar: SchoolCalendar,
  representations: boolean | null = null,
): IsoDate | null {
  const within = boardMeetsWithin(duty, representations, noticeOn)
  return within === null ? null : calendar.addSchoolDays(noticeOn, within)
}

export interface NoticeState {
  readonly state: 'on-time' | 'late' | 'pending' | 'not-told' | 'before-decision'
  readonly severity: 'amber' | 'red' | null
}

/**
 * Whether somebody was told "without delay" (2012 Regulations 5, 14 and 23), which the law gives no number:
 * on the day of the decision is on time; later is amber up to and including the next school day (or so many
 * as the school set), then red. Amber too while the calendar does not reach that day. A time before the decision is
 * no notice of it.
 */
export function noticeState(
  toldAt: LocalMinute | null,
  decidedAt: LocalMinute,
  on: IsoDate,
  calendar: SchoolCalendar,
  redAfter: number = thresholds.noticeRed.latest,
): NoticeState {
  const decidedOn = dayOf(decidedAt)
  const toldOn = toldAt === null || dayOf(toldAt) > on ? null : dayOf(toldAt)
  if (toldAt !== null && toldAt < decidedAt) return { state: 'before-decision', severity: null }
  if (toldOn !== null && toldOn <= decidedOn) return { state: 'on-time', severity: null }
  if (toldOn === null && on <= decidedOn) return { state: 'pending', severity: null }
  const lastAmber = calendar.addSchoolDays(decidedOn, redAfter)
  const red = lastAmber !== null && (toldOn ?? on) > lastAmber
  return { state: toldOn === null ? 'not-told' : 'late', severity: red ? 'red' : 'amber' }
}

/** How near a child's half days of a school year are to the most that the law allows. */
export function yearLevel(
  halfDays: number,
  lines: { readonly amber?: number; readonly red?: number; readonly on?: IsoDate } = {},
): 'none' | 'amber' | 'red' | 'block' {
  if (halfDays > halfDaysOf(valueOn(thresholds.yearLimit, lines.on))) return 'block'
  if (halfDays > halfDaysOf(lines.red ?? thresholds.yearRed.latest)) return 'red'
  return halfDays > halfDaysOf(lines.amber ?? thresholds.yearAmber.latest) ? 'amber' : 'none'
}

/**
 * The next term total that changes the board's duty, and the half days left up to it: one more exceeds it.
 * Null when the total is over the last.
 */
export function nextTermThreshold(
  halfDays: number,
  on?: IsoDate,
): { readonly schoolDays: number; readonly halfDaysLeft: number } | null {
  const schoolDays = [thresholds.termLower, thresholds.termUpper]
    .map((each) => valueOn(each, on))
    .find((each) => halfDays <= halfDaysOf(each))
  return schoolDays === undefined ? null : { schoolDays, halfDaysLeft: halfDaysOf(schoolDays) - halfDays }
}

/** Half days left of the school year's limit, negative when it is broken. */
export function yearHalfDaysLeft(halfDays: number, on?: IsoDate): number {
  return halfDaysOf(valueOn(thresholds.yearLimit, on)) - halfDays
}
