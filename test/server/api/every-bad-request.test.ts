import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { loadAuditRecord } from '../../../server/audit/load-record.ts'
import { verifyAudit } from '../../../server/audit/verify.ts'
import { answeringRoutes } from '../../../server/api/http/known-routes.ts'
import { roles } from '../../../server/access/permissions.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp, bringSampleIn } from '../../support/an-app.ts'
import { sampleText } from '../../support/import-files.ts'
import { pathwayBodies } from '../../support/pathway-bodies.ts'
import { reportBodies } from '../../support/report-bodies.ts'

const deep = process.env['TRUST_DEEP'] === '1'
const REQUESTS = deep ? 100_000 : 3000

const nasty = [
  null,
  true,
  -1,
  0.5,
  -0,
  2 ** 53,
  1e308,
  '',
  ' ',
  '1',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u200b',
  'a'.repeat(5000),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-99-99',
  '01/02/2026',
  '1900-01-01',
  '1950-01-01',
  '2099-12-31',
  '2199-12-31',
  '2099-12-31T23:59',
  '2026-03-13T25:61',
  "'; drop table child; --",
  '" or 1=1',
  '%',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://evil.example")',
  '${7*7}',
  '__proto__',
  'constructor',
  [],
  {},
  [[]],
  { a: { b: 1 } },
]

/** A body that each route takes, to be spoilt at one place. */
const bodies: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    Object.entries({ ...pathwayBodies, ...reportBodies }).map(([route, body]) => [route.split(' ')[1], body]),
  ),
  '/api/considerations': { childId: 'no-such' },
  '/api/reports': { kind: 'annual', on: '2026-03-13' },
  '/api/school/options': { options: { 'suspension-repeated': { inTerm: 3 } } },
  '/api/authorities/:code': { name: 'Barnet', virtualSchoolPhone: null, virtualSchoolEmail: null },
  '/api/children/search': { text: 'a' },
  '/api/alerts/:id/answer': { answer: 'not-done', note: 'Because.' },
  '/api/alerts/:id/postpone': { askAgainOn: '2026-03-20', note: null },
  '/api/alerts/:id/reopen': { undo: true },
  '/api/records/:kind/:id/remove': { reason: 'Typed twice.' },
  '/api/sign-in': { email: 'nobody@school.example', password: 'a long way to go home' },
  '/api/sign-in/code': { code: '123456' },
  '/api/sign-in/recovery': { code: 'abcd-efgh-ijkl-mnop' },
  '/api/sign-in/forgot': { email: 'nobody@school.example' },
  '/api/links/look': { link: `${'a'.repeat(22)}.${'b'.repeat(43)}` },
  '/api/links/take': { link: `${'a'.repeat(22)}.${'b'.repeat(43)}`, password: 'a long way to go home' },
  '/api/me/acting': { postId: 'no-such' },
  '/api/me/confirm': { code: '123456' },
  '/api/people': {
    name: 'A. Person',
    email: 'a.person@school.example',
    role: 'governor',
    startedOn: '2026-03-01',
    endedOn: null,
  },
  '/api/people/posts/:id/decide': { give: true },
  '/api/people/posts/:id': { startedOn: '2026-03-01', endedOn: null, label: null },
  '/api/people/posts/:id/children': { childIds: ['no-such'], startedOn: '2026-03-01' },
  '/api/people/accounts/:id/end': { reason: 'Left.' },
  '/api/people/accounts/:id/link': { purpose: 'password' },
  '/api/people/review': { accounts: [{ accountId: 'no-such', version: 1, posts: [] }] },
  '/api/audit/child': { childId: 'no-such' },
  '/api/audit/export': { reason: 'A question of the board.' },
}
const forms: Readonly<Record<string, object>> = {
  child: {
    forename: 'Ada',
    surname: 'Example',
    preferredName: null,
    sayName: null,
    homeAuthorityCode: null,
    upn: 'x',
    dateOfBirth: '2012-03-01',
    yearGroup: '9',
    admittedOn: '2023-09-04',
    leftOn: null,
  },
  contact: {
    withRole: 'parent',
    purpose: 'absence',
    suspensionId: null,
    contactedAt: '2026-03-09T08:40',
    how: null,
    outcome: null,
    madeBy: null,
    note: null,
  },
  suspension: {
    kind: 'suspension',
    startedOn: '2026-03-09',
    startSession: 'AM',
    halfDays: 2,
    reasons: ['DB'],
    decidedAt: null,
    atOtherSchool: true,
    missesExam: null,
    examOn: null,
    representations: null,
    representationsOn: null,
  },
  reintegration: {
    suspensionId: 'no-such',
    offeredOn: '2026-03-09',
    meetsOn: null,
    held: null,
    attended: [],
    agreed: null,
  },
  consideration: {},
  'term-date': { kind: 'inset', name: 'INSET', firstDay: '2026-03-20', lastDay: '2026-03-20' },
  training: {
    heldOn: '2026-01-05',
    forWhom: 'all-staff',
    title: 'Attachment',
    provider: null,
    hours: 3,
    impact: null,
  },
  'premium-money': {
    datedOn: '2026-01-20',
    fund: 'looked-after',
    direction: 'received',
    pounds: 850,
    onWhat: null,
    impact: null,
  },
  attainment: { assessedOn: '2026-01-30', subject: 'maths', expected: true, progress: null, note: null },
}

/** The value with one of its leaves, or all of it, replaced; where and by what is up to the numbers. */
function spoilt(value: unknown, place: number, by: unknown): unknown {
  const leaves: (readonly string[])[] = [[]]
  const walk = (node: unknown, path: readonly string[]) => {
    if (node === null || typeof node !== 'object') return
    for (const [key, child] of Object.entries(node)) {
      leaves.push([...path, key])
      walk(child, [...path, key])
    }
  }
  walk(value, [])
  const path = leaves[place % leaves.length] ?? []
  const put = (node: unknown, [key, ...rest]: readonly string[]): unknown =>
    key === undefined ? by : { ...(node as object), [key]: put((node as Record<string, unknown>)[key], rest) }
  return put(value, path)
}

/** Files as a page sends them, one of their cells replaced, or all of one file. */
function spoiltFiles(place: number, by: unknown, asked: string): FormData {
  const form = new FormData()
  const names = ['children.csv', 'care-episodes.csv', 'term-dates.csv', 'suspensions.csv', 'pep-meetings.csv']
  const name = names[place % names.length]!
  const lines = sampleText(name).trim().split('\n').slice(0, 6)
  const cells = lines.map((line) => line.split(','))
  const row = cells[place % cells.length]!
  const text = typeof by === 'string' ? by : JSON.stringify(by)
  row[place % row.length] = text
  const bytes = place % 11 === 0 ? text : cells.map((each) => each.join(',')).join('\n')
  form.append('files', new File([bytes], place % 13 === 0 ? text : name))
  form.append('asked', asked)
  return form
}

type App = ReturnType<typeof anApp>['app']

/** Somebody of every role, and nobody. Who has signed out or locked signs in anew. */
interface Asker {
  app: App
  cookie: string | undefined
  signIn(): Promise<void>
}

async function anAsker(database: OpenDatabase, as: (typeof roles)[number] | 'nobody'): Promise<Asker> {
  const { app, deps } = anApp(database, '2026-03-13', { as: 'nobody' })
  const accountId = as === 'nobody' ? undefined : (await anAccount(database.db, [as])).accountId
  const asker: Asker = {
    app,
    cookie: undefined,
    async signIn() {
      if (accountId !== undefined) asker.cookie = await aCookie(database.db, accountId, deps.clock.now())
    },
  }
  await asker.signIn()
  return asker
}

let askers: Asker[]
let database: OpenDatabase
let routes: (readonly [method: string, path: string])[]
let ids: string[]

beforeAll(async () => {
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  await bringSampleIn(database, (name) => /school|children|term|suspensions|care/.test(name))
  askers = []
  for (const as of [...roles, 'nobody'] as const) askers.push(await anAsker(database, as))
  const { app, ask } = anApp(database)
  const every = answeringRoutes(app.routes).map(({ method, path }) => [method, path] as const)
  // Few may bring files in or have somebody to sign out: asked more often, some of them do.
  routes = [
    ...every,
    ...Array<typeof every>(3)
      .fill(every.filter(([, path]) => isSeldom(path)))
      .flat(),
  ]
  const { json } = await ask('GET', '/api/cohort')
  ids = [
    json.rows[0].id,
    ...Object.keys(forms),
    '302',
    'no-such',
    '%00',
    '..',
    'a'.repeat(300),
    '__proto__',
    'x y',
    '1;2',
  ]
})

const wire = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

/** Now and then, so that most requests are wrong in one place and get as far as that. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const request = fc.record({
  who: fc.nat(),
  route: fc.nat(),
  id: fc.nat(),
  kind: fc.constantFrom(...Object.keys(forms)),
  place: fc.nat(),
  by: fc.oneof(fc.constantFrom(...nasty), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>),
  raw: maybe(fc.oneof(fc.string(), fc.constantFrom('{', '[1,', '{"a":1,"a":2}', 'null', '\ufeff{}', '{}{}'))),
  query: maybe(
    fc.constantFrom(
      'on=2026-03-12',
      'on=',
      'on=1',
      'on=2026-03-12&on=2026-03-11',
      'a[]=1',
      'childId=%27',
      'on=1900-01-01',
      'on=2199-12-31',
      'on=1950-01-01',
      'on=2099-12-31',
      'x=1',
    ),
  ),
  method: maybe(fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD')),
  headers: fc.record({
    'if-match': maybe(fc.constantFrom('"1"', '"0"', '*', 'W/"1"', '"99999999999"', 'x', '"1", "2"')),
    'idempotency-key': maybe(fc.constantFrom('a-good-key', 'x', ' ', 'k'.repeat(200), '../..')),
    'content-type': maybe(
      fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'multipart/form-data', 'x'),
    ),
    'x-forwarded-host': maybe(fc.constantFrom('evil.example')),
    'x-forwarded-for': maybe(fc.constantFrom('::1, 10.0.0.1', 'x')),
  }),
})

/** Whoever leaves is signed in again, so that the next request is somebody's. */
const leaves = new Set(['/api/sign-out', '/api/me/lock'])
const isOfFiles = (path: string) => /^\/api\/import\/(preview|run)$/.test(path)
const isSeldom = (path: string) => leaves.has(path) || path.startsWith('/api/import')

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What is held in memory once everything that nobody holds any more is let go, in megabytes. */
function held(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

/** What an answer cost: on the clock, and of processor time, which neighbours on the machine do not lengthen. */
async function timed<T>(work: () => Promise<T>) {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const answer = await work()
  const { user, system } = process.cpuUsage(before)
  return { answer, took: performance.now() - began, cost: (user + system) / 1000 }
}

describe('bad requests', () => {
  it(
    'are refused in words, soon, leave nothing in memory, and never bring the server to fault',
    async () => {
      const statuses = new Map<number, number>()
      const answered = new Set<string>()
      let [requests, slowest, dearest, warm] = [0, 0, 0, 0]
      await fc.assert(
        fc.asyncProperty(
          request,
          async ({ who, route, id, kind, place, by, raw, query, method, headers }) => {
            // By then every page was worked out once, and what may be remembered is.
            if (++requests === Math.floor(REQUESTS / 3)) warm = held()
            const [own, path] = routes[route % routes.length]!
            const address = path.replace(':kind', kind).replaceAll(/:\w+/g, ids[id % ids.length]!)
            const whole =
              bodies[path] ??
              (path.startsWith('/api/records') ? { childId: ids[0], fields: forms[kind] } : {})
            const how = method ?? own
            const hasBody = how !== 'GET' && how !== 'HEAD'
            const isFiles = isOfFiles(path) && headers['content-type'] === undefined
            const isLeaving = leaves.has(path) && place % 2 === 0
            const sent = isFiles
              ? spoiltFiles(place, by, raw ?? '{}')
              : isLeaving
                ? '{}'
                : (raw ?? JSON.stringify(spoilt(whole, place, by)))
            const asker = askers[who % askers.length]!
            const { answer, took, cost } = await timed(async () => {
              const given = await asker.app.request(query === undefined ? address : `${address}?${query}`, {
                method: how,
                headers: {
                  ...(asker.cookie !== undefined && { cookie: asker.cookie }),
                  ...(hasBody && !isFiles && { 'content-type': 'application/json' }),
                  ...wire(headers),
                },
                ...(hasBody && { body: sent }),
              })
              return { given, text: await given.text() }
            })
            const { given, text } = answer
            const { status } = given
            statuses.set(status, (statuses.get(status) ?? 0) + 1)
            slowest = Math.max(slowest, took)
            dearest = Math.max(dearest, cost)
            expect(status).toBeLessThan(500)
            if (status === 200 && how === own) answered.add(path)
            if (status === 200 && leaves.has(path)) await asker.signIn()
            // Files are answered line by line: what went wrong after the first one has no status of its own.
            if (status === 200 && isOfFiles(path)) expect(text).not.toMatch(/"code":"(failed|unavailable)"/)
            if (status < 400 || how === 'HEAD') return
            expect(given.headers.get('content-type')).toBe('application/problem+json')
            expect((JSON.parse(text) as { message: string }).message).toMatch(/^[A-Z].*[.a-z0-9)]$/)
            expect(text).not.toMatch(/SQLITE|select |node_modules|\.ts:|Error:/)
          },
        ),
        { numRuns: REQUESTS, seed: 20_260_313 },
      )
      for (const status of [200, 400, 401, 403, 404, 405, 415, 422])
        expect(statuses.get(status) ?? 0).toBeGreaterThan(0)
      for (const path of [...leaves, '/api/import', '/api/import/preview', '/api/import/run'])
        expect(answered).toContain(path)
      expect(dearest).toBeLessThan(2000)
      // On a machine that is busy with much else.
      expect(slowest).toBeLessThan(20_000)
      expect(held() - warm).toBeLessThan(100)
      const { ask } = anApp(database)
      for (const page of ['health', 'school', 'today', 'cohort', 'rules', `children/${ids[0]}`])
        expect([page, (await ask('GET', `/api/${page}`)).status]).toEqual([page, 200])
      const verdict = await verifyAudit(await loadAuditRecord(database.db, { live: false }))
      expect(verdict).toMatchObject({ whole: true })
      if (verdict.whole) expect(verdict.events).toBeGreaterThan(REQUESTS / 10)
    },
    deep ? 3_600_000 : 240_000,
  )
})
