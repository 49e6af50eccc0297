import { expect, it } from 'vitest'
import termDate from '../../../../server/records/kinds/term-date.ts'
import { refusedFields } from '../../../support/kinds.ts'

const form = { kind: 'term', name: 'Spring 2026', firstDay: '2026-01-05', lastDay: '2026-03-27' }
const refused = (given: object) => refusedFields(termDate, { ...form, ...given })

it('a row of the calendar is a span of days, a single one included', () => {
  expect(refused({})).toEqual([])
  expect(refused({ kind: 'inset', lastDay: '2026-01-05' })).toEqual([])
  expect(refused({ lastDay: '2026-01-04' })).toEqual(['lastDay'])
})

it('it has a name and a kind that the calendar knows', () => {
  expect(refused({ name: ' ' })).toEqual(['name'])
  expect(refused({ kind: 'holiday' })).toEqual(['kind'])
  expect(termDate.summary(form)).toBe('Spring 2026')
})
