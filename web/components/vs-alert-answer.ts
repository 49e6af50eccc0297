import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { wrongWith, type AlertAnswer, type AnswerKind } from './alert-answer.ts'
import { LightElement, freshId } from './element.ts'
import { field } from './field.ts'

const NOTE_LABELS: Record<AnswerKind, string> = {
  done: 'When, and by whom',
  'not-done': 'What will be different',
  'not-a-duty': 'Why it is not a duty',
  'ask-again': 'Ask me on',
}

/**
 * The closing form: four answers of equal rank, none scored; two where only what is recorded shows that something was done.
 * Tells `answer` {@link AlertAnswer} or `give-up`.
 */
@customElement('vs-alert-answer')
export class VsAlertAnswer extends LightElement {
  @property({ attribute: 'alert-id' }) alertId = ''
  /** The day the page is seen at. */
  @property() on = ''
  /** Where the word “done” closes nothing: what does, as a sentence. */
  @property() closing = ''
  @state() private chosen: AnswerKind | null = null
  @state() private error = ''
  private readonly group = freshId('answer')

  protected override firstUpdated() {
    this.querySelector<HTMLElement>('input')?.focus()
  }

  protected override render() {
    const choices: readonly (readonly [AnswerKind, string])[] = [
      ...(this.closing === ''
        ? ([
            ['done', 'It was done, and not recorded'],
            ['not-done', 'It was not done; here is what will be different'],
          ] as const)
        : []),
      ['not-a-duty', 'It is not a duty for this child, because…'],
      ['ask-again', 'I do not know yet; ask me on…'],
    ]
    return html`<form
      class="answer"
      novalidate
      @submit=${(event: Event) => this.send(event)}
      @change=${(event: Event) => this.choose(event)}
    >
      ${this.closing === '' ? nothing : html`<p class="small">${this.closing}</p>`}
      ${field({
        id: this.group,
        name: this.group,
        label: this.closing === '' ? 'What happened?' : 'Is there nothing to record?',
        widget: 'radio',
        required: true,
        options: choices.map(([value, label]) => ({ value, label })),
        value: this.chosen ?? '',
        ...(this.chosen === null && this.error ? { error: this.error } : {}),
      })}
      ${this.chosen ? this.more(this.chosen) : nothing}
      <div class="form-actions">
        <button class="button button-solid" type="submit">
          ${this.chosen === 'ask-again' ? 'Ask me then' : 'Close it'}
        </button>
        <button class="link" type="button" @click=${() => this.tell('give-up', {})}>Leave it open</button>
      </div>
    </form>`
  }

  private more(kind: AnswerKind) {
    return field({
      id: `${this.group}-more`,
      name: 'more',
      label: NOTE_LABELS[kind],
      widget: kind === 'ask-again' ? 'day' : 'text',
      required: kind !== 'done',
      error: this.error,
    })
  }

  private choose({ target }: Event) {
    if (!(target instanceof HTMLInputElement) || target.name !== this.group) return
    this.chosen = target.value as AnswerKind
    this.error = ''
  }

  private async send(event: Event) {
    event.preventDefault()
    const box = this.querySelector<HTMLInputElement>('[name="more"]')
    const more = box?.value.trim() ?? ''
    this.error = wrongWith(this.chosen, more, this.on)
    if (this.chosen === null || this.error) {
      await this.updateComplete
      ;(box ?? this.querySelector<HTMLElement>('input'))?.focus()
      return
    }
    const later = this.chosen === 'ask-again'
    this.tell<AlertAnswer>('answer', {
      alertId: this.alertId,
      answer: this.chosen,
      note: later ? '' : more,
      askAgainOn: later ? more : null,
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-answer': VsAlertAnswer
  }
}
