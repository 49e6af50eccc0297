import { dayOf, isoDate, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
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
function offSiteDirections(rows: readonly OffSiteDirectionRow[], on: IsoDate): OffSiteDirectionFact[] {
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

/**
 * What is recorded here alone, as at a day: what began after it is not known, and a time after it is null. Days
 * that lie ahead by their nature, such as those of an end or of a review, stay.
 */
export function buildRecordedHereFacts(rows: RecordedHereRows, on: IsoDate): RecordedHereFacts {
  return {
    intervention: rows.interventions
      .filter(({ startedOn }) => startedOn <= on)
      .map(({ id, what, startedOn, reviewOn, endedOn, outcome, suspensionId }) => ({
        id,
        what,
        startedOn: isoDate(startedOn),
        reviewOn: dayOrNull(reviewOn),
        endedOn: dayBy(endedOn, on),
        outcome,
        suspensionId,
      }))
      .toSorted(oldestFirst(({ startedOn }) => startedOn)),
    offSiteDirection: offSiteDirections(rows.offSiteDirections, on),
    managedMove: rows.managedMoves
      .filter(({ agreedOn }) => agreedOn <= on)
      .map((row) => ({
        id: row.id,
        agreedOn: isoDate(row.agreedOn),
        startsOn: dayOrNull(row.startsOn),
        parentAgrees: flagOrNull(row.parentAgrees),
        ...toldBy(row, on),
      }))
      .toSorted(oldestFirst(({ agreedOn }) => agreedOn)),
    partTimeTimetable: rows.partTimeTimetables
      .filter(({ startsOn }) => startsOn <= on)
      .map((row) => ({
        id: row.id,
        startsOn: isoDate(row.startsOn),
        endsOn: dayOrNull(row.endsOn),
        reviewOn: dayOrNull(row.reviewOn),
        parentAgrees: flagOrNull(row.parentAgrees),
        ...toldBy(row, on),
      }))
      .toSorted(oldestFirst(({ startsOn }) => startsOn)),
    safeguardingSeparation: rows.safeguardingSeparations
      .filter(({ startedOn }) => startedOn <= on)
      .map((row) => ({
        id: row.id,
        startedOn: isoDate(row.startedOn),
        endedOn: dayBy(row.endedOn, on),
        authorityAskedAt: minuteBy(row.authorityAskedAt, on),
        ...toldBy(row, on),
      }))
      .toSorted(oldestFirst(({ startedOn }) => startedOn)),
    unlawfulExclusion: rows.unlawfulExclusions
      .filter(({ happenedOn }) => happenedOn <= on)
      .map(({ id, happenedOn, halfDays, putRightOn }) => ({
        id,
        happenedOn: isoDate(happenedOn),
        halfDays,
        putRightOn: dayBy(putRightOn, on),
      }))
      .toSorted(oldestFirst(({ happenedOn }) => happenedOn)),
    restrictiveIntervention: rows.restrictiveInterventions
      .map((row) => ({ row, happenedAt: localMinute(row.happenedAt) }))
      .filter(({ happenedAt }) => dayOf(happenedAt) <= on)
      .map(({ row, happenedAt }) => ({
        id: row.id,
        happenedAt,
        writtenAt: minuteBy(row.writtenAt, on),
        parentToldAt: minuteBy(row.parentToldAt, on),
        isWithheld: row.withheldReason !== null,
        socialWorkerToldAt: minuteBy(row.socialWorkerToldAt, on),
      }))
      .toSorted(oldestFirst(({ happenedAt }) => happenedAt)),
    specialNeed: rows.specialNeeds
      .filter(({ startedOn }) => startedOn <= on)
      .map(({ id, provision, startedOn, endedOn }) => ({
        id,
        provision,
        startedOn: isoDate(startedOn),
        endedOn: dayOrNull(endedOn),
      }))
      .toSorted(oldestFirst(({ startedOn }) => startedOn)),
  }
}
