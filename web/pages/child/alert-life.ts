import { html, nothing, type TemplateResult } from 'lit'
import { dayWithYear, plainDay } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'

/** One step of an alert's life, with who took it and when. */
export interface AlertStep {
  at: string
  changedBy: string
  step: 'raised' | 'seen' | 'answered' | 'postponed' | 'closed' | 'reopened' | 'worsened'
  note: string | null
}

const STEPS: Readonly<Record<AlertStep['step'], string>> = {
  raised: 'Raised',
  seen: 'Looked at',
  answered: 'Answered',
  postponed: 'Put off',
  closed: 'Closed by what is recorded',
  reopened: 'Opened again',
  worsened: 'Became more urgent',
}

const ANSWERS: Readonly<Record<string, string>> = {
  done: 'it was done',
  'not-done': 'it was not done',
  'not-a-duty': 'not a duty for this child',
}

function noteWords({ step, note }: AlertStep): string {
  if (!note) return ''
  if (step === 'postponed')
    return [`until ${plainDay(note.slice(0, 10))}`, note.slice(11)].filter(Boolean).join(': ')
  const answer = /^(not-a-duty|not-done|done)(?:: (.*))?$/s.exec(note)
  return answer ? [ANSWERS[answer[1] ?? ''], answer[2]].filter(Boolean).join(': ') : note
}

/** `13 March, Ruth Plover: Answered, it was not done: The office asks on Monday.` */
export function stepWords(step: AlertStep, seenFrom: string): string {
  const who = step.changedBy === 'evaluation' ? 'the rules' : step.changedBy
  const what = [STEPS[step.step], noteWords(step)].filter(Boolean).join(', ')
  return `${dayWithYear(dayInEngland(step.at), seenFrom)}, ${who}: ${what}`
}

/** What became of an alert, oldest first. */
export const alertLife = (
  steps: readonly AlertStep[] | undefined,
  seenFrom: string,
): TemplateResult | typeof nothing =>
  steps
    ? html`<ol class="alert-life quiet">
        ${steps.map((step) => html`<li>${stepWords(step, seenFrom)}</li>`)}
      </ol>`
    : nothing
