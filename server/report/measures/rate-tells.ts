import type { Linear, Term } from '../shapes.ts'
import type { Counting } from './counting.ts'

interface Levels {
  readonly counted: readonly Term[]
  readonly persistent: readonly Term[]
  readonly severe: readonly Term[]
}

const PERSISTENT = 10
const SEVERE = 50

const times = (terms: readonly Term[], n: number): Term[] =>
  terms.map(({ atom, times: each }) => ({ atom, times: each * n }))

/**
 * What a reader of a printed rate can say of the counts. The rate is rounded: 11 % is at least 10.5 %, so that somebody
 * missed a tenth; 10 % may be 9.5 %. And as most children have about as many sessions, no more can have missed a tenth
 * than makes up the whole rate; that holds only nearly, and is told where it is so.
 */
export function rateTells(rate: number, { counted, persistent, severe }: Levels, part: Counting): Linear[] {
  if (part.valueOf(counted) === 0) return []
  const tells: Linear[] = []
  for (const [line, missed] of [
    [PERSISTENT, persistent],
    [SEVERE, severe],
  ] as const) {
    if (rate > line) tells.push({ terms: missed, from: 1, to: null })
    if (rate < line) tells.push({ terms: [...counted, ...times(missed, -1)], from: 1, to: null })
    // missed × line ≤ counted × (rate + ½)
    const most = [...times(counted, 2 * rate + 1), ...times(missed, -2 * line)]
    if (part.valueOf(most) >= 0) tells.push({ terms: most, from: 0, to: null })
  }
  return tells
}
