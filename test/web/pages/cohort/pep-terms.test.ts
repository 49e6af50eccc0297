import { describe, expect, it } from 'vitest'
import { pepHeading, pepTermsOf, statusOfPep } from '../../../../web/pages/cohort/pep-terms.ts'
import { aCohort, aPep, aRow } from '../../../support/build/a-cohort.ts'

describe('PEPs by term', () => {
  it('say the term of the day first, then what was missed before it', () => {
    const peps = {
      autumn: { 'on-time': 7, late: 1, missing: 4, 'not-a-duty': 8 },
      spring: { 'on-time': 9, 'to-hold': 5, 'to-complete': 3 },
    }
    expect(pepHeading(aCohort([], peps))).toBe(
      '8 of 17 spring PEPs are to do; 5 of 12 autumn ones were not completed in time',
    )
  })

  it('read well when all are done, when there is one, when there is none', () => {
    expect(pepHeading(aCohort([], { spring: { 'on-time': 3 } }))).toBe('All 3 spring PEPs are done')
    expect(pepHeading(aCohort([], { spring: { 'on-time': 1 } }))).toBe('The spring PEP is done')
    expect(pepHeading(aCohort([], { spring: { 'to-hold': 1 } }))).toBe('1 of 1 spring PEP is to do')
    expect(pepHeading(aCohort([], { spring: { 'not-a-duty': 3 } }))).toBe('No PEP is a duty so far this year')
    expect(pepHeading(aCohort([], { spring: { 'not-known': 2 } }))).toBe('2 of 2 spring PEPs are not known')
  })

  it('have a mark for each child for whom the term counts, and say when the window ends', () => {
    const child = aRow({
      pep: {
        autumn: aPep('not-a-duty'),
        spring: aPep('to-hold', { text: 'To hold', detail: 'by 27 Mar' }),
        summer: null,
      },
    })
    const [autumn, spring, summer] = pepTermsOf(aCohort([child]))
    expect(autumn).toMatchObject({ term: 'Autumn', note: 'ended 31\u00a0Dec', children: [] })
    expect(spring?.note).toBe('to 27\u00a0Mar')
    expect(spring?.children).toMatchObject([{ state: 'to-hold', detail: 'To hold, by 27 Mar' }])
    expect(summer?.note).toBe('from 6\u00a0Apr')
  })

  it('are broken when late, and nobody’s worry before their term', () => {
    expect(statusOfPep(aPep('late'))).toBe('breach')
    expect(statusOfPep(aPep('ahead'))).toBe('not-applicable')
    expect(statusOfPep(aPep('not-known'))).toBe('no-data')
  })
})
