import { api } from '../../api.ts'
import type { AlertAnswer } from '../../components/alert-answer.ts'
import { answerAlert } from '../answer-alert.ts'
import { openRecordForm } from '../record-form.ts'
import type { Card } from '../today/card-view.ts'
import type { AlertStep } from './alert-life.ts'

/** Opens the form that a card asks for, filled in; a card that asks for none has no button. */
export function openFormOf({ action, child }: Card, onSaved: () => void): void {
  const { form, record, prefill } = action
  if (!form) return
  openRecordForm({
    kind: record?.kind ?? form,
    childId: child.id,
    childName: child.name,
    ...(record && { recordId: record.id }),
    prefill,
    onSaved,
  })
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

/** Takes back the last answer to a card. */
export async function undoAnswer({ alertId, version }: Card, { onDone, onRefused }: Told): Promise<void> {
  if (alertId === null || version === null) return
  const post = api.client.alerts[':id'].reopen.$post(
    { param: { id: alertId }, json: { undo: true } },
    { headers: { 'If-Match': `"${version}"` } },
  )
  await api.bodyOf(post).then(onDone, (error: unknown) => {
    onRefused(error instanceof Error ? error.message : 'This could not be sent. Try again.')
  })
}

/**
 * Keeps that somebody looked at a card's evidence, and gives the life of its alert. The card gets the version
 * that looking made, so that it can still be answered.
 */
export async function lookAt(card: Card): Promise<readonly AlertStep[]> {
  const { alertId: id } = card
  if (id === null) return []
  if (!card.seen) {
    const { version } = await api.bodyOf(api.client.alerts[':id'].seen.$post({ param: { id }, json: {} }))
    Object.assign(card, { seen: true, version })
  }
  const { events } = await api.bodyOf(api.client.alerts[':id'].$get({ param: { id } }))
  return events
}
