import { html, nothing, type TemplateResult } from 'lit'
import type { Consequences } from '../../api.ts'
import { lengthPicker } from '../../charts/length-picker.ts'
import {
  longer,
  ofKind,
  pickerWeeks,
  pickerDays,
  rangeOf,
  tapped,
  type Picked,
} from '../../charts/length-picker-series.ts'
import { actDay, countInWords, sentence } from '../../format.ts'
import type { DraftDesk } from './draft-desk.ts'
import { savedLine } from './saved-line.ts'
import { backWords, dayWords, earlier, lengthWords, spanWords } from './words.ts'

const KINDS = [
  { kind: 'suspension', words: 'Suspension' },
  { kind: 'lunchtime', words: 'Lunchtimes' },
  { kind: 'permanent', words: 'Permanent exclusion' },
] as const

const WEEKS_AT_FIRST = 2

/** The school days to show: two weeks, and as many more as the length reaches or the person asked for. */
function daysShown(picked: Picked, schoolDays: readonly string[], more: number): string[] {
  const weeks = pickerWeeks(pickerDays(picked, schoolDays))
  const range = rangeOf(picked, schoolDays)
  const end = range ? schoolDays[Math.floor(range.last / 2) + 1] : undefined
  const reached = weeks.findIndex(({ days }) => days.some((day) => day !== null && day.on === end))
  const many = Math.max(WEEKS_AT_FIRST + more, reached + 1)
  return weeks.slice(0, many).flatMap(({ days }) => days.flatMap((day) => (day ? [day.on] : [])))
}

function exam({ fields, change }: DraftDesk) {
  const options = [
    { value: true, words: 'Yes' },
    { value: false, words: 'No' },
    { value: null, words: 'Not known' },
  ]
  return html`<div class="exam">
    <fieldset class="field">
      <legend>Would a public exam or a national test be missed?</legend>
      <div class="segments">
        ${options.map(
          ({ value, words }) =>
            html`<label
              ><input
                type="radio"
                name="missesExam"
                .checked=${fields.missesExam === value}
                @change=${() => change({ missesExam: value, ...(value !== true && { examOn: null }) })}
              />${words}</label
            >`,
        )}
      </div>
    </fieldset>
    ${
      fields.missesExam === true
        ? html`<div class="field">
            <label for="examOn">Day of the exam or test</label>
            <input
              class="box box-s"
              id="examOn"
              type="date"
              .value=${fields.examOn ?? ''}
              @change=${(event: Event) => change({ examOn: (event.target as HTMLInputElement).value || null })}
            />
          </div>`
        : nothing
    }
  </div>`
}

/** The steps and the length between them. */
function stepper(desk: DraftDesk, consequences: Consequences | null) {
  const { fields, change, page } = desk
  const step = fields.kind === 'lunchtime' ? 'one lunchtime' : 'half a day'
  const words = lengthWords(fields)
  return html`<div class="stepper">
    <button
      class="button step"
      type="button"
      aria-disabled=${fields.halfDays ? nothing : 'true'}
      @click=${() => fields.halfDays && change(longer(fields, page.firstHalf, -1))}
    >
      <span aria-hidden="true">−</span><span class="hidden">${step} less</span>
    </button>
    <output class="stepper-length">${words ?? 'No length yet'}</output>
    <button class="button step" type="button" @click=${() => change(longer(fields, page.firstHalf, 1))}>
      <span aria-hidden="true">+</span><span class="hidden">${step} more</span>
    </button>
    ${spanLine(desk, consequences)}
  </div>`
}

function spanLine({ fields }: DraftDesk, consequences: Consequences | null) {
  if (!consequences || consequences.days.length === 0) return nothing
  if (consequences.halfDays !== fields.halfDays) return html`<p class="stepper-span quiet">…</p>`
  return html`<p class="stepper-span">
    ${spanWords(consequences, fields.kind)}.<br /><b
      >${fields.kind === 'lunchtime' ? '' : backWords(consequences)}</b
    >
  </p>`
}

function readOnly({ fields, page }: DraftDesk, consequences: Consequences | null) {
  const words = lengthWords(fields)
  if (!words) return html`<p class="faint">No length is on record.</p>`
  const span = consequences && consequences.days.length > 0 ? spanWords(consequences, fields.kind) : null
  const from = fields.startedOn ? `from ${actDay(fields.startedOn)}` : ''
  return html`<p>
      <b>${sentence(words)}</b>${span === null ? from && ` ${from}` : `, ${span}`}.
      ${consequences && span !== null ? backWords(consequences) : ''}
    </p>
    ${
      fields.missesExam === true
        ? html`<p>
            An exam or a test would be
            missed${fields.examOn ? `, on ${dayWords(fields.examOn, page.today)}` : ''}.
          </p>`
        : nothing
    }`
}

/** What is thought of: of which kind, how long on real school days, and whether an exam would be missed. */
export function considered(
  desk: DraftDesk,
  consequences: Consequences | null,
  { moreWeeks, showMore }: { moreWeeks: number; showMore: () => void },
): TemplateResult {
  const { page, fields, change, mayWrite } = desk
  const days = daysShown(fields, page.schoolDays, moreWeeks)
  const isFresh = consequences?.halfDays === fields.halfDays && fields.kind !== 'permanent'
  return html`<section class="card panel" aria-labelledby="considered">
    <div class="panel-head">
      <h2 id="considered">
        ${page.considering && page.considering.state !== 'open' ? 'What was considered' : mayWrite ? 'What you are considering' : 'What is considered'}
      </h2>
      ${mayWrite ? savedLine(desk) : nothing}
    </div>
    ${
      mayWrite
        ? html`<div class="before-form">
            <fieldset class="field">
              <legend class="hidden">Of which kind</legend>
              <div class="segments">
                ${KINDS.map(
                  ({ kind, words }) =>
                    html`<label
                      ><input
                        type="radio"
                        name="kind"
                        .checked=${fields.kind === kind}
                        @change=${() => change({ ...ofKind(fields, kind), ...(kind === 'lunchtime' && noExam) })}
                      />${words}</label
                    >`,
                )}
              </div>
            </fieldset>
            ${fields.kind === 'permanent' ? permanentLine(desk) : stepper(desk, consequences)}
            ${
              page.schoolDays.length === 0
                ? html`<p class="quiet">
                    No school days are known from here on. Add the term dates on the School page.
                  </p>`
                : html`<div class="length">
                    <p class="hint">${hintOf(fields.kind)}</p>
                    ${lengthPicker({
                      picked: fields,
                      schoolDays: days,
                      sixthDay: isFresh ? (consequences?.sixthDay ?? null) : null,
                      backOn: isFresh && fields.kind !== 'lunchtime' ? (consequences?.backOn ?? null) : null,
                      tap: (on, session) => change(tapped(fields, page.schoolDays, on, session)),
                    })}
                    ${
                      days.length < page.schoolDays.length
                        ? html`<button class="link small" type="button" @click=${showMore}>
                            Show two more weeks
                          </button>`
                        : nothing
                    }
                  </div>`
            }
            ${fields.kind === 'lunchtime' ? nothing : exam(desk)}
          </div>`
        : readOnly(desk, consequences)
    }
    ${soFar(desk)}
  </section>`
}

/** Lunchtimes miss no session, and so no exam: it is not asked about. */
const noExam = { missesExam: null, examOn: null }

const hintOf = (kind: Picked['kind']) =>
  kind === 'permanent'
    ? 'Tap the half day from which it would begin.'
    : kind === 'lunchtime'
      ? 'Tap the first day, then the last. Each lunchtime counts as half a day.'
      : 'Half days count. Tap the first morning or afternoon, then the last.'

function permanentLine({ fields }: DraftDesk) {
  return html`<p class="stepper-length">
    ${fields.startedOn ? html`From ${actDay(fields.startedOn)}` : 'No first day yet'}
  </p>`
}

function soFar({ page }: DraftDesk) {
  const before = earlier(page)
  if (before.length === 0) return nothing
  return html`<details class="so-far">
    <summary>This school year so far: ${countInWords(before.length, 'suspension')}</summary>
    <ul class="small">
      ${before.map(
        ({ id, on, words }) =>
          html`<li><a href="/suspensions/${id}">${dayWords(on, page.today)}</a>: ${words}</li>`,
      )}
    </ul>
  </details>`
}
