/** A role that somebody holds from a day to a day: of a school, or of an authority's Virtual School. */
export interface PostTable {
  id: string
  accountId: string
  role:
    | 'designated-teacher'
    | 'safeguarding-lead'
    | 'headteacher'
    | 'class-staff'
    | 'governor'
    | 'virtual-school-head'
    | 'education-adviser'
    | 'administrator'
    | 'data-protection-officer'
  /** The school it is held at; null for posts of an authority and of the installation. */
  schoolId: string | null
  /** The authority it is held at; null for posts of a school and of the installation. */
  authorityCode: string | null
  /** What the children of the post are called together, such as `5 Oak`. */
  label: string | null
  startedOn: string
  /** The last day, inclusive. */
  endedOn: string | null
  /** `asked`: waits for the second person. */
  state: 'asked' | 'held' | 'refused' | 'ended'
  askedBy: string | null
  askedAt: string
  decidedBy: string | null
  decidedAt: string | null
  /** 1 when nobody else could decide: shown until a second person confirms it. */
  grantedAlone: 0 | 1
  version: number
}

/** A child of a class or of a caseload, from a day to a day. */
export interface PostChildTable {
  id: string
  postId: string
  schoolId: string
  childId: string
  startedOn: string
  /** The last day, inclusive. */
  endedOn: string | null
}

/** Somebody went through every account and said that it is right. */
export interface AccessReviewTable {
  id: string
  schoolId: string
  reviewedAt: string
  reviewedBy: string
  /** Each account as it was seen, as JSON: `[{accountId, posts, lastSignInAt}]`. */
  accounts: string
}

declare module '../schema.ts' {
  interface Database {
    post: PostTable
    postChild: PostChildTable
    accessReview: AccessReviewTable
  }
}
