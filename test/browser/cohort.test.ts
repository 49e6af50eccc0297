import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe, wrongInBothThemes } from '../support/browsing.ts'
import { serveEmpty, serveSample } from '../support/serving.ts'

const { open } = await browse()
const sample = await serveSample()
const thatDay = `${sample.url}/cohort?on=2026-03-13`

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
const rowOf = (page: Page, name: string) => page.locator('.matrix tbody tr', { hasText: name })
const cellOf = async (page: Page, name: string, head: string) =>
  plain(await rowOf(page, name).locator(`td[data-head="${head}"]`).textContent())

describe('the cohort of the sample school', () => {
  it('says what is still to do, and who is counted', async () => {
    const page = await open(thatDay)
    expect(plain(await page.locator('h1').textContent())).toBe(
      'Eight spring PEPs are still to do, with ten school days left.',
    )
    expect(plain(await page.locator('.lead').textContent())).toContain('32 children')
    expect(plain(await page.locator('.lead').textContent())).toContain('One more lives in kinship care.')
    expect(await page.locator('.matrix tbody tr:not(.group-row)').count()).toBe(33)
    expect(await namelessPlaces(page)).not.toMatch(/Taylor|Chidi|Begum/)
  })

  it('shows each gap as a chart that says it, with its table a key away', async () => {
    const page = await open(thatDay)
    await page.locator('vs-later-charts h2').first().waitFor()
    expect((await page.locator('.chart-head h2').allTextContents()).map(plain)).toEqual([
      '8 of 17 spring PEPs are to do; 5 of 12 autumn ones were not completed in time',
      '15 of 32 children have missed 10 % or more of school, one of them half or more',
      'Two children are past 15 days of suspension this term; six more are past 5',
      '85 of 146 days of suspension were repeats',
      'Three children have ten or more unauthorised sessions in ten school weeks; two more had earlier this year',
    ])
    const absence = page.locator('vs-chart-card').nth(1)
    expect(plain(await absence.locator('.chart-key').textContent())).toContain(
      'England 2024/25, secondary: looked after 12 months 12.0 %, in need 25.5 %, protection plan 32.2 %.',
    )
    for (const card of await page.locator('vs-chart-card').all()) {
      await card.getByRole('button', { name: 'Table' }).press('Enter')
      expect(await card.locator('table tbody tr').count()).toBeGreaterThan(2)
    }
  })

  it('shows the awkward children of the sample as they are', async () => {
    const page = await open(thatDay)
    const expected = [
      ['Chidi Taylor', 'Autumn PEP', 'Late, 8 Jan held 15 Dec'],
      ['Tomasz Håkansson', 'Autumn PEP', 'Not completed held 18 Nov'],
      ['Renée Ward', 'Autumn PEP', 'Not a duty 16 working days in care'],
      ['Rhys Llewellyn', 'Spring PEP', 'Done 20 Jan green, 3 held'],
      ['Priya van der Berg', 'Autumn PEP', 'Done 11 Nov red'],
      ['Yusuf Smith', 'Autumn PEP', 'Done 30 Sept green, 2 held'],
      ['Yusuf Smith', 'Absence', 'Past 10 % 10.0 %'],
      ['Zoë Al-Hashimi', 'Absence', '10.0 %'],
      ['Q Patel', 'Absence', 'Past 10 % 50.0 %'],
      ['İlayda Çelik', 'Absence', 'Past 10 % 49.8 %'],
      ['Łucja X', 'Absence', '6.3 %'],
      ['Chloé Żółkiewski', 'Absence', 'Not known no possible sessions'],
      ['Aisha Begum', 'Suspended', '15.5 term 45.5 year'],
      ['Jean-Luc Rahman', 'Suspended', '0 term 15 year'],
      ['Siân García Márquez', 'Suspended', '0 term 5.5 year'],
      ['Luna True', 'Suspended', 'Permanent exclusion'],
      ['Xiao Ming São João', 'Suspended', '5.5 term 5.5 year'],
      ['Mary-Jane Ng', 'Spring PEP', 'Not a duty'],
      ['Kwame McIntyre', 'Status', 'Looked after Child protection Central Bedfordshire'],
    ] as const
    const shown = []
    for (const [name, head] of expected) shown.push([name, head, await cellOf(page, name, head)])
    expect(shown).toEqual(expected)
  })

  it('is filtered, searched and sorted', async () => {
    const page = await open(thatDay)
    const names = () => page.locator('.matrix .child-link').allTextContents()
    await page.getByRole('radio', { name: /^In need or on a plan/ }).check({ force: true })
    expect(await names()).toHaveLength(8)
    await page.locator('select[name=sort]').selectOption('suspended')
    expect((await names()).map(plain)[0]).toBe('Aisha Begum')
    await page.getByRole('radio', { name: /^All/ }).check({ force: true })
    await page.getByRole('textbox', { name: 'Name begins' }).fill('zolk')
    expect((await names()).map(plain)).toEqual(['Chloé Żółkiewski'])
    await page.locator('select[name=year]').selectOption('9')
    await page.getByRole('button', { name: 'Show everybody' }).press('Enter')
    expect(await names()).toHaveLength(33)
    await page.locator('select[name=duty]').selectOption('none')
    expect((await names()).map(plain)).toContain('Leo St. John')
  })

  it('keyboard: arrows go from cell to cell, Enter opens the finding with its evidence, Escape gives the cell back', async () => {
    const page = await open(thatDay)
    await rowOf(page, 'Chidi Taylor').locator('.child-link').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    await dialog.locator('.evidence').first().waitFor()
    expect(plain(await dialog.locator('h2').textContent())).toBe('Chidi Taylor: autumn PEP')
    expect(plain(await dialog.textContent())).toContain('after the window ended on 31 December')
    expect(plain(await dialog.locator('.evidence').first().textContent())).toContain(
      'Autumn window 1 September to 31 December',
    )
    expect(await wrongForAxe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    const below = await rowOf(page, 'Chidi Taylor').evaluate((row) => {
      const rows = [...row.parentElement!.querySelectorAll('tr:not(.group-row)')]
      return rows[rows.indexOf(row) + 1]?.querySelector('th')?.textContent ?? ''
    })
    await page.keyboard.press('ArrowDown')
    const focused = page.locator('tr', { has: page.locator(':focus') })
    expect(plain(await focused.locator('th').textContent())).toBe(plain(below))
    expect(await page.locator('td[data-head="Autumn PEP"]:focus-within').count()).toBe(1)
  })

  it('leads to the child and back, the filter kept', async () => {
    const page = await open(thatDay)
    await page.getByRole('radio', { name: /^Looked after/ }).check({ force: true })
    await page.getByRole('link', { name: 'Priya van der Berg' }).press('Enter')
    await page.locator('.child-head h1').waitFor()
    expect(new URL(page.url()).searchParams.get('on')).toBe('2026-03-13')
    await page.goBack()
    await page.locator('.matrix').waitFor()
    expect(await page.locator('.matrix .child-link').count()).toBe(18)
  })

  it('goes out as a file that no spreadsheet runs', async () => {
    const page = await open(thatDay)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).press('Enter'),
    ])
    expect(file.suggestedFilename()).toBe('cohort-2026-03-13.csv')
    const text = readFileSync(await file.path(), 'utf8')
    expect(text.trim().split('\r\n')).toHaveLength(34)
    expect(text).toContain('Chidi Taylor')
  })

  it('prints the whole list on A4 landscape, without its tools', async () => {
    const page = await open(thatDay)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect([...pdf.matchAll(/MediaBox \[0 0 (\d+)/g)].every(([, width]) => width === '841')).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.table-tools').isVisible()).toBe(false)
    expect(await page.locator('.matrix thead').isVisible()).toBe(true)
  })

  it('is in order for axe with every row', async () => {
    const page = await open(thatDay)
    await page.locator('vs-later-charts h2').first().waitFor()
    expect(await wrongForAxe(page)).toEqual([])
  })

  it.each([1280, 360])('is in order for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await open(thatDay, { width })
    await page.locator('vs-later-charts h2').first().waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('textbox', { name: 'Name begins' }).fill('ch')
    expect(await page.locator('.duty-breach, .duty-due, .duty-no-data').count()).toBe(3)
    expect(await wrongInBothThemes(page)).toEqual([])
  })

  it('on a phone the list stands before the charts, its first children as cards', async () => {
    const page = await open(thatDay, { width: 360 })
    const top = async (place: string) => (await page.locator(place).boundingBox())?.y ?? 0
    expect(await top('.matrix')).toBeLessThan(await top('.cohort-charts'))
    expect(await page.locator('.matrix .child-link').count()).toBe(10)
    await page.getByRole('button', { name: /^Show the other 23/ }).press('Enter')
    expect(await page.locator('.matrix .child-link').count()).toBe(33)
  })
})

describe('the cohort of an empty school', () => {
  it('tells nobody from not known', async () => {
    const empty = await serveEmpty()
    const page = await open(`${empty.url}/cohort`)
    expect(plain(await page.locator('h1').textContent())).toBe(
      'No child on roll has, or had, a social worker.',
    )
    await page.getByRole('heading', { name: 'Nobody stands in this list' }).waitFor()
    expect(await wrongForAxe(page)).toEqual([])
  })
})
