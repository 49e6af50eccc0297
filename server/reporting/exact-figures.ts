import { figureWords } from '../report/figures.ts'
import type { ExactFigure } from '../report/report-json.ts'
import type { Controlled, Measures, Shown, Term } from '../report/shapes.ts'
import { nameOf } from './figure-names.ts'
import type { KeptSettled } from './frozen.ts'

/** A report's numbers as they are, with what governors are shown of each. */
export interface ExactNumbers {
  readonly values: ReadonlyMap<string, number>
  readonly shown: ReadonlyMap<string, Shown>
  /** Why a number is not printed as it is. */
  readonly reasons: ReadonlyMap<string, string>
  /** Why there is none. */
  readonly unknown: ReadonlyMap<string, string>
}

/** The sum of atoms; what no atom stands for is 0. */
export const sumOf = (terms: readonly Term[], atoms: ReadonlyMap<string, number>): number =>
  terms.reduce((sum, { atom, times }) => sum + times * (atoms.get(atom) ?? 0), 0)

const valuesOf = (
  atoms: ReadonlyMap<string, number>,
  figures: readonly { readonly id: string; readonly sum: readonly Term[] }[],
  amounts: readonly { readonly id: string; readonly value: number }[],
) =>
  new Map([
    ...figures.map(({ id, sum }) => [id, sumOf(sum, atoms)] as const),
    ...amounts.map(({ id, value }) => [id, value] as const),
  ])

/** As counted just now. */
export const numbersNow = (
  { atoms, figures, amounts, unknown }: Measures,
  { shown, reasons }: Controlled,
): ExactNumbers => ({ values: valuesOf(atoms, figures, amounts), shown, reasons, unknown })

/** As they were when the report was approved. */
export const numbersThen = ({
  atoms,
  figures,
  amounts,
  reasons,
  unknown,
}: Pick<KeptSettled, 'atoms' | 'figures' | 'amounts' | 'reasons' | 'unknown'>): ExactNumbers => ({
  values: valuesOf(new Map(atoms), figures, amounts),
  shown: new Map([...figures, ...amounts].map(({ id, shown }) => [id, shown])),
  reasons: new Map(reasons),
  unknown: new Map(unknown),
})

/** Every number of the report in the order of its sections, with its words. */
export const exactFigures = ({ values, shown, reasons, unknown }: ExactNumbers): ExactFigure[] =>
  [...figureWords].flatMap(([id, { unit, who }]): ExactFigure[] => {
    const why = unknown.get(id)
    const value = why === undefined ? values.get(id) : undefined
    if (value === undefined && why === undefined) return []
    const seen: Shown = shown.get(id) ?? (why === undefined ? { as: 'hidden' } : { as: 'unknown', why })
    const isShown = seen.as === 'exact'
    const words = { id, label: nameOf(id), unit, who }
    return [
      {
        ...words,
        value: value ?? null,
        why: isShown ? null : (why ?? reasons.get(id) ?? null),
        isShown,
        shown: seen,
      },
    ]
  })
