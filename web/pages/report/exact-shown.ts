import { html, nothing, type TemplateResult } from 'lit'
import type { Cell, ExactFigure, ReportMine, ReportSection } from '../../api.ts'
import { childLink } from '../../components/child-name.ts'
import { numberText, shownText } from './numbers.ts'

/** A number as it is, with the children behind it; none of a settled report, which keeps no list of them. */
export interface ExactShown extends ExactFigure {
  readonly children: readonly { readonly id: string; readonly name: string }[]
}

/** Every number by its id. */
export function exactShown({ figures, counted }: ReportMine): ReadonlyMap<string, ExactShown> {
  const childrenOf = (id: string) =>
    (counted?.of[id] ?? []).flatMap((place) => counted?.children[place] ?? [])
  return new Map(figures.map((figure) => [figure.id, { ...figure, children: childrenOf(figure.id) }]))
}

/** The children behind some numbers, under the words that say which number it is; closed until asked for. */
export function whichChildren(
  numbers: readonly { readonly label: string; readonly figure: ExactShown | undefined }[],
): TemplateResult | typeof nothing {
  const counted = numbers.flatMap(({ label, figure }) =>
    figure && figure.children.length > 0 ? [{ label, children: figure.children }] : [],
  )
  if (counted.length === 0) return nothing
  return html`<details class="report-who no-print">
    <summary class="caption strong">Which children</summary>
    <dl class="caption">
      ${counted.map(
        ({ label, children }) =>
          html`<dt>${label}</dt>
            <dd>${children.map((child, i) => html`${i > 0 ? ', ' : nothing}${childLink(child)}`)}</dd>`,
      )}
    </dl>
  </details>`
}

const figuresIn = (cells: readonly Cell[]) => cells.flatMap((cell) => ('figure' in cell ? cell.figure : []))

/** Numbers that stand in no table of the report, each with what it is, and why governors do not have it. */
export function notInTables(
  sections: readonly ReportSection[],
  exact: ReadonlyMap<string, ExactShown>,
): TemplateResult | typeof nothing {
  const printed = new Set(
    sections.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => figuresIn(cells))),
    ),
  )
  const left = [...exact.values()].filter(({ id, value }) => !printed.has(id) && value !== null && value > 0)
  if (left.length === 0) return nothing
  return html`<section class="card report-left no-print" aria-labelledby="left-out">
    <h2 id="left-out">Numbers that stand in no table</h2>
    <p>
      Governors have these in a sentence at most, or not at all: a row is left out where it would point at
      somebody, or where the same is told elsewhere.
    </p>
    <div class="report-table-place" role="region" aria-label="Each with its reason" tabindex="0">
      <table class="table report-table">
        <caption class="hidden">
          Numbers that stand in no table
        </caption>
        <thead>
          <tr>
            <th scope="col">What is counted</th>
            <th scope="col" class="number">Exactly</th>
            <th scope="col">May be told as</th>
            <th scope="col">Why not exactly</th>
          </tr>
        </thead>
        <tbody>
          ${left.map(
            ({ label, unit, value, shown, why }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td class="number"><b>${numberText(value ?? 0, unit)}</b></td>
                <td>${shown.as === 'exact' || shown.as === 'range' ? shownText(shown, unit) : 'Nothing'}</td>
                <td class="caption">${why ?? ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${whichChildren(left.map((figure) => ({ label: figure.label, figure })))}
  </section>`
}
