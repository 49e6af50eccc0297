import { html, nothing, type TemplateResult } from 'lit'
import { childName } from '../components/child-name.ts'
import { statusMark } from '../components/status-mark.ts'
import { barRow, barsFoot } from './bar-row.ts'
import { unauthorisedSeries, type UnauthorisedChild } from './unauthorised-series.ts'

/** Unauthorised sessions by child in the last ten school weeks against ten; each block is a week. */
export function unauthorisedChart(children: readonly UnauthorisedChild[]): TemplateResult {
  const { rows, line } = unauthorisedSeries(children)
  return html`<div class="bars">
    ${rows.map(({ name, total, isReached, blocks }) =>
      barRow({
        name: childName(name),
        total: html`${isReached ? statusMark('breach', 14, 'Ten or more:') : nothing} ${total}<span
            class="hidden"
          >
            sessions</span
          >`,
        level: isReached ? 'past-last' : 'below',
        blocks,
        lines: [line],
      }),
    )}
    ${barsFoot([{ at: line, name: '10 in ten weeks' }])}
  </div>`
}
