import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startPostgres, type RunningServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked once for its address, this starts the PostgreSQL server of the whole run. */
    postgresStarter: string
  }
}

const given = process.env['TEST_DATABASE_URL']

/** One for all projects of a run: each project runs its global setup in a copy of this module. */
const shared = globalThis as { virtualSchoolPostgres?: Promise<RunningServer> | undefined }

/** Starts the server when the first test asks for it, so that tests without a database wait for nothing. */
export default async function setup(project: TestProject) {
  const starter = createServer((_request, answer) => {
    shared.virtualSchoolPostgres ??= given
      ? Promise.resolve({ url: given, stop: async () => undefined })
      : startPostgres()
    shared.virtualSchoolPostgres.then(
      ({ url }) => answer.end(url),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve))
  project.provide('postgresStarter', `http://127.0.0.1:${(starter.address() as AddressInfo).port}/`)
  return async () => {
    starter.close()
    const running = shared.virtualSchoolPostgres
    shared.virtualSchoolPostgres = undefined
    await (await running?.catch(() => undefined))?.stop()
  }
}
