import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { upsertAttendanceYears } from '../../../db/queries/attendance-year.ts'
import { insertImportRun } from '../../../db/queries/import-run.ts'
import type { NewRecord, RecordTable } from '../../../db/queries/record-shape.ts'
import { removeRecord } from '../../../db/queries/record.ts'
import type { Database } from '../../../db/schema.ts'
import { academicYear } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { childFactsInBlocks, loadChildFacts } from '../../../server/facts/load-child-facts.ts'
import { loadTold, loadToldOfYear } from '../../../server/facts/load-told.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { aRegister } from '../../support/build/child-rows.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import {
  aChild,
  aConsideration,
  aroundSuspension,
  aSchool,
  aSuspension,
  at,
  change,
  keep,
} from '../../support/rows.ts'

const on = isoDate('2026-03-13')
const calendar = aCalendar()

const importRun = (schoolId: string, ...sources: readonly string[]): Database['importRun'] => ({
  id: crypto.randomUUID(),
  schoolId,
  startedAt: at,
  finishedAt: at,
  changedBy: change.changedBy,
  files: JSON.stringify(sources.map((source) => ({ name: `${source}.csv`, source, sha256: '00', rows: 0 }))),
  counts: '[]',
})

describeBothDatabases('facts of a school’s children', (open) => {
  it('join what is kept about each child', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const child = aChild(schoolId)
    const suspension = aSuspension(child, { startedOn: '2026-03-11', decidedAt: '2026-03-10T14:00' })
    await keep(db, 'child', child)
    await keep(db, 'careEpisode', {
      id: crypto.randomUUID(),
      schoolId,
      childId: child.id,
      status: 'cla',
      startedOn: '2025-05-12',
      endedOn: null,
      authorityCode: 'X01',
      detail: null,
      detailShared: 0,
    })
    await keep(db, 'pepMeeting', {
      id: crypto.randomUUID(),
      schoolId,
      childId: child.id,
      askedOn: null,
      heldOn: '2026-02-03',
      completedOn: '2026-02-10',
      quality: 'green',
      attended: 'social-worker;carer',
      childViews: 1,
      childWords: null,
    })
    await keep(db, 'suspension', suspension)
    await keep(db, 'contact', {
      id: crypto.randomUUID(),
      schoolId,
      childId: child.id,
      suspensionId: suspension.id,
      considerationId: null,
      withRole: 'virtual-school',
      purpose: 'before-suspension',
      contactedAt: '2026-03-10T09:00',
      how: 'phone',
      madeBy: null,
      outcome: 'reached',
      note: null,
      agreedBy: null,
      refusedBy: null,
    })
    await keep(db, 'person', {
      id: crypto.randomUUID(),
      schoolId,
      childId: child.id,
      role: 'carer',
      name: 'Jo Invented',
      organisation: null,
      phone: null,
      email: null,
      parentalResponsibility: 'no',
      doNotContact: 0,
      doNotContactReason: null,
      startedOn: null,
      endedOn: null,
    })
    const { marks } = aRegister(calendar, { '2026-03-11 AM': 'E', '2026-03-11 PM': 'E' })
    await upsertAttendanceYears(db, [
      { id: crypto.randomUUID(), schoolId, childId: child.id, academicYear: '2025/26', marks },
    ])

    const [facts] = await loadChildFacts(db, scope, { schoolId, on, calendar, ownAuthority: 'X01' })
    expect(facts?.identity).toMatchObject({ childId: child.id, onRoll: true, age: 10 })
    expect(facts?.care?.authorityNow).toMatchObject({
      name: 'Nowhereshire',
      virtualSchoolPhone: '01632 960001',
    })
    expect(facts?.pep?.meetings).toMatchObject([{ counted: true, childViews: true }])
    expect(facts?.suspension?.rows).toMatchObject([
      { contacted: { vsh: '2026-03-10T09:00', socialWorker: null } },
    ])
    expect(facts?.attendance?.suspendedSessions.map(({ code }) => code)).toEqual(['E', 'E'])
    expect(facts?.person).toMatchObject([{ role: 'carer', hasPhone: false }])
  })

  it('join what is kept around a suspension, each to its own child', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const [child, other] = [aChild(schoolId), aChild(schoolId)]
    await keep(db, 'child', child, other)
    const from = aConsideration(child, {
      state: 'suspended',
      decidedAt: '2026-01-12T09:10',
      decidedBy: 'Sam Head',
      kind: 'suspension',
      startedOn: '2026-01-12',
      withoutContact: 'Nobody answered.',
    })
    await keep(db, 'consideration', from)
    const suspension = aSuspension(child, { considerationId: from.id })
    await keep(db, 'suspension', suspension, aSuspension(other))
    const around = aroundSuspension(child, { suspensionId: suspension.id })
    const kept = Object.entries(around).filter(([table]) => !['consideration', 'advice'].includes(table))
    for (const [table, row] of kept) await keep(db, table as RecordTable, row as NewRecord<RecordTable>)

    const facts = await loadChildFacts(db, scope, { schoolId, on, calendar, ownAuthority: 'X01' })
    const of = (id: string) => facts.find(({ identity }) => identity.childId === id)!
    expect(of(child.id).suspension?.rows).toMatchObject([
      {
        decidedHere: true,
        withoutContact: 'Nobody answered.',
        provisions: [{ what: 'education' }],
        boardMeetings: [{ meetsOn: '2026-01-28' }],
        reviewPanel: { boardDecisionToldOn: '2026-01-29' },
        reintegration: { offeredOn: '2026-01-12' },
      },
    ])
    expect(of(other.id).suspension?.rows).toMatchObject([
      {
        decidedHere: true,
        considered: false,
        provisions: [],
        boardMeetings: [],
        reviewPanel: null,
        reintegration: null,
      },
    ])
    const recordedHere = [
      'intervention',
      'offSiteDirection',
      'managedMove',
      'partTimeTimetable',
      'safeguardingSeparation',
      'unlawfulExclusion',
      'restrictiveIntervention',
    ] as const
    for (const kind of recordedHere) {
      expect([kind, of(child.id)[kind].map(({ id }) => id)]).toEqual([kind, [around[kind].id]])
      expect([kind, of(other.id)[kind]]).toEqual([kind, []])
    }
  })

  it('leave out what a person removed', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const child = aChild(schoolId)
    const [wrong, right] = [aSuspension(child, { startedOn: '2026-03-09' }), aSuspension(child)]
    await keep(db, 'child', child)
    await keep(db, 'suspension', wrong, right)
    await inTransaction(db, (trx) =>
      removeRecord(trx, scope, 'suspension', wrong.id, 1, { ...change, reason: 'Another child' }),
    )
    const { provision } = aroundSuspension(child, { suspensionId: right.id })
    await keep(db, 'provision', provision as NewRecord<'provision'>)
    await inTransaction(db, (trx) =>
      removeRecord(trx, scope, 'provision', provision.id, 1, { ...change, reason: 'Another child' }),
    )
    const [facts] = await loadChildFacts(db, scope, { schoolId, on, calendar, ownAuthority: 'X01' })
    expect(facts?.suspension?.rows.map(({ id, provisions }) => [id, provisions])).toEqual([[right.id, []]])
  })

  it('are those of the children asked for, of this school and in scope', async () => {
    const { db } = await open()
    const ours = await aSchool(db)
    const theirs = await aSchool(db)
    const [one, two, other] = [aChild(ours.schoolId), aChild(ours.schoolId), aChild(theirs.schoolId)]
    await keep(db, 'child', one, two, other)
    const idsOf = async (request: { schoolId: string; childIds?: readonly string[] }) => {
      const facts = await loadChildFacts(db, ours.scope, { on, calendar, ownAuthority: 'X01', ...request })
      return facts.map(({ identity }) => identity.childId).toSorted()
    }
    const { schoolId } = ours
    expect(await idsOf({ schoolId })).toEqual([one.id, two.id].toSorted())
    expect(await idsOf({ schoolId, childIds: [two.id, other.id] })).toEqual([two.id])
    expect(await idsOf({ schoolId, childIds: [] })).toEqual([])
    expect(await idsOf({ schoolId: theirs.schoolId })).toEqual([])
  })

  it('come in blocks of at most 500 children, by name, each child once', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const children = Array.from({ length: 501 }, (_, place) =>
      aChild(schoolId, { surname: `Invented${String(place).padStart(3, '0')}` }),
    )
    await keep(db, 'child', ...children.toReversed())
    const sizes: number[] = []
    const ids: string[] = []
    for await (const block of childFactsInBlocks(db, scope, {
      schoolId,
      on,
      calendar,
      ownAuthority: 'X01',
    })) {
      sizes.push(block.length)
      ids.push(...block.map(({ identity }) => identity.childId))
    }
    expect(sizes).toEqual([500, 1])
    expect(ids).toEqual(children.map(({ id }) => id))
  })
})

describeBothDatabases('what a school has been told', (open) => {
  it('is nothing at first', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    expect(await loadTold(db, scope, schoolId)).toEqual({
      care: false,
      pep: false,
      suspension: false,
      attendance: false,
    })
  })

  it('is what an import brought, even when the file named no child of the roll', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    await insertImportRun(db, importRun(schoolId, 'children', 'care-episodes')).execute()
    await insertImportRun(db, importRun(schoolId, 'pep-meetings', 'suspensions')).execute()
    expect(await loadTold(db, scope, schoolId)).toMatchObject({ care: true, pep: true, suspension: true })
  })

  it('is plans and suspensions when a form recorded the first of them, but care only of that child', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const [told, untold] = [aChild(schoolId), aChild(schoolId)]
    await keep(db, 'child', told, untold)
    await keep(db, 'suspension', aSuspension(told))
    await keep(db, 'careEpisode', {
      id: crypto.randomUUID(),
      schoolId,
      childId: told.id,
      status: 'cin-plan',
      startedOn: '2025-05-12',
      endedOn: null,
      authorityCode: null,
      detail: null,
      detailShared: 0,
    })
    const facts = await loadChildFacts(db, scope, { schoolId, on, calendar, ownAuthority: 'X01' })
    const of = (id: string) => facts.find(({ identity }) => identity.childId === id)
    expect(of(untold.id)).toMatchObject({ care: null, pep: null, suspension: { rows: [] } })
    expect(of(told.id)?.care?.now.cin).toBe(true)
  })

  it('of suspensions reaches back to the year of the first of them, or of the file that came', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const known = async () => {
      const years = ['2023/24', '2024/25', '2025/26'].map(academicYear)
      const told = await Promise.all(years.map((year) => loadToldOfYear(db, scope, schoolId, year)))
      return told.map(({ suspension }) => suspension)
    }
    expect(await known()).toEqual([false, false, false])
    await insertImportRun(db, importRun(schoolId, 'suspensions')).execute()
    expect(await known()).toEqual([true, true, true])
    const child = aChild(schoolId)
    await keep(db, 'child', child)
    await keep(db, 'suspension', { ...aSuspension(child), startedOn: '2025-09-10' })
    expect(await known()).toEqual([false, false, true])
    const inTime = { ...importRun(schoolId, 'suspensions'), finishedAt: '2025-08-31T22:59:00.000Z' }
    await insertImportRun(db, inTime).execute()
    expect(await known()).toEqual([false, true, true])
    await keep(db, 'suspension', { ...aSuspension(child), startedOn: '2024-07-02' })
    expect(await known()).toEqual([true, true, true])
  })

  it('is not what another school was told', async () => {
    const { db } = await open()
    const ours = await aSchool(db)
    const theirs = await aSchool(db)
    await insertImportRun(db, importRun(theirs.schoolId, 'suspensions')).execute()
    expect((await loadTold(db, ours.scope, ours.schoolId)).suspension).toBe(false)
    expect((await loadTold(db, ours.scope, theirs.schoolId)).suspension).toBe(false)
  })
})
