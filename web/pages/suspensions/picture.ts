import { html, type TemplateResult } from 'lit'
import type { SuspensionsPage } from '../../api.ts'
import { suspensionMonthsCard } from '../../charts/suspension-months-card.ts'
import { tallyChart, tallyKey } from '../../charts/tally-chart.ts'
import { tallyTable, type TallyKey, type TallyRow } from '../../charts/tally-series.ts'
import '../../components/vs-chart-card.ts'
import {
  againFinding,
  askedFinding,
  groupsFinding,
  monthsFinding,
  outcomesFinding,
  reasonsFinding,
} from './sentences.ts'
import {
  AGAIN_KEY,
  againRows,
  ASKED_KEY,
  askedRows,
  atThisSchool,
  groupRows,
  monthsOf,
  OUTCOME_KEY,
  outcomeRows,
  REPEAT_KEY,
  reasonRows,
} from './year-of-suspensions.ts'

interface Drawn {
  heading: string
  subtitle: string
  rows: readonly TallyRow[]
  keys: readonly TallyKey[]
  /** The caption of the table and the head of its first column. */
  table: { caption: string; rowHead: string; sum?: string }
  /** Said where there is no mark. */
  nothing: string
  context?: string
  /** Where it stands in the width of two drawings, or of all three, with its rows in columns. */
  broad?: 'two' | 'three'
}

function tallyCard({
  heading,
  subtitle,
  rows,
  keys,
  table,
  nothing: none,
  context,
  broad,
}: Drawn): TemplateResult {
  const isEmpty = rows.every(({ marks }) => marks.length === 0)
  return html`<vs-chart-card
    class=${broad ? `broad broad-${broad}` : ''}
    .heading=${heading}
    subtitle=${subtitle}
    .chart=${isEmpty ? html`<p class="quiet">${none}</p>` : tallyChart(rows, keys)}
    .table=${tallyTable(table, rows, keys)}
    .key=${tallyKey(rows, keys)}
    .context=${context}
  ></vs-chart-card>`
}

function monthsCard(page: SuspensionsPage): TemplateResult {
  const months = monthsOf(page)
  return suspensionMonthsCard(months, {
    heading: monthsFinding(months),
    subtitle: 'School days by the month they fall in, halves counted.',
    none: 'No day to draw.',
    context: 'Lunchtimes and permanent exclusions are no days here.',
  })
}

/** So many stand in two columns, so that no drawing is three times as tall as those beside it. */
const MANY_REASONS = 7

/** The year in six drawings, each with its table one key away. */
export function picture(page: SuspensionsPage): TemplateResult {
  const asked = askedRows(page)
  const again = againRows(page)
  const outcomes = outcomeRows(page)
  const reasons = reasonRows(page)
  const hasMany = reasons.length > MANY_REASONS
  return html`<section class="columns-3 suspension-charts" aria-label="The year in drawings">
    ${tallyCard({
      heading: askedFinding(page),
      subtitle:
        'One mark is one suspension of a child with a social worker, who is asked first; for a looked-after child the Virtual School too.',
      rows: asked,
      keys: ASKED_KEY,
      table: { caption: 'Asked before the decision, by term', rowHead: 'Term' },
      nothing: 'No suspension of such a child this year.',
    })}
    ${tallyCard({
      heading: outcomesFinding(outcomes),
      subtitle: 'One mark is one decision that began on the page Before you suspend.',
      rows: outcomes,
      keys: OUTCOME_KEY,
      table: { caption: 'What came of each consideration, by term', rowHead: 'Term' },
      nothing: 'Each one that ends with the child in school stands here, as a success.',
    })}
    ${tallyCard({
      heading: againFinding(again),
      subtitle: 'One mark is one child, by how many suspensions this year.',
      rows: again,
      keys: AGAIN_KEY,
      table: { caption: 'Children by how many suspensions', rowHead: 'How many', sum: 'Children' },
      nothing: 'Nobody.',
    })}
    ${monthsCard(page)}
    ${tallyCard({
      heading: reasonsFinding(reasons, atThisSchool(page).length),
      subtitle: 'One mark is one suspension; with two reasons it stands in both.',
      rows: reasons,
      keys: REPEAT_KEY,
      table: { caption: 'Suspensions by reason', rowHead: 'Reason' },
      nothing: 'No reason to draw.',
      ...(hasMany && { broad: 'two' }),
    })}
    ${tallyCard({
      heading: groupsFinding(page),
      subtitle: 'One mark is one suspension, by the child’s group on its first day.',
      rows: groupRows(page),
      keys: REPEAT_KEY,
      table: { caption: 'Suspensions by group', rowHead: 'Group' },
      nothing: 'No suspension to draw.',
      ...(hasMany && { broad: 'three' }),
    })}
  </section>`
}
