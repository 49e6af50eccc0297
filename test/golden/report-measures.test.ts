import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { isoDate } from '../../server/calendar/iso-date.ts'
import { figureWords } from '../../server/report/figures.ts'
import type { Measures } from '../../server/report/shapes.ts'
import { differencesOf } from '../support/differences.ts'
import { sampleMeasures } from '../support/sample-measures.ts'
import { recount } from '../support/slow-report.ts'
import { sampleSchool } from '../support/slow-sample.ts'

const sample = fileURLToPath(new URL('./sample/', import.meta.url))
const expected: unknown = JSON.parse(
  readFileSync(fileURLToPath(new URL('./report-measures.json', import.meta.url)), 'utf8'),
)
const on = isoDate('2026-03-13')

let measures: Measures

beforeAll(async () => {
  measures = await sampleMeasures(on)
})

const values = (): Map<string, number> =>
  new Map([
    ...measures.figures.map(({ id, children }) => [id, children().length] as const),
    ...measures.amounts.map(({ id, value }) => [id, value] as const),
  ])

describe('the report of the sample school on 13 March 2026', () => {
  it('measures what was reviewed', () => {
    const told = values()
    const picture = {
      children: measures.childIds.length,
      figures: Object.fromEntries(
        [...figureWords.keys()].map((id) => [id, measures.unknown.get(id) ?? told.get(id)]),
      ),
      school: measures.school,
    }
    expect(differencesOf(JSON.parse(JSON.stringify(picture)), expected)).toEqual([])
  })

  it('has in every figure what plain loops count in the files', () => {
    const { counts, isUnknown } = recount(sampleSchool(on))
    const told = values()
    expect(counts.size).toBeGreaterThan(60)
    const found = (value: number | undefined, isMissing: boolean) => (isMissing ? 'not known' : (value ?? 0))
    const wrong = [...figureWords.keys()].flatMap((id) => {
      const [measured, again] = [
        found(told.get(id), measures.unknown.has(id)),
        found(counts.get(id), isUnknown(id)),
      ]
      return measured === again ? [] : [`${id}: ${measured}, in the files ${again}`]
    })
    expect(wrong).toEqual([])
  })

  it('agrees with the totals that the sample expects', () => {
    const told = values()
    const { totals } = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8')) as {
      totals: {
        cohorts: Record<string, number>
        pep: Record<string, Record<string, { required: number; held: number; overdue: number; due: number }>>
        suspensions: { days_current_year_cla: number; days_current_year_cwsw: number }
      }
    }
    const { cohorts, pep, suspensions } = totals
    expect(told.get('numbers.now.looked-after')).toBe(cohorts['cla'])
    expect(told.get('numbers.now.previously')).toBe(cohorts['previously_cla'])
    for (const term of ['autumn', 'spring']) {
      const { required, held, overdue, due } = pep['2025/26']![term]!
      expect(told.get(`pep.${term}.due`)).toBe(required)
      expect(told.get(`pep.${term}.on-time`)).toBe(held)
      expect(told.get(`pep.${term}.late`)! + told.get(`pep.${term}.missing`)!).toBe(overdue)
      expect(told.get(`pep.${term}.to-do`)).toBe(due)
    }
    const halfDays = (group: string) => told.get(`suspension.half-days.${group}`)!
    expect(halfDays('looked-after')).toBe(2 * suspensions.days_current_year_cla)
    const plans = 2 * suspensions.days_current_year_cwsw
    expect(halfDays('looked-after') + halfDays('social-worker')).toBe(plans)
  })

  it('tells nothing that no file has', () => {
    const inNoFile = ['alert', 'suspension.stayed', 'suspension.off-site', 'suspension.cancelled']
    for (const [id, value] of values())
      if (inNoFile.some((begin) => id.startsWith(begin))) expect([id, value]).toEqual([id, 0])
  })
})
