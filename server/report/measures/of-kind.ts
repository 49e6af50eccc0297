import type { Measures, ReportKind } from '../shapes.ts'

/** Numbers of heads that the front page of a term has not. */
const isAnnualAlone = (id: string): boolean => /^(attainment|need|money|alert)\./.test(id)

/**
 * What a report of a kind prints of the measures. What it does not print is not settled with it either, so that later
 * reports are not held against numbers that nobody saw.
 */
export function ofKind(measures: Measures, kind: ReportKind): Measures {
  if (kind !== 'term') return measures
  const isPrinted = ({ id }: { readonly id: string }) => !isAnnualAlone(id)
  return {
    ...measures,
    figures: measures.figures.filter(isPrinted),
    amounts: measures.amounts.filter(isPrinted),
    unknown: new Map([...measures.unknown].filter(([id]) => !isAnnualAlone(id))),
  }
}
