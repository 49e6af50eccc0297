import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import { isoDate } from '../../server/calendar/iso-date.ts'
import type { Clock } from '../../server/clock.ts'
import { startDailySeal } from '../../server/daily-seal.ts'
import { describeBothDatabases, temporaryFolder } from '../support/databases.ts'

type Line = { event: string; seq?: number }

/** Hears what the log is told. */
function hearing() {
  const waiting: ((line: Line) => void)[] = []
  const hear = (line: Line) => waiting.shift()?.(line)
  const next = () => new Promise<Line>((resolve) => waiting.push(resolve))
  return { log: { info: hear, error: hear } as never, next }
}

const aMovingClock = () => {
  let day = '2026-03-13'
  const clock: Clock = { today: () => isoDate(day), now: () => `${day}T06:00:00.000Z`, elapsed: () => 0 }
  return { clock, moveTo: (next: string) => (day = next) }
}

describeBothDatabases('the record of who looked', (open) => {
  const somebodyLooked = (database: Awaited<ReturnType<typeof open>>, at: string) =>
    inTransaction(database.db, (trx) => appendAuditEvents(trx, [{ at, changedBy: 'Sam', action: 'view' }]))

  it('is sealed once on each day, in a file to be kept elsewhere', async () => {
    const database = await open()
    const dataDir = temporaryFolder()
    const { clock, moveTo } = aMovingClock()
    const { log, next } = hearing()
    await somebodyLooked(database, clock.now())
    const first = next()
    const stop = startDailySeal({ database, dataDir, clock, log }, 1)
    expect(await first).toEqual({ event: 'audit.sealed', seq: 1 })
    await somebodyLooked(database, clock.now())
    const second = next()
    moveTo('2026-03-14')
    // The seal of the first day is itself the second event.
    expect(await second).toEqual({ event: 'audit.sealed', seq: 3 })
    stop()
    for (const day of ['2026-03-13', '2026-03-14']) {
      const file = join(dataDir, 'anchors', `audit-${day}.json`)
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ at: `${day}T06:00:00.000Z` })
    }
  })
})

describe('a seal that cannot be made', () => {
  it('is written down without what it was about, and tried again', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'keys'), 'no folder')
    const { log, next } = hearing()
    const [first, second] = [next(), next()]
    const database = { kind: 'sqlite' } as never
    const stop = startDailySeal({ database, dataDir, clock: aMovingClock().clock, log }, 1)
    expect(await first).toMatchObject({ event: 'audit.seal-failed' })
    expect(await second).toMatchObject({ event: 'audit.seal-failed' })
    stop()
    expect(existsSync(join(dataDir, 'anchors'))).toBe(false)
  })
})
