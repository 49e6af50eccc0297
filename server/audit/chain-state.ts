import type { Kysely } from 'kysely'
import { auditChainEnd } from '../../db/queries/audit-chain.ts'
import type { Database } from '../../db/schema.ts'
import { englishTime } from '../calendar/english-time.ts'
import { loadAuditRecord } from './load-record.ts'
import { verifyAudit, type Verdict } from './verify.ts'
import type { Moment } from './who-looked.ts'

/** How the record itself stands. */
export interface ChainState {
  readonly events: number
  readonly checked: Moment
  /** Null when nothing has been changed, else the first place that has been. */
  readonly broken: string | null
  /** The last seal; null before the first. */
  readonly sealed: Moment | null
  /** Events since then: what could be changed by somebody who works every hash out anew. */
  readonly sinceSealed: number
}

/** Until the next ten minutes begin, a record that was whole is not gone through again. */
const turnOf = (at: string) => at.slice(0, 15)

/** Goes through the whole record when asked, at most once in ten minutes, and once for many who ask together. */
export function createChainState(db: Kysely<Database>) {
  let last: { turn: string; verdict: Promise<Verdict> } | undefined

  return async function chainState(at: string): Promise<ChainState> {
    if (last?.turn !== turnOf(at)) {
      const verdict = loadAuditRecord(db, { live: true }).then((record) => verifyAudit(record))
      const own = { turn: turnOf(at), verdict }
      last = own
      verdict.then(
        ({ whole }) => whole || last !== own || (last = undefined),
        () => last === own && (last = undefined),
      )
    }
    const verdict = await last.verdict
    const { seq: events } = await auditChainEnd(db).executeTakeFirstOrThrow()
    const anchor = verdict.whole ? verdict.lastAnchor : undefined
    return {
      events,
      checked: englishTime(at),
      broken: verdict.whole ? null : verdict.sentence,
      sealed: anchor ? englishTime(anchor.at) : null,
      // The event that tells of the seal needs no seal of its own.
      sinceSealed: anchor ? Math.max(0, events - anchor.seq - 1) : events,
    }
  }
}
