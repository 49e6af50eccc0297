import { describe, expect, it } from 'vitest'
import { reviewState, type ReviewTerm } from '../../../server/access/reviews.ts'

const term = (season: string, firstDay: string, lastDay: string): ReviewTerm => ({
  season,
  year: '2025/26',
  firstDay,
  lastDay,
})
const terms = [
  term('autumn', '2025-09-03', '2025-12-19'),
  term('spring', '2026-01-05', '2026-03-27'),
  term('summer', '2026-04-13', '2026-07-17'),
]

describe('the review of who has access', () => {
  it('is due in each term by its last day, and late from the day after', () => {
    const state = (today: string) => reviewState(terms, ['2025-10-01'], today)
    expect(state('2025-12-31')).toMatchObject({ season: 'autumn', state: 'done' })
    expect(state('2026-01-05')).toEqual({
      season: 'spring',
      year: '2025/26',
      dueOn: '2026-03-27',
      state: 'due',
    })
    expect(state('2026-03-27')).toMatchObject({ state: 'due' })
    expect(state('2026-03-28')).toMatchObject({ season: 'spring', state: 'late' })
    expect(state('2026-04-13')).toMatchObject({ season: 'summer', state: 'due' })
  })

  it('counts for the term that has begun last, also in the holidays after it', () => {
    expect(reviewState(terms, ['2026-04-12'], '2026-04-12')).toMatchObject({
      season: 'spring',
      state: 'done',
    })
    expect(reviewState(terms, ['2026-04-12'], '2026-04-13')).toMatchObject({ season: 'summer', state: 'due' })
  })

  it('takes two half terms for one term', () => {
    const halves = [term('spring', '2026-02-23', '2026-03-27'), term('spring', '2026-01-05', '2026-02-13')]
    expect(reviewState(halves, ['2026-01-20'], '2026-03-01')).toMatchObject({ state: 'done' })
    expect(reviewState(halves, [], '2026-01-20')).toMatchObject({ dueOn: '2026-03-27' })
  })

  it('is not known where no term is', () => {
    expect(reviewState([], [], '2026-03-13')).toBeNull()
    expect(reviewState(terms, [], '2025-08-01')).toBeNull()
  })
})
