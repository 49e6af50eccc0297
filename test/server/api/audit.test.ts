import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { appendAuditEvents, type AuditEntry } from '../../../db/queries/audit-event.ts'
import { auditChainEnd } from '../../../db/queries/audit-chain.ts'
import { loadAuditRecord } from '../../../server/audit/load-record.ts'
import { verifyAudit } from '../../../server/audit/verify.ts'
import { createAudit } from '../../../server/api/audit.ts'
import { someEvents } from '../../support/audit.ts'
import { describeBothDatabases, temporaryFolder } from '../../support/databases.ts'

const events = someEvents(60, 'school', ['c1', 'c2', 'c3'])

describeBothDatabases('keeping who looked', (open) => {
  it('events that come together share a commit, in their order, and are there when each is done', async () => {
    const { db } = await open()
    let commits = 0
    const counted = new Proxy(db, {
      get(target, name) {
        if (name === 'transaction') commits++
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const audit = createAudit(counted)
    const heldAfter = async (entry: AuditEntry) => {
      await audit.record(entry)
      return (await auditChainEnd(db).executeTakeFirstOrThrow()).seq
    }
    const held = await Promise.all(events.map(heldAfter))
    held.forEach((seq, i) => expect(seq).toBeGreaterThan(i))
    expect(commits).toBe(1)
    const verdict = await verifyAudit(await loadAuditRecord(db, { live: true }))
    expect(verdict).toMatchObject({ whole: true, events: events.length })
  })

  it('a commit that fails fails for all that shared it, and the next ones are kept again', async () => {
    const { db } = await open()
    const audit = createAudit(db)
    await sql`alter table audit_event rename to audit_event_away`.execute(db)
    const outcomes = await Promise.allSettled(events.slice(0, 10).map((entry) => audit.record(entry)))
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'rejected'))
    await sql`alter table audit_event_away rename to audit_event`.execute(db)
    await audit.record(events[0]!)
    expect(await auditChainEnd(db).executeTakeFirst()).toMatchObject({ seq: 1 })
  })

  it('one that comes while a transaction is open is no part of it, and stays when that is undone', async () => {
    const { db } = await open()
    const audit = createAudit(db)
    let kept: Promise<void> | undefined
    const undone = db.transaction().execute(async (trx) => {
      await appendAuditEvents(trx, [events[0]!])
      kept = audit.record(events[1]!)
      await setTimeout(20)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await kept
    const { rows } = await sql<{ action: string }>`select action from audit_event`.execute(db)
    expect(rows).toEqual([{ action: events[1]!.action }])
    expect(await verifyAudit(await loadAuditRecord(db, { live: true }))).toMatchObject({
      whole: true,
      events: 1,
    })
  })

  it('goes on from what a transaction added meanwhile', async () => {
    const { db } = await open()
    const audit = createAudit(db)
    await audit.record(events[0]!)
    await db.transaction().execute((trx) => appendAuditEvents(trx, [events[1]!]))
    await audit.record(events[2]!)
    expect(await verifyAudit(await loadAuditRecord(db, { live: true }))).toMatchObject({
      whole: true,
      events: 3,
    })
  })
})

describe('keeping who looked, in a file', () => {
  const opened = async () => {
    const file = join(temporaryFolder(), 'virtual-school.db')
    const database = await openDatabase({ kind: 'sqlite', file })
    await migrate(database)
    onTestFinished(() => database.close())
    return { db: database.db, other: new Sqlite(file) }
  }

  it('all that come together are kept before the first is done', async () => {
    const { db } = await opened()
    const audit = createAudit(db)
    const held = await Promise.all(
      events.map(async (entry) => {
        await audit.record(entry)
        return (await auditChainEnd(db).executeTakeFirstOrThrow()).seq
      }),
    )
    expect(new Set(held)).toEqual(new Set([events.length]))
  })

  it('waits for another process that writes, without standing still', async () => {
    const { db, other } = await opened()
    const audit = createAudit(db)
    await audit.record(events[0]!)
    other.exec('begin immediate')
    let isKept = false
    const kept = audit.record(events[1]!).then(() => (isKept = true))
    const began = performance.now()
    await setTimeout(60)
    expect(performance.now() - began).toBeLessThan(2000)
    expect(isKept).toBe(false)
    other.exec('rollback')
    await kept
    expect((await auditChainEnd(db).executeTakeFirstOrThrow()).seq).toBe(2)
    other.close()
  })
})
