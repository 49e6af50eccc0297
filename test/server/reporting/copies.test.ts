import { describe, expect, it } from 'vitest'
import { control } from '../../../server/report/disclosure/control.ts'
import { measure } from '../../../server/report/measures/measure.ts'
import { carerOf, copiesOf } from '../../../server/reporting/copies.ts'
import { lastYearOfCopy } from '../../../server/reporting/earlier.ts'
import type { Counted, CountedRow } from '../../../server/reporting/count-report.ts'
import { randomSchool } from '../../support/random-school.ts'

const row: CountedRow = {
  id: 'report',
  schoolId: 'school',
  kind: 'annual',
  academicYear: '2025/26',
  asOn: '2026-03-13',
  threshold: 5,
}
const nothingWritten = { words: new Map(), lastActions: [], nextActions: [] }

async function makeCopies(seed: number) {
  const facts = randomSchool(seed, { children: 24 })
  const measures = measure(facts)
  const controlled = control(measures, { threshold: 5, earlier: [] })
  const school = { name: facts.school.name, authorityCode: facts.school.authorityCode, demonstration: 0 }
  const counted = { facts, measures, controlled, earlier: { settled: [], copies: [] } }
  const of = { ...row, academicYear: facts.year, asOn: facts.on }
  const copies = await copiesOf(
    { school } as unknown as Parameters<typeof copiesOf>[0],
    of,
    counted as unknown as Counted,
    nothingWritten,
  )
  return { facts, measures, copies, own: facts.school.authorityCode }
}

const made = new Map<number, ReturnType<typeof makeCopies>>()
function copiesAt(seed: number) {
  const found = made.get(seed) ?? makeCopies(seed)
  made.set(seed, found)
  return found
}

const seeds = Array.from({ length: 8 }, (_, i) => i + 1)

describe('the copies of a report', () => {
  it('go to the school’s own authority, whoever looks after its children, and to each that looks after one', async () => {
    for (const seed of seeds) {
      const { facts, measures, copies, own } = await copiesAt(seed)
      const inReport = new Set(measures.childIds)
      const carers = facts.children
        .filter(({ identity }) => inReport.has(identity.childId))
        .flatMap((child) => carerOf(child, facts.on) ?? [])
      expect([seed, Object.keys(copies)]).toEqual([seed, [...new Set([own, ...carers])].toSorted()])
    }
  })

  it('say which children they leave out, and claim nothing of the school that is true of the others alone', async () => {
    let seen = 0
    for (const seed of seeds) {
      const { copies, measures } = await copiesAt(seed)
      for (const { document, exact, childIds } of Object.values(copies)) {
        const isApart = document.title.endsWith(' all but those whom you look after')
        expect([seed, isApart, exact.length > 0]).toEqual([seed, childIds.length > 0, childIds.length > 0])
        if (!isApart) continue
        seen++
        expect(document.sections.some(({ number }) => number === 11)).toBe(false)
        const shown = document.sections.flatMap(({ tables }) =>
          tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
        )
        const unknown = shown.filter((cell) => 'figure' in cell && cell.shown.as === 'unknown')
        for (const cell of unknown)
          if ('figure' in cell)
            expect([cell.figure, measures.unknown.has(cell.figure)]).toEqual([cell.figure, true])
        const words = JSON.stringify(document)
        for (const [id, why] of [
          ['need.known', 'Nothing on special'],
          ['attainment.assessed', 'No assessment of'],
        ] as const)
          if (!measures.unknown.has(id)) expect([seed, words.includes(why)]).toEqual([seed, false])
      }
    }
    expect(seen).toBeGreaterThan(3)
  })

  it('have beside them what the same authority’s copy of the year before printed, where both leave out alike', async () => {
    const { copies } = await copiesAt(seeds[0]!)
    const { document } = Object.values(copies)[0]!
    for (const [code, { childIds, document: copied }] of Object.entries(copies)) {
      const yearBefore = { document, copies }
      const leavesOut = childIds.length > 0
      expect(lastYearOfCopy({ yearBefore }, code, leavesOut)?.on).toBe(copied.on)
      expect(lastYearOfCopy({ yearBefore }, code, !leavesOut)).toBeNull()
      expect(lastYearOfCopy({ yearBefore: { document, copies: {} } }, code, leavesOut)).toBeNull()
    }
  })
})
