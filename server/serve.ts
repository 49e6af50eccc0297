import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { openDatabase, type OpenDatabase } from '../db/connect.ts'
import { DatabaseRefusedError } from '../db/refused.ts'
import { holdLock, inMemory } from '../db/sqlite-file.ts'
import { createApp } from './api/app.ts'
import type { Deps } from './api/deps.ts'
import { createDesk, type Desk } from './api/desk.ts'
import type { Clock } from './clock.ts'
import { ConfigError, type Config } from './config.ts'
import { startDailyEvaluation } from './daily.ts'
import { loadRules } from './engine/load-rules.ts'
import type { Log } from './log.ts'
import { loadKinds } from './records/load-kinds.ts'
import { upgrade } from './upgrade.ts'

/** Slow senders are let go: headers within ten seconds, a whole request within two minutes. */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 16_384,
}
const LAST_ANSWERS = 10_000

/** The built pages beside the built server; none when it runs from its sources. */
const builtPages = fileURLToPath(new URL('../../web', import.meta.url))

export interface Serving {
  readonly url: string
  readonly database: OpenDatabase
  readonly desk: Desk
  /** Lets running answers end, then closes the database. */
  stop(): Promise<void>
}

/** Commands may use a file that a server uses; a second server may not, since each remembers what it worked out. */
function onlyServer(target: Config['database']): () => void {
  if (target.kind !== 'sqlite' || target.file === inMemory) return () => undefined
  try {
    return holdLock(`${target.file}.server`, true)
  } catch (error) {
    if (!(error instanceof DatabaseRefusedError)) throw error
    throw new DatabaseRefusedError(`Another server is using the database file ${target.file}. Stop it first.`)
  }
}

const listen = (app: ReturnType<typeof createApp>, { host, port }: Config) =>
  new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: patience }, () =>
      resolve(server),
    ) as Server
    server.once('error', (error) => {
      const inUse = 'code' in error && error.code === 'EADDRINUSE'
      reject(
        inUse ? new ConfigError(`PORT ${port} is in use by another program. Choose another one.`) : error,
      )
    })
  })

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })

/**
 * Opens the database, brings its tables and its alerts up to date, and listens. `prepare` may fill an empty
 * database before that. Throws `ConfigError` or `DatabaseRefusedError` with one plain sentence.
 */
export async function startServer(
  config: Config,
  { clock, log }: { clock: Clock; log: Log },
  prepare?: (database: OpenDatabase) => Promise<void>,
): Promise<Serving> {
  const database = await openDatabase(config.database)
  let release = () => {}
  try {
    release = onlyServer(config.database)
    await upgrade(database, config, clock)
    await prepare?.(database)
    const [rules, kinds] = await Promise.all([loadRules(), loadKinds()])
    const deps: Deps = {
      db: database.db,
      clock,
      log,
      rules,
      kinds,
      ...(existsSync(builtPages) ? { webRoot: builtPages } : {}),
    }
    const desk = createDesk(deps)
    if (await desk.findSchool()) await desk.evaluate()
    const server = await listen(createApp(deps, desk), config)
    const stopDaily = startDailyEvaluation({ database, desk, log })
    const { port } = server.address() as AddressInfo
    return {
      url: `http://localhost:${port}`,
      database,
      desk,
      async stop() {
        stopDaily()
        await closed(server)
        await database.close()
        release()
      },
    }
  } catch (error) {
    release()
    await database.close()
    throw error
  }
}
