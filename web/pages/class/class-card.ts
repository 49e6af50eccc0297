import { html, nothing, type TemplateResult } from 'lit'
import type { ClassCards } from '../../api.ts'
import { childName, freeText } from '../../components/child-name.ts'
import { dayWithYear, list, percent, yearGroupWord } from '../../format.ts'

export type Card = ClassCards['cards'][number]
type Term = ClassCards['term']

/** Half days of school missed this term: `Missed 7 of 112 sessions (6.3 %).` */
export function attendanceWords({ attendance }: Card): string {
  if (!attendance) return 'No marks yet.'
  const { possible, absent, rate } = attendance
  if (absent === 0) return `Here for all of ${possible} sessions.`
  return `Missed ${absent} of ${possible} sessions${rate === null ? '' : ` (${percent(rate)})`}.`
}

/** How long ago or until what: attendance is of the term at hand, or of the last one in the holidays. */
export const termWords = (term: Term, on: string): string =>
  term === null ? 'This term' : term.lastDay < on ? `Last term, ${term.name}` : `This term, ${term.name}`

const part = (title: string, text: string | null) =>
  text === null
    ? nothing
    : html`<div class="helps-part">
        <h4>${title}</h4>
        <p class="helps-text">${freeText(text)}</p>
      </div>`

function agreed({ support, keyAdults }: Card, on: string): TemplateResult {
  if (!support)
    return html`<div class="helps">
      <h3>Agreed support</h3>
      <p class="quiet">
        Nothing is written down yet. Ask ${keyAdults.length > 0 ? list(keyAdults) : 'the designated teacher'}
        what helps.
      </p>
    </div>`
  const { helps, avoid, goTo, agreedOn, reviewOn } = support
  return html`<div class="helps">
    <h3>Agreed support</h3>
    ${part('What helps', helps)} ${part('What makes a hard moment harder', avoid)}
    ${part('Whom to go to', goTo)}
    <p class="caption">
      Agreed on
      ${dayWithYear(agreedOn, on)}${reviewOn ? `, to be looked at again on ${dayWithYear(reviewOn, on)}` : ''}
    </p>
  </div>`
}

/** What somebody who teaches a child needs in the room: the name largest, then what helps. */
export function classCard(card: Card, index: number, { on, term }: ClassCards): TemplateResult {
  const { name, sayName, yearGroup, dateOfBirth, keyAdults } = card
  const id = `class-card-${index}`
  return html`<article class="card class-card" aria-labelledby=${id}>
    <header>
      <h2 id=${id}>${childName(name)}</h2>
      <p class="class-facts">
        ${sayName ? html`<span>say <i>${freeText(sayName)}</i></span>` : nothing}
        <span>${yearGroupWord(yearGroup)}</span>
        <span>born ${dayWithYear(dateOfBirth, '1900-01-01')}</span>
      </p>
    </header>
    ${agreed(card, on)}
    <dl class="class-foot">
      <div>
        <dt>Key adult</dt>
        <dd>${keyAdults.length > 0 ? list(keyAdults) : 'Nobody is named yet.'}</dd>
      </div>
      <div>
        <dt>${termWords(term, on)}</dt>
        <dd>${attendanceWords(card)}</dd>
      </div>
    </dl>
  </article>`
}
