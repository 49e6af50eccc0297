import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { field } from '../../components/field.ts'
import { openDialog } from '../../components/open-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'
import { count, yearGroupWord } from '../../format.ts'
import { FormElement, seen, textOf } from '../form-element.ts'
import type { Waiting } from './people-words.ts'

interface Child {
  id: string
  name: string
  yearGroup: string
  inList: boolean
}

/** Nursery, reception, then the years. */
const yearOrder = (yearGroup: string) => (yearGroup === 'N' ? -1 : yearGroup === 'R' ? 0 : Number(yearGroup))

/** Chooses the children of a class or a caseload, by year group. Tells `saved` or `given-up`. */
@customElement('vs-class-list')
export class VsClassList extends FormElement {
  @property({ attribute: false }) of?: Waiting
  @property() today = ''
  @state() private inReach: readonly Child[] | undefined
  @state() private chosen: ReadonlySet<string> = new Set()

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('of') && this.of) void this.open(this.of.post.id)
  }

  private async open(postId: string) {
    await this.trying(async () => {
      const { children } = await api.bodyOf(api.client.people.children.$get({ query: { postId } }))
      this.inReach = children
      this.chosen = new Set(children.filter(({ inList }) => inList).map(({ id }) => id))
    })
  }

  protected override render() {
    const { inReach: children, of } = this
    if (!children || !of) return this.said ? this.complaint() : html`<p role="status">One moment…</p>`
    const years = [...new Set(children.map(({ yearGroup }) => yearGroup))].toSorted(
      (a, b) => yearOrder(a) - yearOrder(b),
    )
    return html`<form
      class="form class-list"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        void this.send(new FormData(event.target as HTMLFormElement))
      }}
    >
      <p>
        ${of.person.name} sees these children and no others, in the days of the role.
        <b aria-live="polite">${count(this.chosen.size, 'child', 'children')} chosen.</b>
      </p>
      ${children.length === 0 ? html`<p class="quiet">There is no child here to choose.</p>` : nothing}
      ${years.map((year) =>
        this.year(
          year,
          children.filter((child) => child.yearGroup === year),
        ),
      )}
      ${field({
        name: 'startedOn',
        label: 'From',
        hint: 'Today takes effect at once.',
        widget: 'day',
        required: true,
        value: this.today,
        min: this.today,
        ...this.errorOf('startedOn'),
      })}
      ${this.complaint(['startedOn'])}
      <div class="form-actions">
        <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          Save the list
        </button>
        <button class="button" type="button" @click=${() => this.tell('given-up', {})}>Go back</button>
      </div>
    </form>`
  }

  private year(year: string, children: readonly Child[]) {
    const inList = children.filter(({ id }) => this.chosen.has(id)).length
    const all = inList === children.length
    return html`<details class="class-year" ?open=${inList > 0}>
      <summary>
        <b>${yearGroupWord(year)}</b> <span class="quiet">${inList} of ${children.length}</span>
      </summary>
      <fieldset>
        <legend class="hidden">${yearGroupWord(year)}</legend>
        <button class="link" type="button" @click=${() => this.choose(children, !all)}>
          ${all ? 'Take all out' : 'Choose all'}<span class="hidden"> of ${yearGroupWord(year)}</span>
        </button>
        <div class="class-children">
          ${children.map(
            (child) =>
              html`<label class="choice">
                <input
                  type="checkbox"
                  .checked=${this.chosen.has(child.id)}
                  @change=${(event: Event) =>
                    this.choose([child], (event.target as HTMLInputElement).checked)}
                />
                <span class="child-name">${child.name}</span>
              </label>`,
          )}
        </div>
      </fieldset>
    </details>`
  }

  private choose(children: readonly Child[], isIn: boolean) {
    const chosen = new Set(this.chosen)
    for (const { id } of children)
      if (isIn) chosen.add(id)
      else chosen.delete(id)
    this.chosen = chosen
  }

  private send(data: FormData) {
    return this.trying(async () => {
      const { of } = this
      if (!of) return
      const { id, version } = of.post
      const { children } = await api.bodyOf(
        api.client.people.posts[':id'].children.$put(
          {
            param: { id },
            json: { childIds: [...this.chosen], startedOn: textOf(data, 'startedOn') ?? '' },
          },
          seen(version),
        ),
      )
      this.tell('saved', {})
      showToast({ text: `The list holds ${count(children, 'child', 'children')}.` })
    })
  }
}

/** Opens the chooser over the page. */
export function openClassList(of: Waiting, today: string, onSaved: () => void): void {
  openDialog(
    `Children of ${of.post.label ?? of.person.name}`,
    (close) =>
      html`<vs-class-list
        .of=${of}
        today=${today}
        @saved=${() => {
          close()
          onSaved()
        }}
        @given-up=${close}
      ></vs-class-list>`,
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-class-list': VsClassList
  }
}
