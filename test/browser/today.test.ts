import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongInBothThemes } from '../support/browsing.ts'
import { serveDemonstration, serveSample } from '../support/serving.ts'

const { open } = await browse()
const demo = await serveDemonstration()
const sample = await serveSample()
const thatDay = `${sample.url}/?on=2026-03-13`

describe('Today', () => {
  it('says what must be done, first in a sentence, then by day, then card by card', async () => {
    const page = await open(thatDay)
    expect((await page.locator('h1').innerText()).replaceAll('\u00a0', ' ')).toBe(
      'Two duties fall due today; 20 more by Friday 27 March.',
    )
    expect(await page.locator('.ten-days li.day').count()).toBe(12)
    const heads = await page.locator('.alert-group h2').allInnerTexts()
    expect(heads.map((text) => text.split(/\s+/).slice(1).join(' '))).toEqual([
      'Broken',
      'Due',
      'Watch',
      'Not known',
    ])
    expect(await page.locator('main .button-solid:visible').count()).toBeLessThanOrEqual(2)
    expect(await namelessPlaces(page)).not.toMatch(/Taylor|Chidi|Begum/)
  })

  it('as at another day says once that nothing can be answered', async () => {
    const page = await open(thatDay)
    expect(await page.getByText('but nothing answered').count()).toBe(1)
    expect(await page.locator('.answer-open').count()).toBe(0)
  })

  it('shows the rest of a group, with the focus on the first card that came', async () => {
    const page = await open(thatDay)
    await page.getByRole('button', { name: /more broken/ }).press('Enter')
    const focused = page.locator('[data-group="breach"] .alert:focus')
    await focused.waitFor()
    expect(await page.locator('[data-group="breach"] .later').count()).toBe(0)
  })

  it('leads from a mark of the day line to its card, also to one not shown yet', async () => {
    const page = await open(thatDay)
    const mark = page.locator('.day:not(.day-before) a').last()
    const place = (await mark.getAttribute('href'))?.slice(1) ?? ''
    expect(await page.locator(`[id="${place}"]`).isVisible()).toBe(false)
    await mark.press('Enter')
    await page.locator(`[id="${place}"]:focus`).waitFor()
  })

  it('answers an alert by keyboard; the answer stays in its place and can be taken back there', async () => {
    const page = await open(demo.url)
    const card = page.locator('[data-group="due"] .alert').first()
    const id = await card.getAttribute('id')
    const place = page.locator(`[id="${id}"]`)
    const before = await page.locator('[data-group="due"] .group-count').innerText()
    await card.locator('.answer-open').press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('textbox', { name: 'What will be different' }).fill('The office asks on Monday.')
    await page.keyboard.press('Enter')
    await place.getByText('Answered: it was not done.').waitFor()
    await page.locator(`[id="${id}"]:focus`).waitFor()
    expect(await page.locator('[data-group="due"] .group-count').innerText()).toBe(`${Number(before) - 1}`)
    expect(await page.locator('[data-group="due"] .alert').first().getAttribute('id')).toBe(id)
    await place.getByRole('button', { name: /^Undo/ }).press('Enter')
    await place.locator('.answer-open').waitFor()
    expect(await page.locator('[data-group="due"] .group-count').innerText()).toBe(before)
  })

  it('says what an answer lacks, at its place', async () => {
    const page = await open(demo.url)
    const card = page.locator('[data-group="breach"] .alert').first()
    await card.locator('.answer-open').click()
    await card.getByRole('button', { name: 'Close it' }).click()
    await card.getByText('Choose one of the answers.').waitFor()
    await card.getByLabel('I do not know yet').check()
    await card.getByRole('button', { name: 'Ask me then' }).click()
    await card.getByText('Give a day that is still to come.').waitFor()
  })

  it('lets each child of a card of several be acted for', async () => {
    const page = await open(demo.url)
    const several = page.locator('.alert-several:has(.alert-row)').first()
    const names = await several.locator('.alert-row-who a').allInnerTexts()
    const second = several.locator('.alert-row').nth(1)
    await second.locator('.button').click()
    await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor()
    await expect.poll(() => page.getByRole('dialog').locator('h2').first().innerText()).toContain(names[1])
  })

  it('prints all that can be done this week, with a box to tick and no button', async () => {
    const page = await open(thatDay)
    const shown = (place: string) => page.locator(`${place} .alert:visible`).count()
    const onScreen = await shown('[data-group="breach"]')
    await page.emulateMedia({ media: 'print' })
    expect(await shown('[data-group="breach"]')).toBeGreaterThan(onScreen)
    expect(await shown('[data-group="due"]')).toBe(await page.locator('[data-group="due"] .alert').count())
    expect(await page.locator('main .button:visible').count()).toBe(0)
    const tick = page.locator('.alert-ways').first()
    expect(await tick.evaluate((ways) => getComputedStyle(ways, '::after').borderStyle)).toBe('solid')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })

  it.each([1280, 360])('is in order for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await open(thatDay, { width })
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    if (width === 360) return
    const answering = await open(demo.url, { width })
    await answering.locator('.answer-open').first().click()
    expect(await wrongInBothThemes(answering)).toEqual([])
  })
})
