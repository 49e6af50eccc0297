import { expect, it } from 'vitest'
import intervention from '../../../../server/records/kinds/intervention.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  what: 'key-adult',
  startedOn: '2026-03-10',
  note: null,
  reviewOn: null,
  endedOn: null,
  outcome: null,
  suspensionId: null,
}
const refused = (given: object) => refusedFields(intervention, { ...form, ...given })

it('something tried is one of the ladder, from a day on', () => {
  expect(refused({})).toEqual([])
  expect(refused({ what: 'detention' })).toEqual(['what'])
  expect(refused({ startedOn: null })).toEqual(['startedOn'])
})

it('anything else says what it is', () => {
  expect(refused({ what: 'other' })).toEqual(['note'])
  expect(refused({ what: 'other', note: 'A later start on Mondays.' })).toEqual([])
})

it('what is tried is not to send the child home', () => {
  expect(refused({ note: 'Sent home at noon to cool off.' })).toEqual(['note'])
  expect(refused({ note: 'Ten minutes to cool off in the quiet room.' })).toEqual([])
})

it('it is looked at again, and ends, on its first day at the earliest', () => {
  expect(refused({ reviewOn: '2026-03-10', endedOn: '2026-03-10' })).toEqual([])
  expect(refused({ reviewOn: '2026-03-09' })).toEqual(['reviewOn'])
  expect(refused({ endedOn: '2026-03-09' })).toEqual(['endedOn'])
})

it('its line says what it is', () => {
  expect(intervention.summary(form)).toBe('Tried: A key adult to go to')
  expect(intervention.summary({ ...form, endedOn: '2026-04-01' })).toBe('Tried: A key adult to go to, ended')
})
