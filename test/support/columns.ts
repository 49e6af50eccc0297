import { type Kysely, sql } from 'kysely'
import type { OpenDatabase } from '../../db/connect.ts'
import { dialectOf, type FrozenTables } from '../../db/dialect.ts'

interface Column {
  readonly table: string
  readonly name: string
}

const asked = {
  sqlite: sql<Column>`
    select kept.name as "table", part.name as name from sqlite_schema kept, pragma_table_info(kept.name) part
    where kept.type = 'table' order by part.cid`,
  postgres: sql<Column>`
    select relname::text as "table", attname::text as name from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
    order by attnum`,
}

/**
 * The columns of each of our tables, as the database names them, both in its order. Kysely's introspection asks of
 * every schema of the server, and fails when another test drops its own in that moment.
 */
export async function columnsByTable({ db, kind }: OpenDatabase): Promise<Map<string, string[]>> {
  const plain = db.withoutPlugins() as unknown as Kysely<FrozenTables>
  const { rows } = await asked[kind].execute(plain)
  const tables = await dialectOf(kind).tableNames(plain)
  return new Map(
    tables.map((table) => [table, rows.filter((row) => row.table === table).map(({ name }) => name)]),
  )
}
