import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { answeringRoutes } from '../../../server/api/http/known-routes.ts'
import type { Role } from '../../../server/access/permissions.ts'
import { routeNeeds } from '../../../server/api/route-needs.ts'
import { anApp, bringSampleIn, type Ask } from '../../support/an-app.ts'
import { pathwayBodies } from '../../support/pathway-bodies.ts'
import { reportBodies } from '../../support/report-bodies.ts'
import { someRoleOf } from '../../support/route-roles.ts'

const probe = anApp({ db: undefined as never })
const routes = [
  ...new Set(answeringRoutes(probe.app.routes).map(({ method, path }) => `${method} ${path}`)),
].map((route) => route.split(' ') as [string, string])

const unknown = '00000000-0000-4000-8000-000000000000'
const to = (path: string) => path.replace(':kind', 'suspension').replaceAll(/:\w+/g, unknown)
const fits = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)
const version = { 'if-match': '"1"' }

/** A body that the route would take, were there anything at its address. */
const bodies: Readonly<Record<string, unknown>> = {
  ...pathwayBodies,
  ...reportBodies,
  'POST /api/alerts/:id/answer': { answer: 'done' },
  'POST /api/alerts/:id/postpone': { askAgainOn: '2026-03-20' },
  'POST /api/records/:kind/:id/remove': { reason: 'Typed twice.' },
  'PUT /api/records/:kind/:id': { fields: {} },
  'POST /api/people/posts/:id/decide': { give: true },
  'PUT /api/people/posts/:id': { startedOn: '2026-03-01', endedOn: null, label: null },
  'PUT /api/people/posts/:id/children': { childIds: [], startedOn: '2026-03-01' },
  'POST /api/people/accounts/:id/end': { reason: 'Left the school.' },
  'POST /api/people/accounts/:id/link': { purpose: 'invitation' },
  'PUT /api/authorities/:code': { name: 'Nowhere', virtualSchoolPhone: null, virtualSchoolEmail: null },
}

let askAs: (role: Role) => Ask

/** Asks as somebody whom the route answers. */
const ask: Ask = (method, path, body, headers) => {
  const [, pattern] = routes.find(([own, each]) => own === method && fits(each, path)) ?? []
  return askAs(someRoleOf(`${method} ${pattern}`))(method, path, body, headers)
}

beforeAll(async () => {
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  await bringSampleIn(database, (name) => /school|children|term/.test(name))
  const known = new Map<Role, Ask>()
  askAs = (role) => {
    const made = known.get(role) ?? anApp(database, '2026-03-13', { as: role }).ask
    known.set(role, made)
    return made
  }
})

it('every route has what it needs written down, and nothing else has', () => {
  const written = Object.keys(routeNeeds).filter((route) => !route.includes('/demonstration/'))
  expect(written.toSorted()).toEqual(routes.map((route) => route.join(' ')).toSorted())
})

it('there are routes to walk', () => {
  expect(routes.length).toBeGreaterThan(20)
})

describe.each(routes)('%s %s', (method, path) => {
  it('is described with what it does', async () => {
    const { json } = await ask('GET', '/api/openapi.json')
    const operation = json.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect(operation?.summary).toMatch(/^[A-Z].{8,}[^.]$/)
    expect(operation.tags).toHaveLength(1)
    expect(operation.responses['200'].description.length).toBeGreaterThan(3)
    const takesJson = method !== 'GET' && !path.startsWith('/api/import')
    if (takesJson) expect(operation.requestBody.content).toHaveProperty(['application/json', 'schema'])
  })

  it('takes no other method', async () => {
    const taken = routes.filter(([, other]) => fits(other, to(path))).map(([other]) => other)
    for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
      (each) => !taken.includes(each),
    )) {
      const { status, headers } = await ask(other, to(path), other === 'GET' ? undefined : {})
      expect([other, status]).toEqual([other, 405])
      for (const allowed of taken) expect(headers.get('allow')).toContain(allowed)
    }
  })

  it('is nowhere for an id that nothing has', async () => {
    if (!path.includes(':') || path === '/api/records/:kind') return
    const body = method === 'GET' ? undefined : (bodies[`${method} ${path}`] ?? {})
    const { status, json } = await ask(method, to(path), body, version)
    expect([status, json]).toEqual([404, { code: 'not-found', message: 'There is nothing here.' }])
  })

  it('refuses a body that it does not know', async () => {
    if (method === 'GET' || path.startsWith('/api/import')) return
    expect((await ask(method, to(path), { nobody: 'asked' }, version)).status).toBe(422)
    expect((await ask(method, to(path), [1], version)).status).toBe(422)
    expect((await ask(method, to(path), '{', version)).status).toBe(400)
  })
})

it('what changes something that is there asks for the version that was seen', async () => {
  for (const [method, path] of routes) {
    if (
      !/:id\/(answer|postpone|reopen|decide|withdraw|cancel|send|return|approve|publish|minute)$|^\/api\/reports\/:id(\/words\/:section|\/remove)?$|^\/api\/report-actions\/|^\/api\/considerations\/:id$|records\/:kind\/:id\/remove$|^\/api\/(records\/:kind\/:id|authorities\/:code)$/.test(
        path,
      )
    )
      continue
    if (method === 'GET') continue
    const body = bodies[`${method} ${path}`] ?? {}
    expect([path, (await ask(method, to(path), body)).status]).toEqual([path, 428])
    expect([path, (await ask(method, to(path), body, { 'if-match': '*' })).status]).toEqual([path, 422])
    expect([path, (await ask(method, to(path), body, { 'if-match': 'W/"1"' })).status]).toEqual([path, 412])
  }
})
