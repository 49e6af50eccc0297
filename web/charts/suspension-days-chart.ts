import { html, type TemplateResult } from 'lit'
import { childName } from '../components/child-name.ts'
import { halfDays } from '../format.ts'
import { barRow, barsFoot } from './bar-row.ts'
import { suspensionDaysSeries, type SuspensionDaysChild } from './suspension-days-series.ts'

/** School days of suspension by child in one term against 5 and 15; each block is one suspension. */
export function suspensionDaysChart(children: readonly SuspensionDaysChild[]): TemplateResult {
  const { rows, mayMeet, mustMeet } = suspensionDaysSeries(children)
  return html`<div class="bars">
    ${rows.map(({ name, total, level, blocks }) =>
      barRow({
        name: childName(name),
        total: html`${halfDays(total)}<span class="hidden"> school days</span>`,
        level,
        blocks,
        lines: [mayMeet, mustMeet],
      }),
    )}
    ${barsFoot([
      { at: mayMeet, name: '5: may' },
      { at: mustMeet, name: '15: must' },
    ])}
  </div>`
}
