import { expect, it } from 'vitest'
import boardMeeting from '../../../../server/records/kinds/board-meeting.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  suspensionId: 'a',
  meetsOn: '2026-03-24',
  held: false,
  remote: null,
  invited: ['parent', 'social-worker', 'virtual-school'],
  outcome: null,
  reinstatedOn: null,
  decisionToldOn: null,
}
const held = { ...form, held: true, outcome: 'declined' }
const refused = (given: object) => refusedFields(boardMeeting, { ...form, ...given })

it('a meeting that is planned has a day and whom it invites', () => {
  expect(refused({})).toEqual([])
  expect(refused({ meetsOn: null })).toEqual(['meetsOn'])
  expect(refused({ invited: ['the mayor'] })).toEqual(['invited'])
})

it('one that was held has an outcome, and one that was not has none', () => {
  expect(refused(held)).toEqual([])
  expect(refused({ held: true })).toEqual(['outcome'])
  expect(refused({ outcome: 'declined' })).toEqual(['held'])
})

it('a child is back on a day where it is a later one', () => {
  const later = { ...held, outcome: 'reinstated-later' }
  expect(refused(later)).toEqual(['reinstatedOn'])
  expect(refused({ ...later, reinstatedOn: '2026-03-30' })).toEqual([])
  expect(refused({ ...held, reinstatedOn: '2026-03-30' })).toEqual(['reinstatedOn'])
})

it('its decision is told on the day of the meeting at the earliest', () => {
  expect(refused({ ...held, decisionToldOn: '2026-03-24' })).toEqual([])
  expect(refused({ ...held, decisionToldOn: '2026-03-23' })).toEqual(['decisionToldOn'])
  expect(refused({ decisionToldOn: '2026-03-24' })).toEqual(['decisionToldOn'])
})

it('its line says whether it was held, and what came of it', () => {
  expect(boardMeeting.summary(form)).toBe('Governors’ meeting planned')
  expect(boardMeeting.summary(held)).toBe('Governors met: not reinstated')
})
