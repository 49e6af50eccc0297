import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { createMany } from '../../db/queries/record-many.ts'
import type { Database } from '../../db/schema.ts'
import { aCareEpisode, aChild, aSchool, change } from './rows.ts'

/** A school of so many looked-after children: a report over few is counted in a moment. */
export async function aSchoolOf(db: Kysely<Database>, lookedAfter: number) {
  const made = await aSchool(db)
  const children = Array.from({ length: lookedAfter }, () => aChild(made.schoolId))
  await inTransaction(db, async (trx) => {
    await createMany(trx, 'child', children, change)
    await createMany(
      trx,
      'careEpisode',
      children.map((child) => aCareEpisode(child)),
      change,
    )
  })
  return made
}
