import { html, nothing, type TemplateResult } from 'lit'
import type { SetUpSchool } from '../../api.ts'
import { dataTable } from '../../components/data-table.ts'
import { emptyState } from '../../components/empty-state.ts'
import { statusMark } from '../../components/status-mark.ts'
import { count } from '../../format.ts'
import {
  calendarWarning,
  entriesByYear,
  entryWord,
  spanWords,
  yearWord,
  type CalendarEntry,
} from './calendar-entries.ts'
import './vs-year-grid.ts'

interface Ways {
  add: () => void
  correct: (entry: CalendarEntry) => void
}

/** Its name, and under it what it is where the name is another word. */
const nameCell = ({ name, kind }: CalendarEntry) =>
  html`${name}${entryWord(kind) === name ? nothing : html`<span class="small quiet told-under">${entryWord(kind)}</span>`}`

const table = (year: number, entries: readonly CalendarEntry[], { correct }: Ways) =>
  dataTable({
    caption: `Calendar of ${yearWord(year)}`,
    columns: [
      { key: 'name', head: 'Name', rowHead: true, cell: nameCell },
      { key: 'days', head: 'Days', cell: (entry: CalendarEntry) => spanWords(entry) },
      {
        key: 'correct',
        head: 'Correct',
        hiddenHead: true,
        cell: (entry: CalendarEntry) =>
          html`<button class="link" type="button" @click=${() => correct(entry)}>
            Correct<span class="hidden">: ${entry.name}, ${spanWords(entry)}</span>
          </button>`,
      },
    ],
    groups: [{ rows: entries }],
    cards: true,
  })

const key = html`<ul class="marks-key caption">
  <li><span class="grid-key grid-key-past"></span> school day gone</li>
  <li><span class="grid-key grid-key-ahead"></span> school day to come</li>
  <li><span class="grid-key grid-key-closed"></span> half-term, INSET or bank holiday</li>
</ul>`

/** The school's calendar: as a picture, as a table, and what is missing of it. */
export function calendarSection(
  { terms, on }: SetUpSchool,
  entries: readonly CalendarEntry[],
  ways: Ways,
): TemplateResult {
  const warning = calendarWarning(entries, on)
  const years = entriesByYear(entries)
  return html`<section class="card panel" aria-labelledby="calendar">
    <div class="panel-head">
      <h2 id="calendar">Calendar</h2>
      <button class="button button-small" type="button" @click=${ways.add}>Add a term date</button>
    </div>
    ${warning ? html`<p class="notice">${statusMark('no-data')} <span>${warning}</span></p>` : nothing}
    ${
      terms.length === 0
        ? nothing
        : html`<vs-year-grid
              .schoolDays=${terms.flatMap(({ schoolDays }) => schoolDays)}
              .spans=${entries}
              on=${on}
            ></vs-year-grid>
            ${key}
            <p class="small quiet">
              ${terms.map(({ name, schoolDays }) => `${name}: ${count(schoolDays.length, 'school day')}`).join(' · ')}
            </p>`
    }
    ${
      years.length === 0
        ? emptyState({
            title: 'No term date is known yet',
            text: 'Until then no deadline that is counted in school days can be given its day.',
            actions: html`<a class="button" href="/import">Bring a term-dates file in</a>`,
          })
        : years.map(
            ({ year, entries: own }) =>
              html`<details class="calendar-year">
                <summary>
                  <h3>${yearWord(year)}</h3>
                  <span class="small quiet">${count(own.length, 'entry', 'entries')}</span>
                </summary>
                ${table(year, own, ways)}
              </details>`,
          )
    }
  </section>`
}
