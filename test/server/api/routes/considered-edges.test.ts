import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NewRecord } from '../../../../db/queries/record-shape.ts'
import type { Database } from '../../../../db/schema.ts'
import { aPathway, type Asker, type Pathway } from '../../../support/a-pathway.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aCall, aDraft } from '../../../support/pathway-bodies.ts'
import { aSuspension, keep } from '../../../support/rows.ts'

const without = { withoutContact: 'Nobody answered.' }

describeBothDatabases('what is considered, when something changes meanwhile', (open) => {
  let world: Pathway
  let head: Asker
  let teacher: Asker
  let barnet: Asker
  let childId: string

  beforeAll(async () => {
    world = await aPathway(await open())
  })
  beforeEach(async () => {
    head = await world.as('headteacher')
    teacher = await world.as('designated-teacher')
    barnet = await world.as('virtual-school-head', { authorityCode: '302' })
    childId = await world.another('302')
  })

  const suspensions = () =>
    world.db.selectFrom('suspension').selectAll().where('childId', '=', childId).execute()
  const itemOf = async (id: string) =>
    (await barnet.get('/inbox')).json.items.find((item: { id: string }) => item.id === id)
  const page = async () => (await head.get(`/children/${childId}/before-suspending`)).json
  const correctChild = (values: Partial<Database['child']>) =>
    world.db.updateTable('child').set(values).where('id', '=', childId).execute()

  /** As a file brings one in: its day, with no minute of a decision. */
  const fromAFile = (values: Partial<NewRecord<'suspension'>> = {}) => {
    const child = { id: childId, schoolId: world.schoolId }
    const row = aSuspension(child, { startedOn: '2026-03-16', decidedAt: null, ...values })
    return keep(world.db, 'suspension', row)
  }

  describe('a child', () => {
    it('who has left is not suspended any more, nor from a day after the last one; deciding against it goes', async () => {
      const proposed = await world.propose(head, childId)
      for (const leftOn of ['2026-03-10', '2026-03-13']) {
        await correctChild({ leftOn })
        const refused = await world.decide(head, proposed, without)
        expect([leftOn, refused.status, refused.json.field]).toEqual([leftOn, 422, 'startedOn'])
      }
      expect(await suspensions()).toEqual([])
      expect((await world.decide(head, proposed, { decision: 'not-suspended' })).status).toBe(200)
    })

    it('that another authority looks after from today on: a call to the one before is none to it', async () => {
      const { id } = await world.propose(head, childId, { happenedAt: '2026-03-12T08:50' })
      const first = async () => (await page()).contacts.find(({ isFirst }: { isFirst: boolean }) => isFirst)
      await head.post(`/considerations/${id}/contacts`, aCall({ contactedAt: '2026-03-12T09:00' }))
      expect(await first()).toMatchObject({ role: 'virtual-school', isDone: true })
      await world.db
        .updateTable('careEpisode')
        .set({ authorityCode: '202', startedOn: '2026-03-13' })
        .where('childId', '=', childId)
        .execute()
      expect(await first()).toMatchObject({ authorityCode: '202', isDone: false, attempts: [] })
    })

    it('that was taken out as wrong is neither decided on nor counted among what nobody has read', async () => {
      const unread = async () => (await barnet.get('/news')).json.unread as number
      const before = await unread()
      const proposed = await world.propose(head, childId)
      expect(await unread()).toBe(before + 1)
      await correctChild({ removedAt: world.clock.now(), removedReason: 'Twice on the list.' })
      expect(await unread()).toBe(before)
      for (const decision of ['suspended', 'not-suspended'])
        expect((await world.decide(head, proposed, { ...without, decision })).status).toBe(404)
    })
  })

  describe('a suspension', () => {
    async function decided() {
      const proposed = await world.propose(head, childId)
      const { json } = await world.decide(head, proposed, without)
      return { ...proposed, suspensionId: json.considering.suspensionId as string }
    }
    const stamp = async () => (await barnet.get('/news')).json.stamp as string
    const once = { 'if-match': '"1"' }

    it('that the headteacher decided is corrected and taken out by the headteacher alone; others add what follows', async () => {
      const { suspensionId } = await decided()
      const path = `/records/suspension/${suspensionId}`
      const { fields } = (await teacher.get(path)).json
      const { cancelledAt: _at, cancelledReason: _why, ...held } = fields
      const longer = await teacher.put(path, { fields: { ...held, halfDays: 9 } }, 1)
      expect([longer.status, longer.json.field ?? longer.json.problems[0].field]).toEqual([422, 'halfDays'])
      const removed = await teacher.post(`${path}/remove`, { reason: 'Never was.' }, once)
      expect(removed.status).toBe(422)
      const asked = { representations: true, representationsOn: '2026-03-13' }
      expect((await teacher.put(path, { fields: { ...held, ...asked } }, 1)).status).toBe(200)
      expect((await head.put(path, { fields: { ...held, ...asked, reasons: ['VA'] } }, 2)).status).toBe(200)
      const [row] = await suspensions()
      expect(row).toMatchObject({ reasons: 'VA', representations: 1, removedAt: null, version: 3 })
    })

    it('that was taken out as wrong is shown as decided to nobody, and another can be decided', async () => {
      const { id, suspensionId } = await decided()
      expect((await page()).title).toBe('Alex is suspended.')
      const before = await stamp()
      await head.post(`/records/suspension/${suspensionId}/remove`, { reason: 'Another child.' }, once)
      expect(await stamp()).not.toBe(before)
      const { considering, title } = await page()
      expect([considering, title]).toEqual([null, 'Before you suspend Alex, ring Barnet.'])
      expect((await itemOf(id)).words).toBe('A suspension was recorded, and taken out again as wrong.')
      const anew = await world.decide(head, await world.propose(head, childId), without)
      expect([anew.status, anew.json.considering.state]).toEqual([200, 'suspended'])
    })

    it('that was cancelled says so where it was considered, and to the Virtual School', async () => {
      const { id, suspensionId } = await decided()
      const before = await stamp()
      await head.post(`/suspensions/${suspensionId}/cancel`, { reason: 'New evidence.' }, once)
      expect(await stamp()).not.toBe(before)
      expect((await page()).considering).toBe(null)
      expect((await itemOf(id)).words).toBe(
        'Suspended: 1.5 school days from Mon 16 March. Decided before everybody was asked. Cancelled on Fri 13 March.',
      )
      const anew = await world.decide(head, await world.propose(head, childId), without)
      expect([anew.status, anew.json.considering.state]).toEqual([200, 'suspended'])
      expect((await suspensions()).filter(({ cancelledAt }) => cancelledAt === null)).toHaveLength(1)
    })

    it('that was corrected is shown to the Virtual School as it is now', async () => {
      const { id, suspensionId } = await decided()
      const { fields } = (await head.get(`/records/suspension/${suspensionId}`)).json
      const { cancelledAt: _at, cancelledReason: _why, ...typed } = fields
      const corrected = await head.put(
        `/records/suspension/${suspensionId}`,
        { fields: { ...typed, halfDays: 2 } },
        1,
      )
      expect(corrected.status).toBe(200)
      expect((await itemOf(id)).words).toContain('Suspended: 1 school day from Mon 16 March.')
    })

    it('that a file brought in first is the one decided on: counted once, and no later file changes it unasked', async () => {
      const began = { startedOn: '2026-03-13', startSession: 'AM', halfDays: 60 } as const
      await fromAFile({ ...began, reasons: 'DB' })
      const proposed = await world.propose(head, childId, began)
      const { consequences } = await page()
      expect([consequences.refusal, consequences.term.before, consequences.year.before]).toEqual([null, 0, 0])
      expect(consequences.note).toBe(null)
      expect((await itemOf(proposed.id)).words).toMatch(/, 30 in the year\.$/)
      expect((await world.decide(head, proposed, without)).status).toBe(200)
      const [kept, ...more] = await suspensions()
      expect([kept?.considerationId, more]).toEqual([proposed.id, []])
      expect(kept?.typed.split(';')).toEqual(
        expect.arrayContaining(['decidedAt', 'halfDays', 'reasons', 'startedOn']),
      )
    })

    it('of another school from the same day is not taken for this one', async () => {
      const proposed = await world.propose(head, childId)
      await fromAFile({ atOtherSchool: 1 })
      const refused = await world.decide(head, proposed, without)
      expect([refused.status, refused.json.code]).toEqual([409, 'duplicate'])
      expect(await suspensions()).toMatchObject([{ atOtherSchool: 1, considerationId: null, halfDays: 2 }])
      expect((await page()).considering.state).toBe('open')
    })
  })

  describe('an exam that is said to be missed', () => {
    it('on none of its days is put right before it is decided', async () => {
      const exam = { missesExam: true, examOn: '2026-03-18' }
      const proposed = await world.propose(head, childId, exam)
      const { consequences } = await page()
      expect(consequences.note).toBe('The exam on Wed 18 March is on none of its days: none would be missed.')
      const refused = await world.decide(head, proposed, without)
      expect([refused.status, refused.json.field]).toEqual([422, 'examOn'])
      expect(await suspensions()).toEqual([])
      const longer = await world.propose(head, childId, { ...exam, halfDays: 5 })
      expect((await world.decide(head, longer, without)).status).toBe(200)
      expect(await suspensions()).toMatchObject([{ missesExam: 1, examOn: '2026-03-18' }])
    })

    it('is none at lunchtimes, whatever was said before the kind was changed', async () => {
      const lunch = { kind: 'lunchtime', startSession: null, missesExam: true, examOn: null }
      const proposed = await world.propose(head, childId, lunch)
      expect((await world.decide(head, proposed, without)).status).toBe(200)
      expect(await suspensions()).toMatchObject([{ kind: 'lunchtime', missesExam: null, examOn: null }])
    })
  })

  describe('deciding', () => {
    it('on a day of a wrong year, or on what is still to happen, names the field', async () => {
      for (const [field, value] of [
        ['startedOn', '2062-03-16'],
        ['happenedAt', '2026-12-01T10:00'],
      ] as const) {
        const proposed = await world.propose(head, childId, { [field]: value })
        const refused = await world.decide(head, proposed, without)
        expect([refused.status, refused.json.field]).toEqual([422, field])
      }
      expect(await suspensions()).toEqual([])
    })

    it('keeps a reason that was sent twice once', async () => {
      const proposed = await world.propose(head, childId, { reasons: ['DB', 'PA', 'DB'] })
      await world.decide(head, proposed, without)
      expect((await suspensions()).map(({ reasons }) => reasons)).toEqual(['DB;PA'])
    })

    it('knows no call before the day on which it happened, nor of a week before where that is not said', async () => {
      const { id, version } = await world.propose(teacher, childId)
      const call = async (contactedAt: string) => {
        const { status } = await teacher.post(`/considerations/${id}/contacts`, aCall({ contactedAt }))
        return status
      }
      expect(await call('2026-03-12T23:59')).toBe(422)
      expect(await call('2026-03-13T00:00')).toBe(200)
      const unsaid = { fields: aDraft({ happenedAt: null }) }
      expect((await teacher.put(`/considerations/${id}`, unsaid, version)).status).toBe(200)
      expect(await call('2026-03-05T23:59')).toBe(422)
      expect(await call('2026-03-06T00:00')).toBe(200)
    })

    it('on what happened after the last call: that one was about something else, before the decision and after it', async () => {
      const { id, version } = await world.propose(head, childId, { happenedAt: null })
      const call = aCall({ contactedAt: '2026-03-12T09:00' })
      for (const withRole of ['virtual-school', 'social-worker'])
        await head.post(`/considerations/${id}/contacts`, { ...call, withRole })
      expect((await page()).contacts[0]).toMatchObject({ isDone: true })
      const saved = await head.put(`/considerations/${id}`, { fields: aDraft() }, version)
      expect((await page()).contacts[0]).toMatchObject({ isDone: false, attempts: [] })
      const { considering } = saved.json
      const refused = await world.decide(head, considering)
      expect([refused.status, refused.json.code]).toEqual([422, 'contact-first'])
      const { json } = await world.decide(head, considering, without)
      const after = await head.get(`/suspensions/${json.considering.suspensionId}`)
      expect(after.json).toMatchObject({ askedFirst: 'never', withoutContact: 'Nobody answered.' })
    })
  })

  describe('a child whom no authority looks after any more', () => {
    const FIRST = /with the agreement of a parent or carer alone/
    const first = async (id: string, values: Readonly<Record<string, unknown>>) => {
      const { status, json } = await teacher.post(`/considerations/${id}/contacts`, aCall(values))
      return [status, json.field ?? null]
    }
    const agreed = { withRole: 'parent', agreedBy: 'Pat Example' }

    beforeEach(async () => {
      await world.db
        .updateTable('careEpisode')
        .set({ status: 'previously-cla' })
        .where('childId', '=', childId)
        .execute()
    })

    it('is spoken of to the Virtual School once a parent or carer has agreed, and not before', async () => {
      const { id } = await world.propose(teacher, childId)
      for (const outcome of ['reached', 'message-left', 'no-answer'])
        expect(await first(id, { outcome })).toEqual([422, 'withRole'])
      expect(await first(id, { ...agreed, outcome: 'message-left' })).toEqual([422, 'agreedBy'])
      expect(await first(id, { ...agreed, withRole: 'social-worker' })).toEqual([422, 'agreedBy'])
      expect(await first(id, { withRole: 'parent' })).toEqual([200, null])
      expect(await first(id, {})).toEqual([422, 'withRole'])
      expect(await first(id, { ...agreed, contactedAt: '2026-03-13T09:10' })).toEqual([200, null])
      expect(await first(id, { contactedAt: '2026-03-13T09:09' })).toEqual([422, 'withRole'])
      expect(await first(id, { contactedAt: '2026-03-13T09:10' })).toEqual([200, null])
      const step = (await page()).contacts.find(({ role }: { role: string }) => role === 'virtual-school')
      expect(step).toMatchObject({
        agreed: { by: 'Pat Example', role: 'parent', at: '2026-03-13T09:10' },
        isDone: true,
      })
    })

    it('is spoken of no more once it is withdrawn, and both stay on record', async () => {
      const { id } = await world.propose(teacher, childId)
      const at = (minute: string) => ({ contactedAt: `2026-03-13T${minute}` })
      const refuses = { withRole: 'parent', refusedBy: 'Pat Example' }
      expect(await first(id, { ...agreed, ...at('09:05') })).toEqual([200, null])
      for (const wrong of [
        { outcome: 'no-answer' },
        { withRole: 'social-worker' },
        { agreedBy: 'Pat Example' },
      ])
        expect(await first(id, { ...refuses, ...wrong })).toEqual([422, 'refusedBy'])
      expect(await first(id, { ...refuses, ...at('09:20') })).toEqual([200, null])
      const step = async () =>
        (await page()).contacts.find(({ role }: { role: string }) => role === 'virtual-school')
      expect(await step()).toMatchObject({ agreed: null, phone: null, withdrawnAt: '2026-03-13T09:20' })
      expect(await first(id, at('09:25'))).toEqual([422, 'withRole'])
      // What was done while it was agreed may still be recorded.
      expect(await first(id, at('09:10'))).toEqual([200, null])
      const parent = (await page()).contacts.find(({ role }: { role: string }) => role === 'parent')
      expect(
        parent.attempts.map(({ agreedBy, refusedBy }: Record<string, unknown>) => [agreedBy, refusedBy]),
      ).toEqual([
        [null, 'Pat Example'],
        ['Pat Example', null],
      ])
      expect(await first(id, { ...agreed, ...at('09:28') })).toEqual([200, null])
      expect(await first(id, at('09:28'))).toEqual([200, null])
      expect(await step()).toMatchObject({ agreed: { at: '2026-03-13T09:28' }, withdrawnAt: null })
    })

    it('is recorded on its page as spoken of with who agreed, or with why it was without', async () => {
      const fields = {
        withRole: 'virtual-school',
        purpose: 'other',
        suspensionId: null,
        contactedAt: '2026-03-12T09:00',
        how: 'phone',
        outcome: 'reached',
        madeBy: null,
        agreedBy: null,
        note: null,
      }
      const kept = async (more: object) => {
        const { status, json } = await teacher.post('/records/contact', {
          childId,
          fields: { ...fields, ...more },
        })
        return [status, json.problems?.[0] ?? json]
      }
      expect(await kept({})).toMatchObject([
        422,
        { field: 'agreedBy', message: expect.stringMatching(FIRST) },
      ])
      expect((await kept({ agreedBy: 'Pat Example' }))[0]).toBe(201)
      expect((await kept({ note: 'Rung before anybody thought of it.' }))[0]).toBe(201)
      // Looked after on the day of the call.
      const held = { startedOn: '2025-01-06', endedOn: '2026-03-12', authorityCode: '302' }
      await world.db
        .updateTable('careEpisode')
        .set({ status: 'cla', ...held })
        .where('childId', '=', childId)
        .execute()
      expect((await kept({}))[0]).toBe(201)
      expect((await kept({ contactedAt: '2026-03-13T09:00' }))[0]).toBe(422)
    })
  })

  it('shows who is around the child, and that stands in the record of who looked', async () => {
    await head.get(`/children/${childId}/before-suspending`)
    const [seen] = await world.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('accountId', '=', head.accountId)
      .where('route', '=', 'GET /api/children/:id/before-suspending')
      .execute()
    expect(seen?.dataClasses).toBe('1;2;3;4;5;6;8;17')
  })

  describe('the suspensions of an earlier day', () => {
    it('do not hold what was opened later', async () => {
      const { id } = await world.propose(teacher, childId)
      const ids = async (on = '') =>
        (await head.get(`/suspensions${on}`)).json.considered.map((each: { id: string }) => each.id)
      expect(await ids()).toContain(id)
      expect(await ids('?on=2026-03-12')).toEqual([])
    })
  })

  describe('a demonstration on a Sunday', () => {
    it('decides as on the school day that it shows, so that its pages know of it', async () => {
      const set = (demonstration: 0 | 1) =>
        world.db.updateTable('school').set({ demonstration }).where('id', '=', world.schoolId).execute()
      await set(1)
      try {
        world.clock.later(2 * 24 * 60)
        head = await world.as('headteacher')
        barnet = await world.as('virtual-school-head', { authorityCode: '302' })
        const proposed = await world.propose(
          head,
          childId,
          aDraft({ startedOn: '2026-03-13', startSession: 'PM' }),
        )
        await barnet.post(`/inbox/${proposed.id}/advice`, { words: 'Wait.' })
        await head.post(`/considerations/${proposed.id}/contacts`, aCall({ withRole: 'social-worker' }))
        world.clock.later(1)
        const { status, json } = await world.decide(head, proposed)
        expect([status, json.considering.decidedAt.slice(0, 10)]).toEqual([200, '2026-03-13'])
        const { suspensionId } = json.considering
        const seen = await head.get(`/suspensions/${suspensionId}`)
        expect([seen.json.askedFirst, seen.json.cancel.may]).toEqual(['before', true])
        expect(seen.json.tasks.length).toBeGreaterThan(0)
        expect((await page()).considering.state).toBe('suspended')
        const once = { 'if-match': '"1"' }
        const cancelled = await head.post(`/suspensions/${suspensionId}/cancel`, { reason: 'Wrong.' }, once)
        expect(cancelled.json.cancelledAt.slice(0, 10)).toBe('2026-03-13')
      } finally {
        await set(0)
      }
    })
  })
})
