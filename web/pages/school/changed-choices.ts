import type { Rules } from '../../api.ts'

type Rule = Pick<Rules['rules'][number], 'id' | 'options'>

/** The name of the box of one choice of one rule. */
export const boxOf = (ruleId: string, name: string) => `${ruleId}.${name}`

/** Whole numbers as typed, those that are not what holds now; null where the usual value was typed. */
export function changedChoices(
  rules: readonly Rule[],
  typed: (box: string) => string,
): { options: Record<string, Record<string, number | null>>; wrong: string[] } {
  const options: Record<string, Record<string, number | null>> = {}
  const wrong: string[] = []
  for (const { id, options: all } of rules)
    for (const { name, value, usual } of all) {
      const text = typed(boxOf(id, name)).trim()
      const number = Number(text)
      if (!/^\d{1,4}$/.test(text) || number > 1000) wrong.push(boxOf(id, name))
      else if (number !== value) (options[id] ??= {})[name] = number === usual ? null : number
    }
  return { options, wrong }
}
