import { expect, it } from 'vitest'
import attainment from '../../../../server/records/kinds/attainment.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = { assessedOn: '2026-01-30', subject: 'reading', expected: true, progress: null, note: null }
const refused = (given: object) => refusedFields(attainment, { ...form, ...given })

it('an assessment has its day and its subject', () => {
  expect(refused({})).toEqual([])
  expect(refused({ assessedOn: null, subject: 'latin' })).toEqual(['assessedOn', 'subject'])
})

it('it says where the child stands, what progress was made, or something about it', () => {
  const nothing = { expected: null }
  expect(refused(nothing)).toEqual(['expected'])
  expect(refused({ expected: false })).toEqual([])
  expect(refused({ ...nothing, progress: 'more' })).toEqual([])
  expect(refused({ ...nothing, note: 'Reads to younger children.' })).toEqual([])
  expect(refused({ progress: 'none' })).toEqual(['progress'])
})

it('its line tells the subject and how the child stands, without the note', () => {
  expect(attainment.summary(form)).toBe('Reading: at the expected standard')
  expect(attainment.summary({ ...form, expected: false, progress: 'more' })).toBe(
    'Reading: not yet at the expected standard, more progress than the target',
  )
  expect(attainment.summary({ ...form, expected: null, progress: 'expected' })).toBe(
    'Reading: progress as the target has it',
  )
  expect(attainment.summary({ ...form, expected: null, note: 'Reads to others.' })).toBe('Reading: assessed')
})
