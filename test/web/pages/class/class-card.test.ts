import { expect, it } from 'vitest'
import { attendanceWords, termWords, type Card } from '../../../../web/pages/class/class-card.ts'

const card = (attendance: Card['attendance']) => ({ attendance }) as Card
const spring = { name: 'Spring 2026', firstDay: '2026-01-05', lastDay: '2026-03-27' } as const

it('attendance is said in sessions, with its rate', () => {
  expect(attendanceWords(card({ possible: 112, absent: 7, rate: 6.3 }))).toBe(
    'Missed 7 of 112 sessions (6.3\u00a0%).',
  )
  expect(attendanceWords(card({ possible: 112, absent: 0, rate: 0 }))).toBe('Here for all of 112 sessions.')
  expect(attendanceWords(card(null))).toBe('No marks yet.')
})

it('the term is named, and in the holidays it is the last one', () => {
  const term = spring as Parameters<typeof termWords>[0]
  expect(termWords(term, '2026-03-27')).toBe('This term, Spring 2026')
  expect(termWords(term, '2026-03-28')).toBe('Last term, Spring 2026')
  expect(termWords(null, '2026-03-28')).toBe('This term')
})
