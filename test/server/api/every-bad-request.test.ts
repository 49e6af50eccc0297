import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { answeringRoutes } from '../../../server/api/http/known-routes.ts'
import { roles } from '../../../server/access/permissions.ts'
import { anApp, bringSampleIn, type Ask } from '../../support/an-app.ts'
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
    atOtherSchool: false,
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

/** Whoever asks: every role, and nobody. */
let asks: Ask[]
let ask: Ask
let routes: (readonly [method: string, path: string])[]
let ids: string[]

beforeAll(async () => {
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  await bringSampleIn(database, (name) => /school|children|term|suspensions|care/.test(name))
  const made = anApp(database)
  ;({ ask } = made)
  asks = [...roles, 'nobody' as const].map((as) => anApp(database, '2026-03-13', { as }).ask)
  routes = answeringRoutes(made.app.routes)
    .map(({ method, path }) => [method, path] as const)
    // Files have tests of their own; who has signed out would be nobody from then on.
    .filter(([, path]) => !/^\/api\/(import|sign-out|me\/lock)/.test(path))
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

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })

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

describe('bad requests', () => {
  it(
    'are refused in words, and never bring the server to fault',
    async () => {
      const statuses = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(
          request,
          async ({ who, route, id, kind, place, by, raw, query, method, headers }) => {
            const [own, path] = routes[route % routes.length]!
            const address = path.replace(':kind', kind).replaceAll(/:\w+/g, ids[id % ids.length]!)
            const whole =
              bodies[path] ??
              (path.startsWith('/api/records') ? { childId: ids[0], fields: forms[kind] } : {})
            const sent = raw ?? JSON.stringify(spoilt(whole, place, by))
            const how = method ?? own
            const hasBody = how !== 'GET' && how !== 'HEAD'
            const answer = await asks[who % asks.length]!(
              how,
              query === undefined ? address : `${address}?${query}`,
              hasBody ? sent : undefined,
              wire(headers),
            )
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
            expect(answer.status).toBeLessThan(500)
            if (answer.status < 400 || how === 'HEAD') return
            expect(answer.headers.get('content-type')).toBe('application/problem+json')
            expect(answer.json.message).toMatch(/^[A-Z].*[.a-z0-9)]$/)
            expect(answer.text).not.toMatch(/SQLITE|select |node_modules|\.ts:|Error:/)
          },
        ),
        { numRuns: REQUESTS, seed: 20_260_313 },
      )
      for (const status of [200, 400, 401, 403, 404, 405, 415, 422])
        expect(statuses.get(status) ?? 0).toBeGreaterThan(0)
      for (const page of ['health', 'school', 'today', 'cohort', 'rules', `children/${ids[0]}`])
        expect([page, (await ask('GET', `/api/${page}`)).status]).toEqual([page, 200])
    },
    deep ? 3_600_000 : 120_000,
  )
})
