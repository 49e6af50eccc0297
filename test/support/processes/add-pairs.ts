import { openDatabase } from '../../../db/connect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { createMany } from '../../../db/queries/record-many.ts'
import { aChild, change } from '../rows.ts'

/** Adds two children at a time to a school until it is killed; says when each pair is saved. */
const [target, schoolId] = process.argv.slice(2)
const { db } = await openDatabase(JSON.parse(target!))
for (let pair = 1; ; pair++) {
  const two = ['first', 'second'].map((forename) =>
    aChild(schoolId!, { upn: `${process.pid}-${pair}-${forename}`, forename }),
  )
  await inTransaction(db, (trx) => createMany(trx, 'child', two, change))
  process.stdout.write(`${pair}\n`)
}
