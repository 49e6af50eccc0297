import { html, nothing, type TemplateResult } from 'lit'
import type { BeforePage, NotTried, Tried } from '../../api.ts'
import { childName, freeText } from '../../components/child-name.ts'
import { statusMark, type MarkName } from '../../components/status-mark.ts'
import { countInWords, sentence } from '../../format.ts'
import { dayWords, forenameOf, withName } from './words.ts'

const OUTCOMES: Readonly<Record<NonNullable<Tried['outcome']>, { mark: MarkName; words: string }>> = {
  helps: { mark: 'met', words: 'it helps' },
  'helps-a-little': { mark: 'met', words: 'it helps a little' },
  'does-not-help': { mark: 'not-applicable', words: 'it does not help' },
}

/** `to be looked at again on 4 December`; of a day that has passed, that it was. */
export const reviewWords = (reviewOn: string, today: string): string =>
  `${reviewOn < today ? 'was ' : ''}to be looked at again on ${dayWords(reviewOn, today)}`

function triedLine({ title, note, startedOn, reviewOn, endedOn, outcome }: Tried, today: string) {
  const { mark, words } = outcome ? OUTCOMES[outcome] : { mark: 'ahead' as const, words: '' }
  const since = endedOn
    ? `${dayWords(startedOn, today)} to ${dayWords(endedOn, today)}`
    : `since ${dayWords(startedOn, today)}`
  const review = reviewOn && !endedOn && !outcome ? reviewWords(reviewOn, today) : ''
  return html`<li>
    ${statusMark(mark, 16, '')}
    <p>
      <b>${title}</b>,
      ${[since, words, review].filter(Boolean).join(', ')}${note ? html`. <span class="quiet">${freeText(note)}</span>` : nothing}
    </p>
  </li>`
}

function notTriedLine(
  { what, title, words }: NotTried,
  name: string,
  record: ((what: string) => void) | null,
) {
  return html`<li>
    ${statusMark('ahead', 16, '')}
    <div>
      <p class="strong">${title}</p>
      <p class="small quiet">${withName(words, name)}</p>
      ${
        record
          ? html`<button class="link small" type="button" @click=${() => record(what)}>
              We will try this<span class="hidden">: ${title}</span>
            </button>`
          : nothing
      }
    </div>
  </li>`
}

/** Offered first where it is offered: for a looked-after child, with the Virtual School, before a decision. */
const INTERIM = 'interim-pep'
const AT_FIRST = 4

export interface TriedShown {
  page: BeforePage
  /** Opens the form of something tried; null where the role keeps none. */
  record: ((what: string) => void) | null
}

/** The child's own words, what was tried, and what else could be, with the way to begin it now. */
export function wordsAndTried({ page, record }: TriedShown): TemplateResult {
  const { child, words, tried, notTried, today } = page
  const forename = forenameOf(child.name)
  const ordered = notTried.toSorted((a, b) => Number(b.what === INTERIM) - Number(a.what === INTERIM))
  const [nearest, further] = [ordered.slice(0, AT_FIRST), ordered.slice(AT_FIRST)]
  return html`<section class="card panel" aria-labelledby="tried">
    ${
      words
        ? html`<figure class="own-words before-words">
            <blockquote>${freeText(`“${words.text}”`)}</blockquote>
            <figcaption>${childName(forename)}, ${dayWords(words.on, today)}</figcaption>
          </figure>`
        : html`<p class="own-words quiet">
            Nothing is written here in ${childName(forename)}’s own words. Ask ${childName(forename)} before
            you decide.
          </p>`
    }
    <h2 class="hidden" id="tried">What was tried, and what could be</h2>
    <div class="columns-2 tried">
      <div>
        <h3>Tried</h3>
        ${
          tried.length > 0
            ? html`<ul>
                ${tried.map((one) => triedLine(one, today))}
              </ul>`
            : html`<p class="quiet">Nothing is recorded as tried.</p>`
        }
        ${
          record
            ? html`<button class="link small" type="button" @click=${() => record('')}>
                Record something else that was tried
              </button>`
            : nothing
        }
      </div>
      <div>
        <h3>Not tried yet</h3>
        <ul>
          ${nearest.map((one) => notTriedLine(one, child.name, record))}
        </ul>
        ${
          further.length > 0
            ? html`<details class="further">
                <summary>${sentence(countInWords(further.length, 'more way', 'more ways'))}</summary>
                <ul>
                  ${further.map((one) => notTriedLine(one, child.name, record))}
                </ul>
              </details>`
            : nothing
        }
      </div>
    </div>
  </section>`
}
