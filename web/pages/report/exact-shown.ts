import { html, nothing, type TemplateResult } from 'lit'
import type { Cell, ExactFigure, ReportMine, ReportSection } from '../../api.ts'
import { childLink } from '../../components/child-name.ts'

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

/** Numbers that the school has and that stand in no table of the report. */
export function leftOut(
  sections: readonly ReportSection[],
  exact: ReadonlyMap<string, ExactShown>,
): readonly ExactShown[] {
  const printed = new Set(
    sections.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => figuresIn(cells))),
    ),
  )
  return [...exact.values()].filter(({ id, value }) => !printed.has(id) && value !== null && value > 0)
}
