import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { afterAll } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import type { Role } from '../../server/access/permissions.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { createApp } from '../../server/api/app.ts'
import { createDesk } from '../../server/api/desk.ts'
import { readFiles } from '../../server/import/read-files.ts'
import { runImport } from '../../server/import/run-import.ts'
import { aCookie, anAccount } from './accounts.ts'
import { anApp, bringSampleIn } from './an-app.ts'
import { temporaryFolder } from './databases.ts'
import { aSchool } from './rows.ts'
import { cookiesAt } from './serving.ts'
import { aMovingClock } from './signing-in.ts'

const builtPages = fileURLToPath(new URL('../../dist/web', import.meta.url))

/**
 * The sample school on its own day, Friday 13 March 2026, from 07:52 on, behind the built pages; of its files all, or
 * those that are `wanted`; the school may be called otherwise. The clock is put on by the test, and is the one that the browser hears of: what may be done
 * today alone can be done in that school too.
 */
export async function serveSampleDay(wanted?: (name: string) => boolean, schoolName?: string) {
  const clock = aMovingClock('2026-03-13T07:52:00.000Z')
  const database = await openDatabase({ kind: 'sqlite', file: join(temporaryFolder(), 'virtual-school.db') })
  await migrate(database)
  await bringSampleIn(database, wanted, schoolName)
  const { deps } = anApp(database, undefined, { clock, webRoot: builtPages })
  const desk = createDesk(deps)
  await desk.evaluateAll()
  const app = createApp(deps, desk)
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request, env) => {
      const answer = await app.fetch(request, env)
      answer.headers.set('Date', `Fri, 13 Mar 2026 ${clock.now().slice(11, 19)} GMT`)
      return answer
    },
  }) as Server
  await once(server, 'listening')
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await database.close()
  })
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const { db } = database

  /**
   * From now on pages open, and `ask` asks, as somebody of this name in this role, signed in just now: at the sample
   * school and for its authority where no other is named.
   */
  async function be(
    role: Role,
    name: string,
    of: { authorityCode?: string; schoolId?: string } = {},
  ): Promise<void> {
    const { accountId } = await anAccount(db, [role], { name, ...of })
    cookiesAt.set(url, await aCookie(db, accountId, clock.now()))
  }

  /** Another school, with what stands in these files; its id. */
  async function addSchool(
    values: { name: string; authorityCode: string },
    files: readonly File[],
  ): Promise<string> {
    // Ids decide which school is first where nobody chose one: the sample is.
    const { schoolId } = await aSchool(db, { id: `zzz-${crypto.randomUUID()}`, ...values })
    const read = files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
    const importing = { db, clock, scopeOf: scopeOfSchool, changedBy: 'Sam Teacher', schoolId }
    const { result } = await runImport(importing, await readFiles(await Promise.all(read)))
    if (result !== 'done') throw new Error(`The files of ${values.name} were not brought in: ${result}`)
    return schoolId
  }

  /** What a page of that person would ask for; fails unless it is answered well. */
  async function ask<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const answer = await fetch(`${url}/api/${path}`, {
      method,
      headers: {
        Cookie: cookiesAt.get(url) ?? '',
        Origin: url,
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  return { url, clock, be, ask, addSchool }
}
