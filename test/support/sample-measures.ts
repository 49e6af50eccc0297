import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { everySchool } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { loadSchoolCalendar } from '../../server/alerts/load-school-calendar.ts'
import type { IsoDate } from '../../server/calendar/iso-date.ts'
import { loadReportFacts } from '../../server/facts/load-report-facts.ts'
import { readFiles } from '../../server/import/read-files.ts'
import { runImport } from '../../server/import/run-import.ts'
import { measure } from '../../server/report/measures/measure.ts'
import type { Measures } from '../../server/report/shapes.ts'
import { aClock } from './a-clock.ts'

const sample = fileURLToPath(new URL('../golden/sample/', import.meta.url))

/** What the governors' report of the sample school counts on a day, from its files through an import. */
export async function sampleMeasures(on: IsoDate): Promise<Measures> {
  const names = readdirSync(sample).filter((name) => !['expected.json', 'README.md'].includes(name))
  const read = await readFiles(names.map((name) => ({ name, bytes: readFileSync(join(sample, name)) })))
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  try {
    await migrate(database)
    const { db } = database
    await runImport({ db, clock: aClock(on), scopeOf: scopeOfSchool, changedBy: 'test' }, read)
    const { id: schoolId } = await everySchool(db).executeTakeFirstOrThrow()
    const scope = scopeOfSchool(schoolId)
    const calendar = await loadSchoolCalendar(db, scope, schoolId)
    return measure((await loadReportFacts(db, scope, { schoolId, on, calendar }))!)
  } finally {
    await database.close()
  }
}
