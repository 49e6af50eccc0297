import { expect, it } from 'vitest'
import { isCurrent, navigationOf, startPage } from '../../../web/components/navigation.ts'

it('a role sees the pages that it opens, in the order of the product', () => {
  expect(navigationOf(['school', 'today', 'unknown']).map(({ label }) => label)).toEqual(['Today', 'School'])
})

it('each role begins where its work is, and somebody without a page at their account', () => {
  expect(startPage(['today', 'cohort', 'people'])).toBe('/')
  expect(startPage(['rules', 'class', 'access'])).toBe('/class')
  expect(startPage(['report', 'rules', 'access'])).toBe('/report')
  expect(startPage(['rules', 'school', 'people', 'audit'])).toBe('/people')
  expect(startPage(['rules'])).toBe('/rules')
  expect(startPage([])).toBe('/account')
})

it('a child’s page belongs to the cohort', () => {
  expect(isCurrent({ href: '/cohort' }, '/child/7')).toBe(true)
  expect(isCurrent({ href: '/' }, '/child/7')).toBe(false)
})
