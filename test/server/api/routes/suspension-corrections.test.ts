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
