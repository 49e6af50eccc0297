import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe, wrongInBothThemes } from '../support/browsing.ts'
import { cookieAtDemonstration, cookiesAt, serveDemonstration } from '../support/serving.ts'

const { open, openBeside, forgive } = await browse()
const { url } = await serveDemonstration('headteacher')

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()

const asked = async <T>(path: string, body: unknown, cookie = cookiesAt.get(url) ?? ''): Promise<T> => {
  const answer = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

/** The page of the child whose name begins so. */
async function pageOf(name: string): Promise<string> {
  const { children } = await asked<{ children: { id: string }[] }>('children/search', { text: name })
  return `${url}/before-suspending/${children[0]?.id}`
}

/** The page of a child, filled in by nobody yet. */
async function openFor(name: string, how: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open(await pageOf(name), how)
  await page.locator('#considered').waitFor()
  return page
}

const heading = (page: Page) => page.locator('h1').textContent().then(plain)
const saved = (page: Page) => page.locator('.saved', { hasText: 'Saved' }).first().waitFor()
const effects = (page: Page, words: string) => page.locator('.effects h2', { hasText: words }).waitFor()

/** Half days more, by keyboard, one key a half day. */
async function press(page: Page, many: number) {
  const more = page.getByRole('button', { name: 'half a day more' })
  for (let i = 0; i < many; i++) await more.press('Enter')
}

describe('before a suspension', () => {
  it('it is two keys from Today to whom to ring', async () => {
    const page = await open(url)
    await page.getByRole('link', { name: 'Before you suspend' }).first().press('Enter')
    await page.locator('.before-children a', { hasText: 'Fennel Puddock' }).press('Enter')
    await page.locator('.call-number a').waitFor()
    expect(await heading(page)).toBe('Before you suspend Fennel, ring Wexmoor.')
    expect(await page.locator('.call-number a').getAttribute('href')).toMatch(/^tel:0\d+$/)
    expect(await namelessPlaces(page)).not.toMatch(/Fennel|Puddock/)
  })

  it('any child of the school is found by name', async () => {
    const page = await open(`${url}/before-suspending`)
    const box = page.locator('.before-search').getByRole('combobox')
    await box.fill('Fennel')
    await page.locator('.before-search [role="option"]').first().waitFor()
    await box.press('Enter')
    await page.locator('.call-number a').waitFor()
  })

  it('nothing is opened by looking; the page says beforehand who will see it', async () => {
    const page = await openFor('Linnet Marshgate')
    await page.locator('.seen', { hasText: 'Nothing is sent yet. From the first thing you record' }).waitFor()
    const { open: considered } = (await (
      await fetch(`${url}/api/considerations`, { headers: { Cookie: cookiesAt.get(url) ?? '' } })
    ).json()) as { open: { child: { name: string } }[] }
    expect(considered.map(({ child }) => child.name)).not.toContain('Linnet Marshgate')
  })

  it('rung, filled in, seen what it comes to, and the child stays in school: by keyboard, twice nothing', async () => {
    const page = await openFor('Bramble Otterby')
    await page.getByRole('button', { name: /^I have rung, \d\d:\d\d$/ }).press('Enter')
    await page.getByRole('button', { name: 'We spoke' }).press('Enter')
    await page.locator('vs-rung textarea:focus').waitFor()
    await page.keyboard.type('Hold an interim review of the plan on Tuesday.')
    await page.getByRole('button', { name: 'Add it' }).press('Enter')
    await page.locator('.call-done').getByText('Hold an interim review').waitFor()
    await page.locator('.seen', { hasText: 'Wexmoor Virtual School sees this in its inbox since' }).waitFor()
    await page.getByRole('button', { name: 'Damage' }).press('Enter')
    await page.locator('#whatHappened').fill('Left the class twice and tore a display.')
    // From a morning, whatever the time of day is now.
    await page.locator('.half').nth(2).press('Enter')
    await press(page, 9)
    await effects(page, 'What 5 days would set off')
    await press(page, 2)
    await effects(page, 'What 6 days would set off')
    expect(plain(await page.locator('.effects .meter-track p').first().textContent())).toMatch(/ \+ 6 = /)
    await page.locator('.effects-list .is-new', { hasText: 'Education from' }).waitFor()
    await page.locator('.length-day.is-sixth', { hasText: 'day 6' }).waitFor()
    await page.getByRole('button', { name: /^Set 5 days/ }).press('Enter')
    await effects(page, 'What 5 days would set off')
    expect(await wrongForAxe(page)).toEqual([])
    await page.getByRole('button', { name: 'Bramble stays in school' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Bramble stays in school' }).press('Enter')
    await dialog.getByText('Say it in a few words.').waitFor()
    await dialog.getByRole('textbox').fill('A key adult meets Bramble each morning.')
    await dialog.getByRole('button', { name: 'Bramble stays in school' }).dblclick()
    await page.locator('.after-stays', { hasText: 'A key adult meets Bramble' }).waitFor()
    expect(await heading(page)).toBe('Bramble stays in school.')
    await page.reload()
    await page.locator('.after-stays').waitFor()
    await page.getByRole('button', { name: 'Consider it anew' }).press('Enter')
    await page.getByRole('button', { name: /^I have rung/ }).waitFor()
  })

  it('two days before anybody was asked: it asks why, and leads to whom to tell', async () => {
    const page = await openFor('Moss Wagtail')
    await page.getByRole('button', { name: /^Suspend/ }).press('Enter')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Damage' }).press('Enter')
    await press(page, 4)
    await effects(page, 'What 2 days would set off')
    await page.getByRole('button', { name: /^Suspend for 2/ }).press('Enter')
    const dialog = page.getByRole('dialog', { name: /^Suspend Moss for 2/ })
    await dialog.getByText('have not been asked.').waitFor()
    await dialog.getByRole('textbox').fill('Nobody answered, and others are not safe.')
    expect(await wrongForAxe(page)).toEqual([])
    await dialog.getByRole('button', { name: /^Suspend for 2/ }).dblclick()
    const next = page.getByRole('link', { name: 'Whom to tell now' })
    await next.waitFor()
    expect(await next.getAttribute('href')).toMatch(/^\/suspensions\/[\w-]+$/)
    await next.press('Enter')
    await page.waitForURL(/\/suspensions\//)
  })

  it('half days are picked on real school days with the arrow keys', async () => {
    const page = await openFor('Linnet Marshgate')
    await page.locator('.half').nth(1).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(plain(await page.locator('.stepper-length').textContent())).toBe('1.5 days')
    await page.locator('.stepper-span', { hasText: 'at noon to' }).waitFor()
    expect(await page.locator('.half[aria-pressed="true"]').count()).toBe(3)
  })

  it('opened by mistake, it is closed with the reason and counted nowhere', async () => {
    const page = await openFor('Juniper Reedling')
    await page.getByRole('button', { name: 'Damage' }).press('Enter')
    await saved(page)
    await page.getByRole('button', { name: 'Opened by mistake…' }).press('Enter')
    await page.getByRole('dialog').getByRole('textbox').fill('It was about another child.')
    await page.getByRole('dialog').getByRole('button', { name: 'Close it' }).press('Enter')
    await page.getByText('It is closed as opened by mistake.').waitFor()
  })

  it('of a child who was looked after before, the Virtual School’s number comes with what the parents agree, and goes with it', async () => {
    const page = await openFor('Basil Dabchick')
    const school = page.locator('.others li', { hasText: 'Virtual School' })
    await school.getByText('Nobody has agreed yet.').waitFor()
    await page.getByRole('button', { name: /^I have rung/ }).press('Enter')
    await page.getByRole('button', { name: 'We spoke: agrees to ask the Virtual School' }).press('Enter')
    await page.getByRole('button', { name: 'Nothing to add' }).press('Enter')
    await school.locator('.other-phone').waitFor()
    await page.locator('h1', { hasText: 'Now Wexmoor Virtual School can advise.' }).waitFor()
    await school.getByRole('button', { name: 'The agreement is withdrawn' }).press('Enter')
    await school.getByRole('button', { name: /it is withdrawn$/ }).press('Enter')
    await school.getByText('The agreement was withdrawn,').waitFor()
    expect(await school.locator('.other-phone').count()).toBe(0)
    expect(await school.evaluate((line) => line === document.activeElement)).toBe(true)
    expect(await wrongForAxe(page)).toEqual([])
  })

  it('a designated teacher fills it in and reads who decides', async () => {
    const head = cookiesAt.get(url) ?? ''
    cookiesAt.set(url, await cookieAtDemonstration(url, 'designated-teacher'))
    try {
      const page = await openFor('Teasel Otterby')
      await page.getByText('Only the headteacher decides').waitFor()
      expect(await page.getByRole('button', { name: /stays in school/ }).count()).toBe(0)
      await page.getByRole('button', { name: 'Damage' }).press('Enter')
      await saved(page)
      expect(await wrongForAxe(page)).toEqual([])
    } finally {
      cookiesAt.set(url, head)
    }
  })
})

describe('what is filled in', () => {
  it('stays while the server cannot be reached, is said not to be saved, and is saved after', async () => {
    const page = await openFor('Clover Thistledown')
    forgive(/ERR_FAILED/)
    await page.route('**/api/considerations/**', (route) => route.abort())
    await page.locator('#whatBefore').fill('A new seat without a word.')
    await page.locator('.saved-not').first().waitFor()
    await page.unroute('**/api/considerations/**')
    await saved(page)
    await page.reload()
    await page.locator('#whatBefore').waitFor()
    expect(await page.locator('#whatBefore').inputValue()).toBe('A new seat without a word.')
  })

  it('outlasts the back button, though it was not sent yet', async () => {
    const address = await pageOf('Wren Alderbrook')
    const page = await open(`${url}/before-suspending`)
    await page.locator('.before-children a', { hasText: 'Wren Alderbrook' }).press('Enter')
    await page.locator('#whatHappened').fill('Half a sentence')
    await page.goBack()
    await page.locator('.before-search').waitFor()
    await page.goForward()
    await page.locator('#whatHappened').waitFor()
    expect(page.url()).toBe(address)
    expect(await page.locator('#whatHappened').inputValue()).toBe('Half a sentence')
  })

  it('outlasts a locked screen, though the lock came before it was sent', async () => {
    forgive(/401/)
    const page = await openFor('Tansy Coppergate')
    await page.locator('#whatBefore').fill('A fire drill.')
    await page.keyboard.press('Alt+Shift+L')
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    // A lock ends the sign-in: the tests after this one are signed in anew.
    cookiesAt.set(url, await cookieAtDemonstration(url, 'headteacher'))
    expect(await page.locator('vs-before-page').count()).toBe(0)
    await page.getByRole('button', { name: /^Go on as/ }).press('Enter')
    await page.locator('#whatBefore').waitFor()
    expect(await page.locator('#whatBefore').inputValue()).toBe('A fire drill.')
    await saved(page)
    await page.reload()
    await page.locator('#whatBefore').waitFor()
    expect(await page.locator('#whatBefore').inputValue()).toBe('A fire drill.')
  })

  it('is there after signing out and in again', async () => {
    forgive(/401/)
    const page = await openFor('Hazel Millstream')
    await page.locator('#whatBefore').fill('The bus came late.')
    await saved(page)
    await page.getByRole('button', { name: /Headteacher$/ }).press('Enter')
    await page.getByRole('button', { name: 'Sign out' }).press('Enter')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    cookiesAt.set(url, await cookieAtDemonstration(url, 'headteacher'))
    expect(await page.content()).not.toContain('The bus came late.')
    await page.getByRole('button', { name: /^Headteacher/ }).press('Enter')
    await page.goto(await pageOf('Hazel Millstream'))
    await page.locator('#whatBefore').waitFor()
    expect(await page.locator('#whatBefore').inputValue()).toBe('The bus came late.')
  })

  it('goes through once the same person signs in again, though the sign-in ended before it was sent', async () => {
    forgive(/401/)
    const page = await openFor('Hazel Millstream')
    await page.evaluate(() =>
      fetch('/api/sign-out', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
    )
    cookiesAt.set(url, await cookieAtDemonstration(url, 'headteacher'))
    await page.locator('#whatHappened').fill('Ran out of the hall.')
    await page.getByRole('button', { name: /^Headteacher/ }).press('Enter')
    await saved(page)
    await page.reload()
    await page.locator('#whatHappened').waitFor()
    expect(await page.locator('#whatHappened').inputValue()).toBe('Ran out of the hall.')
  })

  it('a double click records one call', async () => {
    const page = await openFor('Rush Alderbrook')
    await page.getByRole('button', { name: /^I have rung, / }).click()
    await page.getByRole('button', { name: 'No answer' }).dblclick()
    await page.locator('.call-tries').waitFor()
    await page.reload()
    await page.locator('.call-tries').waitFor()
    expect(await page.locator('.call-tries li').count()).toBe(1)
    expect(await page.locator('.call-done').count()).toBe(0)
  })

  it('of two people in the same box both texts are shown, and one chooses', async () => {
    const first = await openFor('Perry Burdock')
    const second = await openBeside(first, await pageOf('Perry Burdock'))
    await first.getByRole('button', { name: 'Damage' }).press('Enter')
    await saved(first)
    await second.locator('.toggle[aria-pressed="true"]').waitFor()
    await second.route('**/api/children/**', (route) => route.abort())
    forgive(/ERR_FAILED/)
    await first.locator('#whatHappened').fill('As one saw it')
    await first.locator('#whatHappened').blur()
    await expect.poll(() => first.locator('.saved', { hasText: 'Saving' }).count()).toBe(0)
    await saved(first)
    await second.locator('#whatHappened').fill('As the other saw it')
    const both = second.locator('.both-texts')
    await both.waitFor()
    expect((await both.locator('tbody td').allTextContents()).map(plain)).toEqual([
      'As the other saw it',
      'As one saw it',
    ])
    expect(await wrongForAxe(second)).toEqual([])
    await both.getByRole('button', { name: 'Keep what I filled in' }).press('Enter')
    await saved(second)
    await first.locator('#whatHappened').waitFor()
    await expect
      .poll(() => first.locator('#whatHappened').inputValue(), { timeout: 20_000 })
      .toBe('As the other saw it')
  })
})

describe('the page', () => {
  it.each([1280, 360])('is clean for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await openFor('Sorrel Quillfeather', { width })
    if ((await page.locator('.effects-list').count()) === 0) {
      expect(await wrongInBothThemes(page)).toEqual([])
      await press(page, 6)
    }
    await page.locator('.effects-list').waitFor()
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const choose = await open(`${url}/before-suspending`, { width })
    await choose.locator('.before-open').waitFor()
    expect(await wrongInBothThemes(choose)).toEqual([])
    expect(await overflow(choose)).toBeLessThanOrEqual(0)
  })

  it('is a record on paper: times, who was asked, the totals, and no button', async () => {
    const page = await openFor('Sorrel Quillfeather')
    await page.emulateMedia({ media: 'print' })
    const paper = page.locator('.before-paper')
    expect(await paper.isVisible()).toBe(true)
    expect(await page.locator('main button:visible').count()).toBe(0)
    expect(plain(await paper.textContent())).toContain('Who was asked')
  })
})
