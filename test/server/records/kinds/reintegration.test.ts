import { expect, it } from 'vitest'
import { fieldMeta } from '../../../../server/records/field-columns.ts'
import reintegration from '../../../../server/records/kinds/reintegration.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  suspensionId: 'a',
  offeredOn: '2026-03-10',
  meetsOn: null,
  held: null,
  attended: [],
  agreed: null,
}
const held = { ...form, meetsOn: '2026-03-12', held: true, attended: ['child', 'parent'] }
const refused = (given: object) => refusedFields(reintegration, { ...form, ...given })

it('a meeting on return is offered on a day; more may come later, or never', () => {
  expect(refused({})).toEqual([])
  expect(refused({ offeredOn: null })).toEqual(['offeredOn'])
})

it('its form says that it is never a condition of return', () => {
  expect(fieldMeta(reintegration, 'suspensionId').hint).toContain('never a condition of return')
})

it('one that was held has its day, and nobody came to one that was not', () => {
  expect(refused(held)).toEqual([])
  expect(refused({ ...held, meetsOn: null })).toEqual(['meetsOn'])
  expect(refused({ ...held, meetsOn: '2026-03-09' })).toEqual(['meetsOn'])
  expect(refused({ ...held, held: false })).toEqual(['attended'])
})

it('its line says whether it was held', () => {
  expect(reintegration.summary(form)).toBe('Meeting on return offered')
  expect(reintegration.summary(held)).toBe('Meeting on return held')
  expect(reintegration.summary({ ...form, held: false })).toBe('Meeting on return offered, not held')
})
