import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import type { Config } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { startServer, type Serving } from '../../server/serve.ts'
import { aClock } from '../support/a-clock.ts'
import { bringSampleIn, someSchool } from '../support/an-app.ts'
import { temporaryFolder } from '../support/databases.ts'

const parts = { clock: aClock('2026-03-13'), log: createLog('silent') }

function settings(): Config {
  const dataDir = temporaryFolder()
  return {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    database: { kind: 'sqlite', file: join(dataDir, 'school.db') },
  }
}

/** Bytes sent as they are, and everything that came back until the server hung up. */
const say = (url: string, text: string) =>
  new Promise<string>((resolve, reject) => {
    const { port } = new URL(url)
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
    let heard = ''
    socket.on('data', (data) => (heard += data.toString()))
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })

const lines = (...all: readonly string[]) => `${all.join('\r\n')}\r\n\r\n`

describe('a server', () => {
  let serving: Serving
  let config: Config

  beforeAll(async () => {
    config = settings()
    serving = await startServer(config, parts, (database) =>
      bringSampleIn(database, (name) => !name.includes('marks')),
    )
  })
  afterAll(() => serving.stop())

  const get = (path: string, ...headers: readonly string[]) =>
    say(serving.url, lines(`GET ${path} HTTP/1.1`, ...headers, 'Connection: close'))

  it('answers, with the alerts of today raised before it listens', async () => {
    const answer = await fetch(`${serving.url}/api/today`)
    const { counts, groups } = (await answer.json()) as {
      counts: { breach: number }
      groups: { breach: { cards: object[] }[] }
    }
    expect(counts.breach).toBeGreaterThan(10)
    expect(groups.breach[0]?.cards[0]).toMatchObject({ state: 'open', version: 1 })
  })

  it('is the only one on its database file, which commands may still use', async () => {
    await expect(startServer(config, parts)).rejects.toThrow(/^Another server is using the database file/)
    const command = await openDatabase(config.database)
    await command.close()
  })

  it('says in one sentence that its port is taken', async () => {
    const port = Number(new URL(serving.url).port)
    await expect(startServer({ ...settings(), port }, parts)).rejects.toThrow(
      `PORT ${port} is in use by another program. Choose another one.`,
    )
  })

  it.each([
    ['a foreign name', '/api/health', ['Host: evil.example'], /^HTTP\/1\.1 421/],
    ['two names', '/api/health', ['Host: localhost', 'Host: evil.example'], /^HTTP\/1\.1 4(00|21)/],
    ['no name', '/api/health', [], /^HTTP\/1\.1 400/],
    ['a name in the address', 'http://evil.example/api/health', ['Host: localhost'], /^HTTP\/1\.1 421/],
    [
      'a foreign name passed on',
      '/api/health',
      ['Host: localhost', 'X-Forwarded-Host: evil.example'],
      /^HTTP\/1\.1 200/,
    ],
    ['a climbing address', '/api/../../etc/passwd', ['Host: localhost'], /^HTTP\/1\.1 404/],
    ['a doubled slash', '//api/health', ['Host: localhost'], /^HTTP\/1\.1 404/],
    ['a backslash', '/api\\health', ['Host: localhost'], /^HTTP\/1\.1 40[04]/],
    ['a broken percent', '/api/%zz', ['Host: localhost'], /^HTTP\/1\.1 400/],
    ['a nine-kilobyte address', `/${'a'.repeat(9000)}`, ['Host: localhost'], /^HTTP\/1\.1 414/],
    ['a huge header', '/api/health', ['Host: localhost', `X: ${'a'.repeat(200_000)}`], /^HTTP\/1\.1 431/],
    [
      'five hundred headers',
      '/api/health',
      ['Host: localhost', ...Array.from({ length: 500 }, (_, i) => `X${i}: ${'a'.repeat(40)}`)],
      /^HTTP\/1\.1 431/,
    ],
    ['a part of a file', '/api/health', ['Host: localhost', 'Range: bytes=0-1'], /^HTTP\/1\.1 200/],
  ])('meets %s as it should', async (_, path, headers, expected) => {
    expect(await get(path, ...headers)).toMatch(expected)
  })

  it.each([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 3'], '{}'],
    ['a length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['a transfer that nobody knows', ['Transfer-Encoding: chunked, x'], '0\r\n\r\n'],
    ['a chunk without a size', ['Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n'],
  ])('refuses %s and hangs up', async (_, headers, body) => {
    const heard = await say(
      serving.url,
      lines(
        'POST /api/children/search HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/json',
        ...headers,
      ) + body,
    )
    expect(heard).toMatch(/^HTTP\/1\.1 400/)
  })

  it('takes no more than a megabyte, however it is sent', async () => {
    const chunk = `${(65_536).toString(16)}\r\n${'a'.repeat(65_536)}\r\n`
    const heard = await say(
      serving.url,
      lines(
        'POST /api/children/search HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
        'Connection: close',
      ) +
        chunk.repeat(20) +
        '0\r\n\r\n',
    )
    expect(heard).toMatch(/^HTTP\/1\.1 413/)
  })

  it('still answers after all that', async () => {
    expect((await fetch(`${serving.url}/api/health`)).status).toBe(200)
  })
})

describe('an empty installation', () => {
  it('serves its first page, is set up, and is there again after a stop', async () => {
    const config = settings()
    const first = await startServer(config, parts)
    const set = await fetch(`${first.url}/api/school`, {
      method: 'POST',
      body: JSON.stringify(someSchool),
      headers: { 'content-type': 'application/json', origin: first.url },
    })
    expect(set.status).toBe(201)
    await first.stop()
    await expect(fetch(`${first.url}/api/health`)).rejects.toThrow()
    const second = await startServer(config, parts)
    const school = (await (await fetch(`${second.url}/api/school`)).json()) as {
      name: string
      evaluatedOn: string
    }
    expect(school).toMatchObject({ name: 'Invented School', evaluatedOn: '2026-03-13' })
    await second.stop()
  })
})
