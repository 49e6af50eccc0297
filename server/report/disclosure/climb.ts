import type { Sum } from './system.ts'
import { clean, rounded, type Tableau } from './tableau.ts'

/** Less than this is nothing: all entries are small whole numbers or fractions of such. */
const NOTHING = 1e-7
/** Steps before a climb is given up, and steps in a row that gain nothing before the first way up is taken. */
const STEPS = 400
const IDLE = 12

/** A sum that has to get to `end` at least (sign 1) or at most (sign -1), as a distance from the truth. */
export interface Goal {
  readonly sum: Sum
  readonly sign: 1 | -1
  readonly end: number
}

/** One climb from the truth: goals are reached one after the other, by the simplex method. */
export class Climb {
  readonly at: Float64Array
  private readonly tableau: Tableau
  private readonly isOwn: Uint8Array
  private readonly turn: number

  /** Each `turn` takes other ways where several are as good. */
  constructor(base: Tableau, turn = 0) {
    this.tableau = base.copy()
    this.at = new Float64Array(this.tableau.place.length)
    this.isOwn = new Uint8Array(this.tableau.rows.length)
    this.turn = turn
  }

  /** Keeps a variable at or beyond an end that it fulfils now. */
  limit(variable: number, sign: 1 | -1, end: number): void {
    const { low, high } = this.tableau.ownEnds()
    if (sign === 1) low[variable] = Math.max(low[variable]!, end)
    else high[variable] = Math.min(high[variable]!, end)
  }

  /** Climbs to the goal; answers how far the sum is from its truth then: short of the end, it cannot go further. */
  reach({ sum, sign, end }: Goal): number {
    const { low, high, free } = this.tableau
    const { vars, times } = sum
    const costs = this.tableau.express(sum)
    let idle = 0
    let reached = 0
    for (let i = 0; i < vars.length; i++) reached += times[i]! * this.at[vars[i]!]!
    for (let step = 0; step < STEPS; step++) {
      const missing = sign * (end - reached)
      if (missing < NOTHING) break
      const column = this.columnToMove(costs, sign, idle > IDLE)
      if (column === null) break
      const variable = free[column]!
      const gain = costs[column]! * sign
      const way = gain > 0 ? 1 : -1
      const room = way > 0 ? high[variable]! - this.at[variable]! : this.at[variable]! - low[variable]!
      const { row, most } = this.firstToStop(column, way)
      const wanted = Math.ceil(missing / Math.abs(gain) - NOTHING)
      const by = Math.max(0, Math.min(room, most, wanted))
      this.move(column, way * by)
      reached += costs[column]! * way * by
      idle = by < NOTHING ? idle + 1 : 0
      if (row !== null && most < room && most < wanted) this.swap(row, column, costs)
    }
    return reached
  }

  /** The variable of the first so many that is no whole number and has moved least, or null. */
  fraction(variables: number): number | null {
    let best: number | null = null
    for (let i = 0; i < variables; i++) {
      const at = this.at[i]!
      if (Math.abs(at - Math.round(at)) <= 1e-6) continue
      if (best === null || Math.abs(at) < Math.abs(this.at[best]!)) best = i
    }
    return best
  }

  private columnToMove(costs: number[], sign: 1 | -1, isIdle: boolean): number | null {
    const { low, high, free, width } = this.tableau
    let best: number | null = null
    let most = NOTHING
    for (let k = 0; k < width; k++) {
      const j = isIdle ? k : (k + this.turn * 37) % width
      const variable = free[j]!
      if (variable < 0) continue
      const gain = costs[j]! * sign
      const size = Math.abs(gain)
      if (size <= most) continue
      const at = this.at[variable]!
      if (gain > 0 ? high[variable]! - at < NOTHING : at - low[variable]! < NOTHING) continue
      best = j
      if (isIdle) break
      most = size
    }
    return best
  }

  private firstToStop(column: number, way: 1 | -1): { row: number | null; most: number } {
    const { rows, bound, low, high } = this.tableau
    let row: number | null = null
    let most = Infinity
    let size = 0
    for (let i = 0; i < rows.length; i++) {
      const n = rows[i]![column]! * way
      if (n === 0) continue
      const variable = bound[i]!
      const room =
        (n > 0 ? high[variable]! - this.at[variable]! : this.at[variable]! - low[variable]!) / Math.abs(n)
      if (room < most - NOTHING || (room < most + NOTHING && isBetter(Math.abs(n), size))) {
        row = i
        most = Math.min(most, Math.max(0, room))
        size = Math.abs(n)
      }
    }
    return { row, most }
  }

  private move(column: number, by: number): void {
    if (by === 0) return
    const { rows, bound, free } = this.tableau
    this.at[free[column]!]! += by
    for (let i = 0; i < rows.length; i++) {
      const n = rows[i]![column]!
      if (n !== 0) this.at[bound[i]!]! += n * by
    }
  }

  /** The variable of the row becomes free, that of the column bound. */
  private swap(row: number, column: number, costs: number[]): void {
    const { rows, bound, free, place } = this.tableau
    const pivot = rows[row]!.slice()
    const by = pivot[column]!
    for (let j = 0; j < pivot.length; j++) if (pivot[j] !== 0) pivot[j]! /= -by
    pivot[column] = 1 / by
    clean(pivot)
    const columns: number[] = []
    for (let j = 0; j < pivot.length; j++) if (pivot[j] !== 0 && j !== column) columns.push(j)
    const add = (to: number[]) => {
      const n = to[column]!
      if (n === 0) return
      to[column] = rounded(n * pivot[column]!)
      for (const j of columns) to[j] = rounded(to[j]! + n * pivot[j]!)
    }
    for (let i = 0; i < rows.length; i++) {
      if (i === row || rows[i]![column] === 0) continue
      if (this.isOwn[i] === 0) {
        rows[i] = rows[i]!.slice()
        this.isOwn[i] = 1
      }
      add(rows[i]!)
    }
    add(costs)
    rows[row] = pivot
    this.isOwn[row] = 1
    const [leaving, entering] = [bound[row]!, free[column]!]
    bound[row] = entering
    free[column] = leaving
    place[entering] = row
    place[leaving] = -1 - column
  }
}

/** Steps by 1 keep whole numbers whole. */
const isBetter = (size: number, than: number): boolean =>
  than === 0 || (size === 1 ? than !== 1 : than !== 1 && size > than)
