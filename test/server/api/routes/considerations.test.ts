import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPathway, type Asker, type Pathway } from '../../../support/a-pathway.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aCall, aDraft } from '../../../support/pathway-bodies.ts'
import { aSuspension, keep } from '../../../support/rows.ts'

/** How often two decide at once. */
const PAIRS = process.env['TRUST_DEEP'] === '1' ? 200 : 20

const key = () => ({ 'idempotency-key': crypto.randomUUID() })

describeBothDatabases('what a school considers', (open) => {
  let world: Pathway
  let head: Asker
  let teacher: Asker

  /** Looked after by Barnet, by Camden, by nobody; new for each test. */
  let barnetChild: string
  let camdenChild: string
  let nobodysChild: string

  beforeAll(async () => {
    world = await aPathway(await open())
  })
  beforeEach(async () => {
    head = await world.as('headteacher')
    teacher = await world.as('designated-teacher')
    barnetChild = await world.another()
    camdenChild = await world.another('202')
    nobodysChild = await world.another(null)
  })

  const ofChildren = ({ childId }: { childId: string }) =>
    [barnetChild, camdenChild, nobodysChild].includes(childId)
  const suspensions = async () =>
    (await world.db.selectFrom('suspension').selectAll().execute()).filter(ofChildren)
  const contacts = async () => (await world.db.selectFrom('contact').selectAll().execute()).filter(ofChildren)
  const now = () => world.clock.now().slice(0, 16)
  const events = async (action: string) =>
    (await world.db.selectFrom('auditEvent').selectAll().where('action', '=', action).execute()).map(
      ({ kind }) => kind,
    )

  /** Both who must be asked first have been, a minute before now. */
  async function askBoth(id: string) {
    for (const withRole of ['virtual-school', 'social-worker'])
      await teacher.post(`/considerations/${id}/contacts`, aCall({ withRole }), key())
    world.clock.later(1)
  }

  it('is opened once for a child: who comes second gets the first one’s', async () => {
    const [one, two] = await Promise.all([
      teacher.post('/considerations', { childId: barnetChild }),
      head.post('/considerations', { childId: barnetChild }),
    ])
    expect([one.status, two.status]).toEqual([200, 200])
    expect(one.json.considering.id).toBe(two.json.considering.id)
    const { json } = await head.get('/considerations')
    const open = json.open.filter(({ child }: { child: { id: string } }) => child.id === barnetChild)
    expect(open).toHaveLength(1)
    expect(await events('record.create')).toContain('consideration')
  })

  it('of a child of another school, or who has left, is refused', async () => {
    const elsewhere = await head.post('/considerations', { childId: world.barnetChildElsewhere })
    expect(elsewhere.status).toBe(404)
    await world.db.updateTable('child').set({ leftOn: '2026-03-01' }).where('id', '=', nobodysChild).execute()
    const left = await head.post('/considerations', { childId: nobodysChild })
    expect([left.status, left.json.field]).toEqual([422, 'childId'])
  })

  it('is saved as it is filled in, with what it would come to', async () => {
    const { json } = await teacher.post('/considerations', { childId: barnetChild })
    const { id, version } = json.considering
    const saved = await teacher.put(`/considerations/${id}`, { fields: aDraft() }, version)
    expect(saved.status).toBe(200)
    expect(saved.json.considering).toMatchObject({ ...aDraft(), version: version + 1, state: 'open' })
    expect(saved.json.consequences).toMatchObject({ halfDays: 3, lastDay: '2026-03-17' })
    const page = await teacher.get(`/children/${barnetChild}/before-suspending`)
    expect(page.json.considering).toEqual(saved.json.considering)
    expect(page.json.contacts[0]).toMatchObject({ role: 'virtual-school', isNeeded: true, isDone: false })
  })

  it('that somebody else changed meanwhile is not overwritten, and what is stored is shown', async () => {
    const { id, version } = await world.propose(teacher, barnetChild)
    await head.put(`/considerations/${id}`, { fields: aDraft({ halfDays: 4 }) }, version)
    const late = await teacher.put(`/considerations/${id}`, { fields: aDraft({ halfDays: 6 }) }, version)
    expect([late.status, late.json.current.halfDays]).toEqual([412, 4])
  })

  it('whose answer was lost is saved again without a second version', async () => {
    const { id, version } = await world.propose(teacher, barnetChild)
    const fields = aDraft({ halfDays: 4 })
    const first = await teacher.put(`/considerations/${id}`, { fields }, version)
    const again = await teacher.put(`/considerations/${id}`, { fields }, version)
    expect([again.status, again.json.considering.version]).toEqual([200, first.json.considering.version])
  })

  it('stays as somebody saw it when the Virtual School reads it meanwhile', async () => {
    const virtualSchool = await world.as('virtual-school-head')
    const { id, version } = await world.propose(teacher, barnetChild)
    await virtualSchool.post(`/inbox/${id}/read`)
    const saved = await teacher.put(`/considerations/${id}`, { fields: aDraft({ halfDays: 4 }) }, version)
    expect([saved.status, saved.json.considering.halfDays]).toEqual([200, 4])
    expect(saved.json.considering.read.by).toBe(virtualSchool.name)
  })

  it('refuses a length, a reason and a day that cannot be', async () => {
    const { id, version } = await world.propose(teacher, barnetChild)
    for (const [field, value] of [
      ['halfDays', 0],
      ['reasons', ['ZZ']],
      ['startedOn', '2026-02-30'],
      ['kind', 'cooling-off'],
    ] as const) {
      const refused = await teacher.put(
        `/considerations/${id}`,
        { fields: aDraft({ [field]: value }) },
        version,
      )
      expect([field, refused.status]).toEqual([field, 422])
      expect(refused.json.field).toContain(field)
    }
  })

  describe('asking', () => {
    it('is kept once, however often its form is sent', async () => {
      const { id } = await world.propose(teacher, barnetChild)
      const same = key()
      const sent = () => teacher.post(`/considerations/${id}/contacts`, aCall(), same)
      const first = await sent()
      const asked = now()
      world.clock.later(3)
      const answers = await Promise.all([sent(), sent()])
      expect([first, ...answers].map(({ status }) => status)).toEqual([200, 200, 200])
      expect(first.json.contacts[0]).toMatchObject({ role: 'virtual-school', isDone: true })
      expect(first.json.contacts[0].attempts[0].at).toBe(asked)
      expect(await contacts()).toHaveLength(1)
      const other = await teacher.post(
        `/considerations/${id}/contacts`,
        aCall({ outcome: 'no-answer' }),
        same,
      )
      expect([other.status, other.json.code]).toEqual([409, 'key-used'])
    })

    it('at a time still to come is refused; of yesterday it is kept', async () => {
      const { id } = await world.propose(teacher, barnetChild, { happenedAt: '2026-03-12T15:00' })
      const at = (contactedAt: string) =>
        teacher.post(`/considerations/${id}/contacts`, aCall({ contactedAt }))
      expect((await at('2026-03-13T23:59')).status).toBe(422)
      expect((await at('2026-03-12T16:00')).status).toBe(200)
    })

    it('that nobody answered is no asking', async () => {
      const { id } = await world.propose(teacher, barnetChild)
      const { json } = await teacher.post(`/considerations/${id}/contacts`, aCall({ outcome: 'no-answer' }))
      expect(json.contacts[0]).toMatchObject({ isDone: false })
    })
  })

  describe('deciding', () => {
    it('is the headteacher’s alone', async () => {
      const proposed = await world.propose(teacher, barnetChild)
      for (const role of ['designated-teacher', 'safeguarding-lead', 'virtual-school-head'] as const) {
        const refused = await world.decide(await world.as(role), proposed)
        expect([role, refused.status, refused.json.code]).toEqual([role, 403, 'not-allowed'])
      }
    })

    it('before those were asked who must be asked first wants the reason, which then stands', async () => {
      const proposed = await world.propose(teacher, barnetChild)
      const refused = await world.decide(head, proposed)
      expect([refused.status, refused.json.code, refused.json.field]).toEqual([
        422,
        'contact-first',
        'withoutContact',
      ])
      const withoutContact = 'Nobody answered, and the child was at risk.'
      const decided = await world.decide(head, proposed, { withoutContact })
      expect([decided.status, decided.json.considering.withoutContact]).toEqual([200, withoutContact])
      const { json } = await head.get(`/suspensions/${decided.json.considering.suspensionId}`)
      expect([json.askedFirst, json.withoutContact]).toEqual(['never', withoutContact])
    })

    it('in the very minute of the call is not after it', async () => {
      const proposed = await world.propose(teacher, barnetChild)
      for (const withRole of ['virtual-school', 'social-worker'])
        await teacher.post(`/considerations/${proposed.id}/contacts`, aCall({ withRole }))
      expect((await world.decide(head, proposed)).json.code).toBe('contact-first')
      world.clock.later(1)
      expect((await world.decide(head, proposed)).status).toBe(200)
    })

    it('makes the suspension with its day, its length and those who were asked before', async () => {
      const proposed = await world.propose(teacher, barnetChild)
      await askBoth(proposed.id)
      const { status, json } = await world.decide(head, proposed)
      expect([status, json.considering.state, json.considering.decidedBy]).toEqual([
        200,
        'suspended',
        head.name,
      ])
      const [made] = await suspensions()
      expect(made).toMatchObject({
        id: json.considering.suspensionId,
        considerationId: proposed.id,
        kind: 'suspension',
        startedOn: '2026-03-16',
        startSession: 'AM',
        halfDays: 3,
        reasons: 'DB',
        decidedAt: now(),
        atOtherSchool: 0,
      })
      expect((await contacts()).map(({ suspensionId }) => suspensionId)).toEqual([made?.id, made?.id])
      const page = await head.get(`/suspensions/${made?.id}`)
      expect(page.json.askedFirst).toBe('before')
      expect(page.json.contacts).toHaveLength(2)
      const year = await head.get('/suspensions')
      const row = year.json.rows.find(({ id }: { id: string }) => id === made?.id)
      expect(row).toMatchObject({ considered: true, nth: 1, askedFirst: 'before' })
    })

    it('against it is counted, and makes no suspension', async () => {
      const proposed = await world.propose(teacher, barnetChild)
      const instead = 'Time with the key adult.'
      const { status, json } = await world.decide(head, proposed, { decision: 'not-suspended', instead })
      expect([status, json.considering.state]).toEqual([200, 'not-suspended'])
      expect(await suspensions()).toEqual([])
      const year = await head.get('/suspensions')
      const row = year.json.notSuspended.find(({ id }: { id: string }) => id === proposed.id)
      expect(row).toMatchObject({ instead, child: { group: 'cla' } })
    })

    it('against it, by sending the child home to cool off, is no decision: that is recorded as unlawful', async () => {
      const proposed = await world.propose(head, barnetChild)
      const stays = { decision: 'not-suspended', instead: 'Sent home to cool off; mum agrees.' }
      const refused = await world.decide(head, proposed, stays)
      expect([refused.status, refused.json.field]).toEqual([422, 'instead'])
      expect(refused.json.problems?.[0]?.message ?? refused.json.message).toContain('unlawful')
      const inSchool = { decision: 'not-suspended', instead: 'Cools off in the quiet room.' }
      expect((await world.decide(head, proposed, inSchool)).status).toBe(200)
    })

    it('on what is not complete names the field', async () => {
      for (const [field, value] of [
        ['kind', null],
        ['startedOn', null],
        ['startedOn', '2026-03-12'],
        ['startedOn', '2026-03-14'],
        ['startSession', null],
        ['halfDays', null],
        ['reasons', []],
      ] as const) {
        const proposed = await world.propose(head, nobodysChild, { [field]: value })
        const refused = await world.decide(head, proposed, { withoutContact: 'x' })
        expect([refused.status, refused.json.field]).toEqual([422, field])
      }
      expect(await suspensions()).toEqual([])
    })

    it('on more than 45 school days in a year is refused; on 45 it is not', async () => {
      const over = await world.propose(head, nobodysChild, { halfDays: 91 })
      const refused = await world.decide(head, over, { withoutContact: 'x' })
      expect([refused.status, refused.json.code]).toEqual([422, 'over-45'])
      const just = await world.propose(head, nobodysChild, { halfDays: 90 })
      expect((await world.decide(head, just, { withoutContact: 'x' })).status).toBe(200)
    })

    it('twice by a double click gives the same answer and one suspension', async () => {
      const proposed = await world.propose(head, nobodysChild)
      const click = () => world.decide(head, proposed, { withoutContact: 'The parents were away.' })
      const [one, two] = await Promise.all([click(), click()])
      expect([one.status, two.status]).toEqual([200, 200])
      expect(one.json).toEqual(two.json)
      expect(await suspensions()).toHaveLength(1)
      expect((await click()).json).toEqual(one.json)
    })

    it('by two people at once is decided once, and the second is told of the first', async () => {
      const second = await world.as('headteacher')
      for (let pair = 0; pair < PAIRS; pair++) {
        const childId = pair % 2 === 0 ? nobodysChild : camdenChild
        const proposed = await world.propose(head, childId, {
          kind: 'lunchtime',
          startSession: null,
          halfDays: 1,
        })
        const answers = await Promise.all([
          world.decide(head, proposed, { decision: 'not-suspended', instead: 'Support.' }),
          world.decide(second, proposed, { decision: 'not-suspended', instead: 'A plan.' }),
        ])
        const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
        expect([won?.status, lost?.status, lost?.json.code]).toEqual([200, 409, 'decided'])
        expect(lost?.json.current).toEqual(won?.json.considering)
      }
    }, 300_000)

    it('on what somebody changed since it was seen is refused with what is stored', async () => {
      const seen = await world.propose(teacher, nobodysChild)
      await teacher.put(`/considerations/${seen.id}`, { fields: aDraft({ halfDays: 10 }) }, seen.version)
      const refused = await world.decide(head, seen, { withoutContact: 'x' })
      expect([refused.status, refused.json.current.halfDays]).toEqual([412, 10])
      expect(await suspensions()).toEqual([])
    })

    it('ends it: nothing is asked, saved or withdrawn after it', async () => {
      const proposed = await world.propose(teacher, nobodysChild)
      const { json } = await world.decide(head, proposed, { decision: 'not-suspended' })
      const { id, version } = json.considering
      const refusals = [
        await teacher.put(`/considerations/${id}`, { fields: aDraft({ halfDays: 5 }) }, version),
        await teacher.post(`/considerations/${id}/contacts`, aCall()),
        await teacher.post(
          `/considerations/${id}/withdraw`,
          { reason: 'No.' },
          { 'if-match': `"${version}"` },
        ),
      ]
      expect(refusals.map(({ status, json: body }) => [status, body.code])).toEqual(
        refusals.map(() => [409, 'decided']),
      )
      const next = await teacher.post('/considerations', { childId: nobodysChild })
      expect(next.json.considering.id).not.toBe(id)
    })

    it('joins the suspension that a file brought in with the same first day', async () => {
      const proposed = await world.propose(head, nobodysChild)
      const fromAFile = { id: 'from-a-file', startedOn: '2026-03-16', decidedAt: null }
      const child = { id: nobodysChild, schoolId: world.schoolId }
      await keep(world.db, 'suspension', aSuspension(child, fromAFile))
      const { json } = await world.decide(head, proposed, { withoutContact: 'x' })
      expect(json.considering.suspensionId).toBe('from-a-file')
      expect(await suspensions()).toMatchObject([{ id: 'from-a-file', halfDays: 3, decidedAt: now() }])
    })

    it('stands beside one from the same half day that was cancelled', async () => {
      const first = await world.propose(head, nobodysChild)
      const { json } = await world.decide(head, first, { withoutContact: 'x' })
      const cancelled: string = json.considering.suspensionId
      const answer = await head.post(
        `/suspensions/${cancelled}/cancel`,
        { reason: 'Another child did it.' },
        { 'if-match': '"1"' },
      )
      expect(answer.status).toBe(200)
      world.clock.later(1)
      const again = await world.decide(head, await world.propose(head, nobodysChild), { withoutContact: 'x' })
      expect(again.status).toBe(200)
      const kept = await suspensions()
      expect(kept).toHaveLength(2)
      expect(kept.filter(({ cancelledAt }) => cancelledAt === null)).toMatchObject([
        { id: again.json.considering.suspensionId, startedOn: '2026-03-16', startSession: 'AM' },
      ])
      const third = await world.propose(head, nobodysChild)
      const refused = await world.decide(head, third, { withoutContact: 'x' })
      expect([refused.status, refused.json.code]).toEqual([409, 'duplicate'])
    })

    it('that cannot be kept whole is not kept at all', async () => {
      const apart = {
        startedOn: '2026-03-16',
        startSession: 'AM',
        halfDays: 2,
        reasons: ['PP'],
        missesExam: null,
      }
      const decided = { ...apart, kind: 'suspension', decidedAt: '2026-03-13T09:00', atOtherSchool: false }
      const more = { examOn: null, representations: null, representationsOn: null }
      const typed = await head.post('/records/suspension', {
        childId: nobodysChild,
        fields: { ...decided, ...more },
      })
      expect([typed.status, typed.json.problems]).toEqual([201, undefined])
      const proposed = await world.propose(head, nobodysChild)
      await head.post(`/considerations/${proposed.id}/contacts`, aCall({ withRole: 'parent' }))
      world.clock.later(1)
      const refused = await world.decide(head, proposed, { withoutContact: 'x' })
      expect([refused.status, refused.json.code]).toEqual([409, 'duplicate'])
      const page = await head.get(`/children/${nobodysChild}/before-suspending`)
      expect(page.json.considering).toMatchObject({ state: 'open', version: proposed.version })
      expect((await contacts()).map(({ suspensionId }) => suspensionId)).toEqual([null])
      expect(await suspensions()).toHaveLength(1)
    })
  })

  it('opened by mistake is withdrawn with the reason, and counted nowhere', async () => {
    const { id, version } = await world.propose(teacher, barnetChild)
    const reason = 'It was another child.'
    const { status, json } = await teacher.post(
      `/considerations/${id}/withdraw`,
      { reason },
      {
        'if-match': `"${version}"`,
      },
    )
    expect([status, json.considering.state]).toEqual([200, 'withdrawn'])
    const year = await head.get('/suspensions')
    expect(year.text).not.toContain(id)
    const history = await world.db
      .selectFrom('recordHistory')
      .selectAll()
      .where('recordId', '=', id)
      .execute()
    expect(history.at(-1)?.reason).toBe(reason)
  })

  it('leaves an alert of the child in line at once', async () => {
    const proposed = await world.propose(head, barnetChild)
    await world.decide(head, proposed, { withoutContact: 'Nobody answered.' })
    const alerts = await world.db.selectFrom('alert').selectAll().where('childId', '=', barnetChild).execute()
    expect(alerts.map(({ ruleId }) => ruleId)).toContain('virtual-school-not-contacted-before')
  })

  it('shows what the suspensions of a child have in common, with what came before', async () => {
    const proposed = await world.propose(head, nobodysChild)
    await world.decide(head, proposed, { withoutContact: 'x' })
    const { status, json } = await head.get(`/children/${nobodysChild}/suspension-pattern`)
    expect(status).toBe(200)
    expect(json.rows).toMatchObject([{ on: '2026-03-16', whatBefore: 'A change of room.', reasons: ['DB'] }])
  })

  it('writes letters of what was recorded', async () => {
    const proposed = await world.propose(head, barnetChild)
    const { json } = await world.decide(head, proposed, { withoutContact: 'x' })
    const { status, json: letters } = await head.get(`/suspensions/${json.considering.suspensionId}/letters`)
    expect(status).toBe(200)
    expect(letters.letters.length).toBeGreaterThan(3)
  })

  describe('cancelling', () => {
    async function decided() {
      const proposed = await world.propose(head, nobodysChild)
      const { json } = await world.decide(head, proposed, { withoutContact: 'x' })
      return json.considering.suspensionId as string
    }
    const cancel = (who: Asker, id: string, version = 1, reason = 'New evidence.') =>
      who.post(`/suspensions/${id}/cancel`, { reason }, { 'if-match': `"${version}"` })

    it('once the board has met is refused with the reason', async () => {
      const id = await decided()
      const ofBoard = { suspensionId: id, meetsOn: '2026-03-13', held: true, remote: null, invited: [] }
      const meeting = { ...ofBoard, outcome: 'declined', reinstatedOn: null, decisionToldOn: null }
      const kept = await head.post('/records/board-meeting', { childId: nobodysChild, fields: meeting })
      expect(kept.status).toBe(201)
      const refused = await cancel(head, id)
      expect([refused.status, refused.json.code]).toEqual([409, 'may-not-cancel'])
    })

    it('is the headteacher’s, once, and days served still count', async () => {
      const id = await decided()
      expect((await cancel(teacher, id)).status).toBe(403)
      // From Monday morning; cancelled on Tuesday at nine.
      world.clock.later((3 * 24 + 23.5) * 60)
      const later = await world.as('headteacher')
      const first = await cancel(later, id)
      expect([first.status, first.json.cancelledAt]).toEqual([200, now()])
      expect((await cancel(later, id)).json).toEqual(first.json)
      expect((await cancel(later, id, 1, 'Another reason.')).status).toBe(412)
      const { json } = await later.get(`/suspensions/${id}`)
      expect([json.record.halfDays, json.cancel.may]).toEqual([2, false])
    })
  })
})
