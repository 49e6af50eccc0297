import { expect, it } from 'vitest'
import { aboutDay } from '../../../../web/pages/child/duties-panel.ts'
import { cardOf, findingId } from '../../../../web/pages/child/finding-view.ts'
import { aCard, aFinding, anEntry } from '../../../support/build/a-child-page.ts'

it('a finding has an id made of its rule and of what it is about', () => {
  expect(findingId(aFinding({ about: '2025/26 spring' }))).toBe('finding-persistent-absence-2025-26-spring')
  expect(findingId(aFinding({ about: '' }))).toBe('finding-persistent-absence')
})

it('a finding has the card of the same rule about the same', () => {
  const [autumn, spring] = [aCard({ about: '2025/26 autumn' }), aCard({})]
  const finding = aFinding({ ruleId: 'termly-pep-missing', about: '2025/26 spring' })
  expect(cardOf(finding, [autumn, spring])).toBe(spring)
  expect(cardOf(aFinding(), [autumn, spring])).toBeUndefined()
})

it('several findings of one rule are told apart by the day of their record', () => {
  const entry = anEntry({ kind: 'suspension', id: 's1', on: '2026-01-21' as never })
  expect(aboutDay(aFinding({ about: 'suspension:s1' }), [entry])).toBe('21\u00a0Jan')
  expect(aboutDay(aFinding({ about: '2025/26 spring' }), [entry])).toBe('')
})
