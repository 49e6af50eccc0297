import type { AlertView } from '../../components/alert.ts'
import { actDay } from '../../format.ts'
import { alertViewOf, type Card } from '../today/card-view.ts'

const ANSWERS: Readonly<Record<string, string>> = {
  done: 'Answered: it was done',
  'not-done': 'Answered: it was not done',
  'not-a-duty': 'Answered: not a duty for this child',
}

/** What somebody answered, as a sentence; empty while nobody did. */
export function answeredWords({ state, answer, note, askAgainOn }: Card): string {
  if (state === 'postponed')
    return askAgainOn ? `Will ask again on ${actDay(askAgainOn)}.` : 'Will ask again.'
  if (state !== 'answered') return ''
  return `${ANSWERS[answer ?? ''] ?? 'Answered'}${note ? `: “${note}”` : '.'}`
}

export interface Asked {
  /** The next thing to do. */
  solid: boolean
  isToday: boolean
}

/** A card where its child is shown already: no button that leads to where one is, and what was answered. */
export function ownCardView(card: Card, { solid, isToday }: Asked): AlertView {
  const said = answeredWords(card)
  const settled = said ? { said, canUndo: isToday && card.alertId !== null } : undefined
  const { action, ...view } = alertViewOf(card, { solid, isToday, settled })
  return card.action.form && action ? { ...view, action } : view
}
