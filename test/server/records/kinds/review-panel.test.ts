import { expect, it } from 'vitest'
import reviewPanel from '../../../../server/records/kinds/review-panel.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  suspensionId: 'a',
  boardDecisionToldOn: '2026-03-25',
  appliedOn: null,
  willNotApply: null,
  specialNeedsExpert: null,
  meetsOn: null,
  outcome: null,
  panelDecisionToldOn: null,
  boardReconsideredOn: null,
}
const applied = { ...form, appliedOn: '2026-04-01', meetsOn: '2026-04-28' }
const refused = (given: object) => refusedFields(reviewPanel, { ...form, ...given })

it('a review runs from the day on which the parents were told of the decision', () => {
  expect(refused({})).toEqual([])
  expect(refused({ boardDecisionToldOn: null })).toEqual(['boardDecisionToldOn'])
  expect(refused({ appliedOn: '2026-03-24' })).toEqual(['appliedOn'])
})

it('parents who asked for it did not say that they will not', () => {
  expect(refused({ ...applied, willNotApply: true })).toEqual(['willNotApply'])
  expect(refused({ willNotApply: true })).toEqual([])
})

it('its steps come one after another', () => {
  expect(refused({ ...applied, meetsOn: '2026-03-31' })).toEqual(['meetsOn'])
  expect(refused({ outcome: 'upheld' })).toEqual(['meetsOn'])
  const decided = { ...applied, outcome: 'quashed', panelDecisionToldOn: '2026-04-29' }
  expect(refused({ ...decided, boardReconsideredOn: '2026-05-06' })).toEqual([])
  expect(refused({ ...decided, panelDecisionToldOn: '2026-04-27' })).toEqual(['panelDecisionToldOn'])
  expect(refused({ ...decided, boardReconsideredOn: '2026-04-28' })).toEqual(['boardReconsideredOn'])
})

it('its line says how far it is', () => {
  expect(reviewPanel.summary(form)).toBe('Parents may ask for an independent review')
  expect(reviewPanel.summary({ ...form, willNotApply: true })).toBe('Parents ask for no independent review')
  expect(reviewPanel.summary(applied)).toBe('Independent review asked for')
  expect(reviewPanel.summary({ ...applied, outcome: 'upheld' })).toBe('Independent review: decision upheld')
})
