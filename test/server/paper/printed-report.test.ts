import { describe, expect, it } from 'vitest'
import { printedReport } from '../../../server/paper/printed-report.ts'
import { aMarksChart, aRatesChart, aReportDocument } from '../../support/a-report-document.ts'

describe('a picture whose finding the headline has said', () => {
  it('is told what its bars are of, so that it can be read where a page begins with it', () => {
    const [section] = aReportDocument().sections
    const titlesUnder = (headline: string) =>
      printedReport(
        aReportDocument({ sections: [{ ...section!, headline, charts: [aRatesChart, aMarksChart] }] }),
        { isDraft: false },
      ).sections[0]!.charts.map(({ title }) => title)
    expect(titlesUnder(aRatesChart.title)).toEqual(['Sessions missed', aMarksChart.title])
    expect(titlesUnder(aMarksChart.title)).toEqual([aRatesChart.title, ''])
  })
})
