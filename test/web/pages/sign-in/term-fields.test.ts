import { expect, it } from 'vitest'
import { termDates, usualDates, wrongDates } from '../../../../web/pages/sign-in/term-fields.ts'

const usual = usualDates('2025-11-20')

it('the usual dates that the set-up begins with can be sent as they are', () => {
  expect(wrongDates(usual)).toEqual({})
  expect(termDates(usual)).toContainEqual({
    kind: 'half-term',
    name: 'Autumn term, half-term',
    firstDay: '2025-10-27',
    lastDay: '2025-10-31',
  })
  expect(termDates(usual)).toHaveLength(6)
})

it('a missing day, an end before its start, a half-term outside its term are named at their boxes', () => {
  expect(Object.keys(wrongDates({ ...usual, 'spring-last': '' }))).toContain('spring-last')
  expect(Object.keys(wrongDates({ ...usual, 'summer-last': '2026-03-01' }))).toContain('summer-last')
  expect(Object.keys(wrongDates({ ...usual, 'autumn-half-first': '2026-02-16' }))).toContain(
    'autumn-half-first',
  )
  expect(Object.keys(wrongDates({ ...usual, 'spring-first': '2025-12-01' }))).toContain('spring-first')
})
