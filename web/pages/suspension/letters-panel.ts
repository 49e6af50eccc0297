import { html, nothing, type TemplateResult } from 'lit'
import type { Letter, SuspensionPage } from '../../api.ts'
import { statusMark } from '../../components/status-mark.ts'
import { count, inWords } from '../../format.ts'
import { goneTo, letterName } from './letter-text.ts'

export interface LetterActs {
  read: (letter: Letter) => void
  went: (letter: Letter) => void
  mayWrite: boolean
}

/** The letters and notices made from what is recorded: each to read, print, keep, and to say how it went. */
export function lettersPanel(
  letters: readonly Letter[],
  { contacts }: Pick<SuspensionPage, 'contacts'>,
  { read, went, mayWrite }: LetterActs,
): TemplateResult | typeof nothing {
  if (letters.length === 0) return nothing
  return html`<section class="card panel letters-panel" aria-labelledby="letters">
    <h2 id="letters">Letters and notices</h2>
    <p class="small quiet">Made from what is recorded; nothing is sent from here.</p>
    <ul class="lines letters">
      ${letters.map((letter) => {
        const { gone, of } = goneTo(letter, contacts)
        const lacks = letter.missing.length
        return html`<li>
          <p>
            <button class="link strong" type="button" @click=${() => read(letter)}>
              ${letterName(letter)}
            </button>
            ${
              lacks > 0
                ? html`<span class="small letter-state word-no-data"
                    >${statusMark('no-data', 14, '')} ${count(lacks, 'thing')} missing in it</span
                  >`
                : nothing
            }
          </p>
          ${
            gone === 0
              ? nothing
              : html`<p class="small letter-state quiet">
                  ${statusMark(gone === of ? 'met' : 'due', 14, '')}
                  <span
                    >Recorded that it went${gone === of ? '' : ` to ${inWords(gone)} of ${inWords(of)}`}</span
                  >
                </p>`
          }
          ${
            gone === of
              ? nothing
              : mayWrite
                ? html`<button class="link small" type="button" @click=${() => went(letter)}>
                    Record how and when it went<span class="hidden">: ${letterName(letter)}</span>
                  </button>`
                : nothing
          }
        </li>`
      })}
    </ul>
  </section>`
}
