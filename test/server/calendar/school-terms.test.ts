import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { knownStretches, referencePeriodOf, schoolTermsOf } from '../../../server/calendar/school-terms.ts'
import { termDatesOf } from '../../support/term-dates.ts'

const termsOf = (...lines: string[]) => schoolTermsOf(termDatesOf(lines))
const autumn = 'term,Autumn 2025,2025-09-02,2025-12-19'
const spring = 'term,Spring 2026,2026-01-05,2026-03-27'
const summer = 'term,Summer 2026,2026-04-13,2026-07-21'
const nextAutumn = 'term,Autumn 2026,2026-09-03,2026-12-18'

describe('the terms of a school', () => {
  it('are in order of time, whatever the order of the rows', () => {
    expect(termsOf(summer, autumn, spring).map(({ name }) => name)).toEqual([
      'Autumn 2025',
      'Spring 2026',
      'Summer 2026',
    ])
  })

  it('have a season, also when there are six or when Easter is late', () => {
    const seasons = termsOf(
      'term,Term 1,2024-09-02,2024-10-25',
      'term,Term 2,2024-11-04,2024-12-20',
      'term,Term 3,2025-01-06,2025-02-14',
      'term,Term 4,2025-02-24,2025-04-04',
      'term,Term 5,2025-04-17,2025-05-23',
      'term,Term 6,2025-06-02,2025-07-23',
    ).map(({ season }) => season)
    expect(seasons).toEqual(['autumn', 'autumn', 'spring', 'spring', 'summer', 'summer'])
  })

  it('have a season where Easter is not known', () => {
    const seasons = termsOf(
      'term,Autumn,2031-09-01,2031-12-19',
      'term,Spring,2032-01-05,2032-03-24',
      'term,Summer,2032-04-12,2032-07-21',
    ).map(({ season }) => season)
    expect(seasons).toEqual(['autumn', 'spring', 'summer'])
  })

  it('belong to the year in which they end, so that late August opens the new year', () => {
    expect(termsOf('term,Autumn,2025-08-27,2025-12-19')[0]).toMatchObject({
      year: '2025/26',
      season: 'autumn',
    })
  })

  it('are one where rows overlap, and none where a row ends before it begins', () => {
    const terms = termsOf(
      autumn,
      'term,Autumn again,2025-09-04,2025-12-20',
      'term,Back,2026-03-27,2026-01-05',
    )
    expect(terms).toHaveLength(1)
    expect(terms[0]).toMatchObject({ name: 'Autumn 2025', firstDay: '2025-09-02', lastDay: '2025-12-20' })
  })

  it('may be a single day', () => {
    expect(termsOf('term,Taster,2026-03-13,2026-03-13')).toHaveLength(1)
  })

  it('have names of their own, so that totals by name are never of two terms', () => {
    const names = termsOf(
      'term,Autumn,2024-09-02,2024-12-20',
      'term,Autumn,2025-09-02,2025-10-24',
      'term,Autumn,2025-11-03,2025-12-19',
    ).map(({ name }) => name)
    expect(names).toEqual(['Autumn', 'Autumn 2025/26', 'Autumn from 2025-11-03'])
  })
})

describe('the stretches a calendar can be counted over', () => {
  const stretches = (...lines: string[]) =>
    knownStretches(termsOf(...lines)).map(({ firstDay, lastDay }) => `${firstDay} to ${lastDay}`)

  it('run from 1 September to 31 August of a whole year, and on into the next', () => {
    expect(stretches(autumn, spring, summer)).toEqual(['2025-09-01 to 2026-08-31'])
    expect(stretches(autumn, spring, summer, nextAutumn)).toEqual(['2025-09-01 to 2026-12-31'])
  })

  it('break where a term was not entered', () => {
    expect(stretches(autumn, summer)).toEqual(['2025-09-01 to 2025-12-31', '2026-04-06 to 2026-08-31'])
    expect(stretches(autumn, spring, nextAutumn)).toEqual([
      '2025-09-01 to 2026-04-05',
      '2026-09-01 to 2026-12-31',
    ])
    expect(stretches(spring)).toEqual(['2026-01-01 to 2026-04-05'])
  })

  it('end with the term where the next half of it is missing', () => {
    expect(stretches('term,Term 1,2025-09-02,2025-10-24')).toEqual(['2025-09-01 to 2025-10-24'])
    expect(stretches('term,Term 4,2026-02-23,2026-03-27')).toEqual(['2026-02-23 to 2026-04-05'])
  })

  it('are none without terms', () => {
    expect(stretches()).toEqual([])
  })
})

describe('the periods between the reference dates of the exclusion regulations', () => {
  const period = (day: string) => {
    const found = referencePeriodOf(isoDate(day))
    return found && `${found.firstDay} to ${found.lastDay} of ${found.year}`
  }

  it('turn at 31 July, 31 December and Easter Monday', () => {
    expect(period('2025-07-31')).toBe('2025-04-21 to 2025-07-31 of 2024/25')
    expect(period('2025-08-01')).toBe('2025-08-01 to 2025-12-31 of 2025/26')
    expect(period('2025-12-31')).toBe('2025-08-01 to 2025-12-31 of 2025/26')
    expect(period('2026-01-01')).toBe('2026-01-01 to 2026-04-05 of 2025/26')
    expect(period('2026-04-05')).toBe('2026-01-01 to 2026-04-05 of 2025/26')
    expect(period('2026-04-06')).toBe('2026-04-06 to 2026-07-31 of 2025/26')
  })

  it('are not known between January and July of a year without its Easter Monday', () => {
    expect(period('2029-03-01')).toBeNull()
    expect(period('2029-09-01')).toBe('2029-08-01 to 2029-12-31 of 2029/30')
  })
})
