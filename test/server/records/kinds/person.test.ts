import { expect, it } from 'vitest'
import person from '../../../../server/records/kinds/person.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  role: 'social-worker',
  name: 'Theo Lindqvist',
  organisation: null,
  phone: '020 7946 0142',
  email: 'theo@barnet.example',
  parentalResponsibility: 'not-known',
  doNotContact: false,
  doNotContactReason: null,
  startedOn: null,
  endedOn: null,
}
const refused = (given: object) => refusedFields(person, { ...form, ...given })

it('a person needs a role and a name; a number may be unknown', () => {
  expect(refused({ phone: null, email: null })).toEqual([])
  expect(refused({ name: '' })).toEqual(['name'])
})

it('whoever must not be contacted is so for a reason', () => {
  expect(refused({ doNotContact: true })).toEqual(['doNotContactReason'])
  expect(refused({ doNotContact: true, doNotContactReason: 'Court order of 3 March.' })).toEqual([])
})

it('an address is whole, and a time does not end before it began', () => {
  expect(refused({ email: 'theo@barnet' })).toEqual(['email'])
  expect(refused({ startedOn: '2026-03-02', endedOn: '2026-03-01' })).toEqual(['endedOn'])
  expect(refused({ startedOn: null, endedOn: '2026-03-01' })).toEqual([])
})

it('its line names the role, not the person', () => {
  expect(person.summary(form)).toBe('Social worker named')
})
