import type { Linear, Term } from '../shapes.ts'
import type { Counting } from './counting.ts'

/** The line that a child who misses a tenth has crossed, in percent. */
const LINE = 10

const times = (terms: readonly Term[], n: number): Term[] =>
  terms.map(({ atom, times: each }) => ({ atom, times: each * n }))

/**
 * What a reader of a printed rate can say of the counts. The rate is rounded: 11 % is at least 10.5 %, so that somebody
 * missed a tenth; 10 % may be 9.5 %. And as most children have about as many sessions, no more can have missed a tenth
 * than makes up the whole rate; that holds only nearly, and is told where it is so.
 */
export function rateTells(
  rate: number,
  counted: readonly Term[],
  persistent: readonly Term[],
  part: Counting,
): Linear[] {
  if (part.valueOf(counted) === 0) return []
  const tells: Linear[] = []
  if (rate > LINE) tells.push({ terms: persistent, from: 1, to: null })
  if (rate < LINE) tells.push({ terms: [...counted, ...times(persistent, -1)], from: 1, to: null })
  // persistent × line ≤ counted × (rate + ½)
  const most = [...times(counted, 2 * rate + 1), ...times(persistent, -2 * LINE)]
  if (part.valueOf(most) >= 0) tells.push({ terms: most, from: 0, to: null })
  return tells
}
