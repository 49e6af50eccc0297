import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { AuditEntry } from '../../../db/queries/audit-event.ts'
import { auditChainEnd } from '../../../db/queries/audit-chain.ts'
import { loadAuditRecord } from '../../../server/audit/load-record.ts'
import { verifyAudit } from '../../../server/audit/verify.ts'
import { createAudit } from '../../../server/api/audit.ts'
import { someEvents } from '../../support/audit.ts'
import { describeBothDatabases } from '../../support/databases.ts'

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
})
