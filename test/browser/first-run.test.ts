import { TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { browse, overflow, wrongForAxe } from '../support/browsing.ts'
import { serveBuilt } from '../support/serving.ts'

const { open, blank, forgive } = await browse()
const { url, printed } = await serveBuilt('main')

it('an empty installation shows nothing but where its set-up link is', async () => {
  for (const path of ['/', '/cohort', '/school']) {
    const page = await open(`${url}${path}`, { width: 360 })
    expect(await page.locator('h1').innerText()).toBe('Nobody has an account yet')
    expect(await wrongForAxe(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }
})

it.each([1280, 360])(
  'a set-up asks who, which school and when, at %i pixels, and sends it all together',
  async (width) => {
    const page = await blank(url)
    await page.setViewportSize({ width, height: 800 })
    const looked = { purpose: 'set-up', name: null, email: null, place: null, role: null }
    await page.route(`${url}/api/links/look`, (route) =>
      route.fulfill({ json: looked, headers: { Date: 'Fri, 13 Mar 2026 07:52:00 GMT' } }),
    )
    await page.route(`${url}/api/set-up`, (route) => route.fulfill({ json: {} }))
    await page.goto(`${url}/welcome#set.up`)
    const inOrder = async () => {
      expect(await wrongForAxe(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    const goOn = page.getByRole('button', { name: 'Go on' })
    await goOn.press('Enter')
    await page.getByRole('heading', { name: '3 things to put right' }).waitFor()
    await inOrder()
    await page.getByLabel('Your name').fill('Imogen Curlew')
    await page.getByLabel('Work e-mail').fill('imogen@school.example')
    await page.getByLabel('Choose a password').fill('orange kettle window')
    await goOn.press('Enter')
    await page.getByLabel('URN').fill('9990')
    await page.getByLabel('Name of the school').fill('Invented School')
    await page.getByLabel('Number of authority and school').fill('919/4002')
    await page.getByLabel('Phase').selectOption('primary')
    await page.getByLabel('Local authority').fill('Hertfordshire')
    await goOn.press('Enter')
    await page.locator('#urn-error').waitFor()
    await inOrder()
    await page.getByLabel('URN').fill('999002')
    await goOn.press('Enter')
    await page.locator('#autumn-first').waitFor()
    expect(await page.locator('#autumn-first').inputValue()).toBe('2025-09-02')
    await page.locator('#summer-last').fill('2025-07-21')
    const sent = page.waitForRequest(`${url}/api/set-up`)
    await page.getByRole('button', { name: 'Set it up' }).press('Enter')
    await page.locator('#summer-last-error').waitFor()
    await inOrder()
    await page.locator('#summer-last').fill('2026-07-21')
    await page.getByRole('button', { name: 'Set it up' }).press('Enter')
    const body = (await sent).postDataJSON() as { terms: unknown[]; school: object; link: string }
    expect(body).toMatchObject({
      link: 'set.up',
      email: 'imogen@school.example',
      role: 'headteacher',
      school: { name: 'Invented School', urn: '999002', authority: 'Hertfordshire' },
    })
    expect(body.terms).toHaveLength(6)
    await page.getByRole('heading', { name: 'Choose your second factor' }).waitFor()
  },
)

it('where the school’s files were brought in before, a set-up asks who alone', async () => {
  const page = await blank(url)
  const looked = { purpose: 'set-up', name: null, email: null, place: 'Brought In School', role: null }
  await page.route(`${url}/api/links/look`, (route) => route.fulfill({ json: looked }))
  await page.route(`${url}/api/set-up`, (route) => route.fulfill({ json: {} }))
  await page.goto(`${url}/welcome#set.up`)
  await page.getByRole('heading', { name: 'Set up Brought In School' }).waitFor()
  await page.getByLabel('Your name').fill('Noor Pochard')
  await page.getByLabel('Work e-mail').fill('noor@school.example')
  await page.getByLabel('Choose a password').fill('orange kettle window')
  await page.getByLabel('System administrator').check()
  expect(await wrongForAxe(page)).toEqual([])
  const sent = page.waitForRequest(`${url}/api/set-up`)
  await page.getByRole('button', { name: 'Set it up' }).press('Enter')
  const body = (await sent).postDataJSON() as object
  expect(body).toMatchObject({ role: 'administrator' })
  expect(Object.keys(body)).not.toContain('school')
  await page.getByRole('heading', { name: 'Choose your second factor' }).waitFor()
})

it('the link that the server printed leads to the headteacher’s account, its second factor and the files', async () => {
  const page = await blank(url)
  await page.goto(/http:\/\/localhost:\d+\/welcome#\S+/.exec(printed())?.[0] ?? url)
  await page.getByLabel('Your name').fill('Imogen Curlew')
  await page.getByLabel('Work e-mail').fill('imogen@school.example')
  await page.getByLabel('Choose a password').fill('orange kettle window roof')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of the school').fill('Invented School')
  await page.getByLabel('URN').fill('999002')
  await page.getByLabel('Number of authority and school').fill('919/4002')
  await page.getByLabel('Phase').selectOption('primary')
  await page.getByLabel('Local authority').fill('Hertfordshire')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Set it up' }).press('Enter')
  await page.getByRole('button', { name: 'Use an app' }).press('Enter')
  await page.getByText('type it instead').click()
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill(new TOTP({ secret }).generate())
  await page.keyboard.press('Enter')
  await page.locator('.codes-list li').first().waitFor()
  expect(await page.locator('.codes-list li').count()).toBe(10)
  const [code = ''] = await page.locator('.codes-list li').allInnerTexts()
  await page.locator('#codes-kept').press('Space')
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  await page.waitForURL(`${url}/import`)
  await page.getByRole('button', { name: 'Imogen Curlew, Headteacher' }).waitFor()
  // A call of the page that is under way when the screen locks is refused.
  forgive(/401/)
  await page.keyboard.press('Alt+Shift+L')
  await page.getByRole('button', { name: /recovery code/ }).press('Enter')
  await page.getByLabel('Recovery code').fill(code)
  await page.keyboard.press('Enter')
  await page.locator('vs-import-page h1').waitFor()
})
