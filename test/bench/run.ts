import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { openDatabase, type OpenDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { everySchool } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { loadSchoolCalendar } from '../../server/alerts/load-school-calendar.ts'
import { createApp } from '../../server/api/app.ts'
import { academicYearOf } from '../../server/calendar/academic-year.ts'
import type { Clock } from '../../server/clock.ts'
import { loadRules } from '../../server/engine/load-rules.ts'
import { prepareRules } from '../../server/engine/run-rules.ts'
import { loadChildFacts } from '../../server/facts/load-child-facts.ts'
import { openCsv, readRecords } from '../../server/import/read-csv.ts'
import { readFiles } from '../../server/import/read-files.ts'
import { isProblem } from '../../server/import/read-problem.ts'
import { runImport } from '../../server/import/run-import.ts'
import { createSeal } from '../../server/access/seal.ts'
import { createAudit } from '../../server/api/audit.ts'
import { createLog } from '../../server/log.ts'
import { aCookie, anAccount } from '../support/accounts.ts'
import { loadKinds } from '../../server/records/load-kinds.ts'
import { lists, on, register } from './a-school.ts'
import { benchAudit, benchWhoLooked } from './audit.ts'
import { benchBefore } from './before.ts'
import { benchInbox } from './inbox.ts'
import { benchReport } from './report.ts'
import { readChildren } from './reading.ts'

/** The ratios we hold ourselves to, each measured in this one run on this one machine. */
const clock: Clock = { today: () => on, now: () => `${on}T07:00:00.000Z`, elapsed: () => performance.now() }
const folder = mkdtempSync(join(tmpdir(), 'virtual-school-bench-'))
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Milliseconds of processor time, so that neighbours on the machine count little; the best of `times`. */
async function cost(work: () => unknown, times = 3): Promise<number> {
  let best = Infinity
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const verdict = (what: string, ratio: number, most: number) =>
  say(`   ${what}: ${ratio.toFixed(2)} (at most ${most}) ${ratio <= most ? 'held' : 'NOT HELD'}`)

async function aSchool(children: number): Promise<OpenDatabase> {
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, `${children}.db`) })
  await migrate(database)
  await bring(database, lists(children))
  return database
}

async function bring({ db }: OpenDatabase, files: Parameters<typeof readFiles>[0]) {
  const outcome = await runImport(
    { db, clock, scopeOf: scopeOfSchool, changedBy: 'bench' },
    await readFiles(files),
  )
  if (outcome.result !== 'done') throw new Error(`The bench's files were ${outcome.result}`)
}

async function benchImport(children: number) {
  say(`(a) Import of ${children} children × 380 marks against the parser alone`)
  const database = await aSchool(children)
  const marks = register(children)
  const limits = { recordBytes: 1024 * 1024, columns: 2000 }
  const csv = openCsv(marks.bytes, limits)
  if (isProblem(csv)) throw new Error(csv.message)
  const parsed = await cost(() => readRecords(csv, limits, () => undefined), 2)
  const imported = await cost(() => bring(database, [marks]), 1)
  say(`   parsed and thrown away ${(parsed / 1000).toFixed(1)} s, imported ${(imported / 1000).toFixed(1)} s`)
  verdict('ratio', imported / parsed, 1.5)
  return database
}

async function benchRules(database: OpenDatabase, children: number) {
  const { db } = database
  const school = await everySchool(db).executeTakeFirstOrThrow()
  const scope = scopeOfSchool(school.id)
  const calendar = await loadSchoolCalendar(db, scope, school.id)
  const rules = await loadRules()
  const read = await cost(() => readChildren(db, scope, school.id))
  const request = { schoolId: school.id, on, calendar, ownAuthority: school.authorityCode }
  const facts = await loadChildFacts(db, scope, request)
  const load = await cost(() => loadChildFacts(db, scope, request))
  const run = await cost(() => {
    const judge = prepareRules(rules, { on, year: academicYearOf(on), calendar, options: {} })
    let findings = 0
    for (const one of facts) findings += judge(one).length
    return findings
  })
  say(
    `   ${children} children: rows read ${read.toFixed(0)} ms, facts built from rows ${load.toFixed(0)} ms, ${rules.length} rules ${run.toFixed(0)} ms`,
  )
  return { read, load, run, perChild: run / children }
}

async function benchHttp(children: number, database: OpenDatabase) {
  const deps = {
    db: database.db,
    clock,
    log: createLog('silent'),
    rules: await loadRules(),
    kinds: await loadKinds(),
    audit: createAudit(database.db),
    seal: createSeal(Buffer.alloc(32, 7)),
    baseUrl: 'http://localhost',
  }
  const app = createApp(deps)
  const { accountId } = await anAccount(database.db, ['designated-teacher'])
  const cookie = await aCookie(database.db, accountId, clock.now())
  const first = performance.now()
  const body = await (await app.request('/api/cohort', { headers: { host: 'localhost', cookie } })).text()
  const cold = performance.now() - first
  const constant = new Hono().get('/constant', (c) =>
    c.body(body, 200, { 'Content-Type': 'application/json' }),
  )
  const timed = async (fetch: (request: Request) => Response | Promise<Response>, path: string) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const times: number[] = []
    for (let i = 0; i < 60; i++) {
      const began = performance.now()
      await (
        await globalThis.fetch(`http://127.0.0.1:${port}${path}`, {
          headers: { 'accept-encoding': 'identity', cookie },
        })
      ).arrayBuffer()
      times.push(performance.now() - began)
    }
    await new Promise((resolve) => server.close(resolve))
    return times.toSorted((a, b) => a - b)[30]!
  }
  const ours = await timed(app.fetch, '/api/cohort')
  const same = await timed(constant.fetch, '/constant')
  const size = `${(body.length / 1024).toFixed(0)} kB, ${(gzipSync(body).length / 1024).toFixed(0)} kB packed`
  say(
    `   ${children} children (${size}): ${ours.toFixed(2)} ms against ${same.toFixed(2)} ms; worked out anew ${cold.toFixed(0)} ms`,
  )
  verdict('ratio', ours / same, 3)
}

try {
  const big = await benchImport(10_000)
  say('(b) All rules, against reading the same rows and doing nothing')
  const costs: { read: number; load: number; run: number; perChild: number }[] = []
  for (const children of [100, 1000]) {
    const database = await aSchool(children)
    await bring(database, [register(children)])
    costs.push(await benchRules(database, children))
    if (children === 1000) {
      say('(c) The cohort’s data through HTTP, against a constant answer of the same size')
      await benchHttp(children, database)
    }
    await database.close()
  }
  const small = await aSchool(60)
  await bring(small, [register(60)])
  await benchHttp(60, small)
  await benchAudit(small, clock)
  await benchWhoLooked(small)
  await small.close()
  say('(g) The governors’ report, against reading its rows and doing nothing')
  const middling = await aSchool(120)
  await bring(middling, [register(120)])
  await benchReport(middling, 120)
  await middling.close()
  say('(b) continued')
  const last = await benchRules(big, 10_000)
  verdict('rules over reading', last.run / last.read, 3)
  verdict('facts and rules over reading', (last.load + last.run) / last.read, 3)
  verdict('cost a child, 10,000 over 100', last.perChild / costs[0]!.perChild, 1.5)
  say('(g) continued')
  await benchReport(big, 10_000)
  await benchBefore(big, clock, 10_000)
  await big.close()
  await benchInbox(clock)
  say('(d) The first view’s bytes are measured in the browser by the tests.')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
