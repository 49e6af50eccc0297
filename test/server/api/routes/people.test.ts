import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { createMany } from '../../../../db/queries/record-many.ts'
import type { Role } from '../../../../server/access/permissions.ts'
import type { Message } from '../../../../server/mail.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { anApp, type Ask } from '../../../support/an-app.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aChild, aSchool, change } from '../../../support/rows.ts'

const today = '2026-03-13'
const at = `${today}T09:30:00.000Z`

/** A school with its people, and what each of them asks of the server. */
async function aStaffed(database: OpenDatabase, given: { mail?: Message[] } = {}) {
  const { db } = database
  const { schoolId } = await aSchool(db)
  const sent = given.mail
  const { ask: asked } = anApp(database, today, {
    as: 'nobody',
    ...(sent && { mail: { send: async (message: Message) => sent.push(message) > 0 } }),
  })
  async function as(roles: readonly Role[], of: Parameters<typeof anAccount>[2] = {}) {
    const account = await anAccount(db, roles, { schoolId, authorityCode: 'X01', ...of })
    const cookie = await aCookie(db, account.accountId, at)
    const ask: Ask = (method, path, body, headers = {}) =>
      asked(method, `/api${path}`, body, { cookie, ...headers })
    /** Somebody as this person sees them on the page. */
    const sees = async (email: string) => {
      const { json } = await ask('GET', '/people')
      return json.people.find((one: { email: string }) => one.email === email)
    }
    return { ...account, ask, sees }
  }
  return { db, schoolId, as }
}

type Staffed = Awaited<ReturnType<typeof aStaffed>>
type Person = Awaited<ReturnType<Staffed['as']>>

const teacher = {
  name: 'Robin Reed',
  email: 'robin.reed@school.example',
  role: 'designated-teacher',
  startedOn: '2026-03-13',
}
const version = (number: number) => ({ 'If-Match': `"${number}"` })
const invite = (by: Person, given: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  by.ask('POST', '/people', { ...teacher, ...given }, headers)
const decide = (by: Person, post: { id: string; version: number }, give = true) =>
  by.ask('POST', `/people/posts/${post.id}/decide`, { give }, version(post.version))

describeBothDatabases('a role that opens children', (open) => {
  it('waits for the safeguarding lead when the headteacher asks', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const lead = await as(['safeguarding-lead'])
    const invited = await invite(head)
    expect([invited.status, invited.json.waits]).toEqual([201, true])
    expect(invited.json.link).toMatch(/^http:\/\/localhost\/welcome#[\w-]+\.[\w-]+$/)
    const [post] = (await lead.sees(teacher.email)).posts
    expect(post).toMatchObject({ state: 'asked', can: ['decide'], waitsFor: 'the safeguarding lead' })
    expect((await head.sees(teacher.email)).posts[0].can).toEqual(['days', 'end'])
    expect((await decide(head, post)).json.code).toBe('own-grant')
    expect((await decide(lead, post)).json.state).toBe('held')
    expect((await lead.sees(teacher.email)).posts[0]).toMatchObject({
      state: 'held',
      decidedBy: lead.name,
      grantedAlone: false,
    })
  })

  it('is never decided by who asked, whom it is for, or an administrator', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const admin = await as(['administrator'])
    const other = await as(['administrator'])
    const lead = await as(['safeguarding-lead'])
    await invite(admin, { email: lead.email })
    const { posts } = await head.sees(lead.email)
    const post = posts.find(({ role }: { role: string }) => role === 'designated-teacher')
    expect(post.state).toBe('asked')
    expect((await decide(admin, post)).status).toBe(403)
    expect((await decide(other, post)).status).toBe(403)
    expect((await decide(lead, post)).json.code).toBe('own-grant')
    expect((await decide(head, post)).json.state).toBe('held')
  })

  it('asked by an administrator for themselves waits, and a role without children is refused', async () => {
    const { as } = await aStaffed(await open())
    const admin = await as(['administrator'])
    await as(['headteacher'])
    const own = await invite(admin, { email: admin.email, role: 'headteacher' })
    expect([own.status, own.json.waits]).toEqual([201, true])
    const dpo = await invite(admin, { email: admin.email, role: 'data-protection-officer' })
    expect([dpo.status, dpo.json.code]).toEqual([403, 'own-grant'])
  })

  it('stands alone where nobody else could decide, and asks to be confirmed by the first who can', async () => {
    const { as, db } = await aStaffed(await open())
    const head = await as(['headteacher'])
    expect((await invite(head)).json.waits).toBe(false)
    expect((await head.sees(teacher.email)).posts[0]).toMatchObject({ grantedAlone: true, waitsFor: null })
    const lead = await as(['safeguarding-lead'])
    const [post] = (await lead.sees(teacher.email)).posts
    expect(post).toMatchObject({ grantedAlone: true, can: ['confirm'] })
    expect((await decide(lead, post)).json.state).toBe('held')
    expect((await lead.sees(teacher.email)).posts[0]).toMatchObject({ grantedAlone: false, can: [] })
    const events = await db.selectFrom('auditEvent').select('action').orderBy('seq').execute()
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.invite', 'grant.give', 'grant.confirm']),
    )
  })

  it('stands alone for the first headteacher of a school, and for no later one', async () => {
    const { as } = await aStaffed(await open())
    const admin = await as(['administrator'])
    expect((await invite(admin, { role: 'headteacher' })).json.waits).toBe(false)
    const next = await invite(admin, { role: 'headteacher', email: 'second@school.example' })
    expect(next.json.waits).toBe(true)
    expect((await invite(admin, { email: 'third@school.example' })).json.waits).toBe(true)
  })

  it('that a headteacher asks for themselves never stands alone', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    expect((await invite(head, { email: head.email })).json.waits).toBe(true)
  })

  it('for an authority waits for another Virtual School head, or else a headteacher', async () => {
    const { as } = await aStaffed(await open())
    const virtual = await as(['virtual-school-head'])
    const head = await as(['headteacher'])
    await invite(virtual, { role: 'education-adviser' })
    const [post] = (await head.sees(teacher.email)).posts
    expect(post).toMatchObject({ can: ['decide'], waitsFor: 'a headteacher' })
    const second = await as(['virtual-school-head'])
    const [again] = (await second.sees(teacher.email)).posts
    expect(again.can).toContain('decide')
    expect((await head.sees(teacher.email)).posts[0].can).toEqual([])
    expect((await decide(head, again)).status).toBe(403)
    expect((await decide(second, again)).json.state).toBe('held')
  })

  it('takes the word of one of two who decide at once', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const leads = [await as(['safeguarding-lead']), await as(['safeguarding-lead'])]
    await invite(head)
    const [post] = (await leads[0]!.sees(teacher.email)).posts
    const answers = await Promise.all(leads.map((lead, at) => decide(lead, post, at === 0)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]))
  })

  it('that was refused opens nothing, and a decision on an earlier version is not taken', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const lead = await as(['safeguarding-lead'])
    await invite(head)
    const [post] = (await lead.sees(teacher.email)).posts
    const days = { startedOn: '2026-03-16', endedOn: null, label: null }
    expect((await head.ask('PUT', `/people/posts/${post.id}`, days, version(1))).status).toBe(200)
    expect((await decide(lead, post)).status).toBe(412)
    expect((await lead.ask('POST', `/people/posts/${post.id}/decide`, { give: true })).status).toBe(428)
    expect((await decide(lead, { ...post, version: 2 }, false)).json.state).toBe('refused')
    expect((await decide(lead, { ...post, version: 3 })).json.code).toBe('nothing-to-do')
  })

  it('is not made longer without a new grant, and may be made shorter', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const lead = await as(['safeguarding-lead'])
    await invite(head, { endedOn: '2026-07-17' })
    await decide(lead, (await lead.sees(teacher.email)).posts[0])
    const [{ id }] = (await head.sees(teacher.email)).posts
    const give = (endedOn: string | null, seen: number) =>
      head.ask('PUT', `/people/posts/${id}`, { startedOn: '2026-03-13', endedOn, label: null }, version(seen))
    expect((await give(null, 2)).json.code).toBe('longer')
    expect((await give('2026-08-31', 2)).json.code).toBe('longer')
    expect((await give('2026-03-31', 2)).status).toBe(200)
    expect((await give('2026-03-12', 3)).status).toBe(422)
  })
})

describeBothDatabases('an invitation', (open) => {
  it('is answered alike whether the address has an account, and a colleague gets the role alone', async () => {
    const mail: Message[] = []
    const { as, db } = await aStaffed(await open(), { mail })
    const head = await as(['headteacher'])
    const known = await as(['governor'])
    await as(['safeguarding-lead'])
    const fresh = await invite(head)
    const other = await invite(head, { email: `  ${known.email.toUpperCase()} `, name: 'Somebody Else' })
    const { postId: _one, ...first } = fresh.json
    const { postId: _other, ...second } = other.json
    expect([fresh.status, first]).toEqual([other.status, second])
    expect(first).toEqual({ waits: true, mailed: true, link: null })
    expect(mail.map(({ to }) => to)).toEqual([teacher.email, known.email])
    expect(mail[0]!.text).toContain('/welcome#')
    expect(mail[1]!.text).not.toContain('/welcome#')
    const names = await db.selectFrom('account').select('name').where('email', '=', known.email).execute()
    expect(names).toEqual([{ name: known.name }])
  })

  it('sent twice is one person with one role; made again, the earlier link ends', async () => {
    const { as, db } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const key = { 'Idempotency-Key': 'form-0001' }
    const first = await invite(head, {}, key)
    const again = await invite(head, {}, key)
    expect([again.status, again.json.postId]).toEqual([201, first.json.postId])
    expect(again.json.link).toBeNull()
    expect((await invite(head, { role: 'governor' }, key)).json.code).toBe('key-used')
    expect((await invite(head)).json.code).toBe('has-role')
    const { accountId, version: seen } = await head.sees(teacher.email)
    const link = (purpose: string) =>
      head.ask('POST', `/people/accounts/${accountId}/link`, { purpose }, version(seen))
    const next = await link('invitation')
    expect(next.json.link).not.toBe(first.json.link)
    expect((await link('password')).json.code).toBe('nothing-to-do')
    const links = await db.selectFrom('accessLink').select(['usedAt', 'secretHash']).execute()
    expect(links.filter(({ usedAt }) => usedAt === null)).toHaveLength(1)
    const secret = next.json.link.split('.')[1]
    expect(links.some(({ secretHash }) => secretHash.includes(secret))).toBe(false)
    const kept = JSON.stringify(await db.selectFrom('auditEvent').selectAll().execute())
    expect(kept).not.toContain(secret)
  })

  it('sent ten times at once is one person with one role, and two for one address one person', async () => {
    const { as, db } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const key = { 'Idempotency-Key': 'form-0002' }
    const same = await Promise.all(Array.from({ length: 10 }, () => invite(head, {}, key)))
    expect(same.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(new Set(same.map(({ json }) => json.postId)).size).toBe(1)
    expect(same.filter(({ json }) => json.link !== null)).toHaveLength(1)
    const email = 'two@school.example'
    const two = await Promise.all([invite(head, { email }), invite(head, { email, role: 'governor' })])
    expect(two.map(({ status }) => status)).toEqual([201, 201])
    expect(await db.selectFrom('account').select('id').where('email', '=', email).execute()).toHaveLength(1)
  })

  it('names a place of the one who invites: another school is not there', async () => {
    const database = await open()
    const { as, db } = await aStaffed(database)
    const head = await as(['headteacher'])
    const { schoolId } = await aSchool(db)
    expect((await invite(head, { schoolId })).status).toBe(404)
    expect((await invite(head, { role: 'virtual-school-head', authorityCode: 'X01' })).status).toBe(403)
    expect((await invite(head, { role: 'administrator' })).status).toBe(403)
    expect((await invite(head, { state: 'held' })).status).toBe(422)
    expect((await invite(head, { email: 'a@b@c.example' })).json.field).toBe('email')
    expect((await invite(head, { startedOn: '2026-03-20', endedOn: '2026-03-19' })).json.field).toBe(
      'endedOn',
    )
  })

  it('is for who may: others are refused, and everybody shows a factor first', async () => {
    const { as, db } = await aStaffed(await open())
    for (const role of ['designated-teacher', 'class-staff', 'governor', 'education-adviser'] as const)
      expect((await invite(await as([role]))).json.code).toBe('not-allowed')
    expect((await invite(await as(['data-protection-officer']))).json.code).toBe('not-allowed')
    const head = await as(['headteacher'])
    await db.updateTable('signIn').set({ confirmedAt: '2026-03-13T09:20:00.000Z' }).execute()
    expect((await invite(head)).json.code).toBe('confirm')
  })
})

describeBothDatabases('an account', (open) => {
  it('that ends loses its sign-ins, roles and links at once, and may come back only anew', async () => {
    const { as, db } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const gone = await as(['designated-teacher'])
    const { accountId, version: seen } = await head.sees(gone.email)
    const end = (reason: string) =>
      head.ask('POST', `/people/accounts/${accountId}/end`, { reason }, version(seen))
    expect((await end(' ')).status).toBe(422)
    expect((await gone.ask('GET', '/school')).status).toBe(200)
    expect((await end('Left the school')).json.state).toBe('ended')
    expect((await gone.ask('GET', '/school')).status).toBe(401)
    expect((await head.sees(gone.email)).posts[0].state).toBe('over')
    expect((await invite(head, { email: gone.email, role: 'governor' })).json.link).toContain('/welcome#')
    const row = await db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirst()
    expect(row).toMatchObject({ state: 'invited', passwordHash: null, endedAt: null })
  })

  it('is ended by somebody else who answers for all its roles', async () => {
    const { as, db } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const { schoolId } = await aSchool(db)
    const shared = await as(['governor'])
    const { accountId: id } = shared
    await db
      .insertInto('post')
      .values({
        ...(await db.selectFrom('post').selectAll().where('accountId', '=', id).executeTakeFirstOrThrow()),
        id: 'elsewhere',
        schoolId,
      })
      .execute()
    const end = (by: Person, who: string) =>
      by.ask('POST', `/people/accounts/${who}/end`, { reason: 'Left' }, version(1))
    expect((await end(head, id)).status).toBe(403)
    expect((await end(head, head.accountId)).json.code).toBe('own-account')
    const far = await as(['governor'], { schoolId })
    expect((await end(head, far.accountId)).status).toBe(404)
    expect((await end(head, 'nobody')).status).toBe(404)
    expect((await end(await as(['safeguarding-lead']), id)).status).toBe(403)
    const admin = await as(['administrator'])
    expect((await end(admin, id)).status).toBe(200)
  })

  it('gets a new password and a new second factor from two people, never from its owner', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const admin = await as(['administrator'])
    const teacherOf = await as(['designated-teacher'])
    const link = (by: Person, who: string, purpose: string) =>
      by.ask('POST', `/people/accounts/${who}/link`, { purpose }, version(1))
    expect((await link(admin, admin.accountId, 'second-factor')).json.code).toBe('own-account')
    expect((await link(admin, teacherOf.accountId, 'password')).status).toBe(200)
    expect((await link(admin, teacherOf.accountId, 'second-factor')).json.code).toBe('second-person')
    expect((await link(head, teacherOf.accountId, 'second-factor')).status).toBe(200)
    expect((await link(head, teacherOf.accountId, 'password')).json.code).toBe('second-person')
  })

  it('not used for ninety days is shown as asleep', async () => {
    const { as, db } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const { email, accountId } = await as(['governor'])
    expect((await head.sees(email)).asleep).toBe(true)
    await db.updateTable('account').set({ lastSignInAt: at }).where('id', '=', accountId).execute()
    expect(await head.sees(email)).toMatchObject({ asleep: false, lastSignInAt: at, secondFactor: false })
  })
})

describeBothDatabases('a role', (open) => {
  it('ends at once with the next request, by somebody else', async () => {
    const { as } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const gone = await as(['designated-teacher'])
    const end = (by: Person, id: string) => by.ask('POST', `/people/posts/${id}/end`, {}, version(1))
    expect((await end(head, head.postIds[0]!)).json.code).toBe('own-post')
    expect((await end(head, gone.postIds[0]!)).json.state).toBe('ended')
    expect((await gone.ask('GET', '/today')).status).toBe(403)
    expect((await end(head, 'nothing')).status).toBe(404)
  })
})

describeBothDatabases('a class list', (open) => {
  const withChildren = async (database: OpenDatabase) => {
    const staffed = await aStaffed(database)
    const children = ['4', '5', '5'].map((yearGroup) => aChild(staffed.schoolId, { yearGroup }))
    const { schoolId: far } = await aSchool(staffed.db)
    const foreign = aChild(far)
    await inTransaction(staffed.db, (trx) => createMany(trx, 'child', [...children, foreign], change))
    const held = await staffed.as(['class-staff'])
    const put = (by: Person, childIds: readonly string[], seen = 1, startedOn = today) =>
      by.ask('PUT', `/people/posts/${held.postIds[0]}/children`, { childIds, startedOn }, version(seen))
    return { ...staffed, ids: children.map(({ id }) => id), foreign: foreign.id, held, put }
  }

  it('is chosen by the headteacher from the children of the school, and follows its days', async () => {
    const { as, ids, put, db, held, schoolId } = await withChildren(await open())
    const head = await as(['headteacher'])
    const revision = () =>
      db.selectFrom('school').select('revision').where('id', '=', schoolId).executeTakeFirst()
    const before = await revision()
    expect((await put(head, ids.slice(0, 2))).json).toEqual({ children: 2, version: 2 })
    expect((await revision())!.revision).toBe(before!.revision + 1)
    expect((await put(head, ids.slice(1), 2)).json.children).toBe(2)
    expect((await put(head, ids, 2)).status).toBe(412)
    const listed = async () => {
      const { json } = await head.ask('GET', `/people/children?postId=${held.postIds[0]}`)
      return json.children
        .filter((one: { inList: boolean }) => one.inList)
        .map((one: { id: string }) => one.id)
    }
    expect((await listed()).toSorted()).toEqual(ids.slice(1).toSorted())
    expect((await put(head, ids, 3)).json.children).toBe(3)
    expect((await listed()).toSorted()).toEqual(ids.toSorted())
    expect((await put(head, [], 4, '2026-03-20')).json.children).toBe(0)
    expect(await listed()).toHaveLength(3)
    expect((await put(head, ids, 5, '2026-03-12')).status).toBe(422)
  })

  it('holds no child of another school, and is not for who sees no children', async () => {
    const { as, ids, foreign, put } = await withChildren(await open())
    const head = await as(['headteacher'])
    const admin = await as(['administrator'])
    expect((await put(head, [ids[0]!, foreign])).status).toBe(404)
    expect((await put(admin, ids)).status).toBe(403)
    expect((await admin.ask('GET', '/people/children')).status).toBe(403)
    const people = await admin.ask('GET', '/people')
    expect(people.text).not.toContain(ids[0]!)
    expect((await put(await as(['designated-teacher']), ids)).status).toBe(403)
    expect((await put(await as(['safeguarding-lead']), ids)).status).toBe(200)
  })

  it('of an adviser holds only children whom the authority looks after', async () => {
    const { as, ids, db, schoolId } = await withChildren(await open())
    const [first = '', second = ''] = ids
    const care = {
      schoolId,
      childId: first,
      status: 'cla' as const,
      startedOn: '2025-01-01',
      endedOn: null,
      id: 'care',
      authorityCode: 'X01',
      detail: null,
      detailShared: 0 as const,
    } as const
    await inTransaction(db, (trx) => createMany(trx, 'careEpisode', [care], change))
    const virtual = await as(['virtual-school-head'])
    const adviser = await as(['education-adviser'])
    await db.updateTable('signIn').set({ schoolId }).execute()
    const put = (childIds: readonly string[]) =>
      virtual.ask(
        'PUT',
        `/people/posts/${adviser.postIds[0]}/children`,
        { childIds, startedOn: today },
        version(1),
      )
    const { json } = await virtual.ask('GET', '/people/children')
    expect(json.children.map((one: { id: string }) => one.id)).toEqual([first])
    expect((await put([second])).status).toBe(404)
    expect((await put([first])).json.children).toBe(1)
  })
})

describeBothDatabases('the termly review', (open) => {
  it('is confirmed by the headteacher as it was shown, and not when somebody changed meanwhile', async () => {
    const { as, db } = await aStaffed(await open())
    const head = await as(['headteacher'])
    const governor = await as(['governor'])
    const { json } = await head.ask('GET', '/people')
    const accounts = json.people.map((one: { accountId: string; version: number; posts: object[] }) => ({
      accountId: one.accountId,
      version: one.version,
      posts: one.posts.map((post) => {
        const { id, version: seen } = post as { id: string; version: number }
        return { id, version: seen }
      }),
    }))
    const lead = await as(['safeguarding-lead'])
    expect((await head.ask('POST', '/people/review', { accounts })).status).toBe(412)
    await db.deleteFrom('signIn').where('accountId', '=', lead.accountId).execute()
    await db.deleteFrom('post').where('accountId', '=', lead.accountId).execute()
    expect((await governor.ask('POST', '/people/review', { accounts })).status).toBe(403)
    expect((await head.ask('POST', '/people/review', { accounts })).status).toBe(201)
    const after = await head.ask('GET', '/people')
    expect(after.json.lastReview).toEqual({ on: today, by: head.name })
    expect(
      JSON.parse((await db.selectFrom('accessReview').selectAll().executeTakeFirst())!.accounts),
    ).toEqual(
      expect.arrayContaining([
        { accountId: governor.accountId, posts: governor.postIds, lastSignInAt: null },
      ]),
    )
  })
})
