import { html, nothing, type TemplateResult } from 'lit'
import { freeText } from '../../components/child-name.ts'
import { list } from '../../format.ts'
import type { DraftDesk } from './draft-desk.ts'
import { factsList } from './facts-list.ts'
import { savedLine } from './saved-line.ts'
import { minuteWords } from './words.ts'

const MOST_REASONS = 3
/** Codes shown before "Another reason…" is asked for: what is chosen most often in schools. */
const OFTEN = ['DB', 'VA', 'PA', 'VP', 'PP', 'DM']

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement).value
const orNull = (text: string) => (text.trim() === '' ? null : text)

interface Asked {
  name: 'whatHappened' | 'whatBefore'
  label: string
  hint: string
}

const TEXTS: readonly Asked[] = [
  {
    name: 'whatHappened',
    label: 'What happened',
    hint: 'What was seen and heard, and by whom; not what anybody is like.',
  },
  {
    name: 'whatBefore',
    label: 'What came just before it',
    hint: 'The lesson, the room, who was there, a change of plan. It often shows another way.',
  },
]

function text({ name, label, hint }: Asked, { fields, change }: DraftDesk) {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <span class="hint" id="${name}-hint">${hint}</span>
    <textarea
      class="box"
      id=${name}
      rows="2"
      maxlength="4000"
      aria-describedby="${name}-hint"
      .value=${fields[name] ?? ''}
      @input=${(event: Event) => change({ [name]: orNull(valueOf(event)) })}
    ></textarea>
  </div>`
}

function reasonToggles({ page, fields, change }: DraftDesk, all: boolean, showAll: () => void) {
  const chosen = new Set(fields.reasons)
  const isFull = chosen.size >= MOST_REASONS
  const isShown = (code: string) => all || chosen.has(code) || OFTEN.includes(code)
  const often = page.reasons.some(({ code }) => OFTEN.includes(code))
  const shown = often ? page.reasons.filter(({ code }) => isShown(code)) : page.reasons
  const toggle = (code: string) => {
    if (chosen.has(code)) change({ reasons: fields.reasons.filter((one) => one !== code) })
    else if (!isFull) change({ reasons: [...fields.reasons, code] })
  }
  return html`<fieldset class="field reasons" aria-describedby="reasons-hint">
    <legend>Reasons</legend>
    <span class="hint" id="reasons-hint"
      >${isFull ? 'Three are chosen, the most there can be. Take one away to choose another.' : 'Up to three, in the words of the census.'}</span
    >
    <div class="toggles">
      ${shown.map(
        ({ code, words }) =>
          html`<button
            class="toggle"
            type="button"
            aria-pressed=${chosen.has(code)}
            aria-disabled=${isFull && !chosen.has(code) ? 'true' : nothing}
            @click=${() => toggle(code)}
          >
            ${words}
          </button>`,
      )}
      ${
        shown.length < page.reasons.length
          ? html`<button class="toggle toggle-more" type="button" @click=${showAll}>Another reason…</button>`
          : nothing
      }
    </div>
  </fieldset>`
}

function readOnly({ page, fields }: DraftDesk) {
  const words = new Map(page.reasons.map(({ code, words: said }) => [code, said]))
  const none = html`<span class="faint">Not said</span>`
  const rows: [string, unknown][] = [
    ['When', fields.happenedAt ? minuteWords(fields.happenedAt, page.today) : none],
    ['Reasons', list(fields.reasons.map((code) => words.get(code) ?? code)) || none],
    ['What happened', fields.whatHappened ? freeText(fields.whatHappened) : none],
    ['What came just before it', fields.whatBefore ? freeText(fields.whatBefore) : none],
  ]
  return factsList(rows)
}

/** When, why, what, and what came just before. */
export function happened(
  desk: DraftDesk,
  { allReasons, showAll }: { allReasons: boolean; showAll: () => void },
): TemplateResult {
  const { fields, change, mayWrite } = desk
  return html`<section class="card panel" aria-labelledby="happened">
    <div class="panel-head">
      <h2 id="happened">What happened</h2>
      ${mayWrite ? savedLine(desk) : nothing}
    </div>
    ${
      mayWrite
        ? html`<div class="before-form">
            <div class="field field-when">
              <label for="happenedAt">When</label>
              <input
                class="box box-m"
                id="happenedAt"
                type="datetime-local"
                step="60"
                .value=${fields.happenedAt ?? ''}
                @change=${(event: Event) => change({ happenedAt: orNull(valueOf(event)) })}
              />
            </div>
            ${reasonToggles(desk, allReasons, showAll)} ${TEXTS.map((asked) => text(asked, desk))}
          </div>`
        : readOnly(desk)
    }
  </section>`
}

/** A number, or a person, that the Virtual School can ring back. */
export function ringBackField({ fields, change }: DraftDesk, school: string): TemplateResult {
  return html`<div class="field ring-back">
    <label for="ringBack">Where ${school} can ring you back</label>
    <input
      class="box box-m"
      id="ringBack"
      type="text"
      maxlength="100"
      autocomplete="off"
      .value=${fields.ringBack ?? ''}
      @input=${(event: Event) => change({ ringBack: orNull(valueOf(event)) })}
    />
  </div>`
}
