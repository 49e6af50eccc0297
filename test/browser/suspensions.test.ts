import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe, wrongInBothThemes } from '../support/browsing.ts'
import { serveDemonstration, serveEmpty, serveSample } from '../support/serving.ts'

const { open, forgive } = await browse()
/** Started before the tests, whose time is for what they show. */
const demo = await serveDemonstration('headteacher')
const sample = await serveSample('headteacher')
const { url } = demo

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
const heading = async (page: Page) => plain(await page.locator('main h1').textContent())

interface Row {
  id: string
  child: { id: string; name: string }
  nth: number
}
interface One {
  cancel: { may: boolean }
  contacts: { withRole: string; purpose: string; how: string | null }[]
  tasks: {
    ruleId: string
    status: string
    final: boolean
    form: string | null
    letter: string | null
    prefill: Record<string, unknown>
  }[]
}

const asked = <T>(page: Page, path: string) =>
  page.evaluate(
    async (address) => (await (await fetch(address)).json()) as unknown,
    `/api/${path}`,
  ) as Promise<T>

const rowsOf = async (page: Page) => (await asked<{ rows: Row[] }>(page, 'suspensions')).rows

/** The address of the newest suspension that is so. */
async function suspensionThat(page: Page, isSo: (one: One, row: Row) => boolean): Promise<string> {
  for (const row of await rowsOf(page))
    if (isSo(await asked<One>(page, `suspensions/${row.id}`), row)) return `${url}/suspensions/${row.id}`
  throw new Error('The demonstration has no such suspension')
}

describe('the suspensions of the year', () => {
  it('begin with the finding, and have each drawing’s table one key away', async () => {
    const page = await open(`${url}/suspensions`)
    expect(await heading(page)).toMatch(/suspensions? this year/)
    const cards = page.locator('.suspension-charts vs-chart-card')
    expect(await cards.count()).toBe(6)
    for (const card of await cards.all()) {
      await card.getByRole('button', { name: 'Table' }).press('Enter')
      expect(await card.locator('table caption').count()).toBe(1)
      expect(plain(await card.locator('h2').textContent())).not.toContain('%')
    }
    expect(await wrongForAxe(page)).toEqual([])
    expect(await namelessPlaces(page)).not.toMatch(/Quillfeather|Burdock|Coppergate/)
  })

  it('are narrowed by keyboard, and each leads to what is to be done', async () => {
    const page = await open(`${url}/suspensions`)
    const all = await page.locator('.suspension-link').count()
    await page.locator('input[name="group"]').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('.suspension-link').count()).toBeLessThan(all)
    await page.locator('.suspension-link').first().press('Enter')
    await page.locator('.tasks').waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/suspensions\/[\w-]+$/)
  })

  it('where nobody told us are no zero', async () => {
    const empty = await serveEmpty('headteacher')
    const page = await open(`${empty.url}/suspensions`)
    expect(await heading(page)).toBe('Suspensions are not known yet.')
    expect(plain(await page.locator('.empty').textContent())).toContain('That is not a zero.')
    expect(await page.locator('vs-chart-card').count()).toBe(0)
  })

  it.each([1280, 360])('are in order for axe and fit at %i pixels, in light and dark', async (width) => {
    const page = await open(`${url}/suspensions`, { width })
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

describe('one suspension after its decision', () => {
  it('done late is shown late, by keyboard alone', async () => {
    const page = await open(`${url}/suspensions`)
    const isLate = ({ status, final, ruleId }: One['tasks'][number]) =>
      status === 'breach' && !final && ruleId.endsWith('-not-told')
    const address = await suspensionThat(page, ({ tasks }) => tasks.some(isLate))
    await page.goto(address)
    const task = page.locator('.task:not(.task-done)', { has: page.locator('.mark-breach') }).first()
    await task.waitFor()
    const before = await page.locator('.task-late').count()
    const open0 = await page.locator('.task:not(.task-done) .mark-breach').count()
    await task.getByRole('button', { name: /^Record the notice/ }).press('Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel('Which suspension').waitFor()
    expect(await form.getByLabel('What it was about').inputValue()).toBe('suspension-notice')
    const day = await page.evaluate(
      async () => ((await (await fetch('/api/school')).json()) as { evaluatesOn: string }).evaluatesOn,
    )
    await form.getByLabel('When', { exact: true }).fill(`${day}T00:05`)
    await form.getByRole('button', { name: 'Record it' }).press('Enter')
    await form.waitFor({ state: 'hidden' })
    await expect.poll(() => page.locator('.task-late').count()).toBe(before + 1)
    expect(await page.locator('.task:not(.task-done) .mark-breach').count()).toBe(open0 - 1)
    expect(await page.locator('.task-late', { hasText: 'Done late' }).count()).toBeGreaterThan(0)
    expect(await heading(page)).toMatch(/late/)
  })

  it('told to several at one time is recorded of each who is ticked, once, also where the line is lost in between', async () => {
    const page = await open(`${url}/suspensions`)
    const isOpen = ({ status, final, prefill }: One['tasks'][number]) =>
      status !== 'met' && !final && prefill['purpose'] === 'suspension-notice'
    const address = await suspensionThat(page, ({ tasks }) => tasks.filter(isOpen).length > 1)
    await page.goto(address)
    const records = page.getByRole('button', { name: /^Record the notice/ })
    await records.first().waitFor()
    const before = await records.count()
    await page.getByRole('button', { name: 'Record several who were told together' }).press('Enter')
    const form = page.getByRole('dialog')
    const send = form.getByRole('button', { name: 'Record it for each' })
    await send.press('Enter')
    await form.getByText('Tick who was told.').waitFor()
    expect(await wrongInBothThemes(page)).toEqual([])
    const boxes = form.getByRole('checkbox')
    expect(await boxes.nth(0).evaluate((box) => box === document.activeElement)).toBe(true)
    const many = await boxes.count()
    expect(many).toBeGreaterThan(1)
    await boxes.nth(0).press('Space')
    await boxes.nth(1).press('Space')
    expect(await form.getByLabel('When', { exact: true }).inputValue()).toMatch(/T\d\d:\d\d/)
    await form.getByLabel('How').selectOption('letter')
    const toRecord = '**/api/records/contact'
    let sent = 0
    await page.route(toRecord, (route) => (++sent === 2 ? route.abort() : route.continue()))
    forgive(/ERR_FAILED/)
    await send.press('Enter')
    await form.locator('.error-text').waitFor()
    // Who was recorded has left the form; who was not is still ticked in it.
    expect(await boxes.count()).toBe(many - 1)
    expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(1)
    await page.unroute(toRecord)
    await send.dblclick()
    await form.waitFor({ state: 'hidden' })
    await expect.poll(() => records.count()).toBe(before - 2)
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
    const { contacts } = await asked<One>(page, new URL(address).pathname.slice(1))
    const told = contacts.filter(({ purpose, how }) => purpose === 'suspension-notice' && how === 'letter')
    expect(told).toHaveLength(2)
  })

  it('opens a letter to be read, kept and printed alone, and the form of how it went', async () => {
    const page = await open(`${url}/suspensions`)
    await page.goto(
      await suspensionThat(page, ({ tasks }) => tasks.some(({ letter }) => letter === 'parent')),
    )
    await page.getByRole('button', { name: 'To the parents', exact: true }).press('Enter')
    const letter = page.getByRole('dialog')
    await letter.locator('.letter p').first().waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    const text = plain(await letter.locator('.letter p').first().textContent())
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      letter.getByRole('button', { name: 'Keep as text' }).press('Enter'),
    ])
    expect(download.suggestedFilename()).toBe('letter-parent.txt')
    expect(plain(readFileSync(await download.path(), 'utf8'))).toContain(text)
    await page.emulateMedia({ media: 'print' })
    expect(await letter.locator('.letter').isVisible()).toBe(true)
    expect(await letter.locator('.letter-lines').count(), 'what happened is written in by hand').toBe(1)
    for (const hidden of ['vs-shell', '.letter-ways', '.letter-dialog .dialog-head'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await letter.getByRole('button', { name: 'Record how and when it went' }).press('Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel('What it was about').waitFor()
    expect(await form.getByLabel('Who was told or asked').inputValue()).toBe('parent')
    expect(
      await form
        .getByLabel('How', { exact: true })
        .or(form.getByLabel(/^How \(/))
        .inputValue(),
    ).toBe('letter')
    expect(await form.getByLabel('Which suspension').inputValue()).not.toBe('')
  })

  it('is cancelled by the headteacher only with a reason, and days served still count', async () => {
    const page = await open(`${url}/suspensions`)
    await page.goto(await suspensionThat(page, ({ cancel }) => cancel.may))
    await page.getByRole('button', { name: /^Cancel this/ }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('still count towards 15').waitFor()
    await dialog.getByRole('button', { name: 'Cancel it' }).press('Enter')
    await dialog.locator('.field-error').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    await dialog.getByLabel('Why is it cancelled?').fill('The account was not right.')
    await dialog.getByRole('button', { name: 'Cancel it' }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 1, name: /^Cancelled/ }).waitFor()
    expect(await page.getByRole('button', { name: /^Cancel this/ }).count()).toBe(0)
  })

  it('for good has a letter for the authority of the school and one for that of the child’s home, each recorded by itself', async () => {
    const page = await open(`${url}/suspensions`)
    const { evaluatesOn: day } = await asked<{ evaluatesOn: string }>(page, 'school')
    const excluded = {
      kind: 'permanent',
      startedOn: day,
      startSession: 'PM',
      halfDays: null,
      reasons: ['PP'],
    }
    const others = { decidedAt: `${day}T00:05`, atOtherSchool: false, missesExam: null, examOn: null }
    const made = await page.evaluate(
      async (body) => {
        const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
        const sent = { method: 'POST', headers, body: JSON.stringify(body) }
        return (await (await fetch('/api/records/suspension', sent)).json()) as { id: string }
      },
      {
        childId: (await rowsOf(page)).at(-1)?.child.id,
        fields: { ...excluded, ...others, representations: null, representationsOn: null },
      },
    )
    expect(made).toMatchObject({ id: expect.any(String), version: 1 })
    await page.goto(`${url}/suspensions/${made.id}`)
    const letter = (to: string) =>
      page.locator('.letters li', { has: page.getByRole('button', { name: `To the ${to}`, exact: true }) })
    const home = letter('authority in which the child lives')
    await home.getByText('missing in it').waitFor()
    await home.getByRole('button', { name: /^Record how and when it went/ }).press('Enter')
    const form = page.getByRole('dialog')
    const whom = form.getByLabel('Who was told or asked')
    expect(await whom.inputValue()).toBe('home-authority')
    await form.getByLabel('When', { exact: true }).fill(`${day}T00:06`)
    await form.getByRole('button', { name: 'Record it' }).press('Enter')
    await form.waitFor({ state: 'hidden' })
    await home.getByText('Recorded that it went').waitFor()
    expect(
      await letter('local authority')
        .getByRole('button', { name: /^Record how/ })
        .count(),
    ).toBe(1)
    const { tasks } = await asked<One>(page, `suspensions/${made.id}`)
    const told = tasks.filter(({ ruleId }) => ruleId === 'local-authority-not-told')
    expect(told.map(({ status }) => status).toSorted()).toEqual(['due', 'met'])
  })

  it('says so when there is no such suspension', async () => {
    forgive(/404/)
    const page = await open(`${url}/suspensions/nobody`)
    expect(await heading(page)).toBe('There is nothing here.')
  })

  it('prints what is to be done without its buttons', async () => {
    const page = await open(`${url}/suspensions`)
    await page.goto(await suspensionThat(page, ({ tasks }) => tasks.some(({ form }) => form !== null)))
    await page.locator('.tasks').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.task').first().isVisible()).toBe(true)
    for (const hidden of ['.task .button', 'vs-cancel-suspension'])
      for (const one of await page.locator(hidden).all()) expect(await one.isVisible()).toBe(false)
  })

  it.each([1280, 360])('is in order for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await open(`${url}/suspensions`, { width })
    await page.goto(await suspensionThat(page, () => true))
    await page.locator('.tasks').waitFor()
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

describe('suspensions on the page of one child', () => {
  const ofRepeated = async (width: 1280 | 360) => {
    const page = await open(`${url}/suspensions`, { width })
    const repeated = (await rowsOf(page)).find(({ nth }) => nth > 2)
    await page.goto(`${url}/child/${repeated?.child.id}`)
    await page.locator('.suspension-pattern').waitFor()
    return page
  }

  it('say what they have in common when somebody asks', async () => {
    const page = await ofRepeated(1280)
    expect(await page.locator('.pattern').count()).toBe(0)
    await page.locator('.suspension-pattern summary').press('Enter')
    await page.locator('.pattern h3').first().waitFor()
    expect(await page.locator('.pattern h3').count()).toBe(4)
    await page.locator('vs-suspension-pattern').getByRole('button', { name: 'Table' }).press('Enter')
    expect(await page.locator('vs-suspension-pattern tbody tr').count()).toBeGreaterThan(2)
    expect(await wrongForAxe(page)).toEqual([])
  })

  it('stand apart from every other way out of school', async () => {
    const page = await ofRepeated(360)
    await page.getByRole('button', { name: 'Record something else…' }).press('Enter')
    const menu = page.locator('#record-something-else')
    expect(plain(await menu.locator('p').textContent())).toContain(
      'None is ever a suspension under another name',
    )
    expect((await menu.locator('.link').allTextContents()).map(plain)).toEqual([
      'Off-site direction',
      'Managed move',
      'Part-time timetable',
      'Safeguarding separation',
      'Restrictive intervention',
      'Sent home without a suspension',
    ])
    await menu.getByRole('button', { name: 'Sent home without a suspension' }).press('Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel('What happened').waitFor()
    expect(plain(await form.textContent())).toContain('is unlawful')
    expect(await wrongForAxe(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })

  it('repeated, ask for something different, with the ladder in the form', async () => {
    const page = await open(`${sample.url}/suspensions?on=2026-03-13`)
    const { groups } = await asked<{
      groups: { watch: { cards: { ruleId: string; child: { id: string } }[] }[] }
    }>(page, 'today?on=2026-03-13')
    const card = groups.watch
      .flatMap(({ cards }) => cards)
      .find(({ ruleId }) => ruleId === 'suspension-repeated')
    await page.goto(`${sample.url}/child/${card?.child.id}?on=2026-03-13`)
    const alert = page.locator('.own-alert', {
      has: page.getByRole('button', { name: /^Record something different/ }),
    })
    expect(plain(await alert.textContent())).toMatch(/of 45 school days/)
    await alert.getByRole('button', { name: /^Record something different/ }).press('Enter')
    const form = page.getByRole('dialog')
    await form.getByRole('radio', { name: 'Interim PEP' }).waitFor()
    expect(await form.getByRole('radio', { checked: true, disabled: false }).count()).toBeGreaterThan(0)
    expect(await wrongForAxe(page)).toEqual([])
  })
})
