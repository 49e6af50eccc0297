import type { ContactTable } from '../../db/tables/contact.ts'
import { localMinute } from '../calendar/iso-date.ts'
import type { Agreement } from './shapes.ts'

type AgreeingRow = Pick<ContactTable, 'withRole' | 'outcome' | 'agreedBy' | 'contactedAt'>

/** Said where the Virtual School would be asked about a child whom no authority looks after, and nobody agreed. */
export const FIRST_AGREE =
  'No authority looks after this child, so the Virtual School is asked about it with the agreement of a parent or carer alone. Ask them first, and record who agreed.'

/** Whether somebody who cares for the child agreed in a contact: only who was spoken to can. */
export const isAgreeing = ({ withRole, outcome, agreedBy }: Omit<AgreeingRow, 'contactedAt'>): boolean =>
  agreedBy !== null &&
  (withRole === 'parent' || withRole === 'carer') &&
  outcome !== 'no-answer' &&
  outcome !== 'message-left'

/**
 * Who agreed first, by a local minute where one is given, that the Virtual School is asked about a child whom no
 * authority looks after (`promoting-education`: advice on a child who was looked after before, with the agreement of
 * those who have parental responsibility).
 */
export function agreementOf(contacts: readonly AgreeingRow[], by?: string): Agreement | null {
  const [first] = contacts
    .filter((contact) => isAgreeing(contact) && (by === undefined || contact.contactedAt <= by))
    .toSorted((a, b) => (a.contactedAt < b.contactedAt ? -1 : 1))
  return first && first.agreedBy !== null ? { by: first.agreedBy, at: localMinute(first.contactedAt) } : null
}
