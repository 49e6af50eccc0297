import { expect, it } from 'vitest'
import advice from '../../../../server/records/kinds/advice.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = { givenAt: '2026-03-10T08:50', givenBy: 'Kit Adviser', words: 'Try a key adult first.' }

it('advice has its minute, who gave it and what it was', () => {
  expect(refusedFields(advice, form)).toEqual([])
  expect(refusedFields(advice, { ...form, givenBy: '', words: '' })).toEqual(['givenBy', 'words'])
})

it('it is given on its own page, and is a class of data of its own', () => {
  expect([advice.process, advice.dataClass]).toEqual(['/before-suspending', 17])
})

it('its line tells nothing of what it says', () => {
  expect(advice.summary(form)).toBe('Virtual School advised before a suspension')
})
