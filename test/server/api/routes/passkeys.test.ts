import { expect, it } from 'vitest'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { setLastSignIn } from '../../../../db/queries/account.ts'
import { endAccessLinks } from '../../../../db/queries/access-link.ts'
import { makeLink } from '../../../../server/access/links.ts'
import { countGuess } from '../../../../server/access/throttle.ts'
import { COOKIE } from '../../../../server/api/http/access.ts'
import type { Message } from '../../../../server/mail.ts'
import { aClock } from '../../../support/a-clock.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { anApp } from '../../../support/an-app.ts'
import { anAuthenticator } from '../../../support/an-authenticator.ts'
import { describeBothDatabases } from '../../../support/databases.ts'

const day = '2026-03-13'
const now = aClock(day).now()
const origin = 'http://localhost'

describeBothDatabases('passkeys over HTTP', (open) => {
  /** Somebody who took an invitation today and has shown the password, with a device that has no passkey yet. */
  async function set({ baseUrl = origin } = {}) {
    const { db } = await open()
    const sent: Message[] = []
    const mail = { send: (message: Message) => Promise.resolve(sent.push(message) > 0) }
    const owner = await anAccount(db, ['headteacher'])
    await inTransaction(db, async (trx) => {
      const { accountId } = owner
      await setLastSignIn(trx, accountId, `${day}T08:00:00.000Z`).execute()
      await makeLink(trx, { purpose: 'invitation', accountId, madeBy: null, at: now })
      await endAccessLinks(trx, accountId, ['invitation'], now).execute()
    })
    const cookie = await aCookie(db, owner.accountId, now, { level: 'password' })

    /** A browser that keeps the cookie it is given. */
    const browser = (held: string) => {
      let own = held
      const send = async (path: string, body: unknown = {}) => {
        const { ask } = anApp({ db }, day, { as: { cookie: own }, mail, baseUrl })
        const answer = await ask('POST', `/api${path}`, body)
        const given = new RegExp(`${COOKIE}=[^;]+`).exec(answer.headers.get('set-cookie') ?? '')?.[0]
        if (given !== undefined) own = given
        return answer
      }
      return { send, cookie: () => own, me: () => anApp({ db }, day, { as: { cookie: own } }) }
    }
    const here = browser(cookie)
    const device = anAuthenticator(origin)
    const make = async (path: string, made = device, from = here) => {
      const { json } = await from.send(`${path}/options`)
      return from.send(path, { id: json.id, name: 'Laptop', response: made.make(json.options) })
    }
    const show = async (path: string, from = browser(''), shown = device) => {
      const { json } = await from.send(`${path}/options`)
      return from.send(path, { id: json.id, response: shown.show(json.options) })
    }
    const levelOf = async (held: string) => {
      const { ask } = anApp({ db }, day, { as: { cookie: held } })
      const { status, json } = await ask('GET', '/api/kinds')
      return status === 200 ? 'full' : json.code === 'second-factor' ? 'password' : 'none'
    }
    const actions = async () =>
      (await db.selectFrom('auditEvent').select(['action', 'reason', 'accountId']).orderBy('seq').execute())
        .filter(({ accountId }) => accountId === owner.accountId)
        .map(({ action, reason }) => (reason === null ? action : `${action} ${reason}`))
    return { db, owner, sent, browser, here, device, make, show, levelOf, actions }
  }

  it('the first ends setting up: ten codes, both factors under a new cookie, an event, a message', async () => {
    const { here, make, levelOf, actions, sent, owner } = await set()
    const before = here.cookie()
    expect(await levelOf(before)).toBe('password')
    const { status, json } = await make('/enrol/passkey')
    expect(status).toBe(200)
    expect(json.recoveryCodes).toHaveLength(10)
    expect(here.cookie()).not.toBe(before)
    expect(await levelOf(before)).toBe('none')
    expect(await levelOf(here.cookie())).toBe('full')
    expect(await actions()).toEqual(
      expect.arrayContaining(['account.passkey', 'account.recovery-codes', 'sign-in passkey']),
    )
    expect(sent).toMatchObject([{ to: owner.email, subject: 'Your account was changed' }])
  })

  it('a second “first” one is refused', async () => {
    const { db, owner, browser, make } = await set()
    expect((await make('/enrol/passkey')).status).toBe(200)
    const again = browser(await aCookie(db, owner.accountId, now, { level: 'password' }))
    expect((await again.send('/enrol/passkey/options')).json.code).toBe('no-enrolment')
  })

  it('of two first ones at once, from two browsers, one is kept', async () => {
    const { db, owner, browser, here } = await set()
    const there = browser(await aCookie(db, owner.accountId, now, { level: 'password' }))
    const bring = async (from: typeof here) => {
      const { json } = await from.send('/enrol/passkey/options')
      const response = anAuthenticator(origin).make(json.options)
      return () => from.send('/enrol/passkey', { id: json.id, name: 'Phone', response })
    }
    const [one, two] = [await bring(here), await bring(there)]
    const answers = await Promise.all([one(), two()])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await db.selectFrom('passkey').select('id').execute()).toHaveLength(1)
  })

  it('one click signs in at both factors, with nothing typed and nobody named before', async () => {
    const { browser, make, show, levelOf, actions } = await set()
    await make('/enrol/passkey')
    const elsewhere = browser('')
    const { status, text } = await show('/sign-in/passkey', elsewhere)
    expect({ status, text }).toEqual({ status: 200, text: '{}' })
    expect(await levelOf(elsewhere.cookie())).toBe('full')
    expect((await actions()).filter((action) => action === 'sign-in passkey')).toHaveLength(2)
  })

  it('while the password is guessed at, the owner still comes in', async () => {
    const { db, browser, make, show, owner } = await set()
    await make('/enrol/passkey')
    for (let guess = 0; guess < 12; guess++) {
      await countGuess(db, 'password', owner.email, now)
      await countGuess(db, 'code', owner.accountId, now)
    }
    expect(await countGuess(db, 'password', owner.email, now)).toHaveProperty('waitSeconds')
    expect((await show('/sign-in/passkey', browser(''))).status).toBe(200)
  })

  it('whatever is wrong with it, the answer is the same, byte for byte', async () => {
    const { db, browser, owner, device, make, show } = await set()
    await make('/enrol/passkey')
    const bring = async (response: (options: never) => unknown) => {
      const nobody = browser('')
      const { json } = await nobody.send('/sign-in/passkey/options')
      return nobody.send('/sign-in/passkey', { id: json.id, response: response(json.options as never) })
    }
    const unknown = await show('/sign-in/passkey', browser(''), anAuthenticator(origin))
    const forged = await bring((options) => ({
      ...anAuthenticator(origin).show(options),
      id: device.id,
      rawId: device.id,
    }))
    const elsewhere = await bring((options) => device.show(options, { origin: 'https://evil.example' }))
    const stale = await browser('').send('/sign-in/passkey', {
      id: crypto.randomUUID(),
      response: device.show({ challenge: 'YWJj' }),
    })
    await db.updateTable('account').set({ state: 'ended' }).where('id', '=', owner.accountId).execute()
    const ended = await show('/sign-in/passkey')
    for (const { status, text, headers } of [unknown, forged, elsewhere, stale, ended]) {
      expect({ status, text }).toEqual({ status: 401, text: unknown.text })
      expect(headers.get('set-cookie')).toBeNull()
    }
    expect(unknown.json.code).toBe('wrong')
  })

  it('is the second factor of whoever has shown a password, and keeps the locked screen’s sign-in', async () => {
    const { db, owner, browser, make, show, levelOf } = await set()
    await make('/enrol/passkey')
    const half = browser(await aCookie(db, owner.accountId, now, { level: 'password' }))
    const before = half.cookie()
    expect((await show('/sign-in/passkey', half)).status).toBe(200)
    expect(half.cookie()).not.toBe(before)
    expect(await levelOf(half.cookie())).toBe('full')
    expect(await levelOf(before)).toBe('none')
  })

  it('of somebody else never raises a sign-in that is half done', async () => {
    const { db, browser, make, show, device, levelOf } = await set()
    await make('/enrol/passkey')
    const other = await anAccount(db, ['headteacher'])
    const half = browser(await aCookie(db, other.accountId, now, { level: 'password' }))
    const before = half.cookie()
    // Asked for while nobody was signed in, brought by a browser in which somebody else is half signed in.
    const { json } = await browser('').send('/sign-in/passkey/options')
    await half.send('/sign-in/passkey', { id: json.id, response: device.show(json.options) })
    expect(await levelOf(before)).not.toBe('full')
    const half2 = browser(await aCookie(db, other.accountId, now, { level: 'password' }))
    expect((await show('/sign-in/passkey', half2)).status).toBe(401)
    expect(await levelOf(half2.cookie())).toBe('password')
  })

  it('opens for five minutes what asks for a fresh factor', async () => {
    const { db, owner, browser, make, show } = await set()
    await make('/enrol/passkey')
    const long = browser(await aCookie(db, owner.accountId, `${day}T09:20:00.000Z`))
    expect((await long.send('/me/passkeys/options')).json.code).toBe('confirm')
    expect((await show('/me/confirm/passkey', long)).status).toBe(200)
    expect((await long.send('/me/passkeys/options')).status).toBe(200)
  })

  it('of somebody else confirms nothing', async () => {
    const { db, browser, make, device } = await set()
    await make('/enrol/passkey')
    const other = await anAccount(db, ['headteacher'])
    const theirs = browser(await aCookie(db, other.accountId, `${day}T09:20:00.000Z`))
    const { json } = await theirs.send('/me/confirm/passkey/options')
    const answer = await theirs.send('/me/confirm/passkey', {
      id: json.id,
      response: device.show(json.options),
    })
    expect(answer.status).toBe(401)
    expect((await theirs.send('/me/passkeys/options')).json.code).toBe('confirm')
  })

  it('another may be added; other browsers are signed out, and the owner is told', async () => {
    const { db, owner, sent, browser, here, make, show, levelOf, actions } = await set()
    await make('/enrol/passkey')
    const elsewhere = browser(await aCookie(db, owner.accountId, now))
    const phone = anAuthenticator(origin)
    expect((await make('/me/passkeys', phone)).status).toBe(200)
    expect(await levelOf(elsewhere.cookie())).toBe('none')
    expect(await levelOf(here.cookie())).toBe('full')
    expect(sent).toHaveLength(2)
    expect((await actions()).filter((action) => action === 'account.passkey')).toHaveLength(2)
    expect((await show('/sign-in/passkey', browser(''), phone)).status).toBe(200)
    expect((await make('/me/passkeys', phone)).json.code).toBe('passkey-not-kept')
  })

  it('ten are enough', async () => {
    const { make } = await set()
    await make('/enrol/passkey')
    for (let number = 2; number <= 10; number++)
      expect((await make('/me/passkeys', anAuthenticator(origin))).status).toBe(200)
    expect((await make('/me/passkeys', anAuthenticator(origin))).json.code).toBe('too-many-passkeys')
  })

  it('may be removed, but not the last second factor, also not two at once', async () => {
    const { db, owner, sent, browser, here, device, make, show, actions } = await set()
    await make('/enrol/passkey')
    const remove = (id: string) => here.send(`/me/passkeys/${id}/remove`)
    expect((await remove(device.id)).json.code).toBe('last-factor')
    const phone = anAuthenticator(origin)
    await make('/me/passkeys', phone)
    const there = browser(await aCookie(db, owner.accountId, now))
    const both = await Promise.all([remove(device.id), there.send(`/me/passkeys/${phone.id}/remove`)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await db.selectFrom('passkey').select('id').execute()
    expect(left).toHaveLength(1)
    expect((await actions()).filter((action) => action === 'account.passkey-removed')).toHaveLength(1)
    expect(sent.at(-1)?.text).toContain('A passkey was removed')
    const gone = left[0]?.id === device.id ? phone : device
    expect((await show('/sign-in/passkey', browser(''), gone)).status).toBe(401)
    await db.updateTable('account').set({ totpSecret: 'sealed' }).where('id', '=', owner.accountId).execute()
    const last = browser(await aCookie(db, owner.accountId, now))
    expect((await last.send(`/me/passkeys/${left[0]?.id}/remove`)).status).toBe(200)
  })

  it('of somebody else is not there to be removed, and stays', async () => {
    const { db, browser, device, make } = await set()
    await make('/enrol/passkey')
    const other = await anAccount(db, ['headteacher'])
    const theirs = browser(await aCookie(db, other.accountId, now))
    expect((await theirs.send(`/me/passkeys/${device.id}/remove`)).status).toBe(404)
    expect(await db.selectFrom('passkey').select('id').execute()).toHaveLength(1)
  })

  it('are refused in a sentence where the server’s address is a number', async () => {
    const { here } = await set({ baseUrl: 'http://127.0.0.1:4600' })
    const { status, json } = await here.send('/enrol/passkey/options')
    expect({ status, code: json.code }).toEqual({ status: 409, code: 'no-passkeys' })
  })

  it('take no body that is not one', async () => {
    const { here, device } = await set()
    const good = device.make({ challenge: 'YWJj' })
    for (const wrong of [
      {},
      { id: 'x', name: 'Laptop', response: good },
      { id: crypto.randomUUID(), name: ' ', response: good },
      { id: crypto.randomUUID(), name: 'Laptop', response: { ...good, more: 1 } },
      { id: crypto.randomUUID(), name: 'Laptop', response: { ...good, type: 'password' } },
      { id: crypto.randomUUID(), name: 'Laptop', response: { ...good, id: 'a b' } },
      { id: crypto.randomUUID(), name: 'Laptop', response: { ...good, id: 'a'.repeat(2000) } },
    ])
      expect((await here.send('/enrol/passkey', wrong)).status).toBe(422)
  })
})
