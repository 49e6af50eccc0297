import { type Kysely, sql } from 'kysely'
import { type DatabaseTarget, openDatabase, type OpenDatabase } from './connect.ts'
import { dialectOf, type FrozenTables } from './dialect.ts'
import { appliedMigrations } from './migrate.ts'
import { DatabaseRefusedError } from './refused.ts'

/** The same database, opened by whoever owns its tables. */
export const ownersOf = (target: DatabaseTarget): DatabaseTarget =>
  target.kind === 'postgres' && target.adminUrl !== undefined
    ? { kind: 'postgres', url: target.adminUrl }
    : target

const plainly = ({ db }: OpenDatabase) => db.withoutPlugins() as unknown as Kysely<FrozenTables>

/** Who is connected, to which database and schema; the schema is null where the role may use none. */
async function whereabouts(database: OpenDatabase) {
  const { rows } = await sql<{ role: string; database: string; schema: string | null }>`
    select current_user::text as role, current_database()::text as database, current_schema()::text as schema
  `.execute(plainly(database))
  return rows[0]!
}

/** Written once and kept: not even the program takes anything back here. */
const onlyAdded = ['audit_event', 'audit_child_set']

/** What the program's role may do with the tables of a schema: read and write rows, never change a table. */
async function grant(owner: OpenDatabase, schema: string, role: string): Promise<void> {
  const db = plainly(owner)
  const to = sql.id(role)
  await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ${to}`.execute(
    db,
  )
  const tables = await dialectOf('postgres').tableNames(db)
  for (const table of onlyAdded.filter((name) => tables.includes(name)))
    await sql`revoke update, delete on ${sql.table(table)} from ${to}`.execute(db)
  await sql`revoke insert, update, delete on schema_migration from ${to}`.execute(db)
}

const notTheSame = () =>
  new DatabaseRefusedError(
    'DATABASE_URL and DATABASE_ADMIN_URL do not lead to the same tables. Give both the same database and schema.',
  )

/**
 * Does work on the tables themselves, as their owner where the program has a role of its own; afterwards that role
 * may use them. Throws `DatabaseRefusedError` when the two are not of the same tables.
 */
export async function asOwner(
  database: OpenDatabase,
  work: (owner: OpenDatabase) => Promise<void>,
): Promise<void> {
  const { target } = database
  if (target.kind !== 'postgres' || target.adminUrl === undefined) return work(database)
  const owner = await openDatabase(ownersOf(target))
  try {
    const [theirs, ours] = [await whereabouts(owner), await whereabouts(database)]
    if (theirs.database !== ours.database || theirs.schema === null) throw notTheSame()
    const isOther = theirs.role !== ours.role
    if (isOther && ours.schema !== theirs.schema)
      await sql`grant usage on schema ${sql.id(theirs.schema)} to ${sql.id(ours.role)}`.execute(
        plainly(owner),
      )
    if ((await whereabouts(database)).schema !== theirs.schema) throw notTheSame()
    await work(owner)
    if (isOther) await grant(owner, theirs.schema, ours.role)
    const dialect = dialectOf('postgres')
    const [made, seen] = [
      await appliedMigrations(plainly(owner), dialect),
      await appliedMigrations(plainly(database), dialect),
    ]
    if (made.join() !== seen.join()) throw notTheSame()
  } finally {
    await owner.close()
  }
}
