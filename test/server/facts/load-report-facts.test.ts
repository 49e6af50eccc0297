import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { insertAlertEvents, upsertAlerts } from '../../../db/queries/alert.ts'
import type { NewRecord } from '../../../db/queries/record-shape.ts'
import type { Database } from '../../../db/schema.ts'
import type { AlertEventTable } from '../../../db/tables/alert.ts'
import { scopeOfPost, scopeOfSchool } from '../../../server/access/scope.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { loadReportFacts } from '../../../server/facts/load-report-facts.ts'
import { anAccount } from '../../support/accounts.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aChild, aConsideration, aSchool, aSuspension, keep } from '../../support/rows.ts'

const on = isoDate('2026-03-13')
const calendar = aCalendar()
const id = () => crypto.randomUUID()

type Child = ReturnType<typeof aChild>

const assessment = ({ schoolId, id: childId }: Child, assessedOn: string): NewRecord<'attainment'> => ({
  id: id(),
  schoolId,
  childId,
  assessedOn,
  subject: 'reading',
  expected: 1,
  progress: null,
  note: null,
})

/** An alert with the steps of its life. */
async function keepAlert(
  db: Kysely<Database>,
  { schoolId, id: childId }: Child,
  raisedAt: string,
  ...steps: readonly (readonly [AlertEventTable['step'], string])[]
) {
  const alertId = id()
  const untold = { seenAt: null, answer: null, note: null, askAgainOn: null, closedAt: null, dueOn: null }
  await upsertAlerts(db, [
    {
      id: alertId,
      schoolId,
      childId,
      ruleId: 'pep',
      about: alertId,
      status: 'due',
      state: 'open',
      raisedAt,
      version: 1,
      ...untold,
    },
  ])
  await insertAlertEvents(
    db,
    steps.map(([step, at], i) => ({
      id: `${alertId}.${String(i + 2).padStart(6, '0')}`,
      schoolId,
      alertId,
      at,
      changedBy: 'Sam Teacher',
      step,
      note: null,
    })),
  )
}

describeBothDatabases('what the report may know of a school', (open) => {
  it('is what its children have of the year to the day', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db, { name: 'Invented Primary', phase: 'primary' })
    const [child, left] = [aChild(schoolId), aChild(schoolId, { leftOn: '2025-10-24' })]
    await keep(db, 'child', child, left)
    const days = ['2025-08-31', '2025-09-01', '2026-03-13', '2026-03-14']
    await keep(db, 'attainment', ...days.map((day) => assessment(child, day)))
    const decided = (minute: string) => ({
      state: 'not-suspended' as const,
      decidedAt: minute,
      decidedBy: 'Sam',
    })
    await keep(
      db,
      'consideration',
      aConsideration(child, decided('2026-03-13T23:59')),
      aConsideration(child, decided('2026-03-14T00:00')),
      aConsideration(left, decided('2025-08-31T12:00')),
    )

    const suspended = aChild(schoolId)
    await keep(db, 'child', suspended)
    await keep(db, 'consideration', aConsideration(suspended, decided('2026-03-13T10:00')))
    const allTheSame = { startedOn: '2026-03-13', decidedAt: '2026-03-13T09:00' }
    await keep(db, 'suspension', aSuspension(suspended, allTheSame))

    const facts = await loadReportFacts(db, scope, { schoolId, on, calendar })
    expect(facts).toMatchObject({
      school: { name: 'Invented Primary', phase: 'primary', area: null, authorityCode: 'X01' },
      on,
      year: '2025/26',
      designatedTeacher: null,
    })
    expect(facts!.children).toHaveLength(3)
    const of = (childId: string) => facts!.children.find(({ identity }) => identity.childId === childId)!
    expect(of(child.id).attainment.map(({ assessedOn }) => assessedOn)).toEqual(['2025-09-01', '2026-03-13'])
    expect(of(child.id).considered).toMatchObject([{ decidedOn: '2026-03-13', state: 'not-suspended' }])
    expect(of(suspended.id).considered).toEqual([])
    expect(of(left.id)).toMatchObject({ considered: [], identity: { onRoll: false } })
  })

  it('has alerts by the day in England, answered as they stood on the day of the report', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const child = aChild(schoolId)
    await keep(db, 'child', child)
    // Half an hour into 1 September in England, and half an hour before it.
    await keepAlert(db, child, '2025-08-31T23:30:00.000Z', ['answered', '2025-09-03T10:00:00.000Z'])
    await keepAlert(db, child, '2025-08-31T22:30:00.000Z')
    await keepAlert(
      db,
      child,
      '2026-01-05T06:00:00.000Z',
      ['answered', '2026-01-07T10:00:00.000Z'],
      ['reopened', '2026-02-01T06:00:00.000Z'],
      ['closed', '2026-03-20T06:00:00.000Z'],
    )
    const alertsOn = async (day: string) =>
      (await loadReportFacts(db, scope, { schoolId, on: isoDate(day), calendar }))!.children[0]!.alerts.map(
        ({ raisedOn, answeredOn }) => [raisedOn, answeredOn],
      )
    expect(await alertsOn('2026-01-09')).toEqual([
      ['2025-09-01', '2025-09-03'],
      ['2026-01-05', '2026-01-07'],
    ])
    expect((await alertsOn('2026-03-13')).at(-1)).toEqual(['2026-01-05', null])
    expect((await alertsOn('2026-03-20')).at(-1)).toEqual(['2026-01-05', '2026-03-20'])
    expect(await alertsOn('2025-12-01')).toHaveLength(1)
  })

  it('has alerts of duties alone, not those of what is only to be watched', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const child = aChild(schoolId)
    await keep(db, 'child', child)
    for (const [status, raisedAt] of [
      ['watch', '2026-01-05T06:00:00.000Z'],
      ['breach', '2026-01-06T06:00:00.000Z'],
    ] as const) {
      await keepAlert(db, child, raisedAt)
      await db.updateTable('alert').set({ status }).where('raisedAt', '=', raisedAt).execute()
    }
    const facts = await loadReportFacts(db, scope, { schoolId, on, calendar })
    expect(facts!.children[0]!.alerts).toMatchObject([{ raisedOn: '2026-01-06' }])
  })

  it('has training, money and the designated teacher of the school alone', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const other = await aSchool(db)
    const training = (of: string, heldOn: string, title: string): NewRecord<'training'> => ({
      id: id(),
      schoolId: of,
      heldOn,
      forWhom: 'all-staff',
      title,
      provider: null,
      hours: 3,
      impact: 'Calmer mornings',
    })
    await keep(
      db,
      'training',
      training(schoolId, '2026-01-05', 'Attachment'),
      training(schoolId, '2026-04-20', 'Later'),
      training(other.schoolId, '2026-01-05', 'Elsewhere'),
    )
    const money = (datedOn: string, pounds: number): NewRecord<'premiumMoney'> => ({
      id: id(),
      schoolId,
      datedOn,
      fund: 'looked-after',
      direction: 'received',
      pounds,
      onWhat: null,
      impact: null,
    })
    await keep(db, 'premiumMoney', money('2025-12-01', 2630), money('2025-08-01', 1))
    await anAccount(db, ['designated-teacher'], { name: 'Sam Teacher', schoolId })

    const facts = await loadReportFacts(db, scope, { schoolId, on, calendar })
    expect(facts!.trainings).toEqual([
      { on: '2026-01-05', forWhom: 'all-staff', title: 'Attachment', hours: 3, impact: 'Calmer mornings' },
    ])
    expect(facts!.money).toEqual([
      { on: '2025-12-01', fund: 'looked-after', direction: 'received', pounds: 2630 },
    ])
    expect(facts!.designatedTeacher).toBe('Sam Teacher')
  })

  it('is nothing for a school out of scope, and of the scope’s children alone', async () => {
    const { db } = await open()
    const { schoolId } = await aSchool(db)
    const other = await aSchool(db)
    await keep(db, 'child', aChild(schoolId))
    const request = { schoolId, on, calendar }
    expect(await loadReportFacts(db, other.scope, request)).toBeNull()
    const authority = { id: id(), role: 'virtual-school-head' as const, authorityCode: 'X02' }
    const ofAuthority = await loadReportFacts(db, scopeOfPost(authority, schoolId, on), request)
    expect(ofAuthority!.children).toEqual([])
    expect((await loadReportFacts(db, scopeOfSchool(schoolId), request))!.children).toHaveLength(1)
  })

  it('comes in blocks: more children than one query lists', async () => {
    const { db } = await open()
    const { schoolId, scope } = await aSchool(db)
    const children = Array.from({ length: 1001 }, () => aChild(schoolId))
    await keep(db, 'child', ...children)
    await keep(db, 'attainment', ...children.map((child) => assessment(child, '2026-01-05')))
    const facts = await loadReportFacts(db, scope, { schoolId, on, calendar })
    expect(facts!.children).toHaveLength(1001)
    expect(facts!.children.every(({ attainment }) => attainment.length === 1)).toBe(true)
  })
})
