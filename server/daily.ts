import type { OpenDatabase } from '../db/connect.ts'
import { withJobLock } from '../db/job-lock.ts'
import type { Desk } from './api/desk.ts'
import type { Log } from './log.ts'
import { errorFacts } from './error-facts.ts'

const EVERY_MINUTE = 60_000

/**
 * Evaluates the whole school once a day: asks every minute whether the day has changed since the last full
 * evaluation. Of several processes on one database one does it. Returns the stop.
 */
export function startDailyEvaluation(
  { database, desk, log }: { database: OpenDatabase; desk: Desk; log: Log },
  every = EVERY_MINUTE,
): () => void {
  let busy = false
  const run = async () => {
    if (busy) return
    busy = true
    try {
      await withJobLock(database, 'daily evaluation', () => desk.evaluateIfNewDay())
    } catch (error) {
      log.error({ event: 'evaluation.failed', ...errorFacts(error) })
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void run(), every)
  timer.unref()
  return () => clearInterval(timer)
}
