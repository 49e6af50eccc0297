import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../../../server/log.ts'
import { startServer, type Serving } from '../../../../server/serve.ts'
import { aClock } from '../../../support/a-clock.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { bringSampleIn } from '../../../support/an-app.ts'
import { temporaryFolder } from '../../../support/databases.ts'
import { lines, say } from '../../../support/raw-http.ts'

const clock = aClock('2026-03-13')

let serving: Serving
let cookie: string
let page: string

beforeAll(async () => {
  const dataDir = temporaryFolder()
  serving = await startServer(
    { host: '127.0.0.1', port: 0, dataDir, database: { kind: 'sqlite', file: join(dataDir, 'school.db') } },
    {
      clock,
      log: createLog('silent'),
      prepare: (database) => bringSampleIn(database, (name) => !name.includes('marks')),
    },
  )
  const { db } = serving.database
  const { accountId } = await anAccount(db, ['designated-teacher'])
  cookie = await aCookie(db, accountId, clock.now())
  page = await get('/api/today')
  expect(page).toMatch(/^HTTP\/1\.1 200/)
})
afterAll(() => serving.stop())

/** Asks as somebody who is signed in and may see everything that there is to see. */
const get = (path: string, ...headers: readonly string[]) =>
  say(
    serving.url,
    lines(`GET ${path} HTTP/1.1`, 'Host: localhost', `Cookie: ${cookie}`, ...headers, 'Connection: close'),
  )
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

/** Every answer, errors of our own included, tells the browser the same; and names no child. */
function expectHarmless(answer: string) {
  expect(answer).not.toMatch(/"cards"|"surname"|Traceback|\bat [\w.]+ \(|node_modules|select /)
  if (!/^content-type: application\/problem\+json/im.test(answer)) return
  for (const header of [
    'content-security-policy',
    'x-content-type-options: nosniff',
    'cache-control: no-store',
  ])
    expect(answer.toLowerCase()).toContain(header)
}

describe('one page has one address', () => {
  it.each([
    ['dots that climb', '/api/../api/today'],
    ['dots that stay', '/api/./today'],
    ['dots that climb out', '/../../../etc/passwd'],
    ['dots in percent', '/%2e%2e/%2e%2e/etc/passwd'],
    ['dots and slash in percent', '/%2e%2e%2fetc%2fpasswd'],
    ['percent of percent', '/%252e%252e%252fetc'],
    ['a backslash', '/api\\today'],
    ['a backslash in percent', '/api%5ctoday'],
    ['a climbing backslash', '/..%5c..%5cwindows'],
    ['a nought', '/api/today%00'],
    ['a nought before an ending', '/api/today%00.css'],
    ['a doubled slash', '//api/today'],
    ['a doubled slash inside', '/api//today'],
    ['three slashes', '///api/today'],
    ['a slash at the end', '/api/today/'],
    ['capitals', '/API/today'],
    ['capitals at the end', '/api/Today'],
    ['a dot at the end', '/api/today.'],
    ['an ending', '/api/today.json'],
    ['a session in the path', '/api/today;jsessionid=1'],
    ['a matrix', '/api;a=b/today'],
    ['a full-width slash', '/api%EF%BC%8Ftoday'],
    ['a division slash', '/api%E2%88%95today'],
    ['a blank', '/api/today%20'],
    ['a tab', '/api/today%09'],
    ['a line break', '/api/today%0d%0aSet-Cookie:%20a=b'],
    ['letters in percent', '/api/%74oday'],
    ['a slash in percent', '/api%2ftoday'],
    ['a slash in an id', '/api/children/..%2ftoday'],
    ['the folder of a version control', '/.git/config'],
    ['… below the pages', '/assets/.git/HEAD'],
    ['settings of a shell', '/.env'],
    ['the database', '/data/virtual-school.db'],
    ['the database below the pages', '/assets/virtual-school.db'],
    ['a backup', '/backups/2026-03-13.db'],
    ['a key', '/keys/seal.key'],
    ['a map of the sources', '/assets/main.js.map'],
    ['the program', '/server/main.js'],
    ['the list of packages', '/package.json'],
    ['pages below the API', '/api/assets/index.html'],
    ['the API below the pages', '/assets/api/today'],
    ['climbing out of the pages', '/assets/../../../app/server/main.js'],
    ['… in percent', '/assets/%2e%2e/%2e%2e/app/server/main.js'],
    ['what a page would not be called', '/constructor'],
    ['a prototype', '/api/__proto__'],
  ])('and not that with %s', async (_, path) => {
    const answer = await get(path, 'Accept: application/json')
    expect([400, 404]).toContain(statusOf(answer))
    expectHarmless(answer)
    expect(answer).not.toMatch(/^set-cookie/im)
  })

  it('so a page cannot be opened past its guard: without a sign-in every spelling is closed', async () => {
    for (const path of [
      '/api/today',
      '//api/today',
      '/api//today',
      '/API/today',
      '/api/./today',
      '/api%2ftoday',
    ]) {
      const answer = await say(
        serving.url,
        lines(`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close'),
      )
      expect([400, 401, 404], path).toContain(statusOf(answer))
      expectHarmless(answer)
    }
  })
})

describe('what cannot be read is refused', () => {
  it.each([
    ['a percent that is none', '/api/%zz', [400]],
    ['a percent at the end', '/api/today%', [400]],
    ['a letter written too long', '/api/%c0%aftoday', [400]],
    ['half of a pair', '/api/%ed%a0%80', [400]],
    ['a path of nine kilobytes', `/api/${'a'.repeat(9000)}`, [414]],
    ['a question of nine kilobytes', `/api/today?on=${'a'.repeat(9000)}`, [414]],
    ['a path of sixty kilobytes', `/api/${'a'.repeat(60_000)}`, [414, 431]],
  ])('%s', async (_, path, expected) => {
    const answer = await get(path)
    expect(expected).toContain(statusOf(answer))
    expectHarmless(answer)
  })

  it.each([
    ['a header of two hundred kilobytes', [`X-Long: ${'a'.repeat(200_000)}`], [431]],
    ['five hundred headers', Array.from({ length: 500 }, (_, i) => `X-${i}: ${'a'.repeat(40)}`), [431]],
    ['a cookie of twenty kilobytes', [`Cookie: a=${'a'.repeat(20_000)}`], [431]],
    ['a header with a line break in it', ['X: a\nSet-Cookie: a=b'], [200, 400]],
    ['a header with a nought', ['X: a\0b'], [400]],
    ['a name with a blank', ['X Y: a'], [400]],
    ['a header that goes on in the next line', ['X: a', ' b'], [200, 400]],
  ])('%s', async (_, headers, expected) => {
    const answer = await get('/api/health', ...headers)
    expect(expected).toContain(statusOf(answer))
    expect(answer).not.toMatch(/^set-cookie/im)
  })
})

describe('each question is asked once, by its plain name', () => {
  it.each([
    ['twice the same', '/api/today?on=2026-03-13&on=2026-03-12'],
    ['twice, once in percent', '/api/today?on=2026-03-13&%6Fn=2026-03-12'],
    ['a list', '/api/today?on[]=2026-03-13'],
    ['a key in a key', '/api/today?on[a]=2026-03-13'],
    ['a mark in percent', '/api/today?on=2026-03-13%23'],
    ['a second question mark', '/api/today?on=2026-03-13?on=2026-03-12'],
    ['one that does not exist', '/api/today?admin=true'],
    ['a prototype', '/api/today?__proto__=1'],
    ['an empty name', '/api/today?=1'],
    ['a line break', '/api/today?on=2026-03-13%0d%0aSet-Cookie:a=b'],
    ['where to go next', '/api/today?next=//evil.example'],
  ])('not %s', async (_, path) => {
    const answer = await get(path)
    expect(statusOf(answer)).toBe(400)
    expectHarmless(answer)
    expect(answer).not.toMatch(/^(set-cookie|location)/im)
  })

  it('and no address leads anywhere else', async () => {
    for (const path of [
      '/?next=//evil.example',
      '/?next=javascript:alert(1)',
      '/?next=%5c%5cevil.example',
      '/\\evil.example',
    ])
      expect(await get(path), path).not.toMatch(/^location:/im)
  })
})

describe('only the server’s own names are answered', () => {
  const ask = (first: string, ...headers: readonly string[]) =>
    say(serving.url, lines(first, ...headers, `Cookie: ${cookie}`, 'Connection: close'))

  it.each([
    ['a foreign name', 'GET /api/today HTTP/1.1', ['Host: evil.example'], [421]],
    ['a name that begins like ours', 'GET /api/today HTTP/1.1', ['Host: localhost.evil.example'], [421]],
    [
      'a name with somebody before it',
      'GET /api/today HTTP/1.1',
      ['Host: localhost@evil.example'],
      [400, 421],
    ],
    ['a name with a path', 'GET /api/today HTTP/1.1', ['Host: localhost/evil.example'], [400, 421]],
    ['two names', 'GET /api/today HTTP/1.1', ['Host: localhost', 'Host: evil.example'], [400, 421]],
    ['two names in one', 'GET /api/today HTTP/1.1', ['Host: localhost, evil.example'], [400, 421]],
    ['no name', 'GET /api/today HTTP/1.1', [], [400]],
    ['an empty name', 'GET /api/today HTTP/1.1', ['Host:'], [400, 421]],
    [
      'a foreign address with our name',
      'GET http://evil.example/api/today HTTP/1.1',
      ['Host: localhost'],
      [421],
    ],
    [
      'our address with a foreign name',
      'GET http://localhost/api/today HTTP/1.1',
      ['Host: evil.example'],
      [421],
    ],
    ['an address of another kind', 'GET file:///etc/passwd HTTP/1.1', ['Host: localhost'], [400, 404]],
    ['a star', 'GET * HTTP/1.1', ['Host: localhost'], [400, 404]],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1', ['Host: evil.example'], [0, 400, 405, 421]],
  ])('not %s', async (_, first, headers, expected) => {
    const answer = await ask(first, ...headers)
    expect(expected).toContain(statusOf(answer))
    expectHarmless(answer)
  })

  it('whatever a proxy that nobody trusts says of the name, the way or the address', async () => {
    const forwarded = [
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: https',
      'X-Forwarded-Port: 443',
      'X-Original-URL: /api/health',
      'X-Rewrite-URL: /api/health',
      'Forwarded: host=evil.example;proto=https',
    ]
    const answer = await get('/api/today', ...forwarded)
    expect(statusOf(answer)).toBe(200)
    expect(answer).not.toMatch(/evil\.example|strict-transport-security/i)
    expect(answer).toContain('"cards"')
  })

  it('and where a request comes from is its own connection', async () => {
    await get('/api/cohort', 'X-Forwarded-For: 198.51.100.1', 'Forwarded: for=198.51.100.1')
    const seen = await serving.database.db.selectFrom('auditEvent').select('address').execute()
    const addresses = new Set(seen.map(({ address }) => address).filter((address) => address !== null))
    expect([...addresses]).toEqual(['127.0.0.1'])
  })
})

describe('a request has one beginning and one end', () => {
  const post = (...headers: readonly string[]) =>
    lines(
      'POST /api/children/search HTTP/1.1',
      'Host: localhost',
      `Cookie: ${cookie}`,
      'Content-Type: application/json',
      ...headers,
    )
  const smuggled = lines('GET /api/today HTTP/1.1', 'Host: localhost', `Cookie: ${cookie}`)

  it.each([
    ['a length and chunks', post('Content-Length: 4', 'Transfer-Encoding: chunked') + `0\r\n\r\n${smuggled}`],
    ['chunks and a length', post('Transfer-Encoding: chunked', 'Content-Length: 4') + `0\r\n\r\n${smuggled}`],
    ['two lengths', post('Content-Length: 2', 'Content-Length: 9') + `{}${smuggled}`],
    ['a length with a sign', post('Content-Length: +2') + `{}${smuggled}`],
    ['a length in hexadecimal', post('Content-Length: 0x2') + `{}${smuggled}`],
    ['a length below nought', post('Content-Length: -1') + `{}${smuggled}`],
    [
      'chunks twice',
      post('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + `0\r\n\r\n${smuggled}`,
    ],
    ['chunks with a tab', post('Transfer-Encoding:\tchunked, x') + `0\r\n\r\n${smuggled}`],
    ['chunks before a blank', post('Transfer-Encoding : chunked') + `0\r\n\r\n${smuggled}`],
    ['a chunk without a size', post('Transfer-Encoding: chunked') + `zz\r\n{}\r\n0\r\n\r\n${smuggled}`],
  ])('not %s', async (_, text) => {
    const answer = await say(serving.url, text)
    expect(statusOf(answer)).toBe(400)
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toHaveLength(1)
    expectHarmless(answer)
  })

  it('in the HTTP of before 1.1 too', async () => {
    const answer = await say(serving.url, lines('GET /api/health HTTP/1.0', 'Host: localhost'))
    expect([200, 400, 505]).toContain(statusOf(answer))
    const nameless = await say(serving.url, lines('GET /api/today HTTP/1.0', `Cookie: ${cookie}`))
    expect([400, 421, 505]).toContain(statusOf(nameless))
  })

  it('many in a row are answered in their order', async () => {
    const one = (path: string, last = false) =>
      lines(`GET ${path} HTTP/1.1`, 'Host: localhost', ...(last ? ['Connection: close'] : []))
    const answer = await say(serving.url, one('/api/health') + one('/api/nothing') + one('/api/health', true))
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200'])
  })

  it('and who is slow to begin is let go within ten seconds', { timeout: 25_000 }, async () => {
    const began = performance.now()
    const answer = await say(serving.url, 'GET /api/health HTTP/1.1\r\nHost: loc')
    expect(performance.now() - began).toBeLessThan(12_000)
    expect([0, 408]).toContain(statusOf(answer))
  })
})

describe('data is for the product’s own pages', () => {
  it.each([
    ['opened in a tab', ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']],
    [
      'opened in a frame',
      ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'],
    ],
    ['run as a script', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script']],
    ['run as a script of our own', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Dest: script']],
    ['shown as a picture', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Dest: image']],
    ['put in as an object', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Dest: object']],
    [
      'asked by another site',
      ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Dest: empty'],
    ],
    ['asked by a neighbour', ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Dest: empty']],
  ])('and is not %s', async (_, headers) => {
    const answer = await get('/api/today', ...headers)
    expect(statusOf(answer)).toBe(403)
    expectHarmless(answer)
  })

  it('and comes to them', async () => {
    const own = ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Dest: empty']
    const answer = await get('/api/today', ...own)
    expect(statusOf(answer)).toBe(200)
    expect(answer).toMatch(/^cross-origin-resource-policy: same-origin/im)
    expect(answer).toMatch(/^cache-control: no-store/im)
    expect(answer).not.toMatch(/^access-control-/im)
  })
})

it('the server still answers as before, after all that', async () => {
  expect(statusOf(await get('/api/today'))).toBe(200)
  expect((await get('/api/today')).length).toBe(page.length)
})
