import type { Letter } from '../../api.ts'
import type { RecordFormAsked } from '../record-form.ts'

/** What is filled in by hand: the school’s address is kept nowhere. */
export const ADDRESS = 'Address of the school'

/** Where nobody is recorded to whom it goes. */
export const TO = 'To'

const LINE = '_'.repeat(40)

/** A paragraph’s words before, between and after what is left to be filled in by hand. */
export const aroundBlanks = (paragraph: string): string[] => paragraph.split('____')

/** A letter as plain text, for a file or a mail program. */
export const letterText = ({ school, date, title, to, paragraphs }: Letter): string =>
  [
    `${school}\r\n${ADDRESS}: ${LINE}`,
    date,
    to.length > 0 ? to.join('\r\n') : `${TO}: ${LINE}`,
    title,
    ...paragraphs.map((paragraph) => aroundBlanks(paragraph).join(LINE)),
  ].join('\r\n\r\n') + '\r\n'

const NAMES: Readonly<Record<Letter['kind'], string>> = {
  parent: 'To the parents',
  'local-authority': 'To the local authority',
  'home-authority': 'To the authority in which the child lives',
  'social-worker': 'To the social worker',
  'virtual-school': 'To the Virtual School',
  'governing-board': 'To the governing board',
  'board-decision': 'To the parents, about what the governing board decided',
  education: 'To the parents, about the education meanwhile',
  'education-details': 'To the parents, with the details of that education',
  cancellation: 'To all who were told: it is cancelled',
  'board-cancellation': 'To the governing board: it is cancelled',
  'off-site-direction': 'To the parents: written notice of an off-site direction',
}

/** What a letter is called in a list, without anybody's name. */
export const letterName = ({ kind }: Pick<Letter, 'kind'>): string => NAMES[kind]

/** The name of its file: what it is, and nobody's name. */
export const letterFile = ({ kind }: Letter): string => `letter-${kind}.txt`

type Contact = { withRole: string; purpose: string }

const CONTACTS: Readonly<Record<Letter['kind'], Contact>> = {
  'board-decision': { withRole: 'parent', purpose: 'other' },
  'education-details': { withRole: 'parent', purpose: 'education-notice' },
  parent: { withRole: 'parent', purpose: 'suspension-notice' },
  'local-authority': { withRole: 'local-authority', purpose: 'suspension-notice' },
  'home-authority': { withRole: 'home-authority', purpose: 'suspension-notice' },
  'social-worker': { withRole: 'social-worker', purpose: 'suspension-notice' },
  'virtual-school': { withRole: 'virtual-school', purpose: 'suspension-notice' },
  'governing-board': { withRole: 'governing-board', purpose: 'suspension-notice' },
  education: { withRole: 'parent', purpose: 'education-notice' },
  cancellation: { withRole: 'parent', purpose: 'cancellation-notice' },
  'board-cancellation': { withRole: 'governing-board', purpose: 'cancellation-notice' },
  'off-site-direction': { withRole: 'parent', purpose: 'other' },
}

type Sent = Pick<Letter, 'kind' | 'toRoles' | 'keptOn'>
type Contacts = readonly (Contact & { outcome?: string | null })[]

/** The form in which it is kept how and when a letter went, filled in: a contact, or the record that it is about. */
export function wentForm(
  letter: Sent,
  suspensionId: string,
  contacts: Contacts,
): Pick<RecordFormAsked, 'kind' | 'recordId' | 'prefill'> {
  const { kind, keptOn } = letter
  if (keptOn !== null) return { kind: keptOn.kind, recordId: keptOn.id, prefill: {} }
  const next = rolesOf(letter).find((role) => !isTold(letter, role, contacts))
  const { withRole, purpose } = CONTACTS[kind]
  return { kind: 'contact', prefill: { withRole: next ?? withRole, purpose, suspensionId, how: 'letter' } }
}

const rolesOf = ({ kind, toRoles }: Sent): readonly string[] => toRoles ?? [CONTACTS[kind].withRole]

const isTold = ({ kind }: Sent, role: string, contacts: Contacts): boolean =>
  contacts.some(
    ({ withRole, purpose, outcome = null }) =>
      outcome !== 'no-answer' && purpose === CONTACTS[kind].purpose && withRole === role,
  )

/** To how many a letter goes, each with a notice on record, and to how many of them it is recorded that it went. */
export function goneTo(letter: Sent, contacts: Contacts): { gone: number; of: number } {
  if (letter.keptOn !== null) return { gone: letter.keptOn.isGone ? 1 : 0, of: 1 }
  const roles = rolesOf(letter)
  return { gone: roles.filter((role) => isTold(letter, role, contacts)).length, of: roles.length }
}
