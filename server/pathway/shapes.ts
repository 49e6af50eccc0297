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
  /** Who of them said in it that it is not asked, or not any more. */
  readonly refusedBy: string | null
}

/** That the Virtual School may be asked about a child whom no authority looks after: who agreed, and when. */
export interface Agreement {
  readonly by: string
  readonly role: 'parent' | 'carer'
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
  /** When what was agreed was withdrawn; null where it holds or nobody had agreed. */
  readonly withdrawnAt: LocalMinute | null
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
