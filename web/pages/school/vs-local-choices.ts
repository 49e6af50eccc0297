import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, sentenceOf, type Rules } from '../../api.ts'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import { showToast } from '../../components/vs-toast.ts'
import { countInWords, sentence } from '../../format.ts'
import { boxOf, changedChoices, isTime, textOf } from './changed-choices.ts'

type Rule = Rules['rules'][number]
type Option = Rule['options'][number]

/** The school's own warning lines, each with the usual value and a way back to it. Tells `saved`. */
@customElement('vs-local-choices')
export class VsLocalChoices extends LightElement {
  @property({ attribute: false }) rules: readonly Rule[] = []
  @state() private wrong: readonly string[] = []
  @state() private said = ''
  private busy = false

  protected override render() {
    const rules = this.rules.filter(({ options }) => options.length > 0)
    const own = rules.flatMap(({ options }) => options).filter(({ value, usual }) => value !== usual).length
    return html`<section class="card panel" aria-labelledby="choices">
      <div class="panel-head"><h2 id="choices">Your own lines</h2></div>
      <p class="quiet">
        Where the law leaves it to the school, it may warn earlier or count otherwise. The limits of the law
        itself cannot be changed here.
        ${own === 0 ? 'All are as usual.' : `${sentence(countInWords(own, 'line is', 'lines are'))} your own.`}
      </p>
      <details ?open=${own > 0}>
        <summary class="link">See and change them</summary>
        <form novalidate @submit=${(event: SubmitEvent) => void this.send(event)}>
          ${rules.map(
            (rule) =>
              html`<fieldset class="choice-rule">
                <legend>${rule.title}</legend>
                <div class="choice-fields">${rule.options.map((option) => this.one(rule, option))}</div>
              </fieldset>`,
          )}
          ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
          <div class="form-actions">
            <button class="button button-solid" type="submit">Save your lines</button>
            ${
              own > 0
                ? html`<button class="link" type="button" @click=${() => void this.reset()}>
                    Set all back to the usual values
                  </button>`
                : nothing
            }
          </div>
        </form>
      </details>
    </section>`
  }

  private one({ id }: Rule, option: Option) {
    const { name, label, unit, usual, value, least, most } = option
    const box = boxOf(id, name)
    const [from, to] = [textOf(option, least), textOf(option, most)]
    return field({
      name: box,
      label,
      ...(isTime(option) ? { widget: 'time' } : { widget: 'number', unit }),
      required: true,
      min: from,
      max: to,
      value: textOf(option, value),
      ...(value !== usual && { hint: `Your own; usually ${textOf(option, usual)}.` }),
      ...(this.wrong.includes(box) && {
        error: isTime(option)
          ? `Give a time from ${from} to ${to}.`
          : `Give a whole number from ${least} to ${most.toLocaleString('en-GB')}.`,
      }),
    })
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const { options, wrong } = changedChoices(this.rules, (box) => `${data.get(box) as string}`)
    this.wrong = wrong
    if (wrong.length > 0) {
      await this.updateComplete
      document.getElementById(wrong[0] ?? '')?.focus()
      return
    }
    if (Object.keys(options).length > 0) await this.put(options, 'Your lines are saved.')
    else showToast({ text: 'Nothing was changed.' })
  }

  private reset() {
    const options = Object.fromEntries(
      this.rules.map(({ id, options: all }) => [id, Object.fromEntries(all.map(({ name }) => [name, null]))]),
    )
    return this.put(options, 'All lines are as usual again.')
  }

  private async put(options: Record<string, Record<string, number | null>>, text: string) {
    if (this.busy) return
    this.busy = true
    this.said = ''
    try {
      await api.bodyOf(api.client.school.options.$put({ json: { options } }))
      showToast({ text })
      this.tell('saved', {})
    } catch (error) {
      this.said = sentenceOf(error)
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-local-choices': VsLocalChoices
  }
}
