import { html, nothing, type TemplateResult } from 'lit'
import type { ReportPage, ReportSection } from '../../api.ts'
import { field } from '../../components/field.ts'
import { openWords, reportName, warnedWords } from './sentences.ts'

/** A step in the life of a report that tells other people or cannot be taken back. */
export type Act = 'send' | 'return' | 'approve' | 'publish' | 'minute' | 'remove' | 'basis'

export interface ActShown {
  act: Act
  page: ReportPage
  /** Sections that ask for words and have none. */
  open: readonly ReportSection[]
  /** How many sections have words that name or describe a child. */
  warned: number
  busy: boolean
  said: string
  /** What is wrong with a field, by its name. */
  wrong: Readonly<Record<string, string>>
  back: () => void
  send: (event: SubmitEvent) => void
}

interface Words {
  heading: string
  /** What happens, and who will see it. */
  text: readonly string[]
  button: string
  done: string
}

/** The act restated, who will see what, and what is said once it is done. */
export function actWords(act: Act, { report }: Pick<ReportPage, 'report'>): Words {
  const name = reportName(report)
  switch (act) {
    case 'send':
      return {
        heading: `Send the ${name} to the headteacher?`,
        text: [
          'The headteacher reads it and approves it, or sends it back and says why. Governors do not see it yet.',
        ],
        button: 'Send to the headteacher',
        done: 'Sent. The headteacher finds it under Governors’ report.',
      }
    case 'return':
      return {
        heading: `Send the ${name} back?`,
        text: [
          'The designated teacher can change it again and sees what you write. Governors see nothing of it.',
        ],
        button: 'Send it back',
        done: 'Sent back to the designated teacher.',
      }
    case 'approve':
      return {
        heading: `Approve the ${name}?`,
        text: [
          'It is settled as it stands: numbers, words and the rules behind them. What changes in the data later stands beside it, never in it.',
          'Governors see it once it is published. From then on each authority’s Virtual School has its copy, with the exact numbers of the children it looks after.',
        ],
        button: 'Approve it',
        done: 'Approved, and settled as it stands.',
      }
    case 'publish':
      return {
        heading: `Publish the ${name} to governors?`,
        text: [
          'Every governor can read it from now on, the same for each of them. It cannot be taken back: later reports are held against it.',
        ],
        button: 'Publish it',
        done: 'Published. Governors find it on their page.',
      }
    case 'minute':
      return {
        heading: 'Note the minute',
        text: ['What the governing board resolved when it had the report. Governors and the school see it.'],
        button: 'Note it',
        done: 'Noted.',
      }
    case 'remove':
      return {
        heading: 'Take this draft out?',
        text: ['Nobody has seen it but the school. Its words go with it; another can be started.'],
        button: 'Take it out',
        done: 'The draft is taken out.',
      }
    case 'basis':
      return {
        heading: 'Day and hidden numbers',
        text: [],
        button: 'Use these',
        done: 'The numbers are worked out anew.',
      }
  }
}

/** The form of an act: what happens, who sees it, the one thing that is missing, and the way back first. */
export function actForm(shown: ActShown): TemplateResult {
  const { act, page, open, warned, busy, said, back, send } = shown
  const { text, button } = actWords(act, page)
  const asksForAll = act === 'send' || act === 'approve'
  return html`<form class="form" novalidate @submit=${send}>
    ${
      text.length > 0 || asksForAll
        ? html`<div class="stack-small">
            ${text.map((line) => html`<p>${line}</p>`)}
            ${asksForAll && open.length > 0 ? html`<p class="strong word-due">${openWords(open)}</p>` : nothing}
            ${asksForAll && warned > 0 ? html`<p class="strong word-breach">${warnedWords(warned)}</p>` : nothing}
          </div>`
        : nothing
    }
    ${fields(shown)} ${said ? html`<p class="error-text" role="alert">${said}</p>` : nothing}
    <div class="form-actions">
      <button class="button" type="button" @click=${back}>Go back</button>
      <button class="button button-solid" type="submit" aria-disabled=${busy ? 'true' : 'false'}>
        ${button}
      </button>
    </div>
  </form>`
}

function fields({ act, page, wrong }: ActShown): unknown {
  const error = (name: string) => (wrong[name] ? { error: wrong[name] } : {})
  if (act === 'return' || act === 'remove')
    return field({
      id: 'act-reason',
      name: 'reason',
      label: act === 'return' ? 'What is to be changed?' : 'Why?',
      ...(act === 'return' && { hint: 'The designated teacher reads it above the report.' }),
      widget: 'textarea',
      required: true,
      maxlength: 400,
      ...error('reason'),
    })
  if (act === 'publish')
    return field({
      id: 'act-meetingOn',
      name: 'meetingOn',
      label: 'For the meeting of',
      hint: 'The governing board’s meeting at which it is read.',
      widget: 'day',
      required: true,
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
    ${field({
      id: 'act-minute',
      name: 'minute',
      label: 'The minute',
      hint: 'As it stands in the minutes; no child’s name.',
      widget: 'textarea',
      required: true,
      maxlength: 2000,
      value: page.report.minute ?? '',
      ...error('minute'),
    })}`
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

/** What is missing in the fields of an act, by their names. */
export function missingIn(act: Act, given: (name: string) => string): Record<string, string> {
  const wanted: Partial<Record<Act, Record<string, string>>> = {
    return: { reason: 'Say what is to be changed.' },
    remove: { reason: 'Say why.' },
    publish: { meetingOn: 'Give the day of the meeting.' },
    minute: { on: 'Give the day of the meeting.', minute: 'Write down the minute.' },
    basis: { on: 'Give the day.', threshold: 'Choose which numbers are hidden.' },
  }
  return Object.fromEntries(Object.entries(wanted[act] ?? {}).filter(([name]) => given(name).trim() === ''))
}

/** What an act sends, from its fields. */
export function saidIn(act: Act, given: (name: string) => string): Record<string, unknown> {
  if (act === 'return' || act === 'remove') return { reason: given('reason').trim() }
  if (act === 'publish') return { meetingOn: given('meetingOn') }
  if (act === 'minute') return { on: given('on'), minute: given('minute').trim() }
  return {}
}
