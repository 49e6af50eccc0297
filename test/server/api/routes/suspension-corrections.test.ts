import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPathway, type Asker, type Pathway } from '../../../support/a-pathway.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aCall } from '../../../support/pathway-bodies.ts'

/** A record of a suspension as its form sends it. */
const typed = (values: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'suspension',
  startedOn: '2026-03-09',
  startSession: 'AM',
  halfDays: 3,
  reasons: ['DB'],
  decidedAt: '2026-03-09T09:00',
  atOtherSchool: false,
  missesExam: null,
  examOn: null,
  representations: null,
  representationsOn: null,
  ...values,
})

describeBothDatabases('a record of a suspension', (open) => {
  let world: Pathway
  let head: Asker
  let teacher: Asker
  let childId: string

  beforeAll(async () => {
    world = await aPathway(await open())
  })
  const signIn = async () => {
    head = await world.as('headteacher')
    teacher = await world.as('designated-teacher')
  }
  beforeEach(async () => {
    await signIn()
    childId = await world.another('302')
  })

  /** Decided without asking, with the reason; its id. */
  async function decided(values: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const proposed = await world.propose(head, childId, values)
    const { json } = await world.decide(head, proposed, { withoutContact: 'Nobody answered.' })
    return json.considering.suspensionId
  }

  /** Corrects fields of a record as a form does, of all of them; what was refused, by field. */
  async function correct(
    id: string,
    values: Readonly<Record<string, unknown>>,
    who = head,
    kind = 'suspension',
  ) {
    const path = `/records/${kind}/${id}`
    const { fields, version } = (await who.get(path)).json
    const { cancelledAt: _at, cancelledReason: _why, ...held } = fields
    const { status, json } = await who.put(path, { fields: { ...held, ...values } }, version)
    return status === 200 ? 'kept' : (json.problems as { field: string; message: string }[])
  }
  const make = async (who: Asker, values: Readonly<Record<string, unknown>>) => {
    const { status, json } = await who.post('/records/suspension', { childId, fields: typed(values) })
    return { status, id: json.id as string, problems: json.problems as { field: string; message: string }[] }
  }
  const stored = (id: string) =>
    world.db.selectFrom('suspension').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  describe('that was decided here', () => {
    it.each([
      ['longer', { halfDays: 4 }, 'halfDays'],
      ['longer than the year allows', { halfDays: 120 }, 'halfDays'],
      ['a permanent exclusion', { kind: 'permanent', halfDays: null }, 'kind'],
      ['one of lunchtimes', { kind: 'lunchtime', startSession: null }, 'kind'],
      ['decided later', { decidedAt: '2026-03-13T16:00' }, 'decidedAt'],
      ['decided at no known time', { decidedAt: null }, 'decidedAt'],
      ['another school’s', { atOtherSchool: true }, 'atOtherSchool'],
    ])('is not corrected to be %s: it is cancelled and decided anew', async (_, values, field) => {
      const id = await decided()
      const before = await stored(id)
      const problems = await correct(id, values)
      expect(problems).toContainEqual({
        field,
        message: expect.stringContaining('cancel it and decide anew'),
      })
      expect(await stored(id)).toEqual(before)
    })

    it('does not begin before its decision, nor on no school day, nor after the child has left', async () => {
      const id = await decided()
      const refused = async (startedOn: string) => {
        const problems = await correct(id, { startedOn })
        return problems === 'kept' ? [] : problems.map(({ field }) => field)
      }
      expect(await refused('2026-03-12')).toEqual(['startedOn'])
      expect(await refused('2026-03-15')).toEqual(['startedOn'])
      expect(await refused('2062-03-16')).toEqual(['startedOn'])
      await world.db.updateTable('child').set({ leftOn: '2026-03-17' }).where('id', '=', childId).execute()
      expect(await refused('2026-03-18')).toEqual(['startedOn'])
      expect(await refused('2026-03-17')).toEqual([])
    })

    it('is not moved to where the year would come to more than 45 days', async () => {
      const id = await decided()
      await make(head, { startedOn: '2025-09-08', halfDays: 87, decidedAt: '2025-09-08T09:00' })
      const problems = await correct(id, { startSession: 'PM' })
      expect(problems).toBe('kept')
      const more = typed({ startedOn: '2026-02-02', halfDays: 2, atOtherSchool: true, decidedAt: null })
      expect((await teacher.post('/records/suspension', { childId, fields: more })).status).toBe(201)
      expect(await correct(id, { startSession: 'AM' })).toMatchObject([
        { field: 'halfDays', message: expect.stringContaining('the law allows no more than 45') },
      ])
      expect(await correct(id, { reasons: ['VA'] })).toBe('kept')
    })

    it('is corrected where it was typed wrongly: a reason, the half day, a shorter length before it is served', async () => {
      const id = await decided()
      expect(await correct(id, { reasons: ['VA', 'PP'] })).toBe('kept')
      expect(await correct(id, { startSession: 'PM' })).toBe('kept')
      expect(await correct(id, { startedOn: '2026-03-17' })).toBe('kept')
      expect(await correct(id, { halfDays: 1, missesExam: false })).toBe('kept')
      expect(await stored(id)).toMatchObject({
        reasons: 'VA;PP',
        startSession: 'PM',
        startedOn: '2026-03-17',
        halfDays: 1,
      })
    })

    it('is not made shorter or longer after it was cancelled', async () => {
      const id = await decided()
      const once = { 'if-match': '"1"' }
      await head.post(`/suspensions/${id}/cancel`, { reason: 'New evidence.' }, once)
      expect(await correct(id, { halfDays: 9 })).toMatchObject([{ field: 'halfDays' }])
      expect(await correct(id, { reasons: ['VA'] })).toBe('kept')
    })
  })

  describe('that was ended early, which is recorded when all of it is over', () => {
    const cancel = (id: string, cancelledAt: string | null) =>
      head.post(`/suspensions/${id}/cancel`, { reason: 'Back early.', cancelledAt }, { 'if-match': '"1"' })
    /** Three days from Monday 9 March, typed; the world stands on Friday. */
    const over = async () => (await make(head, { halfDays: 6 })).id

    it('is cancelled as at the time the child was let back: what was served before counts, and the day of recording is shown', async () => {
      const id = await over()
      expect((await cancel(id, '2026-03-10T12:00')).json).toMatchObject({ cancelledAt: '2026-03-10T12:00' })
      const { record, tasks } = (await head.get(`/suspensions/${id}`)).json
      expect([record.halfDays, record.cancelRecordedOn]).toEqual([3, '2026-03-13'])
      expect(tasks.find(({ ruleId }: { ruleId: string }) => ruleId === 'cancellation-not-told').status).toBe(
        'breach',
      )
    })

    it('is cancelled now where no time is given, and all that was served counts', async () => {
      const id = await over()
      expect((await cancel(id, null)).status).toBe(200)
      const { record } = (await head.get(`/suspensions/${id}`)).json
      expect([record.halfDays, record.cancelRecordedOn]).toEqual([6, null])
    })

    it('is not cancelled before its decision, nor at a time to come', async () => {
      const id = await over()
      for (const time of ['2026-03-09T08:59', '2026-03-20T09:00']) {
        const { status, json } = await cancel(id, time)
        expect([status, json.problems[0].field]).toEqual([422, 'cancelledAt'])
      }
      expect((await stored(id)).cancelledAt).toBeNull()
    })
  })

  describe('that a file brought in', () => {
    it('is corrected in every field, and never to more than the year allows', async () => {
      const { id } = await make(head, {})
      await world.db.updateTable('suspension').set({ typed: '' }).where('id', '=', id).execute()
      expect(await correct(id, { halfDays: 5, decidedAt: null }, teacher)).toBe('kept')
      expect(await correct(id, { halfDays: 91 }, teacher)).toMatchObject([{ field: 'halfDays' }])
    })
  })

  describe('that is typed', () => {
    it('is the headteacher’s to record, unless another school decided it', async () => {
      for (const values of [{}, { halfDays: 92 }, { kind: 'permanent', halfDays: null }]) {
        const refused = await make(teacher, values)
        expect([refused.status, refused.problems[0]?.field]).toEqual([422, 'atOtherSchool'])
      }
      expect((await make(head, {})).status).toBe(201)
      const elsewhere = { startedOn: '2026-02-02', atOtherSchool: true }
      expect((await make(teacher, elsewhere)).status).toBe(201)
    })

    it('stays the headteacher’s, and another school’s does not become this one’s by a correction', async () => {
      const { id } = await make(head, {})
      expect(await correct(id, { halfDays: 2 }, teacher)).toMatchObject([{ field: 'halfDays' }])
      const removed = await teacher.post(
        `/records/suspension/${id}/remove`,
        { reason: 'Never was.' },
        { 'if-match': '"1"' },
      )
      expect(removed.status).toBe(422)
      expect(await correct(id, { representations: true }, teacher)).toBe('kept')
      expect(await correct(id, { halfDays: 2 }, head)).toBe('kept')
      const other = await make(teacher, { startedOn: '2026-02-02', atOtherSchool: true })
      expect(await correct(other.id, { halfDays: 5 }, teacher)).toBe('kept')
      expect(await correct(other.id, { atOtherSchool: false }, teacher)).toMatchObject([
        { field: 'atOtherSchool' },
      ])
    })

    it('is refused where the year would come to more than 45 days, and says what the rest is', async () => {
      expect((await make(head, { halfDays: 92 })).problems).toEqual([
        {
          field: 'halfDays',
          message: expect.stringMatching(/46 school days in 2025\/26.* no more than 45.* sent home without/),
        },
      ])
      expect((await make(head, { halfDays: 90 })).status).toBe(201)
      expect((await make(head, { startedOn: '2026-02-02', halfDays: 1 })).status).toBe(422)
      const elsewhere = { startedOn: '2026-02-02', halfDays: 20, atOtherSchool: true }
      expect((await make(teacher, elsewhere)).status).toBe(201)
    })

    it('has no half day in common with another suspension here, which would count it twice', async () => {
      const { id } = await make(head, { halfDays: 3 })
      const refused = await make(head, { startedOn: '2026-03-10', startSession: 'AM', halfDays: 4 })
      expect([refused.status, refused.problems]).toEqual([
        422,
        [
          {
            field: 'startedOn',
            message: expect.stringContaining('lies in the suspension of 9 March already'),
          },
        ],
      ])
      const next = await make(head, { startedOn: '2026-03-10', startSession: 'PM', halfDays: 2 })
      expect(next.status).toBe(201)
      expect(await correct(id, { halfDays: 4 })).toMatchObject([{ field: 'startedOn' }])
      expect(await correct(id, { halfDays: 2 })).toBe('kept')
      const elsewhere = { startedOn: '2026-03-10', atOtherSchool: true }
      expect((await make(teacher, elsewhere)).status).toBe(201)
      const lunchtimes = { kind: 'lunchtime', startedOn: '2026-03-10', startSession: null, halfDays: 2 }
      expect((await make(head, lunchtimes)).status).toBe(201)
    })

    it('has none in common with one decided on the page either', async () => {
      expect((await make(head, { startedOn: '2026-03-17', halfDays: 4 })).status).toBe(201)
      const proposed = await world.propose(head, childId)
      const { status, json } = await world.decide(head, proposed, { withoutContact: 'Nobody answered.' })
      expect([status, json.problems[0].field, json.message]).toEqual([
        422,
        'startedOn',
        expect.stringContaining('Some of it lies in the suspension of 17 March already'),
      ])
      const shorter = await world.propose(head, childId, { halfDays: 2 })
      const made = await world.decide(head, shorter, { withoutContact: 'Nobody answered.' })
      expect(made.status).toBe(200)
    })

    it('was decided here: what must follow it and is not recorded is not done', async () => {
      const { id } = await make(head, {})
      const { json } = await head.get(`/suspensions/${id}`)
      const task = (ruleId: string) =>
        json.tasks.find((each: { ruleId: string }) => each.ruleId === ruleId)?.status
      expect([task('education-notice-late'), task('work-not-set')]).toEqual(['breach', 'breach'])
      const row = (await head.get('/suspensions')).json.rows.find((each: { id: string }) => each.id === id)
      expect(row.considered).toBe(false)
    })
  })

  describe('that was decided here and taken out as wrong', () => {
    const asking = async (considerationId: string, withRole: string) =>
      head.post(`/considerations/${considerationId}/contacts`, aCall({ withRole }))
    const remove = async (id: string) => {
      const { version } = (await head.get(`/records/suspension/${id}`)).json
      return head.post(
        `/records/suspension/${id}/remove`,
        { reason: 'Wrong.' },
        { 'if-match': `"${version}"` },
      )
    }
    const same = { startedOn: '2026-03-16' }
    const asked = async (id: string) => {
      const { tasks, askedFirst } = (await head.get(`/suspensions/${id}`)).json
      const found = (party: string) =>
        tasks.find(({ ruleId }: { ruleId: string }) => ruleId === `${party}-not-contacted-before`)
      return { askedFirst, school: found('virtual-school'), worker: found('social-worker') }
    }

    it('and typed anew is the same one again: decided before contact, with all that belongs to it', async () => {
      const id = await decided()
      const notice = { withRole: 'parent', purpose: 'suspension-notice', suspensionId: id }
      const { decidedAt } = await stored(id)
      const how = { contactedAt: decidedAt, how: 'phone', outcome: 'reached', madeBy: null, note: null }
      expect((await head.post('/records/contact', { childId, fields: { ...notice, ...how } })).status).toBe(
        201,
      )
      await remove(id)
      expect((await head.get(`/suspensions/${id}`)).status).toBe(404)
      const made = await make(head, { ...same, decidedAt, halfDays: 2, reasons: ['VA'] })
      expect([made.status, made.id]).toEqual([201, id])
      const row = await stored(id)
      expect(row).toMatchObject({ removedAt: null, removedReason: null, halfDays: 2, reasons: 'VA' })
      const { askedFirst, school } = await asked(id)
      expect([askedFirst, school.status]).toEqual(['never', 'breach'])
      expect(school.message).toContain('Nobody answered.')
      const page = (await head.get(`/suspensions/${id}`)).json
      expect(page.tasks.find(({ ruleId }: { ruleId: string }) => ruleId === 'parent-not-told').status).toBe(
        'met',
      )
      const { history } = (await head.get(`/records/suspension/${id}`)).json
      expect(history.map(({ step }: { step: string }) => step)).toEqual(['put-back', 'removed', 'created'])
    })

    it('is typed anew once, however often it is sent', async () => {
      const id = await decided()
      await remove(id)
      const { decidedAt } = await stored(id)
      const body = { childId, fields: typed({ ...same, decidedAt }) }
      const key = { 'idempotency-key': crypto.randomUUID() }
      const sent = await Promise.all([1, 2].map(() => head.post('/records/suspension', body, key)))
      const later = await head.post('/records/suspension', body, key)
      expect([...sent, later].map(({ status, json }) => [status, json.id])).toEqual(Array(3).fill([201, id]))
      const { history } = (await head.get(`/records/suspension/${id}`)).json
      expect(history).toHaveLength(3)
    })

    it('keeps the contacts that came before it when it is typed anew', async () => {
      const proposed = await world.propose(head, childId)
      for (const role of ['virtual-school', 'social-worker']) await asking(proposed.id, role)
      world.clock.later(5)
      const { json } = await world.decide(head, proposed)
      const id: string = json.considering.suspensionId
      await signIn()
      await remove(id)
      const { decidedAt } = await stored(id)
      const again = await make(head, { startedOn: '2026-03-16', decidedAt })
      expect([again.status, again.id]).toEqual([201, id])
      const { askedFirst, school, worker } = await asked(id)
      expect([askedFirst, school.status, worker.status]).toEqual(['before', 'met', 'met'])
    })

    it('is not typed anew with another time, another kind or a greater length', async () => {
      const id = await decided()
      await remove(id)
      const refused = async (values: Readonly<Record<string, unknown>>) => {
        const { status, problems } = await make(head, { ...same, ...values })
        return [status, problems[0]?.field, problems[0]?.message]
      }
      const which = /It is the one that was decided here on Fri 13 March at .* and taken out as wrong\.$/
      expect(await refused({ decidedAt: '2026-03-13T00:01' })).toEqual([
        422,
        'decidedAt',
        expect.stringMatching(which),
      ])
      expect(await refused({ decidedAt: null })).toEqual([422, 'decidedAt', expect.stringMatching(which)])
      const { decidedAt } = await stored(id)
      expect((await refused({ decidedAt, halfDays: 4 })).slice(0, 2)).toEqual([422, 'halfDays'])
      expect((await refused({ decidedAt, kind: 'permanent', halfDays: null }))[0]).toBe(422)
      expect((await stored(id)).removedAt).not.toBeNull()
      const apart = await make(head, { startedOn: '2026-03-23', decidedAt: '2026-03-12T09:00' })
      expect([apart.status, apart.id === id]).toEqual([201, false])
    })

    it('and decided anew on the page, stays decided before contact: who was asked in between was not asked before', async () => {
      const first = await decided()
      await remove(first)
      world.clock.later(5)
      await signIn()
      const proposed = await world.propose(head, childId)
      for (const role of ['virtual-school', 'social-worker']) await asking(proposed.id, role)
      world.clock.later(5)
      await signIn()
      const { json } = await world.decide(head, proposed)
      const id: string = json.considering.suspensionId
      expect(id).not.toBe(first)
      const { askedFirst, school, worker } = await asked(id)
      expect([askedFirst, school.status, worker.status]).toEqual(['after', 'breach', 'breach'])
      expect(school.message).toMatch(
        /^First decided here Fri 13 March at .*, taken out as wrong and recorded anew; the Virtual School was contacted on Fri 13 March at .*, after it\. The reason given: “Nobody answered\.”$/,
      )
      const row = (await head.get('/suspensions')).json.rows.find((each: { id: string }) => each.id === id)
      expect(row.askedFirst).toBe('after')
    })

    it('and decided anew for other days is a decision of its own', async () => {
      await remove(await decided())
      world.clock.later(5)
      await signIn()
      const proposed = await world.propose(head, childId, { startedOn: '2026-03-23' })
      for (const role of ['virtual-school', 'social-worker']) await asking(proposed.id, role)
      world.clock.later(5)
      await signIn()
      const { json } = await world.decide(head, proposed)
      expect((await asked(json.considering.suspensionId)).askedFirst).toBe('before')
    })

    it('stays out for a child of whom another school’s is typed', async () => {
      const id = await decided()
      await remove(id)
      const made = await make(teacher, { ...same, atOtherSchool: true, decidedAt: null })
      expect([made.status, made.id === id]).toEqual([201, false])
      expect((await stored(id)).removedAt).not.toBeNull()
    })
  })

  it('is followed by no meeting, offer or review before the day of its decision', async () => {
    const { id: suspensionId } = await make(head, { kind: 'permanent', halfDays: null })
    const meeting = { held: true, remote: null, invited: [], outcome: 'declined', reinstatedOn: null }
    const panel = {
      appliedOn: null,
      willNotApply: null,
      specialNeedsExpert: null,
      meetsOn: null,
      outcome: null,
    }
    const following = {
      'board-meeting': ['meetsOn', { ...meeting, decisionToldOn: null }],
      reintegration: ['offeredOn', { meetsOn: null, held: null, attended: [], agreed: null }],
      'review-panel': [
        'boardDecisionToldOn',
        { ...panel, panelDecisionToldOn: null, boardReconsideredOn: null },
      ],
    } as const
    for (const [kind, [field, rest]] of Object.entries(following)) {
      const record = (day: string) =>
        head.post(`/records/${kind}`, { childId, fields: { suspensionId, ...rest, [field]: day } })
      const { status, json } = await record('2026-03-08')
      expect([status, json.problems[0].field]).toEqual([422, field])
      expect(json.problems[0].message).toMatch(/^It was decided on 9 March: /)
      expect((await record('2026-03-09')).status).toBe(201)
    }
  })

  describe('with contacts', () => {
    /** Decided after a call that nobody answered; what is said of it. */
    async function unanswered() {
      const proposed = await world.propose(head, childId)
      await head.post(`/considerations/${proposed.id}/contacts`, aCall({ outcome: 'no-answer' }))
      await head.post(`/considerations/${proposed.id}/contacts`, aCall({ withRole: 'carer' }))
      world.clock.later(5)
      const { json } = await world.decide(head, proposed, { withoutContact: 'Nobody answered.' })
      return { id: json.considering.suspensionId as string, considerationId: proposed.id }
    }
    const contactsOf = (considerationId: string) =>
      world.db
        .selectFrom('contact')
        .selectAll()
        .where('considerationId', '=', considerationId)
        .orderBy('withRole')
        .execute()

    it('that are recorded after the decision, it stays decided before contact: they are shown with their day', async () => {
      const { id } = await unanswered()
      const asked = { purpose: 'before-suspension', suspensionId: id, contactedAt: '2026-03-13T00:01' }
      const more = { how: 'phone', outcome: 'reached', madeBy: 'Sam Teacher', note: null }
      for (const withRole of ['virtual-school', 'social-worker']) {
        const fields = { withRole, ...asked, ...more }
        const made = await teacher.post('/records/contact', { childId, fields })
        expect(made.status).toBe(201)
      }
      const page = (await head.get(`/suspensions/${id}`)).json
      const found = (party: string) =>
        page.tasks.find(({ ruleId }: { ruleId: string }) => ruleId === `${party}-not-contacted-before`)
      for (const party of ['virtual-school', 'social-worker'])
        expect(found(party)).toMatchObject({
          status: 'breach',
          final: true,
          message: expect.stringMatching(
            /was on record then\. One of Fri 13 March at 00:01 was recorded afterwards on 13 March\. The reason/,
          ),
        })
      expect(page.askedFirst).toBe('after')
      expect(
        page.contacts.filter(({ purpose }: { purpose: string }) => purpose === 'before-suspension'),
      ).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ withRole: 'social-worker', recordedAfterwards: '2026-03-13' }),
          expect.objectContaining({ withRole: 'carer', recordedAfterwards: null }),
        ]),
      )
      const row = (await head.get('/suspensions')).json.rows.find((each: { id: string }) => each.id === id)
      expect(row.askedFirst).toBe('after')
    })

    it('of another decision do not become of this one by naming it afterwards', async () => {
      const fields = {
        withRole: 'virtual-school',
        purpose: 'before-suspension',
        suspensionId: null,
        contactedAt: '2026-03-12T09:00',
      }
      const more = { how: 'phone', outcome: 'reached', madeBy: null, note: null }
      const made = await teacher.post('/records/contact', { childId, fields: { ...fields, ...more } })
      const { id } = await unanswered()
      expect(await correct(made.json.id, { suspensionId: id }, teacher, 'contact')).toBe('kept')
      expect((await head.get(`/suspensions/${id}`)).json.askedFirst).toBe('never')
    })

    it('that were kept before the decision, nobody is asked before it by correcting them', async () => {
      const { considerationId } = await unanswered()
      const [carer, school] = await contactsOf(considerationId)
      const asWell = { withRole: 'virtual-school' }
      expect(await correct(carer?.id ?? '', asWell, teacher, 'contact')).toMatchObject([
        { field: 'withRole' },
      ])
      const reached = { outcome: 'reached' }
      expect(await correct(school?.id ?? '', reached, teacher, 'contact')).toMatchObject([
        { field: 'outcome' },
      ])
      const note = { note: 'Rang twice.', how: 'phone', madeBy: 'Sam Teacher' }
      expect(await correct(school?.id ?? '', note, teacher, 'contact')).toBe('kept')
      expect(await correct(carer?.id ?? '', { outcome: 'no-answer' }, teacher, 'contact')).toBe('kept')
    })
  })

  describe('that was decided here and has begun', () => {
    it('keeps what was served, and begins on no day that is to come', async () => {
      const id = await decided({ startedOn: '2026-03-13', startSession: 'AM', halfDays: 6 })
      world.clock.later(4 * 60)
      await signIn()
      expect(await correct(id, { startedOn: '2026-03-17' })).toMatchObject([{ field: 'startedOn' }])
      world.clock.later(3 * 24 * 60)
      await signIn()
      expect(await correct(id, { halfDays: 2 })).toMatchObject([
        { field: 'halfDays', message: expect.stringContaining('1.5 school days of it have been served') },
      ])
      expect(await correct(id, { halfDays: 3 })).toBe('kept')
    })
  })
})
