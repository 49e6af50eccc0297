import { describe, expect, it } from 'vitest'
import type { ChildPage } from '../../../../web/api.ts'
import { formToAdd, leftOutWords, ringPeople } from '../../../../web/pages/child/ring-people.ts'
import { aChildPage } from '../../../support/build/a-child-page.ts'

type Entry = ChildPage['ring']['people'][number]

const entry = (changed: Partial<Entry>): Entry => ({
  role: 'carer',
  personId: null,
  authorityCode: null,
  name: null,
  organisation: null,
  phone: null,
  email: null,
  missing: null,
  ...changed,
})

describe('the form that adds what is missing', () => {
  const page = aChildPage({
    yearLine: {
      ...aChildPage().yearLine,
      care: [{ id: 'care-1', status: 'cla', from: '2020-08-20' as never, to: null, authority: null }],
    },
  })

  it('is the person’s own record where only the number is missing', () => {
    expect(formToAdd(entry({ personId: 'p1', name: 'Sam' }), page)).toEqual({
      kind: 'person',
      recordId: 'p1',
    })
  })

  it('is a new person in the role that nobody fills', () => {
    expect(formToAdd(entry({ role: 'social-worker' }), page)).toEqual({
      kind: 'person',
      prefill: { role: 'social-worker' },
    })
  })

  it('is an adviser where the number of an authority’s Virtual School is not known', () => {
    const office = entry({
      role: 'virtual-school',
      name: 'Saltmere Virtual School',
      organisation: 'Saltmere',
    })
    expect(formToAdd(office, page)).toEqual({
      kind: 'person',
      prefill: { role: 'virtual-school-adviser', organisation: 'Saltmere' },
    })
  })

  it('is the care status where no authority is known', () => {
    expect(formToAdd(entry({ role: 'virtual-school' }), page)).toEqual({
      kind: 'care-episode',
      recordId: 'care-1',
    })
    expect(formToAdd(entry({ role: 'virtual-school' }), aChildPage())).toEqual({ kind: 'care-episode' })
  })
})

it('people are named with their role and where they work', () => {
  const ring = {
    people: [
      entry({
        role: 'social-worker',
        name: 'Jo Marsh',
        organisation: 'Saltmere Council',
        phone: '020 7946 0118',
      }),
    ],
    leftOut: [],
  }
  expect(ringPeople(aChildPage({ ring }), () => undefined)).toMatchObject([
    { name: 'Jo Marsh', role: 'Social worker, Saltmere Council', phone: '020 7946 0118' },
  ])
})

it('who is not to be contacted is said with the reason', () => {
  const left = (reason: string | null) => ({
    people: [],
    leftOut: [{ personId: 'p', role: 'parent' as const, name: 'Pat Reed', reason }],
  })
  expect(leftOutWords(aChildPage({ ring: left('court order') }))).toEqual(['Pat Reed, parent: court order'])
  expect(leftOutWords(aChildPage({ ring: left(null) }))).toEqual(['Pat Reed, parent'])
})
