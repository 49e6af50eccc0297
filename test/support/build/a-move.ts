import { isoDate } from '../../../server/calendar/iso-date.ts'
import type {
  ManagedMoveFact,
  OffSiteDirectionFact,
  PartTimeTimetableFact,
} from '../../../server/facts/child-facts.ts'

const nobodyTold = { socialWorkerToldAt: null, virtualSchoolToldAt: null }

/** An off-site direction from a day, of a child without a plan, with a complete notice of which no time is recorded. */
export const anOffSiteDirection = (
  startsOn: string,
  given: Partial<OffSiteDirectionFact> = {},
): OffSiteDirectionFact => ({
  id: `off-site-direction-${startsOn}`,
  startsOn: isoDate(startsOn),
  endsOn: null,
  missing: [],
  noticeAt: null,
  hasPlan: false,
  authorityNoticeAt: null,
  nextReviewOn: null,
  lastReviewOn: null,
  reviewAskedOn: null,
  ...nobodyTold,
  ...given,
})

/** A managed move arranged on a day, without the parents' agreement on record. */
export const aManagedMove = (agreedOn: string, given: Partial<ManagedMoveFact> = {}): ManagedMoveFact => ({
  id: `managed-move-${agreedOn}`,
  agreedOn: isoDate(agreedOn),
  startsOn: null,
  parentAgrees: null,
  ...nobodyTold,
  ...given,
})

/** A part-time timetable from a day that the parents agree to, without a review or an end. */
export const aPartTimeTimetable = (
  startsOn: string,
  given: Partial<PartTimeTimetableFact> = {},
): PartTimeTimetableFact => ({
  id: `part-time-timetable-${startsOn}`,
  startsOn: isoDate(startsOn),
  endsOn: null,
  reviewOn: null,
  parentAgrees: true,
  ...nobodyTold,
  ...given,
})
