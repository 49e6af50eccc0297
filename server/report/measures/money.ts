import type { ReportFacts } from '../../facts/report-facts.ts'
import { Counting, type Part } from './counting.ts'
import { childrenHere, type CountedChild } from './who.ts'

const funds = [
  ['looked-after', 'looked-after', 'pupil premium plus'],
  ['previously', 'previously-looked-after', 'pupil premium for previously looked-after children'],
] as const

/**
 * 11 Pupil premium recorded in the year to the day, in whole pounds. What is received is so much a child, so that it
 * tells how many there are. Nothing is known of a fund without any entry.
 */
export function countMoney({ money, year }: ReportFacts, children: readonly CountedChild[]): Part {
  const part = new Counting()
  for (const [group, fund, name] of funds) {
    if (money.every((each) => each.fund !== fund)) {
      part.isUnknown(`No ${name} of ${year} is recorded here.`, `money.${group}`)
      continue
    }
    const own = children.filter((child) => child.group === group && child.isHere)
    for (const direction of ['received', 'spent'] as const) {
      const value = money
        .filter((each) => each.fund === fund && each.direction === direction)
        .reduce((sum, { pounds }) => sum + pounds, 0)
      part.amount(`money.${group}.${direction}`, {
        value,
        family: `money.${group}.${direction}`,
        by: new Map(own.map(({ id }) => [id, value / own.length])),
        children: childrenHere(group),
        needsCount: `numbers.now.${group}`,
      })
    }
  }
  return part
}
