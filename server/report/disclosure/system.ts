/** A sum of variables, and what it comes to in truth. */
export interface Sum {
  readonly vars: readonly number[]
  readonly times: readonly number[]
}

/** A sum that lies between two whole numbers, both included; no upper end is Infinity. */
export interface Row extends Sum {
  readonly from: number
  readonly to: number
}

/**
 * What an outsider knows: whole numbers from 0 and sums of them that lie between two ends. The truth is one of the
 * points that fulfil all rows, so nobody can rule it out.
 */
export class System {
  readonly truth: number[] = []
  readonly rows: Row[] = []
  /** What the sum of each row is in truth. */
  readonly values: number[] = []
  /** The rows that each variable stands in, and how often. */
  readonly rowsOf: number[][] = []
  readonly timesOf: number[][] = []

  addVariable(truth: number): number {
    this.truth.push(truth)
    this.rowsOf.push([])
    this.timesOf.push([])
    return this.truth.length - 1
  }

  /** Adds a row; throws where the truth does not fulfil it, since everything rests on that. */
  push(row: Row): number {
    const value = this.valueOf(row)
    if (value < row.from || value > row.to) {
      throw new RangeError(`A report says ${row.from} to ${row.to} of a sum that is ${value}`)
    }
    return this.pushGoal(row)
  }

  /** A row that the truth need not fulfil: what is looked for. */
  pushGoal(row: Row): number {
    const at = this.rows.push(row) - 1
    this.values.push(this.valueOf(row))
    row.vars.forEach((variable, i) => {
      this.rowsOf[variable]!.push(at)
      this.timesOf[variable]!.push(row.times[i]!)
    })
    return at
  }

  /** Takes the last row back. */
  pop(): void {
    this.values.pop()
    for (const variable of this.rows.pop()!.vars) {
      this.rowsOf[variable]!.pop()
      this.timesOf[variable]!.pop()
    }
  }

  /** The sum at the truth. */
  valueOf(sum: Sum): number {
    return sum.vars.reduce((total, variable, i) => total + sum.times[i]! * this.truth[variable]!, 0)
  }
}

/** The sum with each variable once and none that cancels out, in the order of the variables. */
export function tidy(terms: readonly (readonly [variable: number, times: number])[]): Sum {
  const times = new Map<number, number>()
  for (const [variable, n] of terms) times.set(variable, (times.get(variable) ?? 0) + n)
  const kept = [...times].filter(([, n]) => n !== 0).sort(([a], [b]) => a - b)
  return { vars: kept.map(([variable]) => variable), times: kept.map(([, n]) => n) }
}

/** The same for sums that are the same. */
export const keyOf = (sum: Sum): string => `${sum.vars.join()}:${sum.times.join()}`
