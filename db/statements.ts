import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** So many are kept; the one that was asked longest ago goes first. */
const MOST = 500

/** Changes of tables, and settings, are never kept, and nothing is that was prepared before one. */
const isKept = (sql: string) =>
  /^(select|insert|update|delete|with|begin|commit|rollback|savepoint|release)\b/.test(sql)

/** A connection that prepares what it is asked again once. */
export function rememberingStatements(raw: Sqlite.Database): SqliteDatabase {
  const known = new Map<string, Sqlite.Statement>()
  return {
    close: () => void raw.close(),
    prepare(sql) {
      const found = known.get(sql)
      known.delete(sql)
      const statement = found === undefined || found.busy ? raw.prepare(sql) : found
      if (!isKept(sql)) known.clear()
      else if (known.set(sql, statement).size > MOST) known.delete(known.keys().next().value!)
      return statement as never
    },
  }
}
