import { expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { hasEhcPlan } from '../../../server/law/special-need.ts'

const plan = {
  provision: 'ehc-plan',
  startedOn: isoDate('2025-09-03'),
  endedOn: isoDate('2026-03-13'),
} as const
const on = (day: string, ...rows: Parameters<typeof hasEhcPlan>[0]) => hasEhcPlan(rows, isoDate(day))

it('a plan holds from its first day to its last', () => {
  expect([on('2025-09-02', plan), on('2025-09-03', plan)]).toEqual([false, true])
  expect([on('2026-03-13', plan), on('2026-03-14', plan)]).toEqual([true, false])
  expect(on('2030-01-01', { ...plan, endedOn: null })).toBe(true)
})

it('a child of whose needs nothing is recorded may have one: it is not known', () => {
  expect(on('2026-03-13')).toBeNull()
  expect(on('2026-03-13', { ...plan, provision: 'sen-support' })).toBe(false)
})
