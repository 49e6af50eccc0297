import { api, sentenceOf } from '../api.ts'
import type { AlertAnswer } from '../components/alert-answer.ts'
import { showToast } from '../components/vs-toast.ts'
import { actDay } from '../format.ts'

/** What is needed of an alert to answer it. */
export interface AnswerableAlert {
  alertId: string
  version: number
}

const versioned = (version: number) => ({ headers: { 'If-Match': `"${version}"` } })

const postpone = ({ alertId: id, version }: AnswerableAlert, askAgainOn: string) =>
  api.bodyOf(
    api.client.alerts[':id'].postpone.$post({ param: { id }, json: { askAgainOn } }, versioned(version)),
  )

const close = ({ alertId: id, version }: AnswerableAlert, { answer, note }: AlertAnswer) =>
  api.bodyOf(
    api.client.alerts[':id'].answer.$post(
      {
        param: { id },
        json:
          answer === 'not-done' || answer === 'not-a-duty'
            ? { answer, note }
            : { answer: 'done', note: note === '' ? null : note },
      },
      versioned(version),
    ),
  )

/** What was answered, for the place where the alert stood; `undo` takes it back. */
export interface Answered {
  said: string
  undo: () => Promise<void>
}

const SAID = {
  done: 'Answered: it was done.',
  'not-done': 'Answered: it was not done.',
  'not-a-duty': 'Answered: not a duty here.',
} as const

/**
 * Sends a person's answer, says so with a way back, and tells `onDone` after each: with what was answered, or
 * with nothing once it is taken back. A refusal is told to
 * `onRefused` as a sentence: somebody else answered first, or the server is out of reach.
 */
export async function answerAlert(
  alert: AnswerableAlert,
  answer: AlertAnswer,
  { onDone, onRefused }: { onDone: (answered?: Answered) => void; onRefused: (sentence: string) => void },
): Promise<void> {
  try {
    const later = answer.answer === 'ask-again' && answer.askAgainOn
    const { id, version } = later ? await postpone(alert, later) : await close(alert, answer)
    const said =
      answer.answer === 'ask-again' ? `It will ask again on ${actDay(later || '')}.` : SAID[answer.answer]
    const undo = () =>
      api
        .bodyOf(
          api.client.alerts[':id'].reopen.$post({ param: { id }, json: { undo: true } }, versioned(version)),
        )
        .then(
          () => onDone(),
          (error: unknown) => onRefused(sentenceOf(error)),
        )
    showToast({ text: said, undo: () => void undo() })
    onDone({ said, undo })
  } catch (error) {
    onRefused(sentenceOf(error))
  }
}
