import { api } from '../../api.ts'
import type { AlertAnswer } from '../../components/alert-answer.ts'
import type { AlertView } from '../../components/alert.ts'
import { actDay } from '../../format.ts'
import { answerAlert } from '../answer-alert.ts'
import { openRecordForm } from '../record-form.ts'
import { alertViewOf, type Card } from '../today/card-view.ts'

const ANSWERS: Readonly<Record<string, string>> = {
  done: 'Answered: it was done',
  'not-done': 'Answered: it was not done',
  'not-a-duty': 'Answered: not a duty for this child',
}

/** What somebody answered, as a sentence; empty while nobody did. */
export function answeredWords({ state, answer, note, askAgainOn }: Card): string {
  if (state === 'postponed')
    return askAgainOn ? `Will ask again on ${actDay(askAgainOn)}.` : 'Will ask again.'
  if (state !== 'answered') return ''
  return `${ANSWERS[answer ?? ''] ?? 'Answered'}${note ? `: “${note}”` : '.'}`
}

/** A card on the child's own page: no button that leads to where one is, and what was answered. */
export function ownCardView(card: Card, asked: { solid: boolean; isToday: boolean }): AlertView {
  const { action, ...view } = alertViewOf(card, asked)
  const answered = answeredWords(card)
  return {
    ...view,
    ...(card.action.form && action && !answered && { action }),
    ...(answered && { answered }),
  }
}

/** Opens the form that a card asks for, filled in; false when it asks for none. */
export function openFormOf({ action, child }: Card, onSaved: () => void): boolean {
  const { form, record, prefill } = action
  if (!form) return false
  openRecordForm({
    kind: record?.kind ?? form,
    childId: child.id,
    childName: child.name,
    ...(record && { recordId: record.id }),
    prefill,
    onSaved,
  })
  return true
}

interface Told {
  onDone: () => void
  onRefused: (sentence: string) => void
}

/** Sends the answer to a card; a card without an alert has none to give. */
export async function answerCard(card: Card, answer: AlertAnswer, told: Told): Promise<void> {
  const { alertId, version } = card
  if (alertId !== null && version !== null) await answerAlert({ alertId, version }, answer, told)
}

/** Asks again what somebody answered. */
export async function reopenCard({ alertId, version }: Card, { onDone, onRefused }: Told): Promise<void> {
  if (alertId === null || version === null) return
  const post = api.client.alerts[':id'].reopen.$post(
    { param: { id: alertId }, json: { undo: false } },
    { headers: { 'If-Match': `"${version}"` } },
  )
  await api.bodyOf(post).then(onDone, (error: unknown) => {
    onRefused(error instanceof Error ? error.message : 'This could not be sent. Try again.')
  })
}
