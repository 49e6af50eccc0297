import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe } from '../support/browsing.ts'
import { picture } from '../support/pictures.ts'
import { serveBuilt } from '../support/serving.ts'

const { blank, forgive } = await browse()
const { url } = await serveBuilt('demo')

/** The day of the drawing beside the form: the tests' server answers as at this one. */
const HEADERS = { Date: 'Fri, 13 Mar 2026 07:52:00 GMT' }
const out = { state: 'out', firstRun: false, mail: true, demonstration: null }
const half = {
  state: 'second-factor',
  name: 'Ruth Plover',
  methods: ['code', 'passkey', 'recovery'],
  enrol: false,
}
const codes = ['k7wm-3fpq', 'x2dr-9htn', 'b6yc-4vsj', 'm8gz-5kwe', 'q3tn-7rxa']
/** A pattern of squares in place of a real code: what is drawn is tested elsewhere. */
const squares = Array.from({ length: 33 }, (_, y) =>
  Array.from({ length: 33 }, (__, x) => ((x * y + x + y) % 3 === 0 ? 1 : 0)).join(''),
)

type Answer = object | { status: number; body: object; headers?: Record<string, string> }

/** Answers single calls in the server's place; the last word on each path counts. */
async function answering(page: Page, answers: Readonly<Record<string, Answer>>) {
  for (const [path, answer] of Object.entries(answers)) {
    const { status, body, headers } =
      'status' in answer
        ? (answer as { status: number; body: object; headers?: Record<string, string> })
        : { status: 200, body: answer, headers: {} }
    await page.route(`${url}/api/${path}`, (route) =>
      route.fulfill({ status, json: body, headers: { ...HEADERS, ...headers } }),
    )
  }
}

async function at(
  answers: Readonly<Record<string, Answer>>,
  { path = '/', width = 1280, theme = 'light' as 'light' | 'dark' } = {},
) {
  const page = await blank(url)
  await page.setViewportSize({ width, height: width < 500 ? 740 : 800 })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await answering(page, answers)
  await page.goto(`${url}${path}`)
  await page.locator('main h1').waitFor()
  return page
}

async function looksRight(page: Page, name?: string) {
  expect(await wrongForAxe(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  if (name) await picture(page, name)
}

const SIZES = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const
/** Pictures are kept of the wide page in both themes and of the narrow one. */
const named = (name: string, { width, theme }: (typeof SIZES)[number]) => {
  if (width === 1280) return theme === 'dark' ? `${name}-dark` : name
  return theme === 'dark' ? undefined : `${name}-360`
}

describe('signing in', () => {
  it('stands before every address, says the same of every wrong try, and opens the address afterwards', async () => {
    forgive(/401/)
    const page = await at(
      {
        me: out,
        'sign-in': { status: 401, body: { code: 'wrong', message: 'This does not open an account.' } },
      },
      { path: '/rules' },
    )
    expect(await page.title()).toBe('Sign in · Virtual School dashboard')
    await page.keyboard.press('Tab')
    await page.locator('#email:focus').waitFor()
    await page.keyboard.type('ruth@school.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('not the password')
    await page.keyboard.press('Enter')
    await page.locator('#password-error', { hasText: 'This does not open an account.' }).waitFor()
    await page.locator('#password:focus').waitFor()
    expect(await page.locator('#password').inputValue()).toBe('')
    expect(await page.locator('#email').inputValue()).toBe('ruth@school.example')
    await looksRight(page)
    await answering(page, { 'sign-in': { next: 'second-factor' }, me: half })
    await page.keyboard.type('the right one at last')
    await page.keyboard.press('Enter')
    await page.locator('#code:focus').waitFor()
    await page.unroute(`${url}/api/me`)
    await page.route(`${url}/api/sign-in/code`, async (route) => {
      const { demonstration } = (await (await fetch(`${url}/api/me`)).json()) as {
        demonstration: { accountId: string; role: string }[]
      }
      const accountId = demonstration.find(({ role }) => role === 'headteacher')?.accountId
      await route.continue({
        url: `${url}/api/demonstration/sign-in`,
        postData: JSON.stringify({ accountId }),
      })
    })
    await page.keyboard.type('123 456')
    await page.keyboard.press('Enter')
    await page.locator('vs-rules-page h1').waitFor()
    expect(page.url()).toBe(`${url}/rules`)
  })

  it('says when it may be tried again', async () => {
    forgive(/429/)
    const page = await at({
      me: out,
      'sign-in': {
        status: 429,
        body: { code: 'too-many', message: 'Too many.' },
        headers: { 'Retry-After': '250' },
      },
    })
    await page.getByLabel('Work e-mail').fill('ruth@school.example')
    await page.getByLabel('Password', { exact: true }).fill('a password')
    await page.keyboard.press('Enter')
    await page.getByText(/Try again in 5.minutes\./).waitFor()
  })

  it('tells the password manager what each box holds, lets one paste and see the password', async () => {
    const page = await at({ me: out })
    expect(await page.locator('#email').getAttribute('autocomplete')).toBe('username')
    expect(await page.locator('#password').getAttribute('autocomplete')).toBe('current-password')
    await page.getByLabel('Password', { exact: true }).fill('seen')
    await page.getByRole('button', { name: 'Show the password' }).press('Enter')
    expect(await page.locator('#password').getAttribute('type')).toBe('text')
    expect(await page.locator('#password').inputValue()).toBe('seen')
  })

  it('sends a link for a forgotten password and says the same whether there is an account or not', async () => {
    const page = await at({ me: out, 'sign-in/forgot': {} })
    await page.getByRole('button', { name: 'I have forgotten my password' }).press('Enter')
    await page.getByLabel('Work e-mail').fill('nobody@school.example')
    await page.keyboard.press('Enter')
    await page.getByText('If an account has that address').waitFor()
    await looksRight(page)
  })

  it('opens the demonstration as one of its people with one click', async () => {
    const page = await at({})
    await looksRight(page)
    await page.getByRole('button', { name: /^Governor/ }).press('Enter')
    await page.locator('vs-report-page h1').waitFor()
    expect(await page.locator('.shell-pages a').allInnerTexts()).not.toContain('Cohort')
    expect(await page.getByRole('search').count()).toBe(0)
    expect(page.url()).toBe(`${url}/report`)
  })

  for (const size of SIZES)
    it(`looks right ${size.width} pixels wide and ${size.theme}`, async () => {
      const page = await at({ me: out }, size)
      await looksRight(page, named('sign-in', size))
      await answering(page, { me: half })
      await page.reload()
      await page.locator('#code').waitFor()
      await looksRight(page, named('second-factor', size))
      await page.getByRole('button', { name: /recovery code/ }).press('Enter')
      await page.locator('#recovery:focus').waitFor()
      await looksRight(page)
    })
})

describe('a link', () => {
  const invitation = {
    purpose: 'invitation',
    name: 'Tess Avocet',
    email: 'tess@school.example',
    place: 'Larkmere Primary',
    role: 'Class staff',
  }

  it('leaves the address before anything is asked, and is kept nowhere', async () => {
    const page = await blank(url)
    await answering(page, { 'links/look': invitation })
    const asked = page.waitForRequest(`${url}/api/links/look`)
    await page.goto(`${url}/welcome#a-selector.a-secret`)
    expect((await asked).postDataJSON()).toEqual({ link: 'a-selector.a-secret' })
    await page.locator('#password').waitFor()
    expect(page.url()).toBe(`${url}/welcome`)
    expect(await namelessPlaces(page)).not.toMatch(/secret|Tess/)
  })

  it('tells whom it is for who made it and so held it first', async () => {
    const page = await blank(url)
    await answering(page, { 'links/look': { ...invitation, madeBy: 'Imogen Curlew' } })
    await page.goto(`${url}/welcome#a-selector.a-secret`)
    await page.getByText('Imogen Curlew made this link. Nobody but you should open it.').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
  })

  for (const size of SIZES)
    it(`leads over password and second factor to kept recovery codes, ${size.width} pixels wide and ${size.theme}`, async () => {
      const page = await at(
        {
          'links/look': invitation,
          'links/take': { next: 'enrol' },
          'enrol/authenticator': { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', qr: squares },
          'enrol/authenticator/confirm': { recoveryCodes: codes },
        },
        { ...size, path: '/welcome#a.b' },
      )
      await page.getByText('Larkmere Primary invites you').waitFor()
      const password = page.getByLabel('Choose a password')
      await password.fill('too short')
      await page.getByText('9 of 12 characters: 3 more.').waitFor()
      await looksRight(page, named('welcome', size))
      await password.press('Enter')
      await page.locator('#password-error').waitFor()
      await password.fill('orange kettle window')
      await password.press('Enter')
      await page.getByRole('button', { name: 'Make a passkey' }).waitFor()
      await looksRight(page)
      await page.getByRole('button', { name: 'Use an app' }).press('Enter')
      await page.locator('.qr').waitFor()
      await looksRight(page)
      await page.getByLabel('Code', { exact: true }).fill('123456')
      await page.keyboard.press('Enter')
      await page.locator('.codes-list li').first().waitFor()
      expect(await page.locator('.codes-list li').allInnerTexts()).toEqual(codes)
      await page.getByRole('button', { name: 'Go on' }).press('Enter')
      await page.getByText('Keep the codes first').waitFor()
      await looksRight(page, named('recovery-codes', size))
      await page.locator('#codes-kept').press('Space')
      await page.getByRole('button', { name: 'Go on' }).press('Enter')
      await page.waitForURL(`${url}/`)
    })

  it('that was used or is too old says so, and what to do', async () => {
    forgive(/404/)
    const page = await at(
      { 'links/look': { status: 404, body: { code: 'not-found', message: 'There is nothing here.' } } },
      { path: '/welcome#old.link' },
    )
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
    await page.getByText('Then somebody else may have.').waitFor()
    await looksRight(page)
    expect(await page.locator('main').getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/')
  })
})
