import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { dutyLine, whenDue, type AlertGroupView } from './alert.ts'
import { LightElement } from './element.ts'
import { statusMark } from './status-mark.ts'
import './vs-alert-row.ts'

/** How many children are shown before "Show more". */
const FIRST = 4

/** Three or more children with the same duty by the same day, as one card with a line for each child. */
@customElement('vs-alert-group-card')
export class VsAlertGroupCard extends LightElement {
  @property({ attribute: false }) group?: AlertGroupView
  /** The day the page is seen at. */
  @property() on = ''
  @state() private open = false

  /** Shows every child. */
  showAll(): void {
    this.open = true
  }

  protected override render() {
    const { group } = this
    if (!group) return nothing
    const { id, status, title, evidence, rows, duty, when } = group
    const first = rows.length > FIRST + 1 && !this.open ? FIRST : rows.length
    return html`<article class="alert alert-several" id="alert-${id}" tabindex="-1">
      <h3 class="alert-title">${statusMark(status)} <span class="alert-group-title">${title}</span></h3>
      ${when ? whenDue(status, when) : nothing}
      ${evidence ? html`<p class="alert-evidence">${evidence}</p>` : nothing}
      <ul class="alert-rows">
        ${repeat(
          rows,
          ({ id: row }) => row,
          (row, at) =>
            html`<li class=${at < first ? '' : 'later'}>
              <vs-alert-row .row=${row} on=${this.on}></vs-alert-row>
            </li>`,
        )}
      </ul>
      ${
        first < rows.length
          ? html`<p class="alert-rows-more">
              <button class="link" type="button" @click=${() => this.showRest()}>
                Show ${rows.length - first} more<span class="hidden">: ${title}</span>
              </button>
            </p>`
          : nothing
      }
      ${dutyLine(duty)}
    </article>`
  }

  private async showRest() {
    const next = this.group?.rows[FIRST]?.id
    this.open = true
    await this.updateComplete
    this.querySelector<HTMLElement>(`[id="alert-${next}"]`)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-group-card': VsAlertGroupCard
  }
}
