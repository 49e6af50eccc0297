import { type Expression, type ExpressionBuilder, type Kysely, sql, type SqlBool } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** Which events are asked for: those that fit all of what is given. */
export interface AuditFilter {
  readonly schoolIds?: readonly string[]
  readonly accountId?: string
  /** Events of somebody themselves, and those of a staff in its roles that show or concern a child of a scope. */
  readonly staff?: {
    readonly self: string
    readonly accountIds: readonly string[]
    readonly roles: readonly string[]
    readonly scope: Scope
  }
  /** Events that show or concern one of these children. The caller has made sure that they are in scope. */
  readonly childIds?: readonly string[]
  /** Actions as they are, or with a `*` at their end for all that begin so. */
  readonly actions?: readonly string[]
  /** Only events that name no child. */
  readonly withoutChildren?: boolean
  /** Instants; `since` itself counts, `until` does not. */
  readonly since?: string
  readonly until?: string
  /** Events before this number. */
  readonly before?: number
}

type Row = ExpressionBuilder<Database, 'auditEvent'>

const setsOf = (row: Row, childIds: readonly string[]) =>
  row.selectFrom('auditChildSet').select('id').where('childId', 'in', childIds)

const isOneOf = (row: Row, actions: readonly string[]): Expression<SqlBool> =>
  row.or(
    actions.map((action) =>
      action.endsWith('*') ? row('action', 'like', `${action.slice(0, -1)}%`) : row('action', '=', action),
    ),
  )

const ofStaff = (row: Row, { self, accountIds, roles, scope }: NonNullable<AuditFilter['staff']>) => {
  const children = row.selectFrom('child').select('child.id').where(within(scope, 'child'))
  const sets = row.selectFrom('auditChildSet').select('id').where('childId', 'in', children)
  return row.or([
    row('accountId', '=', self),
    row.and([row('accountId', 'in', accountIds), row('role', 'in', roles), row(plainSet, 'in', sets)]),
  ])
}

/** The set, so that an index on it is not used: the events are gone through from the last one back instead. */
const plainSet = sql<string>`(audit_event.child_set || '')`

const fits = (row: Row, filter: AuditFilter, fromTheEnd = false): Expression<SqlBool> => {
  const { schoolIds, accountId, staff, childIds, actions, withoutChildren, since, until, before } = filter
  return row.and([
    ...(schoolIds ? [row('schoolId', 'in', schoolIds)] : []),
    ...(accountId === undefined ? [] : [row('accountId', '=', accountId)]),
    ...(staff ? [ofStaff(row, staff)] : []),
    ...(childIds ? [row(fromTheEnd ? plainSet : 'childSet', 'in', setsOf(row, childIds))] : []),
    ...(actions ? [isOneOf(row, actions)] : []),
    ...(withoutChildren ? [row('childSet', 'is', null)] : []),
    ...(since === undefined ? [] : [row('at', '>=', since)]),
    ...(until === undefined ? [] : [row('at', '<', until)]),
    ...(before === undefined ? [] : [row('seq', '<', before)]),
  ])
}

/**
 * At most `limit` events, latest first. Those of a child are looked for from the last event back: a page of them is
 * soon full, and going through a million events to find none costs a quarter of a second.
 */
export const auditEventsWhere = (db: Kysely<Database>, filter: AuditFilter, limit: number) =>
  db
    .selectFrom('auditEvent')
    .selectAll()
    .where((row) => fits(row, filter, true))
    .orderBy('seq', 'desc')
    .limit(limit)

/**
 * Who did what by which route, how often, first and last, for each set of children seen: in the order of the index
 * `audit_event_acts`, so that a million events are counted as they are read and no row is looked up.
 */
export const auditActsWhere = (db: Kysely<Database>, filter: AuditFilter) =>
  db
    .selectFrom('auditEvent')
    .select(['accountId', 'changedBy', 'role', 'action', 'route', 'kind', 'dataClasses'])
    .select(({ fn }) => [
      fn.countAll<number>().as('times'),
      fn.min('at').as('firstAt'),
      fn.max('at').as('lastAt'),
    ])
    .where((row) => fits(row, filter))
    .groupBy(['childSet', 'accountId', 'changedBy', 'role', 'action', 'route', 'kind', 'dataClasses'])

/** How many children each set holds. At most `blockSize` ids. */
export const auditChildCounts = (db: Kysely<Database>, ids: readonly string[]) =>
  db
    .selectFrom('auditChildSet')
    .select('id')
    .select(({ fn }) => [fn.countAll<number>().as('children'), fn.min('childId').as('childId')])
    .where('id', 'in', ids)
    .groupBy('id')

/** The children with a pupil number, at whatever school: for whoever answers for the whole installation. */
export const childIdsWithUpn = (db: Kysely<Database>, upn: string) =>
  db.selectFrom('child').select(['id', 'schoolId']).where('upn', '=', upn).where('removedAt', 'is', null)
