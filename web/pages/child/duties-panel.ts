import { html, nothing, type TemplateResult } from 'lit'
import type { ChildPage } from '../../api.ts'
import { statusMark } from '../../components/status-mark.ts'
import { dutyLine } from '../../components/alert.ts'
import { countInWords, sentence, shortDay } from '../../format.ts'
import { dutyLineOf } from '../today/card-view.ts'
import { evidenceList, findingId, type Finding } from './finding-view.ts'

const AREAS: Readonly<Record<string, string>> = {
  care: 'Care status and calendar',
  pep: 'PEPs (personal education plans)',
  attendance: 'Attendance',
  suspension: 'Suspensions',
  moves: 'Moves and shorter days',
  safety: 'Safety in school',
}

const GRAVITY = ['breach', 'due', 'no-data', 'error', 'watch', 'met', 'not-applicable']

type OpenRecord = (kind: string, recordId: string) => void

/** The day of the record that a finding is about, to tell several of one rule apart: `21 Jan`. */
export function aboutDay({ about }: Finding, timeline: ChildPage['timeline']): string {
  const record = timeline.find(({ kind, id }) => about === `${kind}:${id}`)
  return record?.on ? shortDay(record.on) : ''
}

function row(finding: Finding, timeline: ChildPage['timeline'], open: OpenRecord): TemplateResult {
  const day = aboutDay(finding, timeline)
  const { status, title, message, evidence } = finding
  return html`<details class="finding-row" id=${findingId(finding)}>
    <summary>
      ${statusMark(status)}
      <span class="finding-name">${title}</span> ${day ? html`<span class="caption">${day}</span>` : nothing}
    </summary>
    <div class="finding-body small">
      <p>${message}</p>
      ${evidenceList(evidence, ({ kind, id }) => open(kind, id))} ${dutyLine(dutyLineOf(finding))}
    </div>
  </details>`
}

function area(
  { area: key, findings }: ChildPage['findings'][number],
  timeline: ChildPage['timeline'],
  open: OpenRecord,
): TemplateResult {
  const inOrder = findings.toSorted((a, b) => GRAVITY.indexOf(a.status) - GRAVITY.indexOf(b.status))
  const duties = inOrder.filter(({ status }) => status !== 'not-applicable')
  const others = inOrder.filter(({ status }) => status === 'not-applicable')
  return html`<h3>${AREAS[key] ?? sentence(key)}</h3>
    ${duties.map((finding) => row(finding, timeline, open))}
    ${
      others.length > 0
        ? html`<details class="not-duties">
            <summary class="small">
              ${sentence(countInWords(others.length, 'rule'))} asking nothing here, and why
            </summary>
            ${others.map((finding) => row(finding, timeline, open))}
          </details>`
        : nothing
    }`
}

/** Every rule and what it says of the child, by area: what is met and what is no duty too. */
export const dutiesPanel = ({ findings, timeline }: ChildPage, open: OpenRecord): TemplateResult =>
  html`<section class="card panel duties no-print" aria-labelledby="every-duty">
    <div class="panel-head">
      <h2 id="every-duty">Every duty</h2>
      <p class="small quiet">Open one for its evidence and source.</p>
    </div>
    ${findings.map((one) => area(one, timeline, open))}
  </section>`

/** Opens a duty in the list and brings it into sight. */
export function showDuty(page: Element, id: string): void {
  const row = page.querySelector<HTMLDetailsElement>(`#${CSS.escape(id)}`)
  if (!row) return
  for (let at: Element | null = row; at && at !== page; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true
  row.scrollIntoView({ block: 'nearest' })
  row.querySelector('summary')?.focus()
}
