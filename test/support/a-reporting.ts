import type { OpenDatabase } from '../../db/connect.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Role } from '../../server/access/permissions.ts'
import type { Deps } from '../../server/api/deps.ts'
import { aCookie, anAccount } from './accounts.ts'
import { anApp, bringSampleIn } from './an-app.ts'
import { aMovingClock } from './signing-in.ts'

/** What came back: its bytes as they are, and what they say where they are JSON. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  // Whatever the answer holds: a test says what it expects of it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any
}

export interface Reader {
  readonly name: string
  get(path: string): Promise<Answered>
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  put(path: string, body: unknown, version: number): Promise<Answered>
  /** A step of a report at a version. */
  step(id: string, name: string, version: number, body?: unknown): Promise<Answered>
}

/** Somebody who is signed in asks an application. */
export function aReader(app: ReturnType<typeof anApp>['app'], name: string, cookie: string): Reader {
  async function ask(method: string, path: string, body?: unknown, more: object = {}): Promise<Answered> {
    const answer = await app.request(`/api${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    const json: unknown = isJson ? JSON.parse(bytes.toString()) : undefined
    return { status: answer.status, headers: answer.headers, bytes, json }
  }
  const matching = (version: number) => ({ 'if-match': `"${version}"` })
  return {
    name,
    get: (path) => ask('GET', path),
    post: (path, body = {}, headers = {}) => ask('POST', path, body, headers),
    put: (path, body, version) => ask('PUT', path, body, matching(version)),
    step: (id, step, version, body = {}) => ask('POST', `/reports/${id}/${step}`, body, matching(version)),
  }
}

/** The sample school without its registers on Friday 13 March 2026, and whoever a test signs in. */
export async function aReporting(database: OpenDatabase, given: Partial<Deps> = {}) {
  const { db } = database
  // Registers are left out: a report over them takes much longer, and its life is the same.
  await bringSampleIn(database, (name) => !name.startsWith('session-marks'))
  const school = await everySchool(db).executeTakeFirstOrThrow()
  const clock = aMovingClock()
  const { app, deps } = anApp(database, undefined, { as: 'nobody', clock, ...given })

  async function as(role: Role, of: Parameters<typeof anAccount>[2] = {}): Promise<Reader> {
    const account = await anAccount(db, [role], { schoolId: school.id, ...of })
    return aReader(app, account.name, await aCookie(db, account.accountId, clock.now()))
  }

  /** A report begun, sent and approved; its row. */
  async function approved(kind: 'annual' | 'term' = 'annual', on = '2026-03-13') {
    const [teacher, head] = [await as('designated-teacher'), await as('headteacher')]
    const { report } = (await teacher.post('/reports', { kind, on })).json
    await teacher.step(report.id, 'send', report.version)
    const made = await head.step(report.id, 'approve', report.version + 1)
    if (made.status !== 200) throw new Error(made.bytes.toString())
    return made.json.report as { id: string; version: number }
  }

  /** The same, before the governors. */
  async function published(kind: 'annual' | 'term' = 'annual', on = '2026-03-13') {
    const { id, version } = await approved(kind, on)
    const teacher = await as('designated-teacher')
    const made = await teacher.step(id, 'publish', version, { meetingOn: '2026-03-26' })
    return made.json.report as { id: string; version: number }
  }

  return { db, app, deps, clock, school, as, approved, published }
}

export type Reporting = Awaited<ReturnType<typeof aReporting>>
