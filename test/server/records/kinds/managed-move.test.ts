import { expect, it } from 'vitest'
import { fieldMeta, fieldNames } from '../../../../server/records/field-columns.ts'
import managedMove from '../../../../server/records/kinds/managed-move.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  agreedOn: '2026-03-10',
  toSchool: 'Another Invented School',
  startsOn: '2026-04-13',
  parentAgrees: true,
  childViews: null,
  socialWorkerToldAt: null,
  virtualSchoolToldAt: null,
}
const refused = (given: object) => refusedFields(managedMove, { ...form, ...given })

it('a managed move is agreed on a day, to a school', () => {
  expect(refused({})).toEqual([])
  expect(refused({ agreedOn: null, toSchool: '' })).toEqual(['agreedOn', 'toSchool'])
  expect(refused({ startsOn: '2026-03-09' })).toEqual(['startsOn'])
})

it('without agreement said there is none', () => {
  expect(refused({ parentAgrees: null })).toEqual(['parentAgrees'])
  expect(refused({ parentAgrees: false })).toEqual(['parentAgrees'])
})

it('it has no trial, and its form says so', () => {
  expect(fieldMeta(managedMove, 'agreedOn').hint).toContain('there is no trial')
  expect(fieldNames(managedMove).filter((name) => /trial|until|ends/i.test(name))).toEqual([])
})

it('its line says nothing of where', () => {
  expect(managedMove.summary(form)).toBe('Managed move agreed')
})
