import { recordShapes } from './record-shapes.ts'
import type { ImportPlan, SourceCounts } from './plan.ts'
import { isRowSource } from './sources/index.ts'

const count = (n: number, [one, many]: readonly [string, string]) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

const wordsOf = ({ source }: SourceCounts) =>
  isRowSource(source) ? recordShapes[source].words : (['mark', 'marks'] as const)

/** What a plan does, a line for each source: `children: 40 new, 2 changed, 0 the same, 1 no longer in the file`. */
export const countsInWords = (plan: ImportPlan): string[] =>
  plan.counts.map((counts) => {
    const { added, changed, same, missing } = counts
    const [, many] = wordsOf(counts)
    const gone = missing > 0 ? `, ${missing} no longer in the file (they stay)` : ''
    return `${many}: ${added.toLocaleString('en-GB')} new, ${changed.toLocaleString('en-GB')} changed, ${same.toLocaleString('en-GB')} the same${gone}`
  })

/** What stands in the way of a plan, a line each; children are not named. */
export const obstaclesInWords = ({ problems, conflicts, questions }: ImportPlan): string[] => [
  ...problems.map(({ file, line, column, message }) =>
    [file, line === null ? null : `line ${line}`, column, message].filter(Boolean).join(': '),
  ),
  ...(conflicts.length > 0
    ? [
        `${count(conflicts.length, ['value', 'values'])} in these files differ from what a person typed. Decide on the Import page.`,
      ]
    : []),
  ...questions.map(({ message }) => `${message} Say --older or --other-school if it is meant.`),
]
