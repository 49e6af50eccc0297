import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import { addReport, linkRows } from '../../../../server/report/disclosure/known-report.ts'
import { System } from '../../../../server/report/disclosure/system.ts'
import type { Figure } from '../../../../server/report/shapes.ts'

/** A report with one atom a figure, by the figures' ids. */
function aReport(
  system: System,
  day: string,
  counts: Readonly<Record<string, number>>,
  traits: Partial<Figure> = {},
) {
  const on = isoDate(day)
  const figures = Object.keys(counts).map((id) => ({
    id,
    sum: [{ atom: id, times: 1 }],
    within: null,
    besides: null,
    zero: 'kept' as const,
    isHarm: false,
    neverFalls: false,
    ...(id === traits.fallsInto ? {} : traits),
  }))
  const counted = { on, year: academicYearOf(on), atoms: Object.entries(counts), known: [] }
  return addReport(system, counted, figures, 5)
}

describe('what anybody can say of one report from another', () => {
  const yearsApart = (last: string, now: string) => {
    const system = new System()
    const before = aReport(system, last, { 'numbers.now.all': 14 })
    const after = aReport(system, now, { 'numbers.before.all': 14 }, { besides: 'numbers.now.all' })
    return linkRows(system, before, after)
  }

  it('is that last year’s number is the one of last year’s report, also where Easter moved the end of the term', () => {
    for (const now of ['2026-04-04', '2026-03-27', '2026-04-30'])
      expect(yearsApart('2025-04-04', now)).toEqual([{ vars: [0, 1], times: [-1, 1], from: 0, to: 0 }])
    expect(yearsApart('2025-04-04', '2026-07-17')).toEqual([])
  })

  it('is that as many suspensions at least were cancelled as there are fewer', () => {
    const system = new System()
    const [times, cancelled] = ['suspension.times.all', 'suspension.cancelled']
    const before = aReport(system, '2025-12-19', { [times]: 12, [cancelled]: 1 })
    const after = aReport(
      system,
      '2026-03-27',
      { [times]: 10, [cancelled]: 3 },
      { neverFalls: true, fallsInto: cancelled },
    )
    // Neither that there are never fewer, which is untrue, nor more than that those lost are among the cancelled.
    expect(linkRows(system, before, after)).toContainEqual({
      vars: [0, 1, 2, 3],
      times: [-1, -1, 1, 1],
      from: 0,
      to: Infinity,
    })
    expect(linkRows(system, before, after)).not.toContainEqual(
      expect.objectContaining({ vars: [0, 2], times: [-1, 1] }),
    )
  })

  it('is nothing of the kind where a record was taken out as wrong', () => {
    const system = new System()
    const before = aReport(system, '2025-12-19', { times: 12, cancelled: 1 })
    const after = aReport(system, '2026-03-27', { times: 10, cancelled: 1 }, { fallsInto: 'cancelled' })
    expect(linkRows(system, before, after)).toEqual([])
  })
})
