import type { KyselyPlugin } from 'kysely'
import { openDatabase } from '../../../db/connect.ts'
import { reportById, reportsOfSchool } from '../../../db/queries/report.ts'
import { schoolById } from '../../../db/queries/school.ts'
import type { ReportTable } from '../../../db/tables/report.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { approve } from '../../../server/reporting/approve.ts'
import { publish, send } from '../../../server/reporting/life.ts'
import { startReport } from '../../../server/reporting/start.ts'
import type { SeenReport } from '../../../server/reporting/stepping.ts'
import { change } from '../rows.ts'

/**
 * Leads one report after another from its draft to the governors until it is killed. It says each write before it is
 * given to the database, and each step before and after it is taken. It begins by taking once more the step in which
 * the one before it was killed.
 */
const [target, schoolId, left] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const saying: KyselyPlugin = {
  transformQuery({ node }) {
    if (node.kind !== 'SelectQueryNode') say('write')
    return node
  },
  transformResult: ({ result }) => Promise.resolve(result),
}
const opened = await openDatabase(JSON.parse(target!))
const db = opened.db.withPlugin(saying)
const scope = scopeOfSchool(schoolId!)
const school = await schoolById(opened.db, scope, schoolId!).executeTakeFirstOrThrow()
const at = { school, scope }

const steps = {
  send: (seen: SeenReport) => send(db, scope, seen, change),
  approve: (seen: SeenReport) => approve(db, at, seen, [], change),
  publish: (seen: SeenReport) => publish(db, scope, seen, change, isoDate('2026-03-26')),
}
type StepName = keyof typeof steps
const nextOf: Partial<Record<ReportTable['state'], StepName>> = {
  draft: 'send',
  sent: 'approve',
  approved: 'publish',
}

async function take(name: StepName, { id, version }: SeenReport): Promise<ReportTable> {
  say(`take ${name} ${id} ${version}`)
  const made = await steps[name]({ id, version })
  if (made.outcome !== 'ok' && made.outcome !== 'again') throw new Error(made.outcome)
  say(`taken ${name} ${id} ${version}`)
  return made.row
}

/** The report that is under way, or a new one: of a year that knows nothing of those before. */
async function underWay(): Promise<ReportTable> {
  const before = await reportsOfSchool(opened.db, scope, schoolId!).execute()
  const open = before.find(({ state }) => state !== 'published')
  if (open !== undefined) return reportById(opened.db, scope, open.id).executeTakeFirstOrThrow()
  const kind = before.length % 2 === 0 ? 'annual' : 'term'
  const on = isoDate(`${2026 + 3 * before.length}-03-13`)
  const made = await startReport(db, scope, { schoolId: schoolId!, kind, on }, change)
  if (typeof made === 'string') throw new Error(made)
  return made
}

if (left !== undefined) {
  const [name, id, version] = left.split(' ')
  await take(name as StepName, { id: id!, version: Number(version) })
}
for (;;) {
  let report = await underWay()
  for (let name = nextOf[report.state]; name !== undefined; name = nextOf[report.state])
    report = await take(name, report)
}
