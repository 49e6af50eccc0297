import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { deadlineState, windowState } from '../../../server/law/pep.ts'

const lastDay = isoDate('2026-04-05')

describe('the plan of a termly window', () => {
  const state = (workingDaysInCare: number, completedInWindow: number, on: string, minimum?: number) =>
    windowState({ workingDaysInCare, completedInWindow, lastDay }, isoDate(on), minimum)

  it('is due up to the last day of the window and overdue after it', () => {
    expect(state(40, 0, '2026-04-04')).toBe('due')
    expect(state(40, 0, '2026-04-05')).toBe('due')
    expect(state(40, 0, '2026-04-06')).toBe('overdue')
  })

  it('is due in a window that has not begun', () => {
    expect(state(40, 0, '2025-11-01')).toBe('due')
  })

  it('is held once one meeting is complete, however many there are', () => {
    expect(state(40, 1, '2026-03-13')).toBe('held')
    expect(state(40, 3, '2026-06-01')).toBe('held')
  })

  it('is required of 20 working days in care on the school’s roll, or of what the school set', () => {
    expect(state(19, 0, '2026-04-06')).toBe('not-required')
    expect(state(20, 0, '2026-04-06')).toBe('overdue')
    expect(state(19, 1, '2026-03-13')).toBe('not-required')
    expect(state(5, 0, '2026-04-06', 5)).toBe('overdue')
    expect(state(4, 0, '2026-04-06', 5)).toBe('not-required')
  })
})

describe('a duty with a last day', () => {
  const deadline = isoDate('2026-03-12')
  const done = (day: string) => deadlineState(isoDate(day), deadline, isoDate('2026-03-20'))

  it('is met on the day and late after it', () => {
    expect(done('2026-03-11')).toBe('met')
    expect(done('2026-03-12')).toBe('met')
    expect(done('2026-03-13')).toBe('late')
  })

  it('is due up to the day and overdue after it while nothing is done', () => {
    expect(deadlineState(null, deadline, isoDate('2026-03-11'))).toBe('due')
    expect(deadlineState(null, deadline, isoDate('2026-03-12'))).toBe('due')
    expect(deadlineState(null, deadline, isoDate('2026-03-13'))).toBe('overdue')
  })

  it('is met from the day on which it was done, not before', () => {
    expect(deadlineState(isoDate('2026-03-11'), deadline, isoDate('2026-03-11'))).toBe('met')
    expect(deadlineState(isoDate('2026-03-12'), deadline, isoDate('2026-03-11'))).toBe('due')
    expect(deadlineState(isoDate('2026-03-16'), deadline, isoDate('2026-03-13'))).toBe('overdue')
  })

  it('is unknown where its last day is', () => {
    expect(deadlineState(null, null, deadline)).toBeNull()
    expect(deadlineState(deadline, null, deadline)).toBeNull()
  })
})
