import type { Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.ts'
import type { Role } from '../access/permissions.ts'
import type { Clock } from '../clock.ts'
import type { LoadedRule } from '../engine/load-rules.ts'
import type { Log } from '../log.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Audit } from './audit.ts'
import type { Mailer } from '../mail.ts'
import type { Seal } from '../access/seal.ts'

/** What a demonstration adds: people to sign in as, and the route that does it. */
export interface Demonstration {
  readonly people: readonly { readonly accountId: string; readonly name: string; readonly role: Role }[]
  routes(deps: Deps): Hono
}

/** Everything the application is made of; nothing in it is imported where it is used. */
export interface Deps {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly log: Log
  readonly rules: readonly LoadedRule[]
  readonly kinds: ReadonlyMap<string, RecordKind>
  /** The folder of the built pages; without it only the API answers. */
  readonly webRoot?: string
  /** Names beside this machine's own under which the server is reached. */
  readonly hosts?: readonly string[]
  readonly audit: Audit
  /** Seals and opens what must not lie in the database as it is, such as an authenticator's secret. */
  readonly seal: Seal
  /** Without one, links are shown to whoever makes them, to hand over. */
  readonly mail?: Mailer
  /** What links and passkeys are made for, such as `https://virtual-school.example`. */
  readonly baseUrl: string
  /** Addresses of proxies whose word on where a request comes from is taken. */
  readonly trustedProxies?: readonly string[]
  /** Only in a demonstration: more routes, by which one click signs in. Absent from a real start. */
  readonly demonstration?: Demonstration
}
