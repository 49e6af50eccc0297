import { html, type TemplateResult } from 'lit'
import { openDialog } from '../../components/open-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'

export interface Handed {
  mailed: boolean
  link: string | null
}

/** Says that a link was mailed, or shows it, this once, to hand over. Told when it was not sent: why there is none. */
export function handOver(handed: Handed, given: { name: string; works: string }): void {
  if (handed.link !== null) return showLink(handed.link, given)
  showToast({
    text: handed.mailed
      ? `A message was sent to ${given.name}.`
      : `The mail server did not take the message to ${given.name}. Make the link again when it does.`,
  })
}

function showLink(link: string, { name, works }: { name: string; works: string }): void {
  openDialog(`A link for ${name}`, (close) => linkToHandOver(link, name, works, close))
}

const linkToHandOver = (link: string, name: string, works: string, close: () => void): TemplateResult =>
  html`<div class="stack hand-over">
    <p>
      Give it to ${name} yourself: on paper, or by a message to a number or address that you know to be
      theirs. Not through somebody else, and not to a shared mailbox.
    </p>
    <div class="field">
      <label for="handed-link">The link</label>
      <input
        class="box"
        id="handed-link"
        type="text"
        readonly
        autocomplete="off"
        .value=${link}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
    </div>
    <p class="quiet">
      It works once, ${works}, and is not shown again. If it is lost, make another: this one then ends.
    </p>
    <div class="form-actions">
      <button class="button button-solid" type="button" autofocus @click=${() => void copy(link)}>
        Copy the link
      </button>
      <button class="button" type="button" @click=${close}>I have it</button>
    </div>
  </div>`

async function copy(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    showToast({ text: 'Copied. Clear it from the clipboard when it is handed over.' })
  } catch {
    document.querySelector<HTMLInputElement>('#handed-link')?.focus()
  }
}
