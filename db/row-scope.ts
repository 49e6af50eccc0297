import { AsyncLocalStorage } from 'node:async_hooks'

/** Schools whose children's rows PostgreSQL gives at all; `'every'` for the program's own work. */
export type RowScope = readonly string[] | 'every'

const scopes = new AsyncLocalStorage<RowScope>()

/**
 * Runs work for which the database itself gives and takes only rows of these schools, whatever a query asks for:
 * the second lock, of PostgreSQL. It holds for every connection that is taken from the pool meanwhile; one
 * that was taken before, such as a transaction's, keeps what it had. SQLite has no such lock, and nothing changes there.
 */
export const withRowScope = <T>(schools: RowScope, work: () => T): T => scopes.run(schools, work)

/** The schools in force here. Outside of `withRowScope` the program works for itself. */
export const rowScopeOf = (): RowScope => scopes.getStore() ?? 'every'

/** The same as PostgreSQL holds it in `vs.schools`: `*`, or ids with `,` between; nothing is nobody. */
export function rowScopeSetting(schools: RowScope = rowScopeOf()): string {
  if (schools === 'every') return '*'
  const odd = schools.find((id) => id === '' || id === '*' || id.includes(','))
  if (odd !== undefined) throw new Error('A school’s id would be read as another one')
  return schools.join(',')
}
