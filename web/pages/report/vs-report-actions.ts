import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, RefusedError, sentenceOf, type KeptAction, type ReportMine } from '../../api.ts'
import { freeText } from '../../components/child-name.ts'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import '../../components/vs-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'
import { outcomeLine, whoAndWhen } from './report-section.ts'
import { warned } from './warned.ts'

type Doing =
  | { what: 'add' }
  | { what: 'change'; action: KeptAction }
  | { what: 'outcome'; action: KeptAction }
  | { what: 'remove'; action: KeptAction }

const HEADINGS = {
  add: 'An action until the next report',
  change: 'Change the action',
  outcome: 'What became of it?',
  remove: 'Take this action out?',
}

/** Actions of a draft: what became of the last, and the next to write down. Tells `changed`. */
@customElement('vs-report-actions')
export class VsReportActions extends LightElement {
  @property({ attribute: false }) reportId = ''
  @property({ attribute: false }) mine?: Pick<ReportMine, 'actions' | 'lastActions'>
  @state() private doing: Doing | null = null
  @state() private busy = false
  @state() private error = ''
  @state() private said = ''

  protected override render() {
    const { mine } = this
    if (!mine) return nothing
    const begin = (doing: Doing) => () => {
      this.error = ''
      this.said = ''
      this.doing = doing
    }
    return html`${
        mine.lastActions.length > 0
          ? html`<h3>What became of the last report’s actions</h3>
              <ul class="report-actions">
                ${mine.lastActions.map(
                  (action) =>
                    html`<li>
                      ${freeText(action.text)} ${outcomeLine(action)} ${warned(action.warnings)}
                      <button
                        class="link small no-print"
                        type="button"
                        @click=${begin({ what: 'outcome', action })}
                      >
                        ${action.outcome === null ? 'Say what became of it' : 'Change'}<span class="hidden"
                          >: ${action.text}</span
                        >
                      </button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
      <h3>Actions until the next report</h3>
      ${
        mine.actions.length > 0
          ? html`<ol class="report-actions report-next">
              ${mine.actions.map(
                (action) =>
                  html`<li>
                    ${freeText(action.text)}
                    ${whoAndWhen(action) ? html`<span class="small quiet">${whoAndWhen(action)}</span>` : nothing}
                    ${warned(action.warnings)}
                    <span class="row no-print">
                      <button class="link small" type="button" @click=${begin({ what: 'change', action })}>
                        Change<span class="hidden">: ${action.text}</span>
                      </button>
                      <button class="link small" type="button" @click=${begin({ what: 'remove', action })}>
                        Take out<span class="hidden">: ${action.text}</span>
                      </button>
                    </span>
                  </li>`,
              )}
            </ol>`
          : html`<p class="quiet">
              No action is written down yet. Governors look for two or three they can ask about.
            </p>`
      }
      <p class="no-print">
        <button class="button button-small" type="button" @click=${begin({ what: 'add' })}>
          Add an action
        </button>
      </p>
      <vs-dialog
        .open=${this.doing !== null}
        .heading=${this.doing ? HEADINGS[this.doing.what] : ''}
        .content=${this.doing ? this.form(this.doing) : nothing}
        @close=${(event: Event) => {
          event.stopPropagation()
          this.doing = null
        }}
      ></vs-dialog>`
  }

  private form(doing: Doing) {
    return html`<form class="form" novalidate @submit=${(event: SubmitEvent) => void this.send(event, doing)}>
      ${doing.what === 'add' ? this.fields() : nothing}
      ${doing.what === 'change' ? this.fields(doing.action) : nothing}
      ${doing.what === 'outcome' ? this.outcome(doing.action) : nothing}
      ${doing.what === 'remove' ? html`<p>${freeText(doing.action.text)}</p>` : nothing}
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      <div class="form-actions">
        <button class="button" type="button" @click=${() => (this.doing = null)}>Go back</button>
        <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          ${doing.what === 'remove' ? 'Take it out' : 'Save it'}
        </button>
      </div>
    </form>`
  }

  private fields(action?: KeptAction) {
    return html`${field({
      id: 'action-text',
      name: 'text',
      label: 'What is to be done',
      hint: 'A sentence that a governor can ask about at the next meeting. No child, and no day that only one child has.',
      widget: 'textarea',
      required: true,
      maxlength: 500,
      value: action?.text ?? '',
      ...(this.error && { error: this.error }),
    })}
    ${field({
      id: 'action-owner',
      name: 'owner',
      label: 'Who does it',
      hint: 'A role, such as headteacher, link governor or governing board.',
      width: 'm',
      maxlength: 120,
      value: action?.owner ?? '',
    })}
    ${field({ id: 'action-due', name: 'dueOn', label: 'By when', widget: 'day', value: action?.dueOn ?? '' })}`
  }

  private outcome(action: KeptAction) {
    return html`<p>${freeText(action.text)}</p>
      ${field({
        id: 'action-outcome',
        name: 'outcome',
        label: 'How far it came',
        widget: 'radio',
        required: true,
        value: action.outcome ?? '',
        options: [
          { value: 'done', label: 'Done' },
          { value: 'partly', label: 'Partly done' },
          { value: 'not-done', label: 'Not done' },
        ],
        ...(this.error && { error: this.error }),
      })}
      ${field({
        id: 'action-note',
        name: 'note',
        label: 'In a sentence',
        hint: 'What was done, or what stands in the way.',
        widget: 'textarea',
        maxlength: 500,
        value: action.outcomeNote ?? '',
      })}`
  }

  private async send(event: SubmitEvent, doing: Doing) {
    event.preventDefault()
    if (this.busy) return
    const form = new FormData(event.target as HTMLFormElement)
    const given = (name: string) => `${(form.get(name) as string | null) ?? ''}`.trim()
    const isText = doing.what === 'add' || doing.what === 'change'
    this.said = ''
    this.error =
      isText && !given('text')
        ? 'Say what is to be done.'
        : doing.what === 'outcome' && !given('outcome')
          ? 'Choose how far it came.'
          : ''
    if (this.error) {
      await this.updateComplete
      this.querySelector<HTMLElement>(isText ? '#action-text' : '#action-outcome')?.focus()
      return
    }
    this.busy = true
    try {
      await this.keep(doing, given)
      this.doing = null
      showToast({ text: doing.what === 'remove' ? 'Taken out.' : 'Saved.' })
      this.tell('changed', {})
    } catch (error) {
      this.said = sentenceOf(error)
      // What somebody else wrote first is shown behind the form, and is what a second press is over.
      if (error instanceof RefusedError && error.status === 412) this.tell('changed', {})
    } finally {
      this.busy = false
    }
  }

  /** An action as it stands now: the page may have been asked for anew since its form was opened. */
  private asKept(action: KeptAction): KeptAction {
    const all = [...(this.mine?.actions ?? []), ...(this.mine?.lastActions ?? [])]
    return all.find(({ id }) => id === action.id) ?? action
  }

  private keep(doing: Doing, given: (name: string) => string): Promise<unknown> {
    const asked = { text: given('text'), owner: given('owner') || null, dueOn: given('dueOn') || null }
    if (doing.what === 'add') return api.addReportAction(this.reportId, asked)
    const { id, version, text, owner, dueOn, outcome, outcomeNote } = this.asKept(doing.action)
    if (doing.what === 'remove') return api.removeReportAction(id, version)
    if (doing.what === 'change')
      return api.changeReportAction(id, version, { ...asked, outcome, outcomeNote })
    return api.changeReportAction(id, version, {
      text,
      owner,
      dueOn,
      outcome: given('outcome') as 'done' | 'partly' | 'not-done',
      outcomeNote: given('note') || null,
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-actions': VsReportActions
  }
}
