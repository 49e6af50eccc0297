import type { Context } from 'hono'
import { badFields, Refusal } from './refusal.ts'

/** The version as an entity tag. */
export const etag = (version: number) => `"${version}"`

/**
 * The version the caller saw, from `If-Match: "3"`. Throws 428 without one, so that nobody overwrites unseen;
 * 412 for a tag that is none of ours.
 */
export function expectedVersion(c: Context): number {
  const tag = c.req.header('if-match')
  if (tag === undefined)
    throw new Refusal(428, {
      code: 'version-needed',
      message: 'Say which version this changes, so that nobody’s work is lost.',
    })
  if (tag === '*') throw badFields([{ field: 'If-Match', message: 'Name one version.' }])
  const version = /^"(\d{1,9})"$/.exec(tag)?.[1]
  if (version === undefined) throw changedMeanwhile()
  return Number(version)
}

/** Somebody else changed it first; `current` is what is stored now. */
export const changedMeanwhile = (current?: unknown) =>
  new Refusal(412, {
    code: 'changed-meanwhile',
    message: 'Somebody changed this while you were working on it. Look at both and save again.',
    ...(current === undefined ? {} : { current }),
  })
