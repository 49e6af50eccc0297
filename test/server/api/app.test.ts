import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { temporaryFolder } from '../../support/databases.ts'
import { anApp, type Ask } from '../../support/an-app.ts'

let ask: Ask
let database: OpenDatabase
const someSearch = { text: 'A' }

let app: ReturnType<typeof anApp>['app']

beforeAll(async () => {
  const webRoot = join(temporaryFolder(), 'web')
  mkdirSync(join(webRoot, 'assets'), { recursive: true })
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Virtual School</title>')
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(webRoot, '.env'), 'SECRET=1')
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  ;({ app, ask } = anApp(database, '2026-03-13', { webRoot, hosts: ['school.example'] }))
})

const code = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
  const { status, json } = await ask(method, path, body, headers)
  return [status, json?.code]
}

describe('every answer', () => {
  it.each([
    ['GET', '/api/health', 200],
    ['GET', '/', 200],
    ['GET', '/api/nowhere', 404],
    ['DELETE', '/api/today', 405],
    ['GET', '/api/today?on=x', 400],
  ])('%s %s tells the browser to run nothing of others and keep no data', async (method, path, status) => {
    const { headers, ...answer } = await ask(method, path)
    expect(answer.status).toBe(status)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe(path === '/' ? 'no-cache' : 'no-store')
    expect(headers.has('strict-transport-security')).toBe(false)
  })

  it('that refuses is a problem with a word for programs and a sentence for people', async () => {
    const { headers, json } = await ask('GET', '/api/nowhere')
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(json).toEqual({ code: 'not-found', message: 'There is nothing here.' })
  })

  it('asks for https alone where it came by https', async () => {
    const { app: secure } = anApp(database, '2026-03-13', {
      hosts: ['school.example'],
      baseUrl: 'https://school.example',
    })
    const answer = await secure.request('https://school.example/api/health')
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=63072000/)
    expect((await ask('GET', '/api/health')).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('who may ask', () => {
  it.each(['localhost', '127.0.0.1:4600', '[::1]:4600', 'school.example', 'SCHOOL.example:443'])(
    'the server answers to %s',
    async (host) => {
      expect(await code('GET', '/api/health', undefined, { host })).toEqual([200, undefined])
    },
  )

  it.each([
    'evil.example',
    'localhost.evil.example',
    'localhost, evil.example',
    '127.0.0.1@evil.example',
    '',
  ])('the server does not answer to “%s”', async (host) => {
    expect(await code('GET', '/api/health', undefined, { host })).toEqual([421, 'other-host'])
  })

  it('a name in the address itself counts like the header', async () => {
    expect(
      (await app.request('http://evil.example/api/health', { headers: { host: 'localhost' } })).status,
    ).toBe(421)
  })

  it('no page of another site has anything changed or read', async () => {
    const foreign = { origin: 'https://evil.example' }
    const site = { 'sec-fetch-site': 'cross-site' }
    expect(await code('POST', '/api/children/search', someSearch, foreign)).toEqual([403, 'other-site'])
    expect(await code('POST', '/api/children/search', someSearch, { origin: 'null' })).toEqual([
      403,
      'other-site',
    ])
    expect(await code('POST', '/api/children/search', someSearch, site)).toEqual([403, 'other-site'])
    expect(await code('GET', '/api/health', undefined, site)).toEqual([403, 'other-site'])
    expect(await code('GET', '/api/health', undefined, { 'sec-fetch-site': 'same-site' })).toEqual([
      403,
      'other-site',
    ])
    expect((await ask('GET', '/', undefined, site)).status).toBe(200)
    expect((await ask('GET', '/api/school')).json).toEqual({ setUp: false, today: '2026-03-13' })
  })

  it('a page of our own may', async () => {
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    expect(await code('POST', '/api/children/search', { text: 'x' }, own)).toEqual([409, 'not-set-up'])
  })
})

describe('addresses', () => {
  it.each([
    '//api/health',
    '/api//health',
    '/api/health/',
    '/API/health',
    '/api/health;jsessionid=1',
    '/api/%2e%2e%2fhealth',
    '/api/%5chealth',
    '/api/health%00',
    '/api/.git/config',
    '/.env',
    '/.git/config',
    '/assets/..%2f.env',
    '/assets/main-abc123.js.map',
    '/assets/',
    '/data/virtual-school.db',
    '/api',
  ])('%s is nowhere', async (path) => {
    expect((await ask('GET', path)).status).toBe(404)
  })

  it('that climb lead where the plain one leads, past the same guards', async () => {
    expect((await ask('GET', '/assets/../api/health')).status).toBe(200)
    expect(await code('POST', '/x/../api/children/search', someSearch, { origin: 'null' })).toEqual([
      403,
      'other-site',
    ])
  })

  it.each(['/api/%', '/api/%zz', '/api/%c0%ae', '/api/today?on=%ff', '/api/today?a?b'])(
    '%s cannot be read',
    async (path) => {
      expect(await code('GET', path)).toEqual([400, 'bad-address'])
    },
  )

  it.each(['on=2026-03-13&on=2026-03-12', 'a[]=1', 'a[b]=1', '__proto__=1', '=1'])(
    'the question ?%s is refused',
    async (question) => {
      expect((await ask('GET', `/api/today?${question}`)).status).toBe(400)
    },
  )

  it('a question that the page does not know is refused before the school is asked for', async () => {
    expect(await code('GET', '/api/today?when=2026-03-13')).toEqual([400, 'bad-query'])
    expect(await code('GET', '/api/today?on=2026-02-30')).toEqual([400, 'bad-query'])
    expect(await code('GET', '/api/today?on=13/03/2026')).toEqual([400, 'bad-query'])
  })

  it('have a length that anybody could type', async () => {
    expect(await code('GET', `/api/${'a'.repeat(5000)}`)).toEqual([414, 'address-too-long'])
  })
})

describe('methods', () => {
  it('a wrong one is told which are right', async () => {
    const { status, headers } = await ask('DELETE', '/api/school')
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await ask('OPTIONS', '/api/alerts/1/seen')).headers.get('allow')).toBe('POST')
  })

  it('a page is only looked at', async () => {
    const { status, headers } = await ask('POST', '/cohort', {})
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await ask('POST', '/nowhere', {})).status).toBe(404)
  })

  it('HEAD answers as GET does, without the text', async () => {
    expect(await ask('HEAD', '/api/health')).toMatchObject({ status: 200, text: '' })
  })

  it('a header cannot turn one into another', async () => {
    expect(await code('GET', '/api/today', undefined, { 'x-http-method-override': 'DELETE' })).toEqual([
      409,
      'not-set-up',
    ])
  })
})

describe('bodies', () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    ask('POST', '/api/children/search', body, headers)

  it('are JSON, sent as such', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      expect((await send('{}', { 'content-type': type })).status).toBe(415)
    expect((await send('{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await ask('POST', '/api/children/search')).status).toBe(415)
  })

  it.each(['', '{', '{"a":1,}', '{}{}', '\ufeff{}', '{"a":1,"a":2}', '['.repeat(100)])(
    '%s is refused as malformed',
    async (body) => {
      expect((await send(body)).status).toBe(400)
    },
  )

  it.each(['null', '[]', '1', '"x"', '{}'])('%s is refused for what it lacks', async (body) => {
    expect((await send(body)).status).toBe(422)
  })

  it('of more than a megabyte are refused', async () => {
    expect((await send(JSON.stringify({ name: 'x'.repeat(1_100_000) }))).status).toBe(413)
  })

  it('with fields that nobody asked for change nothing and say which', async () => {
    const { status, json } = await send(JSON.stringify({ ...someSearch, id: 'x', demonstration: 1 }))
    expect(status).toBe(422)
    expect(json.problems.map(({ field }: { field: string }) => field)).toEqual(['id', 'demonstration'])
    const polluted = await send(`{"__proto__":{"name":"x"}}`)
    expect([polluted.status, polluted.json.field]).toEqual([422, '__proto__'])
  })
})

/** The addresses that the browser's own router knows. */
const pagePaths = [
  ...readFileSync(new URL('../../../web/pages.ts', import.meta.url), 'utf8').matchAll(/^ +path: '([^']+)'/gm),
].map(([, path = '']) => path.replaceAll(/:\w+/g, 'abc-123'))

describe('the built pages', () => {
  it('are known to the server as to the browser', () => {
    expect(pagePaths).toContain('/cohort')
    expect(pagePaths.length).toBeGreaterThan(4)
  })

  it.each(pagePaths)('%s is shown from the one document', async (path) => {
    const { status, headers, text } = await ask('GET', path)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(text).toContain('<title>')
  })

  it('an address that is no page is said so in the browser, and nowhere to programs', async () => {
    expect((await ask('GET', '/nowhere', undefined, { accept: 'text/html' })).status).toBe(404)
    expect(await code('GET', '/nowhere')).toEqual([404, 'not-found'])
  })

  it('a file named by its content is kept for a year', async () => {
    const { status, headers } = await ask('GET', '/assets/main-abc123.js')
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  })
})

describe('a database that cannot be used just now', () => {
  it('is said so, with when to try again', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    const db = {
      selectFrom: () => {
        throw full
      },
    }
    const out = anApp({ db: db as never }, '2026-03-13', { as: 'nobody' })
    const { status, headers, json } = await out.ask('GET', '/api/health')
    expect([status, headers.get('retry-after'), json.code]).toEqual([503, '10', 'unavailable'])
  })
})

describe('a fault of ours', () => {
  it('is said with a reference, and nothing of it leaves the server', async () => {
    const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    await migrate(database)
    const said: string[] = []
    const log = { error: (line: object) => said.push(JSON.stringify(line)), info: () => undefined }
    const broken = anApp(database, '2026-03-13', { log: log as never, as: 'nobody' })
    await database.close()
    const { status, json } = await broken.ask('GET', '/api/health')
    expect(status).toBe(500)
    expect(json.message).toMatch(/reference in the server’s log is [0-9a-f]{8}\.$/)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(json.message.slice(-9, -1))
    expect(said[0]).not.toContain('connection is not open')
  })
})
