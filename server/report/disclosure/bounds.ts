import type { Row, System } from './system.ts'

/** Rows looked at before narrowing stops; what it has found by then holds. */
const VISITS = 150

/** How far a value of a row lies outside its ends. */
export function excess(system: System, row: number, value: number): number {
  const { from, to } = system.rows[row]!
  return value < from ? from - value : value > to ? value - to : 0
}

/**
 * Between which whole numbers each variable can lie, as far as looking at one row at a time tells, and a point in
 * it: the truth, pressed into the bounds. All changes can be taken back to a mark.
 */
export class Bounds {
  private readonly system: System
  readonly low: number[]
  readonly high: number[]
  readonly point: number[]
  /** How far the sum of each row is from its truth at the point. */
  readonly moved: number[] = []
  /** The rows that the point does not fulfil. */
  readonly broken = new Set<number>()
  /** Variables whose bounds have changed, oldest first. */
  readonly changed: number[] = []
  private readonly before: number[] = []
  private readonly queue: number[] = []
  private readonly isQueued: boolean[] = []

  /** Points are looked for no further than `reach` from the truth in any variable. */
  constructor(system: System, reach: number) {
    this.system = system
    this.low = system.truth.map((value) => Math.max(0, value - reach))
    this.high = system.truth.map((value) => value + reach)
    this.point = [...system.truth]
    system.rows.forEach((_, row) => {
      this.moved[row] = 0
      this.enqueue(row)
    })
    this.narrow(Infinity)
  }

  get mark(): number {
    return this.changed.length
  }

  /** Takes back every change since the mark. */
  undo(mark: number): void {
    while (this.changed.length > mark) {
      const variable = this.changed.pop()!
      this.high[variable] = this.before.pop()!
      this.low[variable] = this.before.pop()!
      this.place(variable)
    }
  }

  /** Narrows what follows from the newest row, at the truth; false where no point is left. */
  addRow(row: number): boolean {
    this.moved[row] = 0
    this.move(row, 0)
    this.enqueue(row)
    return this.narrow(VISITS)
  }

  /** Narrows one variable and what follows from it; false where no point is left. */
  restrict(variable: number, low: number, high: number): boolean {
    if (!this.set(variable, low, high)) {
      this.clear()
      return false
    }
    return this.narrow(VISITS)
  }

  private narrow(visits: number): boolean {
    for (let visit = 0; this.queue.length > 0; visit++) {
      if (visit >= visits) break
      const row = this.queue.pop()!
      this.isQueued[row] = false
      if (!this.narrowBy(this.system.rows[row]!)) {
        this.clear()
        return false
      }
    }
    this.clear()
    return true
  }

  private narrowBy({ vars, times, from, to }: Row): boolean {
    let least = 0
    let most = 0
    let endlessDown = 0
    let endlessUp = 0
    for (let i = 0; i < vars.length; i++) {
      const n = times[i]!
      const low = this.low[vars[i]!]!
      const high = this.high[vars[i]!]!
      const down = n > 0 ? n * low : n * high
      const up = n > 0 ? n * high : n * low
      if (down === -Infinity) endlessDown++
      else least += down
      if (up === Infinity) endlessUp++
      else most += up
    }
    if ((endlessDown === 0 && least > to) || (endlessUp === 0 && most < from)) return false
    if ((endlessDown === 0 && most <= to && endlessUp === 0 && least >= from) || vars.length === 0)
      return true
    for (let i = 0; i < vars.length; i++) {
      const variable = vars[i]!
      const n = times[i]!
      const low = this.low[variable]!
      const high = this.high[variable]!
      const down = n > 0 ? n * low : n * high
      const up = n > 0 ? n * high : n * low
      const restLeast =
        down === -Infinity
          ? endlessDown === 1
            ? least
            : -Infinity
          : endlessDown > 0
            ? -Infinity
            : least - down
      const restMost =
        up === Infinity ? (endlessUp === 1 ? most : Infinity) : endlessUp > 0 ? Infinity : most - up
      const above = (to - restLeast) / n
      const below = (from - restMost) / n
      const newHigh = Math.min(high, Math.floor(n > 0 ? above : below))
      const newLow = Math.max(low, Math.ceil(n > 0 ? below : above))
      if ((newHigh < high || newLow > low) && !this.set(variable, newLow, newHigh)) return false
    }
    return true
  }

  private set(variable: number, low: number, high: number): boolean {
    if (low > high) return false
    const isLifted = low > this.low[variable]!
    const isPressed = high < this.high[variable]!
    this.before.push(this.low[variable]!, this.high[variable]!)
    this.changed.push(variable)
    this.low[variable] = low
    this.high[variable] = high
    this.place(variable)
    // What leaves the point room on both sides forces nothing yet, and goes no further.
    const point = this.point[variable]!
    if ((isLifted && low === point) || (isPressed && high === point))
      for (const row of this.system.rowsOf[variable]!) this.enqueue(row)
    return true
  }

  /** Presses the truth of a variable into its bounds. */
  private place(variable: number): void {
    const truth = this.system.truth[variable]!
    const now = Math.min(Math.max(truth, this.low[variable]!), this.high[variable]!)
    const step = now - this.point[variable]!
    if (step === 0) return
    this.point[variable] = now
    const rows = this.system.rowsOf[variable]!
    const times = this.system.timesOf[variable]!
    for (let i = 0; i < rows.length; i++) this.move(rows[i]!, times[i]! * step)
  }

  private move(row: number, by: number): void {
    this.moved[row]! += by
    if (excess(this.system, row, this.system.values[row]! + this.moved[row]!) > 0) this.broken.add(row)
    else this.broken.delete(row)
  }

  private enqueue(row: number): void {
    if (this.isQueued[row] === true) return
    this.isQueued[row] = true
    this.queue.push(row)
  }

  private clear(): void {
    for (const row of this.queue) this.isQueued[row] = false
    this.queue.length = 0
  }
}
