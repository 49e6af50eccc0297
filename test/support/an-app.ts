import { readdirSync, readFileSync } from 'node:fs'
import type { OpenDatabase } from '../../db/connect.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { createApp } from '../../server/api/app.ts'
import type { Deps } from '../../server/api/deps.ts'
import { loadRules } from '../../server/engine/load-rules.ts'
import { readFiles } from '../../server/import/read-files.ts'
import { runImport } from '../../server/import/run-import.ts'
import { createLog } from '../../server/log.ts'
import { loadKinds } from '../../server/records/load-kinds.ts'
import { aClock } from './a-clock.ts'

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

/** The whole application over a database, as at a day; nothing listens. */
export function anApp(database: Pick<OpenDatabase, 'db'>, today = '2026-03-13', given: Partial<Deps> = {}) {
  const deps: Deps = {
    db: database.db,
    clock: aClock(today),
    log: createLog('silent'),
    rules,
    kinds,
    ...given,
  }
  const app = createApp(deps)
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
  return { app, ask, deps }
}

/** Brings files of the golden sample in, all of them unless some are left out. */
export async function bringSampleIn(
  { db }: Pick<OpenDatabase, 'db'>,
  wanted: (name: string) => boolean = () => true,
): Promise<void> {
  const files = readdirSync(sample)
    .filter((name) => /\.(csv|json)$/.test(name) && name !== 'expected.json' && wanted(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, sample))) }))
  const deps = { db, clock: aClock('2026-03-13'), scopeOf: scopeOfSchool, changedBy: 'Sam Teacher' }
  const { result } = await runImport(deps, await readFiles(files))
  if (result !== 'done') throw new Error(`The sample was not brought in: ${result}`)
}

/** The details of a school as the first page sends them. */
export const someSchool = {
  name: 'Invented School',
  urn: '999002',
  laestab: '999/4002',
  phase: 'primary',
  authority: 'Barnet',
}
