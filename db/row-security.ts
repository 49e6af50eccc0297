import { type Kysely, sql } from 'kysely'
import type { OpenDatabase } from './connect.ts'
import { DatabaseRefusedError } from './refused.ts'

/** Tables whose rows are of a child, and that the database does not lock by school. */
async function unlockedTables<T>(db: Kysely<T>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'
    and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))
    and (relname in ('child', 'alert_event') or (
      select count(*) from pg_attribute
      where attrelid = pg_class.oid and not attisdropped and attname in ('school_id', 'child_id')
    ) = 2)
    order by 1
  `.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * Makes sure that PostgreSQL locks the rows of children by school for this connection too: to be asked before a
 * server answers anybody. SQLite has no such lock. Throws `DatabaseRefusedError` with one plain sentence.
 */
export async function verifyRowSecurity({ db, kind }: OpenDatabase): Promise<void> {
  if (kind === 'sqlite') return
  const { rows } = await sql<{ role: string; free: boolean }>`
    select rolname::text as role, rolsuper or rolbypassrls as free from pg_roles where rolname = current_user
  `.execute(db)
  const { role, free = true } = rows[0] ?? {}
  if (free)
    throw new DatabaseRefusedError(
      `The PostgreSQL role ${role ?? 'of DATABASE_URL'} passes by the lock on rows of other schools: give the program a role of its own, neither SUPERUSER nor BYPASSRLS, in DATABASE_URL, and the owner of the tables in DATABASE_ADMIN_URL.`,
    )
  const [unlocked] = await unlockedTables(db)
  if (unlocked)
    throw new DatabaseRefusedError(
      `The database is not safe to use: its table ${unlocked} holds rows of children and is not locked by school.`,
    )
}
