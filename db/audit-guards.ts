import { type Kysely, sql, SqliteAdapter } from 'kysely'
import type { DatabaseKind } from './dialect.ts'

const guarded = ['audit_event', 'audit_child_set', 'audit_anchor'] as const
const acts = ['update', 'delete'] as const

const nameOf = (table: string, act: string) => `${table}_no_${act}`

/** The names of all triggers that refuse a change of what was once kept. */
export const auditGuardNames: readonly string[] = guarded.flatMap((table) =>
  acts.map((act) => nameOf(table, act)),
)

/**
 * Triggers by which the database itself refuses to change or delete events, sets of children and seals. They
 * stop mistakes and the program; whoever owns the database can drop them, which the verifier says. A migration
 * uses this, so its meaning never changes.
 */
export function auditGuards(kind: DatabaseKind): readonly string[] {
  const triggers = guarded.flatMap((table) =>
    acts.map((act) =>
      kind === 'sqlite'
        ? `create trigger ${nameOf(table, act)} before ${act} on ${table} begin select raise(abort, 'what is on record stays'); end`
        : `create trigger ${nameOf(table, act)} before ${act} on ${table} for each row execute function audit_stays()`,
    ),
  )
  if (kind === 'sqlite') return triggers
  const stays = `create function audit_stays() returns trigger language plpgsql as $$ begin raise exception 'what is on record stays'; end $$`
  return [stays, ...triggers]
}

/** The triggers that are not there, or on PostgreSQL switched off. */
export async function missingAuditGuards<T>(db: Kysely<T>): Promise<string[]> {
  const { rows } =
    db.getExecutor().adapter instanceof SqliteAdapter
      ? await sql<{ name: string }>`select name from sqlite_schema where type = 'trigger'`.execute(db)
      : await sql<{ name: string }>`
          select tgname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
          where relnamespace = current_schema()::regnamespace and tgenabled = 'O'
        `.execute(db)
  const there = new Set(rows.map(({ name }) => name))
  return auditGuardNames.filter((name) => !there.has(name))
}
