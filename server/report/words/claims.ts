import { onlyOf, restOf, type Reader, type Span } from './reader.ts'
import { firstNumber, numberWords } from './numbers.ts'

/** Part of a whole as a claim: every, none, so many, some but not all, more than half, or nothing can be said. */
export type Share =
  | { readonly of: 'nothing' }
  | { readonly of: 'every'; readonly whole: number | null }
  | { readonly of: 'none'; readonly whole: number | null }
  | { readonly of: 'so-many'; readonly part: number; readonly whole: number }
  | { readonly of: 'not-every' }
  | { readonly of: 'most'; readonly isEvery: false | null }
  | { readonly of: 'unsaid' }

/**
 * What may be said of a part of a whole from what is shown of both and of the rest: never more than follows
 * from every number that they leave open. A whole that may be nothing makes no claim.
 */
export function shareOf(whole: Span, part: Span, rest: Span = { from: 0, to: null }): Share {
  const left = restOf(whole, part)
  const from = Math.max(left.from, rest.from)
  const to = left.to === null ? rest.to : rest.to === null ? left.to : Math.min(left.to, rest.to)
  const all = onlyOf(whole)
  if (all === 0) return { of: 'nothing' }
  if (whole.from === 0) return from > 0 ? { of: 'not-every' } : { of: 'unsaid' }
  if (to === 0) return { of: 'every', whole: all }
  if (part.to === 0) return { of: 'none', whole: all }
  const partOnly = onlyOf(part)
  if (all !== null && partOnly !== null) return { of: 'so-many', part: partOnly, whole: all }
  if (all !== null && from === to) return { of: 'so-many', part: all - from, whole: all }
  const isMost = part.from * 2 > (whole.to ?? Infinity) || (to !== null && to * 2 < whole.from)
  if (isMost) return { of: 'most', isEvery: from > 0 ? false : null }
  return { of: from > 0 ? 'not-every' : 'unsaid' }
}

/** How a number changed, as far as it may be said: both are shown exactly, and more than the threshold apart. */
export type Change =
  | { readonly is: 'more'; readonly by: number; readonly before: number }
  | { readonly is: 'fewer'; readonly by: number; readonly before: number }
  | { readonly is: 'as-many'; readonly before: number }
  | { readonly is: 'too-little'; readonly before: number }
  | null

/** `most`, or `most, but not all,` where that follows as well. */
export function mostOf({ isEvery }: { readonly isEvery: false | null }): string {
  return isEvery === null ? 'most' : 'most, but not all,'
}

/** Whether it was done every time; null where that does not follow either way. */
export function everyTime(share: Share): boolean | null {
  switch (share.of) {
    case 'every':
      return true
    case 'so-many':
    case 'not-every':
    case 'none':
      return false
    case 'most':
      return share.isEvery
    case 'nothing':
    case 'unsaid':
      return null
  }
}

/** The change from one figure to another. */
export const changeOf = (read: Reader, now: string, before: string): Change =>
  changeBetween(read, read.exact(now), read.exact(before))

/** The change from one number to another, where both are known. */
export function changeBetween(
  { threshold }: Pick<Reader, 'threshold'>,
  a: number | null,
  b: number | null,
): Change {
  if (a === null || b === null) return null
  const by = Math.abs(a - b)
  if (by === 0) return { is: 'as-many', before: b }
  if (by <= threshold) return { is: 'too-little', before: b }
  return { is: a > b ? 'more' : 'fewer', by, before: b }
}

/** `there was none`, `there was one`, `there were 11`: of a year before. */
export function thereWere(n: number): string {
  return n === 0 ? 'there were none' : n === 1 ? 'there was one' : `there were ${numberWords(n)}`
}

/** `Seven of 43`, at the start of a sentence. */
export function firstOf(part: number, whole: number): string {
  return `${firstNumber(part)} of ${numberWords(whole)}`
}

/** A reason as the end of a sentence: `because the calendar does not reach a year back`. */
export function because(why: string): string {
  const words = why.trim().replace(/\.$/, '')
  const isPlain = /^(A|An|The|No|Nobody|Nothing|None|Not|There|It|They|This|These|Some|For|In|Of) /.test(
    words,
  )
  return `because ${isPlain ? words.charAt(0).toLowerCase() + words.slice(1) : words}`
}
