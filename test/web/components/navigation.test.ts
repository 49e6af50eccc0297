import { expect, it } from 'vitest'
import {
  barOf,
  isCurrent,
  isSeenAtADay,
  navigationOf,
  startPage,
} from '../../../web/components/navigation.ts'

it('a role sees the pages that it opens, in the order of the product', () => {
  expect(navigationOf(['school', 'today', 'unknown']).map(({ label }) => label)).toEqual(['Today', 'School'])
})

it('each role begins where its work is, and somebody without a page at their account', () => {
  expect(startPage(['today', 'cohort', 'people'])).toBe('/')
  expect(startPage(['rules', 'class', 'access'])).toBe('/class')
  expect(startPage(['report', 'access'])).toBe('/report')
  expect(startPage(['rules', 'school', 'people', 'audit'])).toBe('/people')
  expect(startPage(['today', 'cohort', 'inbox'])).toBe('/inbox')
  expect(startPage(['rules'])).toBe('/rules')
  expect(startPage([])).toBe('/account')
})

it('whoever reads published reports alone chooses no day to see them at', () => {
  expect(isSeenAtADay(['report', 'access'])).toBe(false)
  expect(isSeenAtADay(['report', 'today'])).toBe(true)
})

it('a child’s page belongs to the cohort', () => {
  expect(isCurrent({ href: '/cohort' }, '/child/7')).toBe(true)
  expect(isCurrent({ href: '/' }, '/child/7')).toBe(false)
})

it('a page below another belongs to it', () => {
  expect(isCurrent({ href: '/suspensions' }, '/suspensions/7')).toBe(true)
  expect(isCurrent({ href: '/before-suspending' }, '/before-suspending/7')).toBe(true)
  expect(isCurrent({ href: '/before-suspending' }, '/suspensions')).toBe(false)
  expect(isCurrent({ href: '/' }, '/suspensions')).toBe(false)
})

it('the bar of a narrow screen has room for three, one of them Before you suspend, and holds all where they are few', () => {
  const labels = (pages: readonly string[]) => barOf(pages).inBar.map(({ label }) => label)
  expect(labels(['today', 'cohort', 'import', 'rules', 'before', 'suspensions'])).toEqual([
    'Today',
    'Cohort',
    'Before you suspend',
  ])
  expect(labels(['today', 'cohort', 'inbox', 'rules'])).toEqual(['Inbox', 'Today', 'Cohort'])
  expect(labels(['class', 'rules'])).toEqual(['My class', 'Rules'])
  expect(labels(['report'])).toEqual(['Governors’ report'])
  const { others } = barOf(['today', 'cohort', 'import', 'before', 'suspensions'])
  expect(others.map(({ label }) => label)).toEqual(['Suspensions', 'Import'])
})
