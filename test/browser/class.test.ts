import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe, wrongInBothThemes } from '../support/browsing.ts'
import { serveDemonstration, serveSample } from '../support/serving.ts'

const { open } = await browse()
const demo = await serveDemonstration('class-staff')
const sample = await serveSample('class-staff')
const list = `${demo.url}/class`

/** Words of care, and of what happened, that whoever only teaches a child is not told. */
const notToldHere =
  /looked.after|in care|social worker|child.in.need|protection|guardianship|adopt|kinship|suspen|exclu|PEP|plan\b/i

describe('my class', () => {
  it('is the page after signing in, with a card of each child on the list, by name', async () => {
    const page = await open(demo.url)
    expect((await page.locator('main h1').innerText()).replaceAll('\u00a0', ' ')).toBe(
      'What helps the five children on your list, 4 Oak',
    )
    const names = await page.locator('.class-card h2').allInnerTexts()
    expect(names.toSorted()).toEqual([
      'Basil Dabchick',
      'Clover Thistledown',
      'Heather Toadflax',
      'Perry Burdock',
      'Teasel Otterby',
    ])
    expect(await namelessPlaces(page)).not.toMatch(/Otterby|Teasel|Dabchick/)
  })

  it('says what was agreed, whom to go to and this term’s absence, and nothing of care', async () => {
    const page = await open(list)
    const card = page.getByRole('article', { name: 'Teasel Otterby' })
    await card.getByText('Told the day before when something changes.', { exact: false }).waitFor()
    await card.getByText('Ms Teal, in the library at break.').waitFor()
    await card.getByText(/^(Missed \d+ of \d+ sessions|Here for all)/).waitFor()
    expect(await page.locator('.class-cards').innerText()).not.toMatch(notToldHere)
  })

  it('opens no way to a child’s page: a child’s name is no link', async () => {
    const page = await open(list)
    await page.locator('.class-card').first().waitFor()
    expect(await page.locator('main a').count()).toBe(0)
  })

  it('is printed by keyboard, two a page, without the tools around it', async () => {
    const page = await open(list)
    await page.evaluate(() => (globalThis.print = () => document.body.setAttribute('data-printed', 'yes')))
    await page.getByRole('button', { name: 'Print, two a page' }).press('Enter')
    await page.locator('body[data-printed="yes"]').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print, two a page' }).isVisible()).toBe(false)
    expect(await page.locator('.class-card').last().isVisible()).toBe(true)
    expect(await page.pdf({ format: 'A4' }).then((pdf) => pdf.length)).toBeGreaterThan(1000)
  })

  it('hides names, and what people wrote, from a projector by one key', async () => {
    const page = await open(list)
    await page.locator('.class-card').first().waitFor()
    await page.keyboard.press('Alt+Shift+P')
    await page.getByText('Names are hidden').waitFor()
    await expect.poll(() => page.locator('.class-card h2 .full').first().isVisible()).toBe(false)
    expect(await wrongForAxe(page)).toEqual([])
  })

  it('tells who has nobody on a list whom to ask', async () => {
    const page = await open(`${sample.url}/class`)
    await page.getByRole('heading', { level: 1, name: 'There is nobody on your list.' }).waitFor()
    await page.getByText('Ask the headteacher to put the children you teach on your list.').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
  })

  it.each([1280, 360])('is in order for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await open(list, { width })
    await page.locator('.class-card').first().waitFor()
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
