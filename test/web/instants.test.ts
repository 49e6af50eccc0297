import { expect, it } from 'vitest'
import { dayInEngland, minuteInEngland } from '../../web/instants.ts'

it('an instant is told by the clock in England, in summer too, and on the nights when clocks change', () => {
  expect(minuteInEngland('2026-03-13T07:52:00.000Z')).toBe('2026-03-13T07:52')
  expect(minuteInEngland('2026-06-12T23:30:00.000Z')).toBe('2026-06-13T00:30')
  expect(minuteInEngland('2026-01-01T00:05:00.000Z')).toBe('2026-01-01T00:05')
  expect(minuteInEngland('2026-03-29T00:59:00.000Z')).toBe('2026-03-29T00:59')
  expect(minuteInEngland('2026-03-29T01:00:00.000Z')).toBe('2026-03-29T02:00')
  expect(minuteInEngland('2026-10-25T01:30:00.000Z')).toBe('2026-10-25T01:30')
})

it('a summer’s day begins in England an hour before that of UTC', () => {
  expect(dayInEngland('2026-06-12T22:59:59.000Z')).toBe('2026-06-12')
  expect(dayInEngland('2026-06-12T23:00:00.000Z')).toBe('2026-06-13')
  expect(dayInEngland('2026-12-12T23:59:59.000Z')).toBe('2026-12-12')
})
