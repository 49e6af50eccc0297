import { beforeAll, expect, it } from 'vitest'
import { createLog } from '../../../../server/log.ts'
import { aReporting, type Reader, type Reporting } from '../../../support/a-reporting.ts'
import { describeBothDatabases } from '../../../support/databases.ts'

describeBothDatabases('the life of a report to governors', (open) => {
  let world: Reporting
  let teacher: Reader
  let head: Reader
  let lead: Reader
  let governor: Reader
  const logged: string[] = []

  beforeAll(async () => {
    const log = { ...createLog('silent'), error: (line: object) => void logged.push(JSON.stringify(line)) }
    world = await aReporting(await open(), { log })
    teacher = await world.as('designated-teacher')
    head = await world.as('headteacher')
    lead = await world.as('safeguarding-lead')
    governor = await world.as('governor')
  }, 120_000)

  const kept = (id: string) =>
    world.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  /** How a picture that brings its letters along begins to tell of them. */
  const ownFont = 'src:url(data:font/woff2;base64,d09GMg'
  const files = ['', '/report.pdf', '/tables.csv', '/tables.xlsx']
  const allOf = async (who: Reader, id: string) => {
    const { json } = await who.get(`/reports/${id}`)
    const charts = json.document.sections.flatMap((section: { charts: { name: string }[] }) =>
      section.charts.map(({ name }) => `/charts/${name}.svg`),
    ) as string[]
    expect(charts.length).toBeGreaterThan(0)
    const found: string[] = []
    for (const path of [...files, ...charts]) {
      const { status, bytes } = await who.get(`/reports/${id}${path}`)
      expect([path, status]).toEqual([path, 200])
      if (path.endsWith('.svg')) expect(bytes.includes(ownFont)).toBe(true)
      found.push(bytes.toString('base64'))
    }
    return found
  }

  it('is begun, written, sent, sent back, approved, published and noted', { timeout: 300_000 }, async () => {
    const begun = await teacher.post('/reports', { kind: 'annual', on: '2026-03-13' })
    const { id } = begun.json.report
    expect(begun.json.report).toMatchObject({ state: 'draft', threshold: 5, year: '2025/26', version: 1 })
    const second = await head.post('/reports', { kind: 'annual', on: '2026-03-01' })
    expect([second.status, second.json.code]).toEqual([409, 'open'])
    expect((await lead.post('/reports', { kind: 'annual', on: '2026-03-01' })).status).toBe(403)

    const saved = await teacher.put(`/reports/${id}/words/4`, { words: 'Plans are held early now.' }, 0)
    expect(saved.json).toMatchObject({ section: 4, version: 1, changedBy: teacher.name, warnings: [] })
    const other = await head.put(`/reports/${id}/words/4`, { words: 'Others.' }, 0)
    expect([other.status, other.json.current]).toMatchObject([
      412,
      { words: 'Plans are held early now.', version: 1 },
    ])
    const child = await world.db.selectFrom('child').selectAll().executeTakeFirstOrThrow()
    const naming = await teacher.put(
      `/reports/${id}/words/6`,
      { words: `${child.forename} ${child.surname} came every day.` },
      0,
    )
    expect(naming.json.warnings.length).toBeGreaterThan(0)
    await teacher.put(`/reports/${id}/words/6`, { words: '' }, 1)

    const action = await teacher.post(`/reports/${id}/actions`, {
      text: 'Hold plans early.',
      owner: 'Designated teacher',
      dueOn: null,
    })
    expect(action.json.action).toMatchObject({ text: 'Hold plans early.', version: 1, outcome: null })

    // What is printed of training and of who does what is read as closely as her own words.
    const course = {
      heldOn: '2025-10-01',
      forWhom: 'all-staff',
      title: 'Grief',
      impact: `${child.forename} ${child.surname} talks again.`,
    }
    const fields = { ...course, provider: null, hours: null }
    expect((await teacher.post('/records/training', { fields })).status).toBe(201)
    const ofTraining = (await teacher.get(`/reports/${id}`)).json.mine.words
    expect(ofTraining.find(({ section }: { section: number }) => section === 3)).toMatchObject({
      version: 0,
      warnings: expect.arrayContaining([expect.stringContaining('In the training of 1 October 2025: “')]),
    })
    const beside = await teacher.put(`/reports/${id}/words/3`, { words: 'All were there.' }, 0)
    expect(beside.json.warnings[0]).toContain('In the training of')
    const owned = await teacher.post(`/reports/${id}/actions`, {
      text: 'Ring home.',
      owner: `${child.forename} ${child.surname}’s tutor`,
      dueOn: null,
    })
    expect(owned.json.action.warnings.length).toBeGreaterThan(0)
    expect(
      (await teacher.post(`/report-actions/${owned.json.action.id}/remove`, {}, { 'if-match': '"1"' }))
        .status,
    ).toBe(200)

    const draft = await teacher.get(`/reports/${id}`)
    expect(draft.json.mine.figures.length).toBeGreaterThan(40)
    expect(draft.json.mine.words[1]).toMatchObject({ words: 'Plans are held early now.' })
    const early = draft.json.document.sections.find(({ number }: { number: number }) => number === 4)
    expect(early.words).toBe('Plans are held early now.')
    // Behind each number stand the children whom it counts, for whoever may read of them.
    const { children, of } = draft.json.mine.counted
    const valueOf = (figure: string) =>
      draft.json.mine.figures.find((each: { id: string }) => each.id === figure).value
    expect(of['numbers.now.looked-after']).toHaveLength(valueOf('numbers.now.looked-after'))
    expect(children[of['suspension.half-days.all'][0]]).toEqual({
      id: expect.any(String),
      name: expect.any(String),
    })
    const ofLead = (await lead.get(`/reports/${id}`)).json.mine
    expect(ofLead.counted.of['numbers.now.all']).toEqual(of['numbers.now.all'])
    const ofMoney = ({ id: figure }: { id: string }) => figure.startsWith('money.')
    expect(draft.json.mine.figures.some(ofMoney)).toBe(true)
    expect(ofLead.figures.some(ofMoney)).toBe(false)
    expect(Object.keys(ofLead.counted.of).some((figure) => figure.startsWith('money.'))).toBe(false)
    for (const { isShown, why } of draft.json.mine.figures)
      expect(isShown ? why : typeof why).not.toBe('object')
    const missing = await governor.get('/reports/00000000-0000-4000-8000-000000000000')
    for (const path of files) {
      const unseen = await governor.get(`/reports/${id}${path}`)
      expect([unseen.status, unseen.json]).toEqual([404, missing.json])
    }

    expect((await teacher.step(id, 'approve', 1)).status).toBe(403)
    expect((await head.step(id, 'approve', 1)).json.code).toBe('closed')
    expect((await teacher.step(id, 'send', 1)).json.report).toMatchObject({ state: 'sent', version: 2 })
    expect((await teacher.step(id, 'send', 1)).json.report).toMatchObject({ state: 'sent', version: 2 })
    expect((await teacher.put(`/reports/${id}/words/4`, { words: 'Too late.' }, 1)).status).toBe(409)
    const back = await head.step(id, 'return', 2, { reason: 'Say more of attendance.' })
    expect(back.json.report).toMatchObject({ state: 'draft', returnedReason: 'Say more of attendance.' })
    expect((await teacher.step(id, 'send', 2)).status).toBe(412)
    await teacher.step(id, 'send', 3)
    const approved = await head.step(id, 'approve', 4)
    expect(approved.json.report).toMatchObject({ state: 'approved', isFrozen: true, approvedBy: head.name })
    expect((await governor.get(`/reports/${id}`)).status).toBe(404)
    expect((await head.step(id, 'remove', 5, { reason: 'No.' })).status).toBe(409)
    const published = await teacher.step(id, 'publish', 5, { meetingOn: '2026-03-26' })
    expect(published.json.report).toMatchObject({ state: 'published', meetingOn: '2026-03-26' })
    const noted = await teacher.step(id, 'minute', 6, { on: '2026-03-13', minute: 'Noted.' })
    expect(noted.json.report).toMatchObject({ minutedOn: '2026-03-13', minute: 'Noted.' })

    const { id: actionId, text, owner, dueOn } = action.json.action
    const became = { text, owner, dueOn, outcome: 'done', outcomeNote: 'From January on.' }
    expect((await teacher.put(`/report-actions/${actionId}`, { ...became, text: 'Other.' }, 1)).status).toBe(
      409,
    )
    expect((await teacher.put(`/report-actions/${actionId}`, became, 1)).json.action).toMatchObject({
      outcome: 'done',
      version: 2,
    })

    const list = (await governor.get('/reports')).json
    expect(list.reports).toHaveLength(1)
    expect(list).toMatchObject({ mayWrite: false, mayApprove: false, canStart: [], nil: null })
    expect(list.coming.map(({ what }: { what: string }) => what)).toEqual(['meeting', 'term'])

    const before = await allOf(governor, id)
    const another = await world.as('governor')
    expect(
      (await another.get(`/reports/${id}`)).bytes.equals((await governor.get(`/reports/${id}`)).bytes),
    ).toBe(true)
    expect((await another.get('/reports')).bytes.equals((await governor.get('/reports')).bytes)).toBe(true)
    const page = (await governor.get(`/reports/${id}`)).json
    expect(page.mine).toBeNull()
    expect(JSON.stringify(page)).not.toContain(child.id)
    await world.db
      .updateTable('suspension')
      .set({ cancelledAt: '2026-03-10T09:00', cancelledReason: 'x' })
      .execute()
    await world.db.deleteFrom('pepMeeting').execute()
    await world.db.updateTable('school').set({ name: 'Renamed', revision: 99_999 }).execute()
    world.clock.later(5)
    expect(await allOf(governor, id)).toEqual(before)
    const mine = (await teacher.get(`/reports/${id}`)).json.mine
    expect(mine.since.length).toBeGreaterThan(0)
    expect(mine.since[0]).toMatch(/ in the report, .* as counted today\.$/)

    const events = await world.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('recordId', '=', id)
      .orderBy('seq')
      .execute()
    const looks = events.filter(({ action: what }) => what === 'view')
    expect(looks.filter(({ role }) => role === 'designated-teacher').every(({ childSet }) => childSet)).toBe(
      true,
    )
    const ofGovernors = looks.filter(({ role }) => role === 'governor')
    expect([ofGovernors.length > 0, ofGovernors.some(({ childSet }) => childSet)]).toEqual([true, false])
    expect(events.map(({ action: what }) => what)).toEqual(
      expect.arrayContaining(['report.start', 'report.send', 'report.approve', 'report.publish', 'export']),
    )

    // Somebody with the database's password writes another number into it.
    const row = await kept(id)
    const other2 = row.document!.replace('"threshold":5', '"threshold":4')
    await world.db.updateTable('report').set({ document: other2 }).where('id', '=', id).execute()
    for (const who of [governor, teacher]) {
      const { status, json } = await who.get(`/reports/${id}`)
      expect([status, json.code]).toEqual([409, 'report-changed'])
    }
    expect(logged.filter((line) => line.includes('report.changed'))[0]).toBe(
      JSON.stringify({ event: 'report.changed', reportId: id }),
    )
    await world.db.updateTable('report').set({ document: row.document }).where('id', '=', id).execute()
    expect((await governor.get(`/reports/${id}`)).status).toBe(200)
  })
})
