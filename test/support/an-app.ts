import { readdirSync, readFileSync } from 'node:fs'
import type { OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Role } from '../../server/access/permissions.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { createSeal } from '../../server/access/seal.ts'
import { createApp } from '../../server/api/app.ts'
import { createAudit } from '../../server/api/audit.ts'
import type { Deps } from '../../server/api/deps.ts'
import { loadRules } from '../../server/engine/load-rules.ts'
import { readFiles } from '../../server/import/read-files.ts'
import { setUpSchool } from '../../server/import/set-up-school.ts'
import { runImport } from '../../server/import/run-import.ts'
import { createLog } from '../../server/log.ts'
import { loadKinds } from '../../server/records/load-kinds.ts'
import { aClock } from './a-clock.ts'
import { aCookie, anAccount } from './accounts.ts'

const rules = await loadRules()
const kinds = await loadKinds()
const sample = new URL('../golden/sample/', import.meta.url)

export interface Asked {
  status: number
  headers: Headers
  text: string
  // Whatever the answer holds: a test says what it expects of it.
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Asked>

/** Who asks: a role, signed in with both factors; a cookie of the test's own; or nobody. */
export type As = Role | { cookie: string } | 'nobody'

/**
 * The whole application over a database, as at a day; nothing listens. Whoever asks is signed in as the
 * designated teacher of the first school unless `as` says otherwise.
 */
export function anApp(
  database: Pick<OpenDatabase, 'db'>,
  today = '2026-03-13',
  { as = 'designated-teacher', ...given }: Partial<Deps> & { as?: As } = {},
) {
  const deps: Deps = {
    db: database.db,
    clock: aClock(today),
    log: createLog('silent'),
    rules,
    kinds,
    audit: createAudit(database.db),
    seal: createSeal(Buffer.alloc(32, 7)),
    baseUrl: 'http://localhost',
    ...given,
  }
  const app = createApp(deps)
  let signedIn: { cookie: string; schoolId: string | undefined } | undefined

  async function cookie(): Promise<string | undefined> {
    if (as === 'nobody') return undefined
    if (typeof as === 'object') return as.cookie
    const schoolId = (await everySchool(deps.db).executeTakeFirst())?.id
    if (!signedIn || signedIn.schoolId !== schoolId) {
      const { accountId } = await anAccount(deps.db, [as])
      signedIn = { cookie: await aCookie(deps.db, accountId, deps.clock.now()), schoolId }
    }
    return signedIn.cookie
  }

  const bare = app.request
  app.request = async (input, init, ...more) => {
    const headers = new Headers(init?.headers)
    const held = headers.has('cookie') ? undefined : await cookie()
    if (held !== undefined) headers.set('cookie', held)
    return bare(input, { ...init, headers }, ...more)
  }
  const ask: Ask = async (method, path, body, headers = {}) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await app.request(path, { method, ...sent, headers: { ...type, ...headers } })
    const text = await answer.text()
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    }
  }
  return { app, ask, deps, cookie }
}

/** Brings files of the golden sample in, all of them unless some are left out. */
export async function bringSampleIn(
  { db }: Pick<OpenDatabase, 'db'>,
  wanted: (name: string) => boolean = () => true,
  schoolName?: string,
): Promise<void> {
  const bytesOf = (name: string) => {
    const bytes = readFileSync(new URL(name, sample))
    return name === 'school.json' && schoolName !== undefined
      ? Buffer.from(JSON.stringify({ ...(JSON.parse(bytes.toString()) as object), name: schoolName }))
      : bytes
  }
  const files = readdirSync(sample)
    .filter((name) => /\.(csv|json)$/.test(name) && name !== 'expected.json' && wanted(name))
    .map((name) => ({ name, bytes: new Uint8Array(bytesOf(name)) }))
  const deps = { db, clock: aClock('2026-03-13'), scopeOf: scopeOfSchool, changedBy: 'Sam Teacher' }
  const { result } = await runImport(deps, await readFiles(files))
  if (result !== 'done') throw new Error(`The sample was not brought in: ${result}`)
}

/** Sets a school up that has nothing yet. */
export const aSchoolSetUp = ({ db }: Pick<OpenDatabase, 'db'>) =>
  inTransaction(db, (trx) =>
    setUpSchool(trx, {
      name: 'Invented School',
      urn: '999002',
      laestab: '9994002',
      phase: 'primary',
      authority: { name: 'Barnet', code: null },
    }),
  )
