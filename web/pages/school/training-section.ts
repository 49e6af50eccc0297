import { html, nothing, type TemplateResult } from 'lit'
import { freeText } from '../../components/child-name.ts'
import { dataTable } from '../../components/data-table.ts'
import { emptyState } from '../../components/empty-state.ts'
import { academicYearOf, type Day } from '../../days.ts'
import { fullDay, sentence } from '../../format.ts'
import { yearWord } from './calendar-entries.ts'
import { recordsByYear } from './school-records.ts'
import { trainingSentence, whomWords, type Training } from './training-words.ts'

/** What may be done with a kind of record; null where the role only reads it. */
export type Keeping = { add: () => void; correct: (id: string) => void } | null

const table = (year: number, rows: readonly Training[], keeping: Keeping) =>
  dataTable({
    caption: `Training of ${yearWord(year)}`,
    columns: [
      {
        key: 'title',
        head: 'About',
        rowHead: true,
        cell: ({ title, impact }: Training) =>
          html`${title}${impact ? html`<span class="small quiet told-under">${freeText(impact)}</span>` : nothing}`,
      },
      { key: 'whom', head: 'For whom', cell: ({ forWhom }: Training) => sentence(whomWords(forWhom)) },
      { key: 'day', head: 'Day', cell: ({ on }: Training) => fullDay(on) },
      {
        key: 'hours',
        head: 'Hours',
        number: true,
        cell: ({ hours }: Training) => hours ?? html`<span class="quiet">Not known</span>`,
      },
      {
        key: 'provider',
        head: 'Given by',
        cell: ({ provider }: Training) => provider ?? html`<span class="quiet">Not known</span>`,
      },
      ...(keeping
        ? [
            {
              key: 'correct',
              head: 'Correct',
              hiddenHead: true,
              cell: ({ id, title }: Training) =>
                html`<button class="link" type="button" @click=${() => keeping.correct(id)}>
                  Correct<span class="hidden">: ${title}</span>
                </button>`,
            },
          ]
        : []),
    ],
    groups: [{ rows }],
    cards: true,
  })

/** Training on children with a social worker, year by year. */
export function trainingSection(trainings: readonly Training[], on: Day, keeping: Keeping): TemplateResult {
  return html`<section class="card panel" aria-labelledby="training">
    <div class="panel-head">
      <h2 id="training">Training</h2>
      ${
        keeping
          ? html`<button class="button button-small" type="button" @click=${keeping.add}>
              Add training
            </button>`
          : nothing
      }
    </div>
    ${
      trainings.length === 0
        ? emptyState({
            title: 'No training is recorded yet',
            text: 'What the designated teacher, all staff and governors were taught about these children goes into the annual report.',
          })
        : recordsByYear(trainings).map(
            ({ year, records }) =>
              html`<details class="calendar-year" ?open=${year === academicYearOf(on)}>
                <summary><h3>${yearWord(year)}</h3></summary>
                <p>${trainingSentence(records)}</p>
                ${table(year, records, keeping)}
              </details>`,
          )
    }
  </section>`
}
