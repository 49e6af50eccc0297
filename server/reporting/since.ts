import { figureWords } from '../report/figures.ts'
import type { ExactNumbers } from './exact-figures.ts'
import { nameOf, valueWords } from './figure-names.ts'

/**
 * What the rows of today would alter in a frozen report, in sentences for the school's own staff: `Looked after: 18 in
 * the report, 19 as counted today.`; of the numbers that may be read.
 */
export function sinceThen(then: ExactNumbers, now: ExactNumbers, isRead: (id: string) => boolean): string[] {
  const known = ({ values, unknown }: ExactNumbers, id: string) =>
    unknown.has(id) ? undefined : values.get(id)
  return [...figureWords].flatMap(([id, { unit }]) => {
    // Numbers that the one of the two has no place for, as a front page of a term or a report of before they were
    // counted: nothing stands beside these.
    const has = ({ values, unknown }: ExactNumbers) => values.has(id) || unknown.has(id)
    if (!has(then) || !has(now)) return []
    const [before, after] = [known(then, id), known(now, id)]
    if (before === after || !isRead(id)) return []
    const words = (value: number | undefined) => (value === undefined ? 'not known' : valueWords(value, unit))
    return [`${nameOf(id)}: ${words(before)} in the report, ${words(after)} as counted today.`]
  })
}
