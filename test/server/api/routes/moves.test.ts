import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPathway, type Asker, type Pathway } from '../../../support/a-pathway.ts'
import { describeBothDatabases } from '../../../support/databases.ts'

const nobodyTold = { socialWorkerToldAt: null, virtualSchoolToldAt: null }

/** A form of each kind, its days open to be said otherwise. */
const forms = {
  'off-site-direction': {
    startsOn: '2026-03-16',
    endsOn: '2026-03-27',
    place: 'Invented Centre',
    address: null,
    reportTo: null,
    schoolDays: 10,
    sessionTimes: null,
    objectives: 'To be calm in a smaller class.',
    noticeAt: '2026-03-11T15:00',
    hasPlan: false,
    authorityNoticeAt: null,
    nextReviewOn: null,
    lastReviewOn: null,
    reviewAskedOn: null,
    ...nobodyTold,
  },
  'managed-move': {
    agreedOn: '2026-03-16',
    toSchool: 'Another School',
    startsOn: null,
    parentAgrees: true,
    childViews: null,
    ...nobodyTold,
  },
  'part-time-timetable': {
    startsOn: '2026-03-16',
    endsOn: '2026-03-27',
    reviewOn: '2026-03-20',
    weeklyHours: 15,
    reason: 'health',
    why: null,
    parentAgrees: true,
    ...nobodyTold,
  },
  'safeguarding-separation': {
    startedOn: '2026-03-16',
    endedOn: '2026-03-27',
    education: null,
    authorityAskedAt: null,
    ...nobodyTold,
  },
  'restrictive-intervention': {
    happenedAt: '2026-03-12T11:05',
    what: 'restraint',
    account: 'Held by the arm for a minute at the gate.',
    writtenAt: '2026-03-12T15:00',
    parentToldAt: null,
    withheldReason: null,
    socialWorkerToldAt: null,
  },
  'unlawful-exclusion': {
    happenedOn: '2026-03-12',
    session: 'PM',
    halfDays: 1,
    whatHappened: 'Sent home to cool off.',
    putRightOn: null,
    putRight: null,
    parentToldAt: null,
    socialWorkerToldAt: null,
    virtualSchoolToldAt: null,
  },
} as const
type Kind = keyof typeof forms
const kinds = Object.keys(forms) as Kind[]
const spanning: readonly (readonly [Kind, string, string | null])[] = [
  ['off-site-direction', 'startsOn', 'endsOn'],
  ['part-time-timetable', 'startsOn', 'endsOn'],
  ['safeguarding-separation', 'startedOn', 'endedOn'],
  ['managed-move', 'agreedOn', null],
]

describeBothDatabases('what keeps a child out of the classroom beside a suspension', (open) => {
  let world: Pathway
  let head: Asker
  let teacher: Asker
  let childId: string
  let childNext: string

  beforeAll(async () => {
    world = await aPathway(await open())
    head = await world.as('headteacher')
    teacher = await world.as('designated-teacher')
  })
  beforeEach(async () => {
    childId = await world.another('302')
    childNext = await world.another('302')
  })

  const send = (who: Asker, kind: Kind, more: object = {}, headers = {}, of = childId) =>
    who.post(`/records/${kind}`, { childId: of, fields: { ...forms[kind], ...more } }, headers)
  const list = async (kind: Kind) => (await head.get(`/records/${kind}?childId=${childId}`)).json.records

  it('is written by designated teacher and headteacher, read by the safeguarding lead, and nobody else’s of the school', async () => {
    const lead = await world.as('safeguarding-lead')
    const others = [await world.as('class-staff'), await world.as('governor')]
    for (const kind of kinds) {
      const made = await send(teacher, kind)
      expect([kind, made.status]).toEqual([kind, 201])
      const path = `/records/${kind}/${made.json.id}`
      expect((await lead.get(path)).status).toBe(200)
      expect((await send(lead, kind)).status).toBe(403)
      for (const who of others)
        expect([kind, (await send(who, kind)).status >= 403, (await who.get(path)).status >= 403]).toEqual([
          kind,
          true,
          true,
        ])
    }
  })

  it('sent twice by a double click is kept once', async () => {
    for (const kind of kinds) {
      const key = { 'idempotency-key': crypto.randomUUID() }
      const answers = await Promise.all([send(head, kind, {}, key), send(head, kind, {}, key)])
      const ids = new Set(answers.map(({ json }) => json.id as string))
      expect([kind, ids.size]).toEqual([kind, 1])
    }
  })

  it.each(spanning)(
    '%s: there is one at a time, by whoever and however it is sent',
    async (kind, first, last) => {
      const both = await Promise.all([send(head, kind), send(teacher, kind)])
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
      const [made] = both.filter(({ status }) => status === 201)
      const [refused] = both.filter(({ status }) => status === 422)
      expect(refused?.json.field ?? refused?.json.problems[0].field).toBe(first)
      const of = async (from: string, to: string | null) => {
        const days = { [first]: from, ...(last === null ? {} : { [last]: to }) }
        const more = kind === 'part-time-timetable' ? { reviewOn: null } : {}
        return (await send(head, kind, { ...days, ...more }, {}, childId)).status
      }
      if (last !== null) {
        expect(await of('2026-03-27', '2026-04-24')).toBe(422)
        expect(await of('2026-03-02', '2026-03-16')).toBe(422)
        expect(await of('2026-03-02', '2026-03-15')).toBe(201)
      }
      expect(await of('2026-03-28', last === null ? null : '2026-04-24')).toBe(201)
      // Another child's, and a correction that leaves its days, are nobody's matter.
      expect((await send(head, kind, {}, {}, childNext)).status).toBe(201)
      const path = `/records/${kind}/${made?.json.id}`
      const told = { fields: { ...forms[kind], socialWorkerToldAt: '2026-03-13T08:00' } }
      expect((await head.put(path, told, 1)).status).toBe(200)
      expect((await teacher.put(path, told, 1)).status).toBe(412)
      const moved = {
        fields: { ...forms[kind], [first]: '2026-03-28', ...(last && { [last]: '2026-04-24' }) },
      }
      if (kind === 'part-time-timetable') Object.assign(moved.fields, { reviewOn: null })
      expect((await head.put(path, moved, 2)).status).toBe(422)
    },
  )

  it('without an end, it lasts: another one waits for it', async () => {
    expect((await send(head, 'off-site-direction', { endsOn: null })).status).toBe(201)
    const later = { startsOn: '2027-01-11', endsOn: '2027-01-22' }
    const refused = await send(head, 'off-site-direction', later)
    expect(refused.json.problems?.[0]?.message ?? refused.json.message).toBe(
      'An off-site direction of 16 March is recorded for these days already, without an end. Open that one and correct it.',
    )
  })

  it('an off-site direction has its written notice, also before it begins, until parents and authority have it', async () => {
    const more = { address: '1 Nowhere Road', hasPlan: true }
    const { json } = await send(teacher, 'off-site-direction', { ...more, noticeAt: null })
    const notice = async () => (await head.get(`/off-site-directions/${json.id}/letter`)).json.letter
    const listed = async () =>
      (await head.get('/suspensions')).json.offSite.filter(
        ({ child }: { child: { id: string } }) => child.id === childId,
      )
    expect(await listed()).toMatchObject([{ id: json.id, startsOn: '2026-03-16', hasNotice: false }])
    expect((await notice()).paragraphs.join(' ')).toMatch(/Invented Centre, 1 Nowhere Road.*A copy goes to/)
    expect((await notice()).keptOn).toEqual({ kind: 'off-site-direction', id: json.id, isGone: false })
    const both = { noticeAt: '2026-03-11T15:00', authorityNoticeAt: '2026-03-11T16:00' }
    const told = { fields: { ...forms['off-site-direction'], ...more, ...both } }
    expect((await teacher.put(`/records/off-site-direction/${json.id}`, told, 1)).status).toBe(200)
    expect([(await notice()).keptOn.isGone, (await listed())[0].hasNotice]).toEqual([true, true])
    const ended = { fields: { ...told.fields, startsOn: '2026-03-02', endsOn: '2026-03-12' } }
    expect((await teacher.put(`/records/off-site-direction/${json.id}`, ended, 2)).status).toBe(200)
    expect(await listed()).toEqual([])
  })

  describe('and a decision', () => {
    it('made at once with a direction off site: both stand, each once', async () => {
      const proposed = await world.propose(head, childId)
      const without = { withoutContact: 'Nobody answered.' }
      const [decided, directed] = await Promise.all([
        world.decide(head, proposed, without),
        send(teacher, 'off-site-direction'),
      ])
      expect([decided.status, directed.status]).toEqual([200, 201])
      expect(await list('off-site-direction')).toHaveLength(1)
    })
  })
})
