import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackupNote } from '../../db/backup-note.ts'
import { backupDatabase, backupName, restoreDatabase } from '../../db/backup.ts'
import { type DatabaseTarget, openDatabase, type OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { migrate } from '../../db/migrate.ts'
import { missingAuditGuards } from '../../db/audit-guards.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { createMany } from '../../db/queries/record-many.ts'
import { everySchool } from '../../db/queries/school.ts'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import { describeBothDatabases, freshTarget, temporaryFolder } from '../support/databases.ts'
import { aPostOver } from '../support/posts.ts'
import { aProgram, start } from '../support/processes.ts'
import { aChild, aSchool, at, change } from '../support/rows.ts'

const oddNote = 'two\nlines, a\u2028separator, “quotes”, \\ and 😀'

const aSchoolWithChildren = async ({ db }: OpenDatabase, count = 20) => {
  const school = await aSchool(db, { name: oddNote })
  const children = Array.from({ length: count }, (_, i) =>
    aChild(school.schoolId, { surname: `Example ${i}` }),
  )
  await inTransaction(db, (trx) => createMany(trx, 'child', children, change))
  return school
}

const everything = async ({ db }: OpenDatabase) => ({
  schools: await everySchool(db).execute(),
  children: await db.selectFrom('child').selectAll().orderBy('id').execute(),
  history: await db.selectFrom('recordHistory').selectAll().orderBy('id').execute(),
})

/** A row of every table that says who may do what, and who did: accounts, posts, sign-ins, the audit's chain. */
async function withAccess({ db }: OpenDatabase, schoolId: string) {
  const child = await db.selectFrom('child').select('id').limit(1).executeTakeFirstOrThrow()
  const { accountId, id: postId } = await aPostOver(db, [{ childId: child.id, schoolId }])
  const later = '2026-03-13T09:40:00.000Z'
  await inTransaction(db, async (trx) => {
    await createMany(
      trx,
      'support',
      [
        {
          id: 'support',
          schoolId,
          childId: child.id,
          agreedOn: '2026-01-20',
          helps: oddNote,
          avoid: null,
          goTo: null,
          reviewOn: null,
          endedOn: null,
        },
      ],
      change,
    )
    await trx
      .insertInto('passkey')
      .values({
        id: 'passkey',
        accountId,
        publicKey: 'key',
        counter: 7,
        transports: 'usb',
        name: 'Blue key',
        createdAt: at,
        lastUsedAt: null,
      })
      .execute()
    await trx
      .insertInto('passkeyChallenge')
      .values({ id: 'challenge', challenge: 'c', purpose: 'confirm', accountId, expiresAt: later })
      .execute()
    await trx
      .insertInto('recoveryCode')
      .values({ id: 'code', accountId, codeHash: 'h', usedAt: null })
      .execute()
    await trx
      .insertInto('accessLink')
      .values({
        id: 'link',
        secretHash: 'h',
        purpose: 'invitation',
        accountId,
        madeBy: null,
        madeAt: at,
        expiresAt: later,
        usedAt: null,
      })
      .execute()
    await trx.insertInto('guess').values({ id: 'guess', key: 'password:h', at }).execute()
    await trx
      .insertInto('signIn')
      .values({
        id: 'sign-in',
        accountId,
        level: 'full',
        postId,
        schoolId,
        startedAt: at,
        lastSeenAt: at,
        confirmedAt: at,
        endedAt: null,
        agent: 'Firefox on Linux',
      })
      .execute()
    await trx
      .insertInto('accessReview')
      .values({ id: 'review', schoolId, reviewedAt: at, reviewedBy: accountId, accounts: '[]' })
      .execute()
    const view = { at, changedBy: oddNote, action: 'view', schoolId, childIds: [child.id] }
    await appendAuditEvents(trx, [view, { ...view, dataClasses: [1, 3], detail: { rows: 2 } }])
    await trx
      .insertInto('auditAnchor')
      .values({ seq: 2, at, hash: 'h', signature: 's', publicKey: 'k' })
      .execute()
  })
}

const ofAccess = [
  'account',
  'passkey',
  'passkeyChallenge',
  'recoveryCode',
  'accessLink',
  'guess',
  'post',
  'postChild',
  'signIn',
  'accessReview',
  'support',
  'auditEvent',
  'auditChildSet',
  'auditChain',
  'auditAnchor',
] as const

describeBothDatabases('a backup', (open, kind) => {
  const name = backupName(kind, at)

  it('restores to what was there', async () => {
    const database = await open()
    const { scope, schoolId } = await aSchoolWithChildren(database)
    const file = join(temporaryFolder(), 'backups', name)
    const note = await backupDatabase(database, file, at)
    expect(note.counts).toMatchObject({ school: 1, child: 20, record_history: 20 })
    const target = await freshTarget(kind)
    expect(await restoreDatabase(target, file, at)).toEqual({ note, kept: null })
    const restored = await open(target)
    expect(await everything(restored)).toEqual(await everything(database))
    const [child] = await childrenOfSchool(restored.db, scope, schoolId).execute()
    expect(await recordHistoryOf(restored.db, scope, [child!.id]).execute()).toHaveLength(1)
  })

  it('restores who may do what and who did, and the chain goes on where it ended', async () => {
    const database = await open()
    const { schoolId } = await aSchoolWithChildren(database)
    await withAccess(database, schoolId)
    const file = join(temporaryFolder(), name)
    await backupDatabase(database, file, at)
    const target = await freshTarget(kind)
    await restoreDatabase(target, file, at)
    const restored = await open(target)
    for (const table of ofAccess) {
      const rows = ({ db }: OpenDatabase) => db.selectFrom(table).selectAll().execute()
      const before = await rows(database)
      expect([table, before.length > 0, await rows(restored)]).toEqual([table, true, before])
    }
    expect(await missingAuditGuards(restored.db)).toEqual([])
    await inTransaction(restored.db, (trx) =>
      appendAuditEvents(trx, [{ at, changedBy: 'Sam', action: 'view' }]),
    )
    const end = restored.db.selectFrom('auditEvent').select('seq').orderBy('seq', 'desc')
    expect(await end.executeTakeFirst()).toEqual({ seq: 3 })
  })

  it('made while another process writes is one moment of the database', async () => {
    const database = await open()
    const { schoolId } = await aSchoolWithChildren(database)
    const writer = start(await aProgram('add-pairs'), JSON.stringify(database.target), schoolId)
    await new Promise((resolve) => writer.process.stdout!.once('data', resolve))
    const folder = temporaryFolder()
    const found: number[] = []
    for (let i = 0; i < 5; i++) {
      const { counts } = await backupDatabase(database, join(folder, `${i}-${name}`), at)
      expect([counts['child']! % 2, counts['record_history']]).toEqual([0, counts['child']])
      found.push(counts['child']!)
      await new Promise((resolve) => writer.process.stdout!.once('data', resolve))
    }
    writer.process.kill('SIGKILL')
    await writer.ended
    expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
    const target = await freshTarget(kind)
    await restoreDatabase(target, join(folder, `4-${name}`), at)
    expect((await everything(await open(target))).children).toHaveLength(found[4]!)
  })

  it('never replaces a file, and leaves none behind that is not whole', async () => {
    const database = await open()
    const file = join(temporaryFolder(), name)
    await backupDatabase(database, file, at)
    await expect(backupDatabase(database, file, at)).rejects.toThrow('is there already')
    expect(readdirSync(dirname(file)).toSorted()).toEqual([name, `${name}.json`])
  })

  describe('is refused, and nothing is changed,', () => {
    let made: string
    let target: DatabaseTarget
    beforeAll(async () => {
      const database = await open()
      await aSchoolWithChildren(database)
      made = join(temporaryFolder(), name)
      await backupDatabase(database, made, at)
      target = await freshTarget(kind)
    })
    afterAll(async () => {
      const after = await open(target)
      expect(await everySchool(after.db).execute()).toEqual([])
    })

    const aCopy = () => {
      const file = join(temporaryFolder(), name)
      copyFileSync(made, file)
      copyFileSync(`${made}.json`, `${file}.json`)
      const note: BackupNote = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
      return { file, note }
    }
    const refused = (file: string, sentence: RegExp, into = target) =>
      expect(restoreDatabase(into, file, at)).rejects.toThrow(sentence)

    it('when a byte is wrong, wherever it is', async () => {
      const { file } = aCopy()
      const whole = readFileSync(file)
      for (const place of [0, 20, 5000, whole.length - 5].filter((byte) => byte < whole.length)) {
        const bytes = Buffer.from(whole)
        bytes[place]! ^= 1
        writeFileSync(file, bytes)
        await refused(file, /damaged or not complete/)
      }
    })

    it('when it was cut off', async () => {
      const { file } = aCopy()
      truncateSync(file, readFileSync(file).length - 1)
      await refused(file, /damaged or not complete/)
    })

    it('when its note or itself is missing', async () => {
      const { file } = aCopy()
      renameSync(`${file}.json`, `${file}.away`)
      await refused(file, /There must be two files/)
      renameSync(`${file}.away`, `${file}.json`)
      rmSync(file)
      await refused(file, /There must be two files/)
    })

    it('when its note says something else', async () => {
      const { file, note } = aCopy()
      const counts = { ...note.counts, child: 21 }
      writeFileSync(`${file}.json`, JSON.stringify({ ...note, counts }))
      await refused(file, /damaged or not complete/)
    })

    it('when a newer program made it', async () => {
      const { file, note } = aCopy()
      const migrations = [...note.migrations, '0099-of-tomorrow']
      writeFileSync(`${file}.json`, JSON.stringify({ ...note, migrations }))
      await refused(file, /made by a newer version of this program \(it has 0099-of-tomorrow\)/)
    })

    it('when it is of the other database', async () => {
      const { file } = aCopy()
      await refused(file, /Nothing was changed/, await freshTarget(kind === 'sqlite' ? 'postgres' : 'sqlite'))
    })
  })
})

describe('a database file', () => {
  const setUp = async () => {
    const target = await freshTarget('sqlite')
    if (target.kind !== 'sqlite') throw new Error('not a file')
    const database = await openDatabase(target)
    await migrate(database)
    await aSchoolWithChildren(database)
    const file = join(temporaryFolder(), 'school.db')
    await backupDatabase(database, file, at)
    return { target, database, file }
  }

  it('that a restore replaces is kept beside it, with what was written last', async () => {
    const { target, database, file } = await setUp()
    await database.db.updateTable('child').set({ surname: 'Changed' }).execute()
    await database.close()
    const { kept } = await restoreDatabase(target, file, at)
    expect(kept).toBe(`${target.file}.replaced-2026-03-13T08-40-00`)
    const surnames = async (path: string) => {
      const opened = await openDatabase({ kind: 'sqlite', file: path })
      const rows = await opened.db.selectFrom('child').select('surname').distinct().execute()
      await opened.close()
      return rows.length
    }
    expect([await surnames(target.file), await surnames(kept!)]).toEqual([20, 1])
  })

  it('in use is not replaced', async () => {
    const { target, database, file } = await setUp()
    const before = readFileSync(target.file)
    await expect(restoreDatabase(target, file, at)).rejects.toThrow('is in use. Stop the program first.')
    expect(readFileSync(target.file).equals(before)).toBe(true)
    await database.close()
    await expect(restoreDatabase(target, file, at)).resolves.toBeDefined()
  })

  it('of another school is not replaced', async () => {
    const { file } = await setUp()
    const other = await setUp()
    await other.database.close()
    await expect(restoreDatabase(other.target, file, at)).rejects.toThrow('is of another school')
  })

  it('that is damaged is replaced, and kept with its log', async () => {
    const { target, database, file } = await setUp()
    await database.close()
    writeFileSync(target.file, 'x'.repeat(9000))
    writeFileSync(`${target.file}-wal`, 'a log of something else')
    const { kept } = await restoreDatabase(target, file, at)
    expect(readFileSync(kept!, 'utf8')).toBe('x'.repeat(9000))
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('a log of something else')
    expect(existsSync(`${target.file}-wal`)).toBe(false)
    const opened = await openDatabase(target)
    expect((await everything(opened)).children).toHaveLength(20)
    await opened.close()
  })

  it('that was merely copied while in use is not taken for a backup', async () => {
    const { target, database } = await setUp()
    const copy = join(temporaryFolder(), 'copy.db')
    copyFileSync(target.file, copy)
    await expect(restoreDatabase(target, copy, at)).rejects.toThrow('There must be two files')
    await database.close()
  })
})

describe('a PostgreSQL database', () => {
  it('that holds anything is not restored into', async () => {
    const target = await freshTarget('postgres')
    const database = await openDatabase(target)
    await migrate(database)
    const file = join(temporaryFolder(), 'school.jsonl.gz')
    await backupDatabase(database, file, at)
    await expect(restoreDatabase(target, file, at)).resolves.toBeDefined()
    await aSchool(database.db)
    await expect(restoreDatabase(target, file, at)).rejects.toThrow('this one is not empty')
    expect(await everySchool(database.db).execute()).toHaveLength(1)
    await database.close()
  })
})
