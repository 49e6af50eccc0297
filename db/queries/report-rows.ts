import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** What the governors' report reads beside the rows that facts are made of. At most `blockSize` ids a query. */

/** Days from and to, both inclusive. */
interface Span {
  readonly from: string
  readonly to: string
}

/** What was considered for some children and decided in a span. */
export const consideredOfChildren = (
  db: Kysely<Database>,
  scope: Scope,
  childIds: readonly string[],
  { from, to }: Span,
) =>
  db
    .selectFrom('consideration')
    .select(['id', 'childId', 'state', 'decidedAt', 'kind', 'startedOn', 'startSession', 'halfDays'])
    .where(within(scope, 'consideration'))
    .where('childId', 'in', childIds)
    .where('removedAt', 'is', null)
    .where('decidedAt', '>=', from)
    .where('decidedAt', '<=', `${to}T23:59`)
    .orderBy('childId')
    .orderBy('id')

/** Assessments of some children in a span. */
export const attainmentsOfChildren = (
  db: Kysely<Database>,
  scope: Scope,
  childIds: readonly string[],
  { from, to }: Span,
) =>
  db
    .selectFrom('attainment')
    .select(['id', 'childId', 'assessedOn', 'subject', 'expected', 'progress'])
    .where(within(scope, 'attainment'))
    .where('childId', 'in', childIds)
    .where('removedAt', 'is', null)
    .where('assessedOn', '>=', from)
    .where('assessedOn', '<=', to)
    .orderBy('childId')
    .orderBy('id')

const alertsRaised = (db: Kysely<Database>, scope: Scope, childIds: readonly string[], since: string) =>
  db
    .selectFrom('alert')
    .where(within(scope, 'alert'))
    .where('alert.childId', 'in', childIds)
    .where('alert.raisedAt', '>=', since)

/** Alerts of some children raised at an instant or later. */
export const alertsRaisedSince = (...of: Parameters<typeof alertsRaised>) =>
  alertsRaised(...of)
    .select(['id', 'childId', 'status', 'raisedAt'])
    .orderBy('childId')
    .orderBy('id')

/** The steps that open or close those alerts, by alert, oldest first. */
export const stepsOfAlertsRaisedSince = (...of: Parameters<typeof alertsRaised>) =>
  alertsRaised(...of)
    .innerJoin('alertEvent', 'alertEvent.alertId', 'alert.id')
    .select(['alertEvent.alertId', 'alertEvent.at', 'alertEvent.step'])
    .where('alertEvent.schoolId', 'in', of[1].schoolIds)
    .where('alertEvent.step', 'in', ['answered', 'closed', 'reopened', 'postponed'])
    .orderBy('alertEvent.alertId')
    .orderBy('alertEvent.id')

/** Training that was given in a span. */
export const trainingsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string, { from, to }: Span) =>
  db
    .selectFrom('training')
    .select(['id', 'heldOn', 'forWhom', 'title', 'hours', 'impact'])
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .where('heldOn', '>=', from)
    .where('heldOn', '<=', to)
    .orderBy('heldOn')
    .orderBy('id')

/** Pupil premium received and spent in a span. */
export const premiumMoneyOfSchool = (
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  { from, to }: Span,
) =>
  db
    .selectFrom('premiumMoney')
    .select(['id', 'datedOn', 'fund', 'direction', 'pounds'])
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .where('datedOn', '>=', from)
    .where('datedOn', '<=', to)
    .orderBy('datedOn')
    .orderBy('id')
