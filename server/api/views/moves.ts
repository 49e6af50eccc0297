import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import { firstDayOf } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import { cohortsOn } from '../../law/cohorts.ts'
import type { SuspensionsPage } from '../../pathway/shapes-after.ts'
import { hasEhcPlan, isPlanSaid } from '../../law/special-need.ts'
import { cohortGroupOf, namedChild } from './child-name.ts'

type Move = SuspensionsPage['moves'][number]

/** A move with the days on which it begins and ends, where they are known. */
type Span = Pick<Move, 'id' | 'kind'> & { readonly from: IsoDate; readonly to: IsoDate | null }

function spansOf({ facts }: AssessedChild): readonly Span[] {
  const { offSiteDirection, managedMove, partTimeTimetable } = facts
  return [
    ...offSiteDirection.map(({ id, startsOn, endsOn }) => ({
      id,
      kind: 'off-site-direction' as const,
      from: startsOn,
      to: endsOn,
    })),
    ...managedMove.map(({ id, agreedOn }) => ({
      id,
      kind: 'managed-move' as const,
      from: agreedOn,
      to: agreedOn,
    })),
    ...partTimeTimetable.map(({ id, startsOn, endsOn }) => ({
      id,
      kind: 'part-time-timetable' as const,
      from: startsOn,
      to: endsOn,
    })),
  ]
}

/**
 * Off-site directions and part-time timetables in force on a day of the academic year, and managed moves agreed in
 * it, up to the picture's day: each with the child's group when it began. Governors look at these beside suspensions.
 */
export function movesOf({ children, on, year }: Picture): readonly Move[] {
  const first = firstDayOf(year)
  return children.flatMap((child) =>
    spansOf(child)
      .filter(({ from, to }) => from <= on && (to === null || to >= first))
      .map(({ id, kind, from }) => {
        const then = child.facts.care ? cohortsOn(child.facts.care.episodes, from) : undefined
        return { id, kind, startedOn: from, group: cohortGroupOf(then) }
      }),
  )
}

/** Off-site directions that have not ended on the picture's day, by their first day, with whether the notice is on record. */
export function offSiteOf({ children, on }: Picture): SuspensionsPage['offSite'] {
  return children
    .flatMap(({ row, facts }) =>
      facts.offSiteDirection
        .filter(({ endsOn }) => endsOn === null || endsOn >= on)
        .map(({ id, startsOn, endsOn, noticeAt, authorityNoticeAt, hasPlan }) => {
          const goesToAuthority = isPlanSaid(hasPlan, hasEhcPlan(facts.specialNeed, startsOn)) === true
          const hasNotice = noticeAt !== null && (!goesToAuthority || authorityNoticeAt !== null)
          return { id, child: namedChild(row, facts), startsOn, endsOn, hasNotice }
        }),
    )
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))
}
