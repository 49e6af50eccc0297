import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Role } from '../../server/access/permissions.ts'
import { systemClock } from '../../server/clock.ts'
import { aCookie, anAccount } from '../support/accounts.ts'
import {
  browse,
  namelessPlaces,
  overflow,
  wrongForAxe,
  wrongInBothThemes,
  type Opened,
} from '../support/browsing.ts'
import { temporaryFolder } from '../support/databases.ts'
import { runBuilt, serveBuilt } from '../support/serving.ts'

const { blank } = await browse()
const sample = fileURLToPath(new URL('../golden/sample', import.meta.url))
const dataDir = temporaryFolder()
const imported = await runBuilt('import', [sample], dataDir)
if (imported.code !== 0) throw new Error(`The sample was not brought in: ${imported.err}`)
const database = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'virtual-school.db') })
afterAll(() => database.close())
const { db } = database
const schoolId = (await everySchool(db).executeTakeFirstOrThrow()).id

const person = async (role: Role, name: string, post: object = {}) => {
  const made = await anAccount(db, [role], { name, schoolId, post })
  await db
    .updateTable('account')
    .set({ lastSignInAt: systemClock.now() })
    .where('id', '=', made.accountId)
    .execute()
  return made
}
const head = await person('headteacher', 'Alex Head')
const lead = await person('safeguarding-lead', 'Sam Lead')
await person('governor', 'Gill Governor', { endedOn: '2099-07-31' })
const teacher = await person('class-staff', 'Toni Teacher', { label: '5 Oak' })
const { url } = await serveBuilt('main', dataDir)

/** The page as somebody who signed in a moment ago. */
async function peopleOf(accountId: string, { width = 1280, theme = 'light' }: Opened = {}): Promise<Page> {
  const page = await blank(url)
  await page.setViewportSize({ width, height: width < 500 ? 740 : 800 })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  const [name = '', value = ''] = (await aCookie(db, accountId, systemClock.now())).split('=')
  await page
    .context()
    .addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }])
  await page.goto(`${url}/people`)
  await page.locator('vs-people-page h1').waitFor()
  return page
}

const headline = async (page: Page) => (await page.locator('h1').innerText()).replaceAll('\u00a0', ' ')

describe('People', () => {
  it('says who waits, and takes an invitation by keyboard, with what the role sees', async () => {
    const page = await peopleOf(head.accountId)
    expect(await headline(page)).toMatch(/^Nobody waits\./)
    await page.getByRole('button', { name: 'Invite somebody' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
    await dialog.getByLabel('Which role').selectOption('designated-teacher')
    await dialog.getByText(/^Sees identity, .* of every child of the school\.$/).waitFor()
    await dialog.getByText('it opens nothing until a second person agrees').waitFor()
    await dialog.getByLabel('Name', { exact: true }).fill('Robin Reed')
    await dialog.getByLabel('Work e-mail').fill('robin.reed')
    await page.keyboard.press('Enter')
    await dialog.getByRole('link', { name: 'Write a whole e-mail address.' }).waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    await dialog.getByLabel('Work e-mail').fill('robin.reed@school.example')
    await page.keyboard.press('Enter')
    const link = page.getByRole('dialog', { name: 'A link for Robin Reed' })
    expect(await link.getByLabel('The link').inputValue()).toMatch(/\/welcome#[\w-]+\.[\w-]+$/)
    expect(await wrongForAxe(page)).toEqual([])
    await link.getByRole('button', { name: 'I have it' }).press('Enter')
    await link.waitFor({ state: 'detached' })
    await page.getByText('Waits for the safeguarding lead').waitFor()
    expect(await headline(page)).toMatch(/^One person waits for somebody else’s word\./)
    expect(await namelessPlaces(page)).not.toContain('welcome#')
  })

  it('asks the second person, who agrees or says why not', async () => {
    const page = await peopleOf(lead.accountId)
    expect(await headline(page)).toBe('One person waits for your word.')
    const waiting = page.locator('vs-waiting')
    await waiting.getByText('Alex Head asked on').waitFor()
    await waiting.getByRole('button', { name: /^Not right/ }).press('Enter')
    await waiting.getByLabel('Why not').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    await waiting.getByRole('button', { name: 'Go back' }).press('Enter')
    await waiting.getByRole('button', { name: /^Agree/ }).press('Enter')
    await waiting.waitFor({ state: 'detached' })
    expect(await headline(page)).toMatch(/^Nobody waits\./)
  })

  it('chooses the children of a class by year group', async () => {
    const page = await peopleOf(head.accountId)
    await page.getByRole('button', { name: 'Change… Toni Teacher' }).press('Enter')
    await page.getByRole('button', { name: 'Choose the children' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Children of 5 Oak' })
    await dialog.locator('summary').first().press('Enter')
    await dialog
      .locator('details[open]')
      .getByRole('button', { name: /^Choose all/ })
      .press('Enter')
    const chosen = await dialog.locator('input:checked').count()
    expect(chosen).toBeGreaterThan(0)
    expect(await wrongForAxe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save the list' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(new RegExp(`, ${chosen}\\schild`)).waitFor()
    const listed = await db
      .selectFrom('postChild')
      .select('id')
      .where('postId', '=', teacher.postIds[0]!)
      .execute()
    expect(listed).toHaveLength(chosen)
  })

  it('ends a role at once after asking, and an account with a reason', async () => {
    const gone = await person('governor', 'Gone Governor')
    const page = await peopleOf(head.accountId)
    const change = page.getByRole('button', { name: 'Change… Gone Governor' })
    await change.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Gone Governor' })
    await dialog.getByRole('button', { name: 'End this role at once…' }).press('Enter')
    expect(await wrongForAxe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'End the role now' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await change.waitFor({ state: 'hidden' })
    await page.getByText('One person has no role any more.').click()
    await change.press('Enter')
    await dialog.getByRole('button', { name: /^End the account/ }).press('Enter')
    await dialog.getByLabel('Why').fill('Left the board')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const account = db.selectFrom('account').select('state').where('id', '=', gone.accountId)
    expect(await account.executeTakeFirst()).toEqual({ state: 'ended' })
  })

  it('keeps the review when everybody is ticked, and not before', async () => {
    const page = await peopleOf(head.accountId)
    const review = page.locator('vs-access-review')
    await review.getByRole('button', { name: 'Go through everybody' }).press('Enter')
    const confirm = review.getByRole('button', { name: /are right$/ })
    expect(await confirm.getAttribute('aria-disabled')).toBe('true')
    for (const box of await review.getByRole('checkbox').all()) await box.press('Space')
    expect(await wrongForAxe(page)).toEqual([])
    await confirm.press('Enter')
    await review.getByText(/review is done\.$/).waitFor()
    expect(await db.selectFrom('accessReview').select('reviewedBy').execute()).toEqual([
      { reviewedBy: head.accountId },
    ])
  })

  it.each([1280, 360])('is in order for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await peopleOf(head.accountId, { width })
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Change… Toni Teacher' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })

  it('prints who has access, with no child and no button', async () => {
    const page = await peopleOf(head.accountId)
    await page.emulateMedia({ media: 'print' })
    await page.getByText('Who has access, as at').waitFor()
    expect(await page.locator('main').getByRole('button').count()).toBe(0)
    expect(await page.locator('main').innerText()).not.toMatch(/\d\schild/)
  })
})
