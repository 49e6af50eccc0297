import { html, nothing, type TemplateResult } from 'lit'
import type { SuspensionsPage } from '../../api.ts'
import { childLink } from '../../components/child-name.ts'
import { dataTable, type Column } from '../../components/data-table.ts'
import { dutyCell } from '../../components/duty-cell.ts'
import { picker, segments } from '../../components/filters.ts'
import { statusChips } from '../../components/status-chip.ts'
import { statusMark } from '../../components/status-mark.ts'
import { dayWithYear, sentence, shortDay, timeOf, yearGroupWord } from '../../format.ts'
import { groupCounts, termsOf, type SuspensionChoice } from './choose-suspensions.ts'
import { isUndone, lengthWords, type SuspensionRow } from './year-of-suspensions.ts'

type Choose = (changed: Partial<SuspensionChoice>) => void

/** Filters of the list; `choose` is told what changed. */
export function suspensionTools(
  page: SuspensionsPage,
  { group, term, asked, open }: SuspensionChoice,
  choose: Choose,
): TemplateResult {
  const many = groupCounts(page.rows)
  const groups = (
    [
      ['all', 'All'],
      ['cla', 'Looked after'],
      ['social-worker', 'In need or on a plan'],
      ['others', 'Others'],
    ] as const
  ).filter(([value]) => value === 'all' || many[value] > 0)
  return html`<div class="table-tools">
    ${segments({
      name: 'group',
      label: 'Group',
      choices: groups.map(([value, label]) => ({ value, label: `${label} ${many[value]}` })),
      value: group,
      onChoose: (value) => choose({ group: value as SuspensionChoice['group'] }),
    })}
    ${picker({
      name: 'term',
      label: 'Term',
      choices: [
        { value: 'all', label: 'all' },
        ...termsOf(page).map((name) => ({ value: name, label: name })),
      ],
      value: term,
      onChoose: (value) => choose({ term: value }),
    })}
    ${picker({
      name: 'asked',
      label: 'Asked first',
      choices: [
        { value: 'any', label: 'any' },
        { value: 'before', label: 'asked before' },
        { value: 'not-before', label: 'not asked before' },
      ],
      value: asked,
      onChoose: (value) => choose({ asked: value as SuspensionChoice['asked'] }),
    })}
    ${picker({
      name: 'open',
      label: 'Tasks',
      choices: [
        { value: 'any', label: 'any' },
        { value: 'late', label: 'something late' },
        { value: 'to-do', label: 'something to do' },
        { value: 'done', label: 'all done' },
      ],
      value: open,
      onChoose: (value) => choose({ open: value as SuspensionChoice['open'] }),
    })}
  </div>`
}

const ASKED = {
  before: { status: 'met', word: 'Asked before' },
  after: { status: 'breach', word: 'Told after' },
  never: { status: 'breach', word: 'Never asked' },
  'not-known': { status: 'no-data', word: 'Not known' },
  'not-needed': { status: 'not-applicable', word: 'Not a duty' },
} as const

function askedCell({ askedFirst, decidedAt }: SuspensionRow): TemplateResult {
  const { status, word } = ASKED[askedFirst]
  return dutyCell({
    status,
    word,
    ...(decidedAt && { note: `decided ${shortDay(decidedAt.slice(0, 10))}, ${timeOf(decidedAt)}` }),
  })
}

/** What is not done, in shapes with their number; a tick where all is. */
function openCell({ open: { breach, due, noData }, atOtherSchool }: SuspensionRow): TemplateResult {
  if (atOtherSchool) return html`<span class="faint">None here</span>`
  const parts = (
    [
      [breach, 'breach', 'late'],
      [noData, 'no-data', 'not known'],
      [due, 'due', 'to do'],
    ] as const
  ).filter(([many]) => many > 0)
  if (parts.length === 0)
    return html`<span class="open-tasks"><span>${statusMark('met', 16, '')} All done</span></span>`
  return html`<span class="open-tasks"
    >${parts.map(([many, mark, word]) => html`<span>${statusMark(mark, 16, '')} ${many} ${word}</span> `)}</span
  >`
}

const columns = (page: SuspensionsPage): Column<SuspensionRow>[] => {
  const words = new Map(page.reasons.map(({ code, words: said }) => [code, said]))
  return [
    {
      key: 'child',
      head: 'Child',
      rowHead: true,
      cell: ({ child }) =>
        html`<span class="who-cell"
          >${childLink(child)} <span class="small quiet">${yearGroupWord(child.yearGroup)}</span></span
        >`,
    },
    { key: 'status', head: 'Status then', cell: ({ child }) => statusChips(child.statuses), drop: 2 },
    {
      key: 'what',
      head: 'What was decided',
      cell: (row) =>
        html`<a class="suspension-link" href="/suspensions/${row.id}"
            >${isUndone(row) ? 'None served' : sentence(lengthWords(row))}</a
          ><span class="small quiet"
            >from
            ${dayWithYear(row.startedOn, page.evaluatesOn)}${row.cancelledAt ? html`, cancelled` : nothing}${row.atOtherSchool ? html`, another school` : nothing}</span
          >`,
    },
    {
      key: 'nth',
      head: 'This year',
      cell: ({ nth }) => nthCell(nth),
    },
    {
      key: 'reasons',
      head: 'Reasons',
      cell: ({ reasons }) =>
        html`<span class="small">${reasons.map((code) => words.get(code) ?? code).join('; ')}</span>`,
      drop: 1,
    },
    { key: 'asked', head: 'Asked first', cell: askedCell },
    { key: 'tasks', head: 'Tasks', cell: openCell },
  ]
}

const NTH: Readonly<Record<number, string>> = { 2: 'Second', 3: 'Third', 4: 'Fourth', 5: 'Fifth' }
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** Which of the child's it is; what never began is none. */
function nthCell(nth: number): TemplateResult {
  if (nth === 0) return html`<span class="faint">Not counted</span>`
  return nth === 1
    ? html`First`
    : html`<b>${NTH[nth] ?? `${nth}${ENDINGS[ordinals.select(nth)] ?? 'th'}`}</b>`
}

/** The suspensions of the year as a list, newest first. */
export const suspensionTable = (page: SuspensionsPage, rows: readonly SuspensionRow[]): TemplateResult =>
  dataTable({
    caption: 'Suspensions and exclusions of the year, newest first',
    columns: columns(page),
    groups: [{ rows }],
    cards: true,
    roomy: true,
  })
