import { z } from 'zod'
import { choice, defineKind, flag, optionalDay, requiredText, text } from '../kind.ts'

export const personRoleWords = {
  'social-worker': 'Social worker',
  carer: 'Carer',
  parent: 'Parent',
  'key-adult': 'Key adult in school',
  'virtual-school-adviser': 'Virtual School adviser',
  'independent-reviewing-officer': 'Independent reviewing officer',
  clerk: 'Clerk to the governors',
  other: 'Somebody else',
} as const

export default defineKind({
  kind: 'person',
  subject: 'child',
  title: 'Person to ring',
  plural: 'People to ring',
  dataClass: 2,
  // That a child has a social worker, and who it is, is care detail.
  classOfRow: ({ role }) => (role === 'social-worker' ? 4 : 2),
  naturalDate: 'startedOn',
  fields: z.object({
    role: choice(personRoleWords, { label: 'Who this is' }),
    name: requiredText({ label: 'Name' }, 120),
    organisation: text({ label: 'Organisation' }, 120),
    phone: text({ label: 'Telephone', widget: 'phone' }, 40),
    email: z
      .email('Write a whole e-mail address, or leave it out')
      .max(254)
      .nullable()
      .meta({ label: 'E-mail' }),
    parentalResponsibility: choice(
      { yes: 'Yes', no: 'No', 'not-known': 'Not known' },
      { label: 'Has parental responsibility', widget: 'radio' },
    ),
    doNotContact: flag({
      label: 'Do not contact',
      hint: 'This person is then left out of every list of whom to ring.',
    }),
    doNotContactReason: text({ label: 'Why not', widget: 'textarea' }, 400),
    startedOn: optionalDay({ label: 'From' }),
    endedOn: optionalDay({ label: 'Until' }),
  }),
  check: ({ doNotContact, doNotContactReason, startedOn, endedOn }) => [
    ...(doNotContact === true && doNotContactReason === null
      ? [{ field: 'doNotContactReason', message: 'Say why this person must not be contacted.' }]
      : []),
    ...(startedOn !== null && endedOn !== null && String(endedOn) < String(startedOn)
      ? [{ field: 'endedOn', message: 'The last day is before the first.' }]
      : []),
  ],
  summary: ({ role }) => `${personRoleWords[role as keyof typeof personRoleWords]} named`,
  retention: {
    years: 6,
    from: 'end-of-record',
    source: 'Contact details; the school’s own retention schedule decides',
  },
})
