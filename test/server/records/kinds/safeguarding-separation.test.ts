import { expect, it } from 'vitest'
import { fieldMeta } from '../../../../server/records/field-columns.ts'
import safeguardingSeparation from '../../../../server/records/kinds/safeguarding-separation.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  startedOn: '2026-03-10',
  endedOn: null,
  education: null,
  authorityAskedAt: null,
  socialWorkerToldAt: null,
  virtualSchoolToldAt: null,
}
const refused = (given: object) => refusedFields(safeguardingSeparation, { ...form, ...given })

it('a separation begins on a day and may still go on', () => {
  expect(refused({})).toEqual([])
  expect(refused({ startedOn: null })).toEqual(['startedOn'])
  expect(refused({ endedOn: '2026-03-09' })).toEqual(['endedOn'])
})

it('its form says that it is no suspension, and that no register code is known for it', () => {
  const { hint } = fieldMeta(safeguardingSeparation, 'startedOn')
  expect(hint).toContain('This is no suspension')
  expect(hint).toContain('no register code')
})

it('its line says nothing of the allegation', () => {
  expect(safeguardingSeparation.summary(form)).toBe('Kept off the premises, to protect')
  expect(safeguardingSeparation.summary({ ...form, endedOn: '2026-03-20' })).toBe(
    'Kept off the premises for a time, to protect',
  )
})
