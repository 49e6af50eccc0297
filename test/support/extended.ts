import { sql } from 'kysely'
import type { NamedMigration } from '../../db/migrate.ts'

/** An invented next version: a new table, a column filled from another, and on SQLite a table rebuilt. */
export const extended: NamedMigration = {
  name: '0008-extended',
  async up(db, dialect) {
    const run = (statement: string) => sql.raw(statement).execute(db)
    await run(`create table house (name ${dialect.text} primary key not null)${dialect.tableEnd}`)
    await run("insert into house select distinct 'House ' || year_group from child")
    await run(`alter table child add column house ${dialect.text} references house (name)`)
    await run("update child set house = 'House ' || year_group")
    await run('create index child_house on child (house)')
    if (dialect.kind === 'postgres') return
    await run(
      'create table authority_next (code text primary key not null, name text not null unique, version integer not null) strict',
    )
    await run('insert into authority_next select code, name, version from authority')
    await run('drop table authority')
    await run('alter table authority_next rename to authority')
  },
}
