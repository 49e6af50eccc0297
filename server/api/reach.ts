import type { Kysely } from 'kysely'
import { childById } from '../../db/queries/child.ts'
import { everySchool } from '../../db/queries/school.ts'
import { withRowScope } from '../../db/row-scope.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { SchoolTable } from '../../db/tables/school.ts'
import type { Actor } from '../access/actor.ts'
import { scopeOfPost, scopeOfPostAtSchools } from '../access/scope.ts'

/** The schools that somebody's post reaches, and its children at all of them. */
export interface Reach {
  readonly schools: readonly SchoolTable[]
  readonly scope: Scope
}

const postOf = ({ postId, role, authorityCode }: Actor) => ({ id: postId, role, authorityCode })

/** Of an authority's post every school of the installation; of a school's its own alone. */
export async function reachOf(db: Kysely<Database>, actor: Actor, today: string): Promise<Reach> {
  const schools = await everySchool(db).execute()
  if (actor.authorityCode === null)
    return { schools: schools.filter(({ id }) => id === actor.schoolId), scope: actor.scope }
  const ids = schools.map(({ id }) => id)
  return { schools, scope: scopeOfPostAtSchools(postOf(actor), ids, today) }
}

/** Runs work for which the database gives the rows of every school of the reach. */
export const withinReach = <T>({ scope }: Reach, work: () => T): T => withRowScope(scope.schoolIds, work)

/** Where to read one child: at its own school, in the scope that the post has there. */
export const placeAt = (actor: Actor, schoolId: string, today: string): Pick<Actor, 'schoolId' | 'scope'> =>
  actor.authorityCode === null
    ? { schoolId: actor.schoolId, scope: actor.scope }
    : { schoolId, scope: scopeOfPost(postOf(actor), schoolId, today) }

/** The school of a child that the post reaches; undefined for any other child. */
export async function schoolOfChild(
  db: Kysely<Database>,
  actor: Actor,
  childId: string,
  today: string,
): Promise<string | undefined> {
  const reach = await reachOf(db, actor, today)
  const child = await withinReach(reach, () => childById(db, reach.scope, childId).executeTakeFirst())
  return child?.schoolId
}
