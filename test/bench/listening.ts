import { serve } from '@hono/node-server'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.ts'
import { createSeal } from '../../server/access/seal.ts'
import { createApp } from '../../server/api/app.ts'
import { createAudit } from '../../server/api/audit.ts'
import type { Clock } from '../../server/clock.ts'
import { loadRules } from '../../server/engine/load-rules.ts'
import { createLog } from '../../server/log.ts'
import { loadKinds } from '../../server/records/load-kinds.ts'

/** The whole program on a port of its own; `audit` takes the place of the record of who looked. */
export async function listening(db: Kysely<Database>, clock: Clock, audit = createAudit(db)) {
  const [rules, kinds] = await Promise.all([loadRules(), loadKinds()])
  const seal = createSeal(Buffer.alloc(32, 7))
  const log = createLog('silent')
  const app = createApp({ db, clock, log, rules, kinds, seal, audit, baseUrl: 'http://127.0.0.1' })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = () => new Promise((resolve) => server.close(resolve))
  return { url: `http://127.0.0.1:${port}`, stop }
}
