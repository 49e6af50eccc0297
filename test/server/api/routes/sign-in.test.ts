import { expect, it } from 'vitest'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { updateAccount } from '../../../../db/queries/account.ts'
import { newRecoveryCodes } from '../../../../server/access/recovery-codes.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import {
  anInstallation,
  aPerson,
  auditOf,
  type Browser,
  codeAt,
  goodPassword,
  linkIn,
  otherPassword,
} from '../../../support/signing-in.ts'
import { aSchool } from '../../../support/rows.ts'

const email = 'sam@school.example'
/** Uses of a sign-in that has ended. */
const deadUses = process.env['TRUST_DEEP'] === '1' ? 1000 : 20

describeBothDatabases('signing in', (open) => {
  async function aSchoolWithSam(given: Parameters<typeof aPerson>[1] = {}) {
    const database = await open()
    await aSchool(database.db)
    const installation = anInstallation(database)
    const sam = await aPerson(database, { email, name: 'Sam Ashdown', ...given })
    return { database, ...installation, sam }
  }

  it('takes a password and a code, under a new token each time', async () => {
    const { aBrowser, clock, database } = await aSchoolWithSam()
    const browser = aBrowser()
    const first = await browser.post('/api/sign-in', {
      email: ' SAM@School.Example ',
      password: goodPassword,
    })
    expect([first.status, first.json]).toEqual([200, { next: 'second-factor' }])
    const half = browser.cookie
    expect((await browser.ask('GET', '/api/me')).json).toEqual({
      state: 'second-factor',
      name: 'Sam Ashdown',
      methods: ['code'],
      enrol: false,
    })
    expect((await browser.ask('GET', '/api/today')).json.code).toBe('second-factor')
    expect((await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })).status).toBe(200)
    expect(browser.cookie).not.toBe(half)
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({
      state: 'in',
      name: 'Sam Ashdown',
      email,
      role: 'designated-teacher',
      idleMinutes: 30,
      roleWords: 'Designated teacher',
      pages: expect.arrayContaining(['today', 'cohort']),
      posts: [
        {
          place: 'Invented School',
          current: true,
        },
      ],
      schools: [{ current: true }],
    })
    browser.cookie = half
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('out')
    expect((await auditOf(database)).map(({ action, reason }) => [action, reason])).toEqual([
      ['sign-in.password', null],
      ['refused', 'second-factor'],
      ['sign-in', 'code'],
    ])
  })

  it('gives a cookie that only this host gets, over https, that no script reads and that ends with the browser', async () => {
    const { aBrowser } = await aSchoolWithSam()
    const { headers } = await aBrowser().post('/api/sign-in', { email, password: goodPassword })
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-vs=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  it('answers alike whoever is asked for: unknown, disabled, invited, a wrong password', async () => {
    const { aBrowser, database } = await aSchoolWithSam()
    await aPerson(database, { email: 'gone@school.example', account: { state: 'ended' } })
    await aPerson(database, {
      email: 'new@school.example',
      account: { state: 'invited', passwordHash: null },
    })
    const answers = []
    for (const [who, password] of [
      [email, 'not the password'],
      ['nobody@school.example', goodPassword],
      ['gone@school.example', goodPassword],
      ['new@school.example', goodPassword],
    ]) {
      const { status, text, headers } = await aBrowser().post('/api/sign-in', { email: who, password })
      answers.push({ status, text, headers: [...headers] })
    }
    expect(answers[0]).toMatchObject({ status: 401 })
    for (const answer of answers) expect(answer).toEqual(answers[0])
    const events = await auditOf(database)
    expect(events.map(({ action }) => action)).toEqual(Array(3).fill('sign-in.failed'))
    expect(JSON.stringify(events)).not.toContain('nobody@')
  })

  it('lets ten wrong passwords through in five minutes, also of somebody who is not there', async () => {
    const { aBrowser, clock } = await aSchoolWithSam()
    for (const who of [email, 'nobody@school.example']) {
      const tries = await Promise.all(
        Array.from({ length: 14 }, (_, index) =>
          aBrowser().ask(
            'POST',
            '/api/sign-in',
            { email: who, password: `wrong password ${index}` },
            { 'x-forwarded-for': `2001:db8::${index}` },
          ),
        ),
      )
      expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        ...Array<number>(10).fill(401),
        ...Array<number>(4).fill(429),
      ])
      const held = tries.find(({ status }) => status === 429)!
      expect([held.json.code, held.headers.get('retry-after')]).toEqual(['too-many', '300'])
    }
    const right = { email, password: goodPassword }
    expect((await aBrowser().post('/api/sign-in', right)).status).toBe(429)
    clock.later(5)
    expect((await aBrowser().post('/api/sign-in', right)).status).toBe(200)
  })

  it('takes a code once, of a hundred who send it at once for at most one', async () => {
    const { aBrowser, clock } = await aSchoolWithSam()
    const browsers: Browser[] = []
    for (let i = 0; i < 9; i++) {
      const browser = aBrowser()
      await browser.post('/api/sign-in', { email, password: goodPassword })
      browsers.push(browser)
    }
    const code = codeAt(clock.now())
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) => browsers[index % 9]!.post('/api/sign-in/code', { code })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200, 401, 429]))
  })

  it('looks at ten codes in five minutes, and at none of letters', async () => {
    const { aBrowser, clock } = await aSchoolWithSam()
    const browser = aBrowser()
    await browser.post('/api/sign-in', { email, password: goodPassword })
    expect((await browser.post('/api/sign-in/code', { code: 'abcdef' })).status).toBe(422)
    const wrong = codeAt('2001-01-01T00:00:00.000Z')
    for (let i = 0; i < 10; i++)
      expect((await browser.post('/api/sign-in/code', { code: wrong })).status).toBe(401)
    expect((await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })).status).toBe(429)
    clock.later(5)
    expect((await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })).status).toBe(200)
  })

  it('takes a recovery code once, and with it ends every other sign-in', async () => {
    const { aBrowser, signIn, database, sam, mails } = await aSchoolWithSam()
    const before = await signIn(email)
    const [code = ''] = await inTransaction(database.db, (trx) => newRecoveryCodes(trx, sam.accountId))
    const browser = aBrowser()
    await browser.post('/api/sign-in', { email, password: goodPassword })
    expect((await browser.ask('GET', '/api/me')).json.methods).toEqual(['code', 'recovery'])
    expect((await browser.post('/api/sign-in/recovery', { code })).status).toBe(200)
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('in')
    expect((await before.ask('GET', '/api/me')).json.state).toBe('out')
    expect(mails.at(-1)).toMatchObject({ to: email, text: expect.stringMatching(/recovery code was used/) })
    const again = aBrowser()
    await again.post('/api/sign-in', { email, password: goodPassword })
    expect((await again.post('/api/sign-in/recovery', { code })).status).toBe(401)
  })

  it('of an account unused for ninety days says so only after both factors', async () => {
    const { aBrowser, clock, database, sam } = await aSchoolWithSam({
      account: { passwordChangedAt: '2025-10-01T08:00:00.000Z', lastSignInAt: '2025-12-01T08:00:00.000Z' },
    })
    const browser = aBrowser()
    expect((await browser.post('/api/sign-in', { email, password: goodPassword })).status).toBe(200)
    const answer = await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })
    expect([answer.status, answer.json.code]).toEqual([403, 'asleep'])
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('out')
    await updateAccount(database.db, sam.accountId, { passwordChangedAt: clock.now() }).execute()
    clock.later(1)
    await browser.post('/api/sign-in', { email, password: goodPassword })
    expect((await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })).status).toBe(200)
  })

  it('of a second person in one browser ends the first', async () => {
    const { signIn, database } = await aSchoolWithSam()
    await aPerson(database, { email: 'kim@school.example', name: 'Kim' })
    const browser = await signIn(email)
    const first = browser.cookie
    await signIn('kim@school.example', browser)
    expect((await browser.ask('GET', '/api/me')).json.name).toBe('Kim')
    browser.cookie = first
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('out')
  })

  it('out ends it at the server, and a tab left open gets a clean 401', async () => {
    const { signIn } = await aSchoolWithSam()
    const browser = await signIn(email)
    const stale = browser.cookie
    const out = await browser.post('/api/sign-out')
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([200, '"cache"'])
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-vs=; Max-Age=0; Path=\//)
    browser.cookie = stale
    for (let i = 0; i < deadUses; i++) expect((await browser.ask('GET', '/api/today')).status).toBe(401)
    expect((await browser.post('/api/sign-out')).status).toBe(200)
  })

  it('ends after half an hour of nothing and twelve hours of anything, a new factor included', async () => {
    const { signIn, clock } = await aSchoolWithSam()
    const idle = await signIn(email)
    clock.later(30)
    expect((await idle.ask('GET', '/api/me')).json.state).toBe('out')
    const busy = await signIn(email)
    for (let half = 0; half < 24; half++) {
      clock.later(29)
      await busy.post('/api/me/lock')
      expect((await busy.post('/api/sign-in/code', { code: codeAt(clock.now()) })).status).toBe(200)
    }
    clock.later(25)
    expect((await busy.ask('GET', '/api/me')).json.state).toBe('out')
  })

  it('is not fooled by a cookie that was put there, cut, changed, too long or doubled', async () => {
    const { signIn, aBrowser } = await aSchoolWithSam()
    const right = (await signIn(email)).cookie!
    const browser = aBrowser()
    for (const cookie of [right.slice(0, -1), `${right}x`, right.toUpperCase(), 'a'.repeat(5000), '', '%00'])
      expect(
        (await browser.ask('GET', '/api/today', undefined, { cookie: `__Host-vs=${cookie}` })).status,
      ).toBe(401)
    const chosen = 'A'.repeat(43)
    browser.cookie = chosen
    await browser.post('/api/sign-in', { email, password: goodPassword })
    expect(browser.cookie).not.toBe(chosen)
  })
})

describeBothDatabases('a forgotten password', (open) => {
  it('is answered alike for everybody, and only an open account gets a link, thrice in five minutes', async () => {
    const database = await open()
    await aSchool(database.db)
    const { aBrowser, nextMail, mails } = anInstallation(database)
    await aPerson(database, { email })
    await aPerson(database, { email: 'gone@school.example', account: { state: 'ended' } })
    await aPerson(database, {
      email: 'asleep@school.example',
      account: { passwordChangedAt: '2025-10-01T08:00:00.000Z' },
    })
    const forget = (who: string) =>
      aBrowser().ask('POST', '/api/sign-in/forgot', { email: who }, { host: 'localhost' })
    const answers = []
    for (const who of ['nobody@school.example', 'gone@school.example', 'asleep@school.example'])
      answers.push(await forget(who))
    for (let i = 0; i < 3; i++) {
      const coming = nextMail()
      answers.push(await forget(email))
      await coming
    }
    answers.push(await forget(email))
    const alike = answers.map(({ status, text, headers }) => ({ status, text, headers: [...headers] }))
    for (const answer of alike) expect(answer).toEqual(alike[0])
    expect(alike[0]).toMatchObject({ status: 200, text: '{}' })
    expect(mails.map(({ to }) => to)).toEqual([email, email, email])
    expect(mails[0]!.text).toContain('http://localhost/welcome#')
    expect(linkIn(mails[0]!.text)).not.toBe(linkIn(mails[1]!.text))
  })

  it('gives a link that sets one, ends every sign-in and does not stand for the second factor', async () => {
    const database = await open()
    await aSchool(database.db)
    const { aBrowser, signIn, nextMail, clock } = anInstallation(database)
    await aPerson(database, { email })
    const before = await signIn(email)
    const coming = nextMail()
    await aBrowser().post('/api/sign-in/forgot', { email })
    const link = linkIn((await coming).text)
    const browser = aBrowser()
    expect((await browser.post('/api/links/look', { link })).json).toMatchObject({
      purpose: 'password',
      email,
    })
    const taken = await browser.post('/api/links/take', { link, password: otherPassword })
    expect([taken.status, taken.json]).toEqual([200, { next: 'sign-in' }])
    expect(browser.cookie).toBeUndefined()
    expect((await before.ask('GET', '/api/me')).json.state).toBe('out')
    expect((await browser.post('/api/links/take', { link, password: goodPassword })).status).toBe(404)
    clock.later(1)
    expect((await browser.post('/api/sign-in', { email, password: goodPassword })).status).toBe(401)
    expect((await browser.post('/api/sign-in', { email, password: otherPassword })).status).toBe(200)
    expect((await browser.ask('GET', '/api/today')).status).toBe(401)
  })
})

describeBothDatabases('what is not even looked at', (open) => {
  it.each([
    ['a password of 129 characters', { email, password: 'x'.repeat(129) }],
    ['a password that is a list', { email, password: [goodPassword] }],
    ['a password that is an object', { email, password: { $ne: '' } }],
    ['a password with a NUL', { email, password: 'plum\u0000kettle orbit' }],
    ['an address with two @', { email: 'sam@school@example.org', password: goodPassword }],
    ['an address whose @ only looks like one', { email: 'sam\uFF20school.example', password: goodPassword }],
    [
      'an address of ten thousand characters',
      { email: `${'a'.repeat(10_000)}@school.example`, password: 'x' },
    ],
    ['a role of one’s own wish', { email, password: goodPassword, role: 'headteacher' }],
  ])('%s is refused with 422', async (_, sent) => {
    const { db } = await open()
    const { aBrowser } = anInstallation({ db })
    expect((await aBrowser().post('/api/sign-in', sent)).status).toBe(422)
    expect(await db.selectFrom('guess').selectAll().execute()).toEqual([])
  })
})
