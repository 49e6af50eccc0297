import { describe, expect, it } from 'vitest'
import { browse, overflow, wrongForAxe } from '../support/browsing.ts'
import { serveSample } from '../support/serving.ts'
import { anUpn } from '../support/upn.ts'

const { open } = await browse()
const { url } = await serveSample()
const school = `${url}/school?on=2026-03-13`

describe('School', () => {
  it('says how long the year is, draws it, and warns that the next one is not known', async () => {
    const page = await open(school)
    expect(await page.locator('h1').innerText()).toBe('2025/26 has 190 school days; 73 are still to come.')
    await page.locator('vs-year-grid svg').waitFor()
    expect(await page.locator('vs-year-grid .grid-school').count()).toBe(190)
    await page.getByText('No term dates for 2026/27 yet.').waitFor()
  })

  it('takes a term date by keyboard; the warning goes when the next year has a term', async () => {
    const page = await open(school)
    await page.getByRole('button', { name: 'Add a term date' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What it is').selectOption('term')
    await dialog.getByLabel('Name', { exact: true }).fill('Autumn 2026')
    await dialog.getByLabel('First day').fill('2026-09-02')
    await dialog.getByLabel('Last day').fill('2026-07-18')
    await page.keyboard.press('Enter')
    await dialog.getByText('Last day: the last day is before the first.').waitFor()
    await dialog.locator('#lastDay').fill('2026-12-18')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { name: '2026/27' }).waitFor()
    expect(await page.getByText('No term dates for').count()).toBe(0)
  })

  it('takes a new child by form, and shows the child’s own page', async () => {
    const page = await open(school)
    await page.getByRole('button', { name: 'Add a child' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Forename').fill('Bramble')
    await dialog.getByLabel('Surname').fill('Otterby')
    await dialog.getByLabel('Unique pupil number').fill(anUpn(7))
    await dialog.getByLabel('Date of birth').fill('2014-02-03')
    await dialog.getByLabel('Year group').selectOption('7')
    await dialog.getByLabel('First day on roll').fill('2025-09-01')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Bramble Otterby' }).waitFor()
    expect(await page.title()).not.toContain('Bramble')
    expect(await page.locator('vs-dialog:has(vs-record-form), body > vs-dialog').count()).toBe(0)
  })

  it('learns the number of a Virtual School', async () => {
    const page = await open(school)
    const authorities = page.locator('vs-authorities')
    expect(await authorities.getByText(/^No number for/).count()).toBe(6)
    await authorities.getByRole('button', { name: /^Add one\s*: Barnet$/ }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Telephone').fill('ring me')
    await page.keyboard.press('Enter')
    await dialog.locator('.field-error').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    await dialog.getByLabel('Telephone').fill('020 7946 0118')
    await page.keyboard.press('Enter')
    await authorities.getByRole('link', { name: '020 7946 0118' }).waitFor()
    await authorities.getByRole('button', { name: /^All \d+ authorities$/ }).press('Enter')
    await expect.poll(() => authorities.getByRole('rowheader').count()).toBeGreaterThan(150)
  })

  it('takes a training by keyboard, corrects it, and removes it with the reason', async () => {
    const page = await open(school)
    const section = page.getByRole('region', { name: 'Training' })
    await section.getByText('No training is recorded yet').waitFor()
    await section.getByRole('button', { name: 'Add training' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Day', { exact: true }).fill('2025-11-14')
    await dialog.getByLabel('All staff').press('Space')
    await dialog.getByLabel('What it was about').fill('Attachment in the classroom')
    await dialog.getByLabel('How long').fill('3')
    expect(await wrongForAxe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await section.getByText('One training for all staff, 3 hours.').waitFor()
    await section.getByRole('button', { name: /^Correct\s*: Attachment in the classroom$/ }).press('Enter')
    await dialog.getByLabel('How long').fill('6')
    await page.keyboard.press('Enter')
    await section.getByText('One training for all staff, 6 hours.').waitFor()
    await section.getByRole('button', { name: /^Correct\s*: Attachment/ }).press('Enter')
    await dialog.getByText('Corrected once').waitFor()
    await dialog.getByRole('button', { name: /^This record is wrong/ }).press('Enter')
    await dialog.getByLabel('Why is it wrong?').fill('Typed for the wrong school.')
    await page.keyboard.press('Enter')
    await section.getByText('No training is recorded yet').waitFor()
  })

  it('takes money received and spent by keyboard, and says what is not spent', async () => {
    const page = await open(school)
    const section = page.getByRole('region', { name: 'Pupil premium plus' })
    const add = async (given: { pounds: string; way: 'Received' | 'Spent'; onWhat?: string }) => {
      await section.getByRole('button', { name: 'Add money received or spent' }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Day', { exact: true }).fill('2026-01-20')
      await dialog.getByLabel('Pupil premium plus, for looked-after children').press('Space')
      await dialog.getByLabel(given.way, { exact: true }).press('Space')
      await dialog.getByLabel('How much').fill(given.pounds)
      await page.keyboard.press('Enter')
      if (given.onWhat !== undefined) {
        await dialog.getByText('On what: say what it was spent on.').waitFor()
        await dialog.getByLabel('On what').fill(given.onWhat)
        await page.keyboard.press('Enter')
      }
      await dialog.waitFor({ state: 'hidden' })
    }
    await add({ pounds: '4200', way: 'Received' })
    await add({ pounds: '850', way: 'Spent', onWhat: 'Music lessons' })
    const sums = section.getByRole('table', { name: 'Received and spent in 2025/26' })
    await sums.getByText('£3,350').waitFor()
    expect(await section.getByRole('rowheader', { name: 'Music lessons' }).count()).toBe(1)
    expect(await wrongForAxe(page)).toEqual([])
  })

  it('keeps a line of the school’s own, and goes back to the usual one', async () => {
    const page = await open(school)
    const choices = page.locator('vs-local-choices')
    await choices.getByText('See and change them').click()
    const box = choices.getByLabel('Unauthorised sessions from which to warn')
    await box.fill('')
    await choices.getByRole('button', { name: 'Save your lines' }).click()
    await choices.getByText('Give a whole number from 0 to 1,000.').waitFor()
    await box.fill('5')
    await page.keyboard.press('Enter')
    await choices.getByText('Your own; usually 7.').waitFor()
    await choices.getByRole('button', { name: /^Set all back/ }).press('Enter')
    await choices.getByText('All are as usual.').waitFor()
    expect(await box.inputValue()).toBe('7')
  })

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('is in order for axe and fits at %i pixels, %s', async (width, theme) => {
    const page = await open(school, { width, theme })
    await page.getByText('See and change them').click()
    expect(await wrongForAxe(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
