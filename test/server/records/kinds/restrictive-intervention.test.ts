import { expect, it } from 'vitest'
import restrictiveIntervention from '../../../../server/records/kinds/restrictive-intervention.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  happenedAt: '2026-03-10T11:05',
  what: 'restraint',
  account: 'Held by the arm for a minute at the gate.',
  writtenAt: '2026-03-10T15:00',
  parentToldAt: null,
  withheldReason: null,
  socialWorkerToldAt: null,
}
const refused = (given: object) => refusedFields(restrictiveIntervention, { ...form, ...given })

it('an incident has its minute, what was done and an account', () => {
  expect(refused({})).toEqual([])
  expect(refused({ happenedAt: null, what: 'detention', account: '' })).toEqual([
    'happenedAt',
    'what',
    'account',
  ])
})

it('nothing is written down or told before it happened', () => {
  for (const field of ['writtenAt', 'parentToldAt', 'socialWorkerToldAt'])
    expect(refused({ [field]: '2026-03-10T11:04' })).toEqual([field])
})

it('parents who were told were not kept from it', () => {
  const withheldReason = 'The child would be hurt at home.'
  expect(refused({ withheldReason })).toEqual([])
  expect(refused({ withheldReason, parentToldAt: '2026-03-10T15:10' })).toEqual(['withheldReason'])
})

it('its line says what was done', () => {
  expect(restrictiveIntervention.summary(form)).toBe('Restraint, with or without touch')
})
