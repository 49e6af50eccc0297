import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ImportPage } from '../../api.ts'
import { LightElement, freshId } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import { list } from '../../format.ts'
import type { ImportedFile } from './file-list.ts'
import { guessOf, mappingOf, missingFrom, type Matched } from './match-columns.ts'

export type Sources = ImportPage['sources']

/** One file whose columns nobody knows: what it is, and which of its columns holds what. Tells `match`. */
@customElement('vs-match-columns')
export class VsMatchColumns extends LightElement {
  @property({ attribute: false }) file?: ImportedFile
  @property({ attribute: false }) sources: Sources = []
  @state() private source: string | undefined
  @state() private matched: Matched | undefined
  @state() private said = ''
  private readonly stem = freshId('match')

  protected override render() {
    const { file } = this
    if (!file) return nothing
    const source = this.source ?? file.guess?.source ?? ''
    const columns = this.sources.find((each) => each.source === source)?.columns ?? []
    const matched = this.matched ?? guessOf(file)
    return html`<section class="card panel" aria-labelledby=${this.stem}>
      <h2 id=${this.stem}>What is ${file.name}?</h2>
      <p class="quiet">
        Its columns have names of their own. Say once what they hold; the next file like it is understood.
      </p>
      <form class="match" novalidate @submit=${(event: SubmitEvent) => this.send(event)}>
        <div @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
          ${field({
            id: `${this.stem}-source`,
            name: 'source',
            label: 'The file holds',
            widget: 'select',
            width: 'm',
            required: true,
            value: source,
            options: this.sources.map((each) => ({ value: each.source, label: each.title })),
          })}
        </div>
        ${
          source === ''
            ? nothing
            : html`<div class="match-columns">
                ${matched.map(({ theirs, ours }, at) => this.column(theirs, ours, at, columns))}
              </div>`
        }
        ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
        <div class="form-actions">
          <button class="button" type="submit">Use these columns</button>
        </div>
      </form>
    </section>`
  }

  private column(theirs: string, ours: string | null, at: number, columns: Sources[number]['columns']) {
    const id = `${this.stem}-${at}`
    return html`<div class="match-column">
      <label for=${id}>${theirs === '' ? `Column ${at + 1}, without a name` : theirs}</label>
      <select
        class="box"
        id=${id}
        @change=${(event: Event) => this.set(at, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${ours === null}>Not used</option>
        ${columns.map(
          ({ header, needed }) =>
            html`<option value=${header} ?selected=${header === ours}>
              ${header.replaceAll('_', ' ')}${needed ? '' : ' (optional)'}
            </option>`,
        )}
      </select>
    </div>`
  }

  private choose(source: string) {
    this.source = source
    this.said = ''
  }

  private set(place: number, value: string) {
    const matched = this.matched ?? (this.file ? guessOf(this.file) : [])
    this.matched = matched.map((each, at) => (at === place ? { ...each, ours: value || null } : each))
    this.said = ''
  }

  private send(event: SubmitEvent) {
    event.preventDefault()
    const { file } = this
    const source = this.source ?? file?.guess?.source ?? ''
    const known = this.sources.find((each) => each.source === source)
    if (!file || !known) {
      this.said = 'Say first what the file holds.'
      return
    }
    const matched = this.matched ?? guessOf(file)
    const missing = missingFrom(matched, known.columns)
    if (missing.length > 0) {
      this.said = `Still to match: ${list(missing)}. If the file does not hold ${missing.length === 1 ? 'it' : 'them'}, export it again with ${missing.length === 1 ? 'it' : 'them'}.`
      return
    }
    this.tell('match', { source, header: file.shape, mapping: mappingOf(matched, known.columns) })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-match-columns': VsMatchColumns
  }
}
