import type { Today } from '../../api.ts'
import type { AlertGroupView, AlertView, DutyLine } from '../../components/alert.ts'
import { actDay, distance, forceWord, ownerWord, yearGroupWord } from '../../format.ts'

export type Card = Today['groups']['breach'][number]['cards'][number]

/** An alert's own id, or one made of the finding where none is stored, so that it can be pointed at. */
export const cardId = ({ alertId, ruleId, child, about }: Card): string =>
  alertId ?? `${ruleId}-${child.id}-${about.replace(/\W+/g, '-')}`

export const dutyLineOf = ({ duty }: Pick<Card, 'duty'>): DutyLine => ({
  owner: ownerWord(duty.owner),
  force: forceWord(duty.force),
  sourceTitle: [duty.sourceShort, duty.place].filter(Boolean).join(', '),
  url: duty.url ?? '',
})

/** The largest words of a card after the name: how late, how soon, or that nothing can undo it. */
export function whenOf({ status, dueOn, since, final, distance: days, dayKind }: Card): {
  big: string
  small: string
} {
  if (status === 'watch') return { big: 'Watch', small: 'no day set' }
  if (status === 'due') {
    if (dueOn === null) return { big: 'Due', small: '' }
    return {
      big: days === null ? `By ${actDay(dueOn)}` : distance(days, dayKind),
      small: days === 0 ? actDay(dueOn) : `by ${actDay(dueOn)}`,
    }
  }
  const day = since ?? dueOn
  if (final) return { big: 'Cannot be undone', small: day === null ? '' : actDay(day) }
  if (days === null || days === 0) return { big: 'Broken', small: day === null ? '' : `since ${actDay(day)}` }
  return { big: distance(days, dayKind), small: day === null ? '' : `since ${actDay(day)}` }
}

/** One card as it is drawn. `solid`: the next thing to do in its group. */
export function alertViewOf(card: Card, { solid, isToday }: { solid: boolean; isToday: boolean }): AlertView {
  const { child, status, title, message, action } = card
  return {
    id: cardId(card),
    child: { ...child, yearGroup: yearGroupWord(child.yearGroup), statuses: child.statuses },
    status,
    title,
    evidence: message,
    duty: dutyLineOf(card),
    when: whenOf(card),
    action: { label: action.label, solid },
    ...(isToday && card.alertId
      ? { answerLabel: status === 'watch' ? 'Not needed, because…' : 'Done, or not needed…' }
      : {}),
  }
}

/** Several children with one duty by one day, as one card of names. */
export function groupViewOf(title: string, cards: readonly Card[]): AlertGroupView {
  const [first] = cards
  if (!first) throw new Error('A group has cards')
  const titles = new Set(cards.map((card) => card.title))
  return {
    id: `group-${cardId(first)}`,
    status: first.status,
    title: `${title}: ${cards.length} children`,
    children: cards.map((card) => ({
      id: card.child.id,
      name: card.child.name,
      note: titles.size > 1 ? card.title : yearGroupWord(card.child.yearGroup),
    })),
    duty: dutyLineOf(first),
    ...(first.dueOn || first.status === 'breach' ? { when: whenOf(first) } : {}),
  }
}
