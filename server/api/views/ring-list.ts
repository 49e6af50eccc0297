import type { PersonTable } from '../../../db/tables/person.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { CareFacts } from '../../facts/child-facts.ts'

type Role = PersonTable['role']

/** Somebody to ring about a child, or who is missing from the list and what to do about it. */
export interface RingEntry {
  role: Role | 'virtual-school'
  /** The record to correct; null for an authority's own number and for somebody missing. */
  personId: string | null
  authorityCode: string | null
  name: string | null
  organisation: string | null
  phone: string | null
  email: string | null
  /** Said in place of a number that nobody knows, with what to do. */
  missing: string | null
}

export interface RingList {
  people: readonly RingEntry[]
  /** Recorded as not to be contacted: in no list, and said so. */
  leftOut: readonly { personId: string; role: Role; name: string; reason: string | null }[]
}

const serving = (on: IsoDate) => (person: PersonTable) =>
  (person.startedOn === null || person.startedOn <= on) && (person.endedOn === null || on <= person.endedOn)

const roleWords: Partial<Record<Role, string>> = {
  'social-worker': 'social worker',
  carer: 'carer',
  parent: 'parent',
  'key-adult': 'key adult',
}

const nobody = {
  personId: null,
  authorityCode: null,
  name: null,
  organisation: null,
  phone: null,
  email: null,
}

const entryOf = ({ id, role, name, organisation, phone, email }: PersonTable): RingEntry => ({
  ...nobody,
  role,
  personId: id,
  name,
  organisation,
  phone,
  email,
  missing: phone === null ? `No number for ${name}: add one` : null,
})

/** The Virtual School of the authority that looks after the child: its adviser, or its own number. */
function virtualSchool(care: CareFacts, people: readonly PersonTable[]): RingEntry[] {
  const authority = care.authorityNow
  const advisers = people.filter(({ role }) => role === 'virtual-school-adviser')
  if (advisers.some(({ phone }) => phone !== null) || (advisers.length > 0 && !authority?.virtualSchoolPhone))
    return advisers.map(entryOf)
  if (!authority)
    return [
      {
        ...nobody,
        role: 'virtual-school',
        missing: 'No authority is recorded for this child’s care, so its Virtual School is not known: add it',
      },
    ]
  const { code, name, virtualSchoolPhone } = authority
  return [
    {
      ...nobody,
      role: 'virtual-school',
      authorityCode: code,
      name: `${name} Virtual School`,
      organisation: name,
      phone: virtualSchoolPhone,
      missing: virtualSchoolPhone === null ? `No number for ${name} Virtual School: add one` : null,
    },
  ]
}

/** Whom to ring about a child as at a day, first the ones whose advice the child's status asks for. */
export function ringList(care: CareFacts | null, all: readonly PersonTable[], on: IsoDate): RingList {
  const today = all.filter(serving(on))
  const people = today.filter(({ doNotContact }) => doNotContact === 0)
  const of = (role: Role, needed = false): RingEntry[] => {
    const found = people.filter((person) => person.role === role).map(entryOf)
    const unknown = { ...nobody, role, missing: `No ${roleWords[role] ?? role} is recorded: add one` }
    return found.length > 0 || !needed ? found : [unknown]
  }
  const { cla = false, cin = false, cp = false } = care?.now ?? {}
  const ofVirtualSchool = care && (cla || care.now.previouslyCla) ? virtualSchool(care, people) : []
  return {
    people: [
      ...ofVirtualSchool,
      ...of('social-worker', cla || cin || cp),
      ...of('carer', cla),
      ...of('parent', !cla),
      ...of('key-adult', true),
      ...of('independent-reviewing-officer'),
      ...(ofVirtualSchool.length === 0 ? of('virtual-school-adviser') : []),
      ...of('other'),
    ],
    leftOut: today
      .filter(({ doNotContact }) => doNotContact === 1)
      .map(({ id, role, name, doNotContactReason }) => ({
        personId: id,
        role,
        name,
        reason: doNotContactReason,
      })),
  }
}
