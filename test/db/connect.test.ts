import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, sql } from 'kysely'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { ImmediateSqliteDialect } from '../../db/dialect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { migrate } from '../../db/migrate.ts'
import { verifySettings } from '../../db/settings.ts'
import { applySettings } from '../../db/sqlite-file.ts'
import { describeBothDatabases, freshTarget, temporaryFolder } from '../support/databases.ts'
import { aSchool } from '../support/rows.ts'

describeBothDatabases('an open database', (open) => {
  it('keeps what it is told and gives it back by our names', async () => {
    const { db } = await open()
    const { schoolId } = await aSchool(db, { name: 'St Zoë’s', evaluatedOn: '2026-03-13' })
    const school = await db
      .selectFrom('school')
      .selectAll()
      .where('id', '=', schoolId)
      .executeTakeFirstOrThrow()
    expect(school).toMatchObject({ name: 'St Zoë’s', evaluatedOn: '2026-03-13', demonstration: 0 })
  })

  it('counts in numbers', async () => {
    const { db } = await open()
    await aSchool(db)
    const { schools, revisions } = await db
      .selectFrom('school')
      .select(({ fn }) => [fn.countAll().as('schools'), fn.sum('revision').as('revisions')])
      .executeTakeFirstOrThrow()
    expect([schools, revisions]).toEqual([1, 0])
  })

  it('finds nothing in an empty list', async () => {
    const { db } = await open()
    await aSchool(db)
    expect(await db.selectFrom('school').selectAll().where('id', 'in', []).execute()).toEqual([])
  })

  it('sorts text by its bytes, so that both databases agree', async () => {
    const { db } = await open()
    const names = ['b', 'B', 'a', 'é', 'z', 'A', '_', 'Ł', 'ab', 'a b', '😀', '\uFF21']
    for (const name of names) await aSchool(db, { name })
    const rows = await db.selectFrom('school').select('name').orderBy('name').execute()
    expect(rows.map(({ name }) => name)).toEqual(
      names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    )
  })

  it('refuses values that the columns are not made for', async () => {
    const { db } = await open()
    const { schoolId } = await aSchool(db)
    const set = (values: object) => db.updateTable('school').set(values).where('id', '=', schoolId).execute()
    await expect(set({ phase: 'college' })).rejects.toThrow()
    await expect(set({ demonstration: 2 })).rejects.toThrow()
    await expect(set({ revision: 'many' })).rejects.toThrow()
    await expect(set({ evaluatedOn: '13/03/2026' })).rejects.toThrow()
    await expect(set({ evaluatedOn: '2026-03-13T08:40' })).rejects.toThrow()
    await expect(set({ authorityCode: 'Z99' })).rejects.toThrow()
    await expect(set({ name: null })).rejects.toThrow()
    await expect(set({ evaluatedOn: '2026-03-13' })).resolves.toBeDefined()
  })
})

const settings = [
  'journal_mode',
  'synchronous',
  'foreign_keys',
  'busy_timeout',
  'secure_delete',
  'trusted_schema',
  'cell_size_check',
]

describe('a database file', () => {
  const aFile = async () => {
    const target = await freshTarget('sqlite')
    if (target.kind !== 'sqlite') throw new Error('not a file')
    return target.file
  }

  it('has safe settings after a write, on every connection', async () => {
    const file = await aFile()
    for (let connection = 0; connection < 2; connection++) {
      const database = await openDatabase({ kind: 'sqlite', file })
      await migrate(database)
      await aSchool(database.db)
      const found = []
      for (const setting of settings) {
        const { rows } = await sql.raw<object>(`pragma ${setting}`).execute(database.db)
        found.push(Object.values(rows[0]!)[0])
      }
      expect(found).toEqual(['wal', 2, 1, 10_000, 1, 0, 1])
      await database.close()
    }
  })

  it.each([
    ['synchronous', 'normal'],
    ['journal_mode', 'delete'],
    ['foreign_keys', 'off'],
    ['busy_timeout', '100'],
    ['secure_delete', 'off'],
    ['trusted_schema', 'on'],
    ['cell_size_check', 'off'],
  ])('is refused when %s is %s', async (setting, value) => {
    const raw = new Sqlite(await aFile())
    applySettings(raw)
    raw.pragma(`${setting} = ${value}`)
    const db = new Kysely<unknown>({
      dialect: new ImmediateSqliteDialect(raw),
      plugins: [new CamelCasePlugin()],
    })
    await expect(verifySettings(db, 'sqlite')).rejects.toThrow(`its setting ${setting} is`)
    await db.destroy()
  })

  it('is refused when SQLite is too old', async () => {
    const raw = new Sqlite(await aFile())
    applySettings(raw)
    const db = new Kysely<unknown>({ dialect: new ImmediateSqliteDialect(raw) })
    for (const [version, refused] of [
      ['3.53.1', true],
      ['3.9.9', true],
      ['3.53.2', false],
      ['3.60.0', false],
      ['4.0.0', false],
    ] as const) {
      raw.function('sqlite_version', () => version)
      const verified = verifySettings(db, 'sqlite').then(() => 'kept', String)
      expect([version, await verified]).toEqual([
        version,
        refused ? expect.stringContaining('is too old') : 'kept',
      ])
    }
    await db.destroy()
  })

  it('is refused when a table takes values of any type', async () => {
    const database = await openDatabase({ kind: 'sqlite', file: await aFile() })
    await sql`create table loose (a text)`.execute(database.db)
    await expect(verifySettings(database.db, 'sqlite')).rejects.toThrow(
      'table loose accepts values of any type',
    )
    await database.close()
  })

  it('and its folder are readable by their owner alone', async () => {
    const file = join(temporaryFolder(), 'below', 'school.db')
    const database = await openDatabase({ kind: 'sqlite', file })
    await migrate(database)
    for (const name of readdirSync(dirname(file)))
      expect([name, (statSync(join(dirname(file), name)).mode & 0o777).toString(8)]).toEqual([name, '600'])
    expect((statSync(dirname(file)).mode & 0o777).toString(8)).toBe('700')
    await database.close()
  })

  it('that was only to be read is opened with its log to be written too', async () => {
    const target = (await freshTarget('sqlite')) as { kind: 'sqlite'; file: string }
    await (await openDatabase(target)).close()
    chmodSync(target.file, 0o400)
    const database = await openDatabase(target)
    const rights = ['', '-wal', '-shm'].map((end) => statSync(`${target.file}${end}`).mode & 0o777)
    await database.close()
    expect(rights).toEqual([0o600, 0o600, 0o600])
  })

  it('no longer holds a name that was deleted', async () => {
    const file = await aFile()
    const database = await openDatabase({ kind: 'sqlite', file })
    await migrate(database)
    const { schoolId } = await aSchool(database.db, { name: 'Canary College' })
    await database.close()
    expect(readFileSync(file).includes('Canary College')).toBe(true)
    const again = await openDatabase({ kind: 'sqlite', file })
    await again.db.deleteFrom('school').where('id', '=', schoolId).execute()
    await again.close()
    expect(readFileSync(file).includes('Canary College')).toBe(false)
  })

  it('takes the write lock as a transaction begins, so reading first and writing later never fails', async () => {
    const file = await aFile()
    const [one, two] = [
      await openDatabase({ kind: 'sqlite', file }),
      await openDatabase({ kind: 'sqlite', file }),
    ]
    await migrate(one)
    const { schoolId } = await aSchool(one.db)
    const busy = new Sqlite(file, { timeout: 0 })
    await one.db.transaction().execute(async (trx) => {
      await trx.selectFrom('school').selectAll().execute()
      expect(() => busy.exec('begin immediate')).toThrow('database is locked')
    })
    const add = (db: typeof one.db) =>
      inTransaction(db, async (trx) => {
        const { revision } = await trx.selectFrom('school').select('revision').executeTakeFirstOrThrow()
        await trx
          .updateTable('school')
          .set({ revision: revision + 1 })
          .where('id', '=', schoolId)
          .execute()
      })
    await Promise.all(Array.from({ length: 50 }, (_, i) => add((i % 2 ? one : two).db)))
    const { revision } = await two.db.selectFrom('school').select('revision').executeTakeFirstOrThrow()
    expect(revision).toBe(50)
    busy.close()
    await one.close()
    await two.close()
  })
})

describe('a damaged database file', () => {
  /** A closed database with enough rows for several levels of pages. */
  const aFullFile = async () => {
    const target = await freshTarget('sqlite')
    const database = await openDatabase(target)
    await migrate(database)
    await inTransaction(database.db, async (trx) => {
      for (let i = 0; i < 300; i++) await aSchool(trx, { name: `School ${i} ${'x'.repeat(200)}` })
    })
    await database.close()
    return target.kind === 'sqlite' ? target.file : ''
  }

  const refused = async (file: string) => {
    const bytes = () => (existsSync(file) ? readFileSync(file).toString('latin1') : 'no file')
    const before = bytes()
    await expect(openDatabase({ kind: 'sqlite', file })).rejects.toThrow(/is damaged and was left as it is/)
    expect(bytes() === before).toBe(true)
  }

  it('is refused and left as it is, wherever the damage lies', async () => {
    const whole = await aFullFile()
    const size = statSync(whole).size
    const damagedCopy = (name: string, damage: (file: string) => void) => {
      const file = join(dirname(whole), name)
      copyFileSync(whole, file)
      damage(file)
      return file
    }
    const overwrite = (from: number, length: number) => (file: string) => {
      const bytes = readFileSync(file)
      for (let i = from; i < from + length; i++) bytes[i] = (bytes[i] ?? 0) ^ 0xff
      writeFileSync(file, bytes)
    }
    await refused(damagedCopy('header.db', overwrite(0, 16)))
    await refused(damagedCopy('page-size.db', overwrite(16, 2)))
    await refused(damagedCopy('half.db', (file) => truncateSync(file, Math.floor(size / 8192) * 4096)))
    await refused(damagedCopy('ragged.db', (file) => truncateSync(file, size - 100)))
    await refused(damagedCopy('empty.db', (file) => truncateSync(file, 0)))
    await refused(damagedCopy('text.db', (file) => writeFileSync(file, 'not a database at all'.repeat(1000))))
    for (let page = 1; page < size / 4096; page += 7)
      await refused(damagedCopy(`page-${page}.db`, overwrite(page * 4096, 4096)))
  })

  it('is not begun anew when only its log is left', async () => {
    const file = join(temporaryFolder(), 'school.db')
    writeFileSync(`${file}-wal`, 'what was written last')
    await refused(file)
    expect(existsSync(file)).toBe(false)
  })

  it('of another program is refused', async () => {
    const file = join(temporaryFolder(), 'other.db')
    const other = new Sqlite(file)
    other.exec('create table notes (a)')
    other.close()
    await expect(openDatabase({ kind: 'sqlite', file })).rejects.toThrow('is not a database of this program')
  })
})

describe('a PostgreSQL server', () => {
  it('is refused when it may lose what it said was saved', async () => {
    const target = await freshTarget('postgres')
    if (target.kind !== 'postgres') throw new Error('not a server')
    const url = new URL(target.url)
    url.searchParams.set('options', `${url.searchParams.get('options')} -c synchronous_commit=off`)
    await expect(openDatabase({ kind: 'postgres', url: url.href })).rejects.toThrow(
      'its setting synchronous_commit is off',
    )
  })

  it('that does not answer is named without its password', async () => {
    const opening = openDatabase({ kind: 'postgres', url: 'postgres://somebody:secret@127.0.0.1:1/school' })
    await expect(opening).rejects.toThrow(
      /^The PostgreSQL database 127\.0\.0\.1:1\/school cannot be reached: /,
    )
    await expect(opening).rejects.not.toThrow('secret')
  })
})
