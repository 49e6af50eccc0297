import { html, nothing, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import { RefusedError } from '../api.ts'
import { LightElement } from '../components/element.ts'
import type { Field } from '../components/field.ts'

/** A form that is sent once at a time and says what stood in the way; what was typed stays. */
export abstract class FormElement extends LightElement {
  @state() protected errors: Readonly<Record<string, string>> = {}
  @state() protected said = ''
  @state() protected busy = false

  protected async trying(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.said = ''
    this.errors = {}
    try {
      await work()
    } catch (error) {
      const refused = error instanceof RefusedError ? error : undefined
      this.errors = Object.fromEntries((refused?.problems ?? []).map((one) => [one.field, one.message]))
      this.said = refused?.message ?? 'Something went wrong in this form. What you typed is still here.'
    } finally {
      this.busy = false
    }
  }

  protected errorOf(name: string): Pick<Field, 'error'> | object {
    return this.errors[name] ? { error: this.errors[name] } : {}
  }

  /** What is wrong where no field says it. */
  protected complaint(fields: readonly string[] = []): TemplateResult | typeof nothing {
    const shown = fields.some((name) => this.errors[name])
    return this.said && !shown ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing
  }
}

/** `If-Match` of the version that was seen. */
export const seen = (version: number) => ({ headers: { 'If-Match': `"${version}"` } })

/** A text of a form, or null when it is empty. */
export const textOf = (data: FormData, name: string): string | null => {
  const value = data.get(name)
  return (typeof value === 'string' ? value.trim() : '') || null
}
