import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionsPage } from '../../../../server/pathway/shapes-after.ts'
import { movesFinding, movesRows } from '../../../../web/pages/suspensions/moves.ts'

type Move = SuspensionsPage['moves'][number]

const move = (kind: Move['kind'], group: Move['group']): Move => ({
  id: `${kind} ${group}`,
  kind,
  startedOn: isoDate('2026-01-12'),
  group,
})
const direction = move('off-site-direction', 'cla')
const timetable = move('part-time-timetable', 'ever6')

describe('moves by group', () => {
  it('have a row for each group that has any, and their sum where there are several', () => {
    expect(movesRows({ moves: [] })).toEqual([])
    expect(movesRows({ moves: [direction] })).toEqual([
      {
        label: 'Looked after',
        counts: { 'off-site-direction': 1, 'managed-move': 0, 'part-time-timetable': 0 },
      },
    ])
    const rows = movesRows({ moves: [timetable, direction, move('managed-move', null), direction] })
    expect(rows.map(({ label, counts }) => [label, ...Object.values(counts)])).toEqual([
      ['Looked after', 2, 0, 0],
      ['Social worker before', 0, 0, 1],
      ['In no list', 0, 1, 0],
      ['All', 2, 1, 1],
    ])
  })

  it('say first how many are of children with a social worker', () => {
    const said = (...moves: Move[]) => movesFinding({ moves })
    expect(said()).toBe('No move and no part-time timetable is recorded this year')
    expect(said(direction)).toBe('One move or part-time timetable this year, of a child with a social worker')
    expect(said(timetable)).toBe(
      'One move or part-time timetable this year, of a child without a social worker',
    )
    expect(said(timetable, timetable)).toBe(
      'Two moves or part-time timetables this year, none of a child with a social worker',
    )
    expect(said(direction, timetable)).toBe(
      'Two moves or part-time timetables this year, one of a child with a social worker',
    )
    expect(said(direction, direction)).toBe(
      'Two moves or part-time timetables this year, both of children with a social worker',
    )
    expect(said(direction, direction, direction)).toBe(
      'Three moves or part-time timetables this year, all of children with a social worker',
    )
  })
})
