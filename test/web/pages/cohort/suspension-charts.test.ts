import { describe, expect, it } from 'vitest'
import type { Cohort } from '../../../../web/api.ts'
import {
  monthsHeading,
  permanentNote,
  suspendedThisTerm,
  suspensionHeading,
} from '../../../../web/pages/cohort/suspension-charts.ts'
import { aCohort, aRow, suspended } from '../../../support/build/a-cohort.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('days of suspension', () => {
  it('a total on a line is not past it', () => {
    const rows = [suspended(10), suspended(30), suspended(11), suspended(20, 11)].map((suspension) =>
      aRow({ suspension }),
    )
    expect(plain(suspensionHeading(rows))).toBe(
      'One child is past 15 days of suspension this term; two more are past 5',
    )
    expect(suspendedThisTerm(rows)[3]?.halfDays).toEqual([20, 11])
  })

  it('reads well below the lines, at zero, and when nobody told us', () => {
    expect(plain(suspensionHeading([aRow({ suspension: suspended(12) })]))).toBe(
      'One child is past 5 days of suspension this term',
    )
    expect(suspensionHeading([aRow({ suspension: suspended(2) })])).toBe(
      'Nobody is past 5 days of suspension this term',
    )
    expect(suspensionHeading([aRow()])).toBe('No child has been suspended this term')
    expect(suspensionHeading([aRow({ suspension: null })])).toBe('Suspensions are not known yet')
    expect(suspensionHeading([aRow({ suspension: { ...suspended(), term: null } })])).toBe(
      'No term is known for this day',
    )
  })

  it('names permanent exclusions, which add no days', () => {
    const row = aRow({ suspension: { ...suspended(), permanent: true } })
    expect(plain(permanentNote([row]))).toBe(' One permanent exclusion this year adds no days.')
    expect(permanentNote([aRow()])).toBe('')
  })

  it('by month say how many were repeats', () => {
    const by = (...months: Cohort['suspensionByMonth']) =>
      plain(monthsHeading(aCohort([aRow()], {}, { suspensionByMonth: months })))
    expect(
      by({ month: '2025-09', first: 32, repeated: 14 }, { month: '2025-10', first: 3, repeated: 26 }),
    ).toBe('20 of 37.5 days of suspension were repeats')
    expect(by({ month: '2025-09', first: 2, repeated: 0 })).toBe('1 day of suspension this year, no repeats')
    expect(by()).toBe('No day of suspension this year')
  })
})
