import { html, nothing, type TemplateResult } from 'lit'
import { field } from '../components/field.ts'

/** What is often meant instead of taking a record out, by its kind. */
const REMOVING: Readonly<Record<string, TemplateResult>> = {
  suspension: html`<p>
    If something was typed wrongly, correct it; if it no longer stands, cancel it on its own page. Recorded
    again for the same days, it is the same decision as before.
  </p>`,
}

interface Removal {
  kind: string
  /** What is wrong with the reason. */
  error: string | undefined
  said: string
  busy: boolean
  back: () => void
  /** Told the reason as it was typed, without the space around it. */
  send: (reason: string) => void
}

/** The form by which a record is taken out, with the reason that stays on record. */
export function removalForm({ kind, error, said, busy, back, send }: Removal): TemplateResult {
  const sent = (event: SubmitEvent) => {
    event.preventDefault()
    send(`${new FormData(event.target as HTMLFormElement).get('reason') as string}`.trim())
  }
  return html`<form class="form record-form" novalidate @submit=${sent}>
    <p>It is then counted nowhere. It stays on record that it was here, and why it was removed.</p>
    ${REMOVING[kind] ?? nothing}
    ${field({ name: 'reason', label: 'Why is it wrong?', required: true, ...(error ? { error } : {}) })}
    ${said ? html`<p class="error-text" role="alert">${said}</p>` : nothing}
    <div class="form-actions">
      <button class="button" type="button" @click=${back}>Go back</button>
      <button class="button button-solid" type="submit" aria-disabled=${busy ? 'true' : 'false'}>
        Remove the record
      </button>
    </div>
  </form>`
}
