import { beforeAll, expect, it } from 'vitest'
import { browse, overflow, wrongForAxe, type Opened } from '../support/browsing.ts'
import { picture } from '../support/pictures.ts'
import { serveSample } from '../support/serving.ts'

const pages = await browse()
const ON = '/rules?on=2026-03-13'
let url: string

beforeAll(async () => {
  ;({ url } = await serveSample())
})

it('every rule says whose duty it is, where it is written, and how far that was verified', async () => {
  const page = await pages.open(`${url}${ON}`)
  await page
    .getByRole('heading', { level: 1, name: /rules? of \d+ finds? something broken today\.$/ })
    .waitFor()
  const rules = page.getByRole('article')
  const { rules: all } = (await (await page.request.get(`${url}/api/rules?on=2026-03-13`)).json()) as {
    rules: { id: string }[]
  }
  expect(await rules.count()).toBe(all.length)
  for (const text of await rules.allTextContents()) {
    expect(text).toMatch(/Whose duty.*(Read in the source itself|As others report it|Not verified)/s)
    expect(text).toMatch(/What to do/)
    expect(text).toMatch(/(In force|line of our own|force)/)
  }
  await page.getByRole('heading', { name: 'Sources' }).waitFor()
  await page.getByRole('heading', { name: 'Figures for context' }).waitFor()
})

it('a rule is found by its words, by what it says and by its address, and opens the children concerned', async () => {
  const page = await pages.open(`${url}${ON}#rule-termly-pep-missing`)
  const rule = page.locator('#rule-termly-pep-missing')
  await rule.waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rule-termly-pep-missing')
  await rule.getByText(/children concerned/).click()
  await rule.getByRole('link', { name: 'Chidi Taylor' }).waitFor()
  await page.getByRole('searchbox').fill('personal educatión plan')
  await expect.poll(() => page.getByRole('article').count()).toBeLessThan(12)
  await page.getByRole('radio', { name: 'Watch' }).check()
  await page.getByRole('searchbox').fill('no rule says this')
  await page.getByRole('button', { name: 'Show all rules' }).click()
  await expect.poll(() => page.getByRole('article').count()).toBeGreaterThan(25)
  await rule.getByText(/children concerned/).click()
  await page.getByRole('link', { name: 'Chidi Taylor' }).first().click()
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/child\/[\w-]+$/)
})

it('the page is clear in light and wide, in dark and narrow', async () => {
  for (const how of [{ width: 1280 }, { width: 360, theme: 'dark' }] as Opened[]) {
    const page = await pages.open(`${url}${ON}`, how)
    await page.getByRole('article').first().waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    if (how.width === 1280) await picture(page, 'rules')
    await page.context().close()
  }
})
