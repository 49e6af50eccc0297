import type { IsoDate } from '../../calendar/iso-date.ts'
import { personRoleWords } from '../../records/kinds/person.ts'
import { day, oneOf, text, upn, yesNo, type CellReader } from '../column.ts'
import { Refusal } from '../read-problem.ts'
import { blankable, endBeforeStart, filled, optional, type RowPlace, type Source } from '../source.ts'

export type PersonRole = keyof typeof personRoleWords

export interface PersonRow extends RowPlace {
  /** Null for somebody who is there for the whole school. */
  upn: string | null
  name: string
  role: PersonRole
  organisation?: string | null
  phone?: string | null
  email?: string | null
  parentalResponsibility?: 'yes' | 'no' | 'not-known' | null
  doNotContact?: boolean | null
  doNotContactReason?: string | null
  startedOn?: IsoDate | null
  endedOn?: IsoDate | null
}

const spellings = new Map<string, PersonRole>([
  ['sw', 'social-worker'],
  ['foster-carer', 'carer'],
  ['mother', 'parent'],
  ['father', 'parent'],
  ['vsh', 'virtual-school-adviser'],
  ['virtual-school', 'virtual-school-adviser'],
  ['education-adviser', 'virtual-school-adviser'],
  ['iro', 'independent-reviewing-officer'],
])

const emailAddress: CellReader<string> = {
  read: (cell) =>
    cell.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(cell)
      ? cell
      : new Refusal('email', 'This is not a whole e-mail address. Correct it, or leave it blank.'),
}

const responsibility = oneOf(
  ['yes', 'no', 'not-known'],
  new Map([
    ['y', 'yes'],
    ['n', 'no'],
    ['unknown', 'not-known'],
  ]),
)

export const people: Source<PersonRow> = {
  title: 'People to ring',
  columns: {
    upn: blankable('upn', upn, 'unique_pupil_number'),
    name: filled('name', text(120), 'full_name'),
    role: filled('role', oneOf(Object.keys(personRoleWords) as PersonRole[], spellings), 'relationship'),
    organisation: optional('organisation', text(120), 'organization', 'employer'),
    phone: optional('phone', text(40), 'telephone', 'tel', 'phone_number', 'mobile'),
    email: optional('email', emailAddress, 'e_mail', 'email_address'),
    parentalResponsibility: optional('parental_responsibility', responsibility, 'pr'),
    doNotContact: optional('do_not_contact', yesNo),
    doNotContactReason: optional('do_not_contact_reason', text(400)),
    startedOn: optional('from', day, 'started_on', 'start_date'),
    endedOn: optional('to', day, 'ended_on', 'end_date', 'until'),
  },
  key: (row) => [row.upn, row.role, row.name],
  about: 'one person in one role for this child',
  check: ({ startedOn, endedOn, doNotContact, doNotContactReason = null }) => [
    ...endBeforeStart('to', startedOn, endedOn, 'The last day is before the first. Correct one of them.'),
    ...(doNotContact === true && doNotContactReason === null
      ? [
          {
            header: 'do_not_contact_reason',
            code: 'no-reason',
            message: 'Say why this person must not be contacted.',
          },
        ]
      : []),
  ],
}
