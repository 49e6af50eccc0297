type Step = (row: number, cell: number, rows: readonly HTMLTableRowElement[]) => [number, number]

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: (row, cell) => [row, cell + 1],
  ArrowLeft: (row, cell) => [row, cell - 1],
  ArrowDown: (row, cell) => [row + 1, cell],
  ArrowUp: (row, cell) => [row - 1, cell],
  Home: (row) => [row, 0],
  End: (row, _cell, rows) => [row, (rows[row]?.cells.length ?? 1) - 1],
}

const isShown = (cell: Element): boolean => cell.getClientRects().length > 0
const wantsArrows = (target: Element): boolean => target.matches('input, select, textarea, [role="tab"]')

function focusCell(cell: HTMLTableCellElement): void {
  const inside = cell.querySelector<HTMLElement>('a[href], button:not(:disabled), input, select')
  if (!inside) cell.tabIndex = -1
  ;(inside ?? cell).focus()
}

/**
 * For `@keydown` on a table: arrow keys, Home and End go from cell to cell. A cell's own link or button
 * takes the focus, so that Enter opens it; a cell without one takes it itself. Hidden columns and the lines
 * between groups are passed over.
 */
export function moveBetweenCells(event: KeyboardEvent): void {
  const step = STEPS[event.key]
  const target = event.target instanceof Element ? event.target : null
  const from = target?.closest<HTMLTableCellElement>('td, th')
  const table = event.currentTarget
  if (!step || !target || !from || !(table instanceof HTMLTableElement) || wantsArrows(target)) return
  const rows = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .filter((row) => !row.matches('.group-row'))
  let row = rows.findIndex((one) => one.contains(from))
  let cell = from.cellIndex
  for (;;) {
    ;[row, cell] = step(row, cell, rows)
    const next = rows[row]?.cells[cell]
    if (!next || next === from) return
    if (!isShown(next)) {
      if (event.key === 'End') return
      continue
    }
    event.preventDefault()
    focusCell(next)
    return
  }
}
