import { expect, it } from 'vitest'
import { browse } from '../support/browsing.ts'
import { serveSample } from '../support/serving.ts'

const BUDGET = 150_000

const { blank } = await browse()
const { url } = await serveSample()

/** Bytes over the wire, heads included, that came until the list could be read; fonts also when they came later. */
async function weightOf(path: string, list: string): Promise<number> {
  const page = await blank(url)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const fonts = new Set<string>()
  let bytes = 0
  let isReadable = false
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.endsWith('.woff2')) fonts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!isReadable || fonts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(`${url}${path}`, { waitUntil: 'commit' })
  await page.locator(list).first().waitFor()
  isReadable = true
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return bytes
}

it.each([
  ['Today', '/?on=2026-03-13', '.alert'],
  ['Cohort', '/cohort?on=2026-03-13', 'table tbody tr th'],
])('%s can be read within 150 kB', async (_name, path, list) => {
  const bytes = await weightOf(path, list)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(BUDGET)
})
