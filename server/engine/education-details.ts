import { hoursBefore } from '../calendar/english-time.ts'
import { addDays, dayOf, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type {
  ExclusionRunFact,
  IdentityFacts,
  ProvisionFact,
  SuspensionFact,
  SuspensionFacts,
} from '../facts/child-facts.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { actBy } from './act-by.ts'
import { noData, type Finding } from './finding.ts'
import { recordedFinding } from './on-record.ts'
import type { RuleContext } from './rule.ts'
import { eachSixthDay, nothingOwed, provisionsOf } from './sixth-day.ts'
import { aboutSuspension, suspensionEvidence, suspensionName } from './suspension-duty.ts'
import { dayWords, minuteWords } from './words.ts'

interface Facts {
  readonly identity: IdentityFacts
  readonly suspension: SuspensionFacts
}

type Context = Pick<RuleContext<unknown>, 'on' | 'year' | 'calendar'>

const HOURS_OF_A_DAY = 24

/** When the hours before the education begin, in hours that pass; the day alone where its time is not recorded. */
function lastNotice(beginsOn: IsoDate, beginsAt: string | null): Pick<Clock, 'limit' | 'limitAt'> {
  const hours = valueOn(thresholds.educationDetailsBefore, beginsOn)
  if (beginsAt === null) return { limit: addDays(beginsOn, -hours / HOURS_OF_A_DAY), limitAt: null }
  const limitAt = hoursBefore(localMinute(`${beginsOn}T${beginsAt}`), hours)
  return { limit: dayOf(limitAt), limitAt }
}

/** When the details must be with the parent: by the end of the first afternoon, or so long before it begins. */
interface Clock {
  /** The minute at which the afternoon of the first day ends. */
  readonly firstDayEnds: LocalMinute
  /** The day on which the 48 hours begin. */
  readonly limit: IsoDate
  /** The minute at which they do; null where the time of the first session is not recorded. */
  readonly limitAt: LocalMinute | null
  readonly beginsOn: IsoDate
  /** The time of day of its first session; null where it is not recorded. */
  readonly beginsAt: string | null
  /** Less was agreed with the parent. */
  readonly isAgreed: boolean
}

const isByFirstDay = (noticeAt: LocalMinute, { firstDayEnds }: Clock): boolean => noticeAt <= firstDayEnds

/** Whether there were 48 hours; null where only the time of the first session would tell. */
function hadHours(noticeAt: LocalMinute, { limit, limitAt }: Clock): boolean | null {
  if (limitAt !== null) return noticeAt <= limitAt
  return dayOf(noticeAt) === limit ? null : dayOf(noticeAt) < limit
}

/** Whether a notice came too late: true or false, or null where only the time of the first session would tell. */
function isTooLate(noticeAt: LocalMinute, clock: Clock): boolean | null {
  const { beginsOn, beginsAt, isAgreed } = clock
  if (isByFirstDay(noticeAt, clock)) return false
  if (isAgreed) return beginsAt === null ? dayOf(noticeAt) > beginsOn : noticeAt > `${beginsOn}T${beginsAt}`
  const inTime = hadHours(noticeAt, clock)
  return inTime === null ? null : !inTime
}

/** The last day for the details, and by when on it, in words. */
function lastOf(
  { firstDayEnds, limit, limitAt, beginsOn, beginsAt, isAgreed }: Clock,
  on: IsoDate,
): { readonly lastDay: IsoDate; readonly by: string } {
  const at = beginsAt === null ? '' : ` at ${beginsAt}`
  if (isAgreed) return { lastDay: beginsOn, by: `${dayWords(beginsOn, on)}${at}, when it begins` }
  const firstDay = dayOf(firstDayEnds)
  const isFirstDay = limit < firstDay || (limitAt !== null && limitAt <= firstDayEnds)
  return isFirstDay
    ? {
        lastDay: firstDay,
        by: `the end of the afternoon of ${dayWords(firstDay, on)}, the first day: by ${timeIn(firstDayEnds)}, the school’s own line`,
      }
    : {
        lastDay: limit,
        by: `${limitAt === null ? dayWords(limit, on) : minuteWords(limitAt, on)}, 48 hours before`,
      }
}

const timeIn = (minute: LocalMinute): string => minute.slice('2026-01-01T'.length)

/** What the sentences share: the education, and by when its details must be with the parent. */
interface Details {
  readonly run: ExclusionRunFact
  readonly suspension: SuspensionFact
  readonly education: ProvisionFact | undefined
  readonly beginsOn: IsoDate
  readonly firstDay: IsoDate
}

function detailsFinding(details: Details, { on, calendar }: Context): Finding {
  const { run, suspension, education, beginsOn, firstDay } = details
  const about = aboutSuspension(suspension)
  const name = suspensionName(suspension, on)
  const noticeAt = education?.noticeAt ?? null
  const { decidedAt } = suspension
  const begins = `the education that begins ${dayWords(beginsOn, on)}`
  // Of a suspension before it in the run, they can have been with the parent before this one was decided.
  const isOwn = suspension.provisions.some(({ id }) => id === education?.id)
  if (isOwn && noticeAt !== null && decidedAt !== null && noticeAt < decidedAt)
    return noData(
      about,
      `That the parent had the details of ${begins} stands on ${minuteWords(noticeAt, on)}, before the decision on ${minuteWords(decidedAt, on)}: check the time.`,
    )
  const clock: Clock = {
    firstDayEnds: localMinute(`${firstDay}T${calendar.afternoonEnds}`),
    ...lastNotice(beginsOn, education?.beginsAt ?? null),
    beginsOn,
    beginsAt: education?.beginsAt ?? null,
    isAgreed: education?.soonerAgreed === true && beginsOn < run.sixthDay,
  }
  const late = noticeAt === null ? false : isTooLate(noticeAt, clock)
  if (late === null)
    return noData(
      about,
      `The parent had the details of ${begins} on ${dayWords(clock.limit, on)}; its times are not recorded, so whether that was 48 hours before is not known.`,
    )
  const given =
    noticeAt === null ? '' : `The parent had the details of ${begins} on ${minuteWords(noticeAt, on)}`
  const { lastDay, by } = lastOf(clock, on)
  const inTimeWords =
    noticeAt === null || hadHours(noticeAt, clock) === true
      ? ', at least 48 hours before'
      : isByFirstDay(noticeAt, clock)
        ? ', on the first day'
        : ', with less than 48 hours as the parent agreed'
  const told = noticeAt === null ? null : dayOf(noticeAt)
  return recordedFinding(
    {
      about,
      doneOn: told,
      lastDay,
      isLateThatDay: late,
      actBy: actBy(calendar, lastDay, on),
      runs: suspension.decidedHere,
      says: {
        done: `${given}${inTimeWords}.`,
        late: `${given}, after ${by}.`,
        due: `The parent must have the details of ${begins} in writing by ${by}.`,
        missing: `No record says that the parent had the details of ${begins} in writing by ${by}.`,
        unknown: `No record says whether the parent had the details of ${begins} 48 hours before.`,
      },
      heads: {
        due: `Details of the education to the parent: the ${name}`,
        late: `Details of the education late: the ${name}`,
        missing: `No details of the education: the ${name}`,
      },
      evidence: [
        suspensionEvidence(suspension, on),
        { label: 'Sixth school day', value: dayWords(run.sixthDay, on), on: run.sixthDay },
        { label: 'Education begins', value: dayWords(beginsOn, on), on: beginsOn },
        { label: 'Details told', value: noticeAt === null ? 'no record' : minuteWords(noticeAt, on) },
      ],
      ...(education === undefined
        ? { prefill: { suspensionId: suspension.id, what: 'education', fromOn: run.sixthDay } }
        : { record: { kind: 'provision', id: education.id } }),
    },
    on,
  )
}

function findingOf(
  run: ExclusionRunFact,
  suspension: SuspensionFact,
  facts: Facts,
  context: Context,
): Finding {
  const provisions = provisionsOf(facts.suspension.rows, run)
  const free = nothingOwed(run, suspension, facts.identity, provisions, context.on)
  if (free) return free
  const [education] = provisions
    .filter(({ what }) => what === 'education' || what === 'fewer-hours')
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  return detailsFinding(
    {
      run,
      suspension,
      education,
      beginsOn: education?.fromOn ?? run.sixthDay,
      firstDay: context.calendar.schoolDayOnOrAfter(suspension.startedOn) ?? suspension.startedOn,
    },
    context,
  )
}

/**
 * One finding for each run of this academic year that reaches a sixth day which the school provides for: whether the
 * parent had the details of the education by the end of the first afternoon or 48 hours before it begins (2007 Regulations, 6 and 7).
 */
export const educationDetailsFindings = (facts: Facts, context: Context): readonly Finding[] =>
  eachSixthDay(facts.suspension, 'school', context, (run, suspension) =>
    findingOf(run, suspension, facts, context),
  )
