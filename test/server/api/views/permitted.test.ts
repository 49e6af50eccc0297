import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../../../server/access/permissions.ts'
import { fieldsFor, makes, permitted, rightsOf } from '../../../../server/api/views/permitted.ts'
import { fieldNames } from '../../../../server/records/field-columns.ts'
import type { FieldValues } from '../../../../server/records/kind.ts'
import { loadKinds } from '../../../../server/records/load-kinds.ts'

const kinds = await loadKinds()
const kindOf = (name: string) => kinds.get(name)!
const read = (role: Role, kind: string, values: FieldValues = {}) => {
  const found = permitted(role, kindOf(kind), { ...nothingIn(kind), ...values })
  return found && Object.keys(found.fields)
}
const nothingIn = (kind: string) => Object.fromEntries(fieldNames(kindOf(kind)).map((name) => [name, null]))
const set = (role: Role, kind: string, values: FieldValues = {}) =>
  rightsOf(role).settable(kindOf(kind), { ...nothingIn(kind), ...values })

const dated = ['status', 'startedOn', 'endedOn', 'authorityCode']
const plan = { status: 'cp-plan', detailShared: false }
const shared = { status: 'cp-plan', detailShared: true }
const lookedAfter = { status: 'cla', detailShared: false }

describe('care detail', () => {
  it('of a plan is the safeguarding lead’s and the headteacher’s to read', () => {
    for (const role of ['safeguarding-lead', 'headteacher'] as const)
      expect(read(role, 'care-episode', plan)).toEqual([...dated, 'detail', 'detailShared'])
  })

  it('of a plan is kept from the designated teacher, who sees that it is open and its dates', () => {
    expect(read('designated-teacher', 'care-episode', plan)).toEqual(dated)
    expect(
      permitted('designated-teacher', kindOf('care-episode'), { ...nothingIn('care-episode'), ...plan }),
    ).toMatchObject({ withheld: ['detail', 'detailShared'] })
    expect(read('designated-teacher', 'care-episode', { status: 'cin-plan' })).toEqual(dated)
  })

  it('of a plan is the designated teacher’s to read once the safeguarding lead shares it', () => {
    expect(read('designated-teacher', 'care-episode', shared)).toEqual([...dated, 'detail'])
    expect(set('designated-teacher', 'care-episode', shared)).toEqual(dated)
  })

  it('of a looked-after child is the designated teacher’s to read and set, and the Virtual School head’s to read', () => {
    expect(read('designated-teacher', 'care-episode', lookedAfter)).toEqual([...dated, 'detail'])
    expect(set('designated-teacher', 'care-episode', lookedAfter)).toEqual([...dated, 'detail'])
    expect(read('virtual-school-head', 'care-episode', lookedAfter)).toEqual([...dated, 'detail'])
    expect(set('virtual-school-head', 'care-episode', lookedAfter)).toEqual([])
    expect(read('education-adviser', 'care-episode', lookedAfter)).toEqual(dated)
  })

  it('is shared by the safeguarding lead alone', () => {
    const sharing = roles.filter((role) => set(role, 'care-episode', plan).includes('detailShared'))
    expect(sharing).toEqual(['safeguarding-lead'])
  })
})

describe('a Virtual School', () => {
  it('does not see that there is a plan', () => {
    for (const role of ['virtual-school-head', 'education-adviser'] as const)
      for (const status of ['cin-plan', 'cp-plan'])
        for (const detailShared of [true, false])
          expect(read(role, 'care-episode', { status, detailShared })).toBeNull()
  })

  it('knows of special needs what is provided and from when to when, and nothing of the need or of what helps', () => {
    for (const role of ['virtual-school-head', 'education-adviser'] as const) {
      expect(read(role, 'special-need')).toEqual(['startedOn', 'provision', 'endedOn'])
      expect(permitted(role, kindOf('special-need'), nothingIn('special-need'))?.withheld).toEqual(['need'])
      expect(read(role, 'support')).toBeNull()
      expect([fieldsFor(role, kindOf('special-need')), fieldsFor(role, kindOf('support'))]).toEqual([
        ['startedOn', 'provision', 'endedOn'],
        [],
      ])
    }
    for (const role of ['designated-teacher', 'safeguarding-lead', 'headteacher'] as const)
      for (const kind of ['special-need', 'support'])
        expect(read(role, kind)).toEqual(fieldNames(kindOf(kind)))
  })

  it('rates a plan of education through its adviser, and changes nothing else the school keeps', () => {
    expect(set('education-adviser', 'pep-meeting')).toEqual(['quality'])
    for (const [name, kind] of kinds)
      for (const role of ['virtual-school-head', 'education-adviser'] as const)
        if (name !== 'pep-meeting') expect(rightsOf(role).settable(kind, {})).toEqual([])
  })
})

describe('class staff', () => {
  it('read the card of a child and what helps; of every other record nothing', () => {
    expect(read('class-staff', 'child')).toEqual([
      'forename',
      'surname',
      'preferredName',
      'sayName',
      'dateOfBirth',
      'yearGroup',
    ])
    expect(read('class-staff', 'support')).toEqual([
      'agreedOn',
      'helps',
      'avoid',
      'goTo',
      'reviewOn',
      'endedOn',
    ])
    for (const kind of ['care-episode', 'person', 'contact', 'suspension', 'pep-meeting'])
      expect(read('class-staff', kind)).toBeNull()
  })
})

it('a governor, an administrator and a data protection officer read no record of a child', () => {
  for (const role of ['governor', 'administrator', 'data-protection-officer'] as const)
    for (const kind of kinds.values())
      if (kind.subject === 'child') expect(permitted(role, kind, {})).toBeNull()
})

it('a headteacher reads every record and writes none of identity, care, plans, support or attendance', () => {
  for (const kind of kinds.values()) {
    expect(permitted('headteacher', kind, {})).not.toBeNull()
    if (kind.dataClass <= 7) expect(rightsOf('headteacher').settable(kind, {})).toEqual([])
  }
  expect(set('headteacher', 'suspension')).toContain('halfDays')
})

it('whoever keeps whom to ring keeps the social worker too, who is known to nobody without care detail', () => {
  expect(set('designated-teacher', 'person', { role: 'social-worker' })).toContain('phone')
  const knowing = roles.filter((role) => read(role, 'person', { role: 'social-worker' }) !== null)
  expect(knowing).toEqual([
    'designated-teacher',
    'safeguarding-lead',
    'headteacher',
    'virtual-school-head',
    'education-adviser',
  ])
})

it('a form asks for what the role reads or sets in some record', () => {
  expect(fieldsFor('designated-teacher', kindOf('care-episode'))).toEqual([...dated, 'detail'])
  expect(fieldsFor('safeguarding-lead', kindOf('care-episode'))).toEqual([...dated, 'detail', 'detailShared'])
  expect(fieldsFor('class-staff', kindOf('contact'))).toEqual([])
})

it('a new record is made by who sets its day: an adviser rates meetings and makes none', () => {
  const making = (name: string) => roles.filter((role) => makes(role, kindOf(name)))
  expect(making('pep-meeting')).toEqual(['designated-teacher'])
  expect(making('suspension')).toEqual(['designated-teacher', 'headteacher'])
  expect(making('support')).toEqual(['designated-teacher'])
  expect(making('term-date')).toEqual([
    'designated-teacher',
    'safeguarding-lead',
    'headteacher',
    'administrator',
  ])
  expect(making('training')).toEqual(['designated-teacher', 'headteacher'])
  expect(making('premium-money')).toEqual(['designated-teacher'])
})

it('what is kept of the school is open to who has a right to all of it: none to its children, a card or figures', () => {
  const reading = (name: string) => roles.filter((role) => read(role, name, {}) !== null)
  expect(reading('training')).toEqual(['designated-teacher', 'safeguarding-lead', 'headteacher'])
  expect(reading('premium-money')).toEqual(['designated-teacher', 'headteacher'])
  expect(reading('term-date')).toEqual([...roles])
})
