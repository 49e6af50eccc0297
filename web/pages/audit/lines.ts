import { html, nothing, type TemplateResult } from 'lit'
import { childLink } from '../../components/child-name.ts'
import { count, sentence } from '../../format.ts'
import type { Line } from './asks.ts'
import { dayWords, reasonWords, timesWords } from './sentences.ts'

const shown = ({ named, children }: Line) => {
  const others = (children ?? 0) - named.length
  const names = named.map((child) => childLink(child))
  if (named.length > 0)
    return html`:
    ${names.map((name, at) => html`${at > 0 ? ', ' : nothing}${name}`)}${others > 0 ? html` and ${count(others, 'other')}` : nothing}`
  return children ? html` <span class="quiet">· ${count(children, 'child', 'children')}</span>` : nothing
}

const lineOf = (line: Line, linksChildren: boolean) => {
  const { name, role, what, times } = line
  const reason = reasonWords(line)
  return html`<li>
    <span class="audit-time small quiet">${timesWords(line)}</span>
    <p>
      <b>${name}</b> ${what}${linksChildren ? shown(line) : nothing}${
        times > 1 ? html` <span class="quiet">· ${count(times, 'time')}</span>` : nothing
      }
      ${reason ? html`<span class="audit-reason small quiet">${sentence(reason)}</span>` : nothing}
    </p>
    <span class="audit-role caption">${role ?? 'A part of the program'}</span>
  </li>`
}

/** Single acts under their days, latest first; of one child already named, without naming it again. */
export function lineList(lines: readonly Line[], on: string, { ofOneChild = false } = {}): TemplateResult {
  const days = [...new Set(lines.map((line) => line.on))]
  return html`${days.map(
    (day) =>
      html`<div class="audit-day">
        <h3>${sentence(dayWords(day, on))}</h3>
        <ol class="audit-lines">
          ${lines.filter((line) => line.on === day).map((line) => lineOf(line, !ofOneChild))}
        </ol>
      </div>`,
  )}`
}
