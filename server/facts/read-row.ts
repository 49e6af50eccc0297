import { dayOf, isoDate, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'

/** A stored day, or null where there is none. Throws a RangeError for text that is no day. */
export const dayOrNull = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text))

/** A stored local minute, or null where there is none. Throws a RangeError for text that is none. */
export const minuteOrNull = (text: string | null): LocalMinute | null =>
  text === null ? null : localMinute(text)

/** A stored day that had come by a day; null where there is none. */
export function dayBy(text: string | null, on: IsoDate): IsoDate | null {
  const day = dayOrNull(text)
  return day !== null && day <= on ? day : null
}

/** A stored local minute that had come by the end of a day; null where there is none. */
export function minuteBy(text: string | null, on: IsoDate): LocalMinute | null {
  const minute = minuteOrNull(text)
  return minute !== null && dayOf(minute) <= on ? minute : null
}

/** Order by a day or a minute, then by id, so that it never depends on the database. */
export const oldestFirst =
  <T extends { readonly id: string }>(whenOf: (each: T) => string) =>
  (a: T, b: T): number => {
    const [one, other] = whenOf(a) === whenOf(b) ? [a.id, b.id] : [whenOf(a), whenOf(b)]
    return one < other ? -1 : one > other ? 1 : 0
  }

/** A stored flag that may be untold. */
export const flagOrNull = (flag: 0 | 1 | null): boolean | null => (flag === null ? null : flag === 1)

const MOST_LISTS = 1000
const lists = new Map<string, readonly string[]>([['', []]])

/** A stored list, separated by `;`. Equal texts, such as the same three roles, share one list. */
export function listOf(text: string): readonly string[] {
  let list = lists.get(text)
  if (list === undefined) {
    list = text.split(';')
    if (lists.size < MOST_LISTS) lists.set(text, list)
  }
  return list
}
