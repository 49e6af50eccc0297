import { type Expression, expressionBuilder, sql, type SqlBool } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** Tables whose rows each belong to a child, or may. */
export type TableOfChildren =
  | 'child'
  | {
      [T in keyof Database]: Database[T] extends { schoolId: string; childId: string | null } ? T : never
    }[keyof Database]

const eb = expressionBuilder<Database>()

/** A child is looked after until eighteen: Children Act 1989, sections 22 and 105. */
const ADULT_YEARS = 18

/** Born after this day, a child is not yet eighteen on `on`. */
const eighteenYearsBefore = (on: string) =>
  `${String(Number(on.slice(0, 4)) - ADULT_YEARS).padStart(4, '0')}${on.slice(4)}`

/** The children of a class list or a caseload on a day. */
const ofPost = (scope: Scope, postId: string, on: string) =>
  eb
    .selectFrom('postChild')
    .select('postChild.childId')
    .where('postChild.postId', '=', postId)
    .where('postChild.schoolId', 'in', scope.schoolIds)
    .where('postChild.startedOn', '<=', on)
    .where((row) => row.or([row('postChild.endedOn', 'is', null), row('postChild.endedOn', '>=', on)]))

/**
 * The authority that looks after a child on a day: a child has one corporate parent at a time, so of two episodes
 * that hold on it the one that began later counts, as on the child's page. Asked child by child, which takes one
 * step of an index whatever the database knows of its tables.
 */
const corporateParent = (child: Expression<string | null>, on: string) =>
  eb
    .selectFrom('careEpisode as care')
    .innerJoin('child as looked', 'looked.id', 'care.childId')
    .select('care.authorityCode')
    .whereRef('care.childId', '=', child)
    .where('care.status', '=', 'cla')
    .where('care.removedAt', 'is', null)
    .where('care.startedOn', '<=', on)
    .where((row) => row.or([row('care.endedOn', 'is', null), row('care.endedOn', '>=', on)]))
    .where('looked.dateOfBirth', '>', eighteenYearsBefore(on))
    .orderBy('care.startedOn', 'desc')
    .limit(1)

/** What must all be true of a child; nothing for a scope that names nobody. */
const conditionsOn = (scope: Scope, child: Expression<string | null>) => {
  if (typeof scope.children === 'string') return []
  const { postId, authorityCode, on } = scope.children
  return [
    ...(postId === undefined ? [] : [eb(child, 'in', ofPost(scope, postId, on))]),
    ...(authorityCode === undefined ? [] : [eb(corporateParent(child, on), '=', authorityCode)]),
  ]
}

/**
 * The condition that a row lies within a scope, worked out by the database as it reads. A row of no child, such
 * as the school's clerk, is of the whole school: every scope of children of it sees that one.
 */
export function within(scope: Scope, table: TableOfChildren): Expression<SqlBool> {
  const column = (name: string) => sql.ref<string | null>(`${table}.${name}`)
  const ofSchools = eb(column('schoolId'), 'in', scope.schoolIds)
  if (scope.children === 'all') return ofSchools
  const child = column(table === 'child' ? 'id' : 'childId')
  const conditions = conditionsOn(scope, child)
  const ofNoChild = eb(child, 'is', null)
  if (conditions.length === 0)
    return table === 'recordHistory'
      ? eb.and([ofSchools, ofNoChild, eb(column('kind'), '<>', 'person')])
      : eb.lit(false)
  const ofThese = eb.and(conditions)
  const mayBeOfNoChild = table === 'person' || table === 'recordHistory'
  return eb.and([ofSchools, mayBeOfNoChild ? eb.or([ofNoChild, ofThese]) : ofThese])
}

/** The condition that a step in the life of an alert is of an alert within a scope. */
export const withinAlerts = (scope: Scope): Expression<SqlBool> => {
  const ofSchools = eb(sql.ref<string>('alertEvent.schoolId'), 'in', scope.schoolIds)
  if (scope.children === 'all') return ofSchools
  const alerts = eb.selectFrom('alert').select('alert.id').where(within(scope, 'alert'))
  return eb.and([ofSchools, eb(sql.ref<string>('alertEvent.alertId'), 'in', alerts)])
}
