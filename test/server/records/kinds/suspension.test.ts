import { expect, it } from 'vitest'
import { fieldMeta } from '../../../../server/records/field-columns.ts'
import suspension from '../../../../server/records/kinds/suspension.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  kind: 'suspension',
  startedOn: '2026-03-09',
  startSession: 'AM',
  halfDays: 3,
  reasons: ['DB'],
  decidedAt: null,
  atOtherSchool: false,
  missesExam: null,
  examOn: null,
  representations: null,
  representationsOn: null,
  cancelledAt: null,
  cancelledReason: null,
}
const lunchtime = { ...form, kind: 'lunchtime', startSession: null, halfDays: 1 }
const permanent = { ...form, kind: 'permanent', halfDays: null }
const refused = (given: object) => refusedFields(suspension, { ...form, ...given })

it('a suspension has a length in half days and a session it begins with', () => {
  expect(refused({})).toEqual([])
  expect(refused({ halfDays: null, startSession: null })).toEqual(['halfDays', 'startSession'])
  for (const halfDays of [0, -1, 1.5, 401, '3']) expect(refused({ halfDays })).toEqual(['halfDays'])
})

it('a lunchtime is neither morning nor afternoon', () => {
  expect(refused(lunchtime)).toEqual([])
  expect(refused({ ...lunchtime, startSession: 'AM' })).toEqual(['startSession'])
})

it('a permanent exclusion has no length', () => {
  expect(refused(permanent)).toEqual([])
  expect(refused({ ...permanent, halfDays: 10 })).toEqual(['halfDays'])
})

it('it is for one to three reasons of the code set', () => {
  expect(refused({ reasons: [] })).toEqual(['reasons'])
  expect(refused({ reasons: ['DB', 'PP', 'VP', 'OW'] })).toEqual(['reasons'])
  expect(refused({ reasons: ['rude'] })).toEqual(['reasons'])
})

it('a day of an examination is of one that is missed, and a day of asking of parents who asked', () => {
  expect(refused({ missesExam: true, examOn: '2026-05-14' })).toEqual([])
  expect(refused({ missesExam: true, representations: true })).toEqual([])
  for (const said of [false, null]) {
    expect(refused({ missesExam: said, examOn: '2026-05-14' })).toEqual(['missesExam'])
    expect(refused({ representations: said, representationsOn: '2026-03-16' })).toEqual(['representations'])
  }
})

it('no form asks when it was cancelled: its own page cancels it, and its line says so', () => {
  for (const field of ['cancelledAt', 'cancelledReason'])
    expect(fieldMeta(suspension, field).process).toBe(true)
  expect(suspension.summary({ ...form, cancelledAt: '2026-03-10T08:00' })).toBe(
    'Suspended for 1.5 school days, cancelled',
  )
})

it('its line says how long in school days, and nothing of the child', () => {
  expect(suspension.summary(form)).toBe('Suspended for 1.5 school days')
  expect(suspension.summary({ ...form, halfDays: 2 })).toBe('Suspended for 1 school day')
  expect(suspension.summary(lunchtime)).toBe('Suspended at lunchtime, 0.5 school days in all')
  expect(suspension.summary(permanent)).toBe('Permanently excluded')
})
