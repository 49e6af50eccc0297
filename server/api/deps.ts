import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.ts'
import type { Clock } from '../clock.ts'
import type { LoadedRule } from '../engine/load-rules.ts'
import type { Log } from '../log.ts'
import type { RecordKind } from '../records/kind.ts'

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
}

/** Who changes something, until people sign in. */
export const THIS_COMPUTER = 'this computer'
