import { randomUUID } from 'node:crypto'
import type { OpenDatabase } from '../../db/connect.ts'
import { auditActsWhere, auditEventsWhere } from '../../db/queries/audit-reading.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { everySchool } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import type { Audit } from '../../server/api/audit.ts'
import { whoLooked } from '../../server/audit/who-looked.ts'
import type { Clock } from '../../server/clock.ts'
import { aCookie, anAccount } from '../support/accounts.ts'
import { listening } from './listening.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

/** Keeps nothing: what an answer would cost without a record of it. */
const forgetful: Audit = { record: () => Promise.resolve() }

/** The times of `each` answers for every one of `readers` who ask at the same time. */
async function asked(url: string, cookie: string, readers: number, each: number): Promise<number[]> {
  const times: number[] = []
  const read = async () => {
    for (let i = 0; i < each; i++) {
      const began = performance.now()
      const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: readers }, read))
  return times
}

/**
 * What keeping every look costs over HTTP, in turns with and without it so that both see the same machine: at most
 * a tenth of the median answer or 1 ms, whichever is more.
 */
export async function benchAudit({ db }: OpenDatabase, clock: Clock): Promise<void> {
  say('(e) Keeping who looked, against the same answers without it')
  const school = await everySchool(db).executeTakeFirstOrThrow()
  const child = await childrenOfSchool(db, scopeOfSchool(school.id), school.id).executeTakeFirstOrThrow()
  const { accountId } = await anAccount(db, ['headteacher'])
  const cookie = await aCookie(db, accountId, clock.now())
  const kept = await listening(db, clock)
  const forgot = await listening(db, clock, forgetful)
  for (const path of ['/api/today', `/api/children/${child.id}`])
    for (const readers of [1, 20]) {
      const times: { kept: number[]; forgot: number[] } = { kept: [], forgot: [] }
      for (let turn = 0; turn < 8; turn++)
        for (const [which, { url }] of turn % 2 === 0
          ? ([['kept', kept] as const, ['forgot', forgot] as const] as const)
          : ([['forgot', forgot] as const, ['kept', kept] as const] as const)) {
          const measured = await asked(`${url}${path}`, cookie, readers, readers === 1 ? 40 : 6)
          // The first turn warms both.
          if (turn > 0) times[which].push(...measured)
        }
      const [with_, without] = [median(times.kept), median(times.forgot)]
      const more = with_ - without
      const most = Math.max(without / 10, 1)
      const name = path.replace(child.id, ':id')
      say(
        `   ${name}, ${readers} reading: ${with_.toFixed(2)} ms against ${without.toFixed(2)} ms: ratio ${(with_ / without).toFixed(2)}, ${more.toFixed(2)} ms more (at most ${most.toFixed(2)}) ${more <= most ? 'held' : 'NOT HELD'}`,
      )
    }
  await Promise.all([kept.stop(), forgot.stop()])
}

/** "Who has seen this child" over a million events: half are lists that hold the child. At most a second. */
export async function benchWhoLooked({ db }: OpenDatabase): Promise<void> {
  say('(f) Who has seen this child, over 1,000,000 events')
  const childIds = Array.from({ length: 60 }, () => randomUUID())
  const sets = [childIds, ...childIds.map((id) => [id])].map((children, i) => ({ id: `set ${i}`, children }))
  await db
    .insertInto('auditChildSet')
    .values(sets.flatMap(({ id, children }) => children.map((childId) => ({ id, childId }))))
    .execute()
  const first = Date.UTC(2023, 8, 1)
  const end = await db.selectFrom('auditChain').select('seq').executeTakeFirstOrThrow()
  const events = 1_000_000
  for (let from = 0; from < events; from += 1000) {
    const rows = Array.from({ length: 1000 }, (_, i) => {
      const n = from + i
      const ofList = n % 2 === 0
      return {
        seq: end.seq + 1 + n,
        at: new Date(first + n * 90_000).toISOString(),
        changedBy: `Person ${n % 25}`,
        accountId: `account ${n % 25}`,
        role: 'headteacher',
        signInId: 'ab'.repeat(8),
        address: '192.0.2.7',
        action: 'view',
        schoolId: 'school',
        childSet: ofList ? 'set 0' : `set ${1 + (n % 60)}`,
        dataClasses: '1;3;5;7;8',
        route: ofList ? 'GET /api/today' : 'GET /api/children/:id',
        hash: 'cd'.repeat(32),
      }
    })
    await db.insertInto('auditEvent').values(rows).execute()
  }
  for (const [words, since] of [
    ['since September', '2025-08-31T23:00:00.000Z'],
    ['in all', '1999-12-31T23:00:00.000Z'],
  ] as const) {
    const began = performance.now()
    const filter = { childIds: [childIds[7]!], since }
    const people = whoLooked(await auditActsWhere(db, filter).execute())
    const lines = await auditEventsWhere(db, filter, 300).execute()
    const took = performance.now() - began
    const held = took <= 1000 ? 'held' : 'NOT HELD'
    say(
      `   ${words}: ${people.length} people, ${lines.length} events in ${took.toFixed(0)} ms (at most 1000) ${held}`,
    )
  }
}
