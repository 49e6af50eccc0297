import { expect, it } from 'vitest'
import { fieldMeta, fieldNames } from '../../../../server/records/field-columns.ts'
import offSiteDirection from '../../../../server/records/kinds/off-site-direction.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  startsOn: '2026-03-16',
  endsOn: '2026-03-27',
  place: 'Invented Centre',
  address: null,
  reportTo: null,
  schoolDays: 10,
  sessionTimes: null,
  objectives: 'To be calm in a smaller class.',
  noticeAt: '2026-03-11T15:00',
  hasPlan: null,
  authorityNoticeAt: null,
  nextReviewOn: null,
  lastReviewOn: null,
  reviewAskedOn: null,
  socialWorkerToldAt: null,
  virtualSchoolToldAt: null,
}
const refused = (given: object) => refusedFields(offSiteDirection, { ...form, ...given })

it('an off-site direction has a first day, a place and what it is to improve', () => {
  expect(refused({})).toEqual([])
  expect(refused({ startsOn: null, place: '', objectives: '' })).toEqual(['startsOn', 'place', 'objectives'])
})

it('all that its notice holds is asked for', () => {
  const fields = fieldNames(offSiteDirection)
  for (const field of ['address', 'reportTo', 'schoolDays', 'objectives', 'sessionTimes'])
    expect(fields).toContain(field)
  expect(fieldMeta(offSiteDirection, 'noticeAt').hint).toContain('at least two school days before')
})

it('the authority has notice because of a plan', () => {
  const noticed = { authorityNoticeAt: '2026-03-11T15:00' }
  expect(refused({ ...noticed, hasPlan: true })).toEqual([])
  expect(refused({ ...noticed, hasPlan: false })).toEqual(['hasPlan'])
})

it('its days come one after another, and are whole', () => {
  expect(refused({ endsOn: '2026-03-15' })).toEqual(['endsOn'])
  expect(refused({ lastReviewOn: '2026-03-13' })).toEqual(['lastReviewOn'])
  expect(refused({ lastReviewOn: '2026-03-20', nextReviewOn: '2026-03-19' })).toEqual(['nextReviewOn'])
  for (const nextReviewOn of ['2026-03-15', '2026-03-28'])
    expect(refused({ nextReviewOn })).toEqual(['nextReviewOn'])
  for (const nextReviewOn of ['2026-03-16', '2026-03-27']) expect(refused({ nextReviewOn })).toEqual([])
  expect(refused({ endsOn: null, nextReviewOn: '2027-03-16' })).toEqual([])
  for (const schoolDays of [0, 1.5, 401]) expect(refused({ schoolDays })).toEqual(['schoolDays'])
})

it('it is to a place of education, which home is not, and no word for sending home', () => {
  for (const place of ['Home', 'at home', 'The child’s home']) expect(refused({ place })).toEqual(['place'])
  expect(refused({ place: 'Home Farm Centre' })).toEqual([])
  expect(refused({ objectives: 'Sent home for a week to cool off.' })).toEqual(['objectives'])
})

it('it may run past the end of a school year', () => {
  expect(refused({ endsOn: '2026-12-18', schoolDays: 150 })).toEqual([])
})

it('its line says nothing of where', () => {
  expect(offSiteDirection.summary(form)).toBe('Directed off site, for a time')
  expect(offSiteDirection.summary({ ...form, endsOn: null })).toBe('Directed off site')
})
