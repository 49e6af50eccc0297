import type { IsoDate, LocalMinute } from '../calendar/iso-date.ts'
import type { Force, Owner } from '../engine/rule.ts'
import type { Attempt, BeforePage, Consequence, ConsiderationView } from './shapes.ts'

/* What stands after a decision: its tasks and letters, and the pages of suspensions. */

/** One thing to do after a decision, with its clock. */
export interface Task {
  /** The rule that asks for it, with what it is about. */
  readonly ruleId: string
  readonly title: string
  readonly message: string
  readonly status: 'met' | 'due' | 'breach' | 'watch' | 'no-data'
  readonly final: boolean
  readonly dueOn: IsoDate | null
  /** The first day too late, of what is broken. */
  readonly since: IsoDate | null
  /** How far its day is, in the days that its rule counts: ahead positive, late negative, 0 today; null: not known. */
  readonly distance: number | null
  readonly dayKind: 'school' | 'working'
  readonly owner: Owner
  readonly force: Force
  readonly source: Consequence['source']
  readonly alertId: string | null
  /** The form its button opens, filled in; null opens nothing. */
  readonly form: string | null
  readonly formLabel: string
  readonly prefill: Readonly<Record<string, string>>
  /** The record that the form opens on, when one is to be completed. */
  readonly record?: { readonly kind: string; readonly id: string } | null
  /** The letter that does it, when one does. */
  readonly letter: LetterKind | null
}

export type LetterKind =
  | 'parent'
  | 'local-authority'
  | 'home-authority'
  | 'social-worker'
  | 'virtual-school'
  | 'governing-board'
  | 'board-decision'
  | 'education'
  | 'education-details'
  | 'cancellation'
  | 'board-cancellation'
  | 'off-site-direction'

/** A letter made from what was recorded, to print or download; who wrote what is not stored. */
export interface Letter {
  readonly kind: LetterKind
  readonly school: string
  /** `13 March 2026`, the day it is read on. */
  readonly date: string
  readonly title: string
  readonly to: readonly string[]
  readonly paragraphs: readonly string[]
  /** What it lacks to be complete, each with what to do. */
  readonly missing: readonly string[]
  /** Of one that goes to several, each with a notice of their own on record, the roles of those; else null. */
  readonly toRoles: readonly string[] | null
  /** The record on which it is kept when it went, and whether it did; null: a contact of its own keeps that. */
  readonly keptOn: { readonly kind: string; readonly id: string; readonly isGone: boolean } | null
}

/** Whether those who are asked first were asked before the decision; the worst of them where there are several. */
export type AskedFirst = 'before' | 'after' | 'never' | 'not-needed' | 'not-known'

/** One suspension or exclusion of the year, as the picture and its list show it. */
export interface SuspensionRow {
  readonly id: string
  /** Statuses and group as they were on the first day; null: in no list. */
  readonly child: BeforePage['child'] & {
    readonly group: 'cla' | 'social-worker' | 'previously-cla' | 'ever6' | 'kinship' | null
  }
  readonly kind: 'suspension' | 'permanent' | 'lunchtime'
  readonly startedOn: IsoDate
  readonly startSession: 'AM' | 'PM' | null
  /** Those that count; a cancelled one has those served before it. Null for a permanent exclusion. */
  readonly halfDays: number | null
  /** The same half days by the month they fall in, such as `2026-03`. */
  readonly months: readonly { readonly month: string; readonly halfDays: number }[]
  /** The term of the first day; null where no term is known. */
  readonly term: string | null
  readonly reasons: readonly string[]
  readonly decidedAt: LocalMinute | null
  readonly atOtherSchool: boolean
  readonly cancelledAt: LocalMinute | null
  /** 1 for the child's first of the school year, 2 for the second, ...; 0 for what was cancelled before it began. */
  readonly nth: number
  /** It came from the page Before you suspend. */
  readonly considered: boolean
  readonly askedFirst: AskedFirst
  /** Tasks that are not done, by how they stand. */
  readonly open: { readonly breach: number; readonly due: number; readonly noData: number }
}

/** GET /api/suspensions: the academic year of the day, of everybody in the reader's scope. */
export interface SuspensionsPage {
  readonly on: IsoDate
  readonly evaluatesOn: IsoDate
  /** `2025/26`. */
  readonly academicYear: string
  /** False when nobody told us of suspensions, so that nothing is no zero. */
  readonly isKnown: boolean
  /** Newest first. */
  readonly rows: readonly SuspensionRow[]
  /** Being considered now, newest first. */
  readonly considered: readonly {
    readonly id: string
    readonly child: BeforePage['child']
    /** Instant. */
    readonly openedAt: string
    readonly openedBy: string
    readonly read: ConsiderationView['read']
  }[]
  /** Ended with the child in school: counted as a success. Newest first. */
  readonly notSuspended: readonly {
    readonly id: string
    readonly child: SuspensionRow['child']
    readonly decidedAt: LocalMinute
    readonly instead: string | null
  }[]
  /** Other ways out of the classroom, each with the child's group when it began; null: in no list. */
  readonly moves: readonly {
    readonly id: string
    readonly kind: 'off-site-direction' | 'managed-move' | 'part-time-timetable'
    readonly startedOn: IsoDate
    readonly group: SuspensionRow['child']['group']
  }[]
  /** Off-site directions that have not ended, those ahead among them: the notice goes before the first day. */
  readonly offSite: readonly {
    readonly id: string
    readonly child: BeforePage['child']
    readonly startsOn: IsoDate
    readonly endsOn: IsoDate | null
    /** Whether all who must have it in writing have, as far as is recorded. */
    readonly hasNotice: boolean
  }[]
  /** How many of this school were cancelled, by the term of the cancelling: each begun term of the year, for the board. */
  readonly cancelled: readonly { readonly term: string; readonly count: number }[]
  readonly terms: readonly { readonly name: string; readonly firstDay: IsoDate; readonly lastDay: IsoDate }[]
  readonly reasons: BeforePage['reasons']
}

/** GET /api/suspensions/:id: after the decision. */
export interface SuspensionPage {
  readonly today: IsoDate
  readonly child: BeforePage['child']
  readonly record: Pick<
    SuspensionRow,
    'id' | 'kind' | 'startedOn' | 'startSession' | 'halfDays' | 'decidedAt' | 'atOtherSchool' | 'cancelledAt'
  > & {
    readonly version: number
    readonly reasons: BeforePage['reasons']
    readonly considerationId: string | null
    readonly missesExam: boolean | null
    readonly examOn: IsoDate | null
    readonly cancelledReason: string | null
    /** Where its cancelling was recorded on a later day than its own: that day. */
    readonly cancelRecordedOn: IsoDate | null
  }
  readonly lastDay: IsoDate | null
  readonly backOn: IsoDate | null
  readonly backSession: 'AM' | 'PM' | null
  readonly decidedBy: string | null
  readonly askedFirst: AskedFirst
  /** Why it was decided before contact. */
  readonly withoutContact: string | null
  /** Gravest and soonest first, done ones last. */
  readonly tasks: readonly Task[]
  /** Oldest first. */
  readonly contacts: readonly {
    readonly id: string
    readonly at: LocalMinute
    readonly withRole: string
    readonly purpose: string
    readonly how: string | null
    readonly outcome: Attempt['outcome']
    readonly madeBy: string | null
    readonly note: string | null
    /** The day on which asking was recorded after a decision made here; it undoes nothing. */
    readonly recordedAfterwards: IsoDate | null
  }[]
  /** The register's marks of its half days; a mark fits, does not, or is not in yet (null). Null: no register known. */
  readonly register:
    | readonly {
        readonly on: IsoDate
        readonly session: 'AM' | 'PM'
        readonly code: string | null
        readonly fits: boolean | null
      }[]
    | null
  readonly cancel: { readonly may: boolean; readonly why: string | null }
  readonly may: { readonly write: boolean; readonly decide: boolean }
}

/** GET /api/children/:id/suspension-pattern: what the suspensions of a child have in common. */
export interface SuspensionPattern {
  readonly evaluatesOn: IsoDate
  /** Oldest first, of all years that are known. */
  readonly rows: readonly {
    readonly id: string
    readonly on: IsoDate
    readonly kind: SuspensionRow['kind']
    readonly startSession: 'AM' | 'PM' | null
    readonly halfDays: number | null
    readonly happenedAt: LocalMinute | null
    readonly decidedAt: LocalMinute | null
    readonly reasons: readonly string[]
    readonly whatBefore: string | null
  }[]
  readonly patterns: readonly {
    readonly name: 'weekday' | 'time' | 'reason' | 'before'
    /** Such as `4 of 6 on a Monday.`; null when nothing stands out. */
    readonly sentence: string | null
    readonly counts: readonly {
      readonly what: string
      readonly count: number
      readonly ids: readonly string[]
    }[]
    /** Ids of the rows of which this is not recorded. */
    readonly notRecorded: readonly string[]
  }[]
  readonly reasons: BeforePage['reasons']
}
