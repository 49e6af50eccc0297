import { html, nothing, type TemplateResult } from 'lit'
import type { ChildPage, Kinds } from '../../api.ts'
import { childName, freeText } from '../../components/child-name.ts'
import { placePopover } from '../../components/place-popover.ts'
import { icon } from '../../components/icon.ts'
import { statusChip } from '../../components/status-chip.ts'
import { count, dayWithYear, yearGroupWord } from '../../format.ts'
import { whoIsIn } from '../../signed-in.ts'
import { GROUPS } from '../cohort/cohort-row.ts'
import type { RecordFormAsked } from '../record-form.ts'
import { kindsToAdd, mayKeep, otherWaysToAdd } from './records.ts'

type OpenForm = (asked: Pick<RecordFormAsked, 'kind' | 'recordId' | 'prefill'>) => void

function facts({ child, evaluatesOn }: ChildPage): TemplateResult {
  const { statuses, authority, yearGroup, age, sayName, onRoll, admittedOn, leftOn } = child
  const seen = (day: string) => dayWithYear(day, evaluatesOn)
  const roll = onRoll
    ? nothing
    : html`<span class="chip"
        >${leftOn !== null && leftOn < evaluatesOn ? `Left on ${seen(leftOn)}` : `Comes on roll on ${seen(admittedOn)}`}</span
      >`
  return html`<p class="child-facts">
    ${roll} ${statuses.map((status) => statusChip(status))}
    ${statuses.length === 0 && onRoll ? html`<span class="chip">No social worker on record</span>` : nothing}
    ${authority ? html`<span>by ${authority}</span>` : nothing} <span>${yearGroupWord(yearGroup)}</span>
    <span>${count(age, 'year')} old</span>
    ${sayName ? html`<span>say <i>${childName(sayName)}</i></span>` : nothing}
  </p>`
}

/** Their own words, or the way to write them down where a PEP is to hold them. */
function ownWords(
  { child, words, timeline, evaluatesOn }: ChildPage,
  open: OpenForm,
): TemplateResult | typeof nothing {
  if (words)
    return html`<figure class="own-words">
      <blockquote>${freeText(`“${words.text}”`)}</blockquote>
      <figcaption>
        ${childName(child.forename)}, for the PEP of ${dayWithYear(words.heldOn, evaluatesOn)}
      </figcaption>
    </figure>`
  if (!child.statuses.includes('cla')) return nothing
  const meeting = timeline.find(({ kind }) => kind === 'pep-meeting')
  const asked = { kind: 'pep-meeting', ...(meeting && { recordId: meeting.id }) }
  return html`<figure class="own-words own-words-missing">
    <p class="quiet">Nothing is written here yet in ${childName(child.forename)}’s own words.</p>
    <button class="link" type="button" @click=${() => open(asked)}>
      Write down what ${childName(child.forename)} says
    </button>
  </figure>`
}

const ADD = 'add-record'
const OTHER = 'record-something-else'

const underItsButton = (event: ToggleEvent) => {
  const menu = event.currentTarget
  placePopover(event, menu instanceof Element ? menu.previousElementSibling : null)
}

const choose = (menu: string, kinds: Kinds['kinds'], open: OpenForm) =>
  kinds.map(
    ({ kind, title }) =>
      html`<li>
        <button
          class="link"
          type="button"
          @click=${() => {
            document.getElementById(menu)?.hidePopover()
            open({ kind })
          }}
        >
          ${title}
        </button>
      </li>`,
  )

function adding(kinds: Kinds['kinds'], open: OpenForm): TemplateResult {
  return html`<button class="button" type="button" popovertarget=${ADD}>Add…</button>
    <ul class="popover more-menu" id=${ADD} popover @toggle=${underItsButton}>
      ${choose(ADD, [...kindsToAdd(kinds)], open)}
    </ul>`
}

/** Other ways out of lessons or out of school, with the words that none of them stands in for a suspension. */
function addingSomethingElse(kinds: Kinds['kinds'], open: OpenForm): TemplateResult {
  return html`<button class="link" type="button" popovertarget=${OTHER}>Record something else…</button>
    <div class="popover something-else" id=${OTHER} popover @toggle=${underItsButton}>
      <p class="small quiet">
        Each of these has rules of its own. None is ever a suspension under another name: whoever is sent home
        for what they did is suspended, or sent home unlawfully.
      </p>
      <ul>
        ${choose(OTHER, [...otherWaysToAdd(kinds)], open)}
      </ul>
    </div>`
}

const beforeSuspending = (id: string) =>
  html`<a class="button" href="/before-suspending/${encodeURIComponent(id)}"
    >${icon('pause', 18)} Before you suspend</a
  >`

/** The name first and largest, how to say it, what the child is today, and their own words beside it. */
export function childHead(page: ChildPage, kinds: Kinds['kinds'], open: OpenForm): TemplateResult {
  const { child } = page
  const group = GROUPS.find((one) => one.group === child.group)?.title ?? 'In no list'
  const words = ownWords(page, open)
  return html`<header class="child-head ${words === nothing ? '' : 'child-head-words'}">
    <nav class="crumbs small" aria-label="Where you are"><a href="/cohort">Cohort</a> / ${group}</nav>
    <div>
      <h1 tabindex="-1">${childName(child.name)}</h1>
      ${facts(page)}
    </div>
    ${words}
    <div class="page-actions">
      ${child.onRoll && whoIsIn()?.pages.includes('before') ? beforeSuspending(child.id) : nothing}
      ${kindsToAdd(kinds).length > 0 ? adding(kinds, open) : nothing}
      ${
        mayKeep(kinds, 'child')
          ? html`<button
              class="button"
              type="button"
              @click=${() => open({ kind: 'child', recordId: child.id })}
            >
              Correct name or dates
            </button>`
          : nothing
      }
      ${otherWaysToAdd(kinds).length > 0 ? addingSomethingElse(kinds, open) : nothing}
    </div>
  </header>`
}
