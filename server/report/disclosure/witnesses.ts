import { findPoint, gainOf, holds, type Move } from './search.ts'
import type { Row, Sum, System } from './system.ts'
import { Tableau } from './tableau.ts'

/** A count that nobody may learn: what an outsider can still think it is must reach this far. */
export interface Guarded<About> {
  readonly sum: Sum
  readonly value: number
  /** The least distance of two values that it can still have. */
  width: number
  /** True where it can also still be 0. */
  toZero: boolean
  readonly about: About
}

interface Ends {
  readonly low: Move
  readonly high: Move
}

/** How often a search looks on either side of a fraction: before anything is published, and after. */
const FIRST_PATIENCE = 60
const PATIENCE = 30

/**
 * The audit by witnesses: for every guarded count two points that fulfil all that is known and published and lie far
 * enough apart. A row is published only where such points remain for each count. Not found is not safe.
 */
export class Witnesses<About> {
  readonly system: System
  readonly guarded: readonly Guarded<About>[]
  /** True where a count was not found safe even before anything is published: then nothing may be. */
  isHopeless = false
  private tableau: Tableau
  private readonly truth: Move
  private readonly ends: Ends[] = []
  /** Rows that are published, of which the tableau need not know before something is searched for. */
  private readonly waiting: Row[] = []
  /** Points found so far. */
  private pool: Move[] = []

  constructor(system: System, guarded: readonly Guarded<About>[]) {
    this.system = system
    this.guarded = guarded
    this.truth = new Int32Array(system.truth.length)
    this.tableau = new Tableau(system.truth)
    this.addTogether(system.rows.toSorted((a, b) => a.vars.length - b.vars.length))
    for (const count of guarded) {
      const ends = this.find(count, FIRST_PATIENCE)
      if (ends === null) this.isHopeless = true
      this.ends.push(ends ?? { low: this.truth, high: this.truth })
    }
  }

  /**
   * Publishes the rows where every guarded count stays safe and answers null; otherwise takes them back and answers
   * the first count that they would give away.
   */
  publish(rows: readonly Row[]): Guarded<About> | null {
    const broken = new Set<Move>()
    for (const row of rows) {
      this.system.push(row)
      this.addBroken(row, broken)
    }
    const toFind: number[] = []
    if (broken.size > 0) {
      this.pool = this.pool.filter((move) => !broken.has(move))
      this.ends.forEach(({ low, high }, i) => {
        if (broken.has(low) || broken.has(high)) toFind.push(i)
      })
    }
    if (toFind.length === 0) {
      this.waiting.push(...rows)
      return null
    }
    const before = this.addTogether(this.waiting.splice(0))
    this.addTogether(rows)
    const found = new Map<number, Ends>()
    for (const i of toFind) {
      const ends = this.find(this.guarded[i]!, PATIENCE)
      if (ends === null) {
        rows.forEach(() => this.system.pop())
        this.tableau = before
        this.pool.push(...broken)
        return this.guarded[i]!
      }
      found.set(i, ends)
    }
    for (const [i, ends] of found) this.ends[i] = ends
    return null
  }

  /** The counts that are not safe after all, each point looked at anew against every row; it has to be empty. */
  unsafe(): Guarded<About>[] {
    const isSound = new Map<Move, boolean>()
    const sound = (move: Move) => {
      if (!isSound.has(move)) isSound.set(move, holds(this.system, move))
      return isSound.get(move)!
    }
    return this.guarded.filter((count, i) => {
      const { low, high } = this.ends[i]!
      const from = count.value + gainOf(count.sum, low)
      const to = count.value + gainOf(count.sum, high)
      return !sound(low) || !sound(high) || to - from < count.width || (count.toZero && from > 0)
    })
  }

  private find({ sum, value, width, toZero }: Guarded<About>, patience: number): Ends | null {
    let { low, high } = this.known(sum)
    let from = gainOf(sum, low)
    let to = gainOf(sum, high)
    const reach = (end: number, sign: 1 | -1): number => {
      const { move, most } = findPoint(this.system, this.tableau, { sum, sign, end }, patience)
      if (move === null) return most
      this.pool.push(move)
      const gain = gainOf(sum, move)
      if (sign === 1) [high, to] = [move, gain]
      else [low, from] = [move, gain]
      return gain
    }
    if (toZero && value + from > 0) {
      reach(-value, -1)
      if (value + from > 0) return null
    }
    if (to - from >= width) return { low, high }
    const most = Math.floor(reach(from + width, 1) + 1e-6)
    if (to - from >= width) return { low, high }
    const least = Math.ceil(reach(most - width, -1) - 1e-6)
    if (to - from >= width) return { low, high }
    if (most - least < width) return null
    // As far up as it goes in whole numbers, and the rest down.
    for (let end = Math.min(most, from + width); end > to; end--) reach(end, 1)
    if (to - from < width) reach(to - width, -1)
    return to - from >= width ? { low, high } : null
  }

  /** The points of the pool that take the sum lowest and highest. */
  private known(sum: Sum): { low: Move; high: Move } {
    let [low, high] = [this.truth, this.truth]
    let [least, most] = [0, 0]
    for (const move of this.pool) {
      const gain = gainOf(sum, move)
      if (gain < least) [low, least] = [move, gain]
      if (gain > most) [high, most] = [move, gain]
    }
    return { low, high }
  }

  /** Adds rows to a copy of the tableau, which is searched from now on; answers it, to be searched again. */
  private addTogether(rows: readonly Row[]): Tableau {
    this.tableau = this.tableau.copy().ownEnds()
    for (const row of rows) {
      const value = this.system.valueOf(row)
      this.tableau.addRow(row, row.from - value, row.to - value)
    }
    this.tableau.compact()
    return this.tableau
  }

  /** The points of the pool that do not fulfil the row. */
  private addBroken(row: Row, broken: Set<Move>): void {
    const value = this.system.valueOf(row)
    for (const move of this.pool) {
      const moved = value + gainOf(row, move)
      if (moved < row.from || moved > row.to) broken.add(move)
    }
  }
}
