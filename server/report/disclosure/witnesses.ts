import { Bounds } from './bounds.ts'
import { findPoint, gainOf, holds, type Move } from './search.ts'
import type { Row, Sum, System } from './system.ts'

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

/** How much longer is searched before anything is published. */
const PATIENCE = 8

const TRUTH: Move = new Map()

/**
 * The audit by witnesses: for every guarded count two points that fulfil all that is known and published and lie far
 * enough apart. A row is published only where such points remain for each count. Not found is not safe.
 */
export class Witnesses<About> {
  readonly system: System
  readonly guarded: readonly Guarded<About>[]
  /** True where a count was not found safe even before anything is published: then nothing may be. */
  isHopeless = false
  private readonly bounds: Bounds
  private readonly ends: Ends[] = []
  /** Points found so far, by the variables they change. */
  private readonly pool = new Map<number, Set<Move>>()

  constructor(system: System, guarded: readonly Guarded<About>[]) {
    this.system = system
    this.guarded = guarded
    this.bounds = new Bounds(system, 3 * guarded.reduce((most, { width }) => Math.max(most, width + 1), 0))
    for (const count of guarded) {
      const ends = this.find(count, PATIENCE)
      if (ends === null) this.isHopeless = true
      this.ends.push(ends ?? { low: TRUTH, high: TRUTH })
    }
  }

  /**
   * Publishes the rows where every guarded count stays safe and answers null; otherwise takes them back and answers
   * the first count that they would give away.
   */
  publish(rows: readonly Row[]): Guarded<About> | null {
    const mark = this.bounds.mark
    for (const row of rows) this.bounds.addRow(this.system.push(row))
    const broken = new Set<Move>()
    for (const row of rows) for (const move of this.brokenBy(row)) broken.add(move)
    for (const move of broken) this.forget(move)
    const found = new Map<number, Ends>()
    for (let i = 0; i < this.guarded.length; i++) {
      const { low, high } = this.ends[i]!
      if (!broken.has(low) && !broken.has(high)) continue
      const ends = this.find(this.guarded[i]!)
      if (ends === null) {
        this.bounds.undo(mark)
        rows.forEach(() => this.system.pop())
        for (const move of broken) this.keep(move)
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

  private find(count: Guarded<About>, patience = 1): Ends | null {
    const { sum, value, width } = count
    let { low, high } = this.known(sum)
    const from = () => value + gainOf(sum, low)
    const to = () => value + gainOf(sum, high)
    const isWide = () => to() - from() >= width
    const reach = (end: number, isUp: boolean) => {
      const move = this.search(sum, end, isUp, patience)
      if (move === null) return false
      if (isUp) high = move
      else low = move
      return true
    }
    if (count.toZero && from() > 0 && !reach(0, false)) return null
    if (isWide() || reach(from() + width, true)) return { low, high }
    if (count.toZero) return null
    if (reach(to() - width, false)) return { low, high }
    // As far up as it goes, and the rest down.
    for (let least = to() - value + 1, most = from() + width - value - 1; least <= most;) {
      const middle = Math.ceil((least + most) / 2)
      if (reach(value + middle, true)) least = to() - value + 1
      else most = middle - 1
    }
    return isWide() || reach(to() - width, false) ? { low, high } : null
  }

  /** The points of the pool that take the sum lowest and highest. */
  private known(sum: Sum): { low: Move; high: Move } {
    let low = TRUTH
    let high = TRUTH
    let least = 0
    let most = 0
    for (const variable of sum.vars) {
      for (const move of this.pool.get(variable) ?? []) {
        const gain = gainOf(sum, move)
        if (gain < least) [low, least] = [move, gain]
        if (gain > most) [high, most] = [move, gain]
      }
    }
    return { low, high }
  }

  private search(sum: Sum, end: number, isUp: boolean, patience: number): Move | null {
    const move = findPoint(this.system, this.bounds, sum, end, isUp, patience)
    if (move !== null) this.keep(move)
    return move
  }

  private brokenBy(row: Row): Set<Move> {
    const broken = new Set<Move>()
    const value = this.system.valueOf(row)
    for (const variable of row.vars) {
      for (const move of this.pool.get(variable) ?? []) {
        const moved = value + gainOf(row, move)
        if (moved < row.from || moved > row.to) broken.add(move)
      }
    }
    return broken
  }

  private keep(move: Move): void {
    for (const variable of move.keys()) {
      const moves = this.pool.get(variable)
      if (moves === undefined) this.pool.set(variable, new Set([move]))
      else moves.add(move)
    }
  }

  private forget(move: Move): void {
    for (const variable of move.keys()) this.pool.get(variable)?.delete(move)
  }
}
