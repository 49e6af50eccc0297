import { expect, it } from 'vitest'
import { control } from '../../../../server/report/disclosure/control.ts'
import { measure } from '../../../../server/report/measures/measure.ts'
import { ofKind } from '../../../../server/report/measures/of-kind.ts'
import { writeReport } from '../../../../server/report/write-report.ts'
import { randomSchool } from '../../../support/random-school.ts'

it('the front page of a term settles each number that it can print, and none of another head', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const whole = measure(randomSchool(seed, { children: 40, allTold: true }))
    const measures = ofKind(whole, 'term')
    expect(measures.figures.length).toBeLessThan(whole.figures.length)
    const written = (of: typeof whole) =>
      writeReport({
        kind: 'term',
        year: of.year,
        on: of.on,
        school: of.school,
        isDemonstration: false,
        controlled: {
          ...control(of, { threshold: 5, earlier: [] }),
          // As though everything were printed, so that each number that the page asks for shows.
          shown: new Map(
            of.figures.map(({ id, children }) => [id, { as: 'exact', value: children().length }]),
          ),
        },
        words: new Map(),
        lastYear: null,
        lastActions: [],
        nextActions: [],
      })
    expect(written(measures)).toEqual(written(whole))
  }
})
