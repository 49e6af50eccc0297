import type { ReportFacts } from '../../facts/report-facts.ts'
import { Counting, sumOf, type Part } from './counting.ts'
import { childrenHere, type CountedChild } from './who.ts'

/** What a child has on the day, the most first where several entries hold at once; null where none does. */
function provisionOf({ facts: { specialNeed } }: CountedChild, on: ReportFacts['on']) {
  const now = specialNeed.filter(
    ({ startedOn, endedOn }) => startedOn <= on && (endedOn === null || on <= endedOn),
  )
  const provisions = ['ehc-plan', 'sen-support', 'none'] as const
  return provisions.find((each) => now.some(({ provision }) => provision === each)) ?? null
}

const atomOf = { 'ehc-plan': 'need:plan', 'sen-support': 'need:support', none: 'need:none' } as const

/** 8 Special educational needs of the looked-after children on roll on the day. */
export function countNeeds({ on, children: all }: ReportFacts, children: readonly CountedChild[]): Part {
  const part = new Counting()
  if (all.every(({ specialNeed }) => specialNeed.length === 0)) {
    part.isUnknown('Nothing on special educational needs is recorded here, of any child.', 'need')
    return part
  }
  const known = Object.values(atomOf)
  part.declare(...known, 'need:unsaid')
  for (const child of children) {
    if (child.group !== 'looked-after' || !child.isHere) continue
    const provision = provisionOf(child, on)
    part.add(provision === null ? 'need:unsaid' : atomOf[provision], child.id)
  }
  part.adds(sumOf(...known, 'need:unsaid'), childrenHere('looked-after'))
  part.figure('need.known', sumOf(...known), { within: 'numbers.now.looked-after' })
  const ofKnown = { within: 'need.known' }
  part.figure('need.plan', sumOf('need:plan'), { ...ofKnown, isHarm: true })
  part.figure('need.support', sumOf('need:support'), { ...ofKnown, isHarm: true })
  part.figure('need.none', sumOf('need:none'), ofKnown)
  return part
}
