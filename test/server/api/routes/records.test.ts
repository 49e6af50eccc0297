import { beforeAll, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { createMany } from '../../../../db/queries/record-many.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { anApp, aSchoolSetUp, type Ask } from '../../../support/an-app.ts'
import { aConsideration, change } from '../../../support/rows.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

/** A number with the shape of a pupil's, made here so that none is written down. */
const number = (serial: number) => `A9990000${String(serial).padStart(5, '0')}`

const child = (serial: number, given: object = {}) => ({
  fields: {
    forename: 'Chidi',
    surname: 'Example',
    preferredName: null,
    sayName: null,
    homeAuthorityCode: null,
    upn: number(serial),
    dateOfBirth: '2012-03-01',
    yearGroup: '9',
    admittedOn: '2023-09-04',
    leftOn: null,
    ...given,
  },
})

const meeting = (given: object = {}) => ({
  heldOn: '2026-02-10',
  completedOn: null,
  attended: ['carer', 'child'],
  childViews: true,
  childWords: null,
  quality: null,
  askedOn: null,
  ...given,
})

/** Of another school: the designated teacher records no other. */
const suspension = (given: object = {}) => ({
  kind: 'suspension',
  startedOn: '2026-03-09',
  startSession: 'AM',
  halfDays: 3,
  reasons: ['DB'],
  decidedAt: '2026-03-09T09:00',
  atOtherSchool: true,
  missesExam: null,
  examOn: null,
  representations: null,
  representationsOn: null,
  ...given,
})

const contact = (given: object = {}) => ({
  withRole: 'virtual-school',
  purpose: 'before-suspension',
  suspensionId: null,
  contactedAt: '2026-03-09T08:40',
  how: 'phone',
  outcome: 'reached',
  madeBy: 'Ngozi Okafor',
  note: null,
  ...given,
})

const care = (given: object = {}) => ({
  status: 'cla',
  startedOn: '2024-05-01',
  endedOn: null,
  authorityCode: '302',
  detail: null,
  ...given,
})

describeBothDatabases('records', (open) => {
  let database: OpenDatabase
  let ask: Ask
  let childId: string
  let serial = 1

  const make = async (kind: string, fields: object, of: string | null = childId) =>
    ask('POST', `/api/records/${kind}`, of === null ? { fields } : { childId: of, fields })
  const newChild = async () => (await ask('POST', '/api/records/child', child(serial++))).json.id as string

  beforeAll(async () => {
    database = await open()
    await aSchoolSetUp(database)
    ;({ ask } = anApp(database))
    childId = await newChild()
  })

  it('is kept with its day, its line and what a person typed', async () => {
    const { status, json, headers } = await make('pep-meeting', meeting())
    expect(status).toBe(201)
    expect(headers.get('etag')).toBe('"1"')
    expect(json).toEqual({
      id: expect.any(String),
      kind: 'pep-meeting',
      version: 1,
      childId,
      on: '2026-02-10',
      summary: 'PEP meeting held, plan not yet completed',
      typed: ['attended', 'childViews', 'heldOn'],
      fields: meeting(),
      withheld: [],
    })
    const { json: listed } = await ask('GET', `/api/records/pep-meeting?childId=${childId}`)
    expect(listed.records).toEqual([json])
  })

  it('is corrected with the old value kept, unless somebody did meanwhile', async () => {
    const { json: made } = await make('suspension', suspension())
    const path = `/api/records/suspension/${made.id}`
    const fields = { ...made.fields, halfDays: 5 }
    const first = await ask('PUT', path, { fields }, { 'if-match': '"1"' })
    expect([first.status, first.headers.get('etag'), first.json.fields.halfDays]).toEqual([200, '"2"', 5])
    const second = await ask('PUT', path, { fields: { ...fields, halfDays: 7 } }, { 'if-match': '"1"' })
    expect([second.status, second.json.code]).toEqual([412, 'changed-meanwhile'])
    expect(second.json.current).toMatchObject({ version: 2, fields: { halfDays: 5 } })
    const { json } = await ask('GET', path)
    expect(json.history).toMatchObject([
      {
        version: 2,
        step: 'corrected',
        before: { halfDays: 3 },
        after: { halfDays: 5 },
        changedBy: expect.stringContaining('Designated teacher'),
      },
      { version: 1, step: 'created', before: {}, after: suspension() },
    ])
  })

  it('keeps what a page of its own set, whoever corrects the rest, and lets no form set it', async () => {
    const { json: made } = await make('suspension', suspension({ startedOn: '2026-02-23' }))
    expect(made.fields).toMatchObject({ cancelledAt: null, cancelledReason: null })
    const path = `/api/records/suspension/${made.id}`
    const cancelled = { cancelledAt: '2026-02-23T12:00', cancelledReason: 'It was another child.' }
    await database.db.updateTable('suspension').set(cancelled).where('id', '=', made.id).execute()
    const fields = suspension({ startedOn: '2026-02-23', reasons: ['PP'] })
    const corrected = await ask('PUT', path, { fields }, { 'if-match': '"1"' })
    expect([corrected.status, corrected.json.fields]).toEqual([200, { ...fields, ...cancelled }])
    for (const set of [{ cancelledAt: null }, { cancelledReason: 'Another.' }]) {
      const answer = await ask('PUT', path, { fields: { ...fields, ...set } }, { 'if-match': '"2"' })
      expect([answer.status, answer.json.problems]).toEqual([
        422,
        [{ field: Object.keys(set)[0], message: 'There is no such field.' }],
      ])
    }
    expect((await make('suspension', { ...fields, ...cancelled })).status).toBe(422)
  })

  it('of a process is read, and written on its own page alone', async () => {
    const { schoolId } = await database.db
      .selectFrom('child')
      .select('schoolId')
      .where('id', '=', childId)
      .executeTakeFirstOrThrow()
    const considered = aConsideration({ id: childId, schoolId })
    await inTransaction(database.db, (trx) => createMany(trx, 'consideration', [considered], change))
    const path = `/api/records/consideration/${considered.id}`
    const read = await ask('GET', path)
    expect([read.status, read.json.on, read.json.summary]).toEqual([
      200,
      '2026-03-13',
      'Suspending is being considered',
    ])
    expect((await ask('GET', `/api/records/consideration?childId=${childId}`)).json.records).toHaveLength(1)
    const writes = [
      await make('consideration', { ringBack: '01632 960001' }),
      await ask('PUT', path, { fields: {} }, { 'if-match': '"1"' }),
      await ask('POST', `${path}/remove`, { reason: 'Wrong child.' }, { 'if-match': '"1"' }),
    ]
    for (const { status, json } of writes)
      expect([status, json.message]).toEqual([409, 'This is kept on the page Before you suspend.'])
    const missing = await ask('PUT', `${path}x`, { fields: {} }, { 'if-match': '"1"' })
    expect(missing.status).toBe(404)
    const { kinds } = (await ask('GET', '/api/kinds')).json
    const writable = (name: string) => kinds.find(({ kind }: { kind: string }) => kind === name).writable
    expect([writable('consideration'), writable('advice'), writable('provision')]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('is removed with a reason, and is then nowhere', async () => {
    const { json: made } = await make('contact', contact())
    const path = `/api/records/contact/${made.id}`
    expect((await ask('POST', `${path}/remove`, { reason: ' ' }, { 'if-match': '"1"' })).status).toBe(422)
    const removed = await ask('POST', `${path}/remove`, { reason: 'Wrong child.' }, { 'if-match': '"1"' })
    expect([removed.status, removed.json.id]).toEqual([200, made.id])
    expect((await ask('GET', path)).status).toBe(404)
    expect((await ask('PUT', path, { fields: contact() }, { 'if-match': '"2"' })).status).toBe(404)
    const { json: listed } = await ask('GET', `/api/records/contact?childId=${childId}`)
    expect(listed.records.map(({ id }: { id: string }) => id)).not.toContain(made.id)
  })

  it('is one record however often the button is pressed', async () => {
    const of = await newChild()
    const key = { 'idempotency-key': 'a-double-click' }
    const body = { childId: of, fields: meeting() }
    const press = (sent: object = body) => ask('POST', '/api/records/pep-meeting', sent, key)
    const [one, two, three] = await Promise.all([press(), press(), press()])
    expect([one.status, two.status, three.status]).toEqual([201, 201, 201])
    expect(new Set([one.json.id, two.json.id, three.json.id]).size).toBe(1)
    expect((await ask('GET', `/api/records/pep-meeting?childId=${of}`)).json.records).toHaveLength(1)
    const other = await press({ ...body, fields: meeting({ heldOn: '2026-02-11' }) })
    expect([other.status, other.json.code]).toEqual([409, 'key-used'])
    expect((await ask('POST', '/api/records/pep-meeting', body, { 'idempotency-key': 'x' })).status).toBe(400)
  })

  it('that is there already is refused in words, at its field', async () => {
    const { json: made } = await ask('POST', '/api/records/child', child(serial))
    const again = await ask('POST', '/api/records/child', child(serial++))
    expect([again.status, again.json.code, again.json.field]).toEqual([409, 'duplicate', 'upn'])
    const of = made.id
    await make('pep-meeting', meeting(), of)
    const same = await make('pep-meeting', meeting({ quality: 'green' }), of)
    expect([same.status, same.json.field]).toEqual([409, 'heldOn'])
    const { json: other } = await make('pep-meeting', meeting({ heldOn: '2026-02-12' }), of)
    const moved = await ask(
      'PUT',
      `/api/records/pep-meeting/${other.id}`,
      { fields: meeting() },
      { 'if-match': '"1"' },
    )
    expect([moved.status, moved.json.code]).toEqual([409, 'duplicate'])
  })

  it('says in a sentence, field by field, what is wrong with it', async () => {
    const bad = await make('suspension', {
      ...suspension(),
      kind: 'long',
      startedOn: '2026-02-30',
      halfDays: '3',
    })
    expect(bad.status).toBe(422)
    expect(bad.json.problems).toEqual([
      { field: 'kind', message: 'Choose one of the answers given.' },
      { field: 'startedOn', message: 'Give a real day as year-month-day, such as 2026-03-13' },
      { field: 'halfDays', message: expect.any(String) },
    ])
    const contradicting = await make('pep-meeting', meeting({ completedOn: '2026-02-09' }))
    expect(contradicting.json.problems).toEqual([
      { field: 'completedOn', message: 'The plan cannot be complete before the meeting was held.' },
    ])
    const { heldOn: _, ...without } = meeting()
    expect((await make('pep-meeting', without)).json.problems).toEqual([
      { field: 'heldOn', message: 'Fill this in.' },
    ])
  })

  it.each([
    'id',
    'schoolId',
    'school_id',
    'childId',
    'version',
    'typed',
    'removedAt',
    'role',
    '__proto__',
    'constructor',
  ])('cannot have its %s set from outside', async (name) => {
    const fields = JSON.parse(`{${JSON.stringify(name)}:1}`)
    const { status, json } = await make('pep-meeting', {
      ...meeting({ heldOn: '2026-01-20' }),
      ...fields,
      [name]: 1,
    })
    if (name === '__proto__') return
    expect([status, json.field]).toEqual([422, name])
  })

  it('names only what is there: a suspension of the same child, an authority that is listed', async () => {
    const { json: theirs } = await make(
      'suspension',
      suspension({ startedOn: '2026-01-20' }),
      await newChild(),
    )
    for (const suspensionId of [theirs.id, nobody, ''])
      expect((await make('contact', contact({ suspensionId }))).json.problems).toEqual([
        { field: 'suspensionId', message: 'Choose one of this child’s suspensions.' },
      ])
    const { json: ours } = await make('suspension', suspension({ startedOn: '2026-01-20' }))
    expect((await make('contact', contact({ suspensionId: ours.id }))).status).toBe(201)
    expect((await make('care-episode', care({ authorityCode: 'Z9' }))).json.field).toBe('authorityCode')
    expect((await make('care-episode', care())).status).toBe(201)
  })

  it('belongs to a child that is there, to nobody only where that has a meaning', async () => {
    expect((await make('pep-meeting', meeting(), nobody)).status).toBe(404)
    expect((await make('pep-meeting', meeting(), null)).json.field).toBe('childId')
    const clerk = {
      role: 'clerk',
      name: 'Pat Heron',
      organisation: null,
      phone: '020 7946 0123',
      email: 'clerk@school.example',
      parentalResponsibility: 'not-known',
      doNotContact: false,
      doNotContactReason: null,
      startedOn: null,
      endedOn: null,
    }
    expect((await make('person', clerk, null)).json).toMatchObject({ childId: null, fields: clerk })
    const term = { kind: 'term', name: 'Spring 2026', firstDay: '2026-01-05', lastDay: '2026-03-27' }
    expect((await make('term-date', term)).json.field).toBe('childId')
    expect((await make('term-date', term, null)).json).toMatchObject({ childId: null, on: '2026-01-05' })
    expect((await ask('GET', '/api/records/term-date')).json.records).toHaveLength(1)
    expect((await ask('GET', `/api/records/term-date?childId=${nobody}`)).status).toBe(404)
  })

  it('changes what the pages say at once', async () => {
    const of = await newChild()
    await make('care-episode', care(), of)
    const before = (await ask('GET', `/api/children/${of}`)).json
    expect(before.child.statuses).toEqual(['cla'])
    const head = anApp(database, undefined, { as: 'headteacher' })
    const fields = suspension({ atOtherSchool: false })
    expect((await head.ask('POST', '/api/records/suspension', { childId: of, fields })).status).toBe(201)
    const after = (await ask('GET', `/api/children/${of}`)).json
    expect(after.timeline.map(({ kind }: { kind: string }) => kind)).toContain('suspension')
    const notAsked = after.cards.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'virtual-school-not-contacted-before',
    )
    expect(notAsked).toMatchObject({ status: 'breach', state: 'open', version: 1 })
  })
})
