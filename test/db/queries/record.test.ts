import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { auditEventsOfChild } from '../../../db/queries/audit-event.ts'
import { childrenOfSchool } from '../../../db/queries/child.ts'
import { recordHistoryOf } from '../../../db/queries/record-history.ts'
import { createMany, updateMany } from '../../../db/queries/record-many.ts'
import { kindOfTable, type NewRecord, tableOfKind } from '../../../db/queries/record-shape.ts'
import {
  correctRecord,
  createRecord,
  getRecord,
  listRecords,
  removeRecord,
} from '../../../db/queries/record.ts'
import { schoolById } from '../../../db/queries/school.ts'
import { suspensionsOfSchool } from '../../../db/queries/suspension.ts'
import { insertImportRun } from '../../../db/queries/import-run.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aChild, aContact, aSchool, aSuspension, at, change } from '../../support/rows.ts'

const setUp = async ({ db }: OpenDatabase) => {
  const school = await aSchool(db)
  const child = aChild(school.schoolId, { preferredName: null })
  await inTransaction(db, (trx) => createRecord(trx, school.scope, 'child', child, change))
  const revision = async () =>
    (await schoolById(db, school.scope, school.schoolId).executeTakeFirstOrThrow()).revision
  return { db, ...school, child, revision }
}

const askedBefore = (child: { id: string; schoolId: string }, values: Partial<NewRecord<'contact'>> = {}) =>
  aContact(child, {
    withRole: 'social-worker',
    purpose: 'before-suspension',
    how: 'phone',
    outcome: 'reached',
    ...values,
  })

describeBothDatabases('a record', (open) => {
  it('that is made is kept with what a person typed, its history and who made it', async () => {
    const { db, scope, child, revision } = await setUp(await open())
    expect(await getRecord(db, scope, 'child', child.id)).toEqual({
      ...child,
      version: 1,
      typed: 'admittedOn;dateOfBirth;forename;surname;upn;yearGroup',
      removedAt: null,
      removedReason: null,
    })
    const { id: _, schoolId: __, ...fields } = child
    const [history] = await recordHistoryOf(db, scope, [child.id]).execute()
    expect(history).toMatchObject({
      kind: 'child',
      childId: child.id,
      version: 1,
      before: '{}',
      changedAt: at,
    })
    expect(JSON.parse(history!.after)).toEqual(fields)
    const [event] = await auditEventsOfChild(db, scope, child.id).execute()
    expect(event).toMatchObject({ action: 'record.create', kind: 'child', changedBy: 'Sam Teacher' })
    expect(JSON.stringify(event)).not.toContain(child.surname)
    expect(await revision()).toBe(1)
  })

  it('is not made twice with the same key, and the transaction goes on', async () => {
    const { db, scope, schoolId, child } = await setUp(await open())
    const outcomes = await inTransaction(db, async (trx) => [
      await createRecord(trx, scope, 'suspension', aSuspension(child, { startSession: null }), change),
      await createRecord(trx, scope, 'suspension', aSuspension(child, { startSession: null }), change),
      await createRecord(trx, scope, 'suspension', aSuspension(child), change),
    ])
    expect(outcomes).toEqual(['ok', 'exists', 'ok'])
    expect(await suspensionsOfSchool(db, scope, schoolId).execute()).toHaveLength(2)
    expect(await auditEventsOfChild(db, scope, child.id).execute()).toHaveLength(3)
  })

  it('is not made for a child or a school out of scope, nor for one that is not there', async () => {
    const database = await open()
    const { db, scope, child } = await setUp(database)
    const other = await setUp(database)
    const make = (suspension: NewRecord<'suspension'>) =>
      inTransaction(db, (trx) => createRecord(trx, scope, 'suspension', suspension, change))
    expect(await make(aSuspension(other.child))).toBe('missing')
    expect(await make(aSuspension({ ...other.child, schoolId: child.schoolId }))).toBe('missing')
    expect(await make(aSuspension({ ...child, id: 'nobody' }))).toBe('missing')
    expect(await other.revision()).toBe(1)
  })

  it('refers only to a suspension of the same child', async () => {
    const database = await open()
    const { db, scope, schoolId, child } = await setUp(database)
    const sibling = aChild(schoolId)
    const suspension = aSuspension(child)
    const outcomes = await inTransaction(db, async (trx) => [
      await createRecord(trx, scope, 'child', sibling, change),
      await createRecord(trx, scope, 'suspension', suspension, change),
      await createRecord(trx, scope, 'contact', askedBefore(child, { suspensionId: suspension.id }), change),
      await createRecord(
        trx,
        scope,
        'contact',
        askedBefore(sibling, { suspensionId: suspension.id }),
        change,
      ),
    ])
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'missing'])
  })

  it('that is corrected keeps the old value beside the new one', async () => {
    const { db, scope, child, revision } = await setUp(await open())
    const correct = (version: number, changes: object) =>
      inTransaction(db, (trx) =>
        correctRecord(trx, scope, 'child', child.id, version, changes, { ...change, reason: 'Misspelt' }),
      )
    expect(await correct(1, { preferredName: 'Sasha', surname: child.surname })).toBe('ok')
    expect(await getRecord(db, scope, 'child', child.id)).toMatchObject({
      version: 2,
      preferredName: 'Sasha',
      typed: 'admittedOn;dateOfBirth;forename;preferredName;surname;upn;yearGroup',
    })
    const [latest] = await recordHistoryOf(db, scope, [child.id]).execute()
    expect(latest).toMatchObject({
      version: 2,
      before: '{"preferredName":null}',
      after: '{"preferredName":"Sasha"}',
      reason: 'Misspelt',
    })
    expect(await revision()).toBe(2)
  })

  it('that is corrected to what it says already stays at its version', async () => {
    const { db, scope, child, revision } = await setUp(await open())
    const same = { surname: child.surname }
    expect(
      await inTransaction(db, (trx) => correctRecord(trx, scope, 'child', child.id, 1, same, change)),
    ).toBe('ok')
    expect((await getRecord(db, scope, 'child', child.id))!.version).toBe(1)
    expect(await revision()).toBe(1)
  })

  it('is not corrected by somebody who saw an older version, nor to another’s key, nor out of scope', async () => {
    const database = await open()
    const { db, scope, schoolId, child } = await setUp(database)
    const other = await setUp(database)
    const twin = aChild(schoolId)
    const correct = (id: string, version: number, changes: object) =>
      inTransaction(db, (trx) => correctRecord(trx, scope, 'child', id, version, changes, change))
    await inTransaction(db, (trx) => createRecord(trx, scope, 'child', twin, change))
    expect(await correct(child.id, 1, { surname: 'First' })).toBe('ok')
    expect(await correct(child.id, 1, { surname: 'Second' })).toBe('stale')
    expect(await correct(child.id, 2, { upn: twin.upn })).toBe('exists')
    expect(await correct(other.child.id, 1, { surname: 'Third' })).toBe('missing')
    expect(await correct('nobody', 1, { surname: 'Third' })).toBe('missing')
    expect((await getRecord(db, scope, 'child', child.id))!.surname).toBe('First')
    expect(await recordHistoryOf(db, scope, [child.id]).execute()).toHaveLength(2)
  })

  it('cannot be moved to another school, child or version', async () => {
    const { db, scope, child } = await setUp(await open())
    for (const forbidden of ['id', 'schoolId', 'childId', 'version', 'typed', 'removedAt'])
      await expect(
        inTransaction(db, (trx) =>
          correctRecord(trx, scope, 'child', child.id, 1, { [forbidden]: 'x' } as object, change),
        ),
      ).rejects.toThrow(`${forbidden} cannot be corrected`)
  })

  it('that is removed stays with its reason, is listed nowhere, and frees its key', async () => {
    const { db, scope, schoolId, child } = await setUp(await open())
    const wrong = aSuspension(child)
    const remove = (version: number) =>
      inTransaction(db, (trx) =>
        removeRecord(trx, scope, 'suspension', wrong.id, version, { ...change, reason: 'Wrong child' }),
      )
    await inTransaction(db, (trx) => createRecord(trx, scope, 'suspension', wrong, change))
    expect(await remove(7)).toBe('stale')
    expect(await remove(1)).toBe('ok')
    expect(await remove(2)).toBe('missing')
    expect(await getRecord(db, scope, 'suspension', wrong.id)).toBeUndefined()
    expect(await listRecords(db, scope, 'suspension', { childId: child.id })).toEqual([])
    expect(await suspensionsOfSchool(db, scope, schoolId).execute()).toEqual([])
    const [removed] = await listRecords(db, scope, 'suspension', { schoolId }, 'removed')
    expect(removed).toMatchObject({ id: wrong.id, removedReason: 'Wrong child', removedAt: at, version: 2 })
    const [event] = await auditEventsOfChild(db, scope, child.id)
      .where('action', '=', 'record.remove')
      .execute()
    expect(event).toMatchObject({ recordId: wrong.id, reason: 'Wrong child' })
    expect(
      await inTransaction(db, (trx) => createRecord(trx, scope, 'suspension', aSuspension(child), change)),
    ).toBe('ok')
  })

  it('changed by two people at once is changed by one of them, whoever is first', async () => {
    const database = await open()
    const { db, scope, child } = await setUp(database)
    const other = await open(database.target)
    const rounds = 10
    for (let version = 1; version <= rounds; version++) {
      const outcomes = await Promise.all(
        [db, other.db].map((each, i) =>
          inTransaction(each, (trx) =>
            correctRecord(trx, scope, 'child', child.id, version, { surname: `${version}-${i}` }, change),
          ),
        ),
      )
      expect(outcomes.toSorted()).toEqual(['ok', 'stale'])
    }
    expect(await recordHistoryOf(db, scope, [child.id]).execute()).toHaveLength(rounds + 1)
  })

  it('and its history are written together or not at all', async () => {
    const { db, scope, schoolId, child } = await setUp(await open())
    await expect(
      inTransaction(db, async (trx) => {
        await createRecord(trx, scope, 'suspension', aSuspension(child), change)
        await sql`select * from there_is_no_such_table`.execute(trx)
      }),
    ).rejects.toThrow()
    expect(await suspensionsOfSchool(db, scope, schoolId).execute()).toEqual([])
    expect(await auditEventsOfChild(db, scope, child.id).execute()).toHaveLength(1)
  })
})

describeBothDatabases('many records', (open) => {
  const importRunId = 'run-1'
  const imported = { ...change, importRunId }

  const anImport = async (database: OpenDatabase, count: number) => {
    const { db } = database
    const school = await aSchool(db)
    const children = Array.from({ length: count }, (_, i) =>
      aChild(school.schoolId, { surname: `Child ${i}` }),
    )
    const run = {
      id: importRunId,
      schoolId: school.schoolId,
      startedAt: at,
      finishedAt: at,
      changedBy: 'Sam',
    }
    await inTransaction(db, async (trx) => {
      await createMany(trx, 'child', children, imported)
      // The run itself comes last: its end is not known before.
      await insertImportRun(trx, { ...run, files: '[]', counts: '{}' }).execute()
    })
    return { db, ...school, children }
  }

  it('of an import are kept with their history, and nothing of them counts as typed', async () => {
    const { db, scope, schoolId } = await anImport(await open(), 1500)
    const held = await childrenOfSchool(db, scope, schoolId).execute()
    expect(held).toHaveLength(1500)
    expect(new Set(held.map(({ typed, version }) => `${version}${typed}`))).toEqual(new Set(['1']))
    const ids = held.slice(0, 500).map(({ id }) => id)
    const history = await recordHistoryOf(db, scope, ids).execute()
    expect(history.filter((row) => row.importRunId === importRunId)).toHaveLength(500)
  })

  it('are corrected where they differ alone', async () => {
    const { db, scope, schoolId, children } = await anImport(await open(), 1200)
    const updates = children.map(({ id, surname }, i) => ({
      id,
      changes: { surname: i % 3 ? surname : 'Renamed' },
    }))
    expect(await inTransaction(db, (trx) => updateMany(trx, scope, 'child', updates, imported))).toBe(400)
    const held = await childrenOfSchool(db, scope, schoolId).execute()
    expect(held.filter(({ surname, version }) => surname === 'Renamed' && version === 2)).toHaveLength(400)
    expect(held.filter(({ version }) => version === 1)).toHaveLength(800)
    const [latest] = await recordHistoryOf(db, scope, [children[0]!.id]).execute()
    expect(latest).toMatchObject({
      before: '{"surname":"Child 0"}',
      after: '{"surname":"Renamed"}',
      version: 2,
    })
  })

  it('are all refused when one is not there, removed or out of scope', async () => {
    const database = await open()
    const { db, scope, schoolId, children } = await anImport(database, 3)
    const outside = await setUp(database)
    const update = (id: string) =>
      inTransaction(db, (trx) =>
        updateMany(
          trx,
          scope,
          'child',
          [...children, { id }].map((child) => ({ id: child.id, changes: { surname: 'Renamed' } })),
          imported,
        ),
      )
    await expect(update('nobody')).rejects.toThrow('No child nobody to update')
    await expect(update(outside.child.id)).rejects.toThrow('to update')
    expect((await childrenOfSchool(db, scope, schoolId).execute()).map(({ version }) => version)).toEqual([
      1, 1, 1,
    ])
  })
})

describe('a kind of record', () => {
  it('is kept in the table of its name', () => {
    expect(tableOfKind('care-episode')).toBe('careEpisode')
    expect(tableOfKind('child')).toBe('child')
    expect(kindOfTable('careEpisode')).toBe('care-episode')
    expect(kindOfTable('termDate')).toBe('term-date')
  })
})
