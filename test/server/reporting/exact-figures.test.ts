import { describe, expect, it } from 'vitest'
import { exactFigures } from '../../../server/reporting/exact-figures.ts'

describe('a number that stands in no table', () => {
  it('has a name of its own, so that three numbers of one group are told apart', () => {
    const ids = ['numbers.now.previously', 'numbers.before.previously', 'pep.autumn.late']
    const values = new Map(ids.map((id) => [id, 2]))
    const figures = exactFigures({ values, shown: new Map(), reasons: new Map(), unknown: new Map() })
    expect(figures.map(({ label }) => label)).toEqual([
      'On roll on the day: previously looked after',
      'On roll a year before: previously looked after',
      'Plans of the autumn term: completed after the term',
    ])
  })
})
