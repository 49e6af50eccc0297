import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../db/connect.ts'
import type { Desk } from '../../server/api/desk.ts'
import { startDailyEvaluation } from '../../server/daily.ts'

const database = { kind: 'sqlite' } as OpenDatabase

/** Resolves when the job has run so often; each run may fail. */
function watched(times: number, run: () => Promise<void>) {
  const said: object[] = []
  let count = 0
  let stop = () => {}
  const done = new Promise<void>((resolve) => {
    const desk = {
      evaluateIfNewDay: async () => {
        if (++count >= times) resolve()
        await run()
      },
    } as unknown as Desk
    stop = startDailyEvaluation(
      { database, desk, log: { error: (line: object) => said.push(line) } as never },
      1,
    )
  })
  return { done, said, stop: () => stop() }
}

it('the day is asked for again and again', async () => {
  const { done, stop } = watched(3, async () => undefined)
  await done
  stop()
})

it('a failure is written down and does not end it', async () => {
  const { done, said, stop } = watched(3, () => Promise.reject(new Error('The name of a child')))
  await done
  stop()
  expect(said[0]).toMatchObject({ event: 'evaluation.failed', error: 'Error' })
  expect(JSON.stringify(said)).not.toContain('The name of a child')
})
