import { type Kysely, sql } from 'kysely'
import { columnShapes } from '../column-shapes.ts'
import type { Dialect, FrozenTables } from '../dialect.ts'

const roles =
  'virtual-school social-worker parent carer local-authority home-authority safeguarding-lead governing-board other'

async function up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void> {
  const { run, oneOf } = columnShapes(db, dialect)
  if (dialect.kind === 'postgres') {
    const [, isOneOf] = /(check .*)$/.exec(oneOf('with_role', roles))!
    await run('alter table contact drop constraint contact_with_role_check')
    await run(`alter table contact add constraint contact_with_role_check ${isOneOf}`)
  } else await madeAnew(db, run)
  // The second notice to an authority was taken for the one in which the child lives.
  await run(`
    update contact set with_role = 'home-authority' where id in (
      select id from (
        select contact.id as id, row_number() over (
          partition by contact.suspension_id order by contact.contacted_at, contact.id
        ) as turn
        from contact join suspension on suspension.id = contact.suspension_id
        where suspension.kind = 'permanent' and contact.removed_at is null
        and contact.with_role = 'local-authority' and contact.purpose = 'suspension-notice'
        and (contact.outcome is null or contact.outcome <> 'no-answer')
        and (suspension.decided_at is null or contact.contacted_at >= suspension.decided_at)
      ) notice where turn = 2
    )`)
}

/** SQLite changes no check of a table: the same table is made with one more word, and its indexes again. */
async function madeAnew(
  db: Kysely<FrozenTables>,
  run: (statement: string) => Promise<unknown>,
): Promise<void> {
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_schema where tbl_name = 'contact' and sql is not null
  `.execute(db)
  const made = rows.find(({ type }) => type === 'table')!.sql
  await run(
    made
      .replace(/^create table "?contact"?/i, 'create table contact_next')
      .replace("'local-authority',", "'local-authority', 'home-authority',"),
  )
  await run('insert into contact_next select * from contact')
  await run('drop table contact')
  await run('alter table contact_next rename to contact')
  for (const index of rows) if (index.type === 'index') await run(index.sql)
}

export default { up }
