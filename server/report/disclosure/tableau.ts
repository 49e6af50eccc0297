import type { Sum } from './system.ts'

/** The place of a variable that cannot move, and how many columns without a variable are carried along. */
const NOWHERE = 2 ** 30
const EMPTY = 4
/**
 * The points that fulfil all rows, fractions among them, as distances from the truth: each bound variable is a sum
 * of free ones. Equal rows leave no trace but this; other rows are variables with two ends. The truth is where all
 * are 0. Rows of it are never changed once made, so a copy costs little.
 */
export class Tableau {
  rows: number[][] = []
  /** The variable of each row, and of each column; a column without one is -1. */
  bound: number[] = []
  free: Int32Array
  /** Where a variable is: its row, the column before -1, or nowhere. */
  place: number[]
  low: number[]
  high: number[]
  width: number
  /** Columns without a variable. */
  private empty = 0
  /** A row of zeros, to be copied: rows are many and short, and typed arrays take half as long again to make. */
  private nothing: readonly number[]

  constructor(truth: readonly number[]) {
    this.width = truth.length
    this.nothing = truth.map(() => 0)
    this.free = Int32Array.from(truth, (_, variable) => variable)
    this.place = truth.map((_, variable) => -1 - variable)
    this.low = truth.map((value) => -value)
    this.high = truth.map(() => Infinity)
  }

  /** A copy to change at will; the ends are shared until `ownEnds`. */
  copy(): Tableau {
    const copy = Object.create(Tableau.prototype) as Tableau
    copy.width = this.width
    copy.empty = this.empty
    copy.nothing = this.nothing
    copy.rows = this.rows.slice()
    copy.bound = this.bound.slice()
    copy.free = this.free.slice()
    copy.place = this.place.slice()
    copy.low = this.low
    copy.high = this.high
    return copy
  }

  ownEnds(): this {
    this.low = this.low.slice()
    this.high = this.high.slice()
    return this
  }

  /** The sum in terms of the free variables. */
  express({ vars, times }: Sum): number[] {
    const sum = this.nothing.slice()
    for (let i = 0; i < vars.length; i++) {
      const at = this.place[vars[i]!]!
      if (at < 0) sum[-1 - at]! += times[i]!
      else if (at !== NOWHERE) {
        const row = this.rows[at]!
        for (let j = 0; j < row.length; j++) if (row[j] !== 0) sum[j]! += times[i]! * row[j]!
      }
    }
    clean(sum)
    return sum
  }

  /** Adds that the sum keeps between two distances from its truth. */
  addRow(row: Sum, from: number, to: number): void {
    const { vars, times } = row
    // Numbers from 0 that come to nothing are each nothing.
    if (
      to === 0 &&
      vars.length > 1 &&
      vars.every((variable, i) => this.low[variable] === 0 && times[i]! > 0)
    ) {
      for (const variable of vars) this.addRow({ vars: [variable], times: [1] }, 0, 0)
      return
    }
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
    sum[column] = 0
    const columns: number[] = []
    for (let j = 0; j < sum.length; j++) {
      if (sum[j] === 0) continue
      sum[j] = rounded(sum[j]! / -by)
      columns.push(j)
    }
    for (let i = 0; i < this.rows.length; i++) {
      const n = this.rows[i]![column]!
      if (n === 0) continue
      const next = this.rows[i]!.slice()
      next[column] = 0
      for (const j of columns) next[j] = rounded(next[j]! + n * sum[j]!)
      this.rows[i] = next
    }
    const variable = this.free[column]!
    this.free[column] = -1
    this.empty++
    this.place[variable] = this.rows.length
    this.rows.push(sum)
    this.bound.push(variable)
  }

  /** Leaves out columns without a variable and rows that cannot move, where there are several. */
  compact(): void {
    if (this.empty < EMPTY) return
    const columns = new Int32Array(this.width - this.empty)
    let kept = 0
    for (let column = 0; column < this.width; column++) if (this.free[column]! >= 0) columns[kept++] = column
    const [rows, bound, free] = [this.rows, this.bound, this.free]
    this.width -= this.empty
    this.nothing = this.nothing.slice(0, this.width)
    this.empty = 0
    this.free = free.filter((variable) => variable >= 0)
    for (let column = 0; column < this.width; column++) this.place[this.free[column]!] = -1 - column
    this.rows = []
    this.bound = []
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!
      const short = this.nothing.slice()
      let isMoving = false
      for (let j = 0; j < columns.length; j++) {
        const n = row[columns[j]!]!
        if (n === 0) continue
        short[j] = n
        isMoving = true
      }
      this.place[bound[i]!] = isMoving ? this.rows.length : NOWHERE
      if (!isMoving) continue
      this.rows.push(short)
      this.bound.push(bound[i]!)
    }
  }

  /** The column that the rest of the sum is told by: of whole numbers where there is one, and in few rows. */
  private columnToBind(sum: readonly number[]): number | null {
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

/** A number that is whole but for what dividing leaves, made whole. */
export function rounded(n: number): number {
  const whole = Math.round(n)
  return Math.abs(n - whole) < 1e-9 ? whole : n
}

/** Makes the numbers of a row whole where they are. */
export function clean(row: number[]): void {
  for (let j = 0; j < row.length; j++) if (row[j] !== 0) row[j] = rounded(row[j]!)
}
