import type { KnownReport } from './known-report.ts'
import { difference, keyOf, type Sum, type System } from './system.ts'
import type { Guarded } from './witnesses.ts'

/** Whole below which "all of them" tells of each child. */
const FEW = 20

/** What a guarded count is, for the reason that the designated teacher reads. */
export type About =
  | { readonly what: 'figure' | 'all-harmed' | 'rest'; readonly report: KnownReport; readonly id: string }
  | { readonly what: 'atom'; readonly report: KnownReport }
  | {
      readonly what: 'change'
      readonly earlier: KnownReport
      readonly report: KnownReport
      readonly id: string
      readonly besides: string
    }

export type GuardedCount = Guarded<About>

/** Every count of one report that nobody may learn: small figures, small rests, small cells, and all harmed. */
export function guardedIn(system: System, report: KnownReport): GuardedCount[] {
  const { threshold, figures, sumOfFigure } = report
  const guarded: GuardedCount[] = []
  const put = (sum: Sum, width: number, toZero: boolean, about: About) => {
    const value = system.valueOf(sum)
    if (sum.vars.length > 0) guarded.push({ sum, value, width, toZero, about })
  }
  const isSmall = (value: number) => value >= 1 && value <= threshold
  for (const { id, within, besides, zero, isHarm } of figures.values()) {
    const sum = sumOfFigure.get(id)!
    const value = system.valueOf(sum)
    const toZero = zero === 'kept' && value <= threshold
    if (toZero || isSmall(value)) put(sum, threshold, toZero, { what: 'figure', report, id })
    const whole = within === null ? undefined : sumOfFigure.get(within)
    if (whole !== undefined) {
      const rest = difference(whole, sum)
      const left = system.valueOf(rest)
      if (isSmall(left)) put(rest, threshold, false, { what: 'rest', report, id })
      const all = system.valueOf(whole)
      if (isHarm && left === 0 && all > 0 && all < FEW)
        put(rest, 2, false, { what: 'all-harmed', report, id })
    }
    const beside = besides === null ? undefined : sumOfFigure.get(besides)
    if (beside !== undefined && besides !== null) {
      const change = difference(sum, beside)
      if (isSmall(Math.abs(system.valueOf(change)))) {
        put(change, threshold, false, { what: 'change', earlier: report, report, id, besides })
      }
    }
  }
  for (const variable of report.atoms.values()) {
    if (isSmall(system.truth[variable]!))
      put({ vars: [variable], times: [1] }, threshold, false, { what: 'atom', report })
  }
  return withoutTwins(guarded)
}

/** Every small change between two reports: of one figure, or of one and the figure that the later puts beside it. */
export function guardedChanges(system: System, earlier: KnownReport, report: KnownReport): GuardedCount[] {
  const guarded: GuardedCount[] = []
  for (const { id, besides } of report.figures.values()) {
    for (const before of besides === null ? [id] : [id, besides]) {
      const then = earlier.sumOfFigure.get(before)
      if (then === undefined) continue
      const sum = difference(report.sumOfFigure.get(id)!, then)
      const value = system.valueOf(sum)
      if (Math.abs(value) < 1 || Math.abs(value) > report.threshold) continue
      const about: About = { what: 'change', earlier, report, id, besides: before }
      guarded.push({ sum, value, width: report.threshold, toZero: false, about })
    }
  }
  return withoutTwins(guarded)
}

/** One of those that guard the same sum, with what the strictest of them asks. */
function withoutTwins(guarded: readonly GuardedCount[]): GuardedCount[] {
  const bySum = new Map<string, GuardedCount>()
  for (const count of guarded) {
    const key = keyOf(count.sum)
    const twin = bySum.get(key)
    if (twin === undefined) bySum.set(key, count)
    else {
      twin.width = Math.max(twin.width, count.width)
      twin.toZero ||= count.toZero
    }
  }
  return [...bySum.values()]
}
