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
  /** The rows that each variable stands in. */
  readonly rowsOf: number[][] = []

  addVariable(truth: number): number {
    this.rowsOf.push([])
    return this.truth.push(truth) - 1
  }

  /** Adds a row; throws where the truth does not fulfil it, since everything rests on that. */
  push(row: Row): void {
    const value = this.valueOf(row)
    if (value < row.from || value > row.to) {
      throw new RangeError(`A report says ${row.from} to ${row.to} of a sum that is ${value}`)
    }
    for (const variable of row.vars) this.rowsOf[variable]!.push(this.rows.length)
    this.rows.push(row)
    this.values.push(value)
  }

  /** Takes the last row back. */
  pop(): void {
    for (const variable of this.rows.pop()!.vars) this.rowsOf[variable]!.pop()
    this.values.pop()
  }

  /** The sum at the truth. */
  valueOf({ vars, times }: Sum): number {
    let value = 0
    for (let i = 0; i < vars.length; i++) value += times[i]! * this.truth[vars[i]!]!
    return value
  }
}

/** The sum with each variable once and none that cancels out, in the order of the variables. */
export function tidy(terms: readonly (readonly [variable: number, times: number])[]): Sum {
  const vars: number[] = []
  const times: number[] = []
  for (const [variable, n] of terms.toSorted(([a], [b]) => a - b)) {
    if (vars.at(-1) === variable) times.push(times.pop()! + n)
    else {
      if (times.at(-1) === 0) drop(vars, times)
      vars.push(variable)
      times.push(n)
    }
  }
  if (times.at(-1) === 0) drop(vars, times)
  return { vars, times }
}

function drop(vars: number[], times: number[]): void {
  vars.pop()
  times.pop()
}

/** Two sums as one. */
export const together = (one: Sum, other: Sum): Sum =>
  tidy([one, other].flatMap(({ vars, times }) => vars.map((variable, i) => [variable, times[i]!] as const)))

/** One sum less another. */
export const difference = (of: Sum, less: Sum): Sum =>
  tidy([
    ...of.vars.map((variable, i) => [variable, of.times[i]!] as const),
    ...less.vars.map((variable, i) => [variable, -less.times[i]!] as const),
  ])

/** The same for sums that are the same. */
export const keyOf = (sum: Sum): string => `${sum.vars.join()}:${sum.times.join()}`
