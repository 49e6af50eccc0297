import type { Amount, Controlled, Figure, Measures, ReportKind, Settled, Shown } from '../shapes.ts'
import { refusalOf, toldBy, type EarlierAmount } from './amounts.ts'
import { formsOf } from './forms.ts'
import { guardedChanges, guardedIn, type About, type GuardedCount } from './guarded.ts'
import {
  addReport,
  everybodyIn,
  linkRows,
  publishedRows,
  rowOf,
  shownRow,
  sizeRow,
  type KnownReport,
} from './known-report.ts'
import { firstReason, givenAway, NOT_SHOWN_SAFE, refusalReason, smallReason } from './reasons.ts'
import { System } from './system.ts'
import { Witnesses } from './witnesses.ts'

export interface ControlSettings {
  /** 1 to this many are hidden. */
  readonly threshold: number
  /** Every report that the same readers have had, in the order of publication. */
  readonly earlier: readonly Settled[]
}

/**
 * What may be printed of the measures, so that whoever has this report and every earlier one cannot learn a count of
 * 1 to the threshold: for each such count, each rest, each cell and each change since an earlier report, whole
 * numbers remain possible that lie at least the threshold apart. Throws a RangeError where the measures contradict
 * themselves.
 *
 * The promise is about what is published, as sums of whole numbers. A reader who also runs this program on every
 * cohort that he can think of may rule some out by what it chose to hide; how much that tells is not measured.
 */
export function control(measures: Measures, { threshold, earlier }: ControlSettings): Controlled {
  const ids = [
    ...measures.figures.map(({ id }) => id),
    ...measures.amounts.map(({ id }) => id),
    ...measures.unknown.keys(),
  ]
  if (everybodyIn(measures) <= threshold) {
    return {
      threshold,
      isSmall: true,
      shown: new Map(ids.map((id) => [id, { as: 'hidden' }])),
      reasons: new Map(ids.map((id) => [id, smallReason(threshold)])),
    }
  }
  const shown = new Map<string, Shown>()
  const reasons = new Map<string, string>()
  const figures = measures.figures.filter(({ id }) => !measures.unknown.has(id))
  const { report, witnesses } = auditOf(measures, figures, threshold, earlier)
  if (witnesses.isHopeless) {
    for (const id of ids) {
      shown.set(id, { as: 'hidden' })
      reasons.set(id, NOT_SHOWN_SAFE)
    }
    return { threshold, isSmall: false, shown, reasons }
  }
  for (const figure of figures) printFigure(figure, report, witnesses, shown, reasons)
  printAmounts(measures, report, witnesses, earlier, shown, reasons)
  endWithWholes(figures, shown)
  beginWithParts(figures, shown)
  for (const [id, why] of measures.unknown) shown.set(id, { as: 'unknown', why })
  if (witnesses.unsafe().length > 0) throw new Error('The audit of a report does not hold')
  return { threshold, isSmall: false, shown, reasons }
}

/** A range ends where the whole ends that it is part of: whoever reads both knows it, and 0–11 of nine looks wrong. */
function endWithWholes(figures: readonly Figure[], shown: Map<string, Shown>): void {
  for (const { id, within } of figures) {
    const part = shown.get(id)
    const whole = within === null ? undefined : shown.get(within)
    if (part?.as !== 'range' || (whole?.as !== 'exact' && whole?.as !== 'range')) continue
    const most = whole.as === 'exact' ? whole.value : whole.to
    if (most === null || (part.to !== null && part.to <= most)) continue
    shown.set(id, part.from === most ? { as: 'exact', value: most } : { ...part, to: most })
  }
}

/** A range begins where a part of it does: whoever reads both knows it, and 22 of 18–23 looks wrong. */
function beginWithParts(figures: readonly Figure[], shown: Map<string, Shown>): void {
  for (const { id, within } of figures.toReversed()) {
    const part = shown.get(id)
    const whole = within === null ? undefined : shown.get(within)
    if (within === null || whole?.as !== 'range' || (part?.as !== 'exact' && part?.as !== 'range')) continue
    const least = part.as === 'exact' ? part.value : part.from
    if (least <= whole.from) continue
    shown.set(within, whole.to === least ? { as: 'exact', value: least } : { ...whole, from: least })
  }
}

/** The system of all that is known before anything of this report is printed, with every count to guard. */
function auditOf(
  measures: Measures,
  figures: readonly Figure[],
  threshold: number,
  earlier: readonly Settled[],
): { report: KnownReport; witnesses: Witnesses<About> } {
  const system = new System()
  const past = earlier.map((settled) => {
    const known = addReport(system, settled, settled.figures, settled.threshold)
    for (const row of publishedRows(known, settled)) system.push(row)
    return known
  })
  const report = addReport(system, measures, figures, threshold)
  const size = sizeRow(report, false)
  if (size !== null) system.push(size)
  const isLinked = new Set<KnownReport>()
  const reports = [...past, report]
  reports.forEach((after, i) => {
    for (const before of reports.slice(0, i)) {
      const rows = linkRows(system, before, after)
      for (const row of rows) system.push(row)
      if (after === report && (rows.length > 0 || before.year === report.year)) isLinked.add(before)
    }
  })
  const guarded: GuardedCount[] = guardedIn(system, report)
  past.forEach((before, i) => {
    guarded.push(...guardedChanges(system, before, report))
    if (isLinked.has(before)) guarded.push(...guardedIn(system, before))
    for (const other of past.slice(0, i)) {
      if (isLinked.has(before) || isLinked.has(other)) guarded.push(...guardedChanges(system, other, before))
    }
  })
  return { report, witnesses: new Witnesses(system, guarded) }
}

/** Prints a figure in the most exact form that gives nothing away. */
function printFigure(
  { id, zero }: Figure,
  report: KnownReport,
  witnesses: Witnesses<About>,
  shown: Map<string, Shown>,
  reasons: Map<string, string>,
): void {
  const sum = report.sumOfFigure.get(id)!
  const value = witnesses.system.valueOf(sum)
  const forms = formsOf(value, zero, report.threshold)
  let first: GuardedCount | null = null
  for (const form of forms) {
    const row = shownRow(sum, form)
    const given = row === null ? null : witnesses.publish([row])
    first ??= given
    if (given !== null) continue
    shown.set(id, form)
    break
  }
  const form = shown.get(id)!
  if (form.as === 'exact') return
  reasons.set(
    id,
    first !== null && form !== forms[0]
      ? givenAway(first, report, id)
      : firstReason(value, zero, report.threshold),
  )
}

function printAmounts(
  measures: Measures,
  report: KnownReport,
  witnesses: Witnesses<About>,
  earlier: readonly Settled[],
  shown: Map<string, Shown>,
  reasons: Map<string, string>,
): void {
  const { threshold } = report
  const printed: Amount[] = []
  const before: EarlierAmount[] = earlier
    .filter(({ year }) => year === measures.year)
    .flatMap(({ on, year, amounts }) => amounts.map((amount) => ({ ...amount, on, year })))
  for (const amount of measures.amounts) {
    const { id, needsCount } = amount
    if (measures.unknown.has(id)) continue
    shown.set(id, { as: 'hidden' })
    const refusal =
      refusalOf(amount, printed, before, threshold) ??
      (needsCount !== null && shown.get(needsCount)?.as !== 'exact' ? ({ why: 'count' } as const) : null)
    if (refusal !== null) {
      reasons.set(id, refusalReason(refusal, threshold))
      continue
    }
    const given = witnesses.publish(toldBy(amount, threshold).map((linear) => rowOf(report.sumOf, linear)))
    if (given !== null) {
      reasons.set(id, givenAway(given, report, id))
      continue
    }
    shown.set(id, { as: 'exact', value: amount.value })
    printed.push(amount)
  }
}

/** What to keep, sealed, of a report that is published, so that the next one is held against it. */
export function settle(measures: Measures, controlled: Controlled, kind: ReportKind): Settled {
  const { threshold, isSmall, shown } = controlled
  const isKnown = ({ id }: { readonly id: string }) => !measures.unknown.has(id)
  const shownOf = (id: string): Shown => shown.get(id) ?? { as: 'hidden' }
  return {
    on: measures.on,
    year: measures.year,
    kind,
    threshold,
    isSmall,
    atoms: [...measures.atoms],
    known: measures.known,
    figures: measures.figures
      .filter(isKnown)
      .map(({ id, sum, within, besides, zero, isHarm, neverFalls, fallsInto, isOver }) => ({
        id,
        sum,
        within,
        besides,
        zero,
        isHarm,
        neverFalls,
        fallsInto,
        isOver,
        shown: shownOf(id),
      })),
    amounts: measures.amounts.filter(isKnown).map((amount) => ({
      id: amount.id,
      family: amount.family,
      value: amount.value,
      shown: shownOf(amount.id),
      by: [...amount.by],
      children: amount.children,
      tells: toldBy(amount, threshold),
    })),
  }
}
