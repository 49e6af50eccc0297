import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe, wrongInBothThemes } from '../support/browsing.ts'
import { cookieAtDemonstration, serveDemonstration, serveSample } from '../support/serving.ts'

const { open, forgive } = await browse()
const demo = await serveDemonstration('virtual-school-head')
const sample = await serveSample('virtual-school-head')
const head = await cookieAtDemonstration(demo.url, 'headteacher')

/** Within so many milliseconds an open page asks again. */
const SOON = 5000

/** What the headteacher’s own page would ask for, in another browser. */
async function atSchool<T>(path: string, json: unknown): Promise<T> {
  const answer = await fetch(`${demo.url}/api/${path}`, {
    method: 'POST',
    headers: { cookie: head, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
  return (await answer.json()) as T
}

async function childOf(name: string): Promise<string> {
  const { children } = await atSchool<{ children: { id: string; name: string }[] }>('children/search', {
    text: name,
  })
  return children.find((child) => child.name === name)?.id ?? ''
}

const flag = async (name: string) => atSchool('considerations', { childId: await childOf(name) })

const cardOf = (name: string) => `.inbox-card:has-text("${name}")`

describe('the inbox of the Virtual School', () => {
  it.each([1280, 360])('is in order at %i pixels, in light and dark', async (width) => {
    const page = await open(`${demo.url}/inbox`, { width })
    await page.locator('.inbox-card').first().waitFor()
    expect((await page.locator('h1').innerText()).replaceAll('\u00a0', ' ')).toMatch(
      /^One school is about to suspend two children\. Clover’s school has waited \d+ minutes\.$/,
    )
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await namelessPlaces(page)).not.toMatch(/Clover|Thistledown|Hazel|Millstream/)
    expect(await page.locator('main').innerText()).not.toMatch(/Sorrel|Saltmere/)
  })

  it('is where the Virtual School begins, with the number of those not yet read', async () => {
    const page = await open(demo.url)
    await page.waitForURL(`${demo.url}/inbox`)
    await page.locator('.shell-pages').getByRole('link', { name: 'Inbox 1 not read yet' }).waitFor()
    const ring = page.locator(cardOf('Clover')).getByRole('link', { name: /^Ring 01632 960144/ })
    expect(await ring.getAttribute('href')).toBe('tel:01632960144')
  })

  it('in two browsers: the school’s flag, its reading, what is advised, and the child who stays in school', async () => {
    const page = await open(`${demo.url}/inbox`, { clock: true })
    const card = page.locator(cardOf('Bramble'))
    await page.locator('.inbox-card').first().waitFor()
    const before = await page.locator('.inbox-card').count()
    const address = `${demo.url}/before-suspending/${await childOf('Bramble Otterby')}`
    const school = await open(address, { clock: true, cookie: head })
    /** The same pages all the while: nothing below is shown by a reload. */
    for (const one of [page, school]) await one.evaluate(() => document.body.classList.add('never-reloaded'))

    await school.getByRole('button', { name: 'Damage' }).press('Enter')
    await school.locator('.seen', { hasText: 'not read yet' }).waitFor()
    await page.clock.fastForward(SOON)
    await card.waitFor({ timeout: 10_000 })
    expect(await page.locator('.inbox-card').count()).toBe(before + 1)
    expect(await page.locator('.inbox-card h3').first().innerText()).toBe('Bramble Otterby')
    await page
      .getByRole('status')
      .getByText(/^A new flag from /)
      .waitFor({ state: 'attached' })
    await page.locator('.shell-pages').getByRole('link', { name: 'Inbox 2 not read yet' }).waitFor()
    await school.clock.fastForward(SOON)
    expect(await school.locator('.seen', { hasText: 'not read yet' }).count()).toBe(1)

    await card.getByRole('button', { name: 'I have read this' }).press('Enter')
    await card.getByText('Read by Marcus Sandgrouse at').waitFor()
    await page.locator('.inbox-card:focus').waitFor()
    await school.clock.fastForward(SOON)
    await school.locator('.seen', { hasText: /read \d\d:\d\d by Marcus Sandgrouse/ }).waitFor()

    await card.getByRole('button', { name: 'Send advice' }).press('Enter')
    const box = page.getByRole('dialog').getByLabel('What you advise')
    await box.fill('A day with his brother’s mentor.')
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
    await card.getByRole('button', { name: 'Send advice' }).press('Enter')
    expect(await box.inputValue()).toBe('A day with his brother’s mentor.')
    expect(await wrongForAxe(page)).toEqual([])
    await page.getByRole('button', { name: 'Send it to the school' }).press('Enter')
    await card.locator('blockquote').getByText('A day with his brother’s mentor.').waitFor()
    await school.clock.fastForward(SOON)
    await school.locator('.advice', { hasText: 'A day with his brother’s mentor.' }).waitFor()

    await school.getByRole('button', { name: 'Bramble stays in school' }).press('Enter')
    const dialog = school.getByRole('dialog')
    await dialog.getByRole('textbox').fill('His brother’s mentor all afternoon.')
    await dialog.getByRole('button', { name: 'Bramble stays in school' }).press('Enter')
    await school.locator('.after-stays').waitFor()
    await page.clock.fastForward(SOON)
    const row = page.locator('.inbox-row:has-text("Bramble")')
    await row.getByText('His brother’s mentor all afternoon.').waitFor({ timeout: 10_000 })
    expect(await card.count()).toBe(0)
    for (const one of [page, school]) expect(await one.locator('body.never-reloaded').count()).toBe(1)
  })

  it('moves nothing under the pointer: what comes meanwhile waits to be asked for', async () => {
    const page = await open(`${demo.url}/inbox`, { clock: true })
    const card = page.locator(cardOf('Clover'))
    await card.hover()
    const place = await card.boundingBox()
    await flag('Rush Alderbrook')
    await page.clock.fastForward(SOON)
    const held = page.getByRole('button', { name: 'One new flag: show it' })
    await held.waitFor({ timeout: 10_000 })
    expect(await card.boundingBox()).toEqual(place)
    expect(await page.locator(cardOf('Rush')).count()).toBe(0)
    await held.press('Enter')
    await page.locator(`${cardOf('Rush')}:focus`).waitFor()
    expect(await held.count()).toBe(0)
  })

  it('says when the server cannot be reached, and keeps what it shows', async () => {
    forgive(/ERR_/)
    const page = await open(`${demo.url}/inbox`)
    await page.locator('.inbox-card').first().waitFor()
    await page.context().setOffline(true)
    await page.getByText('The server cannot be reached').waitFor()
    expect(await page.locator('.inbox-card').count()).toBeGreaterThan(0)
    await page.context().setOffline(false)
    await page.getByText('The server cannot be reached').waitFor({ state: 'detached' })
  })

  it('prints as a list with the numbers and without buttons', async () => {
    const page = await open(`${demo.url}/inbox`)
    await page.locator('.inbox-card').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main .inbox-ways .button:visible').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching('Ring 01632 960144')]),
    )
    expect(await page.getByRole('button', { name: 'I have read this' }).count()).toBe(0)
  })

  it('says while nobody waits what will appear, and how one hears of it', async () => {
    for (const width of [1280, 360]) {
      const page = await open(`${sample.url}/inbox`, { width })
      await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
      await page.getByText('You also get a mail').waitFor()
      expect(await wrongForAxe(page)).toEqual([])
    }
  })
})

describe('Before you suspend', () => {
  it('is one click away on every page of a school, and in the bar of a phone', async () => {
    const page = await open(`${demo.url}/inbox`)
    expect(await page.locator('.before-button').count()).toBe(0)
    const [name = '', value = ''] = head.split('=')
    await page.context().addCookies([{ name, value, url: demo.url.replace('http:', 'https:'), secure: true }])
    await page.goto(`${demo.url}/rules`)
    await page.locator('main h1').waitFor()
    expect(await page.getByRole('link', { name: 'Before you suspend' }).first().isVisible()).toBe(true)
    expect(await wrongForAxe(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect((await page.locator('.bar > ul').first().innerText()).split(/\n+/).filter(Boolean)).toEqual([
      'Today',
      'Cohort',
      'Before you suspend',
      'More',
    ])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.goto(`${demo.url}/child/${await childOf('Hazel Millstream')}`)
    const ofChild = page.getByRole('main').getByRole('link', { name: 'Before you suspend' })
    expect(await ofChild.getAttribute('href')).toMatch(/^\/before-suspending\/[\w-]+$/)
  })
})
