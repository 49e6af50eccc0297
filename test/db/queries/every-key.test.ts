import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { isUniqueViolation } from '../../../db/dialect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { createMany } from '../../../db/queries/record-many.ts'
import type { NewRecord, RecordTable } from '../../../db/queries/record-shape.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aChild, aConsideration, aSchool, aSuspension, change } from '../../support/rows.ts'

const twice = async <T extends RecordTable>(
  { db }: OpenDatabase,
  table: T,
  one: NewRecord<T>,
  other: Partial<NewRecord<T>>,
) => {
  const make = (record: NewRecord<T>) => inTransaction(db, (trx) => createMany(trx, table, [record], change))
  await make(one)
  return make({ ...one, id: crypto.randomUUID(), ...other }).then(
    () => 'kept',
    (error: unknown) => (isUniqueViolation(error) ? 'the same' : String(error)),
  )
}

describeBothDatabases('the key of', (open) => {
  const setUp = async () => {
    const database = await open()
    const { schoolId } = await aSchool(database.db)
    const child = aChild(schoolId)
    await inTransaction(database.db, (trx) => createMany(trx, 'child', [child], change))
    const other = await aSchool(database.db)
    return { database, schoolId, child, of: { id: crypto.randomUUID(), schoolId, childId: child.id }, other }
  }

  it('a child is school and pupil number', async () => {
    const { database, schoolId, other } = await setUp()
    expect(await twice(database, 'child', aChild(schoolId), {})).toBe('the same')
    expect(await twice(database, 'child', aChild(schoolId), { upn: 'another' })).toBe('kept')
    expect(await twice(database, 'child', aChild(schoolId), { schoolId: other.schoolId })).toBe('kept')
  })

  it('a care episode is child, status and first day', async () => {
    const { database, of } = await setUp()
    const plan = {
      status: 'cin-plan',
      startedOn: '2026-01-05',
      endedOn: null,
      authorityCode: null,
      detail: null,
      detailShared: 0,
    } as const
    expect(await twice(database, 'careEpisode', { ...of, ...plan }, { endedOn: '2026-02-01' })).toBe(
      'the same',
    )
    const later = { ...of, ...plan, id: 'b', startedOn: '2026-02-05' }
    expect(await twice(database, 'careEpisode', later, { status: 'cp-plan' })).toBe('kept')
  })

  it('a PEP meeting is child and day', async () => {
    const { database, of } = await setUp()
    const meeting: NewRecord<'pepMeeting'> = {
      ...of,
      askedOn: null,
      heldOn: '2026-01-20',
      completedOn: null,
      quality: null,
      attended: 'carer;social-worker',
      childViews: 1,
      childWords: null,
    }
    expect(await twice(database, 'pepMeeting', meeting, { quality: 'green' })).toBe('the same')
    expect(
      await twice(
        database,
        'pepMeeting',
        { ...meeting, id: 'b', heldOn: '2026-01-21' },
        { heldOn: '2026-01-22' },
      ),
    ).toBe('kept')
  })

  it('a suspension is child, kind, first day and session, where two blank sessions are the same', async () => {
    const { database, child } = await setUp()
    const lunch = aSuspension(child, { kind: 'lunchtime', startSession: null })
    expect(await twice(database, 'suspension', lunch, { halfDays: 1 })).toBe('the same')
    expect(await twice(database, 'suspension', aSuspension(child), {})).toBe('the same')
    const next = aSuspension(child, { startedOn: '2026-02-02' })
    expect(await twice(database, 'suspension', next, { startSession: 'PM' })).toBe('kept')
  })

  it('what is considered is the child, while it is open', async () => {
    const { database, child } = await setUp()
    const open = aConsideration(child)
    const decided = { state: 'not-suspended', decidedAt: '2026-03-13T09:00', decidedBy: 'Head' } as const
    expect(await twice(database, 'consideration', open, { openedAt: '2026-03-14T08:40:00.000Z' })).toBe(
      'the same',
    )
    expect(await twice(database, 'consideration', aConsideration(child, decided), decided)).toBe('kept')
  })

  it('a suspension is what was considered before it, where it came from that', async () => {
    const { database, child } = await setUp()
    const { id: considerationId, ...rest } = aConsideration(child)
    await inTransaction(database.db, (trx) =>
      createMany(trx, 'consideration', [{ id: considerationId, ...rest }], change),
    )
    const decided = aSuspension(child, { considerationId })
    expect(await twice(database, 'suspension', decided, { startedOn: '2026-02-02' })).toBe('the same')
    const next = aSuspension(child, { startedOn: '2026-02-09' })
    expect(await twice(database, 'suspension', next, { startedOn: '2026-02-23' })).toBe('kept')
  })

  it('a term date is school, kind and first day', async () => {
    const { database, schoolId } = await setUp()
    const term = {
      id: 'a',
      schoolId,
      kind: 'term',
      name: 'Autumn',
      firstDay: '2025-09-03',
      lastDay: '2025-12-19',
    } as const
    expect(await twice(database, 'termDate', term, { name: 'Another' })).toBe('the same')
    expect(
      await twice(database, 'termDate', { ...term, id: 'b', kind: 'inset' }, { firstDay: '2025-09-04' }),
    ).toBe('kept')
  })
})
