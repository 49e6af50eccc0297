import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupDatabase, restoreDatabase } from '../../db/backup.ts'
import { openDatabase, type OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import { createMany } from '../../db/queries/record-many.ts'
import { createRecord } from '../../db/queries/record.ts'
import { everySchool } from '../../db/queries/school.ts'
import { rowScopeSetting, withRowScope } from '../../db/row-scope.ts'
import { verifyRowSecurity } from '../../db/row-security.ts'
import { upgrade } from '../../server/upgrade.ts'
import { aClock } from '../support/a-clock.ts'
import { aTenant, type Postgres } from '../support/a-tenant.ts'
import { freshTarget, temporaryFolder } from '../support/databases.ts'
import { aChild, aSchool, at, change } from '../support/rows.ts'

const clock = aClock('2026-03-13')
const ready = (database: OpenDatabase) => upgrade(database, { dataDir: temporaryFolder() }, clock)

describe('PostgreSQL, asked by the program’s own role,', () => {
  let target: Postgres
  let database: OpenDatabase
  const schools: string[] = []
  const childrenOf = new Map<string, number>()

  beforeAll(async () => {
    target = await aTenant()
    database = await openDatabase(target, { connections: 2 })
    await ready(database)
    for (const count of [3, 5]) {
      const { schoolId } = await aSchool(database.db)
      const children = Array.from({ length: count }, () => aChild(schoolId))
      await inTransaction(database.db, (trx) => createMany(trx, 'child', children, change))
      schools.push(schoolId)
      childrenOf.set(schoolId, count)
    }
  })
  afterAll(() => database.close())

  /** A query that forgets to ask of which school. */
  const forgetful = () => database.db.selectFrom('child').select('schoolId').execute()

  const raw = async <T>(work: (client: pg.Client) => Promise<T>) => {
    const client = new pg.Client(target.url)
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }

  it('gives the rows of the schools in force and no others, also to a query that forgets to ask of which', async () => {
    for (const school of schools) {
      const rows = await withRowScope([school], forgetful)
      expect(rows).toEqual(Array.from({ length: childrenOf.get(school)! }, () => ({ schoolId: school })))
    }
    expect(await withRowScope(schools, forgetful)).toHaveLength(8)
    expect(await withRowScope([], forgetful)).toEqual([])
    expect(await withRowScope(['of nobody'], forgetful)).toEqual([])
    expect(await withRowScope('every', forgetful)).toHaveLength(8)
    expect(await forgetful()).toHaveLength(8)
  })

  it('gives nothing and takes nothing of any table of children where nobody said for which schools', async () => {
    const tables = await raw(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' and relrowsecurity",
      )
      for (const setting of [undefined, '', ',', '%']) {
        if (setting !== undefined) await client.query("select set_config('vs.schools', $1, false)", [setting])
        for (const { name } of rows) {
          const found = await client.query(`select * from ${name}`)
          const changed = await client.query(`delete from ${name}`)
          expect([name, setting, found.rowCount, changed.rowCount]).toEqual([name, setting, 0, 0])
        }
        const child = "('x', 'u', 's', 'f', '2015-05-01', '5', '2020-09-01', 1, '', $1)"
        const columns =
          'id, upn, surname, forename, date_of_birth, year_group, admitted_on, version, typed, school_id'
        await expect(
          client.query(`insert into child (${columns}) values ${child}`, [schools[0]]),
        ).rejects.toThrow('row-level security')
      }
      return rows
    })
    expect(tables.map(({ name }) => name).toSorted()).toEqual([
      'advice',
      'alert',
      'alert_event',
      'attainment',
      'attendance_year',
      'attendance_year_history',
      'board_meeting',
      'care_episode',
      'child',
      'consideration',
      'contact',
      'intervention',
      'managed_move',
      'off_site_direction',
      'part_time_timetable',
      'pep_meeting',
      'person',
      'post_child',
      'premium_money',
      'provision',
      'record_history',
      'reintegration',
      'report',
      'report_action',
      'report_words',
      'restrictive_intervention',
      'review_panel',
      'safeguarding_separation',
      'session_mark',
      'special_need',
      'support',
      'suspension',
      'training',
      'unlawful_exclusion',
    ])
  })

  it('takes no row for another school', async () => {
    const [ours, theirs] = schools as [string, string]
    const { db } = database
    await withRowScope([ours], async () => {
      await expect(
        inTransaction(db, (trx) => createMany(trx, 'child', [aChild(theirs)], change)),
      ).rejects.toThrow('row-level security')
      const moved = db.updateTable('child').set({ schoolId: theirs }).where('schoolId', '=', ours)
      await expect(moved.execute()).rejects.toThrow('row-level security')
      const changed = await db.updateTable('child').set({ surname: 'Changed' }).executeTakeFirst()
      expect(changed.numUpdatedRows).toBe(3n)
    })
    const untouched = db.selectFrom('child').select('id').where('schoolId', '=', theirs)
    expect(await untouched.where('surname', '=', 'Example').execute()).toHaveLength(5)
  })

  it('keeps 1,000 requests of two schools apart on two connections', async () => {
    let crossed = 0
    const request = (place: number) => {
      const school = schools[place % 2]!
      return withRowScope([school], async () => {
        const within = place % 3 === 0
        const rows = within ? await inTransaction(database.db, forgetfulIn) : await forgetful()
        if (rows.length !== childrenOf.get(school)) crossed++
        crossed += rows.filter(({ schoolId }) => schoolId !== school).length
      })
    }
    const forgetfulIn = (trx: OpenDatabase['db']) => trx.selectFrom('child').select('schoolId').execute()
    for (let place = 0; place < 1000; place += 20)
      await Promise.all(Array.from({ length: 20 }, (_, i) => request(place + i)))
    expect(crossed).toBe(0)
  })

  it('forgets the schools of a request that failed', async () => {
    const [ours, theirs] = schools as [string, string]
    const failing = withRowScope([ours], () =>
      inTransaction(database.db, async (trx) => {
        await trx.selectFrom('child').select('id').execute()
        throw new Error('the request failed')
      }),
    )
    await expect(failing).rejects.toThrow('the request failed')
    for (let i = 0; i < 4; i++) expect(await withRowScope([theirs], forgetful)).toHaveLength(5)
  })

  it('lets the program keep records and events, but not change a table or an event', async () => {
    const { db } = database
    const { schoolId, scope } = await aSchool(db)
    await withRowScope([schoolId], () =>
      inTransaction(db, (trx) => createRecord(trx, scope, 'child', aChild(schoolId), change)),
    )
    await inTransaction(db, (trx) => appendAuditEvents(trx, [{ at, changedBy: 'Sam', action: 'view' }]))
    await expect(db.updateTable('auditEvent').set({ action: 'none' }).execute()).rejects.toThrow(
      'permission denied',
    )
    await expect(db.deleteFrom('auditEvent').execute()).rejects.toThrow('permission denied')
    await raw(async (client) => {
      const attempts = [
        'alter table child disable row level security',
        'drop policy of_schools on child',
        'drop trigger audit_event_no_update on audit_event',
        'truncate audit_event',
        'drop table child',
        "insert into schema_migration values ('9999-later')",
      ]
      for (const attempt of attempts)
        await expect(client.query(attempt)).rejects.toThrow(/must be owner|permission denied/)
    })
  })

  it('is upgraded by the owner again and again, and the program sees the tables', async () => {
    await ready(database)
    expect((await everySchool(database.db).execute()).length).toBeGreaterThan(1)
    await expect(verifyRowSecurity(database)).resolves.toBeUndefined()
  })

  it('is backed up by the program and restored, by the owner, for the program', async () => {
    const file = join(temporaryFolder(), 'all.jsonl.gz')
    const note = await backupDatabase(database, file, at)
    expect(note.counts).toMatchObject({ child: 9, audit_chain: 1 })
    const other = await aTenant()
    await restoreDatabase(other, file, at)
    const restored = await openDatabase(other)
    try {
      await ready(restored)
      const count = () => restored.db.selectFrom('child').select('id').execute()
      expect(await count()).toHaveLength(9)
      expect(await withRowScope([schools[1]!], count)).toHaveLength(5)
    } finally {
      await restored.close()
    }
  })
})

describe('a server is not started on PostgreSQL', () => {
  it('as a role that no lock holds back', async () => {
    const database = await openDatabase(await freshTarget('postgres'))
    try {
      await ready(database)
      await expect(verifyRowSecurity(database)).rejects.toThrow(/^The PostgreSQL role postgres passes by/)
    } finally {
      await database.close()
    }
  })

  it('when a table of children is not locked', async () => {
    const target = await aTenant()
    const database = await openDatabase(target)
    const owner = await openDatabase({ kind: 'postgres', url: target.adminUrl! })
    try {
      await ready(database)
      await expect(verifyRowSecurity(database)).resolves.toBeUndefined()
      await owner.db.schema.createTable('note').addColumn('child_id', 'text').execute()
      await owner.db.schema.alterTable('note').addColumn('school_id', 'text').execute()
      await expect(verifyRowSecurity(database)).rejects.toThrow('its table note holds rows of children')
    } finally {
      await owner.close()
      await database.close()
    }
  })

  it('when its two addresses lead to different tables', async () => {
    const [one, other] = [await aTenant(), await aTenant()]
    const database = await openDatabase({ kind: 'postgres', url: one.url, adminUrl: other.adminUrl! })
    try {
      await expect(ready(database)).rejects.toThrow('do not lead to the same tables')
    } finally {
      await database.close()
    }
  })
})

it('a school’s id is never read as that of several or of all', () => {
  for (const id of ['', '*', 'a,b']) expect(() => rowScopeSetting([id])).toThrow('as another one')
  expect([rowScopeSetting('every'), rowScopeSetting(['a', 'b']), rowScopeSetting([])]).toEqual([
    '*',
    'a,b',
    '',
  ])
})
