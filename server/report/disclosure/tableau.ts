import type { Sum } from './system.ts'

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

/**
 * The points that fulfil all rows, fractions among them, as distances from the truth: each bound variable is a sum
 * of free ones. Equal rows leave no trace but this; other rows are variables with two ends. The truth is where all
 * are 0. Rows of it are never changed once made, so a copy costs little.
 */
export class Tableau {
  rows: Float64Array[] = []
  /** The variable of each row, and of each column; a column without one is -1. */
  bound: number[] = []
  free: Int32Array
  /** Where a variable is: its row, or the column before -1. */
  place: number[]
  low: number[]
  high: number[]
  readonly width: number

  constructor(truth: readonly number[]) {
    this.width = truth.length
    this.free = Int32Array.from(truth, (_, variable) => variable)
    this.place = truth.map((_, variable) => -1 - variable)
    this.low = truth.map((value) => -value)
    this.high = truth.map(() => Infinity)
  }

  copy(): Tableau {
    const copy = Object.create(Tableau.prototype) as Tableau & { width: number }
    copy.width = this.width
    copy.rows = this.rows.slice()
    copy.bound = this.bound.slice()
    copy.free = this.free.slice()
    copy.place = this.place.slice()
    copy.low = this.low.slice()
    copy.high = this.high.slice()
    return copy
  }

  /** The sum in terms of the free variables. */
  express({ vars, times }: Sum): Float64Array {
    const sum = new Float64Array(this.width)
    for (let i = 0; i < vars.length; i++) {
      const at = this.place[vars[i]!]!
      if (at < 0) sum[-1 - at]! += times[i]!
      else {
        const row = this.rows[at]!
        for (let j = 0; j < row.length; j++) if (row[j] !== 0) sum[j]! += times[i]! * row[j]!
      }
    }
    clean(sum)
    return sum
  }

  /** Adds that the sum keeps between two distances from its truth. */
  addRow(row: Sum, from: number, to: number): void {
    const sum = this.express(row)
    if (from < to) {
      const variable = this.place.push(this.rows.length) - 1
      this.rows.push(sum)
      this.bound.push(variable)
      this.low.push(from)
      this.high.push(to)
      return
    }
    const column = this.columnToBind(sum)
    if (column === null) return
    const by = sum[column]!
    for (let j = 0; j < sum.length; j++) if (sum[j] !== 0) sum[j]! /= -by
    sum[column] = 0
    clean(sum)
    this.rows.forEach((old, i) => {
      const n = old[column]!
      if (n === 0) return
      const next = old.slice()
      next[column] = 0
      for (let j = 0; j < sum.length; j++) if (sum[j] !== 0) next[j]! += n * sum[j]!
      clean(next)
      this.rows[i] = next
    })
    const variable = this.free[column]!
    this.free[column] = -1
    this.place[variable] = this.rows.length
    this.rows.push(sum)
    this.bound.push(variable)
  }

  /** The column that the rest of the sum is told by: of whole numbers where there is one, and in few rows. */
  private columnToBind(sum: Float64Array): number | null {
    let best: number | null = null
    let least = Infinity
    for (let j = 0; j < sum.length; j++) {
      if (sum[j] === 0) continue
      let cost = Math.abs(sum[j]!) === 1 ? 0 : 1e6
      for (const row of this.rows) if (row[j] !== 0) cost++
      if (cost < least) [best, least] = [j, cost]
    }
    return best
  }
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
    const { low, high } = this.tableau
    if (sign === 1) low[variable] = Math.max(low[variable]!, end)
    else high[variable] = Math.min(high[variable]!, end)
  }

  /** Climbs to the goal; answers how far the sum is from its truth then: short of the end, it cannot go further. */
  reach({ sum, sign, end }: Goal): number {
    const { low, high, free } = this.tableau
    const { vars, times } = sum
    const now = () => vars.reduce((total, variable, i) => total + times[i]! * this.at[variable]!, 0)
    const costs = this.tableau.express(sum)
    let idle = 0
    for (let step = 0; step < STEPS; step++) {
      const missing = sign * (end - now())
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
      idle = by < NOTHING ? idle + 1 : 0
      if (row !== null && most < room && most < wanted) this.swap(row, column, costs)
    }
    return now()
  }

  /** A variable of the first so many that is no whole number, or null. */
  fraction(variables: number): number | null {
    for (let i = 0; i < variables; i++) {
      if (Math.abs(this.at[i]! - Math.round(this.at[i]!)) > 1e-6) return i
    }
    return null
  }

  private columnToMove(costs: Float64Array, sign: 1 | -1, isIdle: boolean): number | null {
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
  private swap(row: number, column: number, costs: Float64Array): void {
    const { rows, bound, free, place } = this.tableau
    const pivot = rows[row]!.slice()
    const by = pivot[column]!
    for (let j = 0; j < pivot.length; j++) if (pivot[j] !== 0) pivot[j]! /= -by
    pivot[column] = 1 / by
    clean(pivot)
    const columns: number[] = []
    for (let j = 0; j < pivot.length; j++) if (pivot[j] !== 0 && j !== column) columns.push(j)
    const add = (to: Float64Array) => {
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

function rounded(n: number): number {
  const whole = Math.round(n)
  return Math.abs(n - whole) < 1e-9 ? whole : n
}

function clean(row: Float64Array): void {
  for (let j = 0; j < row.length; j++) if (row[j] !== 0) row[j] = rounded(row[j]!)
}
