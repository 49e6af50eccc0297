import type { PersonTable } from '../../../db/tables/person.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { CareFacts } from '../../facts/child-facts.ts'
import { hasSocialWorker, inNoGroup } from '../../law/cohorts.ts'
import { nobody, reachable, serving, virtualSchoolOf, type Reachable } from '../../pathway/people-around.ts'

type Role = PersonTable['role']

/** Somebody to ring about a child, or who is missing from the list and what to do about it. */
export interface RingEntry extends Reachable {
  role: Role | 'virtual-school'
}

export interface RingList {
  people: readonly RingEntry[]
  /** Recorded as not to be contacted: in no list, and said so. */
  leftOut: readonly { personId: string; role: Role; name: string; reason: string | null }[]
}

const roleWords: Partial<Record<Role, string>> = {
  'social-worker': 'social worker',
  carer: 'carer',
  parent: 'parent',
  'key-adult': 'key adult',
}

/** Whom to ring about a child as at a day, first the ones whose advice the child's status asks for. */
export function ringList(care: CareFacts | null, all: readonly PersonTable[], on: IsoDate): RingList {
  const today = all.filter(serving(on))
  const people = today.filter(({ doNotContact }) => doNotContact === 0)
  const of = (role: Role, needed = false): RingEntry[] => {
    const found = people.filter((person) => person.role === role).map(reachable)
    const unknown = nobody(`No ${roleWords[role] ?? role} is recorded: add one`)
    return (found.length > 0 || !needed ? found : [unknown]).map((each) => ({ role, ...each }))
  }
  const groups = care?.now ?? inNoGroup
  const { cla, previouslyCla } = groups
  const advisers = people.filter(({ role }) => role === 'virtual-school-adviser')
  const ofVirtualSchool: readonly RingEntry[] =
    care && (cla || previouslyCla)
      ? virtualSchoolOf(care.authorityNow, advisers).map((each) => ({
          role: each.personId === null ? 'virtual-school' : 'virtual-school-adviser',
          ...each,
        }))
      : []
  return {
    people: [
      ...ofVirtualSchool,
      ...of('social-worker', hasSocialWorker(groups)),
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
