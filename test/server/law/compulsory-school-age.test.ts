import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { isCompulsorySchoolAge } from '../../../server/law/compulsory-school-age.ts'

const isOfAge = (birth: string, on: string) => isCompulsorySchoolAge(isoDate(birth), isoDate(on))

describe('compulsory school age', () => {
  it.each([
    ['2021-03-31', '2026-03-30', '2026-03-31'],
    ['2021-04-01', '2026-08-30', '2026-08-31'],
    ['2021-08-31', '2026-08-30', '2026-08-31'],
    ['2021-09-01', '2026-12-30', '2026-12-31'],
    ['2021-12-31', '2026-12-30', '2026-12-31'],
    ['2021-01-01', '2026-03-30', '2026-03-31'],
    ['2020-02-29', '2025-03-30', '2025-03-31'],
  ])('of a child born on %s begins after %s, on %s', (birth, before, first) => {
    expect(isOfAge(birth, before)).toBe(false)
    expect(isOfAge(birth, first)).toBe(true)
  })

  it.each([
    ['2009-09-01', '2026-06-26', '2026-06-27'],
    ['2010-08-31', '2026-06-26', '2026-06-27'],
    ['2010-09-01', '2027-06-25', '2027-06-26'],
  ])('of a child born on %s ends with the last Friday in June, %s, and not on %s', (birth, last, after) => {
    expect(isOfAge(birth, last)).toBe(true)
    expect(isOfAge(birth, after)).toBe(false)
  })
})
