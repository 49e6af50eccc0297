import { html, nothing, type TemplateResult } from 'lit'
import { freeText } from '../../components/child-name.ts'
import { dataTable } from '../../components/data-table.ts'
import { emptyState } from '../../components/empty-state.ts'
import { academicYearOf, type Day } from '../../days.ts'
import { fullDay } from '../../format.ts'
import { yearWord } from './calendar-entries.ts'
import {
  fundChildren,
  fundSums,
  fundWords,
  pounds,
  type FundSum,
  type PremiumMoney,
} from './premium-words.ts'
import { recordsByYear } from './school-records.ts'
import type { Keeping } from './training-section.ts'

const sums = (year: number, rows: readonly FundSum[]) =>
  dataTable({
    caption: `Received and spent in ${yearWord(year)}`,
    columns: [
      { key: 'money', head: 'Money', rowHead: true, cell: ({ fund }: FundSum) => fundWords(fund) },
      { key: 'received', head: 'Received', number: true, cell: ({ received }: FundSum) => pounds(received) },
      { key: 'spent', head: 'Spent', number: true, cell: ({ spent }: FundSum) => pounds(spent) },
      { key: 'unspent', head: 'Not spent', number: true, cell: ({ left }: FundSum) => left },
    ],
    groups: [{ rows }],
    cards: true,
  })

const whatFor = ({ direction, onWhat }: PremiumMoney) =>
  direction === 'received' ? (onWhat ?? 'Received') : (onWhat ?? 'Spent')

const entries = (year: number, rows: readonly PremiumMoney[], keeping: Keeping) =>
  dataTable({
    caption: `Each amount of ${yearWord(year)}`,
    columns: [
      {
        key: 'use',
        head: 'What for',
        rowHead: true,
        cell: (one: PremiumMoney) =>
          html`${whatFor(one)}${one.impact ? html`<span class="small quiet told-under">${freeText(one.impact)}</span>` : nothing}`,
      },
      { key: 'whose', head: 'For', cell: ({ fund }: PremiumMoney) => fundChildren(fund) },
      { key: 'day', head: 'Day', cell: ({ on }: PremiumMoney) => fullDay(on) },
      {
        key: 'pounds',
        head: 'Amount',
        number: true,
        cell: (one: PremiumMoney) => `${pounds(one.pounds)} ${one.direction}`,
      },
      ...(keeping
        ? [
            {
              key: 'correct',
              head: 'Correct',
              hiddenHead: true,
              cell: (one: PremiumMoney) =>
                html`<button class="link" type="button" @click=${() => keeping.correct(one.id)}>
                  Correct<span class="hidden">: ${whatFor(one)}, ${fullDay(one.on)}</span>
                </button>`,
            },
          ]
        : []),
    ],
    groups: [{ rows }],
    cards: true,
  })

/** What came in for children who are or were looked after, and what it was spent on, year by year. */
export function premiumSection(money: readonly PremiumMoney[], on: Day, keeping: Keeping): TemplateResult {
  return html`<section class="card panel" aria-labelledby="premium">
    <div class="panel-head">
      <h2 id="premium">Pupil premium plus</h2>
      ${
        keeping
          ? html`<button class="button button-small" type="button" @click=${keeping.add}>
              Add money received or spent
            </button>`
          : nothing
      }
    </div>
    ${
      money.length === 0
        ? emptyState({
            title: 'No money is recorded yet',
            text: 'What came in for looked-after and previously looked-after children, and what it was spent on, goes into the annual report as sums.',
          })
        : html`<p class="small quiet">
              By school year, as the annual report counts it. The money itself is given by financial year,
              April to March.
            </p>
            ${recordsByYear(money).map(
              ({ year, records }) =>
                html`<details class="calendar-year" ?open=${year === academicYearOf(on)}>
                  <summary><h3>School year ${yearWord(year)}</h3></summary>
                  ${sums(year, fundSums(records))} ${entries(year, records, keeping)}
                </details>`,
            )}`
    }
  </section>`
}
