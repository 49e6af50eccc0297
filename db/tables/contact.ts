import type { RecordColumns } from '../schema.ts'

/** One act of telling or asking somebody. */
export interface ContactTable extends RecordColumns {
  childId: string
  /** The suspension it was about, when it was about one. */
  suspensionId: string | null
  /** What was considered when it was made before a decision. */
  considerationId: string | null
  /** Who was told or asked: the `local-authority` is the school’s own, the `home-authority` where the child lives. */
  withRole:
    | 'virtual-school'
    | 'social-worker'
    | 'parent'
    | 'carer'
    | 'local-authority'
    | 'home-authority'
    | 'safeguarding-lead'
    | 'governing-board'
    | 'other'
  purpose:
    | 'before-suspension'
    | 'suspension-notice'
    | 'education-notice'
    | 'cancellation-notice'
    | 'absence'
    | 'pep'
    | 'other'
  /** Local minute. */
  contactedAt: string
  how: 'phone' | 'email' | 'letter' | 'meeting' | 'other' | null
  /** Who in the school made the contact. */
  madeBy: string | null
  outcome: 'reached' | 'message-left' | 'no-answer' | null
  note: string | null
  /** Who of those who care for the child agreed that the Virtual School is asked; null where nobody has said. */
  agreedBy: string | null
  /** Who of them does not agree to that, or withdraws what was agreed; null where nobody did. */
  refusedBy: string | null
}

declare module '../schema.ts' {
  interface Database {
    contact: ContactTable
  }
}
