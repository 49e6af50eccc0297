import { beforeAll, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import type { Role } from '../../../../server/access/permissions.ts'
import { anApp, aSchoolSetUp, type Ask } from '../../../support/an-app.ts'
import { describeBothDatabases } from '../../../support/databases.ts'

const training = {
  heldOn: '2025-11-14',
  forWhom: 'all-staff',
  title: 'Attachment in the classroom',
  provider: null,
  hours: 3,
  impact: null,
}
const money = {
  datedOn: '2026-01-20',
  fund: 'looked-after',
  direction: 'spent',
  pounds: 850,
  onWhat: 'Music lessons',
  impact: null,
}

describeBothDatabases('what is kept of the school', (open) => {
  let database: OpenDatabase
  let ask: Ask
  const as = (role: Role) => anApp(database, '2026-03-13', { as: role }).ask

  beforeAll(async () => {
    database = await open()
    await aSchoolSetUp(database)
    ;({ ask } = anApp(database))
  })

  it.each([
    ['training', training, { hours: 6 }, 'Attachment in the classroom, for all staff'],
    ['premium-money', money, { pounds: 900 }, '£850 spent for looked-after children: Music lessons'],
  ] as const)(
    '%s is recorded, corrected with its history, and removed',
    async (kind, fields, corrected, line) => {
      const address = `/api/records/${kind}`
      const made = await ask('POST', address, { fields })
      expect(made.status).toBe(201)
      expect(made.json).toMatchObject({ childId: null, version: 1, summary: line, fields, withheld: [] })
      const own = `${address}/${made.json.id}`
      expect((await ask('GET', address)).json.records).toEqual([made.json])

      const next = { ...fields, ...corrected }
      expect((await ask('PUT', own, { fields: next }, { 'if-match': '"1"' })).json.version).toBe(2)
      expect((await ask('PUT', own, { fields }, { 'if-match': '"1"' })).status).toBe(412)
      const [latest] = (await ask('GET', own)).json.history
      expect(latest.after).toEqual(corrected)

      const removed = await ask('POST', `${own}/remove`, { reason: 'Typed twice.' }, { 'if-match': '"2"' })
      expect(removed.status).toBe(200)
      expect((await ask('GET', address)).json.records).toEqual([])
      expect((await ask('GET', own)).status).toBe(404)
    },
  )

  it('is of no child', async () => {
    const childId = '00000000-0000-4000-8000-000000000000'
    expect((await ask('POST', '/api/records/training', { childId, fields: training })).json.field).toBe(
      'childId',
    )
    expect((await ask('GET', `/api/records/premium-money?childId=${childId}`)).status).toBe(404)
  })

  it('its money is read by the headteacher and written by the designated teacher', async () => {
    const { json } = await ask('POST', '/api/records/premium-money', { fields: money })
    const head = as('headteacher')
    expect((await head('GET', `/api/records/premium-money/${json.id}`)).json.fields).toEqual(money)
    expect((await head('POST', '/api/records/premium-money', { fields: money })).status).toBe(403)
    expect((await as('safeguarding-lead')('GET', '/api/records/premium-money')).status).toBe(403)
  })

  it('reaches nobody who sees figures or some of its children alone, nor do their forms ask for it', async () => {
    for (const role of ['governor', 'class-staff', 'virtual-school-head', 'education-adviser'] as const)
      for (const kind of ['training', 'premium-money']) {
        const other = as(role)
        expect([role, kind, (await other('GET', `/api/records/${kind}`)).status]).toEqual([role, kind, 403])
        const { kinds } = (await other('GET', '/api/kinds')).json
        expect(kinds.find((one: { kind: string }) => one.kind === kind)).toMatchObject({
          fields: [],
          writable: false,
        })
      }
  })
})
