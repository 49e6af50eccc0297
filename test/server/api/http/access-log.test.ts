import { Writable } from 'node:stream'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../../db/connect.ts'
import { migrate } from '../../../../db/migrate.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { anApp, bringSampleIn, type Ask } from '../../../support/an-app.ts'

const today = '2026-03-13'
/** Nothing of the product, of no language: found anywhere, it was let out. */
const canary = 'Zzyxq'

interface Line {
  event: string
  method?: string
  route?: string
  status?: number
  ms?: number
  reference?: string
  time: string
}

describe('the log', () => {
  let database: OpenDatabase
  let text = ''
  let ask: Ask
  let cookie: string
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, output)
  const written = () =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
  const requests = () => written().filter(({ event }) => event === 'request')

  beforeAll(async () => {
    database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
    await migrate(database)
    await bringSampleIn(database, (name) => !name.includes('marks'))
    const { accountId } = await anAccount(database.db, ['headteacher'], {
      name: `${canary} Head`,
      email: `${canary.toLowerCase()}@school.example`,
    })
    cookie = await aCookie(database.db, accountId, `${today}T09:30:00.000Z`)
    ask = anApp(database, today, { as: { cookie }, log }).ask
  })

  it('has one line for each request: which route, how it ended, how long it took, and no more', async () => {
    const { status } = await ask('GET', '/api/today')
    expect(status).toBe(200)
    const line = requests().at(-1)!
    expect(Object.keys(line).toSorted()).toEqual(
      ['event', 'level', 'method', 'ms', 'reference', 'route', 'status', 'time'].toSorted(),
    )
    expect(line).toMatchObject({ method: 'GET', route: '/api/today', status: 200 })
    expect(line.time).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
    expect(line.reference).toMatch(/^[0-9a-f]{8}$/)
  })

  it('names the route and never the address: no id, no question, no word of whoever asks', async () => {
    const { id } = await database.db.selectFrom('child').select('id').executeTakeFirstOrThrow()
    await ask('GET', `/api/children/${id}`)
    expect(requests().at(-1)).toMatchObject({ route: '/api/children/:id', status: 200 })
    await ask('GET', `/api/children/${canary}`)
    expect(requests().at(-1)).toMatchObject({ route: '/api/children/:id', status: 404 })
    await ask('GET', `/api/${canary}?${canary}=${canary}`)
    expect(requests().at(-1)).toMatchObject({ route: 'none', status: 404 })
    await ask('GET', `/api/today?on=${canary}`)
    expect(requests().at(-1)).toMatchObject({ route: '/api/today', status: 400 })
    await ask(canary.toUpperCase(), '/api/today')
    expect(requests().at(-1)).toMatchObject({ method: 'other', status: 405 })
    expect(text).not.toContain(id)
  })

  it('has a line for every try to sign in, right or wrong, and nothing of what was tried', async () => {
    const tries: [string, unknown][] = [
      ['/api/sign-in', { email: `${canary}@school.example`, password: `${canary} password 1` }],
      ['/api/sign-in/code', { code: '918273' }],
      ['/api/sign-in/recovery', { code: `${canary}-recovery` }],
      ['/api/sign-in/forgot', { email: `${canary}@school.example` }],
      ['/api/links/look', { link: `${canary}.${canary}` }],
      ['/api/links/take', { link: `${canary}.${canary}`, password: `${canary} password 2` }],
      ['/api/me/confirm', { code: '918273' }],
      ['/api/me/password', { current: `${canary} password 3`, next: `${canary} password 4` }],
    ]
    for (const [path, body] of tries) {
      const before = requests().length
      const { status } = await ask('POST', path, body)
      expect(status).toBeLessThan(500)
      expect(requests()).toHaveLength(before + 1)
      expect(requests().at(-1)).toMatchObject({ method: 'POST', status })
    }
    expect(text).not.toContain('918273')
  })

  it('has one line for one event, whatever is in a name, an address or a header', async () => {
    const evil = ['\r\n{"event":"forged"}', '\u001b[2J\u001b[31m', '\u2028forged', '\0forged', '%0d%0aforged']
    for (const word of evil) {
      const before = written().length
      await ask('POST', '/api/children/search', { text: `${canary}${word}` })
      await ask('GET', `/api/${encodeURIComponent(`${canary}${word}`)}`)
      await ask('GET', '/api/today', undefined, { 'user-agent': `${canary} ${encodeURIComponent(word)}` })
      expect(written()).toHaveLength(before + 3)
    }
    expect(text).not.toContain('forged')
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u2028\u2029]/)
  })

  it('gives a fault of ours the reference that its answer has, without the words of the fault', async () => {
    const broken = anApp(database, today, {
      as: { cookie },
      log,
      audit: { record: () => Promise.reject(new Error(`${canary} was being kept`)) },
    })
    const answer = await broken.ask('GET', '/api/today')
    expect(answer.status).toBe(500)
    const failed = written().find(({ event }) => event === 'request.failed')!
    expect(answer.json.message).toContain(failed.reference)
    expect(requests().at(-1)).toMatchObject({ status: 500, reference: failed.reference })
  })

  it('holds no name, number, address, password, code, link or cookie of all that', async () => {
    const children = await database.db.selectFrom('child').selectAll().execute()
    const personal = [
      canary,
      cookie.split('=')[1]!,
      ...children.flatMap(({ upn, surname, forename, dateOfBirth }) => [upn, surname, forename, dateOfBirth]),
    ]
    expect(requests().length).toBeGreaterThan(25)
    const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}_-]+/u))
    const found = ({ length }: string, word: string) =>
      length < 4 ? words.has(word) : text.toLowerCase().includes(word)
    expect(personal.filter((word) => found(word, word.toLowerCase()))).toEqual([])
    await database.close()
  })
})
