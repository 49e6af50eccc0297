import { expect, it } from 'vitest'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { updatePost } from '../../../../db/queries/post.ts'
import { newRecoveryCodes } from '../../../../server/access/recovery-codes.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aSchool } from '../../../support/rows.ts'
import {
  anInstallation,
  aPerson,
  auditOf,
  codeAt,
  goodPassword,
  otherPassword,
} from '../../../support/signing-in.ts'

const email = 'sam@school.example'

describeBothDatabases('one’s own account', (open) => {
  async function samSignedIn(given: Parameters<typeof aPerson>[1] = {}) {
    const database = await open()
    const { schoolId } = await aSchool(database.db)
    const installation = anInstallation(database)
    const sam = await aPerson(database, { email, name: 'Sam Ashdown', ...given })
    const browser = await installation.signIn(email)
    const confirm = async () => {
      installation.clock.later(0.5)
      return browser.post('/api/me/confirm', { code: codeAt(installation.clock.now()) })
    }
    return { database, schoolId, ...installation, sam, browser, confirm }
  }

  it('locked asks for the second factor again, under a new token', async () => {
    const { browser, clock } = await samSignedIn()
    const before = browser.cookie
    expect((await browser.post('/api/me/lock')).status).toBe(200)
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ state: 'second-factor', enrol: false })
    expect((await browser.ask('GET', '/api/me/account')).json.code).toBe('second-factor')
    clock.later(1)
    await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('in')
    expect(browser.cookie).not.toBe(before)
  })

  it('acts in one role at a time, and only in one that is held today', async () => {
    const { browser, database, sam } = await samSignedIn({ roles: ['governor', 'administrator'] })
    const [governor = '', administrator = ''] = sam.postIds
    expect((await browser.post('/api/me/acting', { postId: administrator })).status).toBe(200)
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({
      role: 'administrator',
      roleWords: 'System administrator',
      schools: [
        {
          name: 'Invented School',
          current: true,
        },
      ],
    })
    const stranger = await aPerson(database, { email: 'kim@school.example', roles: ['headteacher'] })
    for (const postId of [stranger.postIds[0], crypto.randomUUID()])
      expect((await browser.post('/api/me/acting', { postId })).status).toBe(404)
    const elsewhere = { postId: governor, schoolId: crypto.randomUUID() }
    expect((await browser.post('/api/me/acting', elsewhere)).status).toBe(404)
    await updatePost(database.db, governor, 1, { endedOn: '2026-03-12' }).execute()
    expect((await browser.post('/api/me/acting', { postId: governor })).status).toBe(404)
    expect((await browser.ask('GET', '/api/me')).json.posts).toHaveLength(1)
  })

  it('of an authority chooses the school at hand', async () => {
    const { browser, database, schoolId } = await samSignedIn({ roles: ['headteacher'] })
    const second = await aSchool(database.db, { name: 'Second School' })
    const adviser = await aPerson(database, { email: 'ea@authority.example', roles: [] })
    const postId = crypto.randomUUID()
    await database.db
      .insertInto('post')
      .values({
        id: postId,
        accountId: adviser.accountId,
        role: 'education-adviser',
        schoolId: null,
        authorityCode: 'X01',
        label: null,
        startedOn: '2026-01-01',
        endedOn: null,
        state: 'held',
        askedBy: null,
        askedAt: '2026-01-01T08:00:00.000Z',
        decidedBy: null,
        decidedAt: null,
        grantedAlone: 0,
        version: 1,
      })
      .execute()
    const installation = anInstallation(database)
    installation.clock.later(5)
    const theirs = await installation.signIn('ea@authority.example')
    expect((await theirs.post('/api/me/acting', { postId, schoolId: second.schoolId })).status).toBe(200)
    const me = (await theirs.ask('GET', '/api/me')).json
    expect(me.posts).toMatchObject([{ place: 'Nowhereshire Virtual School' }])
    expect(me.schools).toHaveLength(2)
    expect(me.schools.find((each: { current: boolean }) => each.current).name).toBe('Second School')
    expect((await browser.ask('GET', '/api/me')).json.schools).toMatchObject([{ id: schoolId }])
  })

  it('is shown with its factors and sign-ins, of which each can be ended', async () => {
    const { browser, signIn, database } = await samSignedIn()
    const other = await signIn(email)
    const account = (await browser.ask('GET', '/api/me/account')).json
    expect(account).toMatchObject({ authenticator: true, passkeys: [], recoveryCodesLeft: 0, email })
    expect(JSON.stringify(account)).not.toContain('argon2')
    expect(account.signIns.map((each: { current: boolean }) => each.current).toSorted()).toEqual([
      false,
      true,
    ])
    const [theirs] = account.signIns.filter((each: { current: boolean }) => !each.current)
    expect((await browser.post(`/api/me/sign-ins/${theirs.id}/end`)).status).toBe(200)
    expect((await other.ask('GET', '/api/me')).json.state).toBe('out')
    expect((await browser.post(`/api/me/sign-ins/${theirs.id}/end`)).status).toBe(404)
    expect((await auditOf(database)).at(-2)).toMatchObject({ action: 'sign-in.ended', recordId: theirs.id })
  })

  it('ends no sign-in of anybody else', async () => {
    const { browser, database, signIn } = await samSignedIn()
    await aPerson(database, { email: 'kim@school.example' })
    const kim = await signIn('kim@school.example')
    const [own] = (await kim.ask('GET', '/api/me/account')).json.signIns
    expect((await browser.post(`/api/me/sign-ins/${own.id}/end`)).status).toBe(404)
    expect((await kim.ask('GET', '/api/me')).json.state).toBe('in')
  })

  it('gets another password by the one it has, and all other sign-ins end', async () => {
    const { browser, signIn, clock, aBrowser, mails } = await samSignedIn()
    const other = await signIn(email)
    const before = browser.cookie
    const wrong = await browser.post('/api/me/password', { current: otherPassword, next: otherPassword })
    expect([wrong.status, wrong.json.field]).toEqual([422, 'current'])
    const bad = await browser.post('/api/me/password', { current: goodPassword, next: 'Sam-Ashdown-2026' })
    expect([bad.status, bad.json.field]).toEqual([422, 'next'])
    const done = await browser.post('/api/me/password', { current: goodPassword, next: otherPassword })
    expect(done.status).toBe(200)
    expect(browser.cookie).not.toBe(before)
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('in')
    expect((await other.ask('GET', '/api/me')).json.state).toBe('out')
    expect(mails.at(-1)).toMatchObject({ to: email, text: expect.stringMatching(/password of your account/) })
    clock.later(1)
    expect((await aBrowser().post('/api/sign-in', { email, password: goodPassword })).status).toBe(401)
  })

  it('lets ten wrong passwords through here too', async () => {
    const { browser } = await samSignedIn()
    const change = { current: 'not the password', next: otherPassword }
    const all = await Promise.all(Array.from({ length: 12 }, () => browser.post('/api/me/password', change)))
    expect(all.filter(({ status }) => status === 422)).toHaveLength(10)
    expect(all.filter(({ status }) => status === 429)).toHaveLength(2)
  })

  it('shows a factor again before new recovery codes or another authenticator, for five minutes', async () => {
    const { browser, clock, confirm, database, sam } = await samSignedIn()
    const early = await inTransaction(database.db, (trx) => newRecoveryCodes(trx, sam.accountId))
    clock.later(5.01)
    for (const path of ['recovery-codes', 'authenticator'])
      expect((await browser.post(`/api/me/${path}`)).json.code).toBe('confirm')
    const code = '123456'
    expect((await browser.post('/api/me/authenticator/confirm', { code })).json.code).toBe('confirm')
    expect((await browser.post('/api/me/confirm', { code: codeAt('2001-01-01T00:00:00.000Z') })).status).toBe(
      401,
    )
    expect((await confirm()).status).toBe(200)
    const { recoveryCodes } = (await browser.post('/api/me/recovery-codes')).json
    expect(recoveryCodes).toHaveLength(10)
    expect(recoveryCodes).not.toContain(early[0])
    clock.later(5)
    expect((await browser.post('/api/me/recovery-codes')).status).toBe(200)
    clock.later(0.1)
    expect((await browser.post('/api/me/recovery-codes')).status).toBe(403)
  })

  it('looks at ten codes in five minutes when it confirms, and takes each once', async () => {
    const { browser, clock, confirm } = await samSignedIn()
    expect((await browser.post('/api/me/confirm', { code: codeAt(clock.now()) })).status).toBe(401)
    const wrong = { code: codeAt('2001-01-01T00:00:00.000Z') }
    for (let i = 0; i < 9; i++) expect((await browser.post('/api/me/confirm', wrong)).status).toBe(401)
    expect((await confirm()).status).toBe(429)
  })

  it('changes its authenticator: the old one and all other sign-ins end', async () => {
    const { browser, clock, signIn, confirm, mails } = await samSignedIn()
    const other = await signIn(email)
    expect((await confirm()).status).toBe(200)
    const { secret } = (await browser.post('/api/me/authenticator')).json
    const wrong = await browser.post('/api/me/authenticator/confirm', { code: codeAt(clock.now()) })
    expect(wrong.status).toBe(401)
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('in')
    const right = await browser.post('/api/me/authenticator/confirm', { code: codeAt(clock.now(), secret) })
    expect(right.status).toBe(200)
    expect((await other.ask('GET', '/api/me')).json.state).toBe('out')
    expect(mails.at(-1)?.text).toMatch(/authenticator app/)
    await browser.post('/api/me/lock')
    clock.later(1)
    expect((await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })).status).toBe(401)
    expect((await browser.post('/api/sign-in/code', { code: codeAt(clock.now(), secret) })).status).toBe(200)
  })

  it('is nobody’s who is not signed in', async () => {
    const { aBrowser } = await samSignedIn()
    const routes = ['lock', 'confirm', 'password', 'recovery-codes', 'authenticator', 'acting']
    for (const route of routes) {
      const answer = await aBrowser().post(`/api/me/${route}`)
      expect([answer.status, answer.json.code]).toEqual([401, 'sign-in'])
    }
    expect((await aBrowser().ask('GET', '/api/me/account')).status).toBe(401)
  })
})
