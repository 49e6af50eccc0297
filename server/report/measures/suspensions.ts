import { academicYearOf, type AcademicYear } from '../../calendar/academic-year.ts'
import { dayOf } from '../../calendar/iso-date.ts'
import type { SuspensionFact } from '../../facts/child-facts.ts'
import type { ReportFacts } from '../../facts/report-facts.ts'
import { coveredHalfDays } from '../../law/suspension-days.ts'
import { reportGroups, type ReportGroup } from '../figures.ts'
import type { Term } from '../shapes.ts'
import { Counting, sumOf, type Part } from './counting.ts'
import { countInstead } from './instead-of-suspension.ts'
import { childrenOf, groupAtom, oneGroups, type CountedChild, type OneGroup } from './who.ts'

const levels = ['none', 'once', 'repeat'] as const

/** More suspensions of one child in one year than anybody would believe: two a school day. */
const MOST_TIMES = 400

const isOfYear = (
  { startedOn, atOtherSchool, cancelledAt }: SuspensionFact,
  { year }: ReportFacts,
): boolean => academicYearOf(startedOn) === year && !atOtherSchool && cancelledAt === null

const isCancelledIn = ({ cancelledAt, atOtherSchool }: SuspensionFact, year: AcademicYear): boolean =>
  cancelledAt !== null && !atOtherSchool && academicYearOf(dayOf(cancelledAt)) === year

/** Half days of a suspension that fall in the year; all of them where the calendar does not reach its end. */
function halfDaysIn(row: SuspensionFact, { calendar, year }: ReportFacts): number {
  const covered = coveredHalfDays(row, calendar)
  return covered === null
    ? (row.halfDays ?? 0)
    : covered.filter(({ on }) => academicYearOf(on) === year).length
}

/** Whether somebody who should be was asked before the decision; null where nobody need be. */
function wasAsked({ groupsThen, contacted, decidedAt }: SuspensionFact): boolean | null {
  const { cla, cin, cp } = groupsThen
  if (!cla && !cin && !cp) return null
  const askedAt = cla ? contacted.vsh : contacted.socialWorker
  return askedAt !== null && decidedAt !== null && askedAt < decidedAt
}

const levelAtoms = (groups: readonly OneGroup[], ...wanted: readonly (typeof levels)[number][]): Term[] =>
  sumOf(...groups.flatMap((group) => wanted.map((level) => `suspended:${group}:${level}`)))

const timesOf = (groups: readonly OneGroup[]): Term[] =>
  groups.flatMap((group) => [
    { atom: `suspended:${group}:once`, times: 1 },
    { atom: `suspended:${group}:repeat`, times: 2 },
    { atom: `suspended:${group}:more`, times: 1 },
  ])

/**
 * 7 Suspension and exclusion of the children of the report by this school: begun in the year and decided or begun by
 * the day, those over lunchtimes among them; what was cancelled is not.
 */
export function countSuspensions(facts: ReportFacts, children: readonly CountedChild[]): Part {
  const part = new Counting()
  countInstead(part, facts, children)
  if (!facts.told.suspension) {
    const why = `No suspension of ${facts.year} or before is recorded or imported here.`
    const counted = ['children', 'repeat', 'times', 'half-days', 'permanent', 'cancelled', 'decided', 'asked']
    part.isUnknown(why, ...counted.map((what) => `suspension.${what}`))
    return part
  }
  part.declare(
    ...oneGroups.flatMap((group) => [...levels, 'more'].map((level) => `suspended:${group}:${level}`)),
  )
  part.declare('permanent:yes', 'permanent:no', 'cancelled', 'decided:asked', 'decided:not')
  const halfDays: HalfDays = new Map(reportGroups.map((group) => [group, new Map()]))
  for (const { id, group, facts: child } of children) {
    const all = child.suspension?.rows ?? []
    const rows = all.filter((row) => isOfYear(row, facts))
    part.add('cancelled', id, all.filter((row) => isCancelledIn(row, facts.year)).length)
    const suspensions = rows.filter(({ kind }) => kind !== 'permanent')
    const times = suspensions.length
    part.add(`suspended:${group}:${times === 0 ? 'none' : times === 1 ? 'once' : 'repeat'}`, id)
    part.add(`suspended:${group}:more`, id, Math.max(0, times - 2))
    part.add(`permanent:${rows.length > times ? 'yes' : 'no'}`, id)
    const days = suspensions.reduce((sum, row) => sum + halfDaysIn(row, facts), 0)
    if (days > 0) for (const each of ['all', group] as const) halfDays.get(each)!.set(id, days)
    for (const asked of suspensions.map(wasAsked))
      if (asked !== null) part.add(`decided:${asked ? 'asked' : 'not'}`, id)
  }
  for (const group of oneGroups) {
    part.adds(levelAtoms([group], ...levels), sumOf(groupAtom(group)))
    part.atMost(sumOf(`suspended:${group}:more`), [{ atom: `suspended:${group}:repeat`, times: MOST_TIMES }])
  }
  part.adds(sumOf('permanent:yes', 'permanent:no'), childrenOf('all'))
  part.atMost(sumOf('decided:asked', 'decided:not'), timesOf(oneGroups))
  figuresOfSuspensions(part, halfDays)
  return part
}

/** Half days by child, by group. */
type HalfDays = ReadonlyMap<ReportGroup, Map<string, number>>

/** Suspensions of a year grow in number, but for those that are cancelled. */
const ofYear = { neverFalls: true, fallsInto: 'suspension.cancelled' } as const

function figuresOfSuspensions(part: Counting, halfDays: HalfDays): void {
  for (const group of reportGroups) {
    const groups = group === 'all' ? oneGroups : [group]
    // Groups change, so that only the count of all never falls.
    const growth = group === 'all' ? ofYear : {}
    const suspended = levelAtoms(groups, 'once', 'repeat')
    const times = timesOf(groups)
    part.figure(`suspension.children.${group}`, suspended, {
      within: `numbers.year.${group}`,
      zero: 'said',
      isHarm: true,
      ...growth,
    })
    part.figure(`suspension.repeat.${group}`, levelAtoms(groups, 'repeat'), {
      within: `suspension.children.${group}`,
      zero: 'said',
      isHarm: true,
      ...growth,
    })
    // No child suspended is no suspension: whoever reads the one 0 has the other.
    part.figure(`suspension.times.${group}`, times, { zero: 'said', ...growth })
    const by = halfDays.get(group)!
    const value = [...by.values()].reduce((sum, days) => sum + days, 0)
    const fewest = { terms: times, from: 0, to: value }
    part.amount(`suspension.half-days.${group}`, {
      value,
      family: 'suspension.half-days',
      by,
      children: suspended,
      // Each suspension is half a day at least.
      tells: part.valueOf(times) <= value ? [fewest] : [],
    })
  }
  part.figure('suspension.permanent', sumOf('permanent:yes'), {
    within: 'numbers.year.all',
    zero: 'said',
    isHarm: true,
    ...ofYear,
  })
  // The headteacher tells the board the number once a term (regulation 17A).
  part.figure('suspension.cancelled', sumOf('cancelled'), { zero: 'said', neverFalls: true })
  // That none was suspended is said above, so that none here is said as well: the one would give away the other.
  part.figure('suspension.decided', sumOf('decided:asked', 'decided:not'), {
    within: 'suspension.times.all',
    zero: 'said',
    ...ofYear,
  })
  part.figure('suspension.asked', sumOf('decided:asked'), {
    within: 'suspension.decided',
    zero: 'said',
    ...ofYear,
  })
}
