/**
 * Any true answer closes an alert; the last one only puts it off. Where only a record shows that something was done,
 * the first two are not offered.
 */
export type AnswerKind = 'done' | 'not-done' | 'not-a-duty' | 'ask-again'

export interface AlertAnswer {
  alertId: string
  answer: AnswerKind
  /** Empty when nothing was asked or written. */
  note: string
  /** The day to ask again, only with `ask-again`. */
  askAgainOn: string | null
}

/** What stands in the way of this answer, as a sentence that says how to mend it; empty when nothing does. */
export function wrongWith(kind: AnswerKind | null, more: string, on: string): string {
  if (kind === null) return 'Choose one of the answers.'
  if (kind === 'ask-again') return more > on ? '' : 'Give a day that is still to come.'
  if (kind === 'done' || more !== '') return ''
  return kind === 'not-done'
    ? 'Write one sentence: what will be different next time.'
    : 'Write one sentence: why it is not a duty.'
}
