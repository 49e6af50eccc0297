import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../server/calendar/iso-date.ts'
import { control } from '../../server/report/disclosure/control.ts'
import { writeReport } from '../../server/report/write-report.ts'
import { sampleMeasures } from '../support/sample-measures.ts'

const expected: unknown = JSON.parse(
  readFileSync(fileURLToPath(new URL('./report-document.json', import.meta.url)), 'utf8'),
)

describe('the report of the sample school', () => {
  it('says on 13 March 2026 what was read line by line', async () => {
    const measures = await sampleMeasures(isoDate('2026-03-13'))
    const document = writeReport({
      kind: 'annual',
      year: measures.year,
      on: measures.on,
      school: measures.school,
      isDemonstration: true,
      controlled: control(measures, { threshold: 5, earlier: [] }),
      words: new Map(),
      lastYear: null,
      lastActions: [],
      nextActions: [],
    })
    expect(JSON.parse(JSON.stringify(document))).toEqual(expected)
  })
})
