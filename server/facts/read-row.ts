import { isoDate, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'

/** A stored day, or null where there is none. Throws a RangeError for text that is no day. */
export const dayOrNull = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text))

/** A stored local minute, or null where there is none. Throws a RangeError for text that is none. */
export const minuteOrNull = (text: string | null): LocalMinute | null =>
  text === null ? null : localMinute(text)

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
