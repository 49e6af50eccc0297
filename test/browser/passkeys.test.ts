import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { linkAddress, makeLink } from '../../server/access/links.ts'
import { systemClock } from '../../server/clock.ts'
import { anAccount } from '../support/accounts.ts'
import { browse } from '../support/browsing.ts'
import { temporaryFolder } from '../support/databases.ts'
import { runBuilt, serveBuilt } from '../support/serving.ts'

const { open } = await browse()
const sample = fileURLToPath(new URL('../golden/sample', import.meta.url))
const dataDir = temporaryFolder()

/** The sample school, and a headteacher who has just been invited; answers the link's text. */
async function invited(): Promise<string> {
  const { code, err } = await runBuilt('import', [sample], dataDir)
  if (code !== 0) throw new Error(`The sample was not brought in: ${err}`)
  const database = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'virtual-school.db') })
  const { db } = database
  const { accountId } = await anAccount(db, ['headteacher'], { name: 'Alex Head' })
  const now = systemClock.now()
  const invitation = { state: 'invited', passwordHash: null, createdAt: now } as const
  await db.updateTable('account').set(invitation).where('id', '=', accountId).execute()
  const link = await inTransaction(db, (trx) =>
    makeLink(trx, { purpose: 'invitation', accountId, madeBy: null, at: now }),
  )
  await database.close()
  return link
}

const link = await invited()
const { url } = await serveBuilt('main', dataDir)

/** Gives a page’s browser a device that makes passkeys and knows its person. */
async function aDevice(page: Page, transport: 'internal' | 'usb' = 'internal') {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    credentials: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** Whether the device makes sure of its person from now on. */
    knowsPerson: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    unplug: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  }
}

/** Adds a passkey on the page of one’s own account. */
async function add(page: Page, name: string) {
  await tabTo(page, /^\s*Add a passkey/)
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of the passkey').fill(name)
  await page.keyboard.press('Enter')
}

/** Goes by Tab to what has these words, as somebody without a mouse does. */
async function tabTo(page: Page, words: RegExp) {
  const here = () =>
    page.evaluate(() => {
      const at = document.activeElement
      if (!(at instanceof HTMLButtonElement || at instanceof HTMLInputElement)) return ''
      const labels = [...(at.labels ?? [])]
      return `${at.textContent} ${labels.map((label) => label.textContent).join(' ')}`
    })
  for (let step = 0; step < 60; step++) {
    if (words.test(await here())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Nothing with ${words.source} is reached by Tab`)
}

it('a passkey is made, and opens everything with one key, with no mouse and nothing typed', async () => {
  const page = await open(linkAddress(url, link))
  expect(page.url()).not.toContain('#')
  const device = await aDevice(page)
  await page.locator('h1', { hasText: 'Welcome, Alex Head' }).waitFor()
  await tabTo(page, /Choose a password/)
  await page.keyboard.type('plum kettle orbit sand')
  await page.keyboard.press('Enter')

  await page.getByRole('button', { name: 'Make a passkey' }).waitFor()
  await tabTo(page, /^\s*Make a passkey/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Keep these codes' }).waitFor()
  expect(await page.locator('.codes-list li').count()).toBe(10)
  const [made, ...others] = await device.credentials()
  expect(others).toEqual([])
  expect(made).toMatchObject({ isResidentCredential: true, rpId: 'localhost' })
  expect(Buffer.from(made!.userHandle!, 'base64').toString()).not.toMatch(/@|Alex/)
  await tabTo(page, /I have kept them/)
  await page.keyboard.press('Space')
  await tabTo(page, /^\s*Go on/)
  await page.keyboard.press('Enter')
  await page.locator('vs-today-page h1').waitFor()

  await tabTo(page, /Alex Head/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^\s*Sign out/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()

  await device.knowsPerson(false)
  await tabTo(page, /^\s*Sign in with a passkey/)
  await page.keyboard.press('Enter')
  await page.getByText('No passkey was used').waitFor()
  await device.knowsPerson(true)
  await tabTo(page, /^\s*Sign in with a passkey/)
  await page.keyboard.press('Enter')
  await page.locator('vs-today-page h1').waitFor()
  expect((await device.credentials())[0]?.signCount).toBeGreaterThan(made!.signCount)

  await page.goto(`${url}/account`)
  const removals = page.getByRole('button', { name: /^Remove the passkey/ })
  await removals.waitFor()
  await removals.press('Enter')
  await page.getByText('This is the only second factor of your account').waitFor()
  await add(page, 'My laptop again')
  await page.getByRole('dialog').getByText('This device already has a passkey').waitFor()
  await device.unplug()
  const key = await aDevice(page, 'usb')
  await tabTo(page, /^\s*Make the passkey/)
  await page.keyboard.press('Enter')
  await expect.poll(() => removals.count()).toBe(2)
  expect((await key.credentials()).length).toBe(1)
  await removals.first().press('Enter')
  await expect.poll(() => removals.count()).toBe(1)
})

it('a device without a passkey for this address says so, and the page goes on', async () => {
  const page = await open(url)
  await aDevice(page)
  await tabTo(page, /^\s*Sign in with a passkey/)
  await page.keyboard.press('Enter')
  await page.getByText('No passkey was used').waitFor()
})
