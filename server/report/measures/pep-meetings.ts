import { firstDayOf } from '../../calendar/academic-year.ts'
import type { ReportChildFacts, ReportFacts } from '../../facts/report-facts.ts'
import { sumOf, type Counting } from './counting.ts'

const roles = ['social-worker', 'designated-teacher', 'carer'] as const

/** Quality of the plans completed in the year, and who was at the meetings held in it, of children then looked after. */
export function countMeetings(
  part: Counting,
  { on, year }: ReportFacts,
  children: readonly ReportChildFacts[],
): void {
  const firstDay = firstDayOf(year)
  part.declare('rated:good', 'rated:poor', 'meetings')
  part.declare(...[...roles, 'views'].flatMap((what) => [`meeting:${what}:yes`, `meeting:${what}:no`]))
  for (const { identity, pep } of children)
    for (const { counted, heldOn, completedOn, quality, attended, childViews } of pep?.meetings ?? []) {
      if (!counted) continue
      const id = identity.childId
      if (quality !== null && completedOn !== null && completedOn >= firstDay && completedOn <= on)
        part.add(`rated:${quality === 'gold' || quality === 'green' ? 'good' : 'poor'}`, id)
      if (heldOn < firstDay) continue
      part.add('meetings', id)
      for (const role of roles) part.add(`meeting:${role}:${attended.includes(role) ? 'yes' : 'no'}`, id)
      part.add(`meeting:views:${childViews === true ? 'yes' : 'no'}`, id)
    }

  const grows = { neverFalls: true }
  part.figure('pep.quality.rated', sumOf('rated:good', 'rated:poor'), grows)
  const rated = { ...grows, within: 'pep.quality.rated' }
  part.figure('pep.quality.good', sumOf('rated:good'), rated)
  part.figure('pep.quality.poor', sumOf('rated:poor'), rated)
  part.figure('pep.held', sumOf('meetings'), grows)
  for (const what of [...roles, 'views'] as const) {
    part.adds(sumOf(`meeting:${what}:yes`, `meeting:${what}:no`), sumOf('meetings'))
    const id = what === 'views' ? 'pep.views' : `pep.attended.${what}`
    part.figure(id, sumOf(`meeting:${what}:yes`), { ...grows, within: 'pep.held' })
  }
}
