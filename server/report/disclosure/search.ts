import { Climb, type Goal } from './climb.ts'
import type { Sum, System } from './system.ts'
import type { Tableau } from './tableau.ts'

/** How a point differs from the truth: of each variable. */
export type Move = Int32Array

/** A variable kept at or beyond a whole number, so that a point of fractions is left out. */
interface Limit {
  readonly variable: number
  readonly sign: 1 | -1
  readonly end: number
}

/** A point, or none and how far the sum can go at most: where that is short of the end, it is certain. */
export interface Answer {
  readonly move: Move | null
  readonly most: number
}

/**
 * A point of whole numbers that fulfils every row and in which the sum gets to the end. It climbs from the truth,
 * and where it ends among fractions it looks on either side of one of them, over and again, `patience` times at most.
 * What it answers is checked before it is believed; that it finds nothing can only hide more.
 */
export function findPoint(system: System, base: Tableau, goal: Goal, patience: number): Answer {
  const variables = system.truth.length
  const open: Limit[][] = [[]]
  let most = goal.end
  for (let node = 0; node < patience && open.length > 0; node++) {
    const limits = open.pop()!
    const climb = new Climb(base, node)
    if (!keep(climb, limits)) continue
    const reached = climb.reach(goal)
    if (limits.length === 0) most = reached
    if (goal.sign * (goal.end - reached) > 1e-6) continue
    const variable = climb.fraction(variables)
    if (variable === null) {
      const move = new Int32Array(variables)
      for (let i = 0; i < variables; i++) move[i] = Math.round(climb.at[i]!)
      if (holds(system, move) && goal.sign * (gainOf(goal.sum, move) - goal.end) >= 0) return { move, most }
      continue
    }
    const value = climb.at[variable]!
    const below: Limit = { variable, sign: -1, end: Math.floor(value) }
    const above: Limit = { variable, sign: 1, end: Math.ceil(value) }
    const isNearAbove = above.end - value < value - below.end
    open.push([...limits, isNearAbove ? below : above], [...limits, isNearAbove ? above : below])
  }
  return { move: null, most }
}

/** Fulfils the limits: those that the truth fulfils at once, the others one after another. */
function keep(climb: Climb, limits: readonly Limit[]): boolean {
  const isMet = ({ sign, end }: Limit) => sign * (0 - end) >= 0
  for (const { variable, sign, end } of limits.filter(isMet)) climb.limit(variable, sign, end)
  for (const limit of limits) {
    if (isMet(limit)) continue
    const { variable, sign, end } = limit
    const reached = climb.reach({ sum: { vars: [variable], times: [1] }, sign, end })
    if (sign * (end - reached) > 1e-6) return false
    climb.limit(variable, sign, end)
  }
  return true
}

/** What a sum gains by a move. */
export function gainOf({ vars, times }: Sum, move: Move): number {
  let gain = 0
  for (let i = 0; i < vars.length; i++) gain += times[i]! * move[vars[i]!]!
  return gain
}

/** True where the moved point has whole numbers from 0 and fulfils every row that it changes. */
export function holds(system: System, move: Move): boolean {
  const { truth, rows, values, rowsOf } = system
  for (let variable = 0; variable < move.length; variable++) {
    if (move[variable] === 0) continue
    if (truth[variable]! + move[variable]! < 0) return false
    for (const i of rowsOf[variable]!) {
      const row = rows[i]!
      const value = values[i]! + gainOf(row, move)
      if (value < row.from || value > row.to) return false
    }
  }
  return true
}
