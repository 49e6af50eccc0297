import { expect, it } from 'vitest'
import { browse, overflow, wrongForAxe } from '../support/browsing.ts'
import { serveBuilt } from '../support/serving.ts'

const { open } = await browse()
const { url } = await serveBuilt('main')

it('an empty installation asks which school it is, and leads to the files', async () => {
  const page = await open(`${url}/cohort`, { width: 360 })
  expect(await page.locator('h1').innerText()).toBe('First, which school is this?')
  expect(await wrongForAxe(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByLabel('Name of the school').fill('Invented School')
  await page.getByLabel('URN').fill('9990')
  await page.getByLabel('Number of authority and school').fill('919/4002')
  await page.getByLabel('Phase').selectOption('primary')
  await page.getByLabel('Local authority', { exact: true }).selectOption('Hertfordshire')
  await page.getByRole('button', { name: 'Set the school up' }).press('Enter')
  await page.locator('#urn-error').waitFor()
  expect(await page.getByLabel('Name of the school').inputValue()).toBe('Invented School')
  expect(await page.getByLabel('Phase').inputValue()).toBe('primary')
  expect(await wrongForAxe(page)).toEqual([])
  await page.getByLabel('URN').fill('999002')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/import`)
})

it('Today of a school without children says that this is no zero, and what comes next', async () => {
  const page = await open(url)
  expect(await page.locator('h1').innerText()).toBe('No child is known yet.')
  expect(await page.locator('main').getByRole('link', { name: 'Bring files in' }).getAttribute('href')).toBe(
    '/import',
  )
  expect(await wrongForAxe(page)).toEqual([])
})
