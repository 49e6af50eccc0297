import { expect, it } from 'vitest'
import { countGuess, forgetGuess } from '../../../server/access/throttle.ts'
import { instantAfter } from '../../../server/access/instants.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const burstSize = process.env['TRUST_DEEP'] === '1' ? 10_000 : 100

const at = '2026-03-13T09:30:00.000Z'
const counts = (guesses: readonly object[]) => guesses.filter((each) => 'guessId' in each).length

describeBothDatabases('guesses at a secret', (open) => {
  it('are ten in five minutes, and the eleventh is told how long to wait', async () => {
    const { db } = await open()
    for (let second = 0; second < 10; second++)
      expect(await countGuess(db, 'password', 'sam', instantAfter(at, second / 60))).toHaveProperty('guessId')
    const eleventh = await countGuess(db, 'password', 'sam', instantAfter(at, 10 / 60))
    expect(eleventh).toEqual({ waitSeconds: 290 })
    expect(await countGuess(db, 'password', 'sam', instantAfter(at, 4.99))).toHaveProperty('waitSeconds')
    expect(await countGuess(db, 'password', 'sam', instantAfter(at, 5))).toHaveProperty('guessId')
    expect(await countGuess(db, 'password', 'sam', instantAfter(at, 5))).toHaveProperty('waitSeconds')
  })

  it('are ten of however many that come at once', async () => {
    const { db } = await open()
    const burst = await Promise.all(
      Array.from({ length: burstSize }, () => countGuess(db, 'code', 'sam', at)),
    )
    expect(counts(burst)).toBe(10)
  })

  it('are counted for each secret by itself, whether or not there is an account', async () => {
    const { db } = await open()
    for (let i = 0; i < 10; i++) await countGuess(db, 'password', 'sam', at)
    expect(await countGuess(db, 'code', 'sam', at)).toHaveProperty('guessId')
    expect(await countGuess(db, 'password', 'kim', at)).toHaveProperty('guessId')
  })

  it('are forgotten when they were right', async () => {
    const { db } = await open()
    for (let i = 0; i < 30; i++) {
      const counted = await countGuess(db, 'password', 'sam', at)
      if (!('guessId' in counted)) throw new Error('held up')
      await forgetGuess(db, counted.guessId)
    }
  })

  it('survive a restart, and hold no address', async () => {
    const first = await open()
    for (let i = 0; i < 10; i++) await countGuess(first.db, 'password', 'sam@school.example', at)
    const rows = await first.db.selectFrom('guess').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('sam')
    const again = await open(first.target)
    expect(await countGuess(again.db, 'password', 'sam@school.example', at)).toHaveProperty('waitSeconds')
  })

  it('are swept out when they are old', async () => {
    const { db } = await open()
    await countGuess(db, 'password', 'long ago', at)
    const later = instantAfter(at, 120)
    for (let i = 0; i < 60; i++) await countGuess(db, 'password', `somebody ${i}`, later)
    expect(await db.selectFrom('guess').select('id').where('at', '=', at).execute()).toEqual([])
  })
})
