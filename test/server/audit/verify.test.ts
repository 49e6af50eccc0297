import { type Kysely, sql, type Transaction } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditGuardNames, auditGuards } from '../../../db/audit-guards.ts'
import { auditHash, genesis } from '../../../db/audit-hash.ts'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { migrate } from '../../../db/migrate.ts'
import { auditAnchors, auditEventsAfter } from '../../../db/queries/audit-chain.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import type { Database } from '../../../db/schema.ts'
import { anchorNow, type Anchor } from '../../../server/audit/anchor.ts'
import { loadAuditRecord } from '../../../server/audit/load-record.ts'
import { keyName, signingKey } from '../../../server/audit/anchor-key.ts'
import { anchorAction, verifyAudit, type Verdict } from '../../../server/audit/verify.ts'
import { drawn, oneOf } from '../../../server/demo/random.ts'
import { someEvents } from '../../support/audit.ts'
import { describeBothDatabases, temporaryFolder } from '../../support/databases.ts'

const deep = process.env['TRUST_DEEP'] === '1'
const childIds = ['c1', 'c2', 'c3', 'c4', 'c5']

const append = ({ db }: Pick<OpenDatabase, 'db'>, entries: Parameters<typeof appendAuditEvents>[1]) =>
  inTransaction(db, (trx) => appendAuditEvents(trx, entries))

const verdictOf = async (db: Kysely<Database>, kept: readonly Anchor[] = []): Promise<Verdict> =>
  verifyAudit(await loadAuditRecord(db, { live: false }), kept)

/** Three days of events, each sealed, and a few events after the last seal. */
async function threeDays(database: OpenDatabase, perDay = 30) {
  const dataDir = temporaryFolder()
  const entries = someEvents(perDay * 3 + 5, 'school', childIds)
  const anchors: Anchor[] = []
  for (let day = 0; day < 3; day++) {
    await append(database, entries.slice(day * perDay, (day + 1) * perDay))
    const { anchor } = await anchorNow(database.db, { dataDir, at: `2026-03-1${day}T06:00:00.000Z` })
    anchors.push(anchor)
  }
  await append(database, entries.slice(perDay * 3))
  return { dataDir, anchors, last: anchors.at(-1)!, entries }
}

describeBothDatabases('the record of who looked', (open, kind) => {
  it('is whole as it was written, with its seals and after the last of them', async () => {
    const database = await open()
    expect(await verdictOf(database.db)).toMatchObject({ whole: true, events: 0 })
    const { last, entries } = await threeDays(database)
    const events = entries.length + 3
    expect(await verdictOf(database.db, [last])).toMatchObject({
      whole: true,
      events,
      lastAnchor: { seq: last.seq },
    })
  })

  it('is refused every change and deletion by the database itself', async () => {
    const database = await open()
    await threeDays(database)
    for (const statement of [
      "update audit_event set reason = 'another' where seq = 3",
      'delete from audit_event where seq = 3',
      "update audit_child_set set child_id = 'c9'",
      'delete from audit_child_set',
      "update audit_anchor set at = '2026-03-01T00:00:00.000Z'",
      'delete from audit_anchor',
    ])
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('what is on record stays')
  })

  it('shows one changed word, and that the database no longer refuses one', async () => {
    const database = await open()
    await threeDays(database)
    const table = kind === 'postgres' ? ' on audit_event' : ''
    await sql.raw(`drop trigger audit_event_no_update${table}`).execute(database.db)
    expect(await verdictOf(database.db)).toEqual({
      whole: false,
      sentence:
        'The database no longer refuses changes to what is on record: its trigger audit_event_no_update is gone.',
    })
    await sql`update audit_event set reason = 'another' where seq = 7`.execute(database.db)
    expect(await verdictOf(database.db)).toMatchObject({
      whole: false,
      sentence: expect.stringMatching(/^Event 7, of 2026-03-01T00:06:00\.000Z, is not as it was written/),
    })
  })

  it('keeps texts that no database keeps as they are, and stays whole', async () => {
    const database = await open()
    await append(database, [
      {
        at: '2026-03-01T00:00:00.000Z',
        changedBy: 'Zoë\0 \ud83d',
        action: 'view',
        reason: '\udc00 \u2028 😀',
      },
    ])
    expect(await verdictOf(database.db)).toMatchObject({ whole: true, events: 1 })
  })

  it('is verified while others go on adding to it', async () => {
    const database = await open()
    const { entries } = await threeDays(database)
    const record = await loadAuditRecord(database.db, { live: true })
    await append(database, entries.slice(0, 9))
    expect(await verifyAudit(record)).toMatchObject({ whole: true, events: entries.length + 3 })
  })
})

type Trx = Transaction<Database>

const columns =
  'at changed_by account_id role sign_in_id address action school_id child_set data_classes kind record_id route reason detail hash seq'.split(
    ' ',
  )

const dropGuards = async (trx: Trx) => {
  for (const name of auditGuardNames) await sql.raw(`drop trigger ${name}`).execute(trx)
}
const putGuardsBack = async (trx: Trx) => {
  for (const statement of auditGuards('sqlite')) await sql.raw(statement).execute(trx)
}

/** Works every hash out anew, as somebody who has the file and this program could, also the end. */
async function rebuild(trx: Trx) {
  let hash = genesis
  let seq = 0
  for (const event of await auditEventsAfter(trx, 0, 1e6).execute()) {
    seq += 1
    hash = auditHash(hash, { ...event, seq })
    await trx.updateTable('auditEvent').set({ seq, hash }).where('seq', '=', event.seq).execute()
  }
  await trx.updateTable('auditChain').set({ seq, hash }).execute()
}

/** Seals everything anew with a key of one's own, and lets the events tell of it. */
async function sealAnew(trx: Trx, dataDir: string) {
  const { publicKey, sign } = signingKey(dataDir)
  const detail = JSON.stringify({ key: keyName(publicKey) })
  await trx.updateTable('auditEvent').set({ detail }).where('action', '=', anchorAction).execute()
  await rebuild(trx)
  for (const { seq, at } of await auditAnchors(trx).execute()) {
    const { hash } = await trx
      .selectFrom('auditEvent')
      .select('hash')
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    const signature = sign({ seq, at, hash })
    await trx.updateTable('auditAnchor').set({ hash, signature, publicKey }).where('seq', '=', seq).execute()
  }
}

const cutAfter = async (trx: Trx, seq: number) => {
  await trx.deleteFrom('auditEvent').where('seq', '>', seq).execute()
  await trx.deleteFrom('auditAnchor').where('seq', '>=', seq).execute()
}

const changeOne = (trx: Trx, seq: number) =>
  trx.updateTable('auditEvent').set({ changedBy: 'Somebody else' }).where('seq', '=', seq).execute()

/** What somebody with the file might do; `seq` is an event before the last seal, `turn` makes it another each time. */
const tamperings: Record<string, (trx: Trx, seq: number, turn: string, ownKey: string) => Promise<unknown>> =
  {
    'edit a column': async (trx, seq, turn) => {
      const column = oneOf(columns, turn)
      if (column === 'seq')
        return sql`update audit_event set seq = seq + 100000 where seq = ${seq}`.execute(trx)
      const other = column === 'at' ? '2025-12-24T10:00:00.000Z' : `other ${turn}`
      return sql`update audit_event set ${sql.ref(column)} = ${other} where seq = ${seq}`.execute(trx)
    },
    'delete one': (trx, seq) => trx.deleteFrom('auditEvent').where('seq', '=', seq).execute(),
    'delete one and close the gap': async (trx, seq) => {
      await trx.deleteFrom('auditEvent').where('seq', '=', seq).execute()
      return rebuild(trx)
    },
    'insert one': async (trx, seq) => {
      const row = await trx
        .selectFrom('auditEvent')
        .selectAll()
        .where('seq', '=', seq)
        .executeTakeFirstOrThrow()
      await sql`update audit_event set seq = seq + 1000001 where seq > ${seq}`.execute(trx)
      await sql`update audit_event set seq = seq - 1000000 where seq > 1000000`.execute(trx)
      return trx
        .insertInto('auditEvent')
        .values({ ...row, seq: seq + 1 })
        .execute()
    },
    'swap two': async (trx, seq) => {
      const other = seq === 1 ? 2 : seq - 1
      await sql`update audit_event set seq = 1000000 where seq = ${seq}`.execute(trx)
      await sql`update audit_event set seq = ${seq} where seq = ${other}`.execute(trx)
      await sql`update audit_event set seq = ${other} where seq = 1000000`.execute(trx)
    },
    'cut the tail': (trx, seq) => cutAfter(trx, seq),
    'cut the tail and write its end anew': async (trx, seq) => {
      await cutAfter(trx, seq)
      return rebuild(trx)
    },
    'rebuild the chain': async (trx, seq) => {
      await changeOne(trx, seq)
      return rebuild(trx)
    },
    'rebuild the chain without its seals': async (trx, seq) => {
      await changeOne(trx, seq)
      await trx.deleteFrom('auditAnchor').execute()
      await trx.updateTable('auditEvent').set({ action: 'view' }).where('action', '=', anchorAction).execute()
      return rebuild(trx)
    },
    'rebuild the chain and its seals with a key of one’s own': async (trx, seq, _turn, ownKey) => {
      await changeOne(trx, seq)
      return sealAnew(trx, ownKey)
    },
    'restore an older copy and go on from there': async (trx, seq) => {
      await cutAfter(trx, seq)
      await rebuild(trx)
      return appendAuditEvents(trx, someEvents(150, 'another', childIds))
    },
    'change a set of children': async (trx, _seq, turn) => {
      const { id, childId } = oneOf(await trx.selectFrom('auditChildSet').selectAll().execute(), turn)
      const one = trx.updateTable('auditChildSet').where('id', '=', id).where('childId', '=', childId)
      return one.set({ childId: `other ${turn}` }).execute()
    },
    'add to a set of children': async (trx, _seq, turn) => {
      const { id } = oneOf(await trx.selectFrom('auditChildSet').selectAll().execute(), turn)
      return trx.insertInto('auditChildSet').values({ id, childId: 'c9' }).execute()
    },
    'take from a set of children': async (trx, _seq, turn) => {
      const { id, childId } = oneOf(await trx.selectFrom('auditChildSet').selectAll().execute(), turn)
      return trx.deleteFrom('auditChildSet').where('id', '=', id).where('childId', '=', childId).execute()
    },
    'change a seal': async (trx, _seq, turn) => {
      const column = oneOf(['at', 'hash', 'signature', 'public_key'] as const, turn)
      const other = column === 'at' ? '2025-12-24T10:00:00.000Z' : 'ab'.repeat(32)
      return sql`update audit_anchor set ${sql.ref(column)} = ${other}`.execute(trx)
    },
    'take a seal away': async (trx, _seq, turn) => {
      const { seq } = oneOf(await auditAnchors(trx).execute(), turn)
      return trx.deleteFrom('auditAnchor').where('seq', '=', seq).execute()
    },
    'change the end': (trx, _seq, turn) =>
      trx
        .updateTable('auditChain')
        .set(drawn(turn) < 0.5 ? { seq: 3 } : { hash: genesis })
        .execute(),
  }

class Undone extends Error {}

describe('a thousand tamperings before the last seal', () => {
  const setUp = { database: undefined as unknown as OpenDatabase, last: undefined as unknown as Anchor }
  const ownKey = temporaryFolder()

  beforeAll(async () => {
    setUp.database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    await migrate(setUp.database)
    setUp.last = (await threeDays(setUp.database)).last
    return () => setUp.database.close()
  })

  /** What the verifier says after a tampering; everything is as before after that. */
  async function after(how: string, turn: string): Promise<Verdict> {
    let verdict: Verdict | undefined
    const { database, last } = setUp
    const seq = 1 + Math.floor(drawn(`seq ${turn}`) * last.seq)
    await database.db
      .transaction()
      .execute(async (trx) => {
        await dropGuards(trx)
        await tamperings[how]!(trx, seq, turn, ownKey)
        await putGuardsBack(trx)
        verdict = await verdictOf(trx, [last])
        throw new Undone()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error
      })
    return verdict!
  }

  it('are all found', { timeout: 600_000 }, async () => {
    const ways = Object.keys(tamperings)
    const missed: string[] = []
    for (let turn = 0; turn < (deep ? 1000 : 170); turn++) {
      const how = ways[turn % ways.length]!
      const verdict = await after(how, `${how} ${turn}`)
      if (verdict.whole) missed.push(`${how}, turn ${turn}`)
    }
    expect(missed).toEqual([])
    expect(await verdictOf(setUp.database.db, [setUp.last])).toMatchObject({ whole: true })
  })

  it('say what they found in a plain sentence', async () => {
    const said = async (how: string) => {
      const verdict = await after(how, 'said')
      return verdict.whole ? 'whole' : verdict.sentence
    }
    expect(await said('delete one')).toMatch(/^Event \d+ is missing\.$/)
    expect(await said('cut the tail and write its end anew')).toMatch(
      /^The record ends at event \d+, but at 2026-03-12T06:00:00\.000Z it had 92: its end was cut off, or an older copy put in its place\.$/,
    )
    expect(await said('rebuild the chain')).toMatch(
      /was sealed at .*: the record up to there was written anew\.$/,
    )
    expect(await said('add to a set of children')).toMatch(/^The children of event \d+, .* are not those/)
  })
})

describe('the verifier', () => {
  it('goes through 100,000 events in two seconds', { timeout: 120_000 }, async () => {
    const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    await migrate(database)
    const many = Array.from({ length: 60 }, (_, i) => `child ${i}`)
    const entries = someEvents(100_000, 'school', many)
    for (let from = 0; from < entries.length; from += 5000)
      await append(database, entries.slice(from, from + 5000))
    const before = process.cpuUsage()
    expect(await verdictOf(database.db)).toMatchObject({ whole: true, events: 100_000 })
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1_000_000
    process.stdout.write(`   100,000 events verified in ${seconds.toFixed(2)} s\n`)
    // The figure is two seconds; processor time, all threads together, of a busy machine may be three times as long.
    expect(seconds).toBeLessThan(6)
    await database.close()
  })
})
