import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SourceId } from './sources.ts'

/** A value through time, with its unit and where it is written. */
export interface Dated<T> {
  readonly unit: string
  readonly source: SourceId
  /** The value and the first day on which it held, oldest first. */
  readonly history: readonly { readonly from: IsoDate; readonly value: T }[]
  /** The value that holds from the last known change on. */
  readonly latest: T
  /** The value in force on a day, null before the first. */
  on(day: IsoDate): T | null
}

/**
 * A value by the first day on which it holds, such as `dated({ '2018-02-26': 10 }, 'working days', …)`.
 * Throws when a day is none or no value is given.
 */
export function dated<T extends {}>(
  byFirstDay: Readonly<Record<string, T>>,
  unit: string,
  source: SourceId,
): Dated<T> {
  const history = Object.entries(byFirstDay)
    .map(([from, value]) => ({ from: isoDate(from), value }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const last = history.at(-1)
  if (last === undefined) throw new RangeError('A dated value needs a value')
  return {
    unit,
    source,
    history,
    latest: last.value,
    on: (day) => history.findLast((each) => each.from <= day)?.value ?? null,
  }
}

/** The value on a day, or the latest when no day is given or none was in force yet. */
export function valueOn<T extends {}>(value: Dated<T>, day: IsoDate | undefined): T {
  return (day === undefined ? null : value.on(day)) ?? value.latest
}
