import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { ReportFacts } from '../../../../server/facts/report-facts.ts'
import { figureWords, reportGroups } from '../../../../server/report/figures.ts'
import { measure } from '../../../../server/report/measures/measure.ts'
import type { Linear, Measures, Term } from '../../../../server/report/shapes.ts'
import { randomSchool, sixTermsOfSchool } from '../../../support/random-school.ts'

const schools = Array.from({ length: 120 }, (_, seed) => randomSchool(seed + 1000))

const sumIn = (measures: Measures, terms: readonly Term[]): number =>
  terms.reduce((sum, { atom, times }) => sum + times * measures.atoms.get(atom)!, 0)
const holds = (measures: Measures, { terms, from, to }: Linear): boolean => {
  const sum = sumIn(measures, terms)
  return sum >= from && sum <= (to ?? Infinity)
}
const valuesOf = (measures: Measures) =>
  new Map(measures.figures.map(({ id, sum }) => [id, sumIn(measures, sum)] as const))

describe('the measures of a school', () => {
  it('tell of every figure and amount of the report once: its number, or why there is none', () => {
    for (const facts of [...schools, ...sixTermsOfSchool(7)]) {
      const { figures, amounts, unknown } = measure(facts)
      const told = [...figures.map(({ id }) => id), ...amounts.map(({ id }) => id), ...unknown.keys()]
      expect(told.toSorted()).toEqual([...figureWords.keys()].toSorted())
    }
  })

  it('give each its unit, and each reason as a sentence', () => {
    for (const facts of schools) {
      const { figures, amounts, unknown } = measure(facts)
      for (const { id, unit } of [...figures, ...amounts]) expect(unit).toBe(figureWords.get(id)!.unit)
      for (const why of unknown.values()) expect(why).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('count whole numbers that hang together as is known', () => {
    for (const facts of schools) {
      const measures = measure(facts)
      for (const value of measures.atoms.values()) expect(Number.isInteger(value) && value >= 0).toBe(true)
      for (const linear of [...measures.known, ...measures.amounts.flatMap(({ tells }) => tells)])
        expect([linear, holds(measures, linear)]).toEqual([linear, true])
    }
  })

  it('have the children behind each figure, as often as they are counted', () => {
    for (const facts of schools) {
      const measures = measure(facts)
      for (const { id, sum, children, unit } of measures.figures) {
        expect([id, children().length]).toEqual([id, sumIn(measures, sum)])
        if (unit === 'children') expect(new Set(children()).size).toBe(children().length)
      }
      for (const { by, children } of measures.amounts) expect(by.size).toBe(sumIn(measures, children))
    }
  })

  it('never count more in a part than in its whole', () => {
    for (const facts of schools) {
      const measures = measure(facts)
      const values = valuesOf(measures)
      for (const { id, within } of measures.figures)
        if (within !== null) expect([id, values.get(id)! <= values.get(within)!]).toEqual([id, true])
    }
  })

  it('have groups that add up to all', () => {
    const counted = ['numbers.now', 'numbers.before', 'numbers.year', 'attendance.counted']
    const harmed = ['attendance.persistent', 'attendance.severe', 'suspension.children', 'suspension.times']
    for (const facts of schools) {
      const values = valuesOf(measure(facts))
      for (const id of [...counted, ...harmed]) {
        if (!values.has(`${id}.all`)) continue
        const groups = reportGroups.filter((group) => group !== 'all')
        const sum = groups.reduce((total, group) => total + values.get(`${id}.${group}`)!, 0)
        expect([id, sum]).toEqual([id, values.get(`${id}.all`)])
      }
    }
  })

  it('begin with what governors ask first', () => {
    const { figures } = measure(randomSchool(1, { children: 30, allTold: true, on: isoDate('2026-03-13') }))
    expect(figures.slice(0, 5).map(({ id }) => id)).toEqual([
      'numbers.now.looked-after',
      'numbers.now.all',
      'attendance.counted.looked-after',
      'attendance.persistent.looked-after',
      'suspension.children.all',
    ])
    expect(figures.at(-1)!.id).toMatch(/^numbers\.stage\./)
  })

  it('never fall within a year where they say so, unless a suspension is cancelled', () => {
    const withoutCancelled = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      children: facts.children.map((child) => ({
        ...child,
        suspension: child.suspension && {
          ...child.suspension,
          rows: child.suspension.rows.map((row) => ({ ...row, cancelledAt: null })),
        },
      })),
    })
    for (let seed = 0; seed < 40; seed += 1) {
      const reports = sixTermsOfSchool(seed, { children: 20 }).map((facts) =>
        measure(withoutCancelled(facts)),
      )
      for (const [at, later] of reports.entries()) {
        const earlier = reports[at - 1]
        if (earlier?.year !== later.year) continue
        const [before, after] = [valuesOf(earlier), valuesOf(later)]
        for (const { id, neverFalls } of later.figures)
          if (neverFalls && before.has(id))
            expect([id, after.get(id)! >= before.get(id)!]).toEqual([id, true])
      }
    }
  })

  it('count a year before as the report of that day did', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const now = valuesOf(
        measure(randomSchool(seed, { children: 25, allTold: true, on: isoDate('2026-03-13') })),
      )
      const then = valuesOf(
        measure(randomSchool(seed, { children: 25, allTold: true, on: isoDate('2025-03-13') })),
      )
      for (const group of reportGroups)
        expect(now.get(`numbers.before.${group}`)).toBe(then.get(`numbers.now.${group}`))
    }
  })
})

describe('what is not known', () => {
  const facts = randomSchool(3, { children: 40, allTold: true, on: isoDate('2026-03-13') })
  const unknownOf = (changes: Partial<ReportFacts>) => measure({ ...facts, ...changes }).unknown

  it('is a term that has not begun', () => {
    expect(unknownOf({}).get('pep.summer.due')).toBe('The summer term has not begun.')
    expect(unknownOf({}).size).toBe(5)
  })

  it('is attendance without any register', () => {
    const children = facts.children.map((child) => ({ ...child, attendance: null }))
    const unknown = unknownOf({ children })
    expect(unknown.get('attendance.persistent.all')).toBe('No attendance register of 2025/26 is here.')
    expect(unknown.has('attendance.rate.everyone')).toBe(true)
  })

  it('is what was suspended where nobody ever told; what is recorded here alone is counted', () => {
    const unknown = unknownOf({ told: { ...facts.told, suspension: false } })
    expect(unknown.get('suspension.times.all')).toBe(
      'No suspension of 2025/26 or before is recorded or imported here.',
    )
    expect(unknown.has('suspension.stayed')).toBe(false)
  })

  it('is a plan where nobody ever told of one', () => {
    expect(unknownOf({ told: { ...facts.told, pep: false } }).get('pep.closed.due')).toBe(
      'No personal education plan was ever recorded or imported here.',
    )
  })

  it('is last year where no plan of it is here, whatever else of it is', () => {
    const on = isoDate('2026-03-13')
    const before = (day: string) => day < '2025-09-01'
    const found = Array.from({ length: 12 }, (_, seed) =>
      randomSchool(seed, { children: 40, allTold: true, on, withoutLastYear: true }),
    ).filter(({ children }) =>
      children.some(
        ({ attendance, suspension }) =>
          (attendance?.weeksBefore ?? []).length > 0 &&
          suspension?.rows.some(({ startedOn }) => before(startedOn)),
      ),
    )
    expect(found.length).toBeGreaterThan(3)
    for (const facts of found) {
      const { unknown, figures } = measure(facts)
      expect(unknown.get('pep.last-year.due')).toBe('No plan of 2024/25 is here.')
      const closed = figures.find(({ id }) => id === 'pep.closed.due')!
      expect(closed.sum.every(({ atom }) => atom.startsWith('pep:autumn:'))).toBe(true)
    }
  })

  it('is everything without a care history', () => {
    const children = facts.children.map((child) => ({ ...child, care: null }))
    const { figures, amounts, unknown, childIds } = measure({
      ...facts,
      children,
      told: { ...facts.told, care: false },
    })
    expect([figures, amounts, childIds]).toEqual([[], [], []])
    expect(unknown.size).toBe(figureWords.size)
  })

  it('is a year before that the school’s terms do not reach', () => {
    const early = randomSchool(3, { children: 40, allTold: true, on: isoDate('2025-03-13') })
    expect(measure(early).unknown.get('numbers.before.all')).toBe(
      'The school’s terms here do not reach back to 13 March 2024.',
    )
    expect(measure(early).unknown.get('pep.last-year.due')).toBe('No plan of 2023/24 is here.')
  })
})
