import { isoDate, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { ChildFacts, OffSiteDirectionFact } from './child-facts.ts'
import type { OffSiteDirectionRow, RecordedHereRows } from './child-rows.ts'
import { dayBy, dayOrNull, flagOrNull, minuteBy, oldestFirst } from './read-row.ts'

export type RecordedHereFacts = Pick<
  ChildFacts,
  | 'intervention'
  | 'offSiteDirection'
  | 'managedMove'
  | 'partTimeTimetable'
  | 'safeguardingSeparation'
  | 'unlawfulExclusion'
  | 'restrictiveIntervention'
  | 'specialNeed'
>

const none: readonly never[] = []

const toldBy = (
  row: { readonly socialWorkerToldAt: string | null; readonly virtualSchoolToldAt: string | null },
  on: IsoDate,
): { socialWorkerToldAt: LocalMinute | null; virtualSchoolToldAt: LocalMinute | null } => ({
  socialWorkerToldAt: minuteBy(row.socialWorkerToldAt, on),
  virtualSchoolToldAt: minuteBy(row.virtualSchoolToldAt, on),
})

/** What the notice of an off-site direction holds (Education Act 2002, section 29A, and its regulations). */
const inNotice: readonly (readonly [string, (row: OffSiteDirectionRow) => unknown])[] = [
  ['the address', ({ address }) => address],
  ['whom to report to', ({ reportTo }) => reportTo],
  ['the number of school days', ({ schoolDays }) => schoolDays],
  ['the reasons and objectives', ({ objectives }) => objectives],
  ['the times of sessions', ({ sessionTimes }) => sessionTimes],
]

/** Also those that lie ahead, as plans do: the clock of the notice runs before the first day. */
function offSiteDirections(
  rows: readonly OffSiteDirectionRow[],
  on: IsoDate,
): readonly OffSiteDirectionFact[] {
  if (rows.length === 0) return none
  return rows
    .map((row) => ({
      id: row.id,
      startsOn: isoDate(row.startsOn),
      endsOn: dayOrNull(row.endsOn),
      missing: inNotice.flatMap(([words, held]) => {
        const value = held(row)
        return value === null || value === '' ? [words] : []
      }),
      noticeAt: minuteBy(row.noticeAt, on),
      hasPlan: flagOrNull(row.hasPlan),
      authorityNoticeAt: minuteBy(row.authorityNoticeAt, on),
      nextReviewOn: dayOrNull(row.nextReviewOn),
      lastReviewOn: dayBy(row.lastReviewOn, on),
      reviewAskedOn: dayBy(row.reviewAskedOn, on),
      ...toldBy(row, on),
    }))
    .toSorted(oldestFirst(({ startsOn }) => startsOn))
}

/** Of rows that began by the day one fact each, oldest first. Most children have no row at all. */
function begunBy<R extends { readonly id: string }, F>(
  rows: readonly R[],
  on: IsoDate,
  beganAt: (row: R) => string,
  factOf: (row: R) => F,
): readonly F[] {
  if (rows.length === 0) return none
  return rows
    .filter((row) => beganAt(row).slice(0, on.length) <= on)
    .toSorted(oldestFirst(beganAt))
    .map(factOf)
}

/**
 * What is recorded here alone, as at a day: what began after it is not known, and a time after it is null. Days
 * that lie ahead by their nature, such as those of an end or of a review, stay.
 */
export function buildRecordedHereFacts(rows: RecordedHereRows, on: IsoDate): RecordedHereFacts {
  return {
    intervention: begunBy(
      rows.interventions,
      on,
      (row) => row.startedOn,
      ({ id, what, startedOn, reviewOn, endedOn, outcome, suspensionId }) => ({
        id,
        what,
        startedOn: isoDate(startedOn),
        reviewOn: dayOrNull(reviewOn),
        endedOn: dayBy(endedOn, on),
        outcome,
        suspensionId,
      }),
    ),
    offSiteDirection: offSiteDirections(rows.offSiteDirections, on),
    managedMove: begunBy(
      rows.managedMoves,
      on,
      (row) => row.agreedOn,
      (row) => ({
        id: row.id,
        agreedOn: isoDate(row.agreedOn),
        startsOn: dayOrNull(row.startsOn),
        parentAgrees: flagOrNull(row.parentAgrees),
        ...toldBy(row, on),
      }),
    ),
    partTimeTimetable: begunBy(
      rows.partTimeTimetables,
      on,
      (row) => row.startsOn,
      (row) => ({
        id: row.id,
        startsOn: isoDate(row.startsOn),
        endsOn: dayOrNull(row.endsOn),
        reviewOn: dayOrNull(row.reviewOn),
        parentAgrees: flagOrNull(row.parentAgrees),
        ...toldBy(row, on),
      }),
    ),
    safeguardingSeparation: begunBy(
      rows.safeguardingSeparations,
      on,
      (row) => row.startedOn,
      (row) => ({
        id: row.id,
        startedOn: isoDate(row.startedOn),
        endedOn: dayBy(row.endedOn, on),
        authorityAskedAt: minuteBy(row.authorityAskedAt, on),
        ...toldBy(row, on),
      }),
    ),
    unlawfulExclusion: begunBy(
      rows.unlawfulExclusions,
      on,
      (row) => row.happenedOn,
      ({ id, happenedOn, halfDays, putRightOn }) => ({
        id,
        happenedOn: isoDate(happenedOn),
        halfDays,
        putRightOn: dayBy(putRightOn, on),
      }),
    ),
    restrictiveIntervention: begunBy(
      rows.restrictiveInterventions,
      on,
      (row) => row.happenedAt,
      (row) => ({
        id: row.id,
        happenedAt: localMinute(row.happenedAt),
        writtenAt: minuteBy(row.writtenAt, on),
        parentToldAt: minuteBy(row.parentToldAt, on),
        isWithheld: row.withheldReason !== null,
        socialWorkerToldAt: minuteBy(row.socialWorkerToldAt, on),
      }),
    ),
    specialNeed: begunBy(
      rows.specialNeeds,
      on,
      (row) => row.startedOn,
      ({ id, provision, startedOn, endedOn }) => ({
        id,
        provision,
        startedOn: isoDate(startedOn),
        endedOn: dayOrNull(endedOn),
      }),
    ),
  }
}
