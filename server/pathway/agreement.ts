import type { ContactTable } from '../../db/tables/contact.ts'
import { localMinute, type LocalMinute } from '../calendar/iso-date.ts'
import type { Agreement } from './shapes.ts'

type AgreeingRow = Pick<ContactTable, 'withRole' | 'outcome' | 'agreedBy' | 'refusedBy' | 'contactedAt'>

/** Said where the Virtual School would be asked about a child whom no authority looks after, and nobody agreed. */
export const FIRST_AGREE =
  'No authority looks after this child, so the Virtual School is asked about it with the agreement of a parent or carer alone. Ask them first, and record who agreed.'

/** Whether somebody who cares for the child was spoken to: nobody else can agree, or withdraw that. */
const isWithFamily = ({ withRole, outcome }: Pick<AgreeingRow, 'withRole' | 'outcome'>): boolean =>
  (withRole === 'parent' || withRole === 'carer') && outcome !== 'no-answer' && outcome !== 'message-left'

/** Whether they agreed in a contact. */
export const isAgreeing = (contact: Omit<AgreeingRow, 'contactedAt' | 'refusedBy'>): boolean =>
  contact.agreedBy !== null && isWithFamily(contact)

/** Whether they said in it that the Virtual School is not asked, or not any more. */
export const isRefusing = (contact: Omit<AgreeingRow, 'contactedAt'>): boolean =>
  contact.refusedBy !== null && contact.agreedBy === null && isWithFamily(contact)

/** What they said of it by a local minute, oldest first; of one minute what was withdrawn is the last word. */
const saidBy = (contacts: readonly AgreeingRow[], by: string | undefined): readonly AgreeingRow[] =>
  contacts
    .filter(
      (contact) =>
        (isAgreeing(contact) || isRefusing(contact)) && (by === undefined || contact.contactedAt <= by),
    )
    .toSorted((a, b) =>
      a.contactedAt === b.contactedAt
        ? Number(isRefusing(a)) - Number(isRefusing(b))
        : a.contactedAt < b.contactedAt
          ? -1
          : 1,
    )

/**
 * Who agreed first, by a local minute where one is given, that the Virtual School is asked about a child whom no
 * authority looks after (`promoting-education`: advice on a child who was looked after before, with the agreement of
 * those who have parental responsibility). What was agreed holds until one of them withdraws it, and anew from when
 * one agrees again.
 */
export function agreementOf(contacts: readonly AgreeingRow[], by?: string): Agreement | null {
  const said = saidBy(contacts, by)
  const first = said[said.findLastIndex(isRefusing) + 1]
  if (!first || first.agreedBy === null) return null
  return {
    by: first.agreedBy,
    role: first.withRole === 'carer' ? 'carer' : 'parent',
    at: localMinute(first.contactedAt),
  }
}

/** When what had been agreed was withdrawn, by a local minute where one is given; null while it holds, or nobody had agreed. */
export function withdrawnAt(contacts: readonly AgreeingRow[], by?: string): LocalMinute | null {
  const said = saidBy(contacts, by)
  const last = said.at(-1)
  return last && isRefusing(last) && said.some(isAgreeing) ? localMinute(last.contactedAt) : null
}
