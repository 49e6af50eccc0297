import type { Rules } from '../../api.ts'

type Rule = Pick<Rules['rules'][number], 'id' | 'options'>

/** The name of the box of one choice of one rule. */
export const boxOf = (ruleId: string, name: string) => `${ruleId}.${name}`

/** Options that are minutes of the day are shown and typed as a wall time, such as `15:30`. */
export const isTime = ({ unit }: Pick<Rule['options'][number], 'unit'>) => unit === 'time of day'

const two = (number: number) => `${number}`.padStart(2, '0')

/** The value as its box holds it: a number, or minutes of the day as a wall time. */
export const textOf = (option: Pick<Rule['options'][number], 'unit'>, value: number): string =>
  isTime(option) ? `${two(Math.floor(value / 60))}:${two(value % 60)}` : `${value}`

/** What is typed as a number; NaN when it is none. */
function numberOf(option: Pick<Rule['options'][number], 'unit'>, text: string): number {
  if (!isTime(option)) return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(text) ?? []
  return Number(hours) * 60 + Number(minutes)
}

/** Whole numbers as typed, those that are not what holds now; null where the usual value was typed. */
export function changedChoices(
  rules: readonly Rule[],
  typed: (box: string) => string,
): { options: Record<string, Record<string, number | null>>; wrong: string[] } {
  const options: Record<string, Record<string, number | null>> = {}
  const wrong: string[] = []
  for (const { id, options: all } of rules)
    for (const option of all) {
      const { name, value, usual, least, most } = option
      const number = numberOf(option, typed(boxOf(id, name)).trim())
      if (!(number >= least && number <= most)) wrong.push(boxOf(id, name))
      else if (number !== value) (options[id] ??= {})[name] = number === usual ? null : number
    }
  return { options, wrong }
}
