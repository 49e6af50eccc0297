import type { Today } from '../../api.ts'
import type { AlertGroupView, AlertRow, AlertView, DutyLine } from '../../components/alert.ts'
import {
  actDay,
  countInWords,
  distance,
  forceWord,
  ownerWord,
  sentence,
  yearGroupWord,
} from '../../format.ts'

export type Card = Today['groups']['breach'][number]['cards'][number]

/** How a card is drawn. `solid`: the next thing to do in its group. */
export interface Drawn {
  solid: boolean
  /** Answers can be given only as at the day itself. */
  isToday: boolean
  /** What was done with it here a moment ago. */
  settled?: Settled | undefined
}

export interface Settled {
  said: string
  canUndo: boolean
}

/** An alert's own id, or one made of the finding where none is stored, so that it can be pointed at. */
export const cardId = ({ alertId, ruleId, child, about }: Card): string =>
  alertId ?? `${ruleId}-${child.id}-${about.replace(/\W+/g, '-')}`

export const dutyLineOf = ({ duty }: Pick<Card, 'duty'>): DutyLine => ({
  owner: ownerWord(duty.owner),
  force: forceWord(duty.force),
  sourceTitle: [duty.sourceShort, duty.place].filter(Boolean).join(', '),
  url: duty.url ?? '',
})

/** What can still be missed before the line, from the evidence; undefined where nothing is counted so. */
function leftOf({ evidence }: Pick<Card, 'evidence'>): { big: string; small: string } | undefined {
  const left = evidence.find(({ label }) => label.startsWith('Can still be missed'))
  const count = left && /^\d+/.exec(left.value)?.[0]
  if (count === undefined) return undefined
  if (count === '0') return { big: 'None left', small: 'to miss this year' }
  return { big: `${count} ${count === '1' ? 'session' : 'sessions'}`, small: 'left to miss' }
}

/**
 * The largest words of a card after the name: how late, how soon, how much is left, or that nothing can undo it;
 * undefined where there is nothing of the kind to say.
 */
export function whenOf(card: Card): { big: string; small: string } | undefined {
  const { status, dueOn, since, final, distance: days, dayKind } = card
  if (status === 'breach') {
    const day = since ?? dueOn
    if (final) return { big: 'Cannot be undone', small: day === null ? '' : actDay(day) }
    const small = day === null ? '' : `since ${actDay(day)}`
    return { big: days === null || days === 0 ? 'Broken' : distance(days, dayKind), small }
  }
  if (dueOn === null) return status === 'watch' ? leftOf(card) : { big: 'Due', small: '' }
  if (days === null) return { big: `By ${actDay(dueOn)}`, small: '' }
  return { big: distance(days, dayKind), small: days === 0 ? actDay(dueOn) : `by ${actDay(dueOn)}` }
}

const waysOf = (card: Card, { solid, isToday, settled }: Drawn) => ({
  id: cardId(card),
  title: card.title,
  action: { label: card.action.label, solid },
  ...(isToday && card.alertId
    ? { answerLabel: card.status === 'watch' ? 'Not needed, because…' : 'Done, or not needed…' }
    : {}),
  ...(card.closedBy === 'record'
    ? { closing: `“${card.action.label}” closes it by itself, once that is on record.` }
    : {}),
  ...(settled ? { answered: settled.said, undo: settled.canUndo } : {}),
})

/** One card as it is drawn. */
export function alertViewOf(card: Card, drawn: Drawn): AlertView {
  const { child, status, message } = card
  const when = whenOf(card)
  return {
    ...waysOf(card, drawn),
    child: { ...child, yearGroup: yearGroupWord(child.yearGroup), statuses: child.statuses },
    status,
    evidence: message,
    duty: dutyLineOf(card),
    ...(when && { when }),
  }
}

/** What several titles begin with, up to a colon; empty when they differ from the start. */
function commonHead(titles: readonly string[]): string {
  const [first = ''] = titles
  const colon = first.indexOf(': ')
  const head = first.slice(0, colon + 2)
  return colon > 0 && titles.every((title) => title.startsWith(head)) ? head : ''
}

/** Rules of which each child's sum is worth a line, also among several; it ends where the lines reached begin. */
const EXPLAINED: ReadonlySet<string> = new Set(['suspension-repeated'])
const sumOf = ({ message }: Card) => message.split(': ')[0] ?? message

/** Several children with one duty as one card: what they share above, and for each what is said of them alone. */
export function groupViewOf(
  title: string,
  cards: readonly Card[],
  drawn: (card: Card) => Drawn,
): AlertGroupView {
  const [first] = cards
  if (!first) throw new Error('A group has cards')
  const titles = cards.map((card) => card.title)
  const head = commonHead(titles)
  const differ = new Set(titles).size > 1
  const children = new Set(cards.map(({ child }) => child.id)).size
  const sameWords = cards.every(({ message }) => message === first.message)
  const shared = first.status === 'watch' ? undefined : whenOf(first)
  const noteOf = (card: Card) => {
    if (EXPLAINED.has(card.ruleId)) return sumOf(card)
    const own = differ ? sentence(card.title.slice(head.length)) : ''
    const left = shared ? undefined : whenOf(card)
    const all = [own, left && `${left.big} ${left.small}`.trim()].filter(Boolean)
    if (all.length > 0) return all.join(' · ')
    return sameWords ? yearGroupWord(card.child.yearGroup) : card.message
  }
  const row = (card: Card): AlertRow => ({
    ...waysOf(card, drawn(card)),
    child: { id: card.child.id, name: card.child.name },
    note: noteOf(card),
  })
  return {
    id: `several-${cardId(first)}`,
    status: first.status,
    title: `${head === '' ? title : head.slice(0, -2)}: ${countInWords(children, 'child', 'children')}`,
    ...(sameWords && { evidence: first.message }),
    rows: cards.map(row),
    duty: dutyLineOf(first),
    ...(shared && { when: shared }),
  }
}
