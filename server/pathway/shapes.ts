import type { IsoDate, LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolSession } from '../calendar/school-calendar.ts'
import type { Force, Owner } from '../engine/rule.ts'

/** Who is asked before a decision, as a contact is recorded with. */
export type AskedRole = 'virtual-school' | 'social-worker' | 'safeguarding-lead' | 'carer' | 'parent'

/** One act of asking. */
export interface Attempt {
  readonly contactId: string
  readonly at: LocalMinute
  readonly outcome: 'reached' | 'message-left' | 'no-answer' | null
  readonly how: 'phone' | 'email' | 'letter' | 'meeting' | 'other' | null
  readonly madeBy: string | null
  readonly note: string | null
  /** Who of those who care for the child agreed in it that the Virtual School is asked. */
  readonly agreedBy: string | null
}

/** That the Virtual School may be asked about a child whom no authority looks after: who agreed, and when. */
export interface Agreement {
  readonly by: string
  readonly at: LocalMinute
}

/** One person or office to be asked before a decision, in the order of asking. */
export interface ContactStep {
  readonly role: AskedRole
  /** The one to ring before all others stands on the block of colour. */
  readonly isFirst: boolean
  /** Such as `Barnet Virtual School` or `social worker`. */
  readonly title: string
  readonly personId: string | null
  readonly authorityCode: string | null
  readonly name: string | null
  readonly organisation: string | null
  readonly phone: string | null
  readonly email: string | null
  /** Said in place of a number that nobody knows, with what to do. */
  readonly missing: string | null
  /** Why, in one sentence, and who should make the call. */
  readonly why: string
  readonly who: string
  readonly force: Force
  /** A decision without it asks for the reason. */
  readonly isNeeded: boolean
  /** Whether it is asked with the agreement of those who care for the child alone, or is one who can agree to that. */
  readonly agreement: 'needed' | 'given-here' | null
  /** The agreement that is on record, where one is needed; without it no number is shown. */
  readonly agreed: Agreement | null
  /** Newest first. A message left counts as asked; a call that nobody answered does not. */
  readonly attempts: readonly Attempt[]
  readonly isDone: boolean
}

/** What is considered, as far as it has been said. Half days are whole numbers: 3 is one and a half days. */
export interface Proposal {
  readonly kind: 'suspension' | 'permanent' | 'lunchtime' | null
  readonly startedOn: IsoDate | null
  readonly startSession: 'AM' | 'PM' | null
  readonly halfDays: number | null
  readonly missesExam: boolean | null
  readonly examOn: IsoDate | null
}

/** Something that a length would set off, in the order of what the school must do. */
export interface Consequence {
  /** Stays the same while the length changes, so that a new one can be marked. */
  readonly id: string
  readonly title: string
  readonly words: string
  readonly status: 'due' | 'watch'
  readonly dueOn: IsoDate | null
  readonly owner: Owner
  readonly force: Force
  readonly source: {
    readonly id: string
    readonly title: string
    /** Null for a line that the school drew itself. */
    readonly url: string | null
    readonly place: string | null
  }
  /** A count that errs on the careful side says so. */
  readonly cautious: string | null
}

/** A total before and after, in half days. */
export interface Total {
  readonly name: string
  readonly before: number
  readonly after: number
}

/** What a proposal would come to. */
export interface Consequences {
  readonly halfDays: number | null
  /** What is not as it was typed, or not known: a start that is no school day, a calendar that ends too soon. */
  readonly note: string | null
  /** The school days it covers, in order; of lunchtimes neither half is missed. */
  readonly days: readonly { on: IsoDate; morning: boolean; afternoon: boolean }[]
  readonly lastDay: IsoDate | null
  readonly backOn: IsoDate | null
  readonly backSession: 'AM' | 'PM' | null
  /** The sixth consecutive school day, days just before counted too; null when it is not reached. */
  readonly sixthDay: IsoDate | null
  /** Null when the terms are not known so far ahead. */
  readonly term: Total | null
  readonly year: Total & { readonly atOtherSchool: number }
  /** Why it cannot be decided at all: over 45 days in a school year. Null when it can. */
  readonly refusal: string | null
  readonly list: readonly Consequence[]
  /** How far it is to the next line: `3.5 days from the next line…`; null past the last. */
  readonly next: string | null
  /** The nearest shorter length that avoids the gravest thing; never a longer one. */
  readonly shorter: { readonly halfDays: number; readonly words: string } | null
  /** What not suspending avoids, in one sentence. */
  readonly none: string
}

/** What is thought of, as its page and the Virtual School read it. */
export interface ConsiderationView extends Proposal {
  readonly id: string
  readonly version: number
  /** Instants. */
  readonly openedAt: string
  readonly openedBy: string
  readonly happenedAt: LocalMinute | null
  readonly whatHappened: string | null
  readonly whatBefore: string | null
  readonly reasons: readonly string[]
  readonly ringBack: string | null
  readonly state: 'open' | 'not-suspended' | 'suspended' | 'withdrawn'
  readonly decidedAt: LocalMinute | null
  readonly decidedBy: string | null
  readonly instead: string | null
  readonly withoutContact: string | null
  readonly suspensionId: string | null
  /** When the Virtual School of the authority first read it. */
  readonly read: { readonly at: string; readonly by: string } | null
  readonly advice: readonly { readonly at: LocalMinute; readonly by: string; readonly words: string }[]
}

/** What a person may fill in before a decision. */
export type DraftFields = Proposal &
  Pick<ConsiderationView, 'happenedAt' | 'whatHappened' | 'whatBefore' | 'reasons' | 'ringBack'>

/** Something tried, or something that could be. */
export interface Tried {
  readonly id: string
  readonly what: string
  readonly title: string
  readonly note: string | null
  readonly startedOn: IsoDate
  readonly reviewOn: IsoDate | null
  readonly endedOn: IsoDate | null
  readonly outcome: 'helps' | 'helps-a-little' | 'does-not-help' | null
}
export interface NotTried {
  /** The stored word of an intervention. */
  readonly what: string
  readonly title: string
  readonly words: string
}

/** The page of one child: GET /api/children/:id/before-suspending. */
export interface BeforePage {
  readonly child: {
    readonly id: string
    readonly name: string
    readonly yearGroup: string
    readonly statuses: readonly string[]
  }
  readonly today: IsoDate
  /** The sentence of the page and the one below it. */
  readonly title: string
  readonly lead: string
  readonly contacts: readonly ContactStep[]
  readonly leftOut: readonly { readonly name: string; readonly reason: string | null }[]
  /** A message to copy, with initials and no name. */
  readonly message: string
  readonly considering: ConsiderationView | null
  readonly consequences: Consequences | null
  readonly reasons: readonly { readonly code: string; readonly words: string }[]
  /** School days from which a length is picked, from today on, as far as the calendar is known. */
  readonly schoolDays: readonly IsoDate[]
  /** The first half day that is not over yet; null past the known calendar. */
  readonly firstHalf: SchoolSession | null
  readonly words: { readonly text: string; readonly on: IsoDate } | null
  readonly tried: readonly Tried[]
  readonly notTried: readonly NotTried[]
  /** Suspensions of the year so far, newest first, in words with their half days. */
  readonly soFar: readonly { readonly id: string; readonly on: IsoDate; readonly words: string }[]
  /** Whether who reads this may write here and may decide; the reason when not. */
  readonly may: { readonly write: boolean; readonly decide: boolean; readonly why: string | null }
}

/** A row of the Virtual School's inbox: GET /api/inbox. */
export interface InboxItem {
  readonly id: string
  readonly version: number
  readonly school: { readonly id: string; readonly name: string }
  readonly child: BeforePage['child']
  readonly openedAt: string
  readonly openedBy: string
  readonly ringBack: string | null
  readonly state: ConsiderationView['state']
  /** `Considering 3 days from Monday. With it: 3 school days in the term, 4.5 in the year.` or the outcome. */
  readonly words: string
  readonly decidedAt: LocalMinute | null
  readonly read: ConsiderationView['read']
  readonly advice: ConsiderationView['advice']
  /** Minutes from flag to the first reading; null while it waits. */
  readonly waitedMinutes: number | null
}

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
  | 'social-worker'
  | 'virtual-school'
  | 'governing-board'
  | 'board-decision'
  | 'education'
  | 'education-details'
  | 'cancellation'
  | 'board-cancellation'

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
  /** 1 for the child's first of the school year, 2 for the second, ... */
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
