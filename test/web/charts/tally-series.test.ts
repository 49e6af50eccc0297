import { describe, expect, it } from 'vitest'
import {
  MOST_MARKS,
  tallyKeys,
  tallySeries,
  tallyTable,
  type TallyKey,
  type TallyRow,
} from '../../../web/charts/tally-series.ts'

const keys: readonly TallyKey[] = [
  { shape: 'solid', word: 'repeats' },
  { shape: 'outline', word: 'first of the year' },
]
const marks = (solid: number, outline: number): TallyRow['marks'] => [
  ...Array<TallyRow['marks'][number]>(outline).fill({ shape: 'outline', words: 'first' }),
  ...Array<TallyRow['marks'][number]>(solid).fill({ shape: 'solid', words: 'again' }),
]

describe('rows of marks', () => {
  it('stand in the order of the key, with their number and its words', () => {
    const [row] = tallySeries([{ label: 'Theft', marks: marks(1, 2) }], keys)
    expect(row?.marks.map(({ shape }) => shape)).toEqual(['solid', 'outline', 'outline'])
    expect(row).toMatchObject({ total: 3, counts: [], summary: '1 repeats, 2 first of the year' })
  })

  it('are counted, not drawn, past as many as can be seen', () => {
    const [drawn, counted] = tallySeries(
      [
        { label: 'Autumn', marks: marks(0, MOST_MARKS) },
        { label: 'Spring', marks: marks(3, MOST_MARKS - 2) },
      ],
      keys,
    )
    expect(drawn?.marks).toHaveLength(MOST_MARKS)
    expect(counted?.marks).toEqual([])
    expect(counted?.counts).toEqual([
      { shape: 'solid', many: 3 },
      { shape: 'outline', many: MOST_MARKS - 2 },
    ])
  })

  it('have a key of what occurs alone', () => {
    expect(tallyKeys([{ label: 'Theft', marks: marks(0, 1) }], keys).map(({ word }) => word)).toEqual([
      'first of the year',
    ])
  })

  it('have a table with the sum where there is more than one shape', () => {
    const words = { caption: 'By reason', rowHead: 'Reason' }
    expect(tallyTable(words, [{ label: 'Theft', note: 'all', marks: marks(1, 2) }], keys)).toEqual({
      caption: 'By reason',
      head: ['Reason', 'Repeats', 'First of the year', 'Together'],
      rows: [['Theft, all', 1, 2, 3]],
    })
    expect(tallyTable(words, [{ label: 'Theft', marks: marks(0, 2) }], keys)).toMatchObject({
      head: ['Reason', 'First of the year'],
      rows: [['Theft', 2]],
    })
  })
})
