import type { AlertTable } from '../../../db/tables/alert.ts'
import { alertKey } from '../../alerts/reconcile-alerts.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import type { AcademicYear } from '../../calendar/academic-year.ts'
import type { PepTerm } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { AlertsByKey } from './card.ts'
import { attendanceSums, type AttendanceSums } from './attendance-sums.ts'
import {
  cohortGroupOf,
  cohortGroups,
  nameOf,
  statusesOf,
  type ChildStatus,
  type CohortGroup,
} from './child-name.ts'
import {
  absenceContext,
  pepByTerm,
  suspensionByMonth,
  type ContextLine,
  type PepTermCounts,
  type SuspensionMonth,
} from './cohort-charts.ts'
import { pepCell, TERMLY_PEP, type PepCell } from './pep-cell.ts'
import { suspensionSums, type SuspensionSums } from './suspension-sums.ts'
import { horizonOf } from './today.ts'

export interface CohortRow {
  id: string
  name: string
  /** To sort by. */
  surname: string
  yearGroup: string
  group: CohortGroup
  statuses: ChildStatus[]
  authority: string | null
  keyAdult: string | null
  /** By term; null where PEPs are no duty for the child's group. */
  pep: Record<PepTerm, CohortPep | null>
  /** Null = there is no register. `weeks` are `[authorised, unauthorised]` by the answer's `mondays`. */
  attendance: (AttendanceSums & { weeks: readonly (readonly [number, number])[] }) | null
  /** Null = nobody ever told us of suspensions at this school. */
  suspension: SuspensionSums | null
  alerts: OpenCounts
}

/** A PEP's cell; the alert about it may be answered while the duty stays as it is. */
export type CohortPep = PepCell & { answered: boolean }

export interface OpenCounts {
  breach: number
  due: number
  watch: number
  answered: number
  noData: number
}

export interface Cohort {
  on: IsoDate
  evaluatesOn: IsoDate
  year: AcademicYear
  /** Each child in one group. */
  counts: Record<CohortGroup, number>
  /** Children on roll whose status nobody has told us: they are in no list. */
  statusNotKnown: number
  /** The term's window that the day lies in, and school days after the day to its last. */
  currentPep: { term: PepTerm; lastSchoolDay: IsoDate | null; schoolDaysLeft: number | null } | null
  mondays: readonly IsoDate[]
  rows: readonly CohortRow[]
  pepByTerm: readonly PepTermCounts[]
  absenceContext: readonly ContextLine[]
  suspensionByMonth: readonly SuspensionMonth[]
}

const answeredStates: ReadonlySet<AlertTable['state']> = new Set(['answered', 'postponed'])

/** How many duties ask for somebody; what is due later than the horizon does not yet. */
export function openCounts(
  findings: AssessedChild['findings'],
  alerts: AlertsByKey | undefined,
  horizon: IsoDate | null,
): OpenCounts {
  const counts: OpenCounts = { breach: 0, due: 0, watch: 0, answered: 0, noData: 0 }
  for (const finding of findings) {
    const { status, dueOn } = finding
    if (status === 'no-data' || status === 'error') counts.noData += 1
    if (status !== 'breach' && status !== 'due' && status !== 'watch') continue
    if (status === 'due' && dueOn !== undefined && horizon !== null && dueOn > horizon) continue
    const alert = alerts?.get(alertKey(finding))
    if (alert && answeredStates.has(alert.state)) counts.answered += 1
    else counts[status] += 1
  }
  return counts
}

function currentPep({ on, calendar }: Picture, terms: readonly PepTermCounts[]): Cohort['currentPep'] {
  const term = terms.find(
    ({ firstDay, lastDay }) => firstDay !== null && lastDay !== null && firstDay <= on && on <= lastDay,
  )
  if (!term) return null
  const { lastSchoolDay } = term
  const left =
    lastSchoolDay === null || lastSchoolDay < on ? null : calendar.schoolDaysBetween(on, lastSchoolDay)
  return {
    term: term.term,
    lastSchoolDay,
    schoolDaysLeft: left === null ? null : left - (calendar.isSchoolDay(on) ? 1 : 0),
  }
}

/** One row a child on roll who has, or had, a social worker or is in kinship care; the sums above them. */
export function cohortView(
  picture: Picture,
  alerts: ReadonlyMap<string, AlertsByKey>,
  keyAdults: ReadonlyMap<string, string>,
  asked: { on: IsoDate },
): Cohort {
  const { on, year, calendar, children } = picture
  const onRoll = children.filter(({ facts }) => facts.identity.onRoll)
  const mondays = calendar.weeksOf(year).filter((monday) => monday <= on)
  const horizon = horizonOf(calendar, on)
  const counts = Object.fromEntries(cohortGroups.map((group) => [group, 0])) as Record<CohortGroup, number>
  const members: AssessedChild[] = []
  const rows = onRoll.flatMap((child): CohortRow[] => {
    const { row, facts, findings } = child
    const group = cohortGroupOf(facts.care?.now)
    if (group === null) return []
    counts[group] += 1
    members.push(child)
    const sums = attendanceSums(facts.attendance, on)
    const own = alerts.get(row.id)
    const pep = (term: PepTerm): CohortPep | null => {
      const cell = pepCell(child, picture, term)
      const alert = cell && own?.get(alertKey({ ruleId: TERMLY_PEP, about: cell.about }))
      return cell && { ...cell, answered: alert ? answeredStates.has(alert.state) : false }
    }
    const weeks = new Map(facts.attendance?.weeks.map((week) => [week.monday, week]))
    return [
      {
        id: row.id,
        name: nameOf(row),
        surname: row.surname,
        yearGroup: row.yearGroup,
        group,
        statuses: statusesOf(facts.care),
        authority: facts.care?.authorityNow?.name ?? null,
        keyAdult: keyAdults.get(row.id) ?? null,
        pep: { autumn: pep('autumn'), spring: pep('spring'), summer: pep('summer') },
        attendance: sums && {
          ...sums,
          weeks: mondays.map((monday) => {
            const week = weeks.get(monday)
            return [week?.authorised ?? 0, week?.unauthorised ?? 0] as const
          }),
        },
        suspension: suspensionSums(facts.suspension, picture),
        alerts: openCounts(findings, own, horizon),
      },
    ]
  })
  const terms = pepByTerm(rows, picture)
  return {
    on: asked.on,
    evaluatesOn: on,
    year,
    counts,
    statusNotKnown: onRoll.filter(({ facts }) => facts.care === null).length,
    currentPep: currentPep(picture, terms),
    mondays,
    rows,
    pepByTerm: terms,
    absenceContext: absenceContext(picture),
    suspensionByMonth: suspensionByMonth(members, picture),
  }
}
