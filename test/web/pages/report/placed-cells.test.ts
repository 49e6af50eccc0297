import { describe, expect, it } from 'vitest'
import type { ReportTable } from '../../../../web/api.ts'
import { placedCells, placesOf, type Placed } from '../../../../web/pages/report/placed-cells.ts'

const number = (figure: string) => ({ figure, unit: 'children', shown: { as: 'hidden' } }) as const
const table: ReportTable = {
  id: 'plans',
  caption: 'Plans',
  columns: ['When', 'Due', 'Done', 'Note'],
  rows: [
    { label: 'Autumn', cells: [number('a.due'), number('a.done'), { text: 'in time' }] },
    { label: 'Spring', cells: [number('s.due'), number('s.done'), { text: '' }] },
  ],
  note: null,
}
const all = placedCells(table)
const these = (fits: (one: Placed) => boolean) => placesOf(all.filter(fits), all)

describe('the places of numbers in a table of the report', () => {
  it('are the heads of their rows and columns, of numbers alone', () => {
    expect(all.map(({ cell, row, column }) => [cell.figure, row, column])).toEqual([
      ['a.due', 'Autumn', 'Due'],
      ['a.done', 'Autumn', 'Done'],
      ['s.due', 'Spring', 'Due'],
      ['s.done', 'Spring', 'Done'],
    ])
  })

  it('are named by whole columns, by whole rows, or one by one with their column', () => {
    expect(these(({ column }) => column === 'Due')).toBe('Due')
    expect(these(({ row }) => row === 'Spring')).toBe('Spring')
    expect(these(({ cell }) => cell.figure === 'a.due')).toBe('Autumn (Due)')
    expect(these(({ cell }) => cell.figure !== 'a.due')).toBe('Autumn and Spring (Done); Spring (Due)')
  })
})
