import { academicYearOf, firstDayOf } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { ReportFacts } from '../../facts/report-facts.ts'
import { sumOf, type Counting } from './counting.ts'
import { childrenOf, type CountedChild } from './who.ts'

const what = ['off-site', 'managed-move', 'part-time', 'sent-home'] as const

/**
 * What a school does beside suspending or in its place: the decision to keep a child in school, another site, a move,
 * fewer hours, and sending home, which is unlawful. All of it is recorded here alone.
 */
export function countInstead(
  part: Counting,
  { on, year }: ReportFacts,
  children: readonly CountedChild[],
): void {
  const first = firstDayOf(year)
  const lasts = ({ startsOn, endsOn }: { startsOn: IsoDate; endsOn: IsoDate | null }) =>
    startsOn <= on && (endsOn === null || endsOn >= first)
  const isOfYear = (day: IsoDate) => day <= on && academicYearOf(day) === year

  const atoms = what.map((each) => ({ each, yes: `${each}:yes`, no: `${each}:no` }))
  part.declare('stayed', ...atoms.flatMap(({ yes, no }) => [yes, no]))
  for (const { id, facts } of children) {
    const { considered, offSiteDirection, managedMove, partTimeTimetable, unlawfulExclusion } = facts
    part.add('stayed', id, considered.filter(({ state }) => state === 'not-suspended').length)
    const has = {
      'off-site': offSiteDirection.some(lasts),
      'managed-move': managedMove.some(({ agreedOn }) => isOfYear(agreedOn)),
      'part-time': partTimeTimetable.some(lasts),
      'sent-home': unlawfulExclusion.some(({ happenedOn }) => isOfYear(happenedOn)),
    }
    for (const { each, yes, no } of atoms) part.add(has[each] ? yes : no, id)
  }
  part.figure('suspension.stayed', sumOf('stayed'), { neverFalls: true })
  for (const { each, yes, no } of atoms) {
    part.adds(sumOf(yes, no), childrenOf('all'))
    part.figure(`suspension.${each}`, sumOf(yes), {
      within: 'numbers.year.all',
      isHarm: true,
      neverFalls: true,
      // That none was is what a governor asks, and harms nobody to say.
      zero: 'said',
    })
  }
}
