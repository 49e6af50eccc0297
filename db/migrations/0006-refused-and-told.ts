import type { Kysely } from 'kysely'
import { columnShapes } from '../column-shapes.ts'
import type { Dialect, FrozenTables } from '../dialect.ts'

async function up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void> {
  const { run, text } = columnShapes(db, dialect)
  await run(`alter table contact add column ${text('refused_by')}`)
  await run(`alter table unlawful_exclusion add column ${text('social_worker_told_at')}`)
  await run(`alter table unlawful_exclusion add column ${text('virtual_school_told_at')}`)
}

export default { up }
