import { html, nothing, type TemplateResult } from 'lit'
import type { Letter } from '../../api.ts'
import { openDialog } from '../../components/open-dialog.ts'
import { statusMark } from '../../components/status-mark.ts'
import { unbroken } from '../../format.ts'
import { ADDRESS, aroundBlanks, letterFile, letterName, letterText, TO } from './letter-text.ts'

function download(letter: Letter): void {
  const address = URL.createObjectURL(new Blob([letterText(letter)], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = letterFile(letter)
  link.click()
  URL.revokeObjectURL(address)
}

/** What a letter lacks, each with what to do about it. */
export const lacking = ({ missing }: Letter) =>
  missing.length === 0
    ? nothing
    : html`<ul class="letter-lacks no-print">
        ${missing.map((what) => html`<li>${statusMark('no-data', 16, 'Not known:')} <span>${what}</span></li>`)}
      </ul>`

const toFillIn = html`<span class="hidden">to be filled in</span>`

/** A paragraph with a line for each thing to be filled in by hand; with several lines where it ends in one. */
function paragraphOf(paragraph: string): TemplateResult {
  const parts = aroundBlanks(paragraph)
  const endsOpen = parts.length > 1 && parts.at(-1) === ''
  const inside = parts.map((part, at) => {
    if (at === 0) return unbroken(part)
    const lines = endsOpen && at === parts.length - 1 ? 'letter-lines' : 'letter-line'
    return html`<span class=${lines}>${toFillIn}</span>${unbroken(part)}`
  })
  return html`<p>${inside}</p>`
}

/**
 * Opens a letter to be read, printed on A4 with nothing else of the page, or kept as text. `onWent` is told when
 * somebody wants to keep how and when it went; left out where the person may not.
 */
export function openLetter(letter: Letter, onWent?: () => void): void {
  const dialog = openDialog(
    letterName(letter),
    (close) =>
      html`${lacking(letter)}
        <article class="letter free-text" aria-label=${letterName(letter)}>
          <header class="letter-head">
            <p>
              ${letter.school}<br />
              <span class="letter-blank">${ADDRESS}:</span>
            </p>
            <p>${letter.date}</p>
          </header>
          ${
            letter.to.length > 0
              ? html`<address>${letter.to.map((line) => html`${line}<br />`)}</address>`
              : html`<p><span class="letter-blank">${TO}:</span></p>`
          }
          <h3 class="letter-title">${letter.title}</h3>
          ${letter.paragraphs.map(paragraphOf)}
        </article>
        <div class="form-actions letter-ways">
          <button class="button button-solid" type="button" @click=${() => window.print()}>Print</button>
          <button class="button" type="button" @click=${() => download(letter)}>Keep as text</button>
          ${
            onWent
              ? html`<button
                  class="link"
                  type="button"
                  @click=${() => {
                    close()
                    onWent()
                  }}
                >
                  Record how and when it went
                </button>`
              : nothing
          }
        </div>`,
  )
  dialog.classList.add('letter-dialog')
}
