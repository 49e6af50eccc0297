import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe, type Opened } from '../support/browsing.ts'
import { csv, sampleFile } from '../support/import-files.ts'
import { serveSampleDay } from '../support/sample-day.ts'
import { anUpn } from '../support/upn.ts'

const { open } = await browse()
// Registers are left out: a report over them takes longer, and what is asked of it here is the same.
const { url, be, ask, addSchool } = await serveSampleDay((name) => !name.startsWith('session-marks'))

const HERTFORDSHIRE = '919'
const LARKSPUR = 'Larkspur Primary School'
const NIL = 'no child was looked after from 1 September 2025 to 13 March 2026'

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
const heading = async (page: Page) => plain(await page.locator('main h1').textContent())
const at = async (path: string, how: Opened = {}) => open(`${url}${path}`, how)
const dialogOf = (page: Page) => page.getByRole('dialog')

const VIEWS: readonly (Opened & { width: number })[] = [
  { width: 1280, theme: 'light' },
  { width: 360, theme: 'dark' },
]
const WIDE_AND_NARROW = [{ width: 1280 }, { width: 360 }] as const

async function isInOrder(page: Page) {
  expect(await wrongForAxe(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await namelessPlaces(page)).not.toMatch(/Ikram|Nguyen/)
}

const teacher = () => be('designated-teacher', 'Amara Osei-Bonsu')
const head = () => be('headteacher', 'David Whitlock')
const governor = () => be('governor', 'Ivy Lark')

interface Row {
  id: string
  kind: string
  year: string
  version: number
}
const rows = async () => (await ask<{ reports: Row[] }>('GET', 'reports')).reports
const seen = ({ version }: Row) => ({ 'If-Match': `"${version}"` })

/** The report of a kind and year as it stands now. */
async function theReport(kind: 'annual' | 'term' | 'nil', year = '2025/26'): Promise<Row> {
  const found = (await rows()).find((row) => row.kind === kind && row.year === year)
  if (!found) throw new Error(`There is no ${kind} report of ${year}`)
  return found
}

/** Sent, approved and published, as the tests of its life do it by hand. */
async function bringOut(kind: 'annual' | 'term', year?: string): Promise<string> {
  const { id } = await theReport(kind, year)
  await teacher()
  await ask('POST', `reports/${id}/send`, {}, seen(await theReport(kind, year)))
  await head()
  await ask('POST', `reports/${id}/approve`, {}, seen(await theReport(kind, year)))
  await ask('POST', `reports/${id}/publish`, { meetingOn: '2026-03-24' }, seen(await theReport(kind, year)))
  return id
}

describe('a school where no child was looked after', () => {
  let schoolId: string
  beforeAll(async () => {
    schoolId = await addSchool({ name: LARKSPUR, authorityCode: HERTFORDSHIRE }, [
      sampleFile('term-dates.csv'),
      csv(
        'children.csv',
        'upn,surname,forename,date_of_birth,year_group,admitted_on,left_on',
        `${anUpn(1)},Fable,Imogen,2015-05-01,5,2020-09-01,`,
      ),
      csv(
        'care-episodes.csv',
        'upn,status,started_on,ended_on,local_authority,detail',
        `${anUpn(1)},kinship,2023-01-09,,Hertfordshire,`,
      ),
    ])
  })

  it.each(WIDE_AND_NARROW)(
    'is told what a nil return says, to which day and to whom, $width pixels',
    async (how) => {
      await be('designated-teacher', 'Ruth Plover', { schoolId })
      const page = await at('/report', how)
      await isInOrder(page)
      await page.getByRole('button', { name: 'Send a nil return…' }).press('Enter')
      const dialog = dialogOf(page)
      await dialog.getByText(NIL.replace('after', 'after here')).waitFor()
      await dialog.getByText('governors never do').waitFor()
      await isInOrder(page)
      await dialog.getByRole('button', { name: 'Go back' }).press('Enter')
      await dialog.waitFor({ state: 'hidden' })
      // That of the year before, which nobody sent, while none of this one has begun.
      await page.getByRole('button', { name: 'Send the nil return for 2024/25…' }).press('Enter')
      await dialog.getByText('from 1 September 2024 to 31 August 2025').waitFor()
      await dialog.getByRole('button', { name: 'Go back' }).press('Enter')
      await dialog.waitFor({ state: 'hidden' })
      expect(await rows()).toEqual([])
    },
  )

  it('sends it with the keyboard, once, and can read what it sent', async () => {
    await be('designated-teacher', 'Ruth Plover', { schoolId })
    const page = await at('/report')
    await page.getByRole('button', { name: 'Send a nil return…' }).press('Enter')
    await dialogOf(page).getByRole('button', { name: 'Send it' }).press('Enter')
    await page.locator('#nil:focus').waitFor()
    const sent = page.getByRole('link', { name: 'Nil return, 2025/26' })
    expect(await page.getByRole('button', { name: 'Send a nil return…' }).count()).toBe(0)
    await isInOrder(page)
    await sent.press('Enter')
    await page.getByText('This is the school’s nil return for 2025/26').waitFor()
    expect(await heading(page)).toBe(`At ${LARKSPUR} ${NIL}.`)
    expect(await page.locator('.report-bar, .report-rail, .report-sheet').count()).toBe(0)
    await isInOrder(page)
    expect(await rows()).toHaveLength(1)
  })

  it('has governors who never learn of it', async () => {
    await be('designated-teacher', 'Ruth Plover', { schoolId })
    const { id } = await theReport('nil')
    await be('governor', 'Ivy Lark', { schoolId })
    const page = await at('/report')
    expect(await heading(page)).toBe('No report has been published to governors yet.')
    expect(await page.locator('main').innerText()).not.toMatch(/nil return/i)
    await expect(ask('GET', `reports/${id}`)).rejects.toThrow('404')
  })

  it.each(VIEWS)('is in the list and on a page of its Virtual School, $width pixels, $theme', async (how) => {
    await be('virtual-school-head', 'Joanna Mbeki', { authorityCode: HERTFORDSHIRE })
    const page = await at('/authority-reports', how)
    expect(await heading(page)).toBe('One nil return has come from schools.')
    await isInOrder(page)
    await page
      .getByRole('link', { name: /^Larkspur Primary School ?: nil return for 2025.26$/ })
      .press('Enter')
    await page.getByText('This is the school’s nil return for 2025/26').waitFor()
    expect(await heading(page)).toBe(`At ${LARKSPUR} ${NIL}.`)
    await isInOrder(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main h1:visible').count()).toBe(1)
    expect(await page.locator('.shell-head:visible, .page-actions:visible').count()).toBe(0)
  })

  it('is nothing to the Virtual School of another authority', async () => {
    await be('virtual-school-head', 'Ada Finch', { authorityCode: '302' })
    const page = await at('/authority-reports')
    expect(await heading(page)).toBe('No school’s report has come yet.')
  })
})

describe('the front page of a term', () => {
  it('is started with the keyboard and asks for what a person knows in one place', async () => {
    await teacher()
    const page = await at('/report')
    await page.getByRole('button', { name: /^Start it ?: front page of the term/ }).press('Enter')
    await page.locator('.report-sheet').waitFor()
    expect(await heading(page)).toBe('The year so far for children who have, or had, a social worker')
    expect(await page.locator('.report-section').count()).toBe(5)
    await page.locator('.report-bar', { hasText: 'Section 15 asks for words' }).waitFor()
    await isInOrder(page)
    await page.locator('#words-15').fill('The board is asked for half a day more for this work.')
    await page.locator('#section-15 .saved', { hasText: /^Saved \d\d:\d\d$/ }).waitFor()
    await page.locator('.report-bar', { hasText: '5 of 5 sections answered' }).waitFor()
  })

  const field = 'Counted up to and on this day'
  async function openBasis(page: Page) {
    await page.getByRole('button', { name: 'Day and hidden numbers…' }).press('Enter')
    const dialog = dialogOf(page)
    await dialog.getByLabel(field).waitFor()
    return dialog
  }

  it.each(WIDE_AND_NARROW)('refuses wrong days in a sentence at the field, $width pixels', async (how) => {
    await teacher()
    const page = await at(`/report/${(await theReport('term')).id}`, how)
    const dialog = await openBasis(page)
    for (const [day, says] of [
      ['', 'Give the day.'],
      ['2026-03-14', 'This day is still to come: choose today or an earlier one.'],
      ['2025-08-31', 'This report is of 2025/26: choose a day of that year.'],
    ] as const) {
      await dialog.getByLabel(field).fill(day)
      await dialog.getByRole('button', { name: 'Use these' }).press('Enter')
      await dialog.locator('#act-on-error', { hasText: says }).waitFor()
      await page.locator('#act-on:focus').waitFor()
      expect(await dialog.locator('.error-text').count()).toBe(1)
    }
    await isInOrder(page)
    await dialog.getByRole('button', { name: 'Go back' }).press('Enter')
    expect((await theReport('term')).version).toBe(1)
  })

  it('is worked out anew over another day and with more hidden', async () => {
    await teacher()
    const page = await at(`/report/${(await theReport('term')).id}`)
    const dialog = await openBasis(page)
    expect(await dialog.getByRole('radio').count()).toBe(3)
    expect(await dialog.getByLabel('1 to 5').isChecked()).toBe(true)
    const numbers = page.locator('#section-1')
    const before = await numbers.innerText()
    await dialog.getByLabel(field).fill('2026-02-27')
    await dialog.getByLabel('1 to 5').press('ArrowDown')
    await dialog.getByRole('button', { name: 'Use these' }).press('Enter')
    const bar = page.locator('.report-bar', { hasText: 'Counted to 27 February 2026' })
    await bar.filter({ hasText: 'numbers of 1 to 9 are hidden' }).waitFor()
    expect(await numbers.innerText()).not.toBe(before)
    expect(plain(await page.locator('.report-of').innerText())).toContain('to 27 February 2026')
    await isInOrder(page)
    const again = await openBasis(page)
    await again.getByLabel(field).fill('2026-03-13')
    await again.getByLabel('1 to 9').press('ArrowUp')
    await again.getByRole('button', { name: 'Use these' }).press('Enter')
    await page.locator('.report-bar', { hasText: 'Counted to 13 March 2026; numbers of 1 to 5' }).waitFor()
    expect(await numbers.innerText()).toBe(before)
  })

  it('goes through the headteacher, with the keyboard', async () => {
    await teacher()
    const { id } = await theReport('term')
    const sending = await at(`/report/${id}`)
    await sending.getByRole('button', { name: 'Send to the headteacher' }).press('Enter')
    await dialogOf(sending).getByRole('button', { name: 'Send to the headteacher' }).press('Enter')
    await sending.locator('.report-bar', { hasText: 'With the headteacher' }).waitFor()
    await head()
    const page = await at('/report')
    expect(await heading(page)).toBe('The front page of the term to 13 March 2026 waits for your approval.')
    await page.getByRole('link', { name: /^Read and approve/ }).press('Enter')
    await page.getByRole('button', { name: 'Approve', exact: true }).press('Enter')
    await dialogOf(page).getByRole('button', { name: 'Approve it' }).press('Enter')
    await page.getByRole('button', { name: 'Publish to governors' }).press('Enter')
    const dialog = dialogOf(page)
    await dialog.getByLabel('For the meeting of').fill('2026-03-12')
    await dialog.getByRole('button', { name: 'Publish it' }).press('Enter')
    await dialog.locator('#act-meetingOn-error', { hasText: 'This day is past' }).waitFor()
    await dialog.getByLabel('For the meeting of').fill('2026-03-24')
    await dialog.getByRole('button', { name: 'Publish it' }).press('Enter')
    await page.locator('.report-bar', { hasText: 'Governors have it' }).waitFor()
    await isInOrder(page)
  })

  it.each(VIEWS)('is what a governor finds and reads, $width pixels, $theme', async (how) => {
    await governor()
    const page = await at('/report', how)
    expect(await heading(page)).toBe('The front page of the term to 13 March 2026 is ready to read.')
    await page.getByRole('link', { name: 'Read', exact: true }).press('Enter')
    await page.locator('.report-sheet').waitFor()
    expect(await page.locator('.report-section > .report-body > h2').count()).toBe(5)
    await page.locator('#section-15', { hasText: 'half a day more for this work' }).waitFor()
    expect(await page.locator('.report-bar, textarea').count()).toBe(0)
    await isInOrder(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.shell-head:visible, .report-rail:visible, .bar:visible').count()).toBe(0)
    expect(await page.locator('.report-section:visible').count()).toBe(5)
  })
})

describe('the minute of the board', () => {
  const NAMED = 'The board asked after Ikram and thanked the staff.'
  const NAMES = '“Ikram” is the name of a child here.'

  async function openMinute(page: Page, button: string) {
    await page.getByRole('button', { name: button }).press('Enter')
    const dialog = dialogOf(page)
    await dialog.getByLabel('The minute').waitFor()
    return dialog
  }

  it('is warned of while it is written, when it names a child', async () => {
    await head()
    const page = await at(`/report/${(await theReport('term')).id}`)
    const dialog = await openMinute(page, 'Note the minute')
    await dialog.getByLabel('The minute').focus()
    await page.keyboard.type(NAMED)
    await dialog.getByText(NAMES).waitFor()
    await dialog.getByRole('button', { name: 'Note it all the same' }).waitFor()
    await isInOrder(page)
    await dialog.getByLabel('The minute').fill('The board thanked the staff.')
    await dialog.getByText(NAMES).waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Note it', exact: true }).waitFor()
  })

  it('is not noted before the warning was to be read, and then it is', async () => {
    await head()
    const page = await at(`/report/${(await theReport('term')).id}`)
    const dialog = await openMinute(page, 'Note the minute')
    await dialog.getByLabel('Day of the meeting').fill('2026-03-13')
    await dialog.getByLabel('The minute').fill(NAMED)
    await dialog.getByRole('button', { name: 'Note it', exact: true }).press('Enter')
    await page.locator('#act-minute-warnings:focus', { hasText: NAMES }).waitFor()
    expect(await ask('GET', 'reports')).toMatchObject({ reports: [{ minute: null }] })
    await dialog.getByRole('button', { name: 'Note it all the same' }).press('Enter')
    const bar = page.locator('.report-bar', { hasText: NAMED })
    await bar.getByText(NAMES).waitFor()
    await isInOrder(page)
  })

  it.each(WIDE_AND_NARROW)(
    'is warned of beside the report until it is changed, $width pixels',
    async (how) => {
      await head()
      const page = await at(`/report/${(await theReport('term')).id}`, how)
      await page.locator('.report-bar').getByText(NAMES).waitFor()
      const dialog = await openMinute(page, 'Change the minute')
      await dialog.getByText(NAMES).waitFor()
      await isInOrder(page)
    },
  )

  it('is innocent once it is changed, and governors read that', async () => {
    await head()
    const page = await at(`/report/${(await theReport('term')).id}`)
    const dialog = await openMinute(page, 'Change the minute')
    await dialog.getByLabel('The minute').fill('Received; the board thanked the staff.')
    await dialog.getByRole('button', { name: 'Note it', exact: true }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.locator('.report-bar', { hasText: 'Received; the board' }).waitFor()
    expect(await page.getByText('A reader could tell').count()).toBe(0)
    await governor()
    const home = await at('/report')
    await home.getByText('Received; the board thanked the staff.').waitFor()
  })
})

describe('the actions of last year’s report', () => {
  const ASKED = 'Ask in June how many plans were completed in their term.'
  const NOTE = 'The figures came; one term is still to be asked.'

  beforeAll(async () => {
    await teacher()
    const { report } = await ask<{ report: Row }>('POST', 'reports', { kind: 'annual', on: '2025-08-31' })
    for (const text of [ASKED, 'Train the lunchtime staff.'])
      await ask('POST', `reports/${report.id}/actions`, { text, owner: 'Link governor', dueOn: null })
    await bringOut('annual', '2024/25')
    await teacher()
    await ask('POST', 'reports', { kind: 'annual', on: '2026-03-13' })
  })

  it('hides no fewer numbers than governors have seen hidden', async () => {
    await teacher()
    const report = await theReport('annual')
    const page = await at(`/report/${report.id}`)
    await page.getByRole('button', { name: 'Day and hidden numbers…' }).press('Enter')
    await dialogOf(page).getByText('Not fewer than in the reports that governors have: 1 to 5.').waitFor()
    expect(await dialogOf(page).getByRole('radio').count()).toBe(2)
    const lower = ask('PUT', `reports/${report.id}`, { on: '2026-03-13', threshold: 4 }, seen(report))
    await expect(lower).rejects.toThrow('A lower line here would show what that one hides.')
  })

  it.each(WIDE_AND_NARROW)(
    'stand in the next report, and ask what became of them, $width pixels',
    async (how) => {
      await teacher()
      const page = await at(`/report/${(await theReport('annual')).id}`, how)
      const action = page.locator('#section-15 li', { hasText: ASKED })
      await action.getByText('Not said yet').waitFor()
      await action.getByRole('button', { name: /^Say what became of it/ }).press('Enter')
      const dialog = dialogOf(page)
      await dialog.getByRole('button', { name: 'Save it' }).press('Enter')
      await dialog.getByText('Choose how far it came.').waitFor()
      await page.locator('#action-outcome:focus').waitFor()
      await isInOrder(page)
    },
  )

  it('are answered with the keyboard, and what names a child in the answer is warned of', async () => {
    await teacher()
    const page = await at(`/report/${(await theReport('annual')).id}`)
    const action = page.locator('#section-15 li', { hasText: ASKED })
    await action.getByRole('button', { name: /^Say what became of it/ }).press('Enter')
    const dialog = dialogOf(page)
    await dialog.getByLabel('Done', { exact: true }).press('ArrowDown')
    expect(await dialog.getByLabel('Partly done').isChecked()).toBe(true)
    await dialog.getByLabel('In a sentence').fill('Ikram’s plan is still to be asked for.')
    await dialog.getByRole('button', { name: 'Save it' }).press('Enter')
    await action.getByText('“Ikram” is the name of a child here.').waitFor()
    await isInOrder(page)
    await action.getByRole('button', { name: /^Change/ }).press('Enter')
    await dialog.getByLabel('In a sentence').fill(NOTE)
    await dialog.getByRole('button', { name: 'Save it' }).press('Enter')
    await action.getByText(NOTE).waitFor()
    expect(await action.getByText('A reader could tell').count()).toBe(0)
    await page.locator('#section-15 .report-says', { hasText: 'one in part' }).waitFor()
  })

  it('are read with what became of them in the published report', async () => {
    const id = await bringOut('annual')
    await governor()
    for (const how of VIEWS) {
      const page = await at(`/report/${id}`, how)
      const action = page.locator('#section-15 li', { hasText: ASKED })
      expect(plain(await action.innerText())).toBe(`${ASKED} Partly done: ${NOTE}`)
      await page.locator('#section-15 li', { hasText: 'Train the lunchtime staff. Not said yet' }).waitFor()
      expect(await page.locator('#section-15').getByRole('button').count()).toBe(0)
      await isInOrder(page)
    }
  })
})
