import { html, nothing, type TemplateResult } from 'lit'
import { statusMark } from './status-mark.ts'

export type Widget =
  | 'text'
  | 'textarea'
  | 'day'
  | 'time'
  | 'minute'
  | 'half-days'
  | 'phone'
  | 'email'
  | 'number'
  | 'radio'
  | 'select'
  | 'checkboxes'

export interface Option {
  value: string
  label: string
  hint?: string
}

/** One field of a form. Values are text as the box holds them; a list of text for checkboxes. */
export interface Field {
  /** Its own id; the name when left out. The error summary links to it. */
  id?: string
  name: string
  label: string
  /** Above the box, never inside it. */
  hint?: string
  widget?: Widget
  value?: string | readonly string[]
  /** Not required = the label says "optional". */
  required?: boolean
  error?: string
  unit?: string
  options?: readonly Option[]
  /** How long an answer is likely to be; the box hints at it. */
  width?: 'xs' | 's' | 'm' | 'l' | 'full'
  min?: string
  max?: string
  maxlength?: number
  autocomplete?: 'off' | 'name' | 'email' | 'tel'
}

const INPUTS: Partial<Record<Widget, { type: string; width: string; step?: string; mode?: string }>> = {
  day: { type: 'date', width: 's' },
  time: { type: 'time', width: 'xs', step: '60' },
  minute: { type: 'datetime-local', width: 'm', step: '60' },
  'half-days': { type: 'number', width: 'xs', step: '0.5', mode: 'decimal' },
  number: { type: 'number', width: 'xs', mode: 'numeric' },
  phone: { type: 'tel', width: 'm' },
  email: { type: 'email', width: 'l' },
}

const idOf = (spec: Field) => spec.id ?? spec.name
const hintId = (spec: Field) => `${idOf(spec)}-hint`
const errorId = (spec: Field) => `${idOf(spec)}-error`
const describedBy = (spec: Field) =>
  [spec.hint && hintId(spec), spec.error && errorId(spec)].filter(Boolean).join(' ') || nothing

const label = (spec: Field) =>
  html`${spec.label}${spec.required ? nothing : html`<span class="optional"> (optional)</span>`}`

const hintAndError = (spec: Field) => html`
  ${spec.hint ? html`<span class="hint" id=${hintId(spec)}>${spec.hint}</span>` : nothing}
  ${
    spec.error
      ? html`<span class="error-text" id=${errorId(spec)}
          >${statusMark('breach', 16, 'Error')} <span>${spec.error}</span></span
        >`
      : nothing
  }
`

const chosen = (spec: Field, value: string) =>
  Array.isArray(spec.value) ? spec.value.includes(value) : spec.value === value

function box(spec: Field): TemplateResult {
  const widget = spec.widget ?? 'text'
  const kind = INPUTS[widget]
  const classes = `box box-${spec.width ?? kind?.width ?? 'full'}`
  const text = typeof spec.value === 'string' ? spec.value : ''
  if (widget === 'select')
    return html`<select
      class=${classes}
      id=${idOf(spec)}
      name=${spec.name}
      aria-describedby=${describedBy(spec)}
      aria-invalid=${spec.error ? 'true' : nothing}
      ?required=${spec.required}
    >
      <option value="" ?selected=${!text}>${spec.required ? 'Choose one' : 'Not known'}</option>
      ${spec.options?.map(
        (option) =>
          html`<option value=${option.value} ?selected=${chosen(spec, option.value)}>
            ${option.label}
          </option>`,
      )}
    </select>`
  if (widget === 'textarea')
    return html`<textarea
      class=${classes}
      id=${idOf(spec)}
      name=${spec.name}
      rows="3"
      .value=${text}
      maxlength=${spec.maxlength ?? nothing}
      aria-describedby=${describedBy(spec)}
      aria-invalid=${spec.error ? 'true' : nothing}
      ?required=${spec.required}
    ></textarea>`
  return html`<input
    class=${classes}
    id=${idOf(spec)}
    name=${spec.name}
    type=${kind?.type ?? 'text'}
    step=${kind?.step ?? nothing}
    inputmode=${kind?.mode ?? nothing}
    min=${spec.min ?? (widget === 'half-days' ? '0' : nothing)}
    max=${spec.max ?? nothing}
    maxlength=${spec.maxlength ?? nothing}
    autocomplete=${spec.autocomplete ?? 'off'}
    .value=${text}
    aria-describedby=${describedBy(spec)}
    aria-invalid=${spec.error ? 'true' : nothing}
    ?required=${spec.required}
  />`
}

function choices(spec: Field): TemplateResult {
  const type = spec.widget === 'checkboxes' ? 'checkbox' : 'radio'
  return html`<fieldset
    class="field ${spec.error ? 'field-error' : ''}"
    aria-describedby=${describedBy(spec)}
    ?data-required=${spec.required}
  >
    <legend>${label(spec)}</legend>
    ${hintAndError(spec)}
    <div class="choices">
      ${spec.options?.map(
        (option, at) =>
          html`<label class="choice">
            <input
              type=${type}
              id=${at === 0 ? idOf(spec) : `${idOf(spec)}-${option.value}`}
              name=${spec.name}
              value=${option.value}
              .checked=${chosen(spec, option.value)}
            />
            <span>${option.label}</span>
            ${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}
          </label>`,
      )}
    </div>
  </fieldset>`
}

/** A field with its label, hint and error, all tied together for screen readers. */
export function field(spec: Field): TemplateResult {
  if (spec.widget === 'radio' || spec.widget === 'checkboxes') return choices(spec)
  return html`<div class="field ${spec.error ? 'field-error' : ''}">
    <label for=${idOf(spec)}>${label(spec)}</label>
    ${hintAndError(spec)}
    ${
      spec.unit
        ? html`<span class="with-unit">${box(spec)} <span class="quiet">${spec.unit}</span></span>`
        : box(spec)
    }
  </div>`
}
