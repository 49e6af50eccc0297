import { api, RefusedError } from '../api.ts'
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

/**
 * Sends a person's answer, says so with a way back, and tells `onDone` after each. A refusal is told to
 * `onRefused` as a sentence: somebody else answered first, or the server is out of reach.
 */
export async function answerAlert(
  alert: AnswerableAlert,
  answer: AlertAnswer,
  { onDone, onRefused }: { onDone: () => void; onRefused: (sentence: string) => void },
): Promise<void> {
  try {
    const later = answer.answer === 'ask-again' && answer.askAgainOn
    const { id, version } = later ? await postpone(alert, later) : await close(alert, answer)
    const undo = async () => {
      await api.bodyOf(
        api.client.alerts[':id'].reopen.$post({ param: { id }, json: { undo: true } }, versioned(version)),
      )
      onDone()
    }
    showToast({
      text: later ? `It will ask again on ${actDay(later)}.` : 'Answered. It stays on record as it was.',
      undo: () => void undo().catch((error: unknown) => onRefused(sentenceOf(error))),
    })
    onDone()
  } catch (error) {
    onRefused(sentenceOf(error))
  }
}

const sentenceOf = (error: unknown) =>
  error instanceof RefusedError ? error.message : 'This could not be sent. Try again.'
