import { chmodSync } from 'node:fs'
import { request as tlsRequest } from 'node:https'
import { join } from 'node:path'
import { connect as tlsConnect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { readConfig, type Config } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { startServer, type Serving } from '../../server/serve.ts'
import { aClock } from '../support/a-clock.ts'
import { aCookie, anAccount } from '../support/accounts.ts'
import { aSchoolSetUp, bringSampleIn } from '../support/an-app.ts'
import { aCertificate } from '../support/certificate.ts'
import { temporaryFolder } from '../support/databases.ts'
import { lines, say } from '../support/raw-http.ts'

const parts = { clock: aClock('2026-03-13'), log: createLog('silent') }

function settings(more: Partial<Config> = {}): Config {
  const dataDir = temporaryFolder()
  const database = { kind: 'sqlite', file: join(dataDir, 'school.db') } as const
  return { host: '127.0.0.1', port: 0, dataDir, database, ...more }
}

describe('a server', () => {
  let serving: Serving
  let config: Config
  let cookie: string

  beforeAll(async () => {
    config = settings()
    serving = await startServer(config, {
      ...parts,
      prepare: (database) => bringSampleIn(database, (name) => !name.includes('marks')),
    })
    const { db } = serving.database
    const { accountId } = await anAccount(db, ['designated-teacher'])
    cookie = await aCookie(db, accountId, parts.clock.now())
  })
  afterAll(() => serving.stop())

  const get = (path: string, ...headers: readonly string[]) =>
    say(serving.url, lines(`GET ${path} HTTP/1.1`, ...headers, 'Connection: close'))

  it('answers, with the alerts of today raised before it listens', async () => {
    const answer = await fetch(`${serving.url}/api/today`, { headers: { cookie } })
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
    await expect(startServer(settings({ port }), parts)).rejects.toThrow(
      `PORT ${port} is in use by another program. Choose another one.`,
    )
  })

  it('makes links for the address it really listens at', () => {
    expect(serving.deps.baseUrl).toMatch(/^http:\/\/localhost:[1-9]\d+$/)
    expect(serving.baseUrl).toBe(serving.url)
  })

  it('never asks for https where it is only this machine’s', async () => {
    expect(await get('/api/health', 'Host: localhost')).not.toMatch(/strict-transport-security/i)
  })

  it('sends the whole when a part of a file is asked for', async () => {
    expect(await get('/api/health', 'Host: localhost', 'Range: bytes=0-1')).toMatch(/^HTTP\/1\.1 200/)
  })

  it('takes no more than a megabyte, however it is sent', async () => {
    const chunk = `${(65_536).toString(16)}\r\n${'a'.repeat(65_536)}\r\n`
    const head = lines(
      'POST /api/children/search HTTP/1.1',
      'Host: localhost',
      `Cookie: ${cookie}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      'Connection: close',
    )
    const heard = await say(serving.url, `${head}${chunk.repeat(20)}0\r\n\r\n`)
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
    expect(await (await fetch(`${first.url}/api/health`)).json()).toMatchObject({ setUp: false })
    await aSchoolSetUp(first.database)
    await first.stop()
    await expect(fetch(`${first.url}/api/health`)).rejects.toThrow()
    const second = await startServer(config, parts)
    expect(await (await fetch(`${second.url}/api/health`)).json()).toMatchObject({ setUp: true })
    await second.stop()
  })

  it('keeps what it sealed over a stop', async () => {
    const config = settings()
    const first = await startServer(config, parts)
    const sealed = first.deps.seal.seal('a secret')
    await first.stop()
    const second = await startServer(config, parts)
    expect(second.deps.seal.open(sealed)).toBe('a secret')
    await second.stop()
  })
})

describe('a server that would not be safe does not start', () => {
  const demonstration = () => Promise.reject(new Error('nobody is signed in here'))

  it.each([
    [
      'a demonstration for other machines',
      () => settings({ host: '0.0.0.0' }),
      /^The demonstration lets anybody in/,
    ],
    [
      'mail that cannot be handed over',
      () => settings({ smtpUrl: 'http://mail.example' }),
      /^SMTP_URL must begin with/,
    ],
    [
      'a certificate that is not there',
      () => settings({ tls: { cert: '/nowhere/cert.pem', key: '/nowhere/key.pem' } }),
      /^TLS_CERT names \/nowhere\/cert\.pem, which cannot be read/,
    ],
    [
      'an address that is another machine’s',
      () => settings({ host: '192.0.2.1' }),
      /is no address of this machine/,
    ],
  ])('%s', async (what, given, expected) => {
    const more = what.includes('demonstration') ? { demonstration } : {}
    await expect(startServer(given(), { ...parts, ...more })).rejects.toThrow(expected)
  })

  it('a data folder that anybody may read', async () => {
    const config = settings()
    chmodSync(config.dataDir, 0o755)
    await expect(startServer(config, parts)).rejects.toThrow(/can be read by anybody on this machine/)
  })
})

describe('behind a proxy on this machine that speaks https', () => {
  let serving: Serving
  let cookie: string
  let accountId: string
  const name = 'virtual-school.example'

  beforeAll(async () => {
    const { baseUrl, trustedProxies } = readConfig({
      BASE_URL: `https://${name}`,
      TRUSTED_PROXY: '127.0.0.1',
    })
    serving = await startServer(settings({ baseUrl: baseUrl!, trustedProxies: trustedProxies! }), {
      ...parts,
      prepare: (database) => bringSampleIn(database, (file) => !file.includes('marks')),
    })
    accountId = (await anAccount(serving.database.db, ['designated-teacher'])).accountId
    cookie = await aCookie(serving.database.db, accountId, parts.clock.now())
  })
  afterAll(() => serving.stop())

  const ask = (method: string, path: string, body: string, ...headers: readonly string[]) =>
    say(
      serving.url,
      lines(
        `${method} ${path} HTTP/1.1`,
        `Cookie: ${cookie}`,
        'Content-Type: application/json',
        `Content-Length: ${Buffer.byteLength(body)}`,
        ...headers,
        'Connection: close',
      ) + body,
    )
  const search = (...headers: readonly string[]) =>
    ask('POST', '/api/children/search', '{"text":"a"}', ...headers)

  it('answers to its name and to this machine’s, and to no other', async () => {
    for (const host of [name, `${name}:443`, 'localhost', '127.0.0.1'])
      expect(await ask('GET', '/api/health', '', `Host: ${host}`), host).toMatch(/^HTTP\/1\.1 200/)
    for (const host of [`www.${name}`, `${name}.evil.example`, 'evil.example'])
      expect(await ask('GET', '/api/health', '', `Host: ${host}`), host).toMatch(/^HTTP\/1\.1 421/)
  })

  it('asks browsers to come by https alone, and says so on refusals too', async () => {
    for (const [path, host] of [
      ['/api/health', name],
      ['/api/nothing', name],
      ['/api/health', 'evil.example'],
    ] as const)
      expect(await ask('GET', path, '', `Host: ${host}`)).toMatch(
        /^strict-transport-security: max-age=63072000; includeSubDomains/im,
      )
  })

  it('lets its own pages change something, and no other, whatever is said of the way', async () => {
    const own = [`Host: ${name}`, 'Sec-Fetch-Site: same-origin']
    expect(await search(...own, `Origin: https://${name}`)).toMatch(/^HTTP\/1\.1 200/)
    expect(await search('Host: localhost', `Origin: https://${name}`)).toMatch(/^HTTP\/1\.1 200/)
    for (const origin of [
      'https://evil.example',
      'null',
      `https://${name}.evil.example`,
      `https://${name}:8443`,
    ])
      for (const way of ['X-Forwarded-Proto: http', 'X-Forwarded-Host: evil.example', 'X-Nothing: 1'])
        expect(await search(`Host: ${name}`, `Origin: ${origin}`, way), origin).toMatch(/^HTTP\/1\.1 403/)
  })

  it('keeps where a request comes from, as the proxy says and not as the caller does', async () => {
    await search(`Host: ${name}`, 'X-Forwarded-For: 10.9.9.9, 203.0.113.77')
    const [latest] = await serving.database.db
      .selectFrom('auditEvent')
      .select(['address', 'route'])
      .where('accountId', '=', accountId)
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    expect(latest).toEqual({ address: '203.0.113.77', route: 'POST /api/children/search' })
  })

  it('makes links from the address that was set, never from what a request says', () => {
    expect(serving.deps.baseUrl).toBe(`https://${name}`)
  })
})

describe('a server with a certificate of its own', () => {
  let serving: Serving
  let folder: string
  const name = 'vs.example'
  const baseUrl = `https://${name}`

  beforeAll(async () => {
    folder = temporaryFolder()
    const tls = aCertificate(folder, { name, from: '2026-01-01', to: '2027-01-01' })
    serving = await startServer(settings({ tls, baseUrl }), parts)
  })
  afterAll(() => serving.stop())

  const port = () => Number(new URL(serving.url).port)
  const get = (path: string) =>
    new Promise<{ status: number; hsts: string | undefined; serial: string }>((resolve, reject) => {
      const asked = tlsRequest(
        {
          port: port(),
          path,
          headers: { host: name },
          servername: name,
          rejectUnauthorized: false,
          agent: false,
        },
        (answer) => {
          const { serialNumber } = (answer.socket as ReturnType<typeof tlsConnect>).getPeerCertificate()
          answer.resume()
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              hsts: answer.headers['strict-transport-security'],
              serial: serialNumber,
            }),
          )
        },
      )
      asked.on('error', reject)
      asked.end()
    })
  const version = (maxVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
    new Promise<string>((resolve) => {
      const socket = tlsConnect(
        {
          port: port(),
          host: '127.0.0.1',
          maxVersion,
          minVersion: 'TLSv1',
          rejectUnauthorized: false,
          ciphers: 'ALL:@SECLEVEL=0',
        },
        () => {
          resolve(socket.getProtocol() ?? '')
          socket.destroy()
        },
      )
      socket.on('error', () => resolve('refused'))
    })

  it('speaks https and asks to be visited so', async () => {
    expect(serving.url).toMatch(/^https:\/\/localhost:/)
    expect(await get('/api/health')).toMatchObject({
      status: 200,
      hsts: 'max-age=63072000; includeSubDomains',
    })
  })

  it('speaks nothing older than TLS 1.2', async () => {
    expect(await Promise.all([version('TLSv1.1'), version('TLSv1.2'), version('TLSv1.3')])).toEqual([
      'refused',
      'TLSv1.2',
      'TLSv1.3',
    ])
  })

  it('says nothing to who comes by http', async () => {
    const plain = await say(serving.url, lines('GET /api/health HTTP/1.1', `Host: ${name}`)).catch(() => '')
    expect(plain).not.toMatch(/HTTP\/1\.1 2/)
  })

  it('takes a new certificate without a stop, and keeps the old one when the new cannot be used', async () => {
    const { serial } = await get('/api/health')
    serving.renewCertificate()
    expect((await get('/api/health')).serial).toBe(serial)
    aCertificate(folder, { name, from: '2026-02-01', to: '2027-02-01' })
    serving.renewCertificate()
    const renewed = await get('/api/health')
    expect(renewed.serial).not.toBe(serial)
    aCertificate(folder, { name, from: '2024-02-01', to: '2025-02-01' })
    serving.renewCertificate()
    expect((await get('/api/health')).serial).toBe(renewed.serial)
  })
})
