import { html, nothing, type TemplateResult } from 'lit'
import type { ImportPage } from '../../api.ts'
import { dataTable } from '../../components/data-table.ts'
import { count, figure } from '../../format.ts'
import { instantWords } from './instant.ts'

type Run = ImportPage['runs'][number]

const sum = ({ counts }: Run, field: 'added' | 'changed' | 'same') =>
  counts.reduce((all, each) => all + each[field], 0)

/** What was brought in before, latest first; nothing while there is none. */
export function earlierRuns(runs: readonly Run[]): TemplateResult | typeof nothing {
  if (runs.length === 0) return nothing
  return html`<section class="card earlier-runs" aria-labelledby="runs-head">
    <h2 id="runs-head">Brought in before</h2>
    ${dataTable<Run>({
      caption: 'Earlier imports',
      cards: true,
      columns: [
        { key: 'when', head: 'When', rowHead: true, cell: ({ finishedAt }) => instantWords(finishedAt) },
        { key: 'files', head: 'Files', cell: filesOf },
        { key: 'added', head: 'New', number: true, cell: (run) => figure(sum(run, 'added')) },
        { key: 'changed', head: 'Changed', number: true, cell: (run) => figure(sum(run, 'changed')) },
        { key: 'same', head: 'The same', number: true, cell: (run) => figure(sum(run, 'same')) },
        { key: 'by', head: 'By', cell: ({ changedBy }) => changedBy },
      ],
      groups: [{ rows: runs }],
    })}
  </section>`
}

function filesOf({ files }: Run) {
  const names = files.map(({ name }) => name).join(', ')
  if (files.length < 4) return names
  return html`<details>
    <summary>${count(files.length, 'file')}</summary>
    ${names}
  </details>`
}
