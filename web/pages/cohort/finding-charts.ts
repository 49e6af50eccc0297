import { html, nothing, type TemplateResult } from 'lit'
import type { Cohort } from '../../api.ts'
import { attendanceSpreadTable } from '../../charts/attendance-spread-series.ts'
import { pepTermChart, pepTermKey } from '../../charts/pep-term-chart.ts'
import { pepTermTable } from '../../charts/pep-term-series.ts'
import { suspensionDaysChart } from '../../charts/suspension-days-chart.ts'
import { suspensionDaysTable } from '../../charts/suspension-days-series.ts'
import { attendanceSpreadKey } from '../../charts/vs-attendance-spread.ts'
import '../../charts/vs-attendance-spread.ts'
import '../../components/vs-chart-card.ts'
import { plainDay } from '../../format.ts'
import { absenceHeading, publishedContext, spreadGroups } from './absence-spread.ts'
import { pepHeading, pepTermsOf } from './pep-terms.ts'
import {
  permanentNote,
  suspendedThisTerm,
  suspensionHeading,
  suspensionTerm,
  suspensionsUnknown,
} from './suspension-charts.ts'

const nobody = (text: string) => html`<p class="quiet">${text}</p>`

function pepChart(cohort: Cohort): TemplateResult {
  const terms = pepTermsOf(cohort)
  return html`<vs-chart-card
    .heading=${pepHeading(cohort)}
    subtitle="One mark is one looked-after child on roll for whom the term counts."
    .chart=${pepTermChart(terms)}
    .table=${pepTermTable(terms)}
    .key=${pepTermKey(terms)}
  ></vs-chart-card>`
}

function absenceChart(cohort: Cohort): TemplateResult {
  const groups = spreadGroups(cohort)
  const { lines, sources } = publishedContext(cohort)
  const links = sources.map(
    ({ short, title, url }) => html`<a href=${url} title=${title} rel="noreferrer">${short}</a>`,
  )
  const context = html`${lines.map((line) => html`${line} `)}${links}`
  const hasCounty = groups.some((group) => group.context?.some(({ area }) => area === 'county'))
  const absences =
    groups.length > 0
      ? html`<vs-attendance-spread .groups=${groups}></vs-attendance-spread>`
      : nobody('Bring in the registers, and each child stands here.')
  return html`<vs-chart-card
    .heading=${absenceHeading(cohort.rows)}
    subtitle="Absence this year to ${plainDay(cohort.evaluatesOn)}, one mark a child."
    .chart=${absences}
    .table=${attendanceSpreadTable(groups)}
    .key=${groups.length > 0 ? attendanceSpreadKey(hasCounty) : nothing}
    .context=${lines.length > 0 ? context : nothing}
  ></vs-chart-card>`
}

function whyNobody(rows: Cohort['rows']): string {
  if (suspensionsUnknown(rows))
    return 'Bring in the file of suspensions; a file without rows says that there are none.'
  return suspensionTerm(rows) === null
    ? 'Days of suspension are counted by term: add the term dates on the School page.'
    : 'A true zero: nobody was suspended in the term.'
}

function suspensionChart({ rows }: Cohort): TemplateResult {
  const children = suspendedThisTerm(rows)
  const term = suspensionTerm(rows) ?? 'this term'
  return html`<vs-chart-card
    .heading=${suspensionHeading(rows)}
    subtitle="School days in ${term}. Each block is one suspension."
    .chart=${children.length > 0 ? suspensionDaysChart(children) : nobody(whyNobody(rows))}
    .table=${suspensionDaysTable(children, term)}
    .context=${`Governors may have to meet past 5 (half filled), must past 15 (solid).${permanentNote(rows)}`}
  ></vs-chart-card>`
}

/** The three gaps that stand above the list. */
export const findingCharts = (cohort: Cohort): TemplateResult =>
  html`<section class="columns-3 cohort-charts" aria-label="Where the gaps are">
    ${pepChart(cohort)} ${absenceChart(cohort)} ${suspensionChart(cohort)}
  </section>`
