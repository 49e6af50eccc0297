import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { openDatabase, type OpenDatabase } from '../db/connect.ts'
import { DatabaseRefusedError } from '../db/refused.ts'
import { verifyRowSecurity } from '../db/row-security.ts'
import { holdLock, inMemory } from '../db/sqlite-file.ts'
import { createSeal } from './access/seal.ts'
import { createApp } from './api/app.ts'
import { createAudit } from './api/audit.ts'
import type { Demonstration, Deps } from './api/deps.ts'
import { createDesk, type Desk } from './api/desk.ts'
import type { Clock } from './clock.ts'
import type { IsoDate } from './calendar/iso-date.ts'
import { readCertificate, type Certificate } from './certificate.ts'
import { ConfigError, isLoopback, type Config } from './config.ts'
import { startDailyEvaluation } from './daily.ts'
import { startDailySeal } from './daily-seal.ts'
import { loadRules } from './engine/load-rules.ts'
import { loadKey } from './keys.ts'
import { errorFacts } from './error-facts.ts'
import type { Log } from './log.ts'
import { createMailer } from './mail.ts'
import { hearOnlyProxies } from './hear-only-proxies.ts'
import { stopMakingPdfs } from './paper/pdf.ts'
import { loadKinds } from './records/load-kinds.ts'
import { safeToStart } from './safe-to-start.ts'
import { upgrade } from './upgrade.ts'

/** Slow senders are let go: headers within ten seconds, a whole request within two minutes. */
const patience = {
  headersTimeout: 9000,
  /** How often that is looked at; left out, it would be every half minute. */
  connectionsCheckingInterval: 1000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 16_384,
}
const LAST_ANSWERS = 10_000

/** The built pages beside the built server; none when it runs from its sources. */
const builtPages = fileURLToPath(new URL('../../web', import.meta.url))

export interface Serving {
  /** Where it answers on this machine. */
  readonly url: string
  /** Where people reach it. */
  readonly baseUrl: string
  readonly deps: Deps
  readonly database: OpenDatabase
  readonly desk: Desk
  /** Takes the certificate's files as they are now; the old one stays when they cannot be used. */
  renewCertificate(): void
  /** Lets running answers end, then closes the database. */
  stop(): Promise<void>
}

/** What a start is given besides the settings. */
export interface Parts {
  readonly clock: Clock
  readonly log: Log
  /** A clock that shows an earlier day is wrong: the program was not built then. */
  readonly notBefore?: IsoDate
  /** May fill an empty database before anything is worked out. */
  readonly prepare?: (database: OpenDatabase) => Promise<void>
  /** Made when the database is ready; only for this machine alone. */
  readonly demonstration?: (database: OpenDatabase) => Promise<Demonstration>
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

type Answering = (request: Request, env: never) => Response | Promise<Response>

/** Listens; answers once it is told how, which is in the same turn. */
const listen = ({ host, port, tls, trustedProxies = [] }: Config, certificate: Certificate | undefined) =>
  new Promise<{ server: Server; answerWith(answer: Answering): void }>((resolve, reject) => {
    let answer: Answering = () => new Response(null, { status: 503 })
    const secure = tls && { createServer: createTlsServer, serverOptions: { ...patience, ...certificate } }
    const server = serve(
      {
        fetch: (request, env) => answer(request, env as never),
        hostname: host,
        port,
        ...(secure ?? { serverOptions: patience }),
      },
      () => resolve({ server, answerWith: (given) => (answer = given) }),
    ) as Server
    if (!tls && !isLoopback(host)) hearOnlyProxies(server, trustedProxies)
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : ''
      if (code === 'EADDRINUSE')
        reject(new ConfigError(`PORT ${port} is in use by another program. Choose another one.`))
      else if (code === 'EADDRNOTAVAIL')
        reject(new ConfigError(`HOST ${host} is no address of this machine.`))
      else if (code === 'EACCES')
        reject(new ConfigError(`PORT ${port} may not be used by this account. Choose one above 1023.`))
      else reject(error)
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
 * Opens the database, brings its tables and its alerts up to date, and listens. Throws `ConfigError` or
 * `DatabaseRefusedError` with one plain sentence for everything that is not safe.
 */
export async function startServer(
  config: Config,
  { clock, log, notBefore, prepare, demonstration }: Parts,
): Promise<Serving> {
  if (demonstration && !isLoopback(config.host))
    throw new ConfigError(`The demonstration lets anybody in: HOST must be 127.0.0.1, not “${config.host}”.`)
  safeToStart(config, clock.today(), notBefore)
  const certificate = config.tls && readCertificate(config.tls, clock.now(), config.baseUrl)
  const mail = config.smtpUrl === undefined ? undefined : createMailer(config.smtpUrl, log)
  const sealKey = loadKey(config.dataDir, 'seal', 32)
  const database = await openDatabase(config.database)
  let release = () => {}
  try {
    release = onlyServer(config.database)
    await upgrade(database, config, clock)
    await verifyRowSecurity(database)
    await prepare?.(database)
    const [rules, kinds] = await Promise.all([loadRules(), loadKinds()])
    const scheme = config.tls ? 'https' : 'http'
    const deps: Deps = {
      db: database.db,
      clock,
      log,
      rules,
      kinds,
      ...(existsSync(builtPages) ? { webRoot: builtPages } : {}),
      audit: createAudit(database.db),
      seal: createSeal(sealKey),
      ...(mail ? { mail } : {}),
      baseUrl: config.baseUrl ?? `${scheme}://localhost:${config.port}`,
      hosts: config.baseUrl === undefined ? [] : [new URL(config.baseUrl).hostname],
      trustedProxies: config.trustedProxies ?? [],
      ...(demonstration ? { demonstration: await demonstration(database) } : {}),
    }
    const desk = createDesk(deps)
    await desk.evaluateAll()
    const { server, answerWith } = await listen(config, certificate)
    const { port } = server.address() as AddressInfo
    const url = `${scheme}://localhost:${port}`
    const baseUrl = config.baseUrl ?? url
    const listening = { ...deps, baseUrl }
    const app = createApp(listening, desk)
    answerWith((request, env) => app.fetch(request, env))
    const stopDaily = startDailyEvaluation({ database, desk, log })
    const stopSealing = startDailySeal({
      database,
      dataDir: config.dataDir,
      clock,
      log,
      ...(mail ? { mail } : {}),
    })
    return {
      url,
      baseUrl,
      deps: listening,
      database,
      desk,
      renewCertificate() {
        if (config.tls) renew(server as TlsServer, config.tls, { clock, log, baseUrl })
      },
      async stop() {
        stopDaily()
        stopSealing()
        stopMakingPdfs()
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

function renew(
  server: TlsServer,
  files: NonNullable<Config['tls']>,
  { clock, log, baseUrl }: { clock: Clock; log: Log; baseUrl: string },
): void {
  try {
    server.setSecureContext(readCertificate(files, clock.now(), baseUrl))
    log.info({ event: 'certificate.renewed' })
  } catch (error) {
    log.error({ event: 'certificate.refused', ...errorFacts(error) })
  }
}
