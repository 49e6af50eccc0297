import type { InboxItem } from '../../api.ts'
import { countInWords, inWords, sentence } from '../../format.ts'
import { lengthInWords, minutesBetween } from './when.ts'

/** The sentence of the page; a child's name stands apart, so that it can be hidden. */
export interface InboxSentence {
  readonly first: string
  /** Whose school has waited longest; null when nobody waits. */
  readonly waiting: { readonly name: string; readonly words: string } | null
  readonly rest: string
}

const READ = ['', 'It has been read.', 'Both have been read.']

const forename = (name: string) => name.trim().split(/\s+/)[0] ?? ''

/** How many schools are about to suspend how many children, and who has waited longest, at an instant. */
export function inboxSentence(open: readonly InboxItem[], now: string): InboxSentence {
  const schools = new Set(open.map(({ school }) => school.id)).size
  const children = open.length
  if (children === 0)
    return { first: 'No school is about to suspend a child you look after.', waiting: null, rest: '' }
  const who = schools === 1 ? (children === 1 ? 'A school' : 'One school') : `${inWords(schools)} schools`
  const whom = children === schools ? 'a child' : countInWords(children, 'child', 'children')
  const first = `${sentence(who)} ${schools === 1 ? 'is' : 'are'} about to suspend ${whom}.`
  const longest = open
    .filter(({ read }) => read === null)
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))[0]
  if (!longest)
    return { first, waiting: null, rest: READ[children] ?? `All ${inWords(children)} have been read.` }
  const length = lengthInWords(minutesBetween(longest.openedAt, now))
  const words = length === null ? 'has just told you.' : `has waited ${length}.`
  return { first, waiting: { name: forename(longest.child.name), words }, rest: '' }
}

/** How quickly flags are read, in minutes; null before the first was. */
export function medianWords(median: number | null, of: number): { number: string; after: string } | null {
  if (median === null || of === 0) return null
  const number = median < 1 ? 'under a minute' : (lengthInWords(median) ?? '')
  return {
    number,
    after: of === 1 ? '(one flag)' : `(median of ${of})`,
  }
}

/** What is said aloud about flags that came while the page was open; no child is named. */
export function newsWords(came: readonly InboxItem[]): string {
  const schools = [...new Set(came.map(({ school }) => school.name))]
  if (came.length === 0) return ''
  return came.length === 1 ? `A new flag from ${schools[0]}.` : `${sentence(inWords(came.length))} new flags.`
}
