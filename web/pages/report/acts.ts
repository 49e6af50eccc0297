import { html, nothing, type TemplateResult } from 'lit'
import type { ReportPage, ReportSection } from '../../api.ts'
import { field } from '../../components/field.ts'
import { actWords, type Act } from './act-words.ts'
import { openWords, warnedWords } from './sentences.ts'
import { warned } from './warned.ts'

export interface ActShown {
  act: Act
  page: ReportPage
  /** Sections that ask for words and have none. */
  open: readonly ReportSection[]
  /** How many sections have words that name or describe a child. */
  warnedSections: number
  /** What the minute as it stands in its box gives away. */
  minuteWarnings: readonly string[]
  busy: boolean
  said: string
  /** What is wrong with a field, by its name. */
  wrong: Readonly<Record<string, string>>
  back: () => void
  send: (event: SubmitEvent) => void
  /** With each key in the box of the minute, what stands in it. */
  typed: (minute: string) => void
}

/** The form of an act: what happens, who sees it, the one thing that is missing, and the way back first. */
export function actForm(shown: ActShown): TemplateResult {
  const { act, page, open, warnedSections, minuteWarnings, busy, said, back, send } = shown
  const { text, button } = actWords(act, page)
  const asksForAll = act === 'send' || act === 'approve'
  return html`<form class="form" novalidate @submit=${send}>
    ${
      text.length > 0 || asksForAll
        ? html`<div class="stack-small">
            ${text.map((line) => html`<p>${line}</p>`)}
            ${asksForAll && open.length > 0 ? html`<p class="strong word-due">${openWords(open)}</p>` : nothing}
            ${asksForAll && warnedSections > 0 ? html`<p class="strong word-breach">${warnedWords(warnedSections)}</p>` : nothing}
          </div>`
        : nothing
    }
    ${fields(shown)} ${said ? html`<p class="error-text" role="alert">${said}</p>` : nothing}
    <div class="form-actions">
      <button class="button" type="button" @click=${back}>Go back</button>
      <button class="button button-solid" type="submit" aria-disabled=${busy ? 'true' : 'false'}>
        ${minuteWarnings.length > 0 ? 'Note it all the same' : button}
      </button>
    </div>
  </form>`
}

function fields({ act, page, wrong, minuteWarnings, typed }: ActShown): unknown {
  const error = (name: string) => (wrong[name] ? { error: wrong[name] } : {})
  if (act === 'return' || act === 'remove')
    return field({
      id: 'act-reason',
      name: 'reason',
      label: act === 'return' ? 'What is to be changed?' : 'Why?',
      ...(act === 'return' && { hint: 'The designated teacher reads it above the report.' }),
      widget: 'textarea',
      required: true,
      maxlength: 1000,
      ...error('reason'),
    })
  if (act === 'publish')
    return field({
      id: 'act-meetingOn',
      name: 'meetingOn',
      label: 'For the meeting of',
      hint: 'The governing board’s meeting at which it is read.',
      widget: 'day',
      value: page.report.meetingOn ?? '',
      ...error('meetingOn'),
    })
  if (act === 'minute')
    return html`${field({
        id: 'act-on',
        name: 'on',
        label: 'Day of the meeting',
        widget: 'day',
        required: true,
        value: page.report.minutedOn ?? page.report.meetingOn ?? '',
        ...error('on'),
      })}
      <div @input=${(event: Event) => typed((event.target as HTMLTextAreaElement).value)}>
        ${field({
          id: 'act-minute',
          name: 'minute',
          label: 'The minute',
          hint: 'As it stands in the minutes: no child’s name, and nothing that tells of one child.',
          widget: 'textarea',
          required: true,
          maxlength: 1000,
          value: page.report.minute ?? '',
          ...error('minute'),
        })}
        <div role="status" id="act-minute-warnings" tabindex="-1">${warned(minuteWarnings)}</div>
      </div>`
  return act === 'basis' ? basis(page, error) : nothing
}

const THRESHOLDS = [4, 5, 9]

function basis({ report, mine }: ReportPage, error: (name: string) => { error?: string }) {
  const lowest = mine?.lowestThreshold ?? 5
  return html`${field({
    id: 'act-on',
    name: 'on',
    label: 'Counted up to and on this day',
    widget: 'day',
    required: true,
    value: report.on,
    ...error('on'),
  })}
  ${field({
    id: 'act-threshold',
    name: 'threshold',
    label: 'Numbers that are hidden',
    hint:
      lowest > 4
        ? `Not fewer than in the reports that governors have: 1 to ${lowest}. Fewer now would open what those hid.`
        : 'The more are hidden, the less can be said.',
    widget: 'radio',
    required: true,
    value: `${report.threshold}`,
    options: THRESHOLDS.filter((threshold) => threshold >= lowest).map((threshold) => ({
      value: `${threshold}`,
      label: `1 to ${threshold}${threshold === 5 ? ', as the Department for Education does' : ''}`,
    })),
    ...error('threshold'),
  })}`
}
