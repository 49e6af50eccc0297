import { html, nothing, type TemplateResult } from 'lit'

export interface Progress {
  /** What is being done: `Reading 23,214 marks`. */
  label: string
  done: number
  total: number
  /** How far and how long, in words: `61 %, about 20 seconds`. */
  detail: string
  /** Said when leaving the page does no harm. */
  mayLeave?: boolean
  stop?: () => void
}

/** How far a long work has come, with a way to stop it. */
export function progressBar({ label, done, total, detail, mayLeave, stop }: Progress): TemplateResult {
  return html`<div class="progress">
    <p class="progress-head"><b>${label}</b> <span class="quiet">${detail}</span></p>
    <progress aria-label=${label} max=${total} value=${done}></progress>
    ${
      mayLeave || stop
        ? html`<p class="small quiet">
            ${mayLeave ? 'You can leave this page. ' : nothing}
            ${stop ? html`<button class="link" type="button" @click=${stop}>Stop</button>` : nothing}
          </p>`
        : nothing
    }
  </div>`
}
