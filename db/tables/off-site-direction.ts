import type { RecordColumns } from '../schema.ts'

/** Requiring a child to attend elsewhere for a time to improve behaviour (Education Act 2002, section 29A). */
export interface OffSiteDirectionTable extends RecordColumns {
  childId: string
  startsOn: string
  endsOn: string | null
  place: string
  address: string | null
  reportTo: string | null
  schoolDays: number | null
  sessionTimes: string | null
  objectives: string
  /** Local minute of the written notice to the parent, and to the authority of an education, health and care plan. */
  noticeAt: string | null
  hasPlan: 0 | 1 | null
  authorityNoticeAt: string | null
  nextReviewOn: string | null
  lastReviewOn: string | null
  /** The day a parent or the authority asked in writing for a review. */
  reviewAskedOn: string | null
  socialWorkerToldAt: string | null
  virtualSchoolToldAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    offSiteDirection: OffSiteDirectionTable
  }
}
