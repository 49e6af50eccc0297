import { expect, it } from 'vitest'
import { fieldMeta } from '../../../../server/records/field-columns.ts'
import partTimeTimetable from '../../../../server/records/kinds/part-time-timetable.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  startsOn: '2026-03-16',
  endsOn: '2026-04-24',
  reviewOn: '2026-03-27',
  weeklyHours: 15,
  reason: 'health',
  why: null,
  parentAgrees: true,
  socialWorkerToldAt: null,
  virtualSchoolToldAt: null,
}
const refused = (given: object) => refusedFields(partTimeTimetable, { ...form, ...given })

it('a part-time timetable has an end', () => {
  expect(refused({})).toEqual([])
  expect(refused({ endsOn: null })).toEqual(['endsOn'])
  expect(refused({ endsOn: '2026-03-15' })).toEqual(['endsOn'])
  expect(refused({ reviewOn: '2026-03-15' })).toEqual(['reviewOn'])
})

it('it is looked at again while it lasts', () => {
  expect(refused({ reviewOn: '2026-04-24' })).toEqual([])
  expect(refused({ reviewOn: '2026-04-25' })).toEqual(['reviewOn'])
})

it('it is for a limited time: a year is none', () => {
  expect(refused({ endsOn: '2027-03-17' })).toEqual([])
  expect(refused({ endsOn: '2027-03-18' })).toEqual(['endsOn'])
})

it('it is for one of three reasons, and behaviour is none', () => {
  expect(Object.keys(fieldMeta(partTimeTimetable, 'reason').words!)).toEqual([
    'health',
    'return-to-school',
    'other',
  ])
  expect(refused({ reason: 'behaviour' })).toEqual(['reason'])
})

it('another reason is said, and does not name behaviour by another word', () => {
  expect(refused({ reason: 'other' })).toEqual(['why'])
  expect(refused({ reason: 'other', why: 'A parent is dying.' })).toEqual([])
  for (const why of ['His behaviour.', 'To avoid a suspension', 'Time to cool off', 'Disruptive after lunch'])
    expect([why, refused({ why })]).toEqual([why, ['why']])
})

it('its hours are whole and fewer than a week has', () => {
  for (const weeklyHours of [0, 2.5, 41]) expect(refused({ weeklyHours })).toEqual(['weeklyHours'])
})

it('its line says no reason', () => {
  expect(partTimeTimetable.summary(form)).toBe('Part-time timetable')
})
