import { dayOf, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { NoticeParty, SuspensionFact, SuspensionFacts } from '../facts/child-facts.ts'
import { type Cohorts, hasSocialWorker } from '../law/cohorts.ts'
import {
  boardDeadline,
  governorDuty,
  nextTermThreshold,
  noticeState,
  yearHalfDaysLeft,
  yearLevel,
  type NoticeState,
} from '../law/suspension.ts'
import { repeatedCriteria } from '../law/suspension-days.ts'

const daysOf = (halfDays: number): number => halfDays / 2

const daysBy = (halfDays: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(halfDays).map(([key, value]) => [key, daysOf(value)]))

/** Whom the head tells of a decision, by the groups on its day (D22), with the word used in a flag. */
const PARTIES: readonly {
  party: NoticeParty
  key: string
  word: string
  applies: (groups: Cohorts) => boolean
}[] = [
  { party: 'parent', key: 'parent', word: 'parent', applies: () => true },
  { party: 'la', key: 'la', word: 'la', applies: () => true },
  { party: 'socialWorker', key: 'social_worker', word: 'social-worker', applies: hasSocialWorker },
  { party: 'vsh', key: 'vsh', word: 'vsh', applies: ({ cla }) => cla },
]

const notBefore = (contactedAt: LocalMinute | null, decidedAt: LocalMinute | null): boolean =>
  contactedAt === null || (decidedAt !== null && contactedAt >= decidedAt)

/** Who was not asked before the decision (D23). */
function contactFlags({ groupsThen, contacted, decidedAt }: SuspensionFact): string[] {
  const flags: string[] = []
  if (groupsThen.cla && notBefore(contacted.vsh, decidedAt)) flags.push('vsh-not-contacted-before')
  if (hasSocialWorker(groupsThen) && notBefore(contacted.socialWorker, decidedAt))
    flags.push('social-worker-not-contacted-before')
  return flags
}

/** By D24 a time before the decision is on time: it tells days apart, never hours. */
const asCounted = (notice: NoticeState): NoticeState =>
  notice.state === 'before-decision' ? { state: 'on-time', severity: null } : notice

function noticesOf({ groupsThen, decidedAt, told }: SuspensionFact, on: IsoDate, calendar: SchoolCalendar) {
  const notices: Record<string, NoticeState> = {}
  const flags: string[] = []
  if (decidedAt === null) return { notices, flags }
  for (const { party, key, word, applies } of PARTIES) {
    if (!applies(groupsThen)) continue
    const notice = asCounted(noticeState(told[party], decidedAt, on, calendar))
    notices[key] = notice
    if (notice.state === 'late' || notice.state === 'not-told') flags.push(`${notice.state}-${word}`)
  }
  return { notices, flags }
}

function rowPicture(row: SuspensionFact, on: IsoDate, calendar: SchoolCalendar) {
  const decidedOn = row.decidedAt === null ? null : dayOf(row.decidedAt)
  const duty = governorDuty(row.kind, Math.max(0, ...Object.values(row.termTotalAfter)))
  const { notices, flags } = noticesOf(row, on, calendar)
  return {
    kind: row.kind,
    started_on: row.startedOn,
    start_session: row.startSession,
    school_days: row.halfDays === null ? null : daysOf(row.halfDays),
    last_day: row.lastDay,
    days_by_term: daysBy(row.byTerm),
    term_total_after: daysBy(row.termTotalAfter),
    governor_duty: duty,
    governor_day_0: decidedOn,
    governor_deadline: decidedOn === null ? null : boardDeadline(duty, decidedOn, calendar),
    notices,
    flags: [...contactFlags(row), ...flags],
  }
}

/**
 * One child's suspensions and exclusions, with what they trigger (D17 to D27). Another school's add to the
 * year's days and are nobody's duty here.
 */
export function suspensionPicture(
  suspension: SuspensionFacts,
  groups: Cohorts,
  on: IsoDate,
  calendar: SchoolCalendar,
) {
  const { inCurrentTerm, inCurrentYear } = suspension
  const rows = suspension.rows.filter(({ atOtherSchool }) => !atOtherSchool)
  const next = nextTermThreshold(inCurrentTerm)
  const level = yearLevel(inCurrentYear)
  const repeated = repeatedCriteria(rows, on, calendar)
  return {
    list: rows.map((row) => rowPicture(row, on, calendar)),
    days_by_term: daysBy(suspension.byTerm),
    days_by_year: daysBy(suspension.byYear),
    current_term: suspension.currentTerm,
    days_current_term: daysOf(inCurrentTerm),
    days_current_year: daysOf(inCurrentYear),
    next_term_threshold: next?.schoolDays ?? null,
    days_left_to_term_threshold: next === null ? null : daysOf(next.halfDaysLeft),
    days_left_to_45: daysOf(yearHalfDaysLeft(inCurrentYear)),
    year_level: level,
    over_45: level === 'block',
    sixth_day_provision: suspension.runs.map(({ firstDay, sixthDay, responsible }) => ({
      run_first_day: firstDay,
      sixth_day: sixthDay,
      responsible,
    })),
    repeated_criteria: {
      two_in_a_term: repeated.inTerm,
      three_in_the_year: repeated.inYear,
      two_within_20_school_days: repeated.within,
      more_than_5_days_in_a_term: repeated.termDays,
    },
    repeated_suspension:
      (groups.cla || groups.previouslyCla || groups.cin || groups.cp) &&
      Object.values(repeated).some((reached) => reached),
  }
}
