import { expect, it } from 'vitest'
import { fieldMeta } from '../../../../server/records/field-columns.ts'
import support from '../../../../server/records/kinds/support.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = {
  agreedOn: '2026-01-12',
  helps: 'A quiet word at the door before the lesson.',
  avoid: null,
  goTo: null,
  reviewOn: null,
  endedOn: null,
}
const refused = (given: object) => refusedFields(support, { ...form, ...given })

it('what helps needs its day and a sentence', () => {
  expect(refused({})).toEqual([])
  expect(refused({ helps: '' })).toEqual(['helps'])
  expect(refused({ helps: null })).toEqual(['helps'])
  expect(refused({ agreedOn: null })).toEqual(['agreedOn'])
})

it('it is looked at again, and ends, on the day it was agreed at the earliest', () => {
  expect(refused({ reviewOn: '2026-01-12', endedOn: '2026-01-12' })).toEqual([])
  expect(refused({ reviewOn: '2026-01-11' })).toEqual(['reviewOn'])
  expect(refused({ endedOn: '2026-01-11' })).toEqual(['endedOn'])
})

it('each text says while one types who reads it', () => {
  for (const field of ['helps', 'avoid', 'goTo'])
    expect(fieldMeta(support, field).hint).toBe(
      'Everyone who teaches the child reads this: no care history, no other child’s name.',
    )
})

it('its line tells nothing of what it says', () => {
  expect(support.summary(form)).toBe('What helps agreed')
  expect(support.summary({ ...form, endedOn: '2026-02-01' })).toBe('What helps agreed, for a time')
})
