import { expect, it } from 'vitest'
import { nextLineWords } from '../../../../web/pages/child/suspension-panel.ts'
import { suspended } from '../../../support/build/a-cohort.ts'

const words = (changed: Partial<ReturnType<typeof suspended>>) =>
  nextLineWords({ ...suspended(), ...changed }).replaceAll('\u00a0', ' ')

it('says how many days are left up to the next line, half days kept', () => {
  expect(words({ next: { schoolDays: 5, halfDaysLeft: 3 } })).toBe(
    '1.5 days left this term up to 5; past it governors may have to meet.',
  )
  expect(words({ next: { schoolDays: 15, halfDaysLeft: 18 } })).toBe(
    '9 days left this term up to 15; past it governors must meet.',
  )
})

it('a total that ends on a line is not past it', () => {
  expect(words({ next: { schoolDays: 15, halfDaysLeft: 0 } })).toBe(
    'Any more this term and governors must meet: past 15.',
  )
})

it('says when the year is past 45, and that a permanent exclusion adds no days', () => {
  expect(words({ next: null, yearHalfDaysLeft: -1 })).toBe(
    'Half a day past the 45 that the law allows in a year.',
  )
  expect(words({ permanent: true })).toBe(
    'Permanently excluded this year; a permanent exclusion adds no days.',
  )
  expect(words({ next: null, yearHalfDaysLeft: 59 })).toBe('')
})
