import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { appendAtOnce } from '../../../db/queries/audit-at-once.ts'
import { appendAuditEvents, nothingRemembered, type AuditEntry } from '../../../db/queries/audit-event.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { at } from '../../support/rows.ts'

/** An event with a value in every column that an event can have. */
const full: AuditEntry = {
  at,
  changedBy: 'Sam Teacher',
  accountId: 'account',
  role: 'headteacher',
  signInId: 'sign-in',
  address: '203.0.113.7',
  action: 'view',
  childIds: ['ada', 'cy'],
  dataClasses: [1, 3],
  kind: 'child',
  recordId: 'ada',
  route: '/api/children/:id',
  reason: 'Asked by the parents.',
  detail: { rows: 2 },
}

describeBothDatabases('an event that an answer waits for', (open, kind) => {
  it('is kept in one turn of the loop on SQLite, and on PostgreSQL in a transaction', async () => {
    const { db } = await open()
    const kept = appendAtOnce(db, [full], nothingRemembered)
    expect(kept?.end?.seq).toBe(kind === 'sqlite' ? 1 : undefined)
    expect(await db.selectFrom('auditEvent').selectAll().execute()).toHaveLength(kind === 'sqlite' ? 1 : 0)
  })

  it('has the same columns whichever way it is kept', async () => {
    const { db } = await open()
    const memory = appendAtOnce(db, [full], nothingRemembered) ?? nothingRemembered
    await inTransaction(db, (trx) => appendAuditEvents(trx, [full], memory))
    const rows = await db.selectFrom('auditEvent').selectAll().orderBy('seq').execute()
    const told = rows.map((row) => Object.entries(row).filter(([name]) => name !== 'seq' && name !== 'hash'))
    expect(told[0]!.filter(([, value]) => value === null)).toEqual([['schoolId', null]])
    expect(told.at(-1)).toEqual(told[0])
  })

  it('is left to a transaction that is open', async () => {
    const { db } = await open()
    await inTransaction(db, async () => {
      expect(appendAtOnce(db, [full], nothingRemembered)).toBeUndefined()
    })
    expect(await db.selectFrom('auditEvent').selectAll().execute()).toEqual([])
  })
})
