import { describe, expect, it } from 'vitest'
import { childYearSeries, type ChildYear } from '../../../web/charts/child-year-series.ts'
import { childYearTable } from '../../../web/charts/child-year-table.ts'

const present = (on: string) => ({ on, am: 'present' as const, pm: 'present' as const })
const YEAR: ChildYear = {
  on: '2026-01-21',
  days: [
    ...['2025-12-15', '2025-12-16', '2025-12-17', '2025-12-18', '2025-12-19'].map(present),
    { on: '2026-01-20', am: 'suspended', pm: null },
    present('2026-01-21'),
    { on: '2026-01-22', am: null, pm: null },
  ],
  terms: [
    { name: 'Autumn', from: '2025-09-01', to: '2025-12-19' },
    { name: 'Spring', from: '2026-01-05', to: '2026-03-27' },
  ],
  care: [{ from: '2020-08-20', to: null, label: 'Looked after by Barnshire', isLookedAfter: true }],
  peps: [
    {
      term: 'autumn',
      from: '2025-09-01',
      to: '2025-12-31',
      status: 'breach',
      words: 'completed 21 Jan, after 31 Dec',
      meetings: [{ heldOn: '2025-12-15', completedOn: '2026-01-21' }],
    },
  ],
  suspensions: [{ from: '2026-01-20', to: '2026-01-20', halfDays: 2, label: '1 day' }],
  contacts: [{ on: '2026-01-20', status: 'breach', words: 'Virtual School not rung first' }],
}

describe('a child’s year on one axis', () => {
  it('has every lane in the same places', () => {
    const { sessions, suspensions, contacts, today, axis } = childYearSeries(YEAR, 800)
    expect(suspensions[0]?.x).toBe(sessions[5]?.x)
    expect(contacts[0]?.x).toBeCloseTo((sessions[5]?.x ?? 0) + axis.unit / 2)
    expect(today).toBeCloseTo((sessions[6]?.x ?? 0) + axis.unit / 2)
  })

  it('tells a session without a mark from one still to come', () => {
    const { sessions } = childYearSeries(YEAR, 800)
    expect(sessions[5]).toMatchObject({ am: 'suspended', pm: 'missing' })
    expect(sessions[7]).toMatchObject({ am: 'ahead', pm: 'ahead' })
  })

  it('draws an open status to the end', () => {
    expect(childYearSeries(YEAR, 800).care[0]).toMatchObject({ x: 0, width: 800 })
  })

  it('shows one term alone, with the plan of another term that was completed in it', () => {
    const spring = childYearSeries(YEAR, 300, '2026-01-05', '2026-03-27')
    expect(spring.sessions).toHaveLength(3)
    expect(spring.peps).toEqual([])
    expect(spring.held).toEqual([])
    expect(spring.completed.map(({ words }) => words.replaceAll('\u00a0', ' '))).toEqual(['completed 21 Jan'])
  })

  it('has no line for today in a term that does not hold it', () => {
    expect(childYearSeries(YEAR, 300, '2025-09-01', '2025-12-19').today).toBeNull()
  })

  it('says all of it in its table, oldest first', () => {
    const said = childYearTable(YEAR).rows.map((row) => row.slice(1))
    expect(said[0]).toEqual(['Care', 'Looked after by Barnshire'])
    expect(said).toContainEqual(['PEP, autumn', 'meeting held'])
    expect(said).toContainEqual(['Contacts', 'Virtual School not rung first'])
    expect(said).toContainEqual(['Attendance', 'Jan: 2 present, 1 suspended, 1 no mark'])
  })
})
