import type { Today } from '../../api.ts'
import { cardId, type Card } from './card-view.ts'

export type Group = keyof Today['groups']
export type CardGroup = Today['groups'][Group][number]

/**
 * The cards that are open now, each where it stood before: nothing moves under the hand of somebody who works in
 * the list. What was settled here stays in its place, though it is open no more; what is new comes last.
 */
export function stillList(
  before: readonly CardGroup[],
  now: readonly CardGroup[],
  settled: ReadonlySet<string>,
): CardGroup[] {
  const open = new Map(now.flatMap(({ cards }) => cards).map((card) => [cardId(card), card]))
  const known = new Set<string>()
  const stay = (card: Card): Card[] => {
    const id = cardId(card)
    const shown = open.get(id) ?? (settled.has(id) ? card : undefined)
    if (shown) known.add(id)
    return shown ? [shown] : []
  }
  const list = before
    .map((group) => ({ ...group, cards: group.cards.flatMap(stay) }))
    .filter(({ cards }) => cards.length > 0)
  for (const group of now) {
    const cards = group.cards.filter((card) => !known.has(cardId(card)))
    const same = list.find(({ key }) => key === group.key)
    if (same) same.cards = [...same.cards, ...cards]
    else if (cards.length > 0) list.push({ ...group, cards })
  }
  return list
}
