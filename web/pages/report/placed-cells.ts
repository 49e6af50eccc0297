import type { Cell, ReportTable } from '../../api.ts'
import { list } from '../../format.ts'

/** A number of a table with the heads of its row and its column. */
export interface Placed {
  readonly cell: Extract<Cell, { figure: string }>
  readonly row: string
  readonly column: string
}

/** Every number of a table, row by row. */
export const placedCells = ({ columns, rows }: ReportTable): readonly Placed[] =>
  rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, at) =>
      'figure' in cell ? [{ cell, row: label, column: columns[at + 1] ?? '' }] : [],
    ),
  )

/** Those that are alike in something, under what that is; in the order of the first of each. */
export function grouped<T>(all: readonly T[], of: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(of(one), [...(groups.get(of(one)) ?? []), one])
  return [...groups]
}

/** Whole columns or rows by their heads alone; single cells by row, with their column where there are more. */
export function placesOf(placed: readonly Placed[], all: readonly Placed[]): string {
  const isWhole = (by: (one: Placed) => string) =>
    placed.every((one) => {
      const inAll = all.filter((other) => by(other) === by(one)).length
      return inAll === placed.filter((other) => by(other) === by(one)).length
    })
  const names = (by: (one: Placed) => string, among = placed) => list([...new Set(among.map(by))])
  if (isWhole(({ column }) => column) && new Set(all.map(({ column }) => column)).size > 1)
    return names(({ column }) => column)
  if (isWhole(({ row }) => row)) return names(({ row }) => row)
  return grouped(placed, ({ column }) => column)
    .map(([column, ones]) => `${names(({ row }) => row, ones)} (${column})`)
    .join('; ')
}
