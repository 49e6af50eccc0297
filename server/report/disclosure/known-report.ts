import { addYears, daysBetween, type IsoDate } from '../../calendar/iso-date.ts'
import type { AcademicYear } from '../../calendar/academic-year.ts'
import type { Figure, Linear, Measures, Settled, Term } from '../shapes.ts'
import { difference, tidy, together, type Row, type Sum, type System } from './system.ts'

type CountedFigure = Pick<Figure, 'id' | 'sum' | 'within' | 'besides' | 'zero' | 'isHarm' | 'neverFalls'> &
  Partial<Pick<Figure, 'isOver' | 'fallsInto'>>

/** A report as the system has it: its atoms are variables, its figures sums of them. */
export interface KnownReport {
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly threshold: number
  readonly figures: ReadonlyMap<string, CountedFigure>
  readonly atoms: ReadonlyMap<string, number>
  readonly sumOfFigure: ReadonlyMap<string, Sum>
  /** A sum of atoms as one of variables. */
  readonly sumOf: (terms: readonly Term[]) => Sum
}

/** The figure that says how many children a report is about. */
const EVERYBODY = 'numbers.year.all'

interface Counted {
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly atoms: Iterable<readonly [string, number]>
  readonly known: readonly Linear[]
}

/** Adds the atoms and figures of a report, and how they hang together; throws where the counts contradict each other. */
export function addReport(
  system: System,
  report: Counted,
  figures: readonly CountedFigure[],
  threshold: number,
): KnownReport {
  const atoms = new Map<string, number>()
  for (const [atom, value] of report.atoms) {
    if (!Number.isInteger(value) || value < 0)
      throw new RangeError(`${atom} is ${value}, no whole number from 0`)
    atoms.set(atom, system.addVariable(value))
  }
  const sumOf = (terms: readonly Term[]): Sum =>
    tidy(
      terms.map(({ atom, times }) => {
        const variable = atoms.get(atom)
        if (variable === undefined) throw new RangeError(`No atom is called ${atom}`)
        return [variable, times] as const
      }),
    )
  for (const linear of report.known) system.push(rowOf(sumOf, linear))
  return {
    on: report.on,
    year: report.year,
    threshold,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    atoms,
    sumOfFigure: new Map(figures.map(({ id, sum }) => [id, sumOf(sum)])),
    sumOf,
  }
}

/** What a sum of atoms lies between, as a row. */
export const rowOf = (sumOf: KnownReport['sumOf'], { terms, from, to }: Linear): Row => {
  const { vars, times } = sumOf(terms)
  return { vars, times, from, to: to ?? Infinity }
}

/** That a report tells numbers at all says that it is about more children than the threshold; else about fewer. */
export function sizeRow(report: KnownReport, isSmall: boolean): Row | null {
  const everybody = report.sumOfFigure.get(EVERYBODY)
  if (everybody === undefined) return null
  const { threshold } = report
  return isSmall
    ? { ...everybody, from: 0, to: threshold }
    : { ...everybody, from: threshold + 1, to: Infinity }
}

/** How many children a report is about, at the day. */
export const everybodyIn = (measures: Measures): number => {
  const figure = measures.figures.find(({ id }) => id === EVERYBODY)
  return figure === undefined
    ? measures.childIds.length
    : figure.sum.reduce((sum, { atom, times }) => sum + times * (measures.atoms.get(atom) ?? 0), 0)
}

/** What a published report showed, as rows. */
export function publishedRows(report: KnownReport, settled: Settled): Row[] {
  const rows: Row[] = []
  const size = sizeRow(report, settled.isSmall)
  if (size !== null) rows.push(size)
  for (const { id, shown } of settled.figures) {
    const row = shownRow(report.sumOfFigure.get(id)!, shown)
    if (row !== null) rows.push(row)
  }
  for (const { shown, tells } of settled.amounts) {
    if (shown.as === 'exact') rows.push(...tells.map((linear) => rowOf(report.sumOf, linear)))
  }
  return rows
}

/** What a shown figure tells of its sum. */
export function shownRow({ vars, times }: Sum, shown: Settled['figures'][number]['shown']): Row | null {
  if (shown.as === 'exact') return { vars, times, from: shown.value, to: shown.value }
  if (shown.as === 'range') return { vars, times, from: shown.from, to: shown.to ?? Infinity }
  return null
}

/**
 * What anybody can say of one report from another: what never falls within a year has not fallen, what was over is as
 * it was, and what stands for a year before is what was told then, within days. Only what is true of these two is said.
 */
export function linkRows(system: System, before: KnownReport, after: KnownReport): Row[] {
  const rows: Row[] = []
  for (const { id, neverFalls, fallsInto = null, isOver, besides } of after.figures.values()) {
    const later = after.sumOfFigure.get(id)!
    const same = before.sumOfFigure.get(id)
    if (same !== undefined && before.year === after.year) {
      const change = difference(later, same)
      const stays = isOver === true && before.figures.get(id)?.isOver === true && system.valueOf(change) === 0
      if (stays) rows.push({ ...change, from: 0, to: 0 })
      else if (neverFalls) rows.push({ ...change, from: 0, to: Infinity })
      const [grown, less] = [after, before].map(({ sumOfFigure }) => sumOfFigure.get(fallsInto ?? ''))
      if (grown !== undefined && less !== undefined)
        rows.push({ ...together(change, difference(grown, less)), from: 0, to: Infinity })
    }
    const then = besides === null ? undefined : before.sumOfFigure.get(besides)
    if (then !== undefined && isYearApart(before.on, after.on)) {
      rows.push({ ...difference(later, then), from: 0, to: 0 })
    }
  }
  return rows.filter((row) => {
    const value = system.valueOf(row)
    return row.vars.length > 0 && value >= row.from && value <= row.to
  })
}

/** Days by which the end of the same term can lie apart in two years, as Easter moves; often nothing happens between. */
const NEARLY = 35

const isYearApart = (before: IsoDate, after: IsoDate): boolean =>
  Math.abs(daysBetween(addYears(before, 1), after)) <= NEARLY
