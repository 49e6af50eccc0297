import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { childName } from '../../components/child-name.ts'
import { alertGroup } from '../../components/group-head.ts'
import '../../components/vs-alert-card.ts'
import '../../components/vs-alert-group-card.ts'
import { alertViewOf, cardId, groupViewOf, type Card, type Settled } from './card-view.ts'
import type { CardGroup, Group } from './still-list.ts'

/** The groups in the order of the page. `first`: how many cards are shown before "Show more". */
export const GROUPS = [
  {
    key: 'breach',
    word: 'Broken',
    say: 'The day has passed. Do it if it can still be done, then say what happened. Any true answer closes it.',
    first: 6,
    rest: 'broken',
  },
  {
    key: 'due',
    word: 'Due',
    say: 'Within ten school days, soonest first.',
    first: 6,
    rest: 'due',
  },
  {
    key: 'watch',
    word: 'Watch',
    say: 'No duty yet. A conversation now may keep it that way.',
    first: 4,
    rest: 'to watch',
  },
] as const satisfies readonly { key: Group; word: string; say: string; first: number; rest: string }[]

const MOST_NAMES = 8

export interface Shown {
  /** Alerts of the group that are open. */
  count: number
  on: string
  isOpen: boolean
  showAll: () => void
  isToday: boolean
  settledOf: (id: string) => Settled | undefined
}

function namesOf(groups: readonly CardGroup[]): TemplateResult[] {
  const names = groups.flatMap(({ cards }) => cards.map(({ child }) => child.name.split(' ')[0] ?? ''))
  const all = [...new Set(names)]
  const more = all.length > MOST_NAMES
  const shown = more ? all.slice(0, MOST_NAMES) : all
  const before = (at: number) => (at === 0 ? '' : at === shown.length - 1 && !more ? ' and ' : ', ')
  const named = shown.map((name, at) => html`${before(at)}${childName(name)}`)
  return more ? [...named, html` and others`] : named
}

/** What is not shown at first: on paper it is, unless nothing can be done about it this week. */
const laterOf = ({ cards }: CardGroup) =>
  cards.every(({ status, final }) => status === 'watch' || final) ? 'later later-unprinted' : 'later'

/** One group of alerts with its head; nothing when it has none. */
export function alertCards(
  { key, word, say, first, rest }: (typeof GROUPS)[number],
  groups: readonly CardGroup[],
  { count, on, isOpen, showAll, isToday, settledOf }: Shown,
): TemplateResult | typeof nothing {
  if (groups.length === 0) return nothing
  const hidden = isOpen ? [] : groups.slice(first)
  const next = groups.findIndex(({ cards }) => cards.some((card) => !settledOf(cardId(card))))
  const drawn = (at: number) => (card: Card) => ({
    solid: at === next && key !== 'watch' && groups[at]?.cards.length === 1,
    isToday,
    settled: settledOf(cardId(card)),
  })
  const card = ({ title, cards }: CardGroup, at: number) => {
    const [only] = cards
    if (cards.length > 1)
      return html`<vs-alert-group-card
        .group=${groupViewOf(title, cards, drawn(at))}
        on=${on}
      ></vs-alert-group-card>`
    return only && html`<vs-alert-card .alert=${alertViewOf(only, drawn(at)(only))} on=${on}></vs-alert-card>`
  }
  const hiddenCards = hidden.reduce((sum, { cards }) => sum + cards.length, 0)
  return html`<div data-group=${key}>
    ${alertGroup(
      { id: `group-${key}`, count, status: key, word, say },
      repeat(
        groups,
        (group) => group.key,
        (group, at) =>
          html`<div class=${at < first || isOpen ? '' : laterOf(group)}>${card(group, at)}</div>`,
      ),
      hiddenCards > 0
        ? html`<button class="link" type="button" @click=${showAll}>Show ${hiddenCards} more ${rest}</button>
            <span class="small quiet">${namesOf(hidden)}</span>`
        : undefined,
    )}
  </div>`
}
