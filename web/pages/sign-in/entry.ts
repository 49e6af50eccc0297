import { html, nothing, type TemplateResult } from 'lit'
import { statusMark } from '../../components/status-mark.ts'

/** A box of signing in: the browser and its password manager are told what it holds. */
export interface Entry {
  name: string
  label: string
  autocomplete: 'username' | 'email' | 'name' | 'current-password' | 'new-password' | 'one-time-code' | 'off'
  type?: 'text' | 'email' | 'password'
  hint?: unknown
  error?: string
  value?: string
  width?: 's' | 'm' | 'l' | 'full'
  inputmode?: 'numeric' | 'email'
  maxlength?: number
  /** Beside the box: the way to show a password. */
  beside?: unknown
  onInput?: (value: string) => void
}

/** A box with its label, hint and error tied together. Nothing that is typed is ever put back into the page's code. */
export function entry(spec: Entry): TemplateResult {
  const { name, label, hint, error, beside } = spec
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return html`<div class="field ${error ? 'field-error' : ''}">
    <label for=${name}>${label}</label>
    ${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : nothing}
    ${
      error
        ? html`<span class="error-text" id="${name}-error"
            >${statusMark('breach', 16, 'Error')} <span>${error}</span></span
          >`
        : nothing
    }
    <span class="entry ${beside ? 'entry-with' : ''}">
      <input
        class="box box-${spec.width ?? 'full'}"
        id=${name}
        name=${name}
        type=${spec.type ?? 'text'}
        autocomplete=${spec.autocomplete}
        autocapitalize="off"
        spellcheck="false"
        inputmode=${spec.inputmode ?? nothing}
        maxlength=${spec.maxlength ?? nothing}
        .value=${spec.value ?? ''}
        aria-describedby=${described || nothing}
        aria-invalid=${error ? 'true' : nothing}
        required
        @input=${(event: Event) => spec.onInput?.((event.target as HTMLInputElement).value)}
      />
      ${beside ?? nothing}
    </span>
  </div>`
}

/** What a form holds, as text by name. */
export const textsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, `${value as string}`]))
