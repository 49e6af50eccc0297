import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import { dateWords } from '../engine/words.ts'
import type { FieldProblem, FieldValues } from '../records/kind.ts'

interface Span {
  /** The fields of the first and the last day; one that is left open has no last. */
  readonly first: string
  readonly last: string
  /** One of them, as a sentence begins with it. */
  readonly one: string
}

/** Kinds of which a child has one at a time: a second one on the same days is the first one, sent again. */
export const oneAtATime = {
  'off-site-direction': { first: 'startsOn', last: 'endsOn', one: 'An off-site direction' },
  'managed-move': { first: 'agreedOn', last: 'agreedOn', one: 'A managed move' },
  'part-time-timetable': { first: 'startsOn', last: 'endsOn', one: 'A part-time timetable' },
  'safeguarding-separation': { first: 'startedOn', last: 'endedOn', one: 'A safeguarding separation' },
} as const satisfies Readonly<Record<string, Span>>

export type OneAtATime = keyof typeof oneAtATime

export const isOneAtATime = (kind: string): kind is OneAtATime => Object.hasOwn(oneAtATime, kind)

type Days = readonly [string, string | null]

function daysOf(values: Readonly<Record<string, unknown>>, { first, last }: Span): Days | null {
  const [from, to] = [values[first], values[last]]
  return typeof from === 'string' ? [from, typeof to === 'string' ? to : null] : null
}

const overlap = ([from, to]: Days, [since, until]: Days): boolean =>
  (until === null || from <= until) && (to === null || since <= to)

/**
 * Why a record cannot have these days: another of its kind holds on one of them already. `before`: its own days as
 * they are kept, null of a new one; what leaves them as they are is never refused.
 */
export function besideAnother(
  kind: OneAtATime,
  before: FieldValues | null,
  after: FieldValues,
  others: readonly Readonly<Record<string, unknown>>[],
  on: IsoDate,
): FieldProblem[] {
  const span: Span = oneAtATime[kind]
  const days = daysOf(after, span)
  if (days === null) return []
  const was = before && daysOf(before, span)
  if (was && was[0] === days[0] && was[1] === days[1]) return []
  const other = others.map((row) => daysOf(row, span)).find((held) => held !== null && overlap(days, held))
  if (!other) return []
  const open = other[1] === null ? ', without an end' : ''
  return [
    {
      field: span.first,
      message: `${span.one} of ${dateWords(isoDate(other[0]), on)} is recorded for these days already${open}. Open that one and correct it.`,
    },
  ]
}
