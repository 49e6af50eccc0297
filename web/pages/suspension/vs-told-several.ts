import { html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, sentenceOf, serverInstant } from '../../api.ts'
import { field, type Option } from '../../components/field.ts'
import { fieldsOf, valuesOf, type FieldValue, type KindField } from '../../components/form-values.ts'
import { openDialog } from '../../components/open-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'
import { list } from '../../format.ts'
import { minuteInEngland } from '../../instants.ts'
import { FormElement } from '../form-element.ts'
import { kindsOnce } from '../record-kinds.ts'
import { noticesToRecord, type Task } from './tasks.ts'

export interface SeveralTold {
  childId: string
  suspensionId: string
  /** What they were told of: `suspension`, `exclusion`. */
  noun: string
  tasks: readonly Task[]
  /** Today, as the pages are worked out; null where another day is looked at. */
  today: string | null
  /** Told after each press of the button that recorded anything. */
  onRecorded: () => void
}

/** Letters of `14:10`. */
const TIME = 5

/** What the form of a contact asks once for all who are ticked. */
const ASKED = ['contactedAt', 'how', 'madeBy']

/**
 * Several people told of one suspension at one time and in one way: each who is ticked becomes a record of its own.
 * Where one is refused, those before it stay recorded, and the form goes on with the others.
 */
@customElement('vs-told-several')
export class VsToldSeveral extends FormElement {
  @property({ attribute: false }) asked?: SeveralTold
  @state() private fields: readonly KindField[] = []
  /** What is not asked for, each left empty. */
  private others: Readonly<Record<string, null>> = {}
  @state() private left: readonly Option[] = []
  @state() private values: Readonly<Record<string, FieldValue>> = {}
  @state() private ticked: readonly string[] = []
  /** With the role it makes a key for each: sending it twice records it once. */
  private readonly key = crypto.randomUUID()

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('asked') && this.asked)
      void this.open(this.asked).catch((error: unknown) => (this.said = sentenceOf(error)))
  }

  private async open({ tasks, today }: SeveralTold) {
    const { kinds } = await kindsOnce()
    const of = kinds.find(({ kind }) => kind === 'contact')?.fields ?? []
    const words = (of.find(({ name }) => name === 'withRole')?.schema['words'] ?? {}) as Record<
      string,
      string
    >
    const instant = serverInstant()
    if (instant !== null && today !== null)
      this.values = { contactedAt: `${today}T${minuteInEngland(instant).slice(-TIME)}` }
    this.left = noticesToRecord(tasks).map((role) => ({ value: role, label: words[role] ?? role }))
    this.fields = of.filter(({ name }) => ASKED.includes(name))
    const ofForms = of.filter(({ schema }) => schema['process'] !== true)
    this.others = Object.fromEntries(ofForms.map(({ name }) => [name, null]))
    await this.updateComplete
    this.querySelector('input')?.focus()
  }

  protected override render(): TemplateResult {
    if (this.fields.length === 0) return html`<p role="status">${this.said || 'One moment…'}</p>`
    return html`<form class="form" novalidate @submit=${(event: SubmitEvent) => this.send(event)}>
      ${field({
        id: 'told-who',
        name: 'who',
        label: 'Who was told',
        widget: 'checkboxes',
        required: true,
        options: this.left,
        value: this.ticked,
        ...this.errorOf('who'),
      })}
      ${fieldsOf(this.fields, { values: this.values, errors: this.errors }).map(field)}
      ${this.complaint(['who', ...ASKED])}
      <div class="form-actions">
        <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          Record it for each
        </button>
        <button class="button" type="button" @click=${() => this.tell('given-up', {})}>Go back</button>
      </div>
    </form>`
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    if (this.busy) return
    const data = new FormData(event.target as HTMLFormElement)
    this.values = valuesOf(this.fields, data)
    this.ticked = data.getAll('who').filter((role) => typeof role === 'string')
    const recorded: string[] = []
    await this.trying(async () => {
      for (const role of this.ticked) {
        await this.record(role)
        recorded.push(role)
      }
    })
    this.settle(recorded)
  }

  /** Those who are recorded leave the form; it ends when all who were ticked are. */
  private settle(recorded: readonly string[]) {
    const names = this.left.filter(({ value }) => recorded.includes(value)).map(({ label }) => label)
    const isAll = this.ticked.length > 0 && recorded.length === this.ticked.length
    this.left = this.left.filter(({ value }) => !recorded.includes(value))
    this.ticked = this.ticked.filter((role) => !recorded.includes(role))
    if (names.length > 0) {
      showToast({ text: `${list(names)}: recorded.` })
      this.asked?.onRecorded()
    }
    if (isAll) this.tell('saved', {})
    else if (recorded.length === 0 && this.ticked.length === 0) {
      this.errors = { who: 'Tick who was told.' }
      this.querySelector('input')?.focus()
    }
  }

  private async record(role: string) {
    if (!this.asked) return
    const { childId, suspensionId } = this.asked
    const fields = {
      ...this.others,
      ...this.values,
      withRole: role,
      purpose: 'suspension-notice',
      suspensionId,
    }
    await api.bodyOf(
      api.client.records[':kind'].$post(
        { param: { kind: 'contact' }, json: { childId, fields } },
        { headers: { 'Idempotency-Key': `${this.key}-${role}` } },
      ),
    )
  }
}

/** Opens the form over the page of a suspension. */
export const recordSeveralTold = (asked: SeveralTold) =>
  openDialog(
    `Told of the ${asked.noun}`,
    (close) => html`<vs-told-several .asked=${asked} @saved=${close} @given-up=${close}></vs-told-several>`,
  )

declare global {
  interface HTMLElementTagNameMap {
    'vs-told-several': VsToldSeveral
  }
}
