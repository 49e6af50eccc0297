import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import type { SuspensionFact } from '../facts/child-facts.ts'
import type { SuspensionPattern } from './shapes.ts'

type ConsiderationRow = Pick<ConsiderationTable, 'id' | 'happenedAt' | 'whatBefore'>

/** What the suspensions of a child have in common, row by row, oldest first. */
export function patternRows(
  _rows: readonly SuspensionFact[],
  /** What was considered, by the id of the suspension it led to. */
  _considerations: ReadonlyMap<string, ConsiderationRow>,
): SuspensionPattern['rows'] {
  throw new Error('Not written yet')
}

/** One thing that suspensions have in common, with the rows that have it. */
export interface PatternCount {
  /** Such as `Monday`. */
  readonly what: string
  readonly count: number
  readonly ids: readonly string[]
}

export interface Pattern {
  readonly name: 'weekday' | 'time' | 'reason' | 'before'
  /** Such as `4 of 6 on a Monday.`; null when nothing stands out. */
  readonly sentence: string | null
  readonly counts: readonly PatternCount[]
  /** Rows of which this is not recorded. */
  readonly notRecorded: readonly string[]
}

export function patternsOf(_rows: SuspensionPattern['rows']): readonly Pattern[] {
  throw new Error('Not written yet')
}
