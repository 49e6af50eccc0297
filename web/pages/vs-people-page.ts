import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { api, type People } from '../api.ts'
import { dataTable } from '../components/data-table.ts'
import { pageHead } from '../components/page-head.ts'
import { statusMark } from '../components/status-mark.ts'
import { count, countInWords, fullDay, sentence } from '../format.ts'
import { DataPage } from './data-page.ts'
import {
  byRole,
  daysOf,
  lastSeen,
  peopleSentence,
  stateOf,
  waitingForMe,
  withoutRole,
  type Person,
  type Waiting,
} from './people/people-words.ts'
import './people/vs-access-review.ts'
import { openInvite } from './people/vs-invite-form.ts'
import { openPerson } from './people/vs-person-form.ts'
import './people/vs-waiting.ts'
import '../styles/people.css'

/** Who has an account and a role: what waits for a word, everybody by role, and the termly review. */
@customElement('vs-people-page')
export class VsPeoplePage extends DataPage<People> {
  private readonly changed = () => void this.refresh()

  override connectedCallback() {
    super.connectedCallback()
    document.addEventListener('people-changed', this.changed)
  }

  override disconnectedCallback() {
    document.removeEventListener('people-changed', this.changed)
    super.disconnectedCallback()
  }

  protected load(): Promise<People> {
    return api.people()
  }

  protected draw(view: People): TemplateResult {
    const mine = waitingForMe(view)
    return html`${pageHead({
        sentence: peopleSentence(view),
        lead: leadOf(view),
        actions: html`${
            view.roles.length > 0
              ? html`<button
                  class="button button-solid"
                  type="button"
                  @click=${() => openInvite(view, this.changed)}
                >
                  Invite somebody
                </button>`
              : nothing
          } <button class="button" type="button" @click=${() => print()}>Print</button>`,
      })}
      <p class="print-only">Who has access, as at ${fullDay(view.today)}.</p>
      <div class="stack people-page" @saved=${this.changed} @change-person=${this.changePerson}>
        ${
          mine.length === 0
            ? nothing
            : html`<section class="card panel no-print" aria-labelledby="waits">
                <h2 id="waits">For your word</h2>
                <div class="lines waiting-list">
                  ${mine.map((waiting) =>
                    keyed(
                      `${waiting.post.id} ${waiting.post.version}`,
                      html`<vs-waiting .of=${waiting} today=${view.today}></vs-waiting>`,
                    ),
                  )}
                </div>
              </section>`
        }
        <section class="card people-table" aria-label="People by role">${this.table(view)}</section>
        <vs-access-review .view=${view}></vs-access-review>
        ${this.left(view)}
      </div>`
  }

  private readonly changePerson = (event: CustomEvent<{ accountId: string }>) => {
    const person = this.data?.people.find(({ accountId }) => accountId === event.detail.accountId)
    if (person) openPerson(person, this.data?.today ?? '')
  }

  private table(view: People) {
    const { today } = view
    const places = new Set(
      view.people.flatMap(({ posts }) => posts.map(({ place }) => place)).filter(Boolean),
    )
    return dataTable<Waiting>({
      caption: 'People by role',
      columns: [
        {
          key: 'person',
          head: 'Name',
          rowHead: true,
          cell: ({ person }) =>
            html`<span class="who-cell"
              ><span class="person-name">${person.name}${person.isMe ? ' (you)' : ''}</span
              ><span class="quiet caption">${person.email}</span></span
            >`,
        },
        {
          key: 'role',
          head: 'Role and place',
          cell: ({ post }) =>
            html`${post.words}${whereWords(post, places.size > 1).map((part) => html`<span class="quiet caption place">${part}</span>`)}`,
        },
        { key: 'days', head: 'From – to', cell: ({ post }) => sentence(daysOf(post, today)) },
        { key: 'seen', head: 'Last sign-in', cell: ({ person }) => lastSeen(person, today) },
        {
          key: 'factor',
          head: 'Second factor',
          cell: ({ person }) => (person.secondFactor ? 'Set' : html`<span class="quiet">Not yet</span>`),
        },
        {
          key: 'state',
          head: 'State',
          cell: (one) => {
            const { mark, words } = stateOf(one, today)
            return html`<span class="person-state">${statusMark(mark, 14, '')}<span>${words}</span></span>`
          },
        },
        {
          key: 'change',
          head: 'Change',
          hiddenHead: true,
          cell: ({ person }) => this.change(person, today),
        },
      ],
      groups: [{ rows: byRole(view).flatMap(({ rows }) => rows) }],
      cards: true,
      roomy: true,
    })
  }

  private change(person: Person, today: string) {
    const can =
      person.can.some((act) => act !== 'invite') || person.posts.some(({ can: acts }) => acts.length > 0)
    return can
      ? html`<button class="link no-print" type="button" @click=${() => openPerson(person, today)}>
          Change…<span class="hidden"> ${person.name}</span>
        </button>`
      : nothing
  }

  private left(view: People) {
    const people = withoutRole(view)
    if (people.length === 0) return nothing
    return html`<details class="card panel no-print people-left">
      <summary>
        <h2>${sentence(countInWords(people.length, 'person has', 'people have'))} no role any more.</h2>
      </summary>
      <ul class="lines">
        ${people.map(
          (person) =>
            html`<li class="row row-apart">
              <span
                ><b>${person.name}</b>
                <span class="quiet"
                  >${person.state === 'ended' ? 'The account has ended' : 'The account is there, and opens nothing'}.
                  ${[...new Set(person.posts.map(({ words }) => words))].join(', ')}</span
                ></span
              >
              <span class="row">
                ${
                  view.roles.length > 0
                    ? html`<button
                        class="link"
                        type="button"
                        @click=${() => openInvite(view, this.changed, person)}
                      >
                        Give a role<span class="hidden"> to ${person.name}</span>
                      </button>`
                    : nothing
                }
                ${this.change(person, view.today)}
              </span>
            </li>`,
        )}
      </ul>
    </details>`
  }
}

/** Of which class or caseload, how many are on its list, and at which place where there are several. */
const whereWords = ({ label, children, place }: Waiting['post'], several: boolean) => [
  ...(label || children
    ? [
        html`${label}${children ? html`<span class="no-print">${label ? ', ' : ''}${count(children, 'child', 'children')}</span>` : nothing}`,
      ]
    : []),
  ...(several && place ? [place] : []),
]

function leadOf({ people }: People) {
  const active = people.filter(({ state }) => state === 'active')
  const invited = people.filter(({ state }) => state === 'invited').length
  const without = active.filter(({ secondFactor }) => !secondFactor).length
  return [
    `${sentence(countInWords(active.length, 'person has an account', 'people have an account'))}.`,
    invited > 0 ? `${sentence(countInWords(invited, 'is', 'are'))} invited.` : '',
    without > 0 ? `${sentence(countInWords(without, 'has', 'have'))} no second factor yet.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-people-page': VsPeoplePage
  }
}
