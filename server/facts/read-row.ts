import { isoDate, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'

/** A stored day, or null where there is none. Throws a RangeError for text that is no day. */
export const dayOrNull = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text))

/** A stored local minute, or null where there is none. Throws a RangeError for text that is none. */
export const minuteOrNull = (text: string | null): LocalMinute | null =>
  text === null ? null : localMinute(text)

/** A stored flag that may be untold. */
export const flagOrNull = (flag: 0 | 1 | null): boolean | null => (flag === null ? null : flag === 1)

const NONE: readonly string[] = []

/** A stored list, separated by `;`. */
export const listOf = (text: string): readonly string[] => (text === '' ? NONE : text.split(';'))
