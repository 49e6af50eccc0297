import { z } from 'zod'
import { isTold, wrong } from '../field-checks.ts'
import { choice, defineKind, minute, optionalChoice, optionalSuspension, pupilRecord, text } from '../kind.ts'

export const withRoleWords = {
  'virtual-school': 'Virtual School',
  'social-worker': 'Social worker',
  parent: 'Parent',
  carer: 'Carer',
  'local-authority': 'Local authority',
  'home-authority': 'Authority where the child lives, if another',
  'safeguarding-lead': 'Safeguarding lead',
  'governing-board': 'Governing board',
  other: 'Somebody else',
} as const

export const purposeWords = {
  'before-suspension': 'Asked before a suspension',
  'suspension-notice': 'Told of a suspension',
  'education-notice': 'Told where the child is to be, and of the education to come',
  'cancellation-notice': 'Told that a suspension was cancelled',
  absence: 'Told of an absence',
  pep: 'About a PEP',
  other: 'Something else',
} as const

const agreeing = {
  label: 'Who agreed that the Virtual School is asked',
  hint: 'For a child who was looked after before: the parent or carer, by name. Else leave it empty.',
}

/** In whose contact it stands who agreed. */
const mayTellOfAgreement = new Set<unknown>(['parent', 'carer', 'virtual-school'])

export default defineKind({
  kind: 'contact',
  subject: 'child',
  title: 'Contact',
  plural: 'Contacts',
  dataClass: 8,
  naturalDate: 'contactedAt',
  fields: z.object({
    withRole: choice(withRoleWords, { label: 'Who was told or asked' }),
    purpose: choice(purposeWords, { label: 'What it was about' }),
    suspensionId: optionalSuspension({ label: 'Which suspension', hint: 'When it was about one.' }),
    contactedAt: minute({ label: 'When', hint: 'Day and time the call began or the message went.' }),
    how: optionalChoice(
      { phone: 'Telephone', email: 'E-mail', letter: 'Letter', meeting: 'Meeting', other: 'Another way' },
      { label: 'How' },
    ),
    outcome: optionalChoice(
      { reached: 'Spoke to them', 'message-left': 'Left a message', 'no-answer': 'No answer' },
      { label: 'What came of it' },
    ),
    madeBy: text({ label: 'Who made the contact' }, 120),
    agreedBy: text(agreeing, 120).default(null).meta(agreeing),
    refusedBy: text({ label: 'Who does not agree to that, or withdraws it', process: true }, 120),
    note: text({ label: 'Advice given, or a note', widget: 'textarea' }, 1000),
  }),
  check: ({ withRole, outcome, agreedBy }) => [
    ...wrong(
      isTold(agreedBy) && !mayTellOfAgreement.has(withRole),
      'agreedBy',
      'This is about asking the Virtual School: it belongs to a contact with a parent, a carer or the Virtual School.',
    ),
    ...wrong(
      isTold(agreedBy) && withRole !== 'virtual-school' && isTold(outcome) && outcome !== 'reached',
      'agreedBy',
      'Only a parent or a carer who was spoken to can agree.',
    ),
  ],
  summary: ({ withRole, purpose, agreedBy, refusedBy }) =>
    `${withRoleWords[withRole as keyof typeof withRoleWords]}: ${purposeWords[purpose as keyof typeof purposeWords].toLowerCase()}${
      isTold(agreedBy)
        ? '; agreed that the Virtual School is asked'
        : isTold(refusedBy)
          ? '; not that the Virtual School is asked'
          : ''
    }`,
  retention: pupilRecord,
})
