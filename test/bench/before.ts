import type { OpenDatabase } from '../../db/connect.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Clock } from '../../server/clock.ts'
import { aCookie, anAccount } from '../support/accounts.ts'
import { listening } from './listening.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
/** A head in a hurry waits no longer. */
const MOST = 1000
const COLD = 5
const WARM = 40

interface Timed {
  /** On the clock, as whoever waits has it. */
  readonly took: number
  /** Of processor time, which neighbours on the machine do not lengthen. */
  readonly cost: number
}

const span = (times: readonly number[]) =>
  `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}`

/** Children spread over the whole school, so that no part of it is answered from what another left behind. */
async function someChildren({ db }: OpenDatabase, many: number): Promise<string[]> {
  const { id } = await everySchool(db).executeTakeFirstOrThrow()
  const rows = await db.selectFrom('child').select('id').where('schoolId', '=', id).orderBy('upn').execute()
  return Array.from({ length: many }, (_, i) => rows[Math.floor((i * rows.length) / many)]!.id)
}

/** The page of one child before a suspension: from a server that has only started, and from one that is at work. */
export async function benchBefore(database: OpenDatabase, clock: Clock, children: number): Promise<void> {
  say(`(i) Before you suspend, one of ${children} children, on SQLite`)
  const { accountId } = await anAccount(database.db, ['headteacher'])
  const cookie = await aCookie(database.db, accountId, clock.now())
  const childIds = await someChildren(database, COLD + WARM)
  const ask = async (url: string, childId: string) => {
    const [began, before] = [performance.now(), process.cpuUsage()]
    const answer = await fetch(`${url}/api/children/${childId}/before-suspending`, { headers: { cookie } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`The page answered ${answer.status}`)
    const { user, system } = process.cpuUsage(before)
    return { took: performance.now() - began, cost: (user + system) / 1000 }
  }
  const cold: Timed[] = []
  for (const childId of childIds.slice(0, COLD)) {
    const { url, stop } = await listening(database.db, clock)
    cold.push(await ask(url, childId))
    await stop()
  }
  const warm: Timed[] = []
  const { url, stop } = await listening(database.db, clock)
  for (const childId of childIds) warm.push(await ask(url, childId))
  await stop()
  for (const [what, times] of [
    ['just started', cold],
    ['at work', warm.slice(COLD)],
  ] as const) {
    const took = times.map((each) => each.took)
    const cost = times.map((each) => each.cost)
    const held = Math.max(...took) <= MOST ? 'held' : 'NOT HELD'
    say(
      `   ${what}: ${span(took)} ms over ${times.length} children, of which the processor ${span(cost)} (at most ${MOST}) ${held}`,
    )
  }
}
