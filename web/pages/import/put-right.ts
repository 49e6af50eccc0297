import { html, nothing, type TemplateResult } from 'lit'
import type { ImportView } from '../../api.ts'
import { dataTable } from '../../components/data-table.ts'
import { figure } from '../../format.ts'

type Problem = ImportView['problems'][number]

/** Hands a text over as a file to save; nothing is asked of the server. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const said = ({ value }: Problem) =>
  value === '' ? html`<span class="faint">Nothing</span>` : html`<span class="wrong-value">${value}</span>`

/** What is wrong and how to mend it; days that can be read either way are settled by one word of a person. */
const mend = ({ code, file, value, message }: Problem, onDates: (name: string, format: string) => void) =>
  code === 'ambiguous-days'
    ? html`<div class="mend">
        <p>${message}</p>
        <button class="button button-small" type="button" @click=${() => onDates(file, 'dd/mm/yyyy')}>
          ${value}: the day comes first
        </button>
      </div>`
    : message

/**
 * The lines of the files that are wrong, each with what is wrong and how to mend it. Files that wait to be
 * matched have a form of their own.
 */
export function putRight(
  view: ImportView,
  onDates: (name: string, format: string) => void,
): TemplateResult | typeof nothing {
  const { problemCount, problemsCsv, files } = view
  const unknown = new Set(files.flatMap(({ name, status }) => (status === 'unknown' ? name : [])))
  const problems = view.problems.filter(({ file }) => !unknown.has(file))
  if (problems.length === 0) return nothing
  const many = files.filter(({ status }) => status !== 'ignored').length > 1
  return html`<section class="card problems" aria-labelledby="problems-head">
    <div class="panel-head">
      <h2 id="problems-head">Put right</h2>
      <button
        class="link small"
        type="button"
        @click=${() => save('lines-to-put-right.csv', problemsCsv ?? '')}
      >
        Download these lines
      </button>
    </div>
    ${dataTable({
      caption: 'Lines to put right, and how to mend each',
      cards: true,
      columns: [
        {
          key: 'line',
          head: many ? 'File and line' : 'Line',
          rowHead: true,
          cell: ({ file, line }: Problem) =>
            [many || line === null ? file : '', line === null ? '' : `line\u00a0${figure(line)}`]
              .filter(Boolean)
              .join(', '),
        },
        {
          key: 'column',
          head: 'Column',
          cell: ({ column }) => column ?? html`<span class="faint">All</span>`,
        },
        { key: 'said', head: 'What it says', cell: said },
        { key: 'mend', head: 'What is wrong, and how to mend it', cell: (problem) => mend(problem, onDates) },
      ],
      groups: [{ rows: problems }],
    })}
    <p class="small quiet problems-foot">
      ${
        problemCount > view.problems.length
          ? `The first ${view.problems.length} of ${figure(problemCount)}; the download has all of them. `
          : ''
      }Mend
      them in the file itself and drop it here again: it takes the place of the one of its name.
    </p>
  </section>`
}
