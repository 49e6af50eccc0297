import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCertificate } from '../../server/certificate.ts'
import { isoDate } from '../../server/calendar/iso-date.ts'
import { ConfigError, readConfig } from '../../server/config.ts'
import { loadKey } from '../../server/keys.ts'
import { isShared, safeToStart } from '../../server/safe-to-start.ts'
import { aCertificate } from '../support/certificate.ts'
import { temporaryFolder } from '../support/databases.ts'

const behindProxy = {
  HOST: '0.0.0.0',
  BASE_URL: 'https://virtual-school.example',
  TRUSTED_PROXY: '10.1.0.7',
}

/** One sentence: it begins and ends as one, says something, and holds neither a stack nor a second line. */
const oneSentence = /^[A-Z][^\n]{20,220}\.$/

function refusalOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'not refused'
}

describe('settings that would not be safe are refused with one plain sentence', () => {
  const unsafe: [string, Record<string, string>, RegExp][] = [
    ['other machines may connect, without an address', { HOST: '0.0.0.0' }, /^HOST is “0\.0\.0\.0”/],
    ['… or by IPv6', { HOST: '::' }, /^HOST is “::”/],
    [
      '… or with an https address and nothing that speaks it',
      { HOST: '0.0.0.0', BASE_URL: 'https://virtual-school.example' },
      /^HOST is/,
    ],
    [
      '… or over http from a trusted proxy',
      { HOST: '0.0.0.0', BASE_URL: 'http://localhost', TRUSTED_PROXY: '10.1.0.7' },
      /^HOST is/,
    ],
    ['a name to listen at', { ...behindProxy, HOST: 'virtual-school.example' }, /^HOST must be an address/],
    ['a port of letters', { PORT: 'eighty' }, /^PORT must be a whole number/],
    ['a port past the last', { PORT: '65536' }, /^PORT must be a whole number/],
    [
      'http for other machines',
      { BASE_URL: 'http://virtual-school.example' },
      /^BASE_URL must begin with https/,
    ],
    [
      'a name that only begins like this machine',
      { BASE_URL: 'http://localhost.example' },
      /^BASE_URL must begin with https/,
    ],
    ['an address with a path', { BASE_URL: 'https://trust.example/vs' }, /^BASE_URL must end after the name/],
    [
      'an address with a question',
      { BASE_URL: 'https://trust.example/?a' },
      /^BASE_URL must end after the name/,
    ],
    ['an address with a mark', { BASE_URL: 'https://trust.example/#a' }, /^BASE_URL must end after the name/],
    [
      'an address with a password',
      { BASE_URL: 'https://a:b@trust.example' },
      /^BASE_URL must not hold a name/,
    ],
    ['an address of another kind', { BASE_URL: 'ftp://trust.example' }, /^BASE_URL must be a whole address/],
    ['an address that is none', { BASE_URL: 'trust.example' }, /^BASE_URL must be a whole address/],
    ['https that nothing speaks', { BASE_URL: 'https://trust.example' }, /nothing here speaks https/],
    [
      'everybody as the proxy',
      { TRUSTED_PROXY: '0.0.0.0/0' },
      /^TRUSTED_PROXY “0\.0\.0\.0\/0” trusts half the/,
    ],
    ['half of everybody twice', { TRUSTED_PROXY: '0.0.0.0/1,128.0.0.0/1' }, /trusts half the world/],
    ['everybody by IPv6 as the proxy', { TRUSTED_PROXY: '::/0' }, /trusts half the world/],
    ['a proxy by its name', { TRUSTED_PROXY: 'proxy.example' }, /^TRUSTED_PROXY must be addresses/],
    ['a proxy by a star', { TRUSTED_PROXY: '127.0.0.1, *' }, /^TRUSTED_PROXY must be addresses/],
    [
      'a proxy by a range past the last',
      { TRUSTED_PROXY: '10.0.0.0/33' },
      /^TRUSTED_PROXY must be addresses/,
    ],
    ['a certificate without its key', { TLS_CERT: 'cert.pem' }, /^TLS_CERT and TLS_KEY belong together/],
    ['a key without its certificate', { TLS_KEY: 'key.pem' }, /^TLS_CERT and TLS_KEY belong together/],
    [
      'a certificate and an http address',
      { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem', BASE_URL: 'http://localhost:4600' },
      /^BASE_URL begins with http:/,
    ],
    ['another database', { DATABASE_URL: 'mysql://nobody' }, /^DATABASE_URL must begin with postgres/],
    [
      'a database over the network in the clear',
      { DATABASE_URL: 'postgres://program@db.example/vs' },
      /^DATABASE_URL would send records about children over the network/,
    ],
    [
      '… or sealed only if it suits',
      { DATABASE_URL: 'postgres://program@db.example/vs?sslmode=prefer' },
      /^DATABASE_URL would send/,
    ],
    [
      'an owner without a database',
      { DATABASE_ADMIN_URL: 'postgres://owner@localhost/vs' },
      /^DATABASE_ADMIN_URL is set/,
    ],
    [
      'an owner of another database',
      {
        DATABASE_URL: 'postgres://program@localhost/vs',
        DATABASE_ADMIN_URL: 'postgres://owner@localhost/other',
      },
      /^DATABASE_ADMIN_URL must name the same server and database/,
    ],
    [
      'certificates that nobody checks',
      { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      /^NODE_TLS_REJECT_UNAUTHORIZED is 0/,
    ],
    ['an open debugger', { NODE_OPTIONS: '--inspect=0.0.0.0:9229' }, /^NODE_OPTIONS opens a debugger/],
  ]

  it.each(unsafe)('%s', (_, settings, expected) => {
    const sentence = refusalOf(() => readConfig(settings))
    expect(sentence).toMatch(expected)
    expect(sentence).toMatch(oneSentence)
  })

  it('says nothing of a password in a setting it refuses', () => {
    for (const name of ['DATABASE_URL', 'BASE_URL'])
      for (const scheme of ['mysql', 'https', 'postgres'])
        expect(
          refusalOf(() => readConfig({ [name]: `${scheme}://me:geheim-7@elsewhere.example/x` })),
        ).not.toContain('geheim-7')
  })
})

describe('settings that are safe', () => {
  it('are this machine alone when nothing is set', () => {
    expect(readConfig({ DATA_DIR: '/srv/vs' })).toEqual({
      host: '127.0.0.1',
      port: 4600,
      dataDir: '/srv/vs',
      database: { kind: 'sqlite', file: '/srv/vs/virtual-school.db' },
      trustedProxies: [],
    })
  })

  it('are a proxy on this machine, or on another', () => {
    const local = { BASE_URL: 'https://virtual-school.example/', TRUSTED_PROXY: '127.0.0.1, ::1' }
    expect(readConfig(local)).toMatchObject({
      host: '127.0.0.1',
      baseUrl: 'https://virtual-school.example',
      trustedProxies: ['127.0.0.1', '::1'],
    })
    expect(readConfig(behindProxy)).toMatchObject({ host: '0.0.0.0', trustedProxies: ['10.1.0.7'] })
  })

  it('are a certificate of its own', () => {
    const settings = {
      HOST: '::',
      BASE_URL: 'https://vs.example:8443',
      TLS_CERT: '/etc/vs.pem',
      TLS_KEY: '/etc/vs.key',
    }
    expect(readConfig(settings)).toMatchObject({
      baseUrl: 'https://vs.example:8443',
      tls: { cert: '/etc/vs.pem', key: '/etc/vs.key' },
    })
  })

  it('are PostgreSQL with an owner and a program role, here or sealed on the way', () => {
    const [url, adminUrl] = ['postgres://program@localhost/vs', 'postgres://owner@localhost/vs']
    expect(readConfig({ DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl }).database).toEqual({
      kind: 'postgres',
      url,
      adminUrl,
    })
    const far = 'postgres://program@db.example/vs?sslmode=verify-full'
    expect(readConfig({ DATABASE_URL: far }).database).toEqual({ kind: 'postgres', url: far })
  })
})

describe.runIf(process.platform !== 'win32')(
  'places that would not be safe are refused with one plain sentence',
  () => {
    const today = isoDate('2026-03-13')
    const now = '2026-03-13T09:30:00.000Z'
    let folder: string
    const file = (name: string) => join(folder, name)
    let good: { cert: string; key: string }

    beforeAll(() => {
      folder = temporaryFolder()
      good = aCertificate(folder, { name: 'vs.example', from: '2026-01-01', to: '2027-01-01' })
    })

    const config = (dataDir: string) => readConfig({ DATA_DIR: dataDir })
    const expectRefusal = (act: () => unknown, expected: RegExp) => {
      const sentence = refusalOf(act)
      expect(sentence).toMatch(expected)
      expect(sentence.replaceAll(folder, '…')).toMatch(oneSentence)
    }

    it('a data folder that anybody may read', () => {
      mkdirSync(file('open'), { mode: 0o755 })
      chmodSync(file('open'), 0o755)
      expectRefusal(() => safeToStart(config(file('open')), today), /^DATA_DIR .* can be read by anybody/)
    })

    it('a database that anybody may read', () => {
      mkdirSync(file('shut'), { mode: 0o700 })
      writeFileSync(file('shut/virtual-school.db'), '', { mode: 0o644 })
      chmodSync(file('shut/virtual-school.db'), 0o644)
      expectRefusal(
        () => safeToStart(config(file('shut')), today),
        /^The database file .* can be read by anybody/,
      )
      chmodSync(file('shut/virtual-school.db'), 0o600)
      expect(safeToStart(config(file('shut')), today)).toBeUndefined()
    })

    it('a database on another machine’s disk', () => {
      expect([0x6969, 0xff534d42, 0xfe534d42].map(isShared)).toEqual([true, true, true])
      expect(isShared(0xef53)).toBe(false)
    })

    it('a clock from before the program was built', () => {
      expectRefusal(
        () => safeToStart(config(folder), today, isoDate('2026-03-14')),
        /^The clock of this machine says 2026-03-13, before this program was built/,
      )
      expect(safeToStart(config(folder), today, today)).toBeUndefined()
    })

    it('a key that others may read, a folder of keys too, or one that is cut short', () => {
      const made = loadKey(file('here'), 'seal', 32)
      expect(made).toHaveLength(32)
      expect(loadKey(file('here'), 'seal', 32)).toEqual(made)
      expect(loadKey(file('there'), 'seal', 32)).not.toEqual(made)
      const key = file('here/keys/seal.key')
      chmodSync(key, 0o640)
      expectRefusal(() => loadKey(file('here'), 'seal', 32), /^The key .* can be read by others/)
      chmodSync(key, 0o600)
      writeFileSync(key, 'short')
      expectRefusal(() => loadKey(file('here'), 'seal', 32), /^The key .* is damaged/)
      chmodSync(file('here/keys'), 0o755)
      expectRefusal(() => loadKey(file('here'), 'seal', 32), /^The folder .* can be read by others/)
    })

    it('makes a key and its folder for their owner alone', () => {
      loadKey(file('new'), 'seal', 32)
      const rights = execFileSync('stat', ['-c', '%a', file('new/keys'), file('new/keys/seal.key')], {
        encoding: 'utf8',
      })
      expect(rights.trim().split('\n')).toEqual(['700', '600'])
    })

    it('a certificate that is not there, not one, or of another key', () => {
      const base = 'https://vs.example'
      expect(readCertificate(good, now, base)).toMatchObject({ minVersion: 'TLSv1.2' })
      expectRefusal(
        () => readCertificate({ ...good, cert: file('none') }, now, base),
        /^TLS_CERT names .* cannot be read/,
      )
      expectRefusal(
        () => readCertificate({ ...good, key: file('none') }, now, base),
        /^TLS_KEY names .* cannot be read/,
      )
      writeFileSync(file('text'), 'no certificate')
      expectRefusal(() => readCertificate({ ...good, cert: file('text') }, now, base), /holds no certificate/)
      chmodSync(file('text'), 0o600)
      expectRefusal(() => readCertificate({ ...good, key: file('text') }, now, base), /holds no key/)
      mkdirSync(file('other'))
      const other = aCertificate(file('other'), { name: 'vs.example', from: '2026-01-01', to: '2027-01-01' })
      expectRefusal(
        () => readCertificate({ ...good, key: other.key }, now, base),
        /does not belong to the certificate/,
      )
    })

    it('a certificate for another name, or out of its time', () => {
      expectRefusal(
        () => readCertificate(good, now, 'https://elsewhere.example'),
        /is not for elsewhere\.example/,
      )
      expectRefusal(
        () => readCertificate(good, '2027-01-02T00:00:00.000Z', undefined),
        /ran out on 2027-01-01/,
      )
      expectRefusal(
        () => readCertificate(good, '2025-12-31T00:00:00.000Z', undefined),
        /not good before 2026-01-01/,
      )
    })

    it('a certificate’s key that anybody may read', () => {
      chmodSync(good.key, 0o604)
      expectRefusal(() => readCertificate(good, now, undefined), /^The key .* can be read by anybody/)
      chmodSync(good.key, 0o600)
    })
  },
)
