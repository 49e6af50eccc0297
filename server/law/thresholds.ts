import { AFTERNOON_ENDS } from '../calendar/school-calendar.ts'
import { dated, type Dated } from './dated.ts'

const local = (value: number, unit: string): Dated<number> =>
  dated({ '1900-01-01': value }, unit, 'local-policy')

/** Every figure that several rules share: law and guidance with their source, and local lines as such. */
export const thresholds = {
  /** From the first day of being looked after to the first meeting of the plan. */
  pepInitiated: dated({ '2018-02-26': 10 }, 'working days', 'promoting-education'),
  /** From the first day of being looked after to the complete plan, ready for the first review. */
  pepAvailable: dated({ '2018-02-26': 20 }, 'working days', 'promoting-education'),
  pepsAYear: dated({ '2018-02-26': 3 }, 'plans a year', 'promoting-education'),
  /** A child looked after here for less of a window needs no plan in it. */
  pepWindowMinimum: local(20, 'working days'),
  pepInitiatedWarning: local(7, 'working days'),
  pepWindowWarning: local(3, 'school weeks'),

  persistentAbsence: dated({ '2018-09-01': 10 }, '% of possible sessions', 'absence-statistics'),
  severeAbsence: dated({ '2018-09-01': 50 }, '% of possible sessions', 'absence-statistics'),
  absenceWarning: local(8, '% of possible sessions'),
  /** Below it a rate says little. */
  smallBase: local(20, 'possible sessions'),
  /** By when a mark N must have its true code. */
  unexplainedCorrected: dated({ '2024-08-19': 5 }, 'school days', 'attendance-guidance'),
  unauthorisedSessions: dated({ '2024-08-19': 10 }, 'sessions', 'attendance-guidance'),
  unauthorisedWeeks: dated({ '2024-08-19': 10 }, 'school weeks', 'attendance-guidance'),
  withoutMarks: local(10, 'school days'),

  /** More in a term: the board decides on reinstatement if parents make representations. */
  termLower: dated({ '2012-09-01': 5 }, 'school days a term', 'exclusions-2012'),
  /** More in a term: the board decides on reinstatement in any case. */
  termUpper: dated({ '2012-09-01': 15 }, 'school days a term', 'exclusions-2012'),
  /** The most that a child may be suspended in a school year. */
  yearLimit: dated({ '2012-09-01': 45 }, 'school days a year', 'exclusions-2012'),
  yearAmber: local(35, 'school days a year'),
  yearRed: local(40, 'school days a year'),
  boardMeets: dated({ '2012-09-01': 15 }, 'school days', 'exclusions-2012'),
  boardMeetsOnRepresentations: dated({ '2012-09-01': 50 }, 'school days', 'exclusions-2012'),
  /** This near to its last day, the meeting of the board is pressed for. */
  boardNear: local(5, 'school days'),
  /** The board's decision goes to the parents in writing "without delay", which has no number either. */
  boardDecisionSent: local(1, 'school days'),
  /** Parents may ask for a review of a permanent exclusion after they were told of the board's decision. */
  reviewApplied: dated({ '2012-09-01': 15 }, 'school days', 'exclusions-2012'),
  /** The review panel meets after the application. */
  reviewPanelMeets: dated({ '2012-09-01': 15 }, 'school days', 'exclusions-2012'),
  /** The board reconsiders after the panel's decision. */
  boardReconsiders: dated({ '2012-09-01': 10 }, 'school days', 'exclusions-2012'),
  /** The consecutive school day from which full-time education is provided. */
  provisionFrom: dated({ '2007-09-01': 6 }, 'consecutive school days', 'excluded-provision-2007'),
  /** The details of the education of the sixth day are with the parent so long before it begins. */
  educationDetailsBefore: dated({ '2012-09-01': 48 }, 'hours', 'excluded-provision-2007'),
  /** The law asks for the notice about education by the end of the afternoon session, and names no hour of it. */
  afternoonEnds: local(AFTERNOON_ENDS, 'time of day'),
  /** "Without delay" has no number in law: a notice this much later than the day itself is red. */
  noticeRed: local(1, 'school days'),

  /** Work that was set is marked so soon after the last day at home. */
  workMarked: local(5, 'school days'),
  /** Days at home for which the school sets work, before education begins elsewhere. */
  workSetDays: dated({ '2022-09-01': 5 }, 'school days', 'exclusion-guidance'),

  /** Written notice of an off-site direction before its first day. */
  offSiteNotice: dated({ '2010-09-01': 2 }, 'school days', 'off-site-2010'),
  /** A review asked for is held unless one was held in the weeks before the asking. */
  offSiteReviewAgain: dated({ '2013-01-01': 10 }, 'weeks', 'off-site-2010'),
  /** "As soon as reasonably practicable" has no number. */
  offSiteReviewHeld: local(10, 'school days'),
  /** How long a part-time timetable that came to its end is asked about. */
  timetableEnded: local(10, 'school days'),
  /** "As soon as practicable" after force, restraint or seclusion. */
  restraintReported: local(1, 'school days'),

  repeatedInTerm: local(2, 'suspensions in a term'),
  repeatedInYear: local(3, 'suspensions in a year'),
  repeatedWithin: local(20, 'school days'),
  repeatedTermDays: local(5, 'school days a term'),

  /** How long a duty of last academic year is still asked about: longer than the 50 days of the board. */
  followedAfter: local(60, 'school days'),
  /** How far ahead a duty stands on the page of what is due. */
  dueSoon: local(10, 'school days'),
} as const
