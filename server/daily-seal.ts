import type { OpenDatabase } from '../db/connect.ts'
import { withJobLock } from '../db/job-lock.ts'
import { anchorNow } from './audit/anchor.ts'
import { mailAnchor } from './audit/mail-anchor.ts'
import type { IsoDate } from './calendar/iso-date.ts'
import type { Clock } from './clock.ts'
import { errorFacts } from './error-facts.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'

const EVERY_MINUTE = 60_000

/**
 * Seals the record of who looked once a day, soon after the day begins or the server starts: what was written up to
 * then cannot be changed unseen. Tried again every minute until it is done; of several processes on one database one
 * does it. Returns the stop.
 */
export function startDailySeal(
  {
    database,
    dataDir,
    clock,
    log,
    mail,
  }: { database: OpenDatabase; dataDir: string; clock: Clock; log: Log; mail?: Mailer },
  every = EVERY_MINUTE,
): () => void {
  let busy = false
  let sealedOn: IsoDate | undefined
  const run = async () => {
    if (busy || sealedOn === clock.today()) return
    busy = true
    try {
      const today = clock.today()
      const at = clock.now()
      await withJobLock(database, 'daily seal', async () => {
        const { anchor, isNew } = await anchorNow(database.db, { dataDir, at })
        if (!isNew) return
        log.info({ event: 'audit.sealed', seq: anchor.seq })
        if (mail)
          log.info({ event: 'audit.seal-mailed', to: await mailAnchor(database.db, mail, anchor, today) })
      })
      sealedOn = today
    } catch (error) {
      log.error({ event: 'audit.seal-failed', ...errorFacts(error) })
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void run(), every)
  timer.unref()
  return () => clearInterval(timer)
}
