import type { Kysely } from 'kysely'
import type { Database } from '../../../db/schema.ts'
import { assess } from '../../alerts/assess.ts'
import type { AtDay } from '../desk.ts'
import { namedChild, type NamedChild } from './child-name.ts'

/** Some children of the school as pages name them as at the day, by id; those out of scope are left out. */
export async function childrenNamed(
  db: Kysely<Database>,
  { scope, school, on, calendar }: AtDay,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, NamedChild>> {
  if (childIds.length === 0) return new Map()
  const some = { childIds: [...new Set(childIds)], calendar }
  const { children } = await assess({ db, rules: [] }, scope, school, on, some)
  return new Map(children.map(({ row, facts }) => [row.id, namedChild(row, facts)]))
}
