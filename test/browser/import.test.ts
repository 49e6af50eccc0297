import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { browse, overflow, wrongForAxe, type Opened } from '../support/browsing.ts'
import { sampleLines, sampleNames, sampleText } from '../support/import-files.ts'
import { picture } from '../support/pictures.ts'
import { serveEmpty, serveSample } from '../support/serving.ts'

const sample = fileURLToPath(new URL('../golden/sample/', import.meta.url))
const pages = await browse()
const ON = '/import?on=2026-03-13'

const heading = (page: Page, text: RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor()
const bringIn = (page: Page) => page.getByRole('button', { name: /^Bring (in|it in)/ })
const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})
type Given = ReturnType<typeof csv>
const drop = (page: Page, ...files: readonly Given[]) =>
  page
    .locator('vs-file-drop input')
    .first()
    .setInputFiles([...files])

const [header, ikram] = sampleLines('children.csv', 'Nguyen') as [string, string]

/** Moves on by the keyboard until the focus is where it is wanted. */
async function tabTo(page: Page, isThere: (element: Element | null) => boolean) {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(`(${isThere.toString()})(document.activeElement)`)) return
  }
  throw new Error('The keyboard does not reach it')
}

it('the files of a school go from the folder to Today by keyboard alone', async () => {
  // Who may bring in plans of social care too.
  const { url } = await serveEmpty('headteacher')
  const page = await pages.open(`${url}${ON}`)
  await heading(page, /^Drop your files/)
  expect(await wrongForAxe(page)).toEqual([])
  await tabTo(page, (element) => element instanceof HTMLInputElement && element.type === 'file')
  const choosing = page.waitForEvent('filechooser')
  // A round trip, after which the browser surely hands its chooser to the test.
  await page.evaluate('0')
  await page.keyboard.press('Enter')
  const chooser = await choosing
  await chooser.setFiles([...sampleNames, 'README.md'].map((name) => `${sample}${name}`))
  await heading(page, /can go in: /)
  await page.getByText('Left out: README.md').waitFor()
  await page.getByRole('cell', { name: 'José' }).waitFor()
  expect(await wrongForAxe(page)).toEqual([])
  await tabTo(page, (element) => /^\s*Bring in/.test(element?.textContent ?? ''))
  await page.keyboard.press('Enter')
  await heading(page, /^The files are in: 9,404 changes\.$/)
  expect(await wrongForAxe(page)).toEqual([])
  await tabTo(page, (element) => (element?.textContent ?? '').startsWith('See what must be done'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: /Broken/ }).waitFor()
  await page.goto(`${url}${ON}`)
  await page.getByRole('heading', { name: 'Brought in before' }).waitFor()
  await page.locator('vs-file-drop input').first().setInputFiles(`${sample}children.csv`)
  await heading(page, /^Nothing to change/)
  expect(await bringIn(page).getAttribute('aria-disabled')).toBe('true')
})

it('what stands in the way is said as a count, settled on the page, and nothing goes in before', async () => {
  const { url } = await serveSample()
  const page = await pages.open(`${url}${ON}`)
  const runs = async () =>
    ((await (await page.request.get(`${url}/api/import`)).json()) as { runs: [] }).runs.length
  await heading(page, /^Drop your files/)
  const rows = sampleText('pep-meetings.csv').trim().split('\n')
  const faulty = csv('pep-meetings.csv', ...rows, rows[1]!.replace(/\d{4}-\d\d-\d\d/, '2026-02-31'))
  const own = csv('ours.csv', 'Number,Family,Given,Born,Year,Came,Went', `${ikram}2026-03-12`)
  await drop(page, faulty, own)
  await heading(page, /^One line and one file need you before these files can go in\.$/)
  const row = page.getByRole('row', { name: /line 61/ })
  expect(await row.textContent()).toContain('2026-02-31')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download these lines' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('lines-to-put-right.csv')
  await bringIn(page).click({ force: true })
  expect(await runs()).toBe(1)
  expect(await wrongForAxe(page)).toEqual([])

  await page.getByLabel('The file holds').selectOption('children')
  for (const [theirs, ours] of Object.entries({
    Number: 'upn',
    Family: 'surname',
    Given: 'forename',
    Born: 'date_of_birth',
    Year: 'year_group',
    Came: 'admitted_on',
    Went: 'left_on',
  }))
    await page.getByLabel(theirs, { exact: true }).selectOption(ours)
  await page.getByRole('button', { name: 'Use these columns' }).click()
  await heading(page, /^One line needs you/)
  await page.getByRole('heading', { name: 'What that would mean' }).waitFor()
  const changes = page.getByRole('region', { name: 'What would change' })
  expect(await changes.locator('del').first().textContent()).toContain('nothing')
  expect(await changes.locator('ins').first().textContent()).toMatch(/12.March.2026/)
  await drop(page, csv('pep-meetings.csv', ...rows))
  await heading(page, /^These files can go in: 1.change\.$/)
  await bringIn(page).click()
  await heading(page, /^The files are in/)

  await page.getByRole('button', { name: 'Bring more files in' }).click()
  await drop(page, csv('ours.csv', 'Number,Family,Given,Born,Year,Came,Went', `${ikram}2026-03-11`))
  await heading(page, /^This file can go in: 1.change\.$/)
  await page.getByText('columns as you matched them before').waitFor()

  await drop(page, csv('children.csv', header, ikram))
  await heading(page, /needs? you before/)
  await page.getByRole('button', { name: 'Choose other files' }).click()
  await page.locator('vs-file-drop input').first().setInputFiles(`${sample}children.csv`)
  await heading(page, /^One question needs you before this file can go in\.$/)
  await page.getByRole('checkbox', { name: /It is meant/ }).check()
  await heading(page, /^This file can go in/)
  await page.reload()
  await page.getByText('Nothing is lost: nothing was written.').waitFor()
})

it('a value that a person typed, and days that can be read either way, wait for a person', async () => {
  const { url } = await serveSample()
  const page = await pages.open(`${url}${ON}`)
  const api = `${url}/api`
  const { children } = (await (
    await page.request.post(`${api}/children/search`, { data: { text: 'Ikram' } })
  ).json()) as { children: { id: string }[] }
  const address = `${api}/records/child/${children[0]!.id}`
  const { fields } = (await (await page.request.get(address)).json()) as { fields: object }
  const typed = await page.request.put(address, {
    data: { fields: { ...fields, leftOn: '2026-03-12' } },
    headers: { 'if-match': '"1"' },
  })
  expect(typed.status()).toBe(200)
  const people = csv(
    'people.csv',
    'upn,role,name,phone,started_on',
    `${ikram.slice(0, 13)},carer,Sam Example,01632 960123,03/02/2026`,
  )
  await drop(page, csv('children.csv', header, ikram), people)
  await heading(page, /^One file and one value need you before these files can go in\.$/)
  expect(await wrongForAxe(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '03/02/2026: the day comes first' }).click()
  await heading(page, /^One value needs you/)
  await page.getByText('as you said').waitFor()
  await page.getByRole('radio', { name: 'Keep ours' }).check()
  await heading(page, /^These files can go in: 1.change\.$/)
  await page.getByRole('radio', { name: 'Take the file’s' }).check()
  await heading(page, /^These files can go in: 2.changes\.$/)
  await bringIn(page).click()
  await heading(page, /^The files are in: 2.changes\.$/)
})

it('the page is clear in light and dark, wide and narrow', async () => {
  const { url } = await serveSample()
  const rows = sampleText('pep-meetings.csv').trim().split('\n')
  const marks = sampleText('session-marks.csv').trim().split('\n').slice(0, 900)
  const files = [
    csv(
      'pep-meetings.csv',
      ...rows.map((row, at) => (at === 7 ? row.replace(/,(green|amber|red),/, ',lime,') : row)),
      rows[1]!.replace(/\d{4}-\d\d-\d\d/, '2026-02-31'),
    ),
    csv('session-marks.csv', ...marks.map((line) => line.replace(/(2026-03-1[0-3],PM),\\$/, '$1,O'))),
  ]
  for (const how of [{ width: 1280 }, { width: 360, theme: 'dark' }, { width: 360 }] as Opened[]) {
    const page = await pages.open(`${url}${ON}`, how)
    await heading(page, /^Drop your files/)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await drop(page, ...files)
    await heading(page, /^Two lines need you/)
    await page.getByRole('heading', { name: 'What that would mean' }).waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const name = how.width === 1280 ? 'import' : how.theme === undefined ? 'import-360' : null
    if (name) await picture(page, name)
    await page.context().close()
  }
})
