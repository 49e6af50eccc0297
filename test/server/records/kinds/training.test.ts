import { expect, it } from 'vitest'
import { fieldMeta } from '../../../../server/records/field-columns.ts'
import training from '../../../../server/records/kinds/training.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  heldOn: '2025-11-14',
  forWhom: 'all-staff',
  title: 'Attachment in the classroom',
  provider: 'Wexmoor Virtual School',
  hours: 3,
  impact: null,
}
const refused = (given: object) => refusedFields(training, { ...form, ...given })

it('training has its day, whom it was for and what it was about', () => {
  expect(refused({})).toEqual([])
  expect(refused({ provider: null, hours: null })).toEqual([])
  expect(refused({ heldOn: null, forWhom: 'pupils', title: ' ' })).toEqual(['heldOn', 'forWhom', 'title'])
})

it('its length is told in whole hours', () => {
  expect(refused({ hours: 1 })).toEqual([])
  expect(refused({ hours: 0 })).toEqual(['hours'])
  expect(refused({ hours: 2.5 })).toEqual(['hours'])
})

it('it is kept of the school, and each text says that governors read it and no child stands in it', () => {
  expect(training.subject).toBe('school')
  for (const field of ['title', 'impact'])
    expect(fieldMeta(training, field).hint).toContain('no child’s name')
})

it('its line names what it was about and for whom', () => {
  expect(training.summary(form)).toBe('Attachment in the classroom, for all staff')
  expect(training.summary({ ...form, forWhom: 'designated-teacher' })).toBe(
    'Attachment in the classroom, for the designated teacher',
  )
})
