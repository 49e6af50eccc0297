import { RefusedError } from '../../api.ts'
import { count } from '../../format.ts'

/** `in 40 seconds`, `in 5 minutes`: a wait, rounded up. */
export function waitWords(seconds: number): string {
  if (seconds < 60) return `in ${count(Math.max(1, Math.ceil(seconds)), 'second')}`
  return `in ${count(Math.ceil(seconds / 60), 'minute')}`
}

/** Why a call did not do what was asked, as a sentence that says what to do. */
export function refusalWords(error: unknown): string {
  if (!(error instanceof RefusedError))
    return error instanceof Error && error.message ? error.message : 'Something went wrong here. Try again.'
  if (error.status === 429)
    return error.retryAfter === null
      ? 'That was tried too often. Wait a few minutes, then try again.'
      : `That was tried too often. Try again ${waitWords(error.retryAfter)}.`
  if (error.code === 'offline') return 'The server cannot be reached. Try again.'
  return error.message
}

/** Sentences for single boxes, by their name. */
export const fieldWords = (error: unknown): Readonly<Record<string, string>> =>
  error instanceof RefusedError
    ? Object.fromEntries(error.problems.map(({ field, message }) => [field, message]))
    : {}
