import type { AttainmentFact, ReportFacts } from '../../facts/report-facts.ts'
import { Counting, sumOf, type Part } from './counting.ts'
import { groupAtom, type CountedChild } from './who.ts'

/** The newest of each subject among those that say something. */
function newest<T extends {}>(
  assessments: readonly AttainmentFact[],
  saidIn: (assessment: AttainmentFact) => T | null,
): T[] {
  const bySubject = new Map<string, T>()
  for (const assessment of assessments) {
    const said = saidIn(assessment)
    if (said !== null) bySubject.set(assessment.subject, said)
  }
  return [...bySubject.values()]
}

/** 5 Attainment and progress of looked-after children, where they are recorded. */
export function countAttainment(facts: ReportFacts, children: readonly CountedChild[]): Part {
  const part = new Counting()
  if (facts.children.every(({ attainment }) => attainment.length === 0)) {
    part.isUnknown(`No assessment of ${facts.year} is recorded here, of any child.`, 'attainment')
    return part
  }
  const [standard, progress] = [
    ['attainment:expected', 'attainment:below', 'attainment:unsaid'],
    ['progress:made', 'progress:less', 'progress:unsaid'],
  ]
  part.declare(...standard, ...progress)
  for (const { id, group, facts: child } of children) {
    if (group !== 'looked-after') continue
    const standards = newest(child.attainment, ({ expected }) => expected)
    const isBelow = standards.some((isExpected) => !isExpected)
    part.add(`attainment:${standards.length === 0 ? 'unsaid' : isBelow ? 'below' : 'expected'}`, id)
    const steps = newest(child.attainment, (each) => each.progress)
    const isLess = steps.includes('less')
    part.add(`progress:${steps.length === 0 ? 'unsaid' : isLess ? 'less' : 'made'}`, id)
  }
  const lookedAfter = sumOf(groupAtom('looked-after'))
  part.adds(sumOf(...standard), lookedAfter)
  part.adds(sumOf(...progress), lookedAfter)

  const within = 'numbers.year.looked-after'
  part.figure('attainment.assessed', sumOf('attainment:expected', 'attainment:below'), { within })
  part.figure('attainment.expected', sumOf('attainment:expected'), { within: 'attainment.assessed' })
  part.figure('attainment.progress-known', sumOf('progress:made', 'progress:less'), { within })
  part.figure('attainment.progress-made', sumOf('progress:made'), { within: 'attainment.progress-known' })
  return part
}
