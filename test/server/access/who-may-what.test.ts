import { beforeAll, describe, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { openDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { roles, type Role } from '../../../server/access/permissions.ts'
import { answeringRoutes } from '../../../server/api/http/known-routes.ts'
import { routeNeeds } from '../../../server/api/route-needs.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp, type Asked } from '../../support/an-app.ts'
import { pathwayBodies } from '../../support/pathway-bodies.ts'
import { reportBodies } from '../../support/report-bodies.ts'
import { CANARY, twoSchools } from '../../support/two-schools.ts'

/*
 * Who may do what, written a second time by hand from the table that schools sign, route by route: the program's own
 * table must agree with it, for every role, for pairs of roles, and for whose child it is.
 */
const staff = ['designated-teacher', 'safeguarding-lead', 'headteacher'] as const
const whole: readonly Role[] = [...staff, 'virtual-school-head', 'education-adviser']
const everybody: readonly Role[] = roles
const teacher: Role = 'designated-teacher'
const lead: Role = 'safeguarding-lead'
const head: Role = 'headteacher'
const virtualSchool: readonly Role[] = ['virtual-school-head', 'education-adviser']
const readsReports: readonly Role[] = [...staff, 'governor']
const looksAfterPeople: readonly Role[] = [lead, head, 'virtual-school-head', 'administrator']

/** What is kept around a suspension: read and written like the suspension itself. */
const around = [
  'consideration',
  'provision',
  'board-meeting',
  'review-panel',
  'reintegration',
  'intervention',
  'off-site-direction',
  'managed-move',
  'part-time-timetable',
  'safeguarding-separation',
  'unlawful-exclusion',
  'restrictive-intervention',
]
const ofAround = (who: readonly Role[]) => Object.fromEntries(around.map((kind) => [kind, who]))

const readers: Readonly<Record<string, readonly Role[]>> = {
  child: [...whole, 'class-staff'],
  person: whole,
  'care-episode': whole,
  'pep-meeting': whole,
  support: staff,
  'special-need': whole,
  attainment: whole,
  suspension: whole,
  contact: whole,
  advice: whole,
  ...ofAround(whole),
  'term-date': everybody,
  training: staff,
  'premium-money': [teacher, head],
}
const writers: Readonly<Record<string, readonly Role[]>> = {
  child: [teacher, lead],
  person: [teacher, lead],
  'care-episode': [teacher, lead],
  'pep-meeting': [teacher, 'education-adviser'],
  support: [teacher],
  'special-need': [teacher],
  attainment: [teacher, 'education-adviser'],
  suspension: [teacher, head],
  contact: [teacher, head],
  advice: ['virtual-school-head', 'education-adviser'],
  ...ofAround([teacher, head]),
  'term-date': [...staff, 'administrator'],
  training: [teacher, head],
  'premium-money': [teacher],
}
const kinds = Object.keys(readers)

const expected: Readonly<Record<string, readonly Role[]>> = {
  'GET /api/today': whole,
  'GET /api/cohort': whole,
  'POST /api/cohort/export': [...staff, 'virtual-school-head'],
  'GET /api/children/:id': whole,
  'POST /api/children/search': [...whole, 'class-staff'],
  'GET /api/class': ['class-staff'],
  'GET /api/alerts/:id': whole,
  'POST /api/alerts/:id/seen': whole,
  'POST /api/alerts/:id/answer': staff,
  'POST /api/alerts/:id/postpone': staff,
  'POST /api/alerts/:id/reopen': staff,
  'GET /api/import': staff,
  'POST /api/import/preview': staff,
  'POST /api/import/run': staff,
  'PUT /api/school/options': [...staff, 'administrator'],
  'PUT /api/authorities/:code': [...staff, 'administrator'],
  'GET /api/people': [...looksAfterPeople, 'data-protection-officer'],
  'GET /api/people/children': [lead, head, 'virtual-school-head'],
  'POST /api/people': looksAfterPeople,
  'POST /api/people/posts/:id/decide': looksAfterPeople,
  'POST /api/people/posts/:id/end': looksAfterPeople,
  'PUT /api/people/posts/:id': looksAfterPeople,
  'PUT /api/people/posts/:id/children': looksAfterPeople,
  'POST /api/people/accounts/:id/end': looksAfterPeople,
  'POST /api/people/accounts/:id/link': looksAfterPeople,
  'POST /api/people/review': [head],
  'GET /api/considerations': whole,
  'POST /api/considerations': [teacher, head],
  'PUT /api/considerations/:id': [teacher, head],
  'POST /api/considerations/:id/contacts': [teacher, head],
  'POST /api/considerations/:id/decide': [head],
  'POST /api/considerations/:id/withdraw': [teacher, head],
  'GET /api/children/:id/before-suspending': whole,
  'GET /api/children/:id/suspension-pattern': whole,
  'GET /api/suspensions': whole,
  'GET /api/suspensions/:id': whole,
  'GET /api/suspensions/:id/letters': whole,
  'POST /api/suspensions/:id/cancel': [head],
  'GET /api/inbox': virtualSchool,
  'POST /api/inbox/:id/read': virtualSchool,
  'POST /api/inbox/:id/advice': virtualSchool,
  'GET /api/news': whole,
  'GET /api/reports': readsReports,
  'POST /api/reports': [teacher, head],
  'POST /api/reports/nil': [teacher, head],
  'GET /api/reports/:id': readsReports,
  'GET /api/reports/:id/report.pdf': readsReports,
  'GET /api/reports/:id/tables.csv': readsReports,
  'GET /api/reports/:id/tables.xlsx': readsReports,
  'GET /api/reports/:id/charts/:name': readsReports,
  'PUT /api/reports/:id': [teacher, head],
  'PUT /api/reports/:id/words/:section': [teacher, head],
  'POST /api/reports/:id/actions': [teacher, head],
  'PUT /api/report-actions/:id': [teacher, head],
  'POST /api/report-actions/:id/remove': [teacher, head],
  'POST /api/reports/:id/send': [teacher, head],
  'POST /api/reports/:id/return': [head],
  'POST /api/reports/:id/approve': [head],
  'POST /api/reports/:id/publish': [teacher, head],
  'POST /api/reports/:id/minute': [teacher, head],
  'POST /api/reports/:id/remove': [teacher, head],
  'GET /api/authority-reports': ['virtual-school-head'],
  'GET /api/authority-reports/:id': ['virtual-school-head'],
}

/** For whoever is signed in, and for nobody in particular. */
const open = (route: string) =>
  /\/api\/(openapi\.json|health|me|sign-|links|set-up|enrol|access$|kinds|rules|school$|authorities$|audit)/.test(
    route.split(' ')[1]!,
  ) && !(route in expected)

const bodies: Readonly<Record<string, unknown>> = {
  ...pathwayBodies,
  ...reportBodies,
  'POST /api/reports': { kind: 'annual', on: '2026-03-13' },
  'POST /api/considerations': { childId: 'nobody' },
  'POST /api/children/search': { text: 'For' },
  'POST /api/alerts/:id/answer': { answer: 'done' },
  'POST /api/alerts/:id/postpone': { askAgainOn: '2026-03-20' },
  'POST /api/records/:kind/:id/remove': { reason: 'Typed twice.' },
  'PUT /api/records/:kind/:id': { fields: {} },
  'POST /api/people/posts/:id/decide': { give: true },
  'PUT /api/people/posts/:id': { startedOn: '2026-03-01', endedOn: null, label: null },
  'PUT /api/people/posts/:id/children': { childIds: [], startedOn: '2026-03-01' },
  'POST /api/people/accounts/:id/end': { reason: 'Left.' },
  'POST /api/people/accounts/:id/link': { purpose: 'password' },
  'POST /api/people/review': { accounts: [] },
  'PUT /api/authorities/:code': { name: 'Barnet', virtualSchoolPhone: null, virtualSchoolEmail: null },
  'PUT /api/school/options': { options: {} },
}

let database: OpenDatabase
let world: Awaited<ReturnType<typeof twoSchools>>
const cookies = new Map<string, string>()
const routes = answeringRoutes(anApp({ db: undefined as never }).app.routes).map(
  ({ method, path }) => `${method} ${path}`,
)
const closed = [...new Set(routes)].filter((route) => !open(route))

const someone = async (acting: Role, also: readonly Role[] = []) => {
  const key = [acting, ...also].join('+')
  const held = cookies.get(key)
  if (held) return held
  const { accountId, postIds } = await anAccount(database.db, [acting, ...also], {
    schoolId: world.schoolId,
    authorityCode: '302',
  })
  const [postId = null] = postIds
  if (acting === 'class-staff' || acting === 'education-adviser')
    await database.db
      .insertInto('postChild')
      .values({
        id: crypto.randomUUID(),
        postId: postId ?? '',
        schoolId: world.schoolId,
        childId: world.own.childId,
        startedOn: '2025-09-01',
        endedOn: null,
      })
      .execute()
  const cookie = await aCookie(database.db, accountId, '2026-03-13T09:30:00.000Z', { postId })
  cookies.set(key, cookie)
  return cookie
}

/** Asks for what is kept of one child, or of nobody, with the version that is there. */
async function ask(
  route: string,
  cookie: string | undefined,
  { kind = 'suspension', of = world.own }: { kind?: string; of?: Partial<typeof world.own> } = {},
): Promise<Asked> {
  const [method = '', pattern = ''] = route.split(' ')
  const missing = '00000000-0000-4000-8000-000000000000'
  const id = pattern.includes('/alerts/')
    ? of.alertId
    : pattern.includes('/children/')
      ? of.childId
      : pattern.includes(':kind')
        ? of.records?.[kind]
        : /considerations|inbox/.test(pattern)
          ? of.records?.['consideration']
          : pattern.includes('/suspensions/')
            ? of.records?.['suspension']
            : undefined
  const path = pattern
    .replace(':kind', kind)
    .replace(':code', '302')
    .replace(':id', id ?? missing)
    .replace(':section', '4')
    .replace(':name', 'plans.svg')
  const { ask: send } = anApp(database, '2026-03-13', { as: cookie === undefined ? 'nobody' : { cookie } })
  const body = method === 'GET' ? undefined : (bodies[route] ?? {})
  return send(method, path, body, { 'if-match': '"999999"' })
}

/** Whether the door opened: everything but “sign in”, “show a factor” and “your role does not open this”. */
const opened = ({ status, json }: Asked) => status !== 401 && json?.code !== 'not-allowed'

const allowedOn = (route: string, kind: string): readonly Role[] =>
  route.includes(':kind') ? (route.startsWith('GET') ? readers : writers)[kind]! : (expected[route] ?? [])

beforeAll(async () => {
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  world = await twoSchools(database)
})

it('the table by hand knows every route that a role decides on', () => {
  const unknown = closed.filter((route) => !(route in expected) && !route.includes(':kind'))
  expect(unknown).toEqual([])
})

describe.each(roles)('as %s', (role) => {
  it.each(closed)('%s opens as the table says', async (route) => {
    for (const kind of route.includes(':kind') ? kinds : ['suspension']) {
      const answer = await ask(route, await someone(role), { kind })
      expect([kind, opened(answer), answer.status < 500]).toEqual([
        kind,
        allowedOn(route, kind).includes(role),
        true,
      ])
      expect(answer.text).not.toContain(CANARY)
    }
  })

  it('what is another school’s is as if it were not there', async () => {
    for (const route of closed.filter((each) => /:id/.test(each) && !/people|:code/.test(each)))
      for (const kind of route.includes(':kind') ? kinds : ['suspension']) {
        if (!allowedOn(route, kind).includes(role)) continue
        const cookie = await someone(role)
        const foreign = await ask(route, cookie, { kind, of: world.foreign })
        const missing = await ask(route, cookie, { kind, of: {} })
        expect([route, kind, foreign.status, foreign.text]).toEqual([route, kind, 404, missing.text])
      }
  })

  it('no answer that it may have names a child of another school', async () => {
    for (const route of routes.filter((each) => each.startsWith('GET') && !/:id/.test(each))) {
      const { text } = await ask(route, await someone(role))
      expect([route, text.includes(CANARY)]).toEqual([route, false])
    }
  })
})

it('a Virtual School and its adviser see no child whom another authority looks after', async () => {
  for (const role of ['virtual-school-head', 'education-adviser'] as const) {
    const cookie = await someone(role)
    for (const route of [
      'GET /api/children/:id',
      'GET /api/alerts/:id',
      'GET /api/children/:id/before-suspending',
      'GET /api/children/:id/suspension-pattern',
      'GET /api/suspensions/:id',
      'GET /api/suspensions/:id/letters',
      'POST /api/inbox/:id/read',
      'POST /api/inbox/:id/advice',
    ])
      expect((await ask(route, cookie, { of: world.otherAuthority })).status).toBe(404)
    for (const route of [
      'GET /api/today',
      'GET /api/cohort',
      'GET /api/considerations',
      'GET /api/suspensions',
      'GET /api/inbox',
      'POST /api/children/search',
    ])
      expect((await ask(route, cookie)).text).not.toContain('QX9')
    expect((await ask('GET /api/children/:id', cookie)).status).toBe(200)
  }
})

it('class staff see no child beyond their own list', async () => {
  const cookie = await someone('class-staff')
  for (const route of ['GET /api/class', 'POST /api/children/search'])
    expect((await ask(route, cookie)).text).not.toContain('QX9')
  expect(
    (await ask('GET /api/records/:kind/:id', cookie, { kind: 'child', of: world.otherAuthority })).status,
  ).toBe(404)
})

it('of two roles only the one acted in counts', async () => {
  for (const acting of roles)
    for (const other of roles) {
      if (acting === other) continue
      const cookie = await someone(acting, [other])
      for (const route of ['GET /api/today', 'GET /api/import', 'GET /api/people', 'GET /api/class']) {
        const answer = await ask(route, cookie)
        expect([acting, other, route, opened(answer)]).toEqual([
          acting,
          other,
          route,
          expected[route]!.includes(acting),
        ])
      }
    }
})

describe('whoever is not, no longer or not yet signed in', () => {
  const instant = '2026-03-13T09:30:00.000Z'
  const inState = async (state: 'invited' | 'ended') => {
    const { accountId } = await anAccount(database.db, ['designated-teacher'], { schoolId: world.schoolId })
    const cookie = await aCookie(database.db, accountId, instant)
    await database.db.updateTable('account').set({ state }).where('id', '=', accountId).execute()
    return cookie
  }
  const cases: Readonly<Record<string, () => Promise<string | undefined>>> = {
    nobody: async () => undefined,
    'a cookie of nobody': async () => '__Host-vs=abc',
    'somebody who is invited': () => inState('invited'),
    'somebody whose account has ended': () => inState('ended'),
    'somebody with one factor': async () => {
      const { accountId } = await anAccount(database.db, ['designated-teacher'], { schoolId: world.schoolId })
      return aCookie(database.db, accountId, instant, { level: 'password' })
    },
    'somebody idle for half an hour': async () => {
      const { accountId } = await anAccount(database.db, ['designated-teacher'], { schoolId: world.schoolId })
      return aCookie(database.db, accountId, '2026-03-13T09:00:00.000Z')
    },
  }
  it.each(Object.keys(cases))('%s reaches no route that a role decides on', async (state) => {
    const cookie = await cases[state]!()
    for (const route of closed) {
      const { status, text } = await ask(route, cookie)
      expect([route, status]).toEqual([route, 401])
      expect(text).not.toMatch(/Forename|Surname/)
    }
  })

  it('somebody whose post has ended, has not begun, or waits for a second person opens nothing', async () => {
    for (const post of [
      { endedOn: '2026-03-12' },
      { startedOn: '2026-03-14' },
      { state: 'asked' as const },
      { state: 'refused' as const },
    ]) {
      const { accountId } = await anAccount(database.db, ['headteacher'], { schoolId: world.schoolId, post })
      const cookie = await aCookie(database.db, accountId, instant)
      for (const route of closed) {
        const { status, json } = await ask(route, cookie)
        expect([route, status, json.code]).toEqual([route, 403, 'not-allowed'])
      }
    }
  })
})

it('a guard that is taken away is noticed, whichever it is', { timeout: 120_000 }, async () => {
  const needs = routeNeeds as Record<string, (typeof routeNeeds)[string]>
  const unnoticed: string[] = []
  for (const route of closed) {
    const guard = needs[route]!
    needs[route] = 'signed-in'
    let noticed = false
    for (const role of roles) {
      const answer = await ask(route, await someone(role), { kind: 'pep-meeting' })
      if (opened(answer) !== allowedOn(route, 'pep-meeting').includes(role)) noticed = true
    }
    needs[route] = guard
    if (!noticed) unnoticed.push(route)
  }
  // The handlers of these two refuse by themselves as well: without the guard nothing changes.
  expect(unnoticed).toEqual(['GET /api/class', 'POST /api/people/review'])
})
