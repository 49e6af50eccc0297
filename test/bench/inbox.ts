import pg from 'pg'
import { openDatabase, type OpenDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { asOwner } from '../../db/owner.ts'
import { academicYear } from '../../server/calendar/academic-year.ts'
import type { Clock } from '../../server/clock.ts'
import { demoTermDates } from '../../server/demo/term-dates.ts'
import { aCookie, anAccount } from '../support/accounts.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { aChild, aConsideration, aSchool, aSuspension } from '../support/rows.ts'
import { on } from './a-school.ts'
import { listening } from './listening.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const SCHOOLS = 300
const CHILDREN = 40
const kept = { version: 1, typed: '', removedAt: null, removedReason: null }

/** Two roles, neither of which passes by the lock on rows, and a database that the second may only use. */
async function aDatabase(server: string): Promise<OpenDatabase> {
  const admin = new pg.Client(server)
  await admin.connect()
  for (const statement of [
    "create role owner login password 'fictional'",
    "create role program login password 'fictional'",
    'create database bench owner owner',
  ])
    await admin.query(statement)
  await admin.end()
  const as = (role: string) => {
    const url = new URL(server)
    url.username = role
    url.pathname = '/bench'
    return url.href
  }
  const database = await openDatabase({ kind: 'postgres', url: as('program'), adminUrl: as('owner') })
  await asOwner(database, async (owner) => void (await migrate(owner)))
  return database
}

/** An authority's schools with their terms; each thinks of suspending one child and has lately decided on two. */
async function fill({ db }: OpenDatabase) {
  const terms = demoTermDates(academicYear('2025/26'))
  for (let school = 0; school < SCHOOLS; school++) {
    const { schoolId } = await aSchool(db, { name: `Bench School ${school}` })
    await db
      .insertInto('termDate')
      .values(terms.map((term) => ({ ...kept, ...term, id: crypto.randomUUID(), schoolId })))
      .execute()
    const children = Array.from({ length: CHILDREN }, () => aChild(schoolId))
    await db
      .insertInto('child')
      .values(children.map((child) => ({ ...kept, ...child })))
      .execute()
    const of = (child: { id: string }) => ({ id: crypto.randomUUID(), schoolId, childId: child.id, ...kept })
    const care = children.map((child, i) => ({
      ...of(child),
      status: i % 2 === 0 ? ('cla' as const) : ('cin-plan' as const),
      startedOn: '2024-01-08',
      endedOn: null,
      authorityCode: 'X01',
      detail: null,
      detailShared: 0 as const,
    }))
    await db.insertInto('careEpisode').values(care).execute()
    const suspensions = children
      .filter((_, i) => i % 4 === 0)
      .map((child) => ({ ...kept, ...aSuspension(child) }))
    await db.insertInto('suspension').values(suspensions).execute()
    const looked = children.filter((_, i) => i % 2 === 0).slice(0, 3)
    const open = { kind: 'suspension', startedOn: on, startSession: 'AM', halfDays: 2 } as const
    const considered = looked.map((child, i) => ({
      ...kept,
      ...aConsideration(
        child,
        i === 0
          ? open
          : { state: 'not-suspended', decidedAt: `${on}T08:00`, decidedBy: 'Sam Teacher', instead: 'A talk' },
      ),
    }))
    await db.insertInto('consideration').values(considered).execute()
  }
}

/** What a Virtual School of 300 schools waits for, on PostgreSQL with its rows locked by school: a second for the inbox. */
export async function benchInbox(clock: Clock): Promise<void> {
  say(`(h) The inbox over ${SCHOOLS} schools with ${SCHOOLS * CHILDREN} children, on PostgreSQL`)
  const server = await startPostgres()
  const database = await aDatabase(server.url)
  try {
    await fill(database)
    const { accountId } = await anAccount(database.db, ['virtual-school-head'], { authorityCode: 'X01' })
    const cookie = await aCookie(database.db, accountId, clock.now())
    const { url, stop } = await listening(database.db, clock)
    for (const [path, most] of [
      ['/api/inbox', 1000],
      ['/api/news', 200],
    ] as const) {
      const times: number[] = []
      let size = 0
      for (let turn = 0; turn < 6; turn++) {
        const began = performance.now()
        const answer = await fetch(`${url}${path}`, { headers: { cookie } })
        size = (await answer.arrayBuffer()).byteLength
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
        times.push(performance.now() - began)
      }
      const [first = 0, ...later] = times
      const slowest = Math.max(...later)
      const held = slowest <= most ? 'held' : 'NOT HELD'
      say(
        `   ${path}: first ${first.toFixed(0)} ms, then ${Math.min(...later).toFixed(0)} to ${slowest.toFixed(0)} ms, ${(size / 1024).toFixed(0)} kB (at most ${most}) ${held}`,
      )
    }
    await stop()
  } finally {
    await database.close()
    await server.stop()
  }
}
