import { describe, expect, it } from 'vitest'
import type { PersonTable } from '../../../../db/tables/person.ts'
import { ringList } from '../../../../server/api/views/ring-list.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { CareFacts } from '../../../../server/facts/child-facts.ts'
import { aCare, anAuthority, careOf } from '../../../support/build/a-care.ts'

const person = (role: PersonTable['role'], name: string, given: Partial<PersonTable> = {}): PersonTable => ({
  id: `person ${name}`,
  schoolId: 'school-1',
  childId: 'child-1',
  role,
  name,
  organisation: null,
  phone: '020 7946 0142',
  email: null,
  parentalResponsibility: 'not-known',
  doNotContact: 0,
  doNotContactReason: null,
  startedOn: null,
  endedOn: null,
  version: 1,
  typed: '',
  removedAt: null,
  removedReason: null,
  ...given,
})

const worker = person('social-worker', 'Theo')
const carer = person('carer', 'Pauline')
const parent = person('parent', 'Sam')
const keyAdult = person('key-adult', 'Mrs Heron')

const on = isoDate('2026-03-13')
const list = (care: CareFacts | null, ...people: PersonTable[]) => ringList(care, people, on)
const said = ({ people }: ReturnType<typeof list>) => people.map(({ name, missing }) => missing ?? name)

describe('whom to ring', () => {
  it('for a child looked after: the Virtual School first, then social worker, carers, key adult', () => {
    expect(said(list(aCare(), keyAdult, carer, worker, parent))).toEqual([
      'Hartmoor Virtual School',
      'Theo',
      'Pauline',
      'Sam',
      'Mrs Heron',
    ])
  })

  it('for a child on a plan: the social worker, then parents; no Virtual School', () => {
    expect(said(list(careOf('cp'), parent, worker, keyAdult))).toEqual(['Theo', 'Sam', 'Mrs Heron'])
  })

  it('for a child previously looked after: the parents’ authority may advise, and nobody asks for a social worker', () => {
    const care = { ...careOf('previouslyCla'), authorityNow: anAuthority }
    expect(said(list(care, parent, keyAdult))).toEqual(['Hartmoor Virtual School', 'Sam', 'Mrs Heron'])
  })

  it('says what is missing and what to do, never a blank', () => {
    const care = aCare({ authorityNow: { ...anAuthority, virtualSchoolPhone: null } })
    expect(said(list(care))).toEqual([
      'No number for Hartmoor Virtual School: add one',
      'No social worker is recorded: add one',
      'No carer is recorded: add one',
      'No key adult is recorded: add one',
    ])
    expect(said(list(aCare({ authorityNow: null })))[0]).toMatch(/^No authority is recorded/)
    expect(said(list(aCare(), person('social-worker', 'Kit', { phone: null })))).toContain(
      'No number for Kit: add one',
    )
  })

  it('takes the adviser’s own number before the Virtual School’s, and theirs when the adviser has none', () => {
    const adviser = person('virtual-school-adviser', 'Joanna')
    expect(said(list(aCare(), adviser))[0]).toBe('Joanna')
    expect(said(list(aCare(), { ...adviser, phone: null }))[0]).toBe('Hartmoor Virtual School')
  })

  it('leaves out whoever must not be contacted, and says so', () => {
    const barred = person('parent', 'Alex', { doNotContact: 1, doNotContactReason: 'Court order.' })
    const { people, leftOut } = list(aCare(), barred, parent)
    expect(people.map(({ name }) => name)).not.toContain('Alex')
    expect(leftOut).toEqual([
      { personId: 'person Alex', role: 'parent', name: 'Alex', reason: 'Court order.' },
    ])
  })

  it('is that of the day: the last day counts, the day after does not', () => {
    expect(said(list(aCare(), person('carer', 'Gwen', { endedOn: '2026-03-13' })))).toContain('Gwen')
    expect(said(list(aCare(), person('carer', 'Gwen', { endedOn: '2026-03-12' })))).not.toContain('Gwen')
    expect(said(list(aCare(), person('carer', 'Gwen', { startedOn: '2026-03-14' })))).not.toContain('Gwen')
  })

  it('of a child of whom nobody told us is the parents and the key adult', () => {
    expect(said(list(null, parent))).toEqual(['Sam', 'No key adult is recorded: add one'])
  })
})
