import { html, nothing, type TemplateResult } from 'lit'
import { dataTable, type Column } from '../../components/data-table.ts'
import { figure } from '../../format.ts'
import type { Asked, Person } from './asks.ts'
import { dayWords } from './sentences.ts'

const GROUPS = [
  { depths: ['change', 'page'], title: 'Opened the page, or read or changed a record' },
  { depths: ['list'], title: 'Saw only a list with other children' },
  { depths: ['log'], title: 'Asked who had looked' },
] as const

const acts = ({ acts: all }: Person) =>
  html`<ul class="audit-acts">
    ${all.map(
      ({ what, times }) =>
        html`<li>
          ${what}${times > 1 ? html` <span class="quiet">· ${figure(times)} times</span>` : nothing}
        </li>`,
    )}
  </ul>`

const columns = (on: string): readonly Column<Person>[] => [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: ({ name, role }) =>
      html`<span class="who-cell"
        ><b>${name}</b><span class="caption">${role ?? 'a part of the program'}</span></span
      >`,
  },
  { key: 'acts', head: 'What', cell: acts },
  { key: 'times', head: 'How often', number: true, cell: ({ times }) => figure(times) },
  {
    key: 'last',
    head: 'Last',
    cell: ({ last }) => html`${dayWords(last.on, on)} <span class="quiet">${last.time}</span>`,
  },
]

/** Everybody who has looked at a child, the deepest look first. */
export function peopleTable({ people, on }: Asked): TemplateResult {
  const groups = GROUPS.map(({ depths, title }) => ({
    title,
    rows: people.filter(({ depth }) => (depths as readonly string[]).includes(depth)),
  }))
  return dataTable({
    caption: 'Who looked, how often and when last',
    columns: columns(on),
    groups: groups.filter(({ rows }) => rows.length > 0),
    cards: true,
  })
}
