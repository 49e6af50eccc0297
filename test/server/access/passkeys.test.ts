import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  askForPasskey,
  countUse,
  offerPasskey,
  passkeyParty,
  readNewPasskey,
  readShownPasskey,
} from '../../../server/access/passkeys.ts'
import { insertPasskey } from '../../../db/queries/passkey.ts'
import { anAccount } from '../../support/accounts.ts'
import { anAuthenticator, type Wrong } from '../../support/an-authenticator.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const origin = 'https://vs.example'
const party = { id: 'vs.example', origin }
const now = '2026-03-13T09:30:00.000Z'
/** Reads what was shown and writes the use down, as whoever lets somebody in does. */
const usePasskey = async (...given: Parameters<typeof readShownPasskey>) => {
  const shown = await readShownPasskey(...given)
  return shown && (await countUse(given[0], shown, given[4])) ? shown : undefined
}
const minutesOn = (minutes: number) => `2026-03-13T09:${30 + minutes}:00.000Z`

it('passkeys are for the host of the configured address, and for none that is a number', () => {
  expect(passkeyParty('https://vs.example/')).toEqual(party)
  expect(passkeyParty('http://localhost:4600')).toEqual({ id: 'localhost', origin: 'http://localhost:4600' })
  expect(passkeyParty('http://127.0.0.1:4600')).toBeUndefined()
  expect(passkeyParty('http://[::1]:4600')).toBeUndefined()
})

describeBothDatabases('a passkey', (open) => {
  async function set() {
    const { db } = await open()
    const { accountId: id, name, email } = await anAccount(db, [])
    const account = { id, name, email }
    const device = anAuthenticator(origin)
    const make = async (wrong: Wrong = {}, at = now) => {
      const { id: challenge, options } = await offerPasskey(db, party, account, now)
      return readNewPasskey(db, party, { id: challenge, response: device.make(options, wrong) }, id, at)
    }
    const keep = async () => {
      const made = await make()
      if (!made) throw new Error('No passkey was made')
      await insertPasskey(db, {
        ...made,
        accountId: id,
        name: 'Laptop',
        createdAt: now,
        lastUsedAt: null,
      }).execute()
    }
    const show = async (wrong: Wrong = {}, at = now) => {
      const asked = await askForPasskey(db, party, 'sign-in', null, now)
      const brought = { id: asked.id, response: device.show(asked.options, wrong) }
      return usePasskey(db, party, brought, 'sign-in', at)
    }
    return { db, account, device, make, keep, show }
  }

  it('is made for an account that the device cannot tell from its address, and must check the person', async () => {
    const { db, account } = await set()
    const { options } = await offerPasskey(db, party, account, now)
    expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(account.id)
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    })
    expect(options).toMatchObject({ rp: { id: 'vs.example' }, attestation: 'none', excludeCredentials: [] })
    expect(Buffer.from(options.challenge, 'base64url').length).toBeGreaterThanOrEqual(16)
  })

  it('signs its owner in, and what is asked for names nobody', async () => {
    const { db, account, device, keep, show } = await set()
    await keep()
    const { options } = await askForPasskey(db, party, 'sign-in', null, now)
    expect(options.allowCredentials).toBeUndefined()
    expect(options).toMatchObject({ rpId: 'vs.example', userVerification: 'required' })
    expect(await show()).toEqual({ accountId: account.id, passkeyId: device.id, counter: 1 })
    const row = await db.selectFrom('passkey').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ counter: 1, lastUsedAt: now, transports: 'internal' })
    expect(await show()).toBeDefined()
  })

  const wrongAnswers: [string, Wrong][] = [
    ['from another page', { origin: 'https://vs.example.evil.example' }],
    ['from the same host without encryption', { origin: 'http://vs.example' }],
    ['for another host', { host: 'evil.example' }],
    ['to another challenge', { challenge: 'bm90IHRoYXQgb25lIGJ1dCBhbm90aGVyIG9uZSE' }],
    ['by a device that did not make sure who it is', { unverified: true }],
    ['with a counter beyond all use', { counter: 4_000_000_000 }],
  ]
  for (const [what, wrong] of wrongAnswers) {
    it(`is not taken ${what}`, async () => {
      const { make } = await set()
      expect(await make(wrong)).toBeUndefined()
      expect(await make()).toBeDefined()
    })
    it(`signs nobody in ${what}`, async () => {
      const { keep, show } = await set()
      await keep()
      expect(await show(wrong)).toBeUndefined()
      expect(await show()).toBeDefined()
    })
  }

  it('is not taken with a maker’s certificates, whose addresses would be asked', async () => {
    const { make } = await set()
    for (const fmt of ['fido-u2f', 'tpm', 'apple', 'android-key', 'android-safetynet', 'other'])
      expect(await make({ fmt })).toBeUndefined()
  })

  it('signs nobody in when its counter stands still or goes back, as a copy’s would', async () => {
    const { keep, show } = await set()
    await keep()
    expect(await show({ counter: 7 })).toBeDefined()
    expect(await show({ counter: 7 })).toBeUndefined()
    expect(await show({ counter: 6 })).toBeUndefined()
    expect(await show({ counter: 0 })).toBeUndefined()
    expect(await show({ counter: 8 })).toBeDefined()
  })

  it('of a device that does not count signs in again and again', async () => {
    const { keep, show } = await set()
    await keep()
    expect(await show({ counter: 0 })).toBeDefined()
    expect(await show({ counter: 0 })).toBeDefined()
  })

  it('signs nobody in that it does not name, or names wrongly', async () => {
    const { keep, show } = await set()
    await keep()
    expect(await show({ userHandle: null })).toBeUndefined()
    expect(await show({ userHandle: Buffer.from('somebody else').toString('base64url') })).toBeUndefined()
  })

  it('signs nobody in when it is unknown, or when its account is not active', async () => {
    const { db, account, keep, show } = await set()
    expect(await show()).toBeUndefined()
    await keep()
    for (const state of ['ended', 'invited'] as const) {
      await db.updateTable('account').set({ state }).where('id', '=', account.id).execute()
      expect(await show()).toBeUndefined()
    }
  })

  it('is asked for by a challenge that works once, also when the answer was wrong', async () => {
    const { db, device, keep } = await set()
    await keep()
    const right = await askForPasskey(db, party, 'sign-in', null, now)
    const brought = { id: right.id, response: device.show(right.options) }
    expect(await usePasskey(db, party, brought, 'sign-in', now)).toBeDefined()
    expect(await usePasskey(db, party, brought, 'sign-in', now)).toBeUndefined()
    const { id, options } = await askForPasskey(db, party, 'sign-in', null, now)
    const wrong = { id, response: device.show(options, { unverified: true }) }
    expect(await usePasskey(db, party, wrong, 'sign-in', now)).toBeUndefined()
    expect(
      await usePasskey(db, party, { id, response: device.show(options) }, 'sign-in', now),
    ).toBeUndefined()
  })

  it('lets exactly one of many in that bring the same answer at once', async () => {
    const { db, device, keep } = await set()
    await keep()
    const { id, options } = await askForPasskey(db, party, 'sign-in', null, now)
    const brought = { id, response: device.show(options) }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => usePasskey(db, party, brought, 'sign-in', now)),
    )
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1)
  })

  it('is counted once when the same use is brought under two challenges at once', async () => {
    const { db, device, keep } = await set()
    await keep()
    const shown = { accountId: '', passkeyId: device.id, counter: 1 }
    expect(await Promise.all([countUse(db, shown, now), countUse(db, shown, now)])).toContain(false)
    await db.deleteFrom('passkey').execute()
    expect(await countUse(db, { ...shown, counter: 2 }, now)).toBe(false)
  })

  it('has five minutes to answer', async () => {
    const { make, keep, show } = await set()
    expect(await make({}, minutesOn(5))).toBeUndefined()
    await keep()
    expect(await show({}, minutesOn(5))).toBeUndefined()
    expect(await show({}, minutesOn(4))).toBeDefined()
  })

  it('answers for one purpose and one account only', async () => {
    const { db, account, device, keep } = await set()
    await keep()
    const other = await anAccount(db, [])
    const brings = async (
      asked: 'sign-in' | 'confirm',
      accountId: string | null,
      purpose: 'sign-in' | 'confirm',
    ) => {
      const { id, options } = await askForPasskey(db, party, asked, accountId, now)
      return usePasskey(db, party, { id, response: device.show(options) }, purpose, now)
    }
    expect(await brings('sign-in', null, 'confirm')).toBeUndefined()
    expect(await brings('confirm', account.id, 'sign-in')).toBeUndefined()
    expect(await brings('sign-in', other.accountId, 'sign-in')).toBeUndefined()
    expect(await brings('confirm', account.id, 'confirm')).toBeDefined()
    const offered = await offerPasskey(db, party, account, now)
    const made = { id: offered.id, response: anAuthenticator(origin).make(offered.options) }
    expect(await readNewPasskey(db, party, made, other.accountId, now)).toBeUndefined()
  })

  it('is offered to no device that holds one already, and asked of those of the account alone', async () => {
    const { db, account, device, keep } = await set()
    await keep()
    const { options } = await offerPasskey(db, party, account, now)
    expect(options.excludeCredentials).toEqual([
      { id: device.id, type: 'public-key', transports: ['internal'] },
    ])
    const asked = await askForPasskey(db, party, 'confirm', account.id, now)
    expect(asked.options.allowCredentials).toMatchObject([{ id: device.id }])
  })

  it('that was changed anywhere on its way signs nobody in, and breaks nothing', async () => {
    const { db, account, device, keep } = await set()
    await keep()
    const parts = ['clientDataJSON', 'authenticatorData', 'signature'] as const
    const changed = fc.record({
      part: fc.constantFrom(...parts),
      place: fc.nat(),
      by: fc.integer({ min: 1, max: 255 }),
    })
    await fc.assert(
      fc.asyncProperty(changed, async ({ part, place, by }) => {
        const { id, options } = await askForPasskey(db, party, 'sign-in', null, now)
        const shown = device.show(options)
        const bytes = Buffer.from(shown.response[part], 'base64url')
        // A signature's numbers may be wrapped in more than one way; the numbers themselves may not differ.
        const from = part === 'signature' ? bytes.length - 20 : 0
        bytes[from + (place % (bytes.length - from))]! ^= by
        const response = { ...shown.response, [part]: bytes.toString('base64url') }
        expect(
          await usePasskey(db, party, { id, response: { ...shown, response } }, 'sign-in', now),
        ).toBeUndefined()
      }),
      { numRuns: 40, seed: 20_260_313 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const { id, options } = await offerPasskey(db, party, account, now)
        const made = anAuthenticator(origin).make(options)
        const attestationObject = Buffer.from(bytes).toString('base64url')
        const response = { ...made, response: { ...made.response, attestationObject } }
        expect(await readNewPasskey(db, party, { id, response }, account.id, now)).toBeUndefined()
      }),
      { numRuns: 40, seed: 20_260_313 },
    )
  })

  it('leaves no old challenges behind', async () => {
    const { db } = await set()
    await askForPasskey(db, party, 'sign-in', null, now)
    await askForPasskey(db, party, 'sign-in', null, minutesOn(6))
    expect(await db.selectFrom('passkeyChallenge').select('id').execute()).toHaveLength(1)
  })
})
