import { describe, expect, it } from 'vitest'
import { isoDate, type IsoDate } from '../../../../server/calendar/iso-date.ts'
import { figureWords } from '../../../../server/report/figures.ts'
import { measure } from '../../../../server/report/measures/measure.ts'
import { factsOn, rowsOfSchool, sixTermEnds, type RandomRows } from '../../../support/random-school.ts'
import { slowRandomSchool } from '../../../support/slow-random.ts'
import { recount } from '../../../support/slow-report.ts'

/** Every figure that was not 0 somewhere, so that its recount told something. */
const told = new Set<string>()

/** Figures of a school on a day that differ from the recount of its rows, with both. */
function differences(rows: RandomRows, on: IsoDate): string[] {
  const { figures, amounts, unknown } = measure(factsOn(rows, on))
  const measured = new Map<string, number | string>([
    ...figures.map(({ id, children }) => [id, children().length] as const),
    ...amounts.map(({ id, value }) => [id, value] as const),
    ...[...unknown.keys()].map((id) => [id, 'not known'] as const),
  ])
  const { counts, isUnknown } = recount(slowRandomSchool(rows, on))
  return [...figureWords.keys()].flatMap((id) => {
    const again = isUnknown(id) ? 'not known' : (counts.get(id) ?? 0)
    if (typeof again === 'number' && again > 0) told.add(id)
    return measured.get(id) === again ? [] : [`${id}: ${measured.get(id)}, counted again ${again}`]
  })
}

describe('every figure of a random school', () => {
  it('is what a slow recount of its rows finds, day by day', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const rows = rowsOfSchool(seed, { children: seed % 25 })
      // In August the summer's window has ended.
      for (const on of seed % 4 === 0 ? [rows.on, isoDate('2026-08-31')] : [rows.on])
        expect([seed, on, differences(rows, on)]).toEqual([seed, on, []])
    }
  }, 120_000)

  it('is what a slow recount of its rows finds in each of six successive terms', () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const rows = rowsOfSchool(seed, { children: 15 })
      for (const on of sixTermEnds) expect([seed, on, differences(rows, on)]).toEqual([seed, on, []])
    }
  }, 120_000)

  it('is what a slow recount finds where all are looked after, and many come and go', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const rows = rowsOfSchool(seed, { children: 60, groups: { cla: 1 }, allTold: true })
      for (const on of [rows.on, sixTermEnds[seed % sixTermEnds.length]!])
        expect([seed, on, differences(rows, on)]).toEqual([seed, on, []])
    }
  }, 120_000)

  it('was more than none at some school, but for plans to complete in terms that have ended', () => {
    const never = [...figureWords.keys()].filter((id) => !told.has(id))
    expect(never).toEqual(['pep.closed.to-do', 'pep.last-year.to-do'])
  })
})
