import type { OpenDatabase } from '../../db/connect.ts'
import { holdersAt } from '../../db/queries/post-holder.ts'
import {
  alertsRaisedSince,
  attainmentsOfChildren,
  consideredOfChildren,
  premiumMoneyOfSchool,
  stepsOfAlertsRaisedSince,
  trainingsOfSchool,
} from '../../db/queries/report-rows.ts'
import { everySchool, schoolById } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { loadSchoolCalendar } from '../../server/alerts/load-school-calendar.ts'
import { academicYearOf } from '../../server/calendar/academic-year.ts'
import { loadReportFacts } from '../../server/facts/load-report-facts.ts'
import { loadToldOfYear } from '../../server/facts/load-told.ts'
import { control } from '../../server/report/disclosure/control.ts'
import { measure } from '../../server/report/measures/measure.ts'
import { writeReport } from '../../server/report/write-report.ts'
import { on } from './a-school.ts'
import { readChildren } from './reading.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
/** Milliseconds of processor time, so that neighbours on the machine count little. */
async function timed<T>(work: () => Promise<T> | T): Promise<{ took: number; answer: T }> {
  const before = process.cpuUsage()
  const answer = await work()
  const { user, system } = process.cpuUsage(before)
  return { took: (user + system) / 1000, answer }
}

type School = Awaited<ReturnType<typeof theSchool>>

async function theSchool({ db }: OpenDatabase) {
  const { id: schoolId } = await everySchool(db).executeTakeFirstOrThrow()
  const scope = scopeOfSchool(schoolId)
  return { db, schoolId, scope, calendar: await loadSchoolCalendar(db, scope, schoolId) }
}

/** Every row that a report is made of, read and thrown away: the same queries in the same blocks. */
async function readRows({ db, scope, schoolId }: School): Promise<void> {
  const span = { from: '2025-09-01', to: on }
  const since = '2025-08-31T00:00:00.000Z'
  await schoolById(db, scope, schoolId).execute()
  await loadToldOfYear(db, scope, schoolId, academicYearOf(on))
  await readChildren(db, scope, schoolId, async (ids) => {
    await consideredOfChildren(db, scope, ids, span).execute()
    await attainmentsOfChildren(db, scope, ids, span).execute()
    await alertsRaisedSince(db, scope, ids, since).execute()
    await stepsOfAlertsRaisedSince(db, scope, ids, since).execute()
  })
  await holdersAt(db, schoolId, on).execute()
  await trainingsOfSchool(db, scope, schoolId, span).execute()
  await premiumMoneyOfSchool(db, scope, schoolId, span).execute()
}

/** A whole report, from the rows to what a governor reads, with what each step took. */
async function aReport({ db, scope, schoolId, calendar }: School) {
  const facts = await timed(() => loadReportFacts(db, scope, { schoolId, on, calendar }))
  const measures = await timed(() => measure(facts.answer!))
  const { year, school } = measures.answer
  const controlled = await timed(() => control(measures.answer, { threshold: 5, earlier: [] }))
  const written = await timed(() =>
    writeReport({
      kind: 'annual',
      year,
      on,
      school,
      isDemonstration: false,
      controlled: controlled.answer,
      words: new Map(),
      lastYear: null,
      lastActions: [],
      nextActions: [],
    }),
  )
  const steps = {
    facts: facts.took,
    measured: measures.took,
    controlled: controlled.took,
    written: written.took,
  }
  return { steps, total: Object.values(steps).reduce((sum, took) => sum + took, 0) }
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

/** The governors' report of a school against reading its rows and doing nothing: at most twice as long. */
export async function benchReport(database: OpenDatabase, children: number): Promise<void> {
  const school = await theSchool(database)
  const [reading, making]: [number[], Awaited<ReturnType<typeof aReport>>[]] = [[], []]
  const [turns, warming] = children > 1000 ? [3, 1] : [240, 120]
  for (let turn = 0; turn < turns; turn++) {
    const read = await timed(() => readRows(school))
    const made = await aReport(school)
    // The first turns warm both, as a server that has been up for a while is.
    if (turn >= warming) {
      reading.push(read.took)
      making.push(made)
    }
  }
  const step = (name: keyof (typeof making)[number]['steps']) =>
    median(making.map(({ steps }) => steps[name]))
  const [read, total] = [median(reading), median(making.map((made) => made.total))]
  const memory = process.memoryUsage().rss / 1024 / 1024
  say(
    `   ${children} children: rows read ${read.toFixed(1)} ms; with facts ${step('facts').toFixed(1)} ms, measured ${step('measured').toFixed(1)} ms, controlled ${step('controlled').toFixed(1)} ms, written ${step('written').toFixed(1)} ms; ${memory.toFixed(0)} MB`,
  )
  const ratio = total / read
  say(`   report over reading: ${ratio.toFixed(2)} (at most 2) ${ratio <= 2 ? 'held' : 'NOT HELD'}`)
}
