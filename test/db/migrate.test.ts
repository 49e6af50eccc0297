import { type Kysely, sql } from 'kysely'
import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseTarget, openDatabase, type OpenDatabase } from '../../db/connect.ts'
import { dialectOf, type FrozenTables } from '../../db/dialect.ts'
import { appliedMigrations, loadMigrations, migrate, type NamedMigration } from '../../db/migrate.ts'
import { columnsByTable } from '../support/columns.ts'
import { describeBothDatabases, freshTarget } from '../support/databases.ts'
import { extended } from '../support/extended.ts'
import { aProgram, start } from '../support/processes.ts'
import { aChild, aSchool, at, change } from '../support/rows.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { auditHash, genesis } from '../../db/audit-hash.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import { createMany } from '../../db/queries/record-many.ts'
import type { NewRecord } from '../../db/queries/record-shape.ts'

const plainly = ({ db }: OpenDatabase) => db.withoutPlugins() as unknown as Kysely<FrozenTables>

/** The tables of the start are made one like another: a kill at every eighth statement will do, unless asked. */
const deep = process.env['TRUST_DEEP'] === '1'

/** Every table and row: equal for equal databases. */
async function signature(database: OpenDatabase): Promise<string> {
  const db = plainly(database)
  const hash = createHash('sha256')
  for (const [table, columns] of await columnsByTable(database)) {
    hash.update(`${table}(${columns.join()})`)
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db)
    hash.update(
      rows
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join(),
    )
  }
  return hash.digest('hex')
}

/** Children as every version since the first keeps them: what later ones say of a child besides is left out. */
async function earlierChildren(database: OpenDatabase, children: readonly NewRecord<'child'>[]) {
  const first = children.map(({ homeAuthorityCode: _, ...row }) => row as NewRecord<'child'>)
  await inTransaction(database.db, (trx) => createMany(trx, 'child', first, change))
}

/** Events as they were kept before the chain: of the school, of a child twice, at one instant. */
async function earlierEvents(database: OpenDatabase, schoolId: string, childId: string) {
  const event = { school_id: schoolId, at, changed_by: 'Sam Teacher', kind: 'child', reason: null }
  await plainly(database)
    .insertInto('audit_event')
    .values([
      { ...event, id: 'c', action: 'record.create', child_id: childId, record_id: childId },
      { ...event, id: 'a', action: 'record.correct', child_id: childId, record_id: childId },
      { ...event, id: 'b', action: 'import.run', child_id: null, record_id: 'run', kind: 'import' },
      { ...event, id: 'z', at: '2026-03-12T08:40:00.000Z', action: 'first', child_id: null, record_id: null },
    ])
    .execute()
}

/** A suspension, and a contact about it, as they were kept before what comes before a suspension. */
async function earlierContacts(database: OpenDatabase, schoolId: string, childId: string) {
  const db = plainly(database)
  const of = { school_id: schoolId, child_id: childId, version: 2, typed: 'note' }
  const suspension = { kind: 'suspension', started_on: '2026-01-12', start_session: 'AM', half_days: 3 }
  await db
    .insertInto('suspension')
    .values({ ...of, ...suspension, id: 'a suspension', reasons: 'DB;PP', at_other_school: 0 })
    .execute()
  const contact = { with_role: 'parent', purpose: 'suspension-notice', contacted_at: '2026-01-12T09:50' }
  await db
    .insertInto('contact')
    .values([
      { ...of, ...contact, id: 'a', suspension_id: 'a suspension', how: 'phone', note: 'Came at once.' },
      { ...of, ...contact, id: 'b', removed_at: at, removed_reason: 'Typed twice.' },
    ])
    .execute()
}

const failing = (name: string, statement: string): NamedMigration => ({
  name,
  async up(db) {
    await sql`create table half (a integer)`.execute(db)
    await sql.raw(statement).execute(db)
  },
})

describeBothDatabases('a migration', (open, kind) => {
  const opened = async () => openDatabase(await freshTarget(kind))

  it('is applied once', async () => {
    const database = await opened()
    const names = (await loadMigrations()).map(({ name }) => name)
    expect(await migrate(database)).toEqual(names)
    expect(await migrate(database)).toEqual([])
    await database.close()
  })

  it('that fails half way leaves nothing behind', async () => {
    const database = await open()
    const before = await signature(database)
    const migrations = [...(await loadMigrations()), failing('0008-fails', 'insert into half values (1, 2)')]
    await expect(migrate(database, { migrations })).rejects.toThrow()
    expect(await signature(database)).toBe(before)
  })

  it('that leaves a row without the one it refers to is undone', async () => {
    const database = await open()
    await aSchool(database.db)
    const before = await signature(database)
    const migrations = [
      ...(await loadMigrations()),
      failing('0008-fails', "delete from authority where code = 'X01'"),
    ]
    await expect(migrate(database, { migrations })).rejects.toThrow()
    expect(await signature(database)).toBe(before)
  })

  it('of a newer program is refused by an older one, and nothing is changed', async () => {
    const database = await open()
    await migrate(database, { migrations: [...(await loadMigrations()), extended] })
    const before = await signature(database)
    await expect(migrate(database)).rejects.toThrow(
      'The database was made by a newer version of this program (it has 0008-extended).',
    )
    expect(await signature(database)).toBe(before)
  })

  it('of a database that holds data is announced before it begins, that of a new one is not', async () => {
    const announced: string[] = []
    const beforeUpgrade = async (from: string, to: string) => void announced.push(`${from} to ${to}`)
    const database = await opened()
    await migrate(database, { beforeUpgrade })
    await migrate(database, { beforeUpgrade })
    expect(announced).toEqual([])
    await migrate(database, { migrations: [...(await loadMigrations()), extended], beforeUpgrade })
    expect(announced).toEqual([`${(await loadMigrations()).at(-1)!.name} to 0008-extended`])
    await database.close()
  })

  it('to accounts makes the events kept before the beginning of the chain, in their order', async () => {
    const database = await opened()
    await migrate(database, { migrations: (await loadMigrations()).slice(0, 1) })
    const { schoolId } = await aSchool(database.db)
    const child = aChild(schoolId)
    await earlierChildren(database, [child])
    await earlierEvents(database, schoolId, child.id)
    await migrate(database)
    const { db } = database
    const events = await db.selectFrom('auditEvent').selectAll().orderBy('seq').execute()
    expect(events.map(({ seq, action }) => [seq, action])).toEqual([
      [1, 'first'],
      [2, 'record.correct'],
      [3, 'import.run'],
      [4, 'record.create'],
    ])
    let before = genesis
    for (const { hash, ...event } of events) expect(hash).toBe((before = auditHash(before, event)))
    expect(await db.selectFrom('auditChain').selectAll().execute()).toEqual([
      { id: 'main', seq: 4, hash: before },
    ])
    expect(await db.selectFrom('auditChildSet').selectAll().execute()).toEqual([
      { id: events[1]!.childSet, childId: child.id },
    ])
    await expect(db.updateTable('auditEvent').set({ action: 'view' }).execute()).rejects.toThrow('stays')
    await expect(db.deleteFrom('auditEvent').execute()).rejects.toThrow('stays')
    await inTransaction(db, (trx) =>
      appendAuditEvents(trx, [{ at, changedBy: 'Sam', action: 'view', childIds: [child.id] }]),
    )
    expect(await db.selectFrom('auditChildSet').selectAll().execute()).toHaveLength(1)
    await database.close()
  })

  it('to what comes before a suspension keeps suspensions and contacts, and gives them more to say', async () => {
    const database = await opened()
    await migrate(database, { migrations: (await loadMigrations()).slice(0, 2) })
    const { schoolId } = await aSchool(database.db)
    const child = aChild(schoolId)
    await earlierChildren(database, [child])
    await earlierContacts(database, schoolId, child.id)
    const { db } = database
    const held = async () =>
      [
        await db.selectFrom('contact').selectAll().orderBy('id').execute(),
        await db.selectFrom('suspension').selectAll().execute(),
      ] as const
    const before = await held()
    await migrate(database)
    const after = await held()
    expect(after[0]).toEqual(
      before[0].map((row) => ({ ...row, considerationId: null, agreedBy: null, refusedBy: null })),
    )
    expect(after[1]).toEqual([expect.objectContaining(before[1][0]!)])
    const contact = db.updateTable('contact').where('id', '=', 'a')
    await contact.set({ purpose: 'education-notice' }).execute()
    await expect(contact.set({ purpose: 'gossip' as never }).execute()).rejects.toThrow(/check/i)
    await expect(contact.set({ suspensionId: 'another' }).execute()).rejects.toThrow(/foreign key/i)
    await expect(contact.set({ considerationId: 'another' }).execute()).rejects.toThrow(/foreign key/i)
    await expect(contact.set({ id: 'b' }).execute()).rejects.toThrow(/unique/i)
    const suspension = db.updateTable('suspension')
    await expect(suspension.set({ cancelledAt: '2026-01-13T08:00' }).execute()).rejects.toThrow(/check/i)
    await suspension.set({ cancelledAt: '2026-01-13T08:00', cancelledReason: 'A mistake.' }).execute()
    await database.close()
  })

  it('to the notice of a home authority takes the second of a permanent exclusion for it, as was done before', async () => {
    const database = await opened()
    await migrate(database, { migrations: (await loadMigrations()).slice(0, 6) })
    const { schoolId } = await aSchool(database.db)
    const child = aChild(schoolId)
    await earlierChildren(database, [child])
    const of = { school_id: schoolId, child_id: child.id, version: 1, typed: '' }
    const decided = {
      started_on: '2026-01-12',
      decided_at: '2026-01-12T10:00',
      reasons: 'DB',
      at_other_school: 0,
    }
    const db = plainly(database)
    await db
      .insertInto('suspension')
      .values([
        { ...of, ...decided, id: 'for good', kind: 'permanent' },
        { ...of, ...decided, id: 'a day', kind: 'suspension', half_days: 2 },
      ])
      .execute()
    const notice = (id: string, about: string, minute: string, rest: object = {}) => ({
      ...of,
      id,
      suspension_id: about,
      with_role: 'local-authority',
      purpose: 'suspension-notice',
      contacted_at: `2026-01-12T${minute}`,
      ...rest,
    })
    await db
      .insertInto('contact')
      .values([
        notice('too early', 'for good', '09:00'),
        notice('unheard', 'for good', '10:05', { outcome: 'no-answer' }),
        notice('first', 'for good', '10:10'),
        notice('out', 'for good', '10:15', { removed_at: at, removed_reason: 'Typed twice.' }),
        notice('second', 'for good', '10:20'),
        notice('third', 'for good', '10:30'),
        notice('once', 'a day', '10:10'),
        notice('twice', 'a day', '10:20'),
      ])
      .execute()
    const references = () => database.db.selectFrom('contact').selectAll().orderBy('id').execute()
    const before = await references()
    await migrate(database)
    expect(await references()).toEqual(
      before.map((row) => (row.id === 'second' ? { ...row, withRole: 'home-authority' } : row)),
    )
    const one = database.db.updateTable('contact').where('id', '=', 'first')
    await expect(one.set({ withRole: 'nobody' as never }).execute()).rejects.toThrow(/check/i)
    await expect(one.set({ suspensionId: 'another' }).execute()).rejects.toThrow(/foreign key/i)
    await database.close()
  })

  it('still checks references afterwards', async () => {
    const { db } = await open()
    const { schoolId } = await aSchool(db)
    await expect(
      db.updateTable('school').set({ authorityCode: 'Z99' }).where('id', '=', schoolId).execute(),
    ).rejects.toThrow(/foreign key/i)
  })
})

describe.each(['sqlite', 'postgres'] as const)('a process that migrates %s', (kind) => {
  let program: string
  beforeAll(async () => {
    program = await aProgram('migrate')
  })

  const run = (target: DatabaseTarget, version: number, dieAt = 0) =>
    start(program, JSON.stringify(target), String(version), String(dieAt)).ended

  const versions = async (version: number) => [...(await loadMigrations()), extended].slice(0, version)

  const withTarget = async <T>(target: DatabaseTarget, work: (database: OpenDatabase) => Promise<T>) => {
    const database = await openDatabase(target)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }

  /** A database at a version; with rows, when it has tables. */
  const aDatabaseAt = async (version: number) => {
    const target = await freshTarget(kind)
    await withTarget(target, async (database) => {
      await migrate(database, { migrations: await versions(version) })
      if (version === 0) return
      const { schoolId } = await aSchool(database.db)
      const children = Array.from({ length: 30 }, (_, i) =>
        aChild(schoolId, { yearGroup: String((i % 6) + 1) }),
      )
      await earlierChildren(database, children)
      if (version === 1) await earlierEvents(database, schoolId, children[0]!.id)
      if (version === 2) await earlierContacts(database, schoolId, children[0]!.id)
    })
    return target
  }

  /** Another database in the same state: a copy of a file; PostgreSQL itself, as every kill must leave it as it was. */
  const another = async (target: DatabaseTarget) => {
    const fresh = await freshTarget(kind)
    if (target.kind !== 'sqlite' || fresh.kind !== 'sqlite') return target
    copyFileSync(target.file, fresh.file)
    return fresh
  }

  it.each([
    { from: 0, to: 1, step: deep ? 1 : 16, least: deep ? 40 : 2 },
    { from: 1, to: 2, step: deep ? 1 : 16, least: deep ? 60 : 3 },
    { from: 2, to: 3, step: deep ? 1 : 16, least: deep ? 48 : 3 },
    { from: 3, to: 4, step: deep ? 1 : 8, least: deep ? 20 : 3 },
    { from: 4, to: 5, step: 1, least: 3 },
    { from: 5, to: 6, step: deep ? 1 : 2, least: deep ? 10 : 5 },
    { from: 6, to: 7, step: 1, least: 3 },
  ])(
    'to version $to, killed at any statement, leaves the old one whole, and can begin again',
    async ({ from, to, step, least }) => {
      const base = await aDatabaseAt(from)
      const before = await withTarget(base, signature)
      let kills = 0
      for (let ended = false; !ended;) {
        const target = await another(base)
        const { signal, code, output } = await run(target, to, kills * step + 1)
        ended = signal !== 'SIGKILL'
        if (ended) expect([code, output]).toEqual([0, expect.stringContaining('"applied"')])
        else kills++
        await withTarget(target, async (database) => {
          const found = await appliedMigrations(plainly(database), dialectOf(kind))
          const whole = found.length === from ? await signature(database) : before
          expect([found.length === from || found.length === to, whole]).toEqual([true, before])
          if (kind === 'sqlite') await migrate(database, { migrations: await versions(to) })
        })
      }
      expect(kills).toBeGreaterThanOrEqual(least)
      expect((await withTarget(base, signature)) === before).toBe(kind === 'sqlite')
    },
    600_000,
  )

  it('at the same time as another waits for it and finds nothing to do', async () => {
    const target = await freshTarget(kind)
    const ends = await Promise.all([run(target, 8), run(target, 8), run(target, 8)])
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0])
    const applied: string[] = ends.flatMap(({ output }) => JSON.parse(output).applied as string[])
    expect(applied.toSorted()).toEqual([
      '0001-start',
      '0002-access',
      '0003-before-suspension',
      '0004-governors-report',
      '0005-home-authority',
      '0006-refused-and-told',
      '0007-told-home-authority',
      '0008-extended',
    ])
  })
})
