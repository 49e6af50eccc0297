import { describe, expect, it } from 'vitest'
import { yearGrid } from '../../../../web/pages/school/year-grid-series.ts'

const week = ['2026-02-09', '2026-02-10', '2026-02-12', '2026-02-13']
const after = ['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-03-02']

describe('a year as weeks of five days', () => {
  const grid = yearGrid(
    [...week, ...after],
    [
      { kind: 'term', firstDay: '2026-02-09', lastDay: '2026-03-02' },
      { kind: 'inset', firstDay: '2026-02-11', lastDay: '2026-02-11' },
      { kind: 'half-term', firstDay: '2026-02-16', lastDay: '2026-02-20' },
    ],
    '2026-02-24',
  )
  const kinds = (at: number) => grid.days.filter((day) => day.week === at).map(({ kind }) => kind)

  it('has a column for each week from the first to the last', () => {
    expect([grid.weeks, grid.days.length]).toEqual([4, 20])
    expect(kinds(0)).toEqual(['school', 'school', 'closed', 'school', 'school'])
    expect(kinds(1)).toEqual(['closed', 'closed', 'closed', 'closed', 'closed'])
    expect(kinds(3)).toEqual(['school', 'none', 'none', 'none', 'none'])
  })

  it('knows what has gone and which day it is', () => {
    expect(grid.days.filter(({ isToday }) => isToday)).toEqual([
      { week: 2, row: 1, kind: 'school', isPast: false, isToday: true },
    ])
    expect(grid.days.filter(({ isPast }) => isPast)).toHaveLength(11)
  })

  it('names each month at the week of its first school day', () => {
    expect(grid.months).toEqual([
      { name: 'Feb', week: 0 },
      { name: 'Mar', week: 3 },
    ])
  })

  it('is empty while no term is known', () => {
    expect(yearGrid([], [], '2026-02-24')).toEqual({ weeks: 0, days: [], months: [] })
  })
})
