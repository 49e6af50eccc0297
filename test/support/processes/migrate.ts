import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { openDatabase } from '../../../db/connect.ts'
import { migrate, type NamedMigration } from '../../../db/migrate.ts'
import start from '../../../db/migrations/0001-start.ts'
import access from '../../../db/migrations/0002-access.ts'
import beforeSuspension from '../../../db/migrations/0003-before-suspension.ts'
import governorsReport from '../../../db/migrations/0004-governors-report.ts'
import homeAuthority from '../../../db/migrations/0005-home-authority.ts'
import refusedAndTold from '../../../db/migrations/0006-refused-and-told.ts'
import toldHomeAuthority from '../../../db/migrations/0007-told-home-authority.ts'
import { extended } from '../extended.ts'

/** Brings a database to the version of this number, and kills itself before a statement, if ever. */
const [target, version, dieAt] = process.argv.slice(2)
const migrations: NamedMigration[] = [
  { name: '0001-start', ...start },
  { name: '0002-access', ...access },
  { name: '0003-before-suspension', ...beforeSuspension },
  { name: '0004-governors-report', ...governorsReport },
  { name: '0005-home-authority', ...homeAuthority },
  { name: '0006-refused-and-told', ...refusedAndTold },
  { name: '0007-told-home-authority', ...toldHomeAuthority },
  extended,
].slice(0, Number(version))

const database = await openDatabase(JSON.parse(target!))
let statements = 0
let began = false
let committed = false
/** Counts from the first `begin` to the statement after a `commit`: outside a transaction nothing can be half done. */
const count = (statement: string) => {
  const within = began || committed
  began = /^begin/i.test(statement) || (began && !/^commit/i.test(statement))
  committed = /^commit/i.test(statement)
  if (!within && !began) return
  statements++
  if (statements === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
}
const prepare = Sqlite.prototype.prepare
Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
  count(source)
  return prepare.call(this, source)
} as typeof prepare
const query = pg.Client.prototype.query as (...words: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]) {
  count(String(words[0]))
  return query.apply(this, words)
} as typeof pg.Client.prototype.query

const applied = await migrate(database, { migrations })
process.stdout.write(JSON.stringify({ applied, statements }))
await database.close()
