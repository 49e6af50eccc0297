import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe } from '../support/browsing.ts'
import { picture } from '../support/pictures.ts'
import { serveBuilt } from '../support/serving.ts'

const { blank, openBeside, forgive } = await browse()
const { url } = await serveBuilt('demo')

/** A page of somebody of the demonstration. */
async function as(role: string, path = '/', width = 1280): Promise<Page> {
  const page = await blank(url)
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`${url}${path}`)
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click()
  await page.locator('vs-shell main h1').waitFor()
  return page
}

/** What people of the demonstration have in place of a second factor. */
const unlock = (page: Page) => page.getByRole('button', { name: /^Go on as/ }).press('Enter')

async function childNames(page: Page): Promise<string[]> {
  const names = await page.evaluate(async () => {
    const { children } = (await (await fetch('/api/cohort')).json()) as { children?: { name: string }[] }
    return (children ?? []).map(({ name }) => name)
  })
  return names.length > 0
    ? names
    : [...new Set(await page.locator('.child-name .full').allTextContents())].filter(Boolean)
}

/** Texts on the page that can be seen and hold one of these, also as a tooltip. */
const seen = (page: Page, names: readonly string[]) =>
  page.evaluate((all) => {
    const anyName = new RegExp(`(?<!\\p{L})(${all.join('|')})(?!\\p{L})`, 'u')
    const holds = (text: string | null) => anyName.test(text ?? '')
    const shown: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || !holds(node.textContent)) continue
      const style = getComputedStyle(parent)
      const isShown =
        parent.checkVisibility() &&
        !parent.closest('.hidden') &&
        style.fontSize !== '0px' &&
        style.color !== 'rgba(0, 0, 0, 0)'
      if (isShown || parent.localName === 'title') shown.push(`${parent.className}: ${node.textContent}`)
    }
    for (const titled of document.querySelectorAll('[title]'))
      if (holds(titled.getAttribute('title'))) shown.push(titled.getAttribute('title') ?? '')
    return shown
  }, names)

async function openForm(page: Page) {
  await page.getByRole('button', { name: 'Add a person' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Ivy Dunnock')
  return dialog
}

describe('locking', () => {
  it('takes the page out of the document at once, and brings it back with what was half typed', async () => {
    const page = await as('Designated teacher', '/school')
    await openForm(page)
    await page.keyboard.press('Alt+Shift+L')
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    expect(await page.locator('vs-shell, dialog').count()).toBe(0)
    expect(await page.title()).toBe('Locked · Virtual School dashboard')
    expect(await namelessPlaces(page)).not.toContain('Dunnock')
    expect(await page.evaluate(async () => (await fetch('/api/today')).status)).toBe(401)
    expect(await wrongForAxe(page)).toEqual([])
    await unlock(page)
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Ivy Dunnock')
    expect(await page.locator('dialog:modal').count()).toBe(1)
    await page.locator('dialog input:focus').waitFor()
    expect(await page.title()).toBe('School · Virtual School dashboard')
    forgive(/401/)
  })

  it('locks the other tabs too, and opens them with the one', async () => {
    forgive(/401/)
    const page = await as('Headteacher', '/rules')
    const beside = await openBeside(page, `${url}/cohort`)
    await page.keyboard.press('Alt+Shift+L')
    await beside.getByRole('heading', { name: 'Locked' }).waitFor()
    expect(await beside.locator('vs-shell').count()).toBe(0)
    await page.getByRole('button', { name: /^Go on as/ }).waitFor()
    await unlock(page)
    await page.locator('vs-rules-page').waitFor()
    await beside.locator('vs-cohort-page').waitFor()
  })

  it('warns after nine minutes without a key or a pointer, and locks after ten', async () => {
    forgive(/401/)
    const page = await blank(url)
    await page.clock.install()
    await page.goto(`${url}/rules`)
    await page.getByRole('button', { name: /^Headteacher/ }).click()
    await page.locator('vs-rules-page h1').waitFor()
    await page.clock.fastForward('09:01')
    await page.getByText('This screen locks in one minute').waitFor()
    await page.keyboard.press('Shift')
    await page.getByText('This screen locks in one minute').waitFor({ state: 'detached' })
    await page.clock.fastForward('09:59')
    expect(await page.locator('vs-shell').count()).toBe(1)
    await page.clock.fastForward('00:02')
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    expect(await page.locator('vs-shell').count()).toBe(0)
  })
})

describe('a sign-in that ends while somebody works', () => {
  it('loses nothing of a form when the same person signs in again, and the call goes through', async () => {
    forgive(/401/)
    const page = await as('Designated teacher', '/school')
    const dialog = await openForm(page)
    await dialog.getByLabel('Who this is').selectOption('clerk')
    await dialog.locator('input[name="parentalResponsibility"][value="no"]').check()
    await page.evaluate(() =>
      fetch('/api/sign-out', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
    )
    await dialog.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('button', { name: /^Designated teacher/ }).click()
    await page.getByRole('rowheader', { name: 'Ivy Dunnock' }).waitFor()
  })

  it('gives somebody else a fresh page', async () => {
    forgive(/401/)
    const page = await as('Designated teacher', '/school')
    const dialog = await openForm(page)
    await page.evaluate(() =>
      fetch('/api/sign-out', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
    )
    await dialog.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('button', { name: /^Governor/ }).click()
    await page.locator('vs-report-page h1').waitFor()
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await page.content()).not.toContain('Dunnock')
  })
})

describe('signing out', () => {
  it('ends at the server, and the back button shows the sign-in page', async () => {
    forgive(/401/)
    const page = await as('Headteacher', '/cohort')
    await page.locator('table a').first().click()
    await page.locator('vs-child-page h1').waitFor()
    await page.getByRole('button', { name: /Headteacher$/ }).press('Enter')
    await page.getByRole('button', { name: 'Sign out' }).press('Enter')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.locator('.child-name').count()).toBe(0)
    await page.goBack()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.locator('.child-name, vs-shell').count()).toBe(0)
    expect(await page.evaluate(async () => (await fetch('/api/cohort')).status)).toBe(401)
  })

  it('ends the other tabs too', async () => {
    const page = await as('Headteacher', '/rules')
    const beside = await openBeside(page, `${url}/cohort`)
    await page.getByRole('button', { name: /Headteacher$/ }).press('Enter')
    await page.getByRole('button', { name: 'Sign out' }).press('Enter')
    await beside.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await beside.locator('.child-name').count()).toBe(0)
  })
})

describe('an act that wants a factor', () => {
  const refused = { status: 403, json: { code: 'confirm', message: 'Show that it is you.' } }

  it('asks over the page, is then sent again by itself, and Escape gives the refusal back', async () => {
    forgive(/40[13]/)
    const page = await as('Headteacher', '/account')
    let isConfirmed = false
    await page.route('**/api/me/account', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ json: { ...((await response.json()) as object), authenticator: true } })
    })
    await page.route('**/api/me/confirm', (route) => {
      isConfirmed = true
      return route.fulfill({ json: {} })
    })
    await page.route('**/api/me/recovery-codes', (route) =>
      route.fulfill(isConfirmed ? { json: { recoveryCodes: ['k7wm-3fpq', 'x2dr-9htn'] } } : refused),
    )
    const ask = page.getByRole('button', { name: 'Make new ones' })
    await ask.press('Enter')
    await page.locator('#code:focus').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.account-page .error-text').waitFor()
    await ask.press('Enter')
    await page.locator('#code').fill('123456')
    await page.keyboard.press('Enter')
    await page.getByText('k7wm-3fpq').waitFor()
    expect(await page.locator('vs-confirm').count()).toBe(0)
  })
})

describe('names before a projector', () => {
  it('are hidden on every page at once by one key, with what people wrote, and shown again', async () => {
    const page = await as('Headteacher')
    const names = await childNames(page)
    expect(names.length).toBeGreaterThan(5)
    const words = [
      ...names,
      ...names.map((name) => name.split(' ')[0] ?? '').filter((word) => word.length > 3),
    ]
    await page.keyboard.press('Alt+Shift+P')
    await page.getByText('Names are hidden').waitFor()
    for (const name of ['Today', 'Cohort', 'Rules', 'School']) {
      await page.locator('.shell-pages').getByRole('link', { name, exact: true }).press('Enter')
      await page.locator(`vs-${name.toLowerCase()}-page h1`).waitFor()
      expect(await seen(page, words), name).toEqual([])
    }
    expect(await wrongForAxe(page)).toEqual([])
    await page.locator('.shell-pages').getByRole('link', { name: 'Cohort' }).press('Enter')
    await page.locator('table a.child-link').first().press('Enter')
    await page.locator('vs-child-page h1').waitFor()
    expect(await seen(page, words)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await seen(page, words)).toEqual([])
    await page.emulateMedia({ media: 'screen' })
    const places = await namelessPlaces(page)
    expect(words.filter((word) => places.includes(word))).toEqual([])
    await page.reload()
    await page.locator('vs-child-page h1').waitFor()
    expect(await seen(page, words)).toEqual([])
    await page.locator('.privacy-strip').getByRole('button', { name: 'Show' }).press('Enter')
    expect(await seen(page, words)).not.toEqual([])
  })

  it('are hidden in what the search box finds', async () => {
    const page = await as('Headteacher')
    const [name = ''] = await childNames(page)
    await page.keyboard.press('Alt+Shift+P')
    await page.keyboard.press('/')
    await page.keyboard.type(name.slice(0, 3))
    await page.locator('.suggestions [role="option"]').first().waitFor()
    expect(await seen(page, [name])).toEqual([])
  })
})

describe('what is chosen in the search box', () => {
  it('is of the letters that stand in it, however fast they were typed', async () => {
    const page = await as('Headteacher')
    const names = await childNames(page)
    const first = names.map(([letter = '']) => letter).find((one, at, all) => all.indexOf(one) < at) ?? ''
    let asked = 0
    await page.route('**/api/children/search', async (route) => {
      // The children of the first letter are there; those of the whole name come late.
      if (asked++ > 0) await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    })
    await page.keyboard.press('/')
    await page.keyboard.type(first)
    const found = page.locator('.suggestions [role="option"] .full')
    await found.nth(1).waitFor()
    const other = (await found.last().textContent()) ?? ''
    await page.keyboard.press('Control+A')
    await page.keyboard.type(other)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: other }).waitFor()
  })
})

describe('the person’s menu', () => {
  it('holds account, names, lock and sign out, by keyboard and on a phone', async () => {
    for (const width of [1280, 360]) {
      const page = await as('Designated teacher', '/account', width)
      await page.locator('.account-page').waitFor()
      await picture(page, `account${width === 360 ? '-360' : ''}`)
      await page.getByRole('button', { name: /Designated teacher$/ }).press('Enter')
      await page.getByRole('button', { name: /^Lock/ }).waitFor()
      expect(await wrongForAxe(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.keyboard.press('Escape')
    }
  })

  it('shows each role the pages that it opens and no others', async () => {
    const pagesOf = async (role: string) =>
      (await as(role, '/account')).locator('.shell-pages a').allInnerTexts()
    expect(await pagesOf('Class staff')).not.toContain('Today')
    expect(await pagesOf('Class staff')).toContain('My class')
    expect(await pagesOf('System administrator')).not.toContain('Cohort')
    expect(await pagesOf('Headteacher')).toContain('Cohort')
  })

  it('offers no form that the role could not keep, and opens the school to who looks after the machine', async () => {
    const addChild = (page: Page) => page.getByRole('button', { name: 'Add a child' })
    expect(await addChild(await as('Designated teacher', '/school')).count()).toBe(1)
    expect(await addChild(await as('Headteacher', '/school')).count()).toBe(0)
    const page = await as('System administrator', '/school')
    await page.getByRole('heading', { name: 'Calendar', exact: true }).waitFor()
    expect(await page.getByRole('heading', { name: 'People of the whole school' }).count()).toBe(0)
  })

  it.each(['/cohort', '/import'])(
    'says of %s, behind an old bookmark, that the role does not open it',
    async (path) => {
      forgive(/403/)
      const page = await as('System administrator', path)
      await page.getByRole('heading', { name: 'This page is not for the role you act in.' }).waitFor()
      expect(await page.locator('vs-file-drop').count()).toBe(0)
      await page.getByRole('main').getByRole('link', { name: 'Who sees what' }).waitFor()
    },
  )
})
