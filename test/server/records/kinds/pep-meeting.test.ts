import { expect, it } from 'vitest'
import pepMeeting from '../../../../server/records/kinds/pep-meeting.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  heldOn: '2026-02-10',
  completedOn: null,
  attended: [],
  childViews: null,
  childWords: null,
  quality: null,
  askedOn: null,
}
const refused = (given: object) => refusedFields(pepMeeting, { ...form, ...given })

it('a meeting needs its day alone: what nobody said stays unsaid', () => {
  expect(refused({})).toEqual([])
  expect(refused({ heldOn: null })).toEqual(['heldOn'])
  expect(refused({ childViews: 'yes' })).toEqual(['childViews'])
})

it('a plan is complete on the day of the meeting at the earliest', () => {
  expect(refused({ completedOn: '2026-02-10' })).toEqual([])
  expect(refused({ completedOn: '2026-02-09' })).toEqual(['completedOn'])
})

it('who came is told by role', () => {
  expect(refused({ attended: ['social-worker', 'designated-teacher', 'carer', 'child'] })).toEqual([])
  expect(refused({ attended: ['Mr Heron'] })).toEqual(['attended'])
})

it('its line says how far the plan is', () => {
  expect(pepMeeting.summary(form)).toBe('PEP meeting held, plan not yet completed')
  expect(pepMeeting.summary({ ...form, completedOn: '2026-02-12' })).toBe('PEP meeting held, plan completed')
  expect(pepMeeting.summary({ ...form, completedOn: '2026-02-12', quality: 'green' })).toBe(
    'PEP meeting held, plan completed, rated green',
  )
})
