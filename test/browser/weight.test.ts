import { expect, it } from 'vitest'
import { browse } from '../support/browsing.ts'
import { serveSample } from '../support/serving.ts'

const BUDGET = 150_000

const { blank } = await browse()
const { url } = await serveSample()

/** What had come when the list was first there, by the page's own clock; fonts also when they came later. */
const neededToRead = (list: string) => `(async () => {
  const readableAt = await new Promise((resolve) => {
    const look = () => document.querySelector(${JSON.stringify(list)}) && resolve(performance.now())
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
    look()
  })
  await document.fonts.ready
  const came = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  return came
    .filter(({ name, responseEnd }) => responseEnd <= readableAt || name.endsWith('.woff2'))
    .map(({ name }) => name)
})()`

/** Bytes over the wire, heads included, that are needed until a page's list can be read. */
async function weightOf(path: string, list: string): Promise<number> {
  const page = await blank(url, 'somebody')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const addresses = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(addresses.get(requestId) ?? '', encodedDataLength),
  )
  await page.goto(`${url}${path}`, { waitUntil: 'commit' })
  const needed = await page.evaluate<string[]>(neededToRead(list))
  await page.waitForLoadState('networkidle')
  return needed.reduce((sum, address) => sum + (bytes.get(address) ?? Number.NaN), 0)
}

it.each([
  ['Today', '/?on=2026-03-13', '.alert'],
  ['Cohort', '/cohort?on=2026-03-13', 'table tbody tr th'],
])('%s can be read within 150 kB', async (_name, path, list) => {
  const bytes = await weightOf(path, list)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(BUDGET)
})
