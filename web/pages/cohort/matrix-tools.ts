import { html, type TemplateResult } from 'lit'
import { picker, segments } from '../../components/filters.ts'
import { icon } from '../../components/icon.ts'
import { marksKey } from '../../components/status-mark.ts'
import { yearGroupWord } from '../../format.ts'
import { yearsOf, type DutyFilter, type RowChoice, type SortKey } from './choose-rows.ts'
import { GROUPS, type CohortRow } from './cohort-row.ts'

const DUTIES: Readonly<Record<DutyFilter, string>> = {
  any: 'any',
  breach: 'something broken',
  due: 'something due',
  watch: 'something to watch',
  'no-data': 'something not known',
  answered: 'something answered',
  none: 'nothing open',
}

const SORTS: Readonly<Record<SortKey, string>> = {
  'to-do': 'most to do first',
  name: 'by surname',
  absence: 'most absence first',
  left: 'fewest left to miss first',
  suspended: 'most suspension first',
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Filters, search and order of the list; `choose` is told what changed. */
export function matrixTools(
  rows: readonly CohortRow[],
  { group, duty, year, sort, search }: RowChoice,
  choose: (changed: Partial<RowChoice>) => void,
): TemplateResult {
  const groups = GROUPS.map((one) => ({
    value: one.group,
    label: one.short,
    many: rows.filter((row) => row.group === one.group).length,
  })).filter(({ many }) => many > 0)
  return html`<div class="table-tools">
    ${segments({
      name: 'group',
      label: 'Group',
      choices: [
        { value: 'all', label: `All ${rows.length}` },
        ...groups.map(({ value, label, many }) => ({ value, label: `${label} ${many}` })),
      ],
      value: group,
      onChoose: (value) => choose({ group: value as RowChoice['group'] }),
    })}
    <label class="pick matrix-search"
      >${icon('search', 16)}<span class="hidden">Name begins</span
      ><input
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder="Name begins…"
        .value=${search}
        @input=${(event: Event) => choose({ search: (event.target as HTMLInputElement).value })}
    /></label>
    ${picker({
      name: 'duty',
      label: 'Duty',
      choices: choices(DUTIES),
      value: duty,
      onChoose: (value) => choose({ duty: value as DutyFilter }),
    })}
    ${picker({
      name: 'year',
      label: 'Year',
      choices: [
        { value: 'all', label: 'all' },
        ...yearsOf(rows).map((one) => ({ value: one, label: yearGroupWord(one) })),
      ],
      value: year,
      onChoose: (value) => choose({ year: value }),
    })}
    ${picker({
      name: 'sort',
      label: 'Sort',
      choices: choices(SORTS),
      value: sort,
      onChoose: (value) => choose({ sort: value as SortKey }),
    })}
    <p class="caption">Arrow keys move; Enter opens</p>
  </div>`
}

/** What shapes, bars and meters of the list mean. */
export const matrixKey = (): TemplateResult =>
  html`<div class="table-key">
    ${marksKey([
      { mark: 'breach', word: 'broken, or past a line' },
      { mark: 'due', word: 'due' },
      { mark: 'watch', word: 'to watch' },
      { mark: 'met', word: 'met' },
      { mark: 'no-data', word: 'not known' },
      { mark: 'not-applicable', word: 'not a duty for this child' },
    ])}
    <p class="caption">
      Bars: sessions missed each week, unauthorised in red, authorised in grey; dashed line 10 %. Meters: term
      against 5 and 15, year against 45.
    </p>
  </div>`
