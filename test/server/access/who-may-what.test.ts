import { beforeAll, describe, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { openDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { roles, type Role } from '../../../server/access/permissions.ts'
import { answeringRoutes } from '../../../server/api/http/known-routes.ts'
import { routeNeeds, type Need } from '../../../server/api/route-needs.ts'
import { drawn } from '../../../server/demo/random.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp, type Ask, type Asked } from '../../support/an-app.ts'
import { pathwayBodies } from '../../support/pathway-bodies.ts'
import { reportBodies } from '../../support/report-bodies.ts'
import { rolesFor } from '../../support/route-roles.ts'
import { CANARY, twoSchools } from '../../support/two-schools.ts'
import { anUpn } from '../../support/upn.ts'

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
  'GET /api/off-site-directions/:id/letter': whole,
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
  'POST /api/reports/:id/warnings': [teacher, head],
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
  'GET /api/rules': everybody,
  'GET /api/access': everybody,
  'GET /api/kinds': everybody,
  'GET /api/school': everybody,
  'GET /api/authorities': everybody,
  'GET /api/audit': everybody.filter((role) => role !== 'governor'),
  'GET /api/audit/chain': everybody.filter((role) => role !== 'governor'),
  'POST /api/audit/child': [...staff, 'data-protection-officer'],
  'POST /api/audit/export': [lead, 'data-protection-officer'],
}

/** Those of them that only ask that somebody is signed in, whatever the post. */
const whateverPost = ['GET /api/rules', 'GET /api/access', 'GET /api/kinds']

/** What asks for a factor shown in the last minutes. */
const wantFactor = [
  'POST /api/cohort/export',
  'POST /api/audit/export',
  'POST /api/people',
  'POST /api/people/posts/:id/decide',
  'POST /api/people/posts/:id/end',
  'PUT /api/people/posts/:id',
  'PUT /api/people/posts/:id/children',
  'POST /api/people/accounts/:id/end',
  'POST /api/people/accounts/:id/link',
  'POST /api/people/review',
]

/** What answers with children, so that it may not leave before it is on record whose they are. */
const naming = [
  'GET /api/today',
  'GET /api/cohort',
  'POST /api/cohort/export',
  'GET /api/class',
  'GET /api/children/:id',
  'POST /api/children/search',
  'GET /api/considerations',
  'POST /api/considerations',
  'PUT /api/considerations/:id',
  'POST /api/considerations/:id/contacts',
  'POST /api/considerations/:id/decide',
  'POST /api/considerations/:id/withdraw',
  'GET /api/children/:id/before-suspending',
  'GET /api/children/:id/suspension-pattern',
  'GET /api/suspensions',
  'GET /api/suspensions/:id',
  'GET /api/suspensions/:id/letters',
  'GET /api/off-site-directions/:id/letter',
  'POST /api/suspensions/:id/cancel',
  'GET /api/inbox',
  'POST /api/inbox/:id/read',
  'POST /api/inbox/:id/advice',
  'GET /api/records/:kind',
  'POST /api/records/:kind',
  'GET /api/records/:kind/:id',
  'PUT /api/records/:kind/:id',
  'POST /api/records/:kind/:id/remove',
  'GET /api/alerts/:id',
  'POST /api/alerts/:id/seen',
  'POST /api/alerts/:id/answer',
  'POST /api/alerts/:id/postpone',
  'POST /api/alerts/:id/reopen',
  'GET /api/people/children',
  'POST /api/audit/child',
  'GET /api/audit',
  'POST /api/audit/export',
]

/** One's own account, of whoever is signed in with both factors. */
const ownAccount = [
  'GET /api/me/account',
  'POST /api/me/acting',
  'POST /api/me/authenticator',
  'POST /api/me/authenticator/confirm',
  'POST /api/me/confirm',
  'POST /api/me/confirm/passkey',
  'POST /api/me/confirm/passkey/options',
  'POST /api/me/passkeys',
  'POST /api/me/passkeys/:id/remove',
  'POST /api/me/passkeys/options',
  'POST /api/me/password',
  'POST /api/me/recovery-codes',
  'POST /api/me/sign-ins/:id/end',
]

/** What asks for no sign-in, or is a step of one. */
const before = [
  'GET /api/openapi.json',
  'GET /api/health',
  'GET /api/me',
  'POST /api/me/lock',
  'POST /api/set-up',
]
const isOpen = (route: string) =>
  before.includes(route) || ownAccount.includes(route) || / \/api\/(sign-|links\/|enrol\/)/.test(route)

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
  'POST /api/audit/child': { childId: 'nobody' },
  'POST /api/audit/export': { reason: 'A question.' },
}

let database: OpenDatabase
let world: Awaited<ReturnType<typeof twoSchools>>
let send: Ask
const cookies = new Map<string, string>()
const routes = answeringRoutes(anApp({ db: undefined as never }).app.routes).map(
  ({ method, path }) => `${method} ${path}`,
)
const closed = [...new Set(routes)].filter((route) => !isOpen(route))

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
  {
    kind = 'suspension',
    of = world.own,
    given,
  }: { kind?: string; of?: Partial<typeof world.own>; given?: unknown } = {},
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
            : pattern.includes('/off-site-directions/')
              ? of.records?.['off-site-direction']
              : undefined
  const path = pattern
    .replace(':kind', kind)
    .replace(':code', '302')
    .replace(':id', id ?? missing)
    .replace(':section', '4')
    .replace(':name', 'plans.svg')
  const body = method === 'GET' ? undefined : (given ?? bodies[route] ?? {})
  return send(method, path, body, { 'if-match': '"999999"', ...(cookie === undefined ? {} : { cookie }) })
}

/** The same in a role. Whoever sees no children asks about one by the pupil number. */
async function askAs(role: Role, route: string, of: Parameters<typeof ask>[2] = {}): Promise<Asked> {
  const isByNumber = route === 'POST /api/audit/child' && role === 'data-protection-officer'
  return ask(route, await someone(role), { ...of, ...(isByNumber ? { given: { upn: anUpn(1) } } : {}) })
}

/** Whether the door opened: everything but “sign in”, “show a factor” and “your role does not open this”. */
const opened = ({ status, json }: Asked) => status !== 401 && json?.code !== 'not-allowed'

const allowedOn = (route: string, kind: string): readonly Role[] =>
  route.includes(':kind') ? (route.startsWith('GET') ? readers : writers)[kind]! : (expected[route] ?? [])

beforeAll(async () => {
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  world = await twoSchools(database)
  send = anApp(database, '2026-03-13', { as: 'nobody' }).ask
})

it('the table by hand knows every route that a role decides on', () => {
  const unknown = closed.filter((route) => !(route in expected) && !route.includes(':kind'))
  expect(unknown).toEqual([])
})

describe.each(roles)('as %s', (role) => {
  it.each(closed)('%s opens as the table says', async (route) => {
    for (const kind of route.includes(':kind') ? kinds : ['suspension']) {
      const answer = await askAs(role, route, { kind })
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
      'GET /api/off-site-directions/:id/letter',
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

/** Routes of which one role of a pair may more than the other: a few of them by draw, all in a deep run. */
function routesOfPair(acting: Role, other: Role): readonly string[] {
  const telling = Object.keys(expected).filter(
    (route) => expected[route]!.includes(acting) !== expected[route]!.includes(other),
  )
  const order = (route: string) => drawn(`${acting} ${other} ${route}`)
  return process.env['TRUST_DEEP']
    ? Object.keys(expected)
    : telling.toSorted((a, b) => order(a) - order(b)).slice(0, 6)
}

it('of two roles only the one acted in counts', { timeout: 600_000 }, async () => {
  for (const acting of roles)
    for (const other of roles) {
      if (acting === other) continue
      const cookie = await someone(acting, [other])
      const always = ['GET /api/today', 'GET /api/import', 'GET /api/people', 'GET /api/class']
      for (const route of new Set([...always, ...routesOfPair(acting, other)])) {
        const isByNumber = route === 'POST /api/audit/child' && acting === 'data-protection-officer'
        const answer = await ask(route, cookie, isByNumber ? { given: { upn: anUpn(1) } } : {})
        expect([acting, other, route, opened(answer)]).toEqual([
          acting,
          other,
          route,
          expected[route]!.includes(acting),
        ])
      }
    }
})

/** Somebody in a role whose second factor was shown ten minutes ago. */
async function lateSomeone(role: Role) {
  const { accountId } = await anAccount(database.db, [role], {
    schoolId: world.schoolId,
    authorityCode: '302',
  })
  return aCookie(database.db, accountId, '2026-03-13T09:20:00.000Z')
}

/** Whether a route asks somebody who may have it to show a factor again. */
async function wantsFactor(route: string): Promise<boolean> {
  const [role] = expected[route] ?? [teacher]
  const key = `late ${role}`
  const cookie = cookies.get(key) ?? (await lateSomeone(role ?? teacher))
  cookies.set(key, cookie)
  const { status, json } = await ask(route, cookie)
  return status === 403 && json?.code === 'confirm'
}

it('a factor shown ten minutes ago is not enough for what gives access or takes children out', async () => {
  for (const route of Object.keys(expected))
    expect([route, await wantsFactor(route)]).toEqual([route, wantFactor.includes(route)])
})

const showsChildren = (need: Need | undefined) => typeof need === 'object' && need.shows === 'children'

it('what answers with children says so, so that none leaves before it is on record', () => {
  expect(closed.filter((route) => showsChildren(routeNeeds[route])).toSorted()).toEqual(naming.toSorted())
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
    for (const route of [...closed, ...ownAccount]) {
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
        const { status, json, text } = await ask(route, cookie)
        expect(text).not.toMatch(/Forename|Surname/)
        if (whateverPost.includes(route)) continue
        expect([route, status, json.code]).toEqual([route, 403, 'not-allowed'])
      }
    }
  })
})

const rights = ['read', 'write', 'approve', 'export'] as const
const without = (need: object, name: string) =>
  Object.fromEntries(Object.entries(need).filter(([key]) => key !== name)) as unknown as Need

/** Every way in which a guard may be weaker or another than it is, by what was done to it. */
function mutantsOf(need: Need): readonly (readonly [string, Need])[] {
  if (typeof need === 'string') return need === 'signed-in' ? [['anyone', 'anyone']] : []
  const parts = ['of', 'confirmed', 'card', 'shows'].filter((name) => name in need)
  const classes = 'classes' in need && need.classes.length > 1 ? need.classes : []
  const extents = 'of' in need && need.of && need.of.length > 1 ? need.of : []
  return [
    ['signed in', 'signed-in'],
    ...rights
      .filter((right) => right !== need.right)
      .map((right) => [`right ${right}`, { ...need, right } as Need] as const),
    ...parts.map((name) => [`without ${name}`, without(need, name)] as const),
    ...('card' in need || 'kindOf' in need ? [] : [['card', { ...need, card: true } as Need] as const]),
    ...classes.map(
      (one) =>
        [
          `without class ${one}`,
          { ...need, classes: classes.filter((each) => each !== one) } as Need,
        ] as const,
    ),
    ...extents.map(
      (one) => [`without ${one}`, { ...need, of: extents.filter((each) => each !== one) } as Need] as const,
    ),
  ]
}

const recordKind = 'pep-meeting'
const wantsConfirming = (need: Need) => typeof need === 'object' && 'confirmed' in need

/** Roles that a guard lets in and another does not: nobody else can tell them apart. */
const tellApart = (one: Need, other: Need): readonly Role[] => {
  const [first, second] = [rolesFor(one, recordKind), rolesFor(other, recordKind)]
  return roles.filter((role) => first.includes(role) !== second.includes(role))
}

/** Somebody who has given a password and nothing more. */
async function withOneFactor(): Promise<string> {
  const key = 'one factor'
  const held = cookies.get(key)
  if (held) return held
  const { accountId } = await anAccount(database.db, [teacher], { schoolId: world.schoolId })
  const cookie = await aCookie(database.db, accountId, '2026-03-13T09:30:00.000Z', { level: 'password' })
  cookies.set(key, cookie)
  return cookie
}

/** Whether what is asked here notices that a route has another guard. */
async function isNoticed(route: string, guard: Need, mutant: Need): Promise<boolean> {
  if (mutant === 'anyone') {
    const asked = await Promise.all([undefined, await withOneFactor()].map((cookie) => ask(route, cookie)))
    return asked.some(({ status }) => status !== 401)
  }
  if (showsChildren(mutant) !== naming.includes(route) && mutant !== 'signed-in') return true
  for (const role of tellApart(guard, mutant)) {
    const answer = await askAs(role, route, { kind: recordKind })
    if (opened(answer) !== allowedOn(route, recordKind).includes(role)) return true
  }
  return (
    wantsConfirming(guard) !== wantsConfirming(mutant) &&
    (await wantsFactor(route)) !== wantFactor.includes(route)
  )
}

it(
  'a guard that is taken away, or is another, is noticed, whichever it is',
  { timeout: 120_000 },
  async () => {
    const needs = routeNeeds as Record<string, Need>
    const unnoticed: string[] = []
    let mutants = 0
    for (const route of [...closed, ...ownAccount]) {
      const guard = needs[route]!
      for (const [name, mutant] of mutantsOf(guard)) {
        const isAnother =
          mutant === 'anyone' ||
          tellApart(guard, mutant).length > 0 ||
          wantsConfirming(guard) !== wantsConfirming(mutant) ||
          showsChildren(guard) !== showsChildren(mutant)
        if (!isAnother) continue
        mutants++
        needs[route] = mutant
        try {
          if (!(await isNoticed(route, guard, mutant))) unnoticed.push(`${route}: ${name}`)
        } finally {
          needs[route] = guard
        }
      }
    }
    expect(mutants).toBeGreaterThan(300)
    // The handlers of these refuse by themselves as well: without the guard nothing changes.
    expect(unnoticed).toEqual([
      'GET /api/rules: anyone',
      'GET /api/kinds: anyone',
      'POST /api/audit/child: signed in',
      'GET /api/audit: signed in',
      'GET /api/class: signed in',
      'GET /api/people/children: right read',
      'POST /api/people/review: right read',
      'POST /api/people/review: right approve',
      'POST /api/me/passkeys/:id/remove: anyone',
    ])
    expect(unnoticed.length).toBeLessThan(0.05 * mutants)
  },
)
