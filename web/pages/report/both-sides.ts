import { html, nothing, type TemplateResult } from 'lit'
import type { ReportDocument, ReportSection, ReportTable } from '../../api.ts'
import { count, figure, inWords, sentence } from '../../format.ts'
import { leftOut, whichChildren, type ExactShown } from './exact-shown.ts'
import { numberText } from './numbers.ts'
import { grouped, placedCells, placesOf, type Placed } from './placed-cells.ts'
import { isHeldBack, shownNumber } from './report-cell.ts'
import { reportTable } from './report-table.ts'

type Exact = ReadonlyMap<string, ExactShown>

/** Numbers of a table that the school has: all of them, and those that governors are not told exactly. */
function numbersIn(table: ReportTable, exact: Exact) {
  const all = placedCells(table).filter(({ cell }) => (exact.get(cell.figure)?.value ?? null) !== null)
  return { all, held: all.filter(({ cell }) => isHeldBack(cell)) }
}

/**
 * The exact numbers beside what governors see, to be worked through: a section after the other, closed until it is
 * opened; in each first what is not printed as it is, with its reason, then the rest behind a second opening.
 */
export function bothSides({ sections }: ReportDocument, exact: Exact): TemplateResult {
  const counted = sections
    .map((section) => {
      const numbers = section.tables.map((table) => numbersIn(table, exact))
      return {
        section,
        all: numbers.reduce((sum, { all }) => sum + all.length, 0),
        held: numbers.reduce((sum, { held }) => sum + held.length, 0),
      }
    })
    .filter(({ all }) => all > 0)
  const total = (of: 'all' | 'held') => counted.reduce((sum, each) => sum + each[of], 0)
  const first = counted.find(({ held }) => held > 0)
  return html`<article class="card report-sides no-print">
    <header class="report-sides-head">
      <h1 tabindex="-1">${headline(total('held'), total('all'))}</h1>
      <p>
        Exact numbers, for the school alone. Each that governors see otherwise stands first in its section,
        with the reason. Print and files hold what governors see.
      </p>
      <p>
        <button class="link small" type="button" @click=${openAll(true)}>Open all</button>
        <button class="link small" type="button" @click=${openAll(false)}>Close all</button>
      </p>
    </header>
    ${counted.map(({ section, all, held }) =>
      side(section, { all, held, exact, isOpen: section === first?.section }),
    )}
    ${notInTables(sections, exact)}
  </article>`
}

const headline = (held: number, all: number) =>
  held === 0
    ? `Every one of the ${figure(all)} numbers is printed as it is.`
    : `${sentence(inWords(held))} of ${figure(all)} numbers ${held === 1 ? 'is' : 'are'} not printed as ${held === 1 ? 'it is' : 'they are'}.`

/** Opens or closes every section; what lies deeper stays as it is. */
const openAll = (isOpen: boolean) => (event: Event) => {
  const all = (event.currentTarget as Element).closest('.report-sides')
  for (const each of all?.querySelectorAll<HTMLDetailsElement>('.report-side') ?? []) each.open = isOpen
}

interface Side {
  readonly all: number
  readonly held: number
  readonly exact: Exact
  readonly isOpen: boolean
}

function side({ number, name, tables }: ReportSection, { all, held, exact, isOpen }: Side) {
  const everything = tables.filter((table) => numbersIn(table, exact).all.length > 0)
  const whole = everything.map(
    (table) => html`${reportTable({ table, hiddenNote: null, exact })} ${whoIsCounted(table, exact)}`,
  )
  return html`<details class="report-side" ?open=${isOpen}>
    <summary>
      <h2><span class="report-rail-number">${number}</span> ${name}</h2>
      <span class="small quiet"
        >${held === 0 ? `${count(all, 'number', 'numbers')}, printed as ${all === 1 ? 'it is' : 'they are'}` : `${figure(held)} of ${figure(all)} not printed as ${held === 1 ? 'it is' : 'they are'}`}</span
      >
    </summary>
    ${
      held === 0
        ? whole
        : html`${tables.map((table) => heldBack(table, exact))}
            <details class="report-rest">
              <summary class="small">All ${figure(all)} numbers, who is counted, and which children</summary>
              ${whole}
            </details>`
    }
  </details>`
}

/** What of a table is not printed as it is: by reason, the number beside what governors see. */
function heldBack(table: ReportTable, exact: Exact) {
  const { held } = numbersIn(table, exact)
  if (held.length === 0) return nothing
  const columns = new Set(placedCells(table).map(({ column }) => column))
  const label = ({ row, column }: Placed) => (columns.size > 1 ? `${row}: ${column}` : row)
  return html`<table class="table report-table report-held">
    <caption>
      <span class="report-caption">${table.caption}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">Not printed as it is</th>
        <th scope="col" class="number">Exactly</th>
        <th scope="col" class="number">Governors see</th>
      </tr>
    </thead>
    ${grouped(held, ({ cell }) => exact.get(cell.figure)?.why ?? withoutReason(cell)).map(
      ([why, placed]) =>
        html`<tbody>
          <tr class="report-why">
            <th scope="rowgroup" colspan="3">${why}</th>
          </tr>
          ${placed.map(
            (one) =>
              html`<tr>
                <th scope="row">${label(one)}</th>
                <td class="number">
                  <b>${numberText(exact.get(one.cell.figure)?.value ?? 0, one.cell.unit)}</b>
                </td>
                <td class="number">${shownNumber(one.cell.shown, one.cell.unit)}</td>
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`
}

/** What last year’s report printed is printed again as it was. */
const withoutReason = ({ figure: id }: Placed['cell']) =>
  id.startsWith('last-year.') ? 'The report of the year before printed it so.' : 'No reason is kept.'

function whoIsCounted(table: ReportTable, exact: Exact) {
  const cells = placedCells(table)
  const known = cells.filter(({ cell }) => exact.has(cell.figure))
  return html`<div class="report-reasons">
    <p class="caption strong">Who is counted</p>
    <ul class="caption">
      ${grouped(known, ({ cell }) => exact.get(cell.figure)?.who ?? '').map(([who, placed], _, all) =>
        all.length === 1 ? html`<li>${who}</li>` : html`<li><b>${placesOf(placed, cells)}:</b> ${who}</li>`,
      )}
    </ul>
    ${whichChildren(
      cells.map(({ cell, row, column }) => ({ label: `${row}: ${column}`, figure: exact.get(cell.figure) })),
    )}
  </div>`
}

/** Numbers that stand in no table of the report, each with what it is, and why governors do not have it. */
function notInTables(sections: readonly ReportSection[], exact: Exact) {
  const left = leftOut(sections, exact)
  if (left.length === 0) return nothing
  return html`<details class="report-side">
    <summary>
      <h2><span class="report-rail-number" aria-hidden="true">…</span> Numbers that stand in no table</h2>
      <span class="small quiet">${count(left.length, 'number', 'numbers')}</span>
    </summary>
    <p>
      Governors have these in a sentence at most, or not at all: a row is left out where it would point at
      somebody, or where the same is told elsewhere.
    </p>
    <table class="table report-table report-held">
      <caption class="hidden">
        Numbers that stand in no table
      </caption>
      <thead>
        <tr>
          <th scope="col">What is counted</th>
          <th scope="col" class="number">Exactly</th>
          <th scope="col" class="number">May be told as</th>
        </tr>
      </thead>
      ${grouped(left, ({ why }) => why ?? '').map(
        ([why, numbers]) =>
          html`<tbody>
            ${
              why === ''
                ? nothing
                : html`<tr class="report-why">
                    <th scope="rowgroup" colspan="3">${why}</th>
                  </tr>`
            }
            ${numbers.map(
              ({ label, unit, value, shown }) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  <td class="number"><b>${numberText(value ?? 0, unit)}</b></td>
                  <td class="number">
                    ${shown.as === 'exact' || shown.as === 'range' ? shownNumber(shown, unit) : 'Nothing'}
                  </td>
                </tr>`,
            )}
          </tbody>`,
      )}
    </table>
    ${whichChildren(left.map((each) => ({ label: each.label, figure: each })))}
  </details>`
}
