import type { ContactTable } from '../../db/tables/contact.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { AuthorityFact, Cohorts } from '../facts/child-facts.ts'
import type { Adult } from './people-around.ts'
import type { BeforePage, ContactStep } from './shapes.ts'

/** The columns of a contact that asking is read from. */
export type AskingRow = Pick<
  ContactTable,
  'id' | 'withRole' | 'contactedAt' | 'outcome' | 'how' | 'madeBy' | 'note'
>

export interface WhoToAsk {
  /** The child's groups today; null when nobody ever told us of any care status. */
  readonly cohorts: Cohorts | null
  /** The authority that looks after the child today, or holds the plan. */
  readonly authority: AuthorityFact | null
  /** Everybody recorded around the child; those who do not serve on the day are left out. */
  readonly people: readonly Adult[]
  /** What was asked before the decision, in any order. */
  readonly contacts: readonly AskingRow[]
  /** Who holds the role in the school; null when nobody does. */
  readonly safeguardingLead: { readonly name: string; readonly email: string | null } | null
  readonly on: IsoDate
}

/** Whom to ask before a decision, in the order of asking, and who must not be contacted. */
export function contactFirst(_who: WhoToAsk): {
  readonly contacts: readonly ContactStep[]
  readonly leftOut: BeforePage['leftOut']
} {
  throw new Error('Not written yet')
}
