import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongInBothThemes, type Opened } from '../support/browsing.ts'
import { picture } from '../support/pictures.ts'
import { serveSampleDay } from '../support/sample-day.ts'

const { open } = await browse()
const { url, be, ask } = await serveSampleDay()

const BARNET = '302'
const TITLE = 'How our school looks after children who have, or had, a social worker'

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
const heading = async (page: Page) => plain(await page.locator('main h1').textContent())
const at = async (path: string, how: Opened = {}) => open(`${url}${path}`, how)

const WIDE_AND_NARROW = [{ width: 1280 }, { width: 360 }] as const

async function isInOrder(page: Page) {
  expect(await wrongInBothThemes(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await namelessPlaces(page)).not.toMatch(/Chidi|Taylor/)
}

interface Listed {
  reports: { id: string; version: number }[]
}
/** The report under way or newest. */
async function theReport() {
  const { reports } = await ask<Listed>('GET', 'reports')
  return reports[0]!
}

/** The box of the words of a section, open; the section asks for words or offers to add some. */
async function boxOf(page: Page, section: number) {
  const place = page.locator(`#section-${section}`)
  const add = place.getByRole('button', { name: 'Add your own words' })
  if ((await add.count()) > 0) await add.press('Enter')
  const box = page.locator(`#words-${section}`)
  await box.waitFor()
  return box
}

const saved = (page: Page, section: number) =>
  page.locator(`#section-${section} .saved`, { hasText: /^Saved \d\d:\d\d$/ }).waitFor()

describe('before there is a report', () => {
  it.each(WIDE_AND_NARROW)(
    'a governor reads who writes it and what is coming, $width pixels',
    async (how) => {
      await be('governor', 'Ivy Lark')
      const page = await at('/report', how)
      expect(await heading(page)).toBe('No report has been published to governors yet.')
      await page.getByRole('heading', { name: 'Who writes it, and when' }).waitFor()
      // The report, what is coming, and nothing else: neither rules nor a day to choose.
      expect(await page.locator('.day-row, a[href="/rules"]').count()).toBe(0)
      await isInOrder(page)
    },
  )
})

describe('the designated teacher', () => {
  it('starts the year’s report with two keys and sees what is wanted of a person', async () => {
    await be('designated-teacher', 'Amara Osei-Bonsu')
    const page = await at('/report')
    expect(await heading(page)).toBe('The report for 2025/26 can be started.')
    await isInOrder(page)
    await page.getByRole('button', { name: /^Start it ?: report for 2025/ }).press('Enter')
    await page.locator('.report-sheet').waitFor()
    expect(await heading(page)).toBe(TITLE)
    expect(await page.locator('.report-section').count()).toBe(15)
    await page.locator('.report-bar', { hasText: /Draft\. \d+ of 15 sections answered\./ }).waitFor()
    await page.locator('.report-rail', { hasText: 'words of the designated teacher are wanted' }).waitFor()
  })

  it('writes, is told at once which words give a child away, and what is saved when', async () => {
    await be('designated-teacher', 'Amara Osei-Bonsu')
    const page = await at(`/report/${(await theReport()).id}`)
    const box = await boxOf(page, 9)
    await box.focus()
    await page.keyboard.type('Chidi Taylor plays the violin in the county orchestra.')
    await saved(page, 9)
    const warned = page.locator('#words-9-warnings', { hasText: 'A reader could tell who this is about.' })
    await warned.filter({ hasText: 'Chidi' }).waitFor()
    await isInOrder(page)
    await box.fill('Each child may learn an instrument; the school pays for the lessons.')
    await warned.waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('#words-9').waitFor()
    expect(await page.locator('#words-9').inputValue()).toMatch(/^Each child may learn an instrument/)
  })

  it('sees both texts where somebody else wrote the same meanwhile', async () => {
    await be('designated-teacher', 'Amara Osei-Bonsu')
    const { id } = await theReport()
    const page = await at(`/report/${id}`)
    const box = await boxOf(page, 10)
    await ask('PUT', `reports/${id}/words/10`, { words: 'From elsewhere.' }, { 'If-Match': '"0"' })
    await box.fill('There is a quiet room.')
    const both = page.getByRole('alert').filter({ hasText: 'changed these words while you were writing' })
    await both.getByRole('cell', { name: 'From elsewhere.' }).waitFor()
    await isInOrder(page)
    await both.getByRole('button', { name: 'Keep what I wrote' }).press('Enter')
    await saved(page, 10)
    expect(await box.inputValue()).toBe('There is a quiet room.')
  })

  it.each(WIDE_AND_NARROW)(
    'sees each number as it is beside what is printed, and why, $width pixels',
    async (how) => {
      await be('designated-teacher', 'Amara Osei-Bonsu')
      const page = await at(`/report/${(await theReport()).id}`, how)
      await page.getByLabel('Both side by side').press('Space')
      await page.getByRole('heading', { level: 1, name: /not printed as they are\.$/ }).waitFor()
      const sides = page.locator('.report-side')
      const place = sides.first()
      await place.locator('.report-why').first().waitFor()
      if (how.width === 1280) await picture(page, 'report-draft', 1600)
      expect(await page.getByText('No reason is kept').count()).toBe(0)
      await place.getByText(/^All \d+ numbers, who is counted/).press('Enter')
      await place.getByText('Who is counted').first().waitFor()
      expect(await place.locator('.report-both').count()).toBeGreaterThan(0)
      await place.getByText('Which children', { exact: true }).first().press('Enter')
      await place.getByRole('link', { name: /Chidi/ }).first().waitFor()
      // The others are closed until somebody comes to them.
      expect(await sides.locator('> table').filter({ visible: true }).count()).toBeLessThan(5)
      await page.locator('.report-side > summary').nth(1).press('Enter')
      await sides.nth(1).locator('.report-why').first().waitFor()
      await page.getByRole('heading', { name: 'Numbers that stand in no table' }).waitFor()
      await isInOrder(page)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.report-sides:visible, .report-both b:visible').count()).toBe(0)
      expect(await page.locator('.report-sheet:visible').count()).toBe(1)
    },
  )

  it('writes down an action with who does it, and takes it out again', async () => {
    await be('designated-teacher', 'Amara Osei-Bonsu')
    const page = await at(`/report/${(await theReport()).id}`)
    const section = page.locator('#section-15')
    for (const text of ['Ask in June how many plans were completed in their term.', 'Another one.']) {
      await section.getByRole('button', { name: 'Add an action' }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('What is to be done').fill(text)
      await dialog.getByLabel('Who does it').fill('Link governor')
      await isInOrder(page)
      await dialog.getByRole('button', { name: 'Save it' }).press('Enter')
      await section.getByRole('listitem').filter({ hasText: text }).waitFor()
    }
    await section.getByRole('button', { name: /^Take out ?: Another one/ }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).press('Enter')
    await section.getByText('Another one.').first().waitFor({ state: 'detached' })
  })

  it('sends it to the headteacher, who alone sees it then', async () => {
    await be('designated-teacher', 'Amara Osei-Bonsu')
    const page = await at(`/report/${(await theReport()).id}`)
    await page.getByRole('button', { name: 'Send to the headteacher' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Governors do not see it yet.').waitFor()
    await isInOrder(page)
    await dialog.getByRole('button', { name: 'Send to the headteacher' }).press('Enter')
    await page.locator('.report-bar', { hasText: 'With the headteacher' }).waitFor()
    expect(await page.locator('textarea').count()).toBe(0)
    const { id } = await theReport()
    await be('governor', 'Ivy Lark')
    await expect(ask('GET', `reports/${id}`)).rejects.toThrow('404')
  })
})

describe('the headteacher', () => {
  it('sends it back with a reason that the designated teacher reads above the report', async () => {
    await be('headteacher', 'David Whitlock')
    const page = await at('/report')
    expect(await heading(page)).toBe('The report for 2025/26 waits for your approval.')
    await page.getByRole('link', { name: /^Read and approve/ }).press('Enter')
    await page.getByRole('button', { name: 'Send it back' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Send it back' }).press('Enter')
    await page.locator('#act-reason:focus').waitFor()
    await dialog.getByText('Say what is to be changed.').waitFor()
    await page.keyboard.type('Say more on reading.')
    await dialog.getByRole('button', { name: 'Send it back' }).press('Enter')
    await page.locator('.report-bar', { hasText: 'Say more on reading.' }).waitFor()
    const { id, version } = await theReport()
    await be('designated-teacher', 'Amara Osei-Bonsu')
    await ask('POST', `reports/${id}/send`, {}, { 'If-Match': `"${version}"` })
  })

  it('approves it, which settles it, and publishes it for a meeting', async () => {
    await be('headteacher', 'David Whitlock')
    const page = await at(`/report/${(await theReport()).id}`)
    await page.getByRole('button', { name: 'Approve' }).press('Enter')
    await page.getByRole('dialog').getByText('settled as it stands').waitFor()
    await isInOrder(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Approve it' }).press('Enter')
    await page.locator('.report-bar', { hasText: 'Governors do not see it yet.' }).waitFor()
    await page.getByText('The school’s data of today give the same numbers as the report.').waitFor()
    await page.getByRole('button', { name: 'Publish to governors' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Every governor can read it from now on').waitFor()
    await dialog.getByLabel('For the meeting of').fill('2026-03-24')
    await dialog.getByRole('button', { name: 'Publish it' }).press('Enter')
    await page.locator('.report-bar', { hasText: 'Governors have it' }).waitFor()
    await isInOrder(page)
  })
})

describe('a governor', () => {
  it.each(WIDE_AND_NARROW)('finds the report on the first page, $width pixels', async (how) => {
    await be('governor', 'Ivy Lark')
    const page = await at('/', how)
    await page.waitForURL(`${url}/report`)
    expect(await heading(page)).toBe('The report for 2025/26 is ready to read.')
    await page.getByRole('heading', { name: 'What is coming' }).waitFor()
    await isInOrder(page)
    if (how.width === 1280) await picture(page, 'report-home')
  })

  it.each(WIDE_AND_NARROW)(
    'reads fifteen sections, with a question for each finding, $width pixels',
    async (how) => {
      await be('governor', 'Ivy Lark')
      const page = await at('/report', how)
      await page.getByRole('link', { name: 'Read', exact: true }).press('Enter')
      await page.locator('.report-sheet').waitFor()
      expect(await page.locator('main h1, main h2, main h3').first().textContent()).toBe(TITLE)
      expect(await page.locator('.report-section > .report-body > h2').count()).toBe(15)
      expect(await page.locator('.report-ask').count()).toBeGreaterThan(3)
      expect(await page.locator('.report-bar, .report-sides, textarea').count()).toBe(0)
      expect(await page.locator('.report-sheet').innerText()).not.toMatch(/Chidi|Taylor/)
      for (const drawing of await page.locator('.report-chart img.no-print').all())
        expect(await drawing.evaluate((img: HTMLImageElement) => img.decode().then(() => img.alt))).not.toBe(
          '',
        )
      await isInOrder(page)
      await picture(page, `report${how.width === 360 ? '-360' : ''}`, how.width === 360 ? 2600 : 2400)
    },
  )

  it('goes to a section by the rail, and to a table by one key', async () => {
    await be('governor', 'Ivy Lark')
    const page = await at(`/report/${(await theReport()).id}`)
    await page.locator('.report-rail a', { hasText: 'Attendance' }).press('Enter')
    await page.locator('.report-rail a[aria-current="location"]', { hasText: 'Attendance' }).waitFor()
    const figures = page.locator('vs-report-figures', { has: page.locator('.report-chart') }).first()
    await figures.getByRole('button', { name: 'The same numbers as a table' }).press('Enter')
    const table = figures.getByRole('table').first()
    await table.waitFor()
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(0)
    expect(await table.locator('caption').innerText()).not.toBe('')
    await isInOrder(page)
  })

  it('prints it on A4: the sheet alone, each table and picture in one piece', async () => {
    await be('governor', 'Ivy Lark')
    const page = await at(`/report/${(await theReport()).id}`)
    await page.emulateMedia({ media: 'print' })
    // Between edges of 16 mm: 178 mm, at 96 pixels an inch.
    await page.setViewportSize({ width: 673, height: 1001 })
    expect(
      await page.locator('.shell-head:visible, .report-rail:visible, .report-ways:visible').count(),
    ).toBe(0)
    const parts = await page.locator('.report-figure:visible').evaluateAll((all) =>
      all.map((part) => ({
        height: part.getBoundingClientRect().height,
        breaks: getComputedStyle(part).breakInside,
      })),
    )
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.filter(({ height, breaks }) => height > 1001 || breaks !== 'avoid')).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(12)
  })
})

describe('after the meeting', () => {
  it('the minute is noted, and governors read it too', async () => {
    await be('headteacher', 'David Whitlock')
    const page = await at(`/report/${(await theReport()).id}`)
    await page.getByRole('button', { name: 'Note the minute' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Day of the meeting').fill('2026-03-13')
    await dialog.getByLabel('The minute').fill('Received; the board asked for a report on reading in June.')
    await dialog.getByRole('button', { name: 'Note it' }).press('Enter')
    await page.locator('.report-bar', { hasText: 'asked for a report on reading' }).waitFor()
    await be('governor', 'Ivy Lark')
    const home = await at('/report')
    await home.getByText('the board asked for a report on reading').waitFor()
  })

  it.each(WIDE_AND_NARROW)(
    'the Virtual School has its copy, its own children first, $width pixels',
    async (how) => {
      await be('virtual-school-head', 'Joanna Mbeki', { authorityCode: BARNET })
      const page = await at('/authority-reports', how)
      expect(await heading(page)).toBe('One report has come from schools.')
      await isInOrder(page)
      await page.locator('main table').getByRole('link').first().press('Enter')
      await page.getByRole('heading', { name: 'The children you look after' }).waitFor()
      await page.getByRole('heading', { name: TITLE }).waitFor()
      await isInOrder(page)
    },
  )
})
