import { html, nothing, type TemplateResult } from 'lit'
import type { BeforePage, Consequences } from '../../api.ts'
import { childName, freeText } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'
import { actDay, halfDaysInWords } from '../../format.ts'
import type { Draft } from './draft-fields.ts'
import {
  backWords,
  forenameOf,
  isWhole,
  lengthWords,
  notAskedWords,
  spanWords,
  termName,
  withName,
} from './words.ts'

/** Which dialog is open. */
export type Deciding = 'stays' | 'suspend' | 'withdraw'

export interface DecisionShown {
  page: BeforePage
  fields: Draft
  consequences: Consequences | null
  open: (deciding: Deciding) => void
}

/** `Suspend for 6 days…`, `Suspend at 3 lunchtimes…`, `Exclude permanently…`. */
export function actWords(fields: Draft): string {
  if (fields.kind === 'permanent') return 'Exclude permanently'
  const words = lengthWords(fields)
  if (words === null) return 'Suspend'
  return fields.kind === 'lunchtime' ? `Suspend at ${words}` : `Suspend for ${words}`
}

/** Why the second way is not open; null when it is. */
export function standsInTheWay(fields: Draft, consequences: Consequences | null): string | null {
  if (!isWhole(fields))
    return fields.kind === 'permanent'
      ? 'Pick the first day of it above.'
      : 'Pick a length above to see what it would set off.'
  if (fields.reasons.length === 0) return 'Choose at least one reason above.'
  if (fields.missesExam === true && fields.examOn === null && fields.kind !== 'lunchtime')
    return 'Say above on which day the exam or test is.'
  if (isExamElsewhere(fields, consequences))
    return 'The exam or test is on none of these days: say above that none is missed, or put its day right.'
  return consequences?.refusal ?? null
}

/** An exam that is said to be missed before the first or after the last of the days. */
function isExamElsewhere({ kind, missesExam, examOn }: Draft, consequences: Consequences | null): boolean {
  const days = consequences?.days ?? []
  const [first, last] = [days[0]?.on, days.at(-1)?.on]
  if (kind !== 'suspension' || missesExam !== true || examOn === null) return false
  return first !== undefined && last !== undefined && (examOn < first || last < examOn)
}

/** The two ways: staying in school first; only for the headteacher. */
export function decision({ page, fields, consequences, open }: DecisionShown): TemplateResult {
  const { child, may, considering, contacts } = page
  const forename = forenameOf(child.name)
  const obstacle = standsInTheWay(fields, consequences)
  const missing = notAskedWords(contacts)
  return html`<section class="card panel decision" aria-labelledby="decision">
    <div class="panel-head">
      <h2 id="decision">${may.decide ? 'Your decision' : 'The decision'}</h2>
    </div>
    <p class="small quiet">
      Only for what the child did, and only if it is more likely than not that it happened.
    </p>
    ${
      may.decide
        ? html`<div class="columns-2 decision-ways">
            <div>
              <button class="button button-solid button-wide" type="button" @click=${() => open('stays')}>
                <span>${childName(forename)} stays in school</span>
              </button>
              <p class="small quiet">Say what will happen instead. It is counted as a success.</p>
            </div>
            <div>
              <button
                class="button button-wide"
                type="button"
                aria-disabled=${obstacle === null ? nothing : 'true'}
                aria-describedby="suspend-note"
                @click=${() => obstacle === null && open('suspend')}
              >
                ${actWords(fields)}…
              </button>
              <p class="small quiet" id="suspend-note">
                ${
                  obstacle !== null
                    ? withName(obstacle, child.name)
                    : missing
                      ? html`${withName(missing, child.name)} You will be asked why.`
                      : 'You see it once more before it is recorded.'
                }
              </p>
            </div>
          </div>`
        : html`<p>${may.why ?? 'Only the headteacher decides.'}</p>`
    }
    ${
      considering && may.write
        ? html`<p class="decision-mistake small">
            <button class="link" type="button" @click=${() => open('withdraw')}>Opened by mistake…</button>
          </p>`
        : nothing
    }
  </section>`
}

export interface AskShown extends Omit<DecisionShown, 'open'> {
  deciding: Deciding
  busy: boolean
  said: string
  /** A sentence for the one box, where it is missing. */
  error: string
  back: () => void
  send: (words: string) => void
}

/** `It comes to 1 day in the Spring term and 3.5 days in the school year.`: of the term it falls in, whichever that is. */
export function comesToWords({ term, year }: Pick<Consequences, 'term' | 'year'>): string {
  const ofTerm = term === null ? '' : `${halfDaysInWords(term.after)} in the ${termName(term.name)} and `
  return `It comes to ${ofTerm}${halfDaysInWords(year.after)} in the school year.`
}

interface Asking {
  body: unknown
  /** The one thing that is asked; none where nothing is missing. */
  box: { label: string; hint: string } | null
  act: unknown
}

function asking({ page, fields, consequences, deciding }: AskShown): Asking {
  const { child, contacts } = page
  const forename = forenameOf(child.name)
  if (deciding === 'stays')
    return {
      body: nothing,
      box: {
        label: 'What will happen instead',
        hint: 'Who does what, and from when. The Virtual School reads it too.',
      },
      act: html`<span>${childName(forename)} stays in school</span>`,
    }
  if (deciding === 'withdraw')
    return {
      body: html`<p>
        It is then counted nowhere. That it was opened, and why it was closed, stays on record.
      </p>`,
      box: { label: 'How did it come to be opened?', hint: 'Such as: for the wrong child.' },
      act: 'Close it',
    }
  const missing = notAskedWords(contacts)
  return {
    body: html`${
      consequences && consequences.days.length > 0 && fields.kind !== 'permanent'
        ? html`<p>
            ${spanWords(consequences, fields.kind)}.
            ${fields.kind === 'lunchtime' ? '' : backWords(consequences)} ${comesToWords(consequences)}
          </p>`
        : html`<p>${fields.startedOn ? `From ${actDay(fields.startedOn)}.` : ''}</p>`
    }
    ${
      missing
        ? html`<p class="asked-why">${statusMark('due', 16, '')} <b>${withName(missing, child.name)}</b></p>`
        : nothing
    }`,
    box: missing
      ? {
          label: 'Why it cannot wait',
          hint: `Governors and inspectors see this beside the ${fields.kind === 'permanent' ? 'exclusion' : 'suspension'}, which is shown as decided before contact.`,
        }
      : null,
    act: actWords(fields),
  }
}

/** The dialog's heading restates the act. */
export function askHeading({
  page,
  fields,
  deciding,
}: Pick<AskShown, 'page' | 'fields' | 'deciding'>): unknown {
  const name = childName(forenameOf(page.child.name))
  if (deciding === 'stays') return html`${name} stays in school`
  if (deciding === 'withdraw') return 'Close this as opened by mistake?'
  const words = lengthWords(fields)
  if (fields.kind === 'permanent') return html`Exclude ${name} permanently?`
  return html`Suspend ${name} ${fields.kind === 'lunchtime' ? 'at' : 'for'} ${words}?`
}

/** The dialog: restates the act, asks the one missing thing, "Go back" first. */
export function ask(shown: AskShown): TemplateResult {
  const { body, box, act } = asking(shown)
  const { busy, said, error, back, send } = shown
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement).get('words')
    send(typeof given === 'string' ? given.trim() : '')
  }
  return html`<form class="form ask" novalidate @submit=${submit}>
    ${body}
    ${
      box
        ? html`<div class="field ${error ? 'field-error' : ''}">
            <label for="ask-words">${box.label}</label>
            <span class="hint" id="ask-hint">${box.hint}</span>
            ${
              error
                ? html`<span class="error-text" id="ask-error"
                    >${statusMark('breach', 16, 'Error')} ${error}</span
                  >`
                : nothing
            }
            <textarea
              class="box"
              id="ask-words"
              name="words"
              rows="3"
              maxlength="4000"
              aria-describedby=${error ? 'ask-hint ask-error' : 'ask-hint'}
              aria-invalid=${error ? 'true' : nothing}
              autofocus
            ></textarea>
          </div>`
        : nothing
    }
    ${said ? html`<p class="error-text" role="alert">${freeText(said)}</p>` : nothing}
    <div class="form-actions">
      <button class="button" type="button" @click=${back}>Go back</button>
      <button class="button button-solid" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${act}
      </button>
    </div>
  </form>`
}
