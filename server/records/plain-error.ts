import type { z } from 'zod'

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

/** What zod says of a value, in a plain sentence; a schema's own sentence goes before it. */
export function plainError(issue: RawIssue): string {
  const { code, input } = issue
  if (code === 'invalid_type')
    return input === undefined || input === null ? 'Fill this in.' : 'This is not of the kind asked for.'
  if (code === 'invalid_value') return 'Choose one of the answers given.'
  if (code === 'too_big')
    return issue.origin === 'string' ? `At most ${issue.maximum} characters.` : `At most ${issue.maximum}.`
  if (code === 'too_small') return issue.origin === 'string' ? 'Fill this in.' : `At least ${issue.minimum}.`
  if (code === 'unrecognized_keys') return 'There is no such field.'
  return 'This cannot be stored as it is.'
}
