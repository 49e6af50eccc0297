import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { updateAccount } from '../../../../db/queries/account.ts'
import { inviteAccount } from '../../../../server/access/accounts.ts'
import { makeLink, type LinkPurpose } from '../../../../server/access/links.ts'
import { newRecoveryCodes } from '../../../../server/access/recovery-codes.ts'
import { anAccount } from '../../../support/accounts.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aSchool } from '../../../support/rows.ts'
import {
  anInstallation,
  aPerson,
  auditOf,
  codeAt,
  goodPassword,
  otherPassword,
  type Browser,
} from '../../../support/signing-in.ts'

const email = 'kim@school.example'

describeBothDatabases('a link that is opened', (open) => {
  async function anInvitation() {
    const database = await open()
    const { db } = database
    const { schoolId } = await aSchool(db)
    const installation = anInstallation(database)
    const head = await anAccount(db, ['headteacher'])
    const at = installation.clock.now()
    const { id } = await inTransaction(db, (trx) =>
      inviteAccount(trx, { email, name: 'Kim Rowan', createdBy: head.accountId, at }),
    )
    await db
      .insertInto('post')
      .values({
        id: crypto.randomUUID(),
        accountId: id,
        role: 'governor',
        schoolId,
        authorityCode: null,
        label: null,
        startedOn: '2026-03-01',
        endedOn: null,
        state: 'held',
        askedBy: head.accountId,
        askedAt: at,
        decidedBy: null,
        decidedAt: null,
        grantedAlone: 0,
        version: 1,
      })
      .execute()
    const link = await aLink(database, 'invitation', id, at, head.accountId)
    return { database, ...installation, head, accountId: id, link }
  }

  const aLink = (
    { db }: Pick<OpenDatabase, 'db'>,
    purpose: LinkPurpose,
    accountId: string,
    at: string,
    madeBy: string | null = null,
  ) => inTransaction(db, (trx) => makeLink(trx, { purpose, accountId, madeBy, at }))

  async function enrol(browser: Browser, now: () => string): Promise<string[]> {
    const { secret } = (await browser.post('/api/enrol/authenticator')).json
    const answer = await browser.post('/api/enrol/authenticator/confirm', { code: codeAt(now(), secret) })
    expect(answer.status).toBe(200)
    return answer.json.recoveryCodes
  }

  it('takes somebody invited from the password to the second factor and in', async () => {
    const { aBrowser, link, clock, database, accountId, head } = await anInvitation()
    const browser = aBrowser()
    expect((await browser.post('/api/links/look', { link })).json).toEqual({
      purpose: 'invitation',
      name: 'Kim Rowan',
      email,
      place: 'Invented School',
      role: 'Governor',
      madeBy: head.name,
    })
    const taken = await browser.post('/api/links/take', { link, password: goodPassword })
    expect([taken.status, taken.json]).toEqual([200, { next: 'enrol' }])
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ enrol: true, methods: [] })
    expect((await browser.ask('GET', '/api/kinds')).status).toBe(401)
    const offered = (await browser.post('/api/enrol/authenticator')).json
    expect((await browser.post('/api/enrol/authenticator')).json).toEqual(offered)
    const half = browser.cookie
    expect(await enrol(browser, clock.now)).toHaveLength(10)
    expect(browser.cookie).not.toBe(half)
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ state: 'in', role: 'governor' })
    const events = (await auditOf(database)).filter((event) => event.accountId === accountId)
    expect(events.map(({ action }) => action)).toEqual([
      'link.taken',
      'account.taken-up',
      'refused',
      'account.authenticator',
      'account.recovery-codes',
      'sign-in',
    ])
    const kept = await database.db.selectFrom('account').selectAll().where('id', '=', accountId).execute()
    expect(JSON.stringify(kept)).not.toContain(offered.secret)
  })

  it('is taken by exactly one of twenty who send it at once', async () => {
    const { aBrowser, link } = await anInvitation()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => aBrowser().post('/api/links/take', { link, password: goodPassword })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.every(({ status }) => [200, 404, 429].includes(status))).toBe(true)
  })

  it('opens nothing when it was used, is too old, was made by somebody who left, or never was', async () => {
    const { aBrowser, link, clock, database, head } = await anInvitation()
    const browser = aBrowser()
    const [selector] = link.split('.')
    const dead = await browser.post('/api/links/look', { link: `${selector}.wrong` })
    expect([dead.status, dead.json.code]).toEqual([404, 'link'])
    expect((await browser.post('/api/links/look', { link: 'never.was' })).text).toBe(dead.text)
    await updateAccount(database.db, head.accountId, { state: 'ended' }).execute()
    expect((await browser.post('/api/links/take', { link, password: goodPassword })).text).toBe(dead.text)
    await database.db
      .updateTable('account')
      .set({ state: 'active' })
      .where('id', '=', head.accountId)
      .execute()
    clock.later(72 * 60)
    expect((await browser.post('/api/links/take', { link, password: goodPassword })).text).toBe(dead.text)
  })

  it('has its role and school from when it was made: a body cannot raise them', async () => {
    const { aBrowser, link } = await anInvitation()
    for (const raised of [{ role: 'headteacher' }, { schoolId: 'another' }, { email: 'me@evil.example' }])
      expect(
        (await aBrowser().post('/api/links/take', { link, password: goodPassword, ...raised })).status,
      ).toBe(422)
  })

  it('is held up after ten wrong secrets, and no sooner for other links', async () => {
    const { aBrowser, link, clock } = await anInvitation()
    const [selector] = link.split('.')
    for (let i = 0; i < 10; i++)
      expect((await aBrowser().post('/api/links/look', { link: `${selector}.${i}` })).status).toBe(404)
    const held = await aBrowser().post('/api/links/look', { link })
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '300'])
    clock.later(5)
    expect((await aBrowser().post('/api/links/look', { link })).status).toBe(200)
  })

  it('refuses a password that will not do, and can then be taken with another', async () => {
    const { aBrowser, link } = await anInvitation()
    const browser = aBrowser()
    for (const password of ['short', 'Kim-Rowan-2026', 'InventedSchool1', 'x'.repeat(129)]) {
      const answer = await browser.post('/api/links/take', { link, password })
      expect([answer.status, answer.json.field]).toEqual([422, 'password'])
    }
    expect((await browser.post('/api/links/take', { link, password: goodPassword })).status).toBe(200)
  })

  it('for a lost second factor wants the password, then ends the old factors and every sign-in', async () => {
    const database = await open()
    const { db } = database
    await aSchool(db)
    const { aBrowser, signIn, clock, mails } = anInstallation(database)
    const { accountId } = await aPerson(database, { email })
    const [paper = ''] = await inTransaction(db, (trx) => newRecoveryCodes(trx, accountId))
    const thief = await signIn(email)
    const link = await aLink(database, 'second-factor', accountId, clock.now())
    const browser = aBrowser()
    const wrong = await browser.post('/api/links/take', { link, password: otherPassword })
    expect([wrong.status, wrong.json.code]).toEqual([401, 'wrong'])
    expect((await thief.ask('GET', '/api/me')).json.state).toBe('in')
    const taken = await browser.post('/api/links/take', { link, password: goodPassword })
    expect(taken.json).toEqual({ next: 'enrol' })
    expect((await thief.ask('GET', '/api/me')).json.state).toBe('out')
    expect(mails.at(-1)?.text).toMatch(/second factor of your account was taken away/)
    clock.later(1)
    expect((await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })).status).toBe(401)
    expect((await browser.post('/api/sign-in/recovery', { code: paper })).status).toBe(401)
    await enrol(browser, clock.now)
    expect((await browser.ask('GET', '/api/me')).json.state).toBe('in')
  })

  it('is what a first second factor needs: a password alone sets none up', async () => {
    const database = await open()
    await aSchool(database.db)
    const { aBrowser, clock } = anInstallation(database)
    const { accountId } = await aPerson(database, { email, authenticator: false })
    const browser = aBrowser()
    await browser.post('/api/sign-in', { email, password: goodPassword })
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ methods: [], enrol: false })
    expect((await browser.post('/api/enrol/authenticator')).json.code).toBe('no-enrolment')
    const code = codeAt(clock.now())
    expect((await browser.post('/api/enrol/authenticator/confirm', { code })).status).toBe(409)
    const link = await aLink(database, 'second-factor', accountId, clock.now())
    await browser.post('/api/links/take', { link, password: goodPassword })
    clock.later(60)
    await browser.post('/api/sign-in', { email, password: goodPassword })
    await enrol(browser, clock.now)
    clock.later(1)
    await browser.post('/api/sign-in', { email, password: goodPassword })
    expect((await browser.post('/api/enrol/authenticator')).status).toBe(409)
  })

  it('for a new password is dead once the password was changed otherwise', async () => {
    const database = await open()
    await aSchool(database.db)
    const { aBrowser, signIn, clock } = anInstallation(database)
    const { accountId } = await aPerson(database, { email })
    const link = await aLink(database, 'password', accountId, clock.now())
    const browser = await signIn(email)
    await browser.post('/api/me/password', { current: goodPassword, next: otherPassword })
    expect(
      (await aBrowser().post('/api/links/take', { link, password: 'another four odd words' })).status,
    ).toBe(404)
  })
})
