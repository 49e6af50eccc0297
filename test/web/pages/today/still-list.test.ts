import { describe, expect, it } from 'vitest'
import { cardId } from '../../../../web/pages/today/card-view.ts'
import { stillList, type CardGroup } from '../../../../web/pages/today/still-list.ts'
import { aCard } from './a-card.ts'

const group = (key: string, ...children: string[]): CardGroup => ({
  key,
  title: key,
  cards: children.map((child) => aCard(child)),
})
const shown = (groups: readonly CardGroup[]) =>
  groups.map(({ key, cards }) => `${key}: ${cards.map(cardId).join(' ').replaceAll('alert-', '')}`)
const still = (before: CardGroup[], now: CardGroup[], settled: string[] = []) =>
  shown(stillList(before, now, new Set(settled.map((child) => `alert-${child}`))))

describe('a list that somebody works in', () => {
  it('is the server’s order at first', () => {
    expect(still([], [group('a', 'Ada'), group('b', 'Ben')])).toEqual(['a: Ada', 'b: Ben'])
  })

  it('keeps its order when the server’s changes, and takes what is new at the end', () => {
    const before = [group('a', 'Ada'), group('b', 'Ben'), group('c', 'Cay')]
    expect(still(before, [group('d', 'Dov'), group('c', 'Cay'), group('a', 'Ada')])).toEqual([
      'a: Ada',
      'c: Cay',
      'd: Dov',
    ])
  })

  it('leaves what was settled here in its place, and lets go of what others closed', () => {
    const before = [group('a', 'Ada'), group('b', 'Ben'), group('c', 'Cay')]
    expect(still(before, [group('c', 'Cay')], ['Ada'])).toEqual(['a: Ada', 'c: Cay'])
  })

  it('keeps children together who stood together, though two alone would stand apart', () => {
    const before = [group('several', 'Ada', 'Ben', 'Cay')]
    const now = [group('one', 'Cay'), group('two', 'Ada')]
    expect(still(before, now, ['Ben'])).toEqual(['several: Ada Ben Cay'])
    expect(still(before, [group('several', 'Dov', 'Ada', 'Ben', 'Cay')])).toEqual([
      'several: Ada Ben Cay Dov',
    ])
  })
})
