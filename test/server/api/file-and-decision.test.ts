import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../db/schema.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { readFiles } from '../../../server/import/read-files.ts'
import { runImport } from '../../../server/import/run-import.ts'
import { aPathway, type Asker, type Pathway } from '../../support/a-pathway.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { anUpn } from '../../support/upn.ts'

const without = { withoutContact: 'Nobody answered.' }
const once = { 'if-match': '"1"' }
const HEADER = 'upn,kind,started_on,start_session,school_days,reasons,decided_at'

describeBothDatabases('a file that tells of a suspension otherwise than people here have decided', (open) => {
  let world: Pathway
  let head: Asker
  let childId: string
  let upn: string
  let made = 0

  beforeAll(async () => {
    world = await aPathway(await open())
    head = await world.as('headteacher')
  })
  beforeEach(async () => {
    childId = await world.another()
    upn = anUpn(8000 + made++)
    await world.db.updateTable('child').set({ upn }).where('id', '=', childId).execute()
  })

  /** Brings in one suspension of the child: `kind,day,session,days`, and the minute of its decision. */
  async function bring(what = 'suspension,2026-03-16,AM,1.5', decidedAt = '') {
    const bytes = Buffer.from(`${HEADER}\n${upn},${what},DB,${decidedAt}\n`)
    const read = await readFiles([{ name: 'suspensions.csv', bytes }])
    const deps = { db: world.db, clock: world.clock, scopeOf: scopeOfSchool, changedBy: 'The office' }
    const outcome = await runImport({ ...deps, schoolId: world.schoolId }, read)
    if (!('plan' in outcome)) throw new Error(outcome.result)
    return { result: outcome.result, notes: outcome.plan.notes.map((note) => note.split(':')[0]) }
  }
  const standing = (): Promise<Pick<Database['suspension'], 'id' | 'startSession' | 'halfDays'>[]> =>
    world.db
      .selectFrom('suspension')
      .select(['id', 'startSession', 'halfDays'])
      .where('childId', '=', childId)
      .where('removedAt', 'is', null)
      .orderBy('startSession')
      .execute()
  const soFar = async () => (await head.get(`/children/${childId}/before-suspending`)).json.soFar
  const takeOut = (id: string) =>
    head.post(`/records/suspension/${id}/remove`, { reason: 'Another child.' }, once)
  async function decided(values: object = {}) {
    const { json } = await world.decide(head, await world.propose(head, childId, { ...values }), without)
    return json.considering.suspensionId as string
  }

  it('each is named by its line', async () => {
    const lines = ['2026-03-16', '2026-03-18', '2026-03-20'].map((day) => `${upn},suspension,${day},AM,1,DB,`)
    const file = { name: 'suspensions.csv', bytes: Buffer.from([HEADER, ...lines].join('\n')) }
    const deps = { db: world.db, clock: world.clock, scopeOf: scopeOfSchool, changedBy: 'The office' }
    const run = async () => runImport({ ...deps, schoolId: world.schoolId }, await readFiles([file]))
    await run()
    for (const { id } of await standing()) await takeOut(id)
    expect(await run()).toMatchObject({
      plan: { notes: [expect.stringMatching(/not counted: lines 2, 3 and 4 of suspensions\.csv\. Correct/)] },
    })
  })

  it('what a file brought in and a person took out as wrong stays out, and the import says so each time', async () => {
    expect(await bring()).toEqual({ result: 'done', notes: [] })
    const [first] = await standing()
    expect((await takeOut(first?.id ?? '')).status).toBe(200)
    for (const _again of [1, 2])
      expect(await bring()).toEqual({
        result: 'nothing',
        notes: ['Taken out here as wrong, so left out and not counted'],
      })
    expect([await standing(), await soFar()]).toEqual([[], []])
    // The file put right at its source tells of another half day.
    expect(await bring('suspension,2026-03-16,PM,1.5')).toEqual({ result: 'done', notes: [] })
  })

  it('what was decided on the page and taken out as wrong stays out, until it is typed anew', async () => {
    const id = await decided()
    const { fields } = (await head.get(`/records/suspension/${id}`)).json
    await takeOut(id)
    expect(await bring()).toMatchObject({ result: 'nothing', notes: [expect.stringMatching(/^Taken out/)] })
    expect(await standing()).toEqual([])
    const { cancelledAt: _at, cancelledReason: _why, ...typed } = fields
    const { status } = await head.post('/records/suspension', { childId, fields: typed })
    expect(status).toBe(201)
    expect((await bring()).notes).toEqual([])
    expect(await standing()).toMatchObject([{ id, halfDays: 3 }])
  })

  it.each([
    ['suspension,2026-03-16,PM,2', 'another half day of the first day'],
    ['suspension,2026-03-17,AM,5', 'half days in common'],
    ['lunchtime,2026-03-16,,0.5', 'another kind on the day'],
    ['permanent,2026-03-16,AM,', 'an exclusion from the day'],
  ])('%s: %s is left out beside what was decided here, and said', async (what) => {
    const id = await decided()
    expect(await bring(what)).toEqual({
      result: 'nothing',
      notes: ['Decided here for the same days otherwise than the file says, so left out'],
    })
    expect(await standing()).toMatchObject([{ id, halfDays: 3 }])
  })

  it('one that begins when the decided one is over goes in', async () => {
    await decided()
    expect(await bring('suspension,2026-03-17,PM,1')).toEqual({ result: 'done', notes: [] })
    expect(await standing()).toHaveLength(2)
  })

  it('what was cancelled here stays cancelled, from the same half day or another one of the day', async () => {
    const id = await decided()
    await head.post(`/suspensions/${id}/cancel`, { reason: 'Further evidence came.' }, once)
    for (const what of ['suspension,2026-03-16,AM,1.5', 'suspension,2026-03-16,PM,1'])
      expect(await bring(what)).toEqual({
        result: 'nothing',
        notes: ['Cancelled here, and stays cancelled'],
      })
    expect(await standing()).toMatchObject([{ id }])
  })

  it('one that lies on half days of another that a file told of goes in, and is said to count twice', async () => {
    await bring()
    expect(await bring('suspension,2026-03-16,PM,1')).toEqual({
      result: 'done',
      notes: ['On half days of another suspension of the child, which then count twice'],
    })
    expect(await standing()).toHaveLength(2)
  })

  it('two that come with one file and share half days go in, and both lines are named once', async () => {
    const rows = ['2026-03-16,AM,2', '2026-03-18,AM,1', '2026-03-17,PM,1'].map(
      (what) => `${upn},suspension,${what},DB,`,
    )
    const bytes = Buffer.from([HEADER, ...rows].join('\n'))
    const deps = { db: world.db, clock: world.clock, scopeOf: scopeOfSchool, changedBy: 'The office' }
    const run = async () =>
      runImport({ ...deps, schoolId: world.schoolId }, await readFiles([{ name: 'suspensions.csv', bytes }]))
    expect(await run()).toMatchObject({
      result: 'done',
      plan: {
        notes: [expect.stringMatching(/count twice: lines 2, 3 and 4 of suspensions\.csv\. Take out/)],
      },
    })
    expect(await run()).toMatchObject({ result: 'nothing', plan: { notes: [] } })
  })

  it('one that a newer file makes longer, into the days of another, is said with it', async () => {
    const rows = (days: number) =>
      [`2026-03-16,AM,${days}`, '2026-03-18,AM,1'].map((what) => `${upn},suspension,${what},DB,`)
    const run = async (days: number) => {
      const bytes = Buffer.from([HEADER, ...rows(days)].join('\n'))
      const deps = { db: world.db, clock: world.clock, scopeOf: scopeOfSchool, changedBy: 'The office' }
      const outcome = await runImport(
        { ...deps, schoolId: world.schoolId },
        await readFiles([{ name: 'suspensions.csv', bytes }]),
      )
      return 'plan' in outcome ? outcome.plan.notes : outcome.result
    }
    expect(await run(2)).toEqual([])
    expect(await run(2.5)).toEqual([expect.stringMatching(/twice: lines 2 and 3 of suspensions\.csv/)])
  })

  it('of a child whom it was decided not to suspend goes in and counts; nobody is counted as kept in school', async () => {
    const stays = async () =>
      (await head.get('/suspensions')).json.notSuspended.some(
        ({ child }: { child: { id: string } }) => child.id === childId,
      ) as boolean
    const proposed = await world.propose(head, childId)
    await world.decide(head, proposed, { decision: 'not-suspended' })
    expect(await stays()).toBe(true)
    // Decided later than that: another event.
    expect(await bring('suspension,2026-03-13,PM,0.5', '2026-03-13T11:00')).toEqual({
      result: 'done',
      notes: [],
    })
    expect(await stays()).toBe(true)
    for (const result of ['done', 'nothing'])
      expect(await bring('suspension,2026-03-16,AM,1.5', '2026-03-13T09:00')).toEqual({
        result,
        notes: ['Decided here not to suspend, and suspended by the file'],
      })
    expect(await stays()).toBe(false)
    const first = (await standing()).find(({ halfDays }) => halfDays === 3)
    await takeOut(first?.id ?? '')
    expect((await bring()).notes).toEqual([expect.stringMatching(/^Taken out here/)])
    expect(await stays()).toBe(true)
  })
})
