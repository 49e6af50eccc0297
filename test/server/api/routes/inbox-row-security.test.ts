import { expect, it } from 'vitest'
import { openDatabase } from '../../../../db/connect.ts'
import { upgrade } from '../../../../server/upgrade.ts'
import { aClock } from '../../../support/a-clock.ts'
import { aPathway } from '../../../support/a-pathway.ts'
import { aTenant } from '../../../support/a-tenant.ts'
import { temporaryFolder } from '../../../support/databases.ts'
import { aCall } from '../../../support/pathway-bodies.ts'

it('a Virtual School reads and answers across schools where PostgreSQL itself gives one school’s rows at a time', async () => {
  const database = await openDatabase(await aTenant(), { connections: 3 })
  try {
    await upgrade(database, { dataDir: temporaryFolder() }, aClock('2026-03-13'))
    const world = await aPathway(database)
    const elsewhere = { schoolId: world.otherSchoolId }
    const teacher = await world.as('designated-teacher', elsewhere)
    const head = await world.as('headteacher', elsewhere)
    const barnet = await world.as('virtual-school-head', { authorityCode: '302' })
    const childId = world.barnetChildElsewhere
    const { id } = await world.propose(teacher, childId)
    await teacher.post(`/considerations/${id}/contacts`, aCall({ withRole: 'social-worker' }))
    const before = (await barnet.get('/news')).json
    expect((await barnet.get('/inbox')).json.items).toMatchObject([
      { id, school: { id: world.otherSchoolId } },
    ])
    expect((await barnet.post(`/inbox/${id}/read`)).json.item.read.by).toBe(barnet.name)
    expect((await barnet.post(`/inbox/${id}/advice`, { words: 'Wait.' })).status).toBe(200)
    expect((await barnet.get('/news')).json).not.toEqual(before)
    expect((await barnet.get(`/children/${childId}/before-suspending`)).status).toBe(200)
    world.clock.later(1)
    const { json } = await teacher.get(`/children/${childId}/before-suspending`)
    const decided = await world.decide(head, json.considering)
    expect([decided.status, decided.json.considering.state]).toEqual([200, 'suspended'])
    const { suspensionId } = decided.json.considering
    expect((await barnet.get(`/suspensions/${suspensionId}`)).json.askedFirst).toBe('before')
    const cancelled = await head.post(
      `/suspensions/${suspensionId}/cancel`,
      { reason: 'New evidence.' },
      { 'if-match': '"1"' },
    )
    expect(cancelled.status).toBe(200)
  } finally {
    await database.close()
  }
})
