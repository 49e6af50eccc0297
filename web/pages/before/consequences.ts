import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { BeforePage, Consequence, Consequences } from '../../api.ts'
import type { Draft } from './draft-fields.ts'
import { statusMark } from '../../components/status-mark.ts'
import { suspensionMeters } from '../../components/suspension-meter.ts'
import {
  actDay,
  countInWords,
  forceWord,
  halfDays,
  halfDaysInWords,
  list,
  ownerWord,
  sentence,
  unbroken,
} from '../../format.ts'
import { lengthWords, termName, withName } from './words.ts'

/** What changed between two answers about two lengths. */
export interface Change {
  /** The words of the length before; null when there was none. */
  from: string | null
  added: readonly string[]
  removed: number
}

/** Which consequences came and went from one answer to the next; null while there is nothing to compare. */
export function changeBetween(
  before: { words: string | null; consequences: Consequences | null } | null,
  after: { words: string | null; consequences: Consequences | null },
): Change | null {
  if (!before?.consequences || !after.consequences || before.words === after.words) return null
  const had = new Set(before.consequences.list.map(({ id }) => id))
  const has = new Set(after.consequences.list.map(({ id }) => id))
  return {
    from: before.words,
    added: [...has].filter((id) => !had.has(id)),
    removed: [...had].filter((id) => !has.has(id)).length,
  }
}

/** `Changed just now from 5 days. That adds one duty.` */
export function changeWords(change: Change | null): { said: string; adds: string } | null {
  if (!change || change.from === null) return null
  const { added, removed } = change
  const parts = [
    added.length > 0 ? `adds ${countInWords(added.length, 'thing')}` : '',
    removed > 0 ? `takes ${countInWords(removed, 'thing')} away` : '',
  ].filter(Boolean)
  return {
    said: `Changed just now from ${change.from}.`,
    adds: parts.length > 0 ? `That ${list(parts)}.` : '',
  }
}

function heading(fields: Draft): string {
  const words = lengthWords(fields)
  if (words === null) return 'What a length would set off'
  return `What ${words} would set off`
}

/** The title says what and when; the words, whose duty it is and its source open under it, at once where it is new. */
function one(
  { id, title, words, status, owner, force, source, cautious }: Consequence,
  isNew: boolean,
  name: string,
) {
  return html`<li class=${isNew ? 'is-new' : ''} data-consequence=${id}>
    ${statusMark(status, 18, '')}
    <details ?open=${isNew}>
      <summary>
        <h3>${withName(title, name)} ${isNew ? html`<span class="new-word">new</span>` : nothing}</h3>
      </summary>
      <p>${withName(words, name)}</p>
      ${cautious ? html`<p class="caption">${cautious}</p>` : nothing}
      <p class="caption">
        ${ownerWord(owner)} ${forceWord(force)} ·
        <a href=${source.url} rel="noreferrer" target="_blank"
          >${source.title}${source.place ? `, ${source.place}` : ''}<span class="hidden">
            (opens beside)</span
          ></a
        >
      </p>
    </details>
  </li>`
}

function totals({ term, year }: Consequences) {
  const other = year.atOtherSchool
  return html`<div class="effects-totals">
    ${suspensionMeters({
      term: term && { name: termName(term.name), before: term.before, after: term.after },
      year: { before: year.before, after: year.after },
    })}
    ${term === null ? html`<p class="caption">The dates of that term are not known.</p>` : nothing}
    ${
      other > 0
        ? html`<p class="caption">
            ${sentence(halfDaysInWords(other))} of the year ${other <= 2 ? 'was' : 'were'} at another school.
          </p>`
        : nothing
    }
  </div>`
}

/** One sentence for screen readers: the totals, and what is new. */
export function totalsSaid(fields: Draft, consequences: Consequences | null, change: Change | null): string {
  const words = lengthWords(fields)
  if (!consequences || words === null) return ''
  const { term, year, refusal, list: all } = consequences
  const totalsWords = [
    term && `${termName(term.name)} ${halfDaysInWords(term.after)}`,
    `the year ${halfDaysInWords(year.after)}`,
  ].filter(Boolean)
  const added = all.filter(({ id }) => change?.added.includes(id)).map(({ title }) => title)
  return [
    `With ${words}: ${totalsWords.join(', ')}.`,
    added.length > 0 ? `New: ${added.join('; ')}.` : '',
    refusal ?? '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** `3.5 days from the next line: at 15.5 …` as a title and what it means. */
function nextLine(next: string) {
  const [title = next, ...rest] = next.split(': ')
  return html`<div>
    <h3>${title}</h3>
    ${rest.length > 0 ? html`<p>${unbroken(sentence(rest.join(': ')))}</p>` : nothing}
  </div>`
}

const isNewIn = (change: Change | null, { id }: Consequence) => change?.added.includes(id) ?? false

/** The order of what the school must do, but that what the change brought stands on top. */
const newFirst = (all: readonly Consequence[], change: Change | null): Consequence[] =>
  all.toSorted((a, b) => Number(isNewIn(change, b)) - Number(isNewIn(change, a)))

export interface Effects {
  page: BeforePage
  fields: Draft
  consequences: Consequences | null
  change: Change | null
  mayWrite: boolean
  /** What was changed since is not sent: the totals are of the length before. */
  isBehind: boolean
  /** Sets the shorter length. */
  set: (halfDays: number) => void
}

/** What the length would set off, the gravest first; beside the page, or right under the length. */
export function effects({
  page,
  fields,
  consequences,
  change,
  mayWrite,
  isBehind,
  set,
}: Effects): TemplateResult {
  const { name } = page.child
  const isPicked = lengthWords(fields) !== null
  const said = isPicked ? changeWords(change) : null
  if (!consequences || !isPicked)
    return html`<section class="card effects" aria-labelledby="effects">
      <header class="effects-head"><h2 id="effects">${heading(fields)}</h2></header>
      ${consequences ? totals(consequences) : nothing}
      <p class="effects-none quiet">
        ${consequences ? withName(consequences.none, name) : 'Pick a length: the totals, the duties and their days stand here at once.'}
      </p>
    </section>`
  const { refusal, next, note, shorter, list: all } = consequences
  return html`<section class="card effects" aria-labelledby="effects">
    <header class="effects-head effects-picked">
      <h2 id="effects">${heading(fields)}</h2>
      ${said ? html`<p class="small">${said.said} <b>${said.adds}</b></p>` : nothing}
    </header>
    ${
      refusal
        ? html`<p class="effects-refusal">
            ${statusMark('breach', 18, '')} <b>${withName(refusal, name)}</b>
          </p>`
        : nothing
    }
    ${isBehind ? html`<p class="effects-note small">What you changed since is not saved yet, and not worked out.</p>` : nothing}
    ${note ? html`<p class="effects-note small">${withName(note, name)}</p>` : nothing}
    ${totals(consequences)}
    <ul class="effects-list">
      ${repeat(
        newFirst(all, change),
        ({ id }) => id,
        (consequence) => one(consequence, isNewIn(change, consequence), name),
      )}
      ${next ? html`<li>${statusMark('watch', 18, '')} ${nextLine(next)}</li>` : nothing}
    </ul>
    ${
      shorter
        ? html`<footer class="effects-foot">
            <p class="small">${withName(shorter.words, name)}</p>
            ${
              mayWrite
                ? html`<button
                    class="button button-small"
                    type="button"
                    @click=${() => set(shorter.halfDays)}
                  >
                    Set
                    ${fields.kind === 'lunchtime' ? lengthWords({ kind: 'lunchtime', halfDays: shorter.halfDays }) : halfDaysInWords(shorter.halfDays)}
                  </button>`
                : nothing
            }
          </footer>`
        : nothing
    }
  </section>`
}

/**
 * The dark line above the bar of a narrow screen, from the length on and never over the number to ring: length,
 * return, what it adds or gravely sets off, the total.
 */
export function summaryLine(
  fields: Draft,
  consequences: Consequences | null,
  change: Change | null,
): TemplateResult {
  const words = lengthWords(fields)
  if (words === null || !consequences) return html`${nothing}`
  const { refusal, list: all, term, year, backOn, halfDays: length } = consequences
  const total = term
    ? `${halfDays(term.after)} of 15 days in the term.`
    : `${halfDays(year.after)} of 45 days in the year.`
  const added = all.find((consequence) => isNewIn(change, consequence))
  const worst = all.find(({ id }) => id === 'sixth-day-education') ?? all[0]
  const gravest = unbroken(added ? `New: ${added.title}.` : worst ? `${worst.title}.` : '')
  const back =
    backOn !== null && length !== null && fields.kind === 'suspension' ? `, back ${actDay(backOn)}` : ''
  return html`<p class="effects-line no-print" aria-hidden="true">
    <b>${sentence(words)}${back}.</b> ${refusal ?? gravest} ${total}
  </p>`
}
