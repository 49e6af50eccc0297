import { html, nothing, type TemplateResult } from 'lit'
import type { InboxItem } from '../../api.ts'
import { childLink, childName, freeText } from '../../components/child-name.ts'
import { icon } from '../../components/icon.ts'
import { statusMark, type MarkName } from '../../components/status-mark.ts'
import { unbroken, yearGroupWord } from '../../format.ts'
import { ringBack } from './ring-back.ts'
import { minuteInEngland } from '../../instants.ts'
import { lengthInWords, minutesBetween, whenWords } from './when.ts'

export interface CardAround {
  /** The instant it is seen at. */
  readonly now: string
  /** The school acted at, whose children have a page that opens. */
  readonly schoolId: string | null
  /** Something of it is on its way to the server. */
  readonly isBusy: boolean
  /** Why the last act on it was refused. */
  readonly said: string
  readonly onRead: () => void
  readonly onAdvise: () => void
}

interface State {
  mark: MarkName
  words: string
}

function stateOf({ state, read, openedAt, decidedAt }: InboxItem, now: string): State {
  const decided = decidedAt === null ? 'Decided' : `Decided ${whenWords(decidedAt, minuteInEngland(now))}`
  if (state === 'not-suspended') return { mark: 'met', words: decided }
  if (state === 'suspended') return { mark: 'not-applicable', words: decided }
  if (state === 'withdrawn') return { mark: 'not-applicable', words: 'Taken back' }
  const length = lengthInWords(minutesBetween(openedAt, now))
  if (read === null) return { mark: 'breach', words: length === null ? 'Just now' : `Waiting ${length}` }
  return { mark: 'due', words: length === null ? 'Just now' : `Flagged ${length} ago` }
}

export const cardIdOf = ({ id }: Pick<InboxItem, 'id'>): string => `flag-${id}`

function readWords({ read, waitedMinutes }: InboxItem, today: string) {
  if (read === null) return nothing
  const waited = waitedMinutes === null ? null : lengthInWords(waitedMinutes)
  return html`<p class="inbox-read-by small">
    ${statusMark('met', 16, '')}
    <span
      >Read by ${freeText(read.by)}
      ${whenWords(minuteInEngland(read.at), today)}${waited === null ? '' : `, after ${waited}`}</span
    >
  </p>`
}

function adviceList({ advice }: InboxItem, today: string) {
  if (advice.length === 0) return nothing
  return html`<ul class="inbox-advice">
    ${advice.map(
      ({ at, by, words }) =>
        html`<li>
          <blockquote>${freeText(words)}</blockquote>
          <p class="caption">Advice of ${freeText(by)} ${whenWords(at, today)}</p>
        </li>`,
    )}
  </ul>`
}

/** Who opened it, and whom to ask for on the telephone. */
function opened({ openedBy, openedAt, ringBack: left }: InboxItem, today: string) {
  const way = ringBack(left)
  const ask = way === null ? left : way.words
  return html`<p class="small quiet">
    Opened by ${freeText(openedBy)} ${whenWords(minuteInEngland(openedAt), today)}.
    ${ask === null ? nothing : html`<span class="inbox-ask">Ring back: ${freeText(ask)}</span>`}
  </p>`
}

function ways(item: InboxItem, { isBusy, onRead, onAdvise }: CardAround) {
  const way = ringBack(item.ringBack)
  return html`<div class="inbox-ways">
    ${
      way
        ? html`<a class="button button-solid inbox-ring" href="tel:${way.dialled}"
            >${icon('phone', 18)} Ring ${way.shown}<span class="hidden">, ${item.school.name}</span></a
          >`
        : html`<p class="small quiet inbox-ring">No number was left: ring the school’s office.</p>`
    }
    ${
      item.read === null
        ? html`<button class="button no-print" type="button" aria-disabled=${isBusy} @click=${onRead}>
            I have read this
          </button>`
        : nothing
    }
    <button class="button no-print" type="button" aria-disabled=${isBusy} @click=${onAdvise}>
      ${item.advice.length === 0 ? 'Send advice' : 'Send more advice'}
    </button>
  </div>`
}

const stateLine = (item: InboxItem, now: string) => {
  const { mark, words } = stateOf(item, now)
  return html`<p class="inbox-state word-${mark}">${statusMark(mark, 18, '')} <b>${words}</b></p>`
}

const who = ({ child, school, ...item }: InboxItem, schoolId: string | null) =>
  html`<h3 class="inbox-name" id="${cardIdOf(item)}-name">
      ${school.id === schoolId ? childLink(child) : childName(child.name)}
    </h3>
    <p class="small quiet">${school.name} · ${yearGroupWord(child.yearGroup)}</p>`

/** One child a school thinks of suspending: how long it waits, what is considered, whom to ring, what was answered. */
export function inboxCard(item: InboxItem, around: CardAround): TemplateResult {
  const { now, schoolId, said } = around
  const today = minuteInEngland(now)
  return html`<article
    class="card inbox-card"
    id=${cardIdOf(item)}
    tabindex="-1"
    aria-labelledby="${cardIdOf(item)}-name"
  >
    ${stateLine(item, now)} ${who(item, schoolId)}
    <p class="inbox-words">${freeText(unbroken(item.words))}</p>
    ${opened(item, today)} ${readWords(item, today)} ${adviceList(item, today)}
    ${said ? html`<p class="error-text" role="alert">${said}</p>` : nothing}
    ${item.state === 'open' ? ways(item, around) : nothing}
  </article>`
}

/** One that was decided: when, for whom, what came of it, and what had been answered. */
export function decidedRow(item: InboxItem, { now, schoolId }: Pick<CardAround, 'now' | 'schoolId'>) {
  const today = minuteInEngland(now)
  return html`<article class="inbox-row" id=${cardIdOf(item)} aria-labelledby="${cardIdOf(item)}-name">
    ${stateLine(item, now)}
    <div>${who(item, schoolId)}</div>
    <div class="inbox-outcome">
      <p>${freeText(unbroken(item.words))}</p>
      ${readWords(item, today)} ${adviceList(item, today)}
    </div>
  </article>`
}
