import type { ChildPage } from '../../api.ts'
import type { RingPerson } from '../../components/ring-list.ts'
import type { RecordFormAsked } from '../record-form.ts'

type Entry = ChildPage['ring']['people'][number]

const ROLES: Readonly<Record<Entry['role'], string>> = {
  'virtual-school': 'Virtual School',
  'virtual-school-adviser': 'Virtual School adviser',
  'social-worker': 'Social worker',
  carer: 'Carer',
  parent: 'Parent',
  'key-adult': 'Key adult in school',
  'independent-reviewing-officer': 'Independent reviewing officer',
  clerk: 'Clerk to the governors',
  other: 'Somebody else',
}

/** Which form adds what is missing of somebody: the person's own record, a new person, or the care status. */
export function formToAdd(
  { role, personId, name, organisation }: Entry,
  { yearLine }: Pick<ChildPage, 'yearLine'>,
): Pick<RecordFormAsked, 'kind' | 'recordId' | 'prefill'> {
  if (personId !== null) return { kind: 'person', recordId: personId }
  if (role !== 'virtual-school') return { kind: 'person', prefill: { role } }
  if (name !== null)
    return { kind: 'person', prefill: { role: 'virtual-school-adviser', organisation: organisation ?? name } }
  const care = yearLine.care.findLast(({ status }) => status === 'cla' || status === 'previously-cla')
  return care ? { kind: 'care-episode', recordId: care.id } : { kind: 'care-episode' }
}

/** Whom to ring, in the order of ringing; `add` opens the form for what is missing. */
export const ringPeople = ({ ring }: ChildPage, add: (entry: Entry) => void): RingPerson[] =>
  ring.people.map((entry) => {
    const { name, role, organisation, phone, missing } = entry
    const isAuthority = role === 'virtual-school'
    return {
      name,
      role: isAuthority ? ROLES[role] : [ROLES[role], organisation].filter(Boolean).join(', '),
      phone,
      missing,
      add: () => add(entry),
    }
  })

/** Who is not to be contacted, and why. */
export const leftOutWords = ({ ring }: ChildPage): string[] =>
  ring.leftOut.map(({ name, role, reason }) => {
    const who = `${name}, ${ROLES[role].toLowerCase()}`
    return reason ? `${who}: ${reason}` : who
  })
