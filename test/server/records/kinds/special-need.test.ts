import { expect, it } from 'vitest'
import specialNeed from '../../../../server/records/kinds/special-need.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = { startedOn: '2025-09-03', provision: 'ehc-plan', need: null, endedOn: null }
const refused = (given: object) => refusedFields(specialNeed, { ...form, ...given })

it('what a child’s special educational needs come to is recorded from a day on', () => {
  expect(refused({})).toEqual([])
  expect(refused({ startedOn: null, provision: 'plan' })).toEqual(['startedOn', 'provision'])
})

it('it does not end before it began', () => {
  expect(refused({ endedOn: '2025-09-03' })).toEqual([])
  expect(refused({ endedOn: '2025-09-02' })).toEqual(['endedOn'])
})

it('its line names the provision, or that no need was found', () => {
  expect(specialNeed.summary(form)).toBe('Education, health and care plan')
  expect(specialNeed.summary({ ...form, provision: 'none' })).toBe('No special educational need found')
})
