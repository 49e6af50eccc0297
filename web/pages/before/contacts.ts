import { html, nothing, type TemplateResult } from 'lit'
import type { Attempt, BeforePage, ContactStep } from '../../api.ts'
import { freeText } from '../../components/child-name.ts'
import { icon } from '../../components/icon.ts'
import { statusMark } from '../../components/status-mark.ts'
import { sentence } from '../../format.ts'
import './vs-rung.ts'
import type { Ringing } from './vs-rung.ts'
import {
  attemptWords,
  instantOn,
  isAnswer,
  latestOf,
  minuteWords,
  virtualSchoolOf,
  withName,
} from './words.ts'

export interface ContactsShown {
  page: BeforePage
  /** `07:52`; null before the server has answered. */
  now: string | null
  ringing: (step: ContactStep) => Ringing
  copy: () => void
  /** The form that adds a number nobody knows. */
  add: (step: ContactStep) => void
}

const dialled = (phone: string) => phone.replaceAll(/[^\d+]/g, '')

/** What a person is and where, without saying the same twice: `education adviser, Barnet Virtual School`. */
function placeOf({
  name,
  title,
  organisation,
}: Pick<ContactStep, 'name' | 'title' | 'organisation'>): string {
  const has = (words: string) => title.toLowerCase().includes(words.toLowerCase())
  return [title, organisation]
    .filter((words, at) => words && words !== name && (at === 0 || !has(words)))
    .join(', ')
}

/** `Joanna Mbeki, education adviser, Barnet Virtual School`. */
function whoIsIt(step: ContactStep) {
  const { name } = step
  const place = placeOf(step)
  return name ? html`<b>${freeText(name)}</b>${place ? `, ${place}` : ''}` : html`<b>${sentence(place)}</b>`
}

/** What is said in place of a number that nobody knows; it opens the form that adds it. */
const noNumber = ({ missing, title }: ContactStep, add: (() => void) | null) => {
  const named = /^[a-z]/.test(title) ? `the ${title}` : title
  const words = missing ?? `No number for ${named}: add one`
  return add ? html`<button class="link" type="button" @click=${add}>${words}</button>` : words
}

/** What was said there; what they wrote themselves stands with their advice. */
const noteOf = (attempt: Attempt) =>
  attempt.note && !isAnswer(attempt) ? html`: ${freeText(attempt.note)}` : nothing

const attempts = ({ attempts: made }: ContactStep, today: string) =>
  made.map(
    (attempt) =>
      html`<li class=${attempt.outcome === 'no-answer' ? 'call-unanswered' : ''}>
        ${sentence(attemptWords(attempt, today))}${noteOf(attempt)}
      </li>`,
  )

/** Who would agree in this talk that the Virtual School is asked; empty where nobody needs to. */
const whoAgrees = ({ agreement, name, title }: ContactStep): string =>
  agreement === 'given-here' ? (name ?? title) : ''

/** Nobody has agreed yet that the Virtual School is asked about the child. */
const isWithheld = ({ agreement, agreed }: ContactStep): boolean => agreement === 'needed' && agreed === null

/** Why no number stands here. */
const withheldWords = ({ withdrawnAt }: ContactStep, today: string): string =>
  withdrawnAt === null
    ? 'Nobody has agreed yet. The number stands here when somebody has.'
    : `The agreement was withdrawn, ${minuteWords(withdrawnAt, today)}. The number stands here when somebody agrees again.`

/** Who agreed that the Virtual School is asked, and the way to say that it is withdrawn. */
function agreedLine({ agreed }: ContactStep, { page, ringing }: ContactsShown) {
  if (!agreed) return nothing
  const family = page.contacts.filter(({ agreement }) => agreement === 'given-here')
  const spokenTo = family.find(({ role }) => role === agreed.role) ?? family[0]
  return html`<p class="small">${freeText(agreed.by)} agreed, ${minuteWords(agreed.at, page.today)}</p>
    ${
      page.may.write && spokenTo
        ? html`<vs-rung
            withdraws
            label="The agreement is withdrawn"
            agrees=${agreed.by}
            .ringing=${ringing(spokenTo)}
          ></vs-rung>`
        : nothing
    }`
}

/** The one to ring before all others, on the only block of solid colour; a met line once that is done. */
export function callBlock(
  step: ContactStep,
  { page, now, ringing, copy, add }: ContactsShown,
): TemplateResult {
  const { child, today, may, message } = page
  const { phone, isDone } = step
  const way = isWithheld(step)
    ? html`<p class="call-missing">${withheldWords(step, today)}</p>`
    : phone
      ? html`<p class="call-number"><a href="tel:${dialled(phone)}">${icon('phone', 28)} ${phone}</a></p>`
      : html`<p class="call-missing strong">${noNumber(step, may.write ? () => add(step) : null)}</p>`
  const tries = attempts(step, today)
  return html`<section
    class=${isDone ? 'card panel call call-done' : 'call'}
    aria-label="Ring first: ${step.title}"
  >
    <div class="call-who">
      <p>${isDone ? statusMark('met', 20, 'Asked') : nothing} ${whoIsIt(step)}</p>
      ${way}
      ${
        tries.length > 0
          ? html`<ul class="call-tries ${isDone ? 'word-met' : ''}">
              ${tries}
            </ul>`
          : nothing
      }
      ${
        isDone
          ? nothing
          : html`<div class="call-why small">
              <p>${withName(step.why, child.name)}</p>
              <p>${step.who} A message left counts as asked; a call that nobody answers does not.</p>
            </div>`
      }
    </div>
    <div class="call-ways">
      ${
        may.write && !isWithheld(step)
          ? html`<vs-rung
              label=${isDone ? 'I have rung again' : now ? `I have rung, ${now}` : 'I have rung'}
              agrees=${whoAgrees(step)}
              .ringing=${ringing(step)}
            ></vs-rung>`
          : nothing
      }
      ${
        message && may.write
          ? html`<button class="button button-wide call-copy" type="button" @click=${copy}>
              Copy a message
            </button>`
          : nothing
      }
    </div>
  </section>`
}

function stateOf(step: ContactStep, { page }: ContactsShown) {
  const { attempts: made, isDone, isNeeded, why } = step
  const latest = latestOf(made)
  if (isDone && latest)
    return html`<p class="other-state word-met">
      ${statusMark('met', 16, '')}
      <span>${sentence(attemptWords(latest, page.today))}${noteOf(latest)}</span>
    </p>`
  return html`<p class="other-state ${isNeeded ? 'word-due' : 'quiet'}">
      ${statusMark(isNeeded ? 'due' : 'ahead', 16, '')}
      <span>${isNeeded ? 'To ask. ' : ''}${withName(why, page.child.name)}</span>
    </p>
    ${latest ? html`<p class="small quiet">${sentence(attemptWords(latest, page.today))}</p>` : nothing}`
}

/** How somebody is reached; who is in the building needs no number. */
function reach(step: ContactStep, shown: ContactsShown) {
  const { page, add } = shown
  const { may } = page
  const { name, phone, role, missing } = step
  if (isWithheld(step)) return html`<p class="small quiet">${withheldWords(step, page.today)}</p>`
  if (phone)
    return html`<a class="other-phone" href="tel:${dialled(phone)}"
        >${icon('phone', 16)} ${phone}<span class="hidden">, ${name ?? sentence(placeOf(step))}</span></a
      >${agreedLine(step, shown)}`
  if (role !== 'safeguarding-lead')
    return html`<p class="small quiet">${noNumber(step, may.write ? () => add(step) : null)}</p>
      ${agreedLine(step, shown)}`
  if (!missing) return html`<p class="small quiet">Here in school</p>`
  return html`<p class="small quiet">${may.decide ? html`<a href="/people">${missing}</a>` : missing}</p>`
}

function other(step: ContactStep, shown: ContactsShown) {
  const { name } = step
  const role = sentence(placeOf(step))
  const { may } = shown.page
  return html`<li>
    <p class="strong">${name ? freeText(name) : role}</p>
    ${name ? html`<p class="small quiet">${role}</p>` : nothing} ${stateOf(step, shown)}
    <div class="other-ways">
      ${reach(step, shown)}
      ${
        may.write && !isWithheld(step)
          ? html`<vs-rung
              small
              label=${step.isDone ? 'Asked again' : 'I have asked'}
              agrees=${whoAgrees(step)}
              of=${name ?? role}
              .ringing=${shown.ringing(step)}
            ></vs-rung>`
          : nothing
      }
    </div>
  </li>`
}

/** Everybody else who is asked, each with how it stands. */
export function otherPeople(shown: ContactsShown): TemplateResult {
  const others = shown.page.contacts.filter(({ isFirst }) => !isFirst)
  const { leftOut } = shown.page
  if (others.length + leftOut.length === 0) return html`${nothing}`
  return html`<section aria-label="Others to ask">
    ${
      others.length > 0
        ? html`<ul class="others card">
            ${others.map((step) => other(step, shown))}
          </ul>`
        : nothing
    }
    ${leftOut.map(
      ({ name, reason }) =>
        html`<p class="left-out small">
          ${statusMark('not-applicable', 16, '')} <b>Do not contact:</b>
          ${freeText(reason ? `${name}: ${reason}` : name)}
        </p>`,
    )}
  </section>`
}

/** Since when the Virtual School sees it, whether it has read it, and what it advised; said before it is sent. */
export function seenLine(page: BeforePage): TemplateResult {
  const { considering, today, may } = page
  const school = virtualSchoolOf(page)
  if (school === null) return html`${nothing}`
  if (!considering)
    return may.write
      ? html`<p class="seen small">
          ${statusMark('ahead', 16, '')}
          <span>
            Nothing is sent yet. From the first thing you record on this page, ${school} sees it in its inbox.
          </span>
        </p>`
      : html`${nothing}`
  const { read, openedAt, advice } = considering
  return html`<div class="seen-all" aria-live="polite">
    <p class="seen small">
      ${statusMark(read ? 'met' : 'ahead', 16, '')}
      <span>
        ${school} sees this in its inbox since
        ${instantOn(openedAt, today)}${read ? html`; <b>read ${instantOn(read.at, today)} by ${read.by}</b>.` : '; not read yet.'}
      </span>
    </p>
    ${advice.map(
      ({ at, by, words }) =>
        html`<figure class="advice card">
          <blockquote>${freeText(words)}</blockquote>
          <figcaption class="small quiet">Advice of ${by}, ${minuteWords(at, today)}</figcaption>
        </figure>`,
    )}
  </div>`
}
