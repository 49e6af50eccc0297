import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, RefusedError, sentenceOf } from '../api.ts'
import { childName } from '../components/child-name.ts'
import { LightElement } from '../components/element.ts'
import { field, type Option } from '../components/field.ts'
import {
  fieldsOf,
  startValues,
  valuesOf,
  type FieldValue,
  type KindField,
} from '../components/form-values.ts'
import { openDialog } from '../components/open-dialog.ts'
import '../components/vs-error-summary.ts'
import { showToast } from '../components/vs-toast.ts'
import { navigate } from '../router.ts'
import { bothTexts, recordHistory, type HistoryLine } from './record-form-parts.ts'
import { formOptions, kindsOnce, type Kind } from './record-kinds.ts'
import { removalForm } from './record-removal.ts'

export interface RecordFormAsked {
  kind: string
  childId?: string | null
  /** Said in the heading. */
  childName?: string
  /** The record to correct; a new one when left out. */
  recordId?: string
  prefill?: Readonly<Record<string, FieldValue>> | null
  /** A sentence over the form: what just this one is for. */
  lead?: string
  /** Told with the record's id. */
  onSaved: (recordId: string) => void
}

interface StoredRecord {
  id: string
  version: number
  fields: Readonly<Record<string, FieldValue>>
  /** Fields that the person may not know: the form does not ask for them, and they keep their values. */
  withheld?: readonly string[]
}

type Values = Readonly<Record<string, FieldValue>>

/** The form of a kind of record, drawn from its declaration. Tells `saved` or `given-up`. */
@customElement('vs-record-form')
export class VsRecordForm extends LightElement {
  @property({ attribute: false }) asked?: RecordFormAsked
  @state() private kind: Kind | undefined
  @state() private values: Values = {}
  @state() private errors: Readonly<Record<string, string>> = {}
  @state() private said = ''
  @state() private busy = false
  @state() private removing = false
  @state() private theirs: StoredRecord | undefined
  @state() private history: readonly HistoryLine[] = []
  private options: Readonly<Record<string, readonly Option[]>> = {}
  private version = 0
  private withheld: readonly string[] = []
  /** One for each opened form: sending it twice records it once. */
  private readonly key = crypto.randomUUID()

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('asked') && this.asked) void this.open(this.asked)
  }

  private async open(asked: RecordFormAsked) {
    try {
      const { kinds } = await kindsOnce()
      const kind = kinds.find((one) => one.kind === asked.kind)
      if (!kind) throw new RefusedError(404, { message: 'There is no such form.' })
      this.options = await formOptions(kind, asked.childId ?? null)
      if (asked.recordId) this.take(await this.stored(asked.kind, asked.recordId))
      else this.values = startValues(kind.fields)
      this.values = { ...this.values, ...asked.prefill }
      this.kind = kind
      await this.updateComplete
      this.querySelector<HTMLElement>('.box, input')?.focus()
    } catch (error) {
      this.said = sentenceOf(error, BROKEN)
    }
  }

  private async stored(kind: string, id: string) {
    const record = await api.bodyOf(api.client.records[':kind'][':id'].$get({ param: { kind, id } }))
    this.history = record.history as readonly HistoryLine[]
    return record as unknown as StoredRecord
  }

  private take(record: StoredRecord) {
    this.version = record.version
    this.values = record.fields
    this.withheld = record.withheld ?? []
  }

  private get fields(): readonly KindField[] {
    return (this.kind?.fields ?? []).filter(({ name }) => !this.withheld.includes(name))
  }

  /** Those that a form asks for: a page of its own sets the others. */
  private get askedFor(): readonly KindField[] {
    return this.fields.filter(({ schema }) => schema['process'] !== true)
  }

  protected override render() {
    if (!this.kind) return html`<p role="status">${this.said || 'One moment…'}</p>`
    if (this.removing) return this.removal(this.asked?.kind ?? '')
    const fields = fieldsOf(this.askedFor, {
      values: this.values,
      errors: this.errors,
      options: this.options,
    })
    return html`<form class="form record-form" novalidate @submit=${(event: SubmitEvent) => this.send(event)}>
      ${this.asked?.lead ? html`<p>${this.asked.lead}</p>` : nothing}
      <vs-error-summary
        .errors=${fields
          .filter(({ error }) => error)
          .map(({ name, label, error = '' }) => ({ id: name, text: `${label}: ${lowered(error)}` }))}
      ></vs-error-summary>
      ${this.theirs ? bothTexts(this.askedFor, this.values, this.theirs.fields, { mine: () => this.keepMine(), theirs: () => this.takeTheirs() }) : nothing}
      ${fields.map(field)} ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      <div class="form-actions">
        <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          ${this.asked?.recordId ? 'Save the correction' : 'Record it'}
        </button>
        <button class="button" type="button" @click=${() => this.tell('given-up', {})}>Go back</button>
        ${
          this.asked?.recordId && this.asked.kind !== 'child'
            ? html`<button class="link" type="button" @click=${() => (this.removing = true)}>
                This record is wrong: remove it…
              </button>`
            : nothing
        }
      </div>
      ${recordHistory(this.fields, this.history)}
    </form>`
  }

  private removal(kind: string) {
    return removalForm({
      kind,
      error: this.errors['reason'],
      said: this.said,
      busy: this.busy,
      back: () => (this.removing = false),
      send: (reason) => void this.takeOut(reason),
    })
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    if (this.busy || !this.asked) return
    this.values = valuesOf(this.askedFor, new FormData(event.target as HTMLFormElement))
    await this.trying(async ({ kind, childId, recordId }) => {
      const fields = { ...this.values }
      const { id } = await (recordId
        ? api.bodyOf(
            api.client.records[':kind'][':id'].$put(
              { param: { kind, id: recordId }, json: { fields } },
              { headers: { 'If-Match': `"${this.version}"` } },
            ),
          )
        : api.bodyOf(
            api.client.records[':kind'].$post(
              { param: { kind }, json: { fields, ...(childId ? { childId } : {}) } },
              { headers: { 'Idempotency-Key': this.key } },
            ),
          ))
      showToast({ text: `${this.kind?.title ?? 'Record'} ${recordId ? 'corrected' : 'recorded'}.` })
      return id
    })
  }

  private async takeOut(reason: string) {
    if (this.busy) return
    await this.trying(async ({ kind, recordId = '' }) => {
      await api.bodyOf(
        api.client.records[':kind'][':id'].remove.$post(
          { param: { kind, id: recordId }, json: { reason } },
          { headers: { 'If-Match': `"${this.version}"` } },
        ),
      )
      showToast({ text: `${this.kind?.title ?? 'Record'} removed.` })
      return recordId
    })
  }

  /** Does it once, and says what stood in the way: at the fields, or as one sentence. What was typed stays. */
  private async trying(work: (asked: RecordFormAsked) => Promise<string>) {
    if (!this.asked) return
    this.busy = true
    this.said = ''
    this.errors = {}
    this.theirs = undefined
    try {
      const recordId = await work(this.asked)
      this.tell('saved', { recordId })
    } catch (error) {
      this.refused(error)
    } finally {
      this.busy = false
    }
  }

  private refused(error: unknown) {
    const refused = error instanceof RefusedError ? error : undefined
    if (refused?.status === 412 && refused.current) this.theirs = refused.current as StoredRecord
    const shown = (refused?.problems ?? []).filter(
      ({ field: name }) => name === 'reason' || this.kind?.fields.some((one) => one.name === strip(name)),
    )
    if (shown.length > 0)
      this.errors = Object.fromEntries(shown.map(({ field: name, message }) => [strip(name), message]))
    else if (!this.theirs)
      this.said = `${notReached(refused) ? 'Not saved. ' : ''}${sentenceOf(error, BROKEN)}`
  }

  private keepMine() {
    if (!this.theirs) return
    this.version = this.theirs.version
    this.theirs = undefined
    this.querySelector('form')?.requestSubmit()
  }

  private takeTheirs() {
    if (!this.theirs) return
    this.take(this.theirs)
    this.theirs = undefined
  }
}

const BROKEN = 'Something went wrong in this form. What you typed is still here.'

/** After a colon a sentence goes on in small letters. */
const lowered = (text: string) => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1)

/** Nothing came of it, and the same may be sent again. */
const notReached = (refused: RefusedError | undefined) =>
  refused === undefined || refused.status === 0 || refused.status >= 500

const strip = (name: string) => name.replace(/^fields\./, '')

/** Opens the form in a dialog over the page; `onSaved` is told when something was kept. */
export function openRecordForm(asked: RecordFormAsked): void {
  const dialog = openDialog(
    '',
    (close) =>
      html`<vs-record-form
        .asked=${asked}
        @saved=${(event: CustomEvent<{ recordId: string }>) => {
          close()
          asked.onSaved(event.detail.recordId)
        }}
        @given-up=${close}
      ></vs-record-form>`,
  )
  void kindsOnce()
    .then(({ kinds }) => kinds.find(({ kind }) => kind === asked.kind)?.title ?? 'Record')
    .catch(() => 'Record')
    .then((title) => {
      dialog.heading = asked.childName ? html`${title}: ${childName(asked.childName)}` : title
    })
}

/** The form of a new child; once recorded, the child's own page, where the care status is the next thing to say. */
export const addChild = () =>
  openRecordForm({ kind: 'child', onSaved: (id) => void navigate(`/child/${id}`) })

declare global {
  interface HTMLElementTagNameMap {
    'vs-record-form': VsRecordForm
  }
}
