import { expect, it } from 'vitest'
import { sinceThen } from '../../../server/reporting/since.ts'

const numbers = (values: Readonly<Record<string, number>>) => ({
  values: new Map(Object.entries(values)),
  shown: new Map(),
  reasons: new Map(),
  unknown: new Map<string, string>(),
})

it('what today’s rows would alter is said of what the report’s kind prints and the reader may read', () => {
  const then = numbers({ 'numbers.now.looked-after': 18, 'attainment.assessed': 7, 'pep.held': 4 })
  const now = numbers({ 'numbers.now.looked-after': 19, 'pep.held': 5 })
  const lines = sinceThen(then, now, (id) => !id.startsWith('pep.'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/18 in the report, 19 as counted today\.$/)
})

it('a number that was not counted yet when a report was settled is no change since', () => {
  const then = numbers({ 'numbers.now.looked-after': 18 })
  expect(
    sinceThen(then, numbers({ 'numbers.now.looked-after': 18, 'attendance.counted.others': 4 }), () => true),
  ).toEqual([])
  const unknown = new Map([['attendance.counted.others', 'No attendance register of 2025/26 is here.']])
  const now = numbers({ 'attendance.counted.others': 4 })
  expect(sinceThen({ ...numbers({}), unknown }, now, () => true)).toHaveLength(1)
})
