import type { IsoDate } from '../calendar/iso-date.ts'
import type { Cohorts } from '../facts/child-facts.ts'
import type { NotTried, Tried } from './shapes.ts'

export interface WhatWasTried {
  readonly cohorts: Cohorts | null
  readonly tried: readonly Pick<Tried, 'what' | 'endedOn'>[]
  /** Whether a line of repeated suspension is reached. */
  readonly isRepeated: boolean
  /** Whether the child has an education, health and care plan; null when nobody said. */
  readonly hasPlan: boolean | null
  readonly on: IsoDate
}

/** The title of an intervention by its stored word. */
export function interventionTitle(_what: string): string {
  throw new Error('Not written yet')
}

/** What could still be tried instead of a suspension, the first step of the ladder first. */
export function notTried(_of: WhatWasTried): readonly NotTried[] {
  throw new Error('Not written yet')
}
