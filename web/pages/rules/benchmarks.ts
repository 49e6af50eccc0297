import { html, nothing, type TemplateResult } from 'lit'
import type { Rules } from '../../api.ts'
import { dataTable } from '../../components/data-table.ts'
import { percent } from '../../format.ts'

type Benchmark = Rules['benchmarks'][number]

const share = (value: number | null) =>
  value === null ? html`<span class="faint">Not given</span>` : percent(value)

/** The published figures that stand as context beside our own; they are no target and no rule. */
export function benchmarkList(benchmarks: readonly Benchmark[]): TemplateResult | typeof nothing {
  if (benchmarks.length === 0) return nothing
  return html`<section class="card rules-table" aria-labelledby="benchmarks">
    <h2 id="benchmarks" tabindex="-1">Figures for context</h2>
    <p class="quiet small">Absence of the same groups elsewhere, as published. Never a target.</p>
    ${dataTable<Benchmark>({
      caption: 'Published absence figures that charts show as context',
      cards: true,
      columns: [
        { key: 'group', head: 'Group', rowHead: true, cell: ({ who }) => who },
        { key: 'area', head: 'Where', cell: ({ area }) => area },
        { key: 'year', head: 'Year', cell: ({ year, period }) => `${year}, ${period}` },
        { key: 'overall', head: 'Sessions missed', number: true, cell: ({ overall }) => share(overall) },
        {
          key: 'persistent',
          head: 'Missed 10 % or more',
          number: true,
          cell: ({ persistent }) => share(persistent),
        },
        { key: 'severe', head: 'Missed 50 % or more', number: true, cell: ({ severe }) => share(severe) },
        {
          key: 'source',
          head: 'Source',
          cell: ({ source, url, provisional }) =>
            html`<a href=${url} rel="noreferrer">${source}</a>${provisional ? ' (provisional)' : ''}`,
        },
      ],
      groups: [{ rows: benchmarks }],
    })}
  </section>`
}
