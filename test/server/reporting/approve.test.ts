import { beforeAll, expect, it } from 'vitest'
import { readFrozen, type KeptSettled } from '../../../server/reporting/frozen.ts'
import { aReporting, type Reader, type Reporting } from '../../support/a-reporting.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const HERTFORDSHIRE = '919'

describeBothDatabases('reports that are frozen beside each other', (open) => {
  let world: Reporting
  let teacher: Reader
  let head: Reader

  beforeAll(async () => {
    world = await aReporting(await open())
    teacher = await world.as('designated-teacher')
    head = await world.as('headteacher')
  }, 120_000)

  const begin = async (kind: 'annual' | 'term', on: string) => {
    const { report } = (await teacher.post('/reports', { kind, on })).json
    return report.id as string
  }
  const kept = (id: string) =>
    world.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  it(
    'see each other, are whole or not at all, and go to each Virtual School',
    { timeout: 300_000 },
    async () => {
      const ids = [await begin('annual', '2026-03-13'), await begin('term', '2025-12-19')]
      for (const id of ids) await teacher.step(id, 'send', 1)

      // The audit is what a step writes last: where it cannot be kept, nothing of the step is.
      await world.db.schema.alterTable('auditEvent').renameTo('audit_event_away').execute()
      const undone = await head.step(ids[0]!, 'approve', 2)
      await world.db.schema.alterTable('audit_event_away').renameTo('audit_event').execute()
      expect(undone.status).toBeGreaterThanOrEqual(500)
      expect(await kept(ids[0]!)).toMatchObject({ state: 'sent', version: 2, document: null, hash: null })

      const both = await Promise.all(ids.map((id) => head.step(id, 'approve', 2)))
      expect(both.map(({ status }) => status)).toEqual([200, 200])
      const rows = await Promise.all(ids.map(kept))
      const settled = rows.map((row) => readFrozen(row).settled) as KeptSettled[]
      for (const each of settled) expect([each.rules.length, each.childIds.length > 0]).toEqual([16, true])

      const barnet = await world.as('virtual-school-head', { authorityCode: HERTFORDSHIRE })
      const nobody = await world.as('virtual-school-head', { authorityCode: '202' })
      expect((await barnet.get('/authority-reports')).json.schools).toEqual([])
      await teacher.step(ids[0]!, 'publish', 3, { meetingOn: null })
      const mine = (await barnet.get('/authority-reports')).json.schools
      expect(mine).toMatchObject([{ reportId: ids[0], kind: 'annual', on: '2026-03-13' }])
      expect((await nobody.get('/authority-reports')).json.schools).toEqual([])
      expect((await nobody.get(`/authority-reports/${ids[0]}`)).status).toBe(404)
      expect((await barnet.get(`/reports/${ids[0]}`)).status).toBe(403)
      expect((await (await world.as('education-adviser')).get('/authority-reports')).status).toBe(403)
      const copy = (await barnet.get(`/authority-reports/${ids[0]}`)).json
      const { copies } = readFrozen(await kept(ids[0]!))
      const own = copies[HERTFORDSHIRE]!
      expect(copy).toMatchObject({ document: own.document, exact: own.exact })
      const now = own.exact.find(({ label }) => label === 'On roll on the day: looked after')
      expect(now?.value).toBeGreaterThan(0)
      expect(now?.value).toBeLessThanOrEqual(own.childIds.length)
      const others = new Set(
        Object.entries(copies).flatMap(([code, each]) => (code === HERTFORDSHIRE ? [] : each.childIds)),
      )
      expect(own.childIds.some((id) => others.has(id))).toBe(false)

      // A line below that of a report governors have would show what that one hides.
      const underWay = await teacher.post('/reports', { kind: 'term', on: '2026-03-13' })
      expect([underWay.status, underWay.json.code]).toEqual([409, 'open'])
      const term = await teacher.step(ids[1]!, 'publish', 3, { meetingOn: null })
      expect(term.json.report).toMatchObject({ state: 'published' })
      const next = await begin('term', '2026-03-13')
      const lower = await teacher.put(`/reports/${next}`, { on: '2026-03-13', threshold: 4 }, 1)
      expect([lower.status, lower.json.field]).toEqual([422, 'threshold'])
      const higher = await teacher.put(`/reports/${next}`, { on: '2026-03-12', threshold: 9 }, 1)
      expect(higher.json.report).toMatchObject({ threshold: 9, on: '2026-03-12', version: 2 })
      expect((await teacher.step(next, 'remove', 2, { reason: 'A try.' })).status).toBe(200)
      expect((await teacher.get(`/reports/${next}`)).status).toBe(404)

      const nil = await teacher.post('/reports/nil')
      expect([nil.status, nil.json.code]).toEqual([409, 'no-nil'])
    },
  )

  it('a school where nobody was looked after tells its own Virtual School alone', async () => {
    await world.db.updateTable('careEpisode').set({ status: 'kinship' }).where('status', '=', 'cla').execute()
    const key = { 'idempotency-key': crypto.randomUUID() }
    const sent = await head.post('/reports/nil', {}, key)
    expect(sent.json.report).toMatchObject({ kind: 'nil', state: 'published', year: '2025/26' })
    expect((await head.post('/reports/nil', {}, key)).json).toEqual(sent.json)
    expect((await head.post('/reports/nil')).json.message).toContain('went to the Virtual School')
    const { id } = sent.json.report
    const own = await world.as('virtual-school-head', { authorityCode: world.school.authorityCode })
    const page = (await own.get(`/authority-reports/${id}`)).json
    expect(page).toMatchObject({
      report: { kind: 'nil' },
      exact: [],
      document: { title: 'Nil return for 2025/26' },
    })
    const elsewhere = await world.as('virtual-school-head', { authorityCode: '302' })
    expect((await elsewhere.get(`/authority-reports/${id}`)).status).toBe(404)
    const governor = await world.as('governor')
    expect((await governor.get(`/reports/${id}`)).status).toBe(404)
    const { reports } = (await governor.get('/reports')).json
    expect(reports.some(({ kind }: { kind: string }) => kind === 'nil')).toBe(false)
    expect((await head.get(`/reports/${id}`)).json.mine.figures).toEqual([])
  })
})
