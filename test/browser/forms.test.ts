import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, overflow, wrongForAxe } from '../support/browsing.ts'
import { serveDemonstration } from '../support/serving.ts'

const { open, openBeside, forgive } = await browse()
const { url } = await serveDemonstration()

interface Kept {
  id: string
  fields: Record<string, unknown>
}

const records = async (page: Page, kind: string, childId?: string): Promise<Kept[]> =>
  page.evaluate(
    async (address) => ((await (await fetch(address)).json()) as { records: Kept[] }).records,
    `/api/records/${kind}${childId ? `?childId=${childId}` : ''}`,
  )

const today = (page: Page) =>
  page.evaluate(
    async () => ((await (await fetch('/api/school')).json()) as { evaluatesOn: string }).evaluatesOn,
  )

/** The dialog of the form, once its fields are there. */
async function dialogOf(page: Page) {
  const dialog = page.getByRole('dialog')
  await dialog.locator('.field').first().waitFor()
  return dialog
}

/** Opens the term dates of every year, which stand folded under the year's picture. */
async function openYears(page: Page) {
  const years = page.locator('.calendar-year > summary')
  await years.first().waitFor()
  for (const year of await years.all()) await year.press('Enter')
}

async function correctFirstTermDate(page: Page) {
  await openYears(page)
  await page
    .getByRole('button', { name: /^Correct\s*: Autumn/ })
    .first()
    .press('Enter')
  return dialogOf(page)
}

describe('a form', () => {
  it('records a PEP meeting from its card by keyboard, and the card closes', async () => {
    const page = await open(url)
    const card = page.locator('[data-group="due"] .alert:has-text("First PEP meeting")').first()
    const id = await card.getAttribute('id')
    await card.getByRole('button', { name: /^Record a PEP meeting/ }).press('Enter')
    const dialog = await dialogOf(page)
    await dialog.getByLabel('Day of the meeting').fill(await today(page))
    await dialog.getByLabel('Social worker').press('Space')
    await dialog.getByLabel('Yes').press('Space')
    await dialog.getByRole('button', { name: 'Record it' }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.locator(`[id="${id}"]`).getByText('Recorded. That closes it.').waitFor()
    await page.locator(`[id="${id}"]:focus`).waitFor()
  })

  it('opens filled in with what the card knows', async () => {
    const page = await open(url)
    await page
      .getByRole('button', { name: /^Record the notice/ })
      .first()
      .click()
    const dialog = await dialogOf(page)
    expect(await dialog.getByLabel('What it was about').inputValue()).toBe('suspension-notice')
    expect(await dialog.getByLabel('Which suspension').inputValue()).not.toBe('')
  })

  it('says at its field and above what is missing, and keeps what was typed', async () => {
    const page = await open(url)
    await page
      .getByRole('button', { name: /^Record the notice/ })
      .first()
      .click()
    const dialog = await dialogOf(page)
    await dialog.getByLabel('Who made the contact').fill('The office')
    await dialog.getByRole('button', { name: 'Record it' }).click()
    const summary = dialog.locator('.error-summary')
    await summary.locator('a', { hasText: 'When:' }).press('Enter')
    await dialog.locator('#contactedAt:focus').waitFor()
    expect(await dialog.locator('#contactedAt').getAttribute('aria-invalid')).toBe('true')
    expect(await dialog.getByLabel('Who made the contact').inputValue()).toBe('The office')
    expect(await wrongForAxe(page)).toEqual([])
  })

  it('a double click records once', async () => {
    const page = await open(`${url}/school`)
    const before = (await records(page, 'person')).length
    await page.getByRole('button', { name: 'Add a person' }).click()
    const dialog = await dialogOf(page)
    await dialog.getByLabel('Who this is').selectOption('clerk')
    await dialog.getByLabel('Name', { exact: true }).fill('Wilf Teasel')
    await dialog.locator('input[name="parentalResponsibility"][value="no"]').check()
    await dialog.getByRole('button', { name: 'Record it' }).dblclick()
    await page.getByRole('rowheader', { name: 'Wilf Teasel' }).waitFor()
    expect((await records(page, 'person')).length).toBe(before + 1)
  })

  it('corrects a record, keeps the old value, and shows who changed what', async () => {
    const page = await open(`${url}/school`)
    const dialog = await correctFirstTermDate(page)
    const name = dialog.getByLabel('Name', { exact: true })
    const before = await name.inputValue()
    await name.fill('Autumn, corrected')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: /^Correct\s*: Autumn, corrected/ }).press('Enter')
    const again = await dialogOf(page)
    await again.getByText('Corrected once').click()
    expect(await again.locator('.record-history del').innerText()).toBe(before)
    await again.getByLabel('Name', { exact: true }).fill(before)
    await page.keyboard.press('Enter')
    await again.waitFor({ state: 'hidden' })
  })

  it('shows both texts to the second of two who correct the same record', async () => {
    const first = await open(`${url}/school`)
    const second = await openBeside(first, `${url}/school`)
    const mine = await correctFirstTermDate(first)
    const theirs = await correctFirstTermDate(second)
    await theirs.getByLabel('Name', { exact: true }).fill('Autumn, theirs')
    await theirs.getByRole('button', { name: 'Save the correction' }).click()
    await theirs.waitFor({ state: 'hidden' })
    await mine.getByLabel('Name', { exact: true }).fill('Autumn, mine')
    await mine.getByRole('button', { name: 'Save the correction' }).click()
    const both = mine.locator('.both-texts')
    await both.waitFor()
    expect(await both.locator('tbody td').allInnerTexts()).toEqual(['Autumn, mine', 'Autumn, theirs'])
    expect(await wrongForAxe(first)).toEqual([])
    await mine.getByRole('button', { name: 'Keep what I typed' }).click()
    await mine.waitFor({ state: 'hidden' })
    expect((await records(first, 'term-date')).map(({ fields }) => fields['name'])).toContain('Autumn, mine')
  })

  it('removes a wrong record only with the reason', async () => {
    const page = await open(`${url}/school`)
    const before = (await records(page, 'term-date')).length
    await openYears(page)
    await page
      .getByRole('button', { name: /^Correct\s*: INSET/ })
      .first()
      .click()
    const dialog = await dialogOf(page)
    await dialog.getByRole('button', { name: /remove it/ }).click()
    await dialog.getByRole('button', { name: 'Remove the record' }).click()
    await dialog.locator('.field-error').waitFor()
    await dialog.getByLabel('Why is it wrong?').fill('That was last year’s.')
    await dialog.getByRole('button', { name: 'Remove the record' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect((await records(page, 'term-date')).length).toBe(before - 1)
  })

  it('says that it is not saved while the server cannot be reached, and saves it after', async () => {
    const page = await open(`${url}/school`)
    await page.getByRole('button', { name: 'Add a person' }).click()
    const dialog = await dialogOf(page)
    await dialog.getByLabel('Who this is').selectOption('clerk')
    await dialog.getByLabel('Name', { exact: true }).fill('Ivy Dunnock')
    await dialog.locator('input[name="parentalResponsibility"][value="no"]').check()
    forgive(/ERR_FAILED/)
    await page.route('**/api/records/**', (route) => route.abort(), { times: 1 })
    await dialog.getByRole('button', { name: 'Record it' }).click()
    await dialog.getByRole('alert').filter({ hasText: 'Not saved.' }).waitFor()
    expect(await dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Ivy Dunnock')
    await dialog.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('rowheader', { name: 'Ivy Dunnock' }).waitFor()
  })

  it('is in order for axe and fits on a phone', async () => {
    for (const [width, theme] of [
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      const page = await open(`${url}/school`, { width, theme })
      await page.getByRole('button', { name: 'Add a person' }).click()
      await dialogOf(page)
      expect(await wrongForAxe(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
  })
})
