import { html, type TemplateResult } from 'lit'
import type { ReportRow } from '../../api.ts'
import { pageHead } from '../../components/page-head.ts'
import { fullDay } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'
import { nilSentence, reportName } from './sentences.ts'

interface NilShown {
  school: string
  /** When it was sent is its publishing. */
  report: Pick<ReportRow, 'kind' | 'year' | 'on' | 'publishedAt'>
  crumbs: TemplateResult
}

/** A nil return, for the school that sent it and the Virtual School that has it. */
export function nilReturn({ school, report, crumbs }: NilShown): TemplateResult {
  const { publishedAt } = report
  return html`${pageHead({
    crumbs,
    sentence: nilSentence({ school, on: report.on }),
    lead: html`This is the school’s
    ${reportName(report)}${publishedAt ? `, sent on ${fullDay(dayInEngland(publishedAt))}` : ''}. The Virtual
    School of its authority has it; governors do not see it.`,
    actions: html`<button class="button" type="button" @click=${() => window.print()}>Print</button>`,
  })}`
}
