import { html, nothing, type TemplateResult } from 'lit'
import { absenceCell } from '../../components/attendance-strip.ts'
import { childLink } from '../../components/child-name.ts'
import type { Column } from '../../components/data-table.ts'
import { dutyCell, openAlerts } from '../../components/duty-cell.ts'
import { statusChips } from '../../components/status-chip.ts'
import { suspensionCell } from '../../components/suspension-meter.ts'
import { count, rate, yearGroupWord } from '../../format.ts'
import type { CohortRow, PepTermName } from './cohort-row.ts'
import { statusOfPep } from './pep-terms.ts'

/** What a cell opens: the findings of a PEP, of attendance, of suspensions, or all that are open. */
export type CellSubject = PepTermName | 'attendance' | 'suspension' | 'open'
export type OpenCell = (row: CohortRow, subject: CellSubject) => void

const opener = (open: () => void, inside: unknown): TemplateResult =>
  html`<button class="cell-button" type="button" aria-haspopup="dialog" @click=${open}>${inside}</button>`

function who({ id, name, yearGroup, keyAdult }: CohortRow): TemplateResult {
  return html`<span class="who-cell"
    >${childLink({ id, name })}
    <span class="caption">${yearGroupWord(yearGroup)} · ${keyAdult ?? 'no key adult yet'}</span></span
  >`
}

const status = ({ statuses, authority }: CohortRow): TemplateResult =>
  html`${statusChips(statuses)}${
    authority ? html`<span class="caption cell-note roomy-only">${authority}</span>` : nothing
  }`

function pep(row: CohortRow, term: PepTermName, open: OpenCell): TemplateResult {
  const cell = row.pep[term]
  if (!cell) return dutyCell({ status: 'not-applicable', word: 'Not a duty' })
  const { text, detail, answered } = cell
  return dutyCell({
    status: statusOfPep(cell),
    word: text,
    note: detail,
    answered,
    open: () => open(row, term),
  })
}

function absence(row: CohortRow, open: () => void): TemplateResult {
  const { attendance } = row
  if (!attendance) return dutyCell({ status: 'no-data', word: 'Not known', note: 'no register', open })
  const { absent, possible, weeks, persistent } = attendance
  if (possible === 0)
    return dutyCell({ status: 'no-data', word: 'Not known', note: 'no possible sessions', open })
  return opener(
    open,
    absenceCell({
      rate: rate(absent, possible),
      isPersistent: persistent,
      label: `${absent} of ${count(possible, 'session')} missed`,
      weeks: weeks.map(([authorised, unauthorised]) => ({ authorised, unauthorised })),
    }),
  )
}

function left({ attendance }: CohortRow): TemplateResult {
  const { canStillMiss = null, remaining = null } = attendance ?? {}
  if (canStillMiss === null || remaining === null) return html`<span class="faint">not known</span>`
  return canStillMiss === 0
    ? html`<b>0</b> <span class="quiet">left</span>`
    : html`<b>${canStillMiss}</b> <span class="quiet">of ${remaining}</span>`
}

function suspended(row: CohortRow, open: () => void): TemplateResult {
  const { suspension } = row
  if (!suspension) return dutyCell({ status: 'no-data', word: 'Not known', note: 'nobody told us', open })
  const { termHalfDays: term, yearHalfDays: year, permanent } = suspension
  if (term + year === 0 && !permanent) return html`<span class="faint">None</span>`
  return opener(
    open,
    html`${permanent ? html`<span class="strong cell-note">Permanent exclusion</span>` : nothing}${
      term + year > 0 ? suspensionCell({ term, year }) : nothing
    }`,
  )
}

function openCell(row: CohortRow, open: () => void): TemplateResult {
  const { breach, due, watch, answered, noData } = row.alerts
  if (breach + due + watch + answered + noData === 0) return html`<span class="faint">None</span>`
  return opener(
    open,
    html`${openAlerts(row.alerts)}${
      answered > 0 ? html`<span class="caption cell-note">${answered} answered</span>` : nothing
    }`,
  )
}

/** The columns of the matrix. `subs` are the second lines of the heads of the PEP terms. */
export function matrixColumns(
  open: OpenCell,
  subs: Readonly<Record<PepTermName, string>>,
): Column<CohortRow>[] {
  const term = (key: PepTermName, head: string): Column<CohortRow> => ({
    key: 'duty',
    head,
    sub: subs[key],
    cell: (row) => pep(row, key, open),
  })
  return [
    { key: 'child', head: 'Child', rowHead: true, cell: who },
    { key: 'status', head: 'Status', sub: 'on the day', cell: status },
    term('autumn', 'Autumn PEP'),
    term('spring', 'Spring PEP'),
    { ...term('summer', 'Summer PEP'), drop: 1 },
    {
      key: 'absence',
      head: 'Absence',
      sub: 'this year, by week',
      cell: (row) => absence(row, () => open(row, 'attendance')),
    },
    { key: 'left', head: 'Can miss', sub: 'to 10 %', drop: 2, cell: left },
    {
      key: 'suspended',
      head: 'Suspended',
      sub: 'school days',
      cell: (row) => suspended(row, () => open(row, 'suspension')),
    },
    { key: 'open', head: 'Open', cell: (row) => openCell(row, () => open(row, 'open')) },
  ]
}
