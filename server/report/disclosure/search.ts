import { excess, type Bounds } from './bounds.ts'
import type { Sum, System } from './system.ts'

/** Decisions before a try is given up, and tries before the search is. */
const NODES = 40
const TRIES = 5

/** How a point differs from the truth: by variable. */
export type Move = ReadonlyMap<number, number>

/**
 * A point that fulfils every row and in which the sum is at least (or at most) `end`; null where none was found.
 * It begins at the truth and mends one broken row after another by what breaks least elsewhere; a try that comes to
 * nothing is followed by one that chooses otherwise, `patience` times as often. What it answers is checked before it
 * is believed; that it finds nothing can only hide more.
 */
export function findPoint(
  system: System,
  bounds: Bounds,
  sum: Sum,
  end: number,
  isUp: boolean,
  patience = 1,
): Move | null {
  const mark = bounds.mark
  const goal = system.pushGoal({ ...sum, from: isUp ? end : -Infinity, to: isUp ? Infinity : end })
  let found: Move | null = null
  if (bounds.addRow(goal)) {
    const ready = bounds.mark
    for (let attempt = 0; attempt < TRIES * patience && found === null; attempt++) {
      const search: Search = {
        nodes: 0,
        most: NODES * (attempt < TRIES ? 1 : 4),
        noise: attempt,
        system,
        bounds,
      }
      if (mend(search)) found = moveSince(system, bounds, mark)
      else if (search.nodes <= search.most) attempt = Infinity
      bounds.undo(ready)
    }
  }
  bounds.undo(mark)
  bounds.broken.clear()
  system.pop()
  return found !== null && holds(system, found) && reaches(system, sum, found, end, isUp) ? found : null
}

interface Search {
  nodes: number
  readonly most: number
  /** The state of what chooses otherwise; 0 for the first try, which takes the best step every time. */
  noise: number
  readonly system: System
  readonly bounds: Bounds
}

/** The next of a row of numbers from 0 to 1 that is the same every time. */
function noiseOf(search: Search): number {
  if (search.noise === 0) return 0
  search.noise = (search.noise * 16_807) % 2_147_483_647
  return search.noise / 2_147_483_647
}

function mend(search: Search): boolean {
  const { bounds } = search
  for (;;) {
    const broken = brokenRow(search)
    if (broken === null) return true
    if (++search.nodes > search.most) return false
    const step = bestStep(search, broken)
    if (step === null) return false
    const { variable, to } = step
    const isUp = to > bounds.point[variable]!
    const mark = bounds.mark
    const isOpen = isUp
      ? bounds.restrict(variable, to, bounds.high[variable]!)
      : bounds.restrict(variable, bounds.low[variable]!, to)
    if (isOpen && mend(search)) return true
    bounds.undo(mark)
    if (search.nodes > search.most) return false
    const isLeft = isUp
      ? bounds.restrict(variable, bounds.low[variable]!, to - 1)
      : bounds.restrict(variable, to + 1, bounds.high[variable]!)
    if (!isLeft) return false
  }
}

/** The broken row with the fewest variables, or null. */
function brokenRow({ system, bounds }: Search): number | null {
  let best: number | null = null
  for (const row of bounds.broken) {
    if (best === null || system.rows[row]!.vars.length < system.rows[best]!.vars.length) best = row
  }
  return best
}

/** The change of one variable that mends the row and leaves the least broken in all. */
function bestStep(search: Search, row: number): { variable: number; to: number } | null {
  const { system, bounds } = search
  const { vars, times, from } = system.rows[row]!
  const value = system.values[row]! + bounds.moved[row]!
  const need = excess(system, row, value)
  const isShort = value < from
  let best: { variable: number; to: number } | null = null
  let least = Infinity
  for (let i = 0; i < vars.length; i++) {
    const variable = vars[i]!
    const n = times[i]!
    const isUp = n > 0 === isShort
    const at = bounds.point[variable]!
    const room = isUp ? bounds.high[variable]! - at : at - bounds.low[variable]!
    const full = Math.min(room, Math.ceil(need / Math.abs(n)))
    if (full <= 0) continue
    for (const size of full > 1 ? [full, 1] : [full]) {
      const broken = brokenAfter(system, bounds, variable, isUp ? size : -size) + 2 * need * noiseOf(search)
      if (broken < least) {
        least = broken
        best = { variable, to: isUp ? at + size : at - size }
      }
    }
  }
  return best
}

/** By how much more the rows of a variable are broken after a step of it. */
function brokenAfter(system: System, bounds: Bounds, variable: number, step: number): number {
  const rows = system.rowsOf[variable]!
  const times = system.timesOf[variable]!
  let more = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    const value = system.values[row]! + bounds.moved[row]!
    more += excess(system, row, value + times[i]! * step) - excess(system, row, value)
  }
  return more
}

function moveSince(system: System, bounds: Bounds, mark: number): Move {
  const move = new Map<number, number>()
  for (let i = mark; i < bounds.changed.length; i++) {
    const variable = bounds.changed[i]!
    const by = bounds.point[variable]! - system.truth[variable]!
    if (by !== 0) move.set(variable, by)
  }
  return move
}

/** What a sum gains by a move. */
export function gainOf(sum: Sum, move: Move): number {
  let gain = 0
  for (let i = 0; i < sum.vars.length; i++) gain += sum.times[i]! * (move.get(sum.vars[i]!) ?? 0)
  return gain
}

const reaches = (system: System, sum: Sum, move: Move, end: number, isUp: boolean): boolean => {
  const value = system.valueOf(sum) + gainOf(sum, move)
  return isUp ? value >= end : value <= end
}

/** True where the moved point has whole numbers from 0 and fulfils every row that it changes. */
export function holds(system: System, move: Move): boolean {
  for (const [variable, by] of move) {
    if (!Number.isInteger(by) || system.truth[variable]! + by < 0) return false
    for (const row of system.rowsOf[variable]!) {
      const { from, to } = system.rows[row]!
      const value = system.valueOf(system.rows[row]!) + gainOf(system.rows[row]!, move)
      if (value < from || value > to) return false
    }
  }
  return true
}
