import { html, nothing, type TemplateResult } from 'lit'
import type { ImportView } from '../../api.ts'
import { dataTable } from '../../components/data-table.ts'
import { count, figure, plainDay } from '../../format.ts'

export type ImportedFile = ImportView['files'][number]

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }
const DAYS: Readonly<Record<string, string>> = {
  'yyyy-mm-dd': 'days as 2026-03-13',
  'dd/mm/yyyy': 'days as 13/03/2026',
}

/** How a file was understood: `UTF-8, commas, days as 13/03/2026`. */
export const readAs = ({ encoding, delimiter, dateFormat }: ImportedFile): string =>
  [encoding, delimiter && SEPARATORS[delimiter], dateFormat && DAYS[dateFormat]].filter(Boolean).join(', ')

function marksOf({ marks }: ImportedFile) {
  if (!marks) return nothing
  const { children, byCode, withoutMark, firstDay, lastDay } = marks
  const all = byCode.reduce((sum, each) => sum + each.count, 0)
  const span = firstDay && lastDay ? `, ${plainDay(firstDay)} to ${plainDay(lastDay)}` : ''
  return html`<details>
    <summary>${count(all, 'mark')} of ${count(children, 'child', 'children')}${span}</summary>
    <ul class="mark-counts">
      ${byCode.map((each) => html`<li><b>${each.code}</b> ${figure(each.count)}</li>`)}
      ${withoutMark > 0 ? html`<li>no mark ${figure(withoutMark)}</li>` : nothing}
    </ul>
  </details>`
}

function whatItIs(file: ImportedFile): TemplateResult {
  return html`<div>
    <span class=${file.status === 'unknown' ? 'word-breach strong' : ''}>${file.title}</span>
    ${file.remembered ? html`<span class="small quiet">, columns as you matched them before</span>` : nothing}
    ${marksOf(file)} ${file.warnings.map((warning) => html`<p class="small quiet">${warning}</p>`)}
  </div>`
}

export interface FileActions {
  /** Files of whose days somebody said which way round they are. */
  saidDates: ReadonlyMap<string, string>
  onDates: (name: string, format: string) => void
  onLeaveOut: (name: string) => void
}

function howRead(file: ImportedFile, { saidDates, onDates }: FileActions) {
  if (!saidDates.has(file.name)) return readAs(file)
  return html`${readAs(file)}, as you said.
    <button class="link" type="button" @click=${() => onDates(file.name, '')}>
      Take that back<span class="hidden"> for ${file.name}</span>
    </button>`
}

/** What each file is and how it was read; files that are none of ours are named. */
export function fileList(view: ImportView, actions: FileActions): TemplateResult {
  const used = view.files.filter(({ status }) => status !== 'ignored')
  const ignored = view.files.filter(({ status }) => status === 'ignored')
  return html`<section class="card file-list" aria-labelledby="files-head">
    <h2 id="files-head">What these files are</h2>
    ${
      used.length > 0
        ? dataTable({
            caption: 'Files, what they are, and how they were read',
            cards: true,
            columns: [
              { key: 'file', head: 'File', rowHead: true, cell: ({ name }) => name },
              { key: 'what', head: 'What it is', cell: whatItIs },
              {
                key: 'rows',
                head: 'Rows',
                number: true,
                cell: ({ rows, source }) => figure(source === 'school' ? 1 : rows),
              },
              { key: 'read', head: 'Read as', cell: (file) => howRead(file, actions) },
              {
                key: 'accent',
                head: 'First accented word',
                cell: ({ firstAccented }) => firstAccented ?? html`<span class="faint">None</span>`,
              },
              {
                key: 'out',
                head: 'If wrong',
                cell: ({ name }) =>
                  html`<button class="link" type="button" @click=${() => actions.onLeaveOut(name)}>
                    Leave out<span class="hidden"> ${name}</span>
                  </button>`,
              },
            ],
            groups: [{ rows: used }],
          })
        : nothing
    }
    ${
      ignored.length > 0
        ? html`<p class="small quiet ignored">
            Left out:
            ${ignored.map(({ name, title }) => `${name} (${title.charAt(0).toLowerCase()}${title.slice(1)})`).join(', ')}.
          </p>`
        : nothing
    }
  </section>`
}
