import type { IsoDate, LocalMinute } from '../calendar/iso-date.ts'

/* What a rule may know of each kind that is recorded here alone and is in no file. */

export interface InterventionFact {
  id: string
  what: string
  startedOn: IsoDate
  reviewOn: IsoDate | null
  endedOn: IsoDate | null
  /** What came of it, once it was looked at again. */
  outcome: 'helps' | 'helps-a-little' | 'does-not-help' | null
  suspensionId: string | null
}

export interface OffSiteDirectionFact {
  id: string
  startsOn: IsoDate
  endsOn: IsoDate | null
  /** Which of what the notice must hold is not recorded, in words. */
  missing: readonly string[]
  noticeAt: LocalMinute | null
  hasPlan: boolean | null
  authorityNoticeAt: LocalMinute | null
  nextReviewOn: IsoDate | null
  lastReviewOn: IsoDate | null
  reviewAskedOn: IsoDate | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface ManagedMoveFact {
  id: string
  agreedOn: IsoDate
  startsOn: IsoDate | null
  parentAgrees: boolean | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface PartTimeTimetableFact {
  id: string
  startsOn: IsoDate
  endsOn: IsoDate | null
  reviewOn: IsoDate | null
  parentAgrees: boolean | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface SafeguardingSeparationFact {
  id: string
  startedOn: IsoDate
  endedOn: IsoDate | null
  authorityAskedAt: LocalMinute | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface UnlawfulExclusionFact {
  id: string
  happenedOn: IsoDate
  halfDays: number | null
  putRightOn: IsoDate | null
}

export interface SpecialNeedFact {
  id: string
  provision: 'none' | 'sen-support' | 'ehc-plan'
  startedOn: IsoDate
  endedOn: IsoDate | null
}

export interface RestrictiveInterventionFact {
  id: string
  happenedAt: LocalMinute
  writtenAt: LocalMinute | null
  parentToldAt: LocalMinute | null
  isWithheld: boolean
  socialWorkerToldAt: LocalMinute | null
}
