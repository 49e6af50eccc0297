import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMailer, type Message } from '../../../../server/mail.ts'
import { createLog } from '../../../../server/log.ts'
import { aPathway, type Asker, type Pathway } from '../../../support/a-pathway.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aCall, aDraft } from '../../../support/pathway-bodies.ts'

type Item = { id: string; words: string; waitedMinutes: number | null; school: { name: string } }

describeBothDatabases('the inbox of a Virtual School', (open) => {
  let world: Pathway
  let teacher: Asker
  let barnet: Asker

  beforeAll(async () => {
    world = await aPathway(await open())
  })
  beforeEach(async () => {
    // Everybody signs in anew: a test may have put the clock on.
    teacher = await world.as('designated-teacher')
    barnet = await world.as('virtual-school-head', { authorityCode: '302' })
  })

  const itemsOf = async (who: Asker): Promise<Item[]> => (await who.get('/inbox')).json.items
  const mine = async (who: Asker, id: string) => (await itemsOf(who)).find((item) => item.id === id)
  const open1 = async (childId: string, who = teacher) =>
    (await who.post('/considerations', { childId })).json.considering.id as string
  const contactsOn = async (id: string) =>
    world.db.selectFrom('contact').selectAll().where('considerationId', '=', id).execute()

  it('holds the children of its own authority alone, of every school, newest first', async () => {
    const elsewhere = await world.as('designated-teacher', { schoolId: world.otherSchoolId })
    const own = await world.propose(teacher, await world.another('302'))
    world.clock.later(1)
    const other = await world.propose(elsewhere, world.barnetChildElsewhere)
    const camdens = await open1(await world.another('202'))
    const nobodys = await open1(await world.another(null))
    const items = await itemsOf(barnet)
    const ids = items.map(({ id }) => id)
    expect(ids.indexOf(other.id)).toBeLessThan(ids.indexOf(own.id))
    expect(ids).not.toContain(camdens)
    expect(ids).not.toContain(nobodys)
    expect(items.find(({ id }) => id === other.id)?.school.name).toBe('The Other School')
    expect(items.find(({ id }) => id === own.id)?.words).toBe(
      'Considering 1.5 school days from Mon 16 March. With it: 1.5 school days in the term, 1.5 in the year.',
    )
    const camden = await world.as('virtual-school-head', { authorityCode: '202' })
    expect((await itemsOf(camden)).map(({ id }) => id)).toContain(camdens)
  })

  it('of an adviser holds the caseload alone', async () => {
    const adviser = await world.as('education-adviser', { authorityCode: '302' })
    const own = await world.another('302')
    const [listed, unlisted] = [await open1(own), await open1(await world.another('302'))]
    const of = { id: crypto.randomUUID(), postId: adviser.postId, schoolId: world.schoolId, childId: own }
    await world.db
      .insertInto('postChild')
      .values({ ...of, startedOn: '2025-09-01', endedOn: null })
      .execute()
    const ids = (await itemsOf(adviser)).map(({ id }) => id)
    expect([ids.includes(listed), ids.includes(unlisted)]).toEqual([true, false])
    expect((await adviser.post(`/inbox/${unlisted}/read`)).status).toBe(404)
  })

  it('opens to nobody of a school', async () => {
    for (const role of ['designated-teacher', 'safeguarding-lead', 'headteacher', 'governor'] as const)
      expect((await (await world.as(role)).get('/inbox')).status).toBe(403)
  })

  it('what another authority looks after is as if it were not there', async () => {
    const id = await open1(await world.another('202'))
    for (const answer of [
      await barnet.post(`/inbox/${id}/read`),
      await barnet.post(`/inbox/${id}/advice`, { words: 'Wait.' }),
    ])
      expect([answer.status, answer.json.code]).toEqual([404, 'not-found'])
  })

  it('measures the minutes from the flag to the first reading, and the middle of them', async () => {
    const id = await open1(await world.another('302'))
    expect((await mine(barnet, id))?.waitedMinutes).toBeNull()
    world.clock.later(7)
    const { json } = await barnet.post(`/inbox/${id}/read`)
    expect(json.item).toMatchObject({ waitedMinutes: 7, read: { by: barnet.name } })
    world.clock.later(2)
    const second = await world.as('virtual-school-head', { authorityCode: '302' })
    const again = await second.post(`/inbox/${id}/read`)
    expect(again.json.item).toEqual(json.item)
    const inbox = await barnet.get('/inbox')
    const waited = (inbox.json.items as Item[]).flatMap(({ waitedMinutes }) => waitedMinutes ?? [])
    expect([inbox.json.count, waited.includes(inbox.json.median)]).toEqual([waited.length, true])
  })

  it('a reading is a contact before the decision, unless the Virtual School was reached already', async () => {
    const read = await open1(await world.another('302'))
    await barnet.post(`/inbox/${read}/read`)
    expect(await contactsOn(read)).toMatchObject([
      {
        withRole: 'virtual-school',
        purpose: 'before-suspension',
        outcome: 'reached',
        madeBy: null,
        note: `Read in the dashboard by ${barnet.name}.`,
      },
    ])
    const rung = await open1(await world.another('302'))
    await teacher.post(`/considerations/${rung}/contacts`, aCall())
    await barnet.post(`/inbox/${rung}/read`)
    expect(await contactsOn(rung)).toHaveLength(1)
  })

  it('a reading is of the Virtual School alone: nobody of the school is said to have contacted it', async () => {
    const head = await world.as('headteacher')
    const childId = await world.another('302')
    const proposed = await world.propose(head, childId)
    await barnet.post(`/inbox/${proposed.id}/read`)
    world.clock.later(3)
    const { json } = await world.decide(head, proposed, { withoutContact: 'The social worker is away.' })
    const { tasks, contacts } = (await head.get(`/suspensions/${json.considering.suspensionId}`)).json
    const found = tasks.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'virtual-school-not-contacted-before',
    )
    expect(found).toMatchObject({
      status: 'met',
      message: expect.stringMatching(
        new RegExp(
          `^What was considered was read by ${barnet.name} of the Virtual School on .*, before the decision`,
        ),
      ),
    })
    expect(contacts).toMatchObject([{ withRole: 'virtual-school', madeBy: null }])
  })

  it('advice stands with the child, is an answer before the decision, and reads', async () => {
    const childId = await world.another('302')
    const { id } = await world.propose(teacher, childId)
    const words = 'Ask for an interim review first.'
    const same = { 'idempotency-key': crypto.randomUUID() }
    const sent = () => barnet.post(`/inbox/${id}/advice`, { words }, same)
    const answers = [await sent(), await sent()]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[1]?.json.item.advice).toMatchObject([{ by: barnet.name, words }])
    const other = await barnet.post(`/inbox/${id}/advice`, { words: 'Another.' }, same)
    expect([other.status, other.json.code]).toEqual([409, 'key-used'])
    const page = await teacher.get(`/children/${childId}/before-suspending`)
    expect(page.json.considering).toMatchObject({ read: { by: barnet.name }, advice: [{ words }] })
    expect(page.json.contacts[0]).toMatchObject({
      role: 'virtual-school',
      isDone: true,
      attempts: [{ note: words }],
    })
  })

  it('shows what came of it for a fortnight, and advice after it is kept beside it', async () => {
    const head = await world.as('headteacher')
    const childId = await world.another('302')
    const proposed = await world.propose(teacher, childId)
    await world.decide(head, proposed, { decision: 'not-suspended', instead: 'A plan.' })
    expect(await mine(barnet, proposed.id)).toMatchObject({
      state: 'not-suspended',
      words: 'Not suspended. Instead: A plan.',
    })
    const late = await barnet.post(`/inbox/${proposed.id}/advice`, { words: 'Well done.' })
    expect([late.status, (await contactsOn(proposed.id)).length]).toEqual([200, 0])
  })

  it('is seen by the school whose child it shows, and by no other', async () => {
    await open1(await world.another('302'))
    await barnet.get('/inbox')
    const seen = await world.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('accountId', '=', barnet.accountId)
      .where('route', '=', 'GET /api/inbox')
      .execute()
    expect(seen.length).toBeGreaterThan(0)
    for (const { schoolId, childSet } of seen) {
      const children = await world.db
        .selectFrom('auditChildSet')
        .innerJoin('child', 'child.id', 'auditChildSet.childId')
        .select('child.schoolId')
        .where('auditChildSet.id', '=', childSet ?? '')
        .execute()
      expect(new Set(children.map((child) => child.schoolId))).toEqual(new Set([schoolId]))
    }
  })

  it('lets a Virtual School read the page of a child at a school that it has not at hand', async () => {
    const elsewhere = await world.as('designated-teacher', { schoolId: world.otherSchoolId })
    await world.propose(elsewhere, world.barnetChildElsewhere)
    const { status, json } = await barnet.get(`/children/${world.barnetChildElsewhere}/before-suspending`)
    expect([status, json.may]).toMatchObject([200, { write: false, decide: false }])
    expect((await teacher.get(`/children/${world.barnetChildElsewhere}/before-suspending`)).status).toBe(404)
  })

  describe('news', () => {
    const stamp = async (who: Asker): Promise<string> => (await who.get('/news')).json.stamp

    it('change with every step in the reader’s scope, and with nothing else', async () => {
      const head = await world.as('headteacher')
      const childId = await world.another('302')
      const before = await stamp(barnet)
      expect(await stamp(barnet)).toBe(before)
      const seen = new Set([before])
      const schools = new Set([await stamp(teacher)])
      let stamps = 1
      const changes = async (
        step: Promise<{ status: number; json: { considering?: { version: number } } }>,
      ) => {
        const { status, json } = await step
        expect(status).toBe(200)
        seen.add(await stamp(barnet))
        schools.add(await stamp(teacher))
        stamps += 1
        expect([seen.size, schools.size]).toEqual([stamps, stamps])
        return json.considering?.version ?? 0
      }
      await changes(teacher.post('/considerations', { childId }))
      const id = (await mine(barnet, await open1(childId)))?.id ?? ''
      let version = await changes(teacher.put(`/considerations/${id}`, { fields: aDraft() }, 1))
      await changes(teacher.post(`/considerations/${id}/contacts`, aCall()))
      await changes(barnet.post(`/inbox/${id}/read`))
      await changes(barnet.post(`/inbox/${id}/advice`, { words: 'Wait.' }))
      version = await changes(world.decide(head, { id, version }, { decision: 'not-suspended' }))
      expect(version).toBeGreaterThan(0)

      const still = await stamp(barnet)
      await open1(await world.another('202'))
      await head.get('/considerations')
      expect(await stamp(barnet)).toBe(still)
    })

    it('say how many flags nobody has read, to a Virtual School alone', async () => {
      const unread = async () => (await barnet.get('/news')).json.unread as number
      const before = await unread()
      const id = await open1(await world.another('302'))
      expect(await unread()).toBe(before + 1)
      await barnet.post(`/inbox/${id}/read`)
      expect(await unread()).toBe(before)
      expect((await teacher.get('/news')).json.unread).toBeNull()
    })

    it('are no sign that anybody is there, and are not on record', async () => {
      const asker = await world.as('virtual-school-head', { authorityCode: '302' })
      for (let minute = 0; minute < 29; minute += 4) {
        world.clock.later(4)
        if (minute < 25) expect((await asker.get('/news')).status).toBe(200)
      }
      const { status, json } = await asker.get('/news')
      expect([status, json.code]).toEqual([401, 'sign-in'])
      const kept = await world.db
        .selectFrom('auditEvent')
        .selectAll()
        .where('accountId', '=', asker.accountId)
        .where('route', '=', 'GET /api/news')
        .execute()
      expect(kept).toEqual([])
    })
  })
})

describe('mail about a flag', () => {
  const ends: (() => void)[] = []
  afterEach(() => {
    for (const end of ends.splice(0)) end()
  })

  /** A real mail server, and what it was given. */
  async function aMailServer() {
    const mails: { to: string; mail: Promise<Email> }[] = []
    let came = () => {}
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, { envelope }, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          mails.push({ to: envelope.rcptTo[0]?.address ?? '', mail: PostalMime.parse(Buffer.concat(parts)) })
          done()
          came()
        })
      },
    })
    server.on('error', () => undefined)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
    ends.push(() => server.close())
    const { port } = server.server.address() as { port: number }
    /** Once there are so many. */
    const arrived = (many: number) =>
      new Promise<void>((resolve) => {
        came = () => mails.length >= many && resolve()
        came()
      })
    return { url: `smtp://127.0.0.1:${port}?from=office@school.example`, mails, arrived }
  }

  describeBothDatabases('with a real mail server', (open) => {
    it('goes to whoever’s post opens the child, once, without a name; and the answer to who asked', async () => {
      const { url, mails, arrived } = await aMailServer()
      const world = await aPathway(await open(), { mail: createMailer(url, createLog('silent')) })
      const teacher = await world.as('designated-teacher')
      const barnet = await world.as('virtual-school-head', { authorityCode: '302' })
      await world.as('virtual-school-head', { authorityCode: '202' })
      const adviser = await world.as('education-adviser', { authorityCode: '302' })
      await world.as('education-adviser', { authorityCode: '302' })
      const listed = { postId: adviser.postId, schoolId: world.schoolId, childId: world.barnetChild }
      await world.db
        .insertInto('postChild')
        .values({ id: crypto.randomUUID(), ...listed, startedOn: '2025-09-01', endedOn: null })
        .execute()
      const opened = await teacher.post('/considerations', { childId: world.barnetChild })
      await teacher.post('/considerations', { childId: world.barnetChild })
      await arrived(2)
      expect(mails.map(({ to }) => to).toSorted()).toEqual([adviser.email, barnet.email].toSorted())
      const { id } = opened.json.considering
      await barnet.post(`/inbox/${id}/advice`, { words: 'Ask for an interim review first.' })
      await adviser.post(`/inbox/${id}/advice`, { words: 'And see the key adult.' })
      await arrived(3)
      expect(mails.slice(2).map(({ to }) => to)).toEqual([teacher.email])
      const child = await world.db
        .selectFrom('child')
        .selectAll()
        .where('id', '=', world.barnetChild)
        .executeTakeFirstOrThrow()
      for (const mail of await Promise.all(mails.map((each) => each.mail))) {
        const text = `${mail.subject} ${mail.text}`
        for (const word of [child.surname, child.forename, child.upn, 'interim', 'Ashbrook'])
          expect(text).not.toContain(word)
        expect(text).toMatch(/Sign in to read it/)
      }
    })
  })

  describeBothDatabases('however the mail goes', (open) => {
    it('the answer neither waits for it nor fails by it', async () => {
      const given: { mails: Message[] } = { mails: [] }
      const never = {
        send: (message: Message) => (given.mails.push(message), new Promise<boolean>(() => undefined)),
      }
      const world = await aPathway(await open(), { mail: never })
      const teacher = await world.as('designated-teacher')
      await world.as('virtual-school-head', { authorityCode: '302' })
      expect((await teacher.post('/considerations', { childId: world.barnetChild })).status).toBe(200)
      const failing = await aPathway(await open(), { mail: { send: () => Promise.reject(new Error('no')) } })
      const other = await failing.as('designated-teacher')
      await failing.as('virtual-school-head', { authorityCode: '302' })
      expect((await other.post('/considerations', { childId: failing.barnetChild })).status).toBe(200)
    })
  })
})
