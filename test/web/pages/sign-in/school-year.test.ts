import { expect, it } from 'vitest'
import { dayNumber } from '../../../../web/days.ts'
import { dayOfNumber, easterSunday, usualYear } from '../../../../web/pages/sign-in/school-year.ts'

it('a number of days is the day that it was made from, over four hundred years', () => {
  for (let number = dayNumber('1900-01-01'); number <= dayNumber('2300-01-01'); number += 17)
    expect(dayNumber(dayOfNumber(number))).toBe(number)
  expect(dayOfNumber(dayNumber('2028-02-29'))).toBe('2028-02-29')
})

it.each([
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter Sunday of %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day)
})

it('the usual year has three terms of weekdays with a half-term each, about 190 days in all', () => {
  for (let year = 2024; year < 2044; year++) {
    const terms = usualYear(`${year}-11-20`)
    const days = terms.flatMap((term) => term.days)
    expect(terms.map(({ name }) => name)).toEqual(['Autumn', 'Spring', 'Summer'])
    expect(days).toEqual([...days].toSorted())
    expect(days.length).toBeGreaterThan(180)
    expect(days.length).toBeLessThan(205)
  }
})

it.each([
  [2026, '2026-05-25'],
  [2027, '2027-05-31'],
  [2028, '2028-05-29'],
])('the summer half-term of %i is the week of the bank holiday, %s', (year, monday) => {
  const summer = usualYear(`${year}-05-01`)[2]?.days ?? []
  const week = dayNumber(monday)
  expect(summer).toContain(dayOfNumber(week - 3))
  expect(summer).toContain(dayOfNumber(week + 7))
  for (let day = week; day < week + 5; day++) expect(summer).not.toContain(dayOfNumber(day))
})

it('August looks forward to the year that comes, July back on the one that ends', () => {
  expect(usualYear('2026-08-10')[0]?.days[0]).toBe('2026-09-02')
  expect(usualYear('2026-07-31')[0]?.days[0]).toBe('2025-09-02')
})
