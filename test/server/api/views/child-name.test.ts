import { expect, it } from 'vitest'
import { cohortGroupOf, nameOf, statusesOf } from '../../../../server/api/views/child-name.ts'
import { careOf, groups } from '../../../support/build/a-care.ts'

it('a child goes by the preferred name, with the surname', () => {
  const names = { forename: 'Chidiebere', surname: 'Taylor', preferredName: null }
  expect(nameOf(names)).toBe('Chidiebere Taylor')
  expect(nameOf({ ...names, preferredName: 'Chidi' })).toBe('Chidi Taylor')
})

it('statuses come the strongest first; having had one is said only of those who have none', () => {
  expect(statusesOf(careOf('cla', 'cp', 'ever6'))).toEqual(['cla', 'cp-plan'])
  expect(statusesOf(careOf('cin', 'kinship', 'ever6'))).toEqual(['cin-plan', 'kinship'])
  expect(statusesOf(careOf('previouslyCla'))).toEqual(['previously-cla'])
  expect(statusesOf(careOf('ever6'))).toEqual(['ever6'])
  expect(statusesOf(careOf())).toEqual([])
  expect(statusesOf(null)).toEqual([])
})

it('each child stands under one heading, and one whose status nobody told under none', () => {
  expect(cohortGroupOf(groups('cla', 'cin', 'ever6'))).toBe('cla')
  expect(cohortGroupOf(groups('cp', 'ever6'))).toBe('social-worker')
  expect(cohortGroupOf(groups('previouslyCla', 'ever6'))).toBe('previously-cla')
  expect(cohortGroupOf(groups('ever6', 'kinship'))).toBe('ever6')
  expect(cohortGroupOf(groups('kinship'))).toBe('kinship')
  expect(cohortGroupOf(groups())).toBeNull()
  expect(cohortGroupOf(undefined)).toBeNull()
})
