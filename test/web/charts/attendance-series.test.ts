import { describe, expect, it } from 'vitest'
import {
  attendanceCalendarSeries,
  attendanceCalendarTable,
} from '../../../web/charts/attendance-calendar-series.ts'
import {
  attendanceSpreadSeries,
  attendanceSpreadTable,
} from '../../../web/charts/attendance-spread-series.ts'
import { attendanceStripSeries } from '../../../web/charts/attendance-strip-series.ts'
import { sessionKind } from '../../../web/charts/session-kind.ts'

describe('the attendance strip', () => {
  const HEIGHT = 30
  const strip = (authorised: number, unauthorised: number) =>
    attendanceStripSeries([{ authorised, unauthorised }], 100, HEIGHT)

  it('is as high as sessions were missed, unauthorised standing on authorised', () => {
    const { authorised, unauthorised, caps } = strip(2, 1)
    expect(authorised[0]).toMatchObject({ y: 18, height: 12 })
    expect(unauthorised[0]).toMatchObject({ y: 12, height: 6 })
    expect(caps).toEqual([])
  })

  it('stops at five sessions and marks more with a cap', () => {
    expect(strip(5, 0).caps).toHaveLength(0)
    const { authorised, caps } = strip(6, 0)
    expect(authorised[0]?.height).toBe(HEIGHT)
    expect(caps).toHaveLength(1)
  })

  it('keeps what is unauthorised in sight when the week is capped', () => {
    const { authorised, unauthorised } = strip(8, 2)
    expect(unauthorised[0]?.height).toBe(12)
    expect(authorised[0]?.height).toBe(18)
  })

  it('draws nothing for a week without absence, and its line at one session in ten', () => {
    const { authorised, unauthorised, lineY } = strip(0, 0)
    expect([authorised.length, unauthorised.length, lineY]).toEqual([0, 0, 24])
  })

  it('never leaves its width', () => {
    const weeks = Array.from({ length: 39 }, () => ({ authorised: 1, unauthorised: 0 }))
    const last = attendanceStripSeries(weeks, 88, HEIGHT).authorised.at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(88)
  })
})

describe('absence of each child on one axis', () => {
  const child = (name: string, missed: number, possible: number) => ({ id: name, name, missed, possible })
  const spread = (children: ReturnType<typeof child>[], width = 400) =>
    attendanceSpreadSeries([{ label: 'Looked after', children }], width)

  it('marks one session in ten exactly, and not just below it', () => {
    const dots = spread([child('A', 23, 230), child('B', 22, 230)]).rows[0]?.dots ?? []
    expect(dots.map(({ name, isPersistent }) => [name, isPersistent])).toEqual([
      ['B', false],
      ['A', true],
    ])
  })

  it('lets no two dots touch', () => {
    const children = Array.from({ length: 30 }, (_, at) => child(`${at}`, 12 + (at % 3), 230))
    const dots = spread(children).rows[0]?.dots ?? []
    expect(dots).toHaveLength(30)
    for (const [at, a] of dots.entries())
      for (const b of dots.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9.5)
  })

  it('keeps every dot inside its row, and rows one under another', () => {
    const children = Array.from({ length: 12 }, (_, at) => child(`${at}`, 12, 230))
    const { rows, height } = attendanceSpreadSeries(
      [
        { label: 'a', children },
        { label: 'b', children: [] },
      ],
      400,
    )
    for (const { dots, top, bottom } of rows)
      for (const { y } of dots) {
        expect(y).toBeGreaterThan(top)
        expect(y).toBeLessThan(bottom)
      }
    expect(rows[1]?.top).toBe(rows[0]?.bottom)
    expect(height).toBe(rows[1]?.bottom)
  })

  it('ends at half of all sessions, and further only when somebody missed more', () => {
    expect(spread([child('A', 10, 230)]).ticks.at(-1)?.percent).toBe(50)
    expect(spread([child('A', 150, 230)]).ticks.at(-1)?.percent).toBe(60)
    const { right, rows } = spread([child('A', 230, 230)])
    expect(rows[0]?.dots[0]?.x).toBeLessThanOrEqual(right)
  })

  it('always names the line at ten', () => {
    expect(spread([child('A', 230, 230)]).ticks.some(({ percent }) => percent === 10)).toBe(true)
  })

  it('leaves a child without a possible session out of the drawing and says so in the table', () => {
    const groups = [{ label: 'Looked after', children: [child('Chloé', 0, 0), child('A', 23, 230)] }]
    expect(attendanceSpreadSeries(groups, 400).rows[0]?.dots).toHaveLength(1)
    expect(attendanceSpreadTable(groups).rows[0]).toEqual([
      { child: 'Chloé' },
      'Looked after',
      'Not known: no possible sessions',
      '–',
    ])
    expect(attendanceSpreadTable(groups).rows[1]).toEqual([
      { child: 'A' },
      'Looked after',
      '10.0\u00a0%',
      '23 of 230',
    ])
  })

  it('gives published rates in the table with their name', () => {
    const context = [{ area: 'national' as const, rate: 12, name: 'England, looked after, 2024/25' }]
    const { rows } = attendanceSpreadTable([{ label: 'Looked after', children: [], context }])
    expect(rows).toEqual([['England, looked after, 2024/25', 'Looked after', '12.0\u00a0%', '']])
  })
})

describe('the attendance calendar', () => {
  const mark = (code: string, kind: 'present' | 'authorised') => ({ code, kind })
  const days = [
    { on: '2026-02-27', am: mark('/', 'present'), pm: mark('I', 'authorised') },
    { on: '2026-03-02', am: null, pm: mark('\\', 'present') },
    { on: '2026-03-13', am: mark('/', 'present'), pm: mark('\\', 'present') },
    { on: '2026-03-16', am: null, pm: null },
  ]

  it('lays school days out by month, week and weekday', () => {
    const [february, march] = attendanceCalendarSeries(days)
    expect(february?.name).toBe('Feb')
    expect(february?.weeks).toEqual([[null, null, null, null, days[0]]])
    expect(march?.weeks).toHaveLength(3)
    expect(march?.weeks[0]?.[0]).toBe(days[1])
  })

  it('lists what was missed and what has no mark, but nothing of a day still to come', () => {
    expect(attendanceCalendarTable(days, '2026-03-13').rows.map((row) => row.slice(1))).toEqual([
      ['Afternoon', 'I', 'authorised absence'],
      ['Morning', '–', 'no mark'],
    ])
  })
})

describe('how a register code is shown', () => {
  it('is present in an approved activity elsewhere', () => {
    expect(sessionKind('B', 'AEA')).toBe('present')
  })

  it('is suspended for E, whatever its class', () => {
    expect(sessionKind('E', 'AUTH')).toBe('suspended')
  })

  it('is not required where the session counts nowhere or the code is unknown', () => {
    expect(sessionKind('Y1', 'NP')).toBe('not-required')
    expect(sessionKind('?', undefined)).toBe('not-required')
  })
})
