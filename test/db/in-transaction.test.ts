import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { attempt, inTransaction } from '../../db/in-transaction.ts'
import { migrate } from '../../db/migrate.ts'
import { addAuthorities, everyAuthority } from '../../db/queries/authority.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import { describeBothDatabases, freshTarget } from '../support/databases.ts'
import { aProgram, start } from '../support/processes.ts'
import { aSchool } from '../support/rows.ts'

const deep = process.env['TRUST_DEEP'] === '1'

const authority = (code: string) => ({
  code,
  name: code,
  virtualSchoolPhone: null,
  virtualSchoolEmail: null,
  version: 1,
})

describeBothDatabases('a transaction', (open) => {
  const codes = async ({ db }: Awaited<ReturnType<typeof open>>) =>
    (await everyAuthority(db).execute()).map(({ code }) => code)

  it('that fails keeps nothing', async () => {
    const database = await open()
    const failing = inTransaction(database.db, async (trx) => {
      await addAuthorities(trx, [authority('A')])
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await codes(database)).toEqual([])
  })

  it('within another is part of it', async () => {
    const database = await open()
    const failing = inTransaction(database.db, async (trx) => {
      await inTransaction(trx, (inner) => addAuthorities(inner, [authority('A')]))
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await codes(database)).toEqual([])
  })

  it('goes on after an attempt that met a row already there', async () => {
    const database = await open()
    const outcomes = await inTransaction(database.db, async (trx) => {
      const add = (code: string) => trx.insertInto('authority').values(authority(code)).execute()
      const results = [
        await attempt(trx, () => add('A')),
        await attempt(trx, () => add('A')),
        await attempt(trx, () => add('B')),
      ]
      await expect(attempt(trx, () => Promise.reject(new Error('another')))).rejects.toThrow('another')
      return results.map((result) => (typeof result === 'string' ? result : 'kept'))
    })
    expect(outcomes).toEqual(['kept', 'exists', 'kept'])
    expect(await codes(database)).toEqual(['A', 'B'])
  })

  it('waits for the one before it that writes to the same school, so that none is lost', async () => {
    const database = await open()
    const { schoolId, scope } = await aSchool(database.db)
    const other = await open(database.target)
    const revisions = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        inTransaction((i % 2 ? database : other).db, async (trx) => {
          const { revision } = await bumpRevision(trx, scope, schoolId).executeTakeFirstOrThrow()
          const code = String(100 + revision)
          await addAuthorities(trx, [authority(code)])
          return revision
        }),
      ),
    )
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    expect(await codes(database)).toHaveLength(41)
  })
})

describeBothDatabases('a process that is killed as it writes', (open) => {
  it('loses nothing that it said was saved, and leaves nothing half done', async () => {
    const database = await open()
    const { schoolId, scope } = await aSchool(database.db)
    const program = await aProgram('add-pairs')
    let saved = 0
    for (let kills = 0; kills < (deep ? 200 : 5); kills++) {
      const writer = start(program, JSON.stringify(database.target), schoolId)
      await new Promise((resolve) => writer.process.stdout!.once('data', resolve))
      writer.process.kill('SIGKILL')
      saved += (await writer.ended).output.split('\n').filter(Boolean).length
      const children = await childrenOfSchool(database.db, scope, schoolId).execute()
      const pairs = children.filter(({ forename }) => forename === 'first').length
      expect(children).toHaveLength(2 * pairs)
      expect(pairs).toBeGreaterThanOrEqual(saved)
      saved = pairs
    }
    const again = await open(database.target)
    const kept = await childrenOfSchool(again.db, scope, schoolId).execute()
    expect([kept.length % 2, kept.length >= 2 * saved]).toEqual([0, true])
  }, 600_000)
})

describe('a transaction on a file to which another process writes', () => {
  it('waits for it, while reading goes on', async () => {
    const target = await freshTarget('sqlite')
    if (target.kind !== 'sqlite') throw new Error('not a file')
    const database = await openDatabase(target)
    await migrate(database)
    const other = new Sqlite(target.file)
    other.exec('begin immediate')
    const written = inTransaction(database.db, (trx) => addAuthorities(trx, [authority('A')]))
    for (let i = 0; i < 5; i++) {
      expect(await everyAuthority(database.db).execute()).toEqual([])
      await new Promise(setImmediate)
    }
    other.exec('commit')
    await written
    expect(await everyAuthority(database.db).execute()).toHaveLength(1)
    other.close()
    await database.close()
  })
})
