import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { afterAll, afterEach, expect } from 'vitest'
import { chromiumArgs, chromiumPath } from './chromium.ts'
import { cookiesAt } from './serving.ts'

export interface Opened {
  width?: number
  theme?: 'light' | 'dark'
  /** The page’s time goes on by itself, and can be put on: `page.clock`. */
  clock?: boolean
  /** Whose page it is, where that is not who is signed in at the address: the value of the `Cookie` header. */
  cookie?: string
}

/** A form that is refused is an answer, not an error, though the browser's console names it. */
const isRefusal = (text: string) => /Failed to load resource.*\b(409|412|422)\b/.test(text)

/** The cookie of the person at this address; it goes only over what the browser trusts, as https or this machine. */
async function signInTo(context: BrowserContext, origin: string, cookie = cookiesAt.get(origin)) {
  const [name, value] = cookie?.split('=') ?? []
  if (name === undefined || value === undefined) return
  const url = origin.replace(/^http:/, 'https:')
  await context.addCookies([{ name, value, url, httpOnly: true, secure: true, sameSite: 'Strict' }])
}

/**
 * Pages of one browser. After each test: no error on the console, no refused resource, no request to another
 * host; and no page stays open.
 */
export async function browse() {
  const executablePath = await chromiumPath()
  const browser: Browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArgs,
    // Its boxes for days and times write them as here: 12/03/2026, 14:10.
    env: { ...process.env, LANG: 'en_GB.UTF-8' },
  })
  const troubles: string[] = []
  let forgiven: RegExp | undefined
  afterAll(() => browser.close())
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    const found = troubles.splice(0).filter((text) => !forgiven?.test(text))
    forgiven = undefined
    expect(found).toEqual([])
  })

  function watch(page: Page, home: string) {
    page.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message.text()))
        troubles.push(`${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (origin !== home && !/^(blob|data):$/.test(protocol)) troubles.push(`asked ${request.url()}`)
    })
  }

  return {
    /** What this test brings about itself, such as a server that cannot be reached, is no trouble. */
    forgive: (pattern: RegExp) => {
      forgiven = pattern
    },
    /** An empty page that is watched as one of this address; `as` its person, or nobody. */
    blank: async (url: string, as: 'somebody' | 'nobody' = 'nobody'): Promise<Page> => {
      const context = await browser.newContext({ locale: 'en-GB' })
      if (as === 'somebody') await signInTo(context, new URL(url).origin)
      const page = await context.newPage()
      watch(page, new URL(url).origin)
      return page
    },
    /** Opens an address in a context of its own, signed in where somebody is, and waits for the heading of its page. */
    async open(url: string, how: Opened = {}): Promise<Page> {
      const { width = 1280, theme = 'light', clock = false, cookie } = how
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width, height: width < 500 ? 740 : 800 },
        colorScheme: theme,
        reducedMotion: 'reduce',
      })
      await signInTo(context, new URL(url).origin, cookie)
      const page = await context.newPage()
      watch(page, new URL(url).origin)
      if (clock) await page.clock.install()
      await page.goto(url)
      await page.locator('main h1').waitFor()
      return page
    },
    /** Another tab of the same person. */
    async openBeside(page: Page, url: string): Promise<Page> {
      const beside = await page.context().newPage()
      watch(beside, new URL(url).origin)
      await beside.goto(url)
      await beside.locator('main h1').waitFor()
      return beside
    },
  }
}

/** What axe finds wrong on the page as it stands, by rule and place; of all rules, or of this one. */
export async function wrongForAxe(page: Page, rule?: string): Promise<string[]> {
  // Every rule looks at everything; of what is right, no more than one place is written up, and no page is in a frame.
  const { violations } = await new AxeBuilder({ page })
    .options({
      resultTypes: ['violations'],
      ...(rule !== undefined && { runOnly: { type: 'rule' as const, values: [rule] } }),
    })
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** The same of a light page in light, and then in dark, where colours alone are others. */
export async function wrongInBothThemes(page: Page): Promise<string[]> {
  const wrong = await wrongForAxe(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await wrongForAxe(page, 'color-contrast')
  await page.emulateMedia({ colorScheme: 'light' })
  return [...wrong, ...dark.map((place) => `in dark, ${place}`)]
}

/** How far the page reaches past the window at its right, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** The texts in which a child's name must never stand: the title, the address, and what the browser stores. */
export const namelessPlaces = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.title,
      location.href,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ].join('\n'),
  )
