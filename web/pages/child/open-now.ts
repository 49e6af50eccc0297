import type { ChildPage } from '../../api.ts'
import { inWords, list, sentence } from '../../format.ts'
import type { Card } from '../today/card-view.ts'

const isAnswered = ({ state }: Card) => state === 'answered' || state === 'postponed'
const isSoon = ({ status, dueOn }: Card, horizon: string | null) =>
  status !== 'due' || dueOn === null || horizon === null || dueOn <= horizon

/** What asks for somebody now, the gravest first; what was answered; and what is due later. */
export function openNow({ cards, horizon }: Pick<ChildPage, 'cards' | 'horizon'>): {
  open: Card[]
  answered: Card[]
  later: Card[]
} {
  const soon = cards.filter((card) => isSoon(card, horizon))
  return {
    open: soon.filter((card) => !isAnswered(card)),
    answered: soon.filter(isAnswered),
    later: cards.filter((card) => !soon.includes(card)),
  }
}

/** `Two broken, one due, four to watch`; `Nothing is open`. */
export function openWords(open: readonly Card[]): string {
  const many = (status: Card['status']) => open.filter((card) => card.status === status).length
  const parts = (
    [
      ['breach', 'broken'],
      ['due', 'due'],
      ['watch', 'to watch'],
    ] as const
  ).flatMap(([status, word]) => (many(status) > 0 ? [`${inWords(many(status))} ${word}`] : []))
  return parts.length > 0 ? sentence(list(parts)) : 'Nothing is open'
}

/** The next thing to do: what is due first, else what is broken and can still be mended. */
export function nextCard(open: readonly Card[]): Card | undefined {
  const withForm = open.filter(({ action }) => action.form !== undefined)
  const due = withForm
    .filter(({ status }) => status === 'due')
    .toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
  return due[0] ?? withForm.find(({ status, final }) => status === 'breach' && !final)
}
