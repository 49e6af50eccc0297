import type { AlertEventTable, AlertTable } from '../../db/tables/alert.ts'
import type { AttainmentTable } from '../../db/tables/attainment.ts'
import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import type { PremiumMoneyTable } from '../../db/tables/premium-money.ts'
import type { TrainingTable } from '../../db/tables/training.ts'
import { firstDayOf, lastDayOf, type AcademicYear } from '../calendar/academic-year.ts'
import { englishTime } from '../calendar/english-time.ts'
import { dayOf, isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { hasKeptInSchool } from '../law/kept-in-school.ts'
import type { ChildFacts } from './child-facts.ts'
import { flagOrNull, minuteBy, oldestFirst } from './read-row.ts'
import type {
  AlertFact,
  AttainmentFact,
  ConsideredFact,
  PremiumMoneyFact,
  ReportChildFacts,
  TrainingFact,
} from './report-facts.ts'

export type ConsideredRow = Pick<
  ConsiderationTable,
  'id' | 'childId' | 'state' | 'decidedAt' | 'kind' | 'startedOn' | 'startSession' | 'halfDays'
>
type AttainmentRow = Pick<
  AttainmentTable,
  'id' | 'childId' | 'assessedOn' | 'subject' | 'expected' | 'progress'
>
export type AlertRow = Pick<AlertTable, 'id' | 'childId' | 'status' | 'raisedAt'>
export type AlertStepRow = Pick<AlertEventTable, 'alertId' | 'at' | 'step'>
export type TrainingRow = Pick<TrainingTable, 'id' | 'heldOn' | 'forWhom' | 'title' | 'hours' | 'impact'>
export type PremiumMoneyRow = Pick<PremiumMoneyTable, 'id' | 'datedOn' | 'fund' | 'direction' | 'pounds'>

/** Rows of one child that only the report reads, in any order. */
export interface ReportChildRows {
  readonly considered: readonly ConsideredRow[]
  readonly attainments: readonly AttainmentRow[]
  readonly alerts: readonly AlertRow[]
}

/** Steps of an alert, oldest first. */
type StepsOf = (alertId: string) => readonly AlertStepRow[]

const none: readonly never[] = []

const byDay = oldestFirst<{ readonly id: string; readonly on: string }>(({ on }) => on)

const byRaising = oldestFirst<AlertFact>(({ raisedOn }) => raisedOn)

const MOST_INSTANTS = 10_000
const days = new Map<string, IsoDate>()

/** The day in England of an instant. Many alerts are raised in one evaluation, at one instant. */
function dayOfInstant(instant: string): IsoDate {
  const known = days.get(instant)
  if (known !== undefined) return known
  const { on } = englishTime(instant)
  if (days.size < MOST_INSTANTS) days.set(instant, on)
  return on
}

/** Turns rows into what the report knows, as at a day of an academic year. Pure. */
export function prepareReportFacts(on: IsoDate, year: AcademicYear, calendar: SchoolCalendar) {
  const [first, last] = [firstDayOf(year), lastDayOf(year)]
  const isOfYear = (day: IsoDate): boolean => day >= first && day <= on && day <= last

  /** A decision not to suspend beside which a suspension stands from the same day kept nobody in school. */
  const considered = (rows: readonly ConsideredRow[], { suspension }: ChildFacts): ConsideredFact[] =>
    rows.flatMap(({ id, state, decidedAt: minute, ...thought }) => {
      const decidedAt = minuteBy(minute, on)
      if (state === 'open' || decidedAt === null || !isOfYear(dayOf(decidedAt))) return []
      const stays = () => hasKeptInSchool({ ...thought, decidedAt }, suspension?.rows ?? none, calendar)
      return state === 'not-suspended' && !stays() ? [] : [{ id, decidedOn: dayOf(decidedAt), state }]
    })

  const attainment = (rows: readonly AttainmentRow[]): AttainmentFact[] =>
    rows
      .map(({ id, assessedOn, subject, expected, progress }) => ({
        id,
        assessedOn: isoDate(assessedOn),
        subject,
        expected: flagOrNull(expected),
        progress,
      }))
      .filter(({ assessedOn }) => isOfYear(assessedOn))
      .toSorted(oldestFirst(({ assessedOn }) => assessedOn))

  /** The day since which an alert has been answered or closed on the day of the report. */
  const answeredOn = (steps: readonly AlertStepRow[]): IsoDate | null => {
    let since: IsoDate | null = null
    for (const { step, at } of steps) {
      const day = dayOfInstant(at)
      if (day > on) break
      if (step === 'answered' || step === 'closed') since ??= day
      else if (step === 'reopened' || step === 'postponed') since = null
    }
    return since
  }

  /** Of duties alone: what is only to be watched is nobody's to act on. */
  const alerts = (rows: readonly AlertRow[], stepsOf: StepsOf): AlertFact[] =>
    rows
      .filter(({ status }) => status !== 'watch')
      .map(({ id, raisedAt }) => ({ id, raisedOn: dayOfInstant(raisedAt) }))
      .filter(({ raisedOn }) => isOfYear(raisedOn))
      .map((alert) => ({ ...alert, answeredOn: answeredOn(stepsOf(alert.id)) }))
      .toSorted(byRaising)

  return {
    child: (facts: ChildFacts, rows: ReportChildRows, stepsOf: StepsOf): ReportChildFacts => ({
      considered: rows.considered.length === 0 ? none : considered(rows.considered, facts),
      attainment: rows.attainments.length === 0 ? none : attainment(rows.attainments),
      alerts: rows.alerts.length === 0 ? none : alerts(rows.alerts, stepsOf),
      // Last: fields that are added to a large copy cost ten times as much as the copy.
      ...facts,
    }),
    trainings: (rows: readonly TrainingRow[]): TrainingFact[] =>
      rows
        .map(({ id, heldOn, forWhom, title, hours, impact }) => ({
          id,
          on: isoDate(heldOn),
          forWhom,
          title,
          hours,
          impact,
        }))
        .filter((training) => isOfYear(training.on))
        .toSorted(byDay)
        .map(({ id: _, ...training }) => training),
    money: (rows: readonly PremiumMoneyRow[]): PremiumMoneyFact[] =>
      rows
        .map(({ id, datedOn, fund, direction, pounds }) => ({
          id,
          on: isoDate(datedOn),
          fund,
          direction,
          pounds,
        }))
        .filter((money) => isOfYear(money.on))
        .toSorted(byDay)
        .map(({ id: _, ...money }) => money),
  }
}
