import type { Kysely } from 'kysely'
import { columnShapes } from '../column-shapes.ts'
import type { Dialect, FrozenTables } from '../dialect.ts'

async function up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void> {
  const { run, text } = columnShapes(db, dialect)
  await run(`alter table child add column ${text('home_authority_code')} references authority (code)`)
  await run(`alter table contact add column ${text('agreed_by')}`)
}

export default { up }
