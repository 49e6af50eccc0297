import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openDatabase } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { childrenOfSchool } from '../db/queries/child.ts'
import { everySchool } from '../db/queries/school.ts'
import type { Database } from '../db/schema.ts'
import type { SchoolTable } from '../db/tables/school.ts'
import { scopeOfSchool } from './access/scope.ts'
import { loadSchoolCalendar } from './alerts/load-school-calendar.ts'
import { academicYearOf } from './calendar/academic-year.ts'
import type { IsoDate } from './calendar/iso-date.ts'
import type { SchoolCalendar } from './calendar/school-calendar.ts'
import type { Clock } from './clock.ts'
import type { NamedFacts } from './compute/child-picture.ts'
import { computePicture, type Picture } from './compute/picture.ts'
import { loadChildFacts } from './facts/load-child-facts.ts'
import type { InputFile } from './import/open-file.ts'
import { readFiles, type ReadResult } from './import/read-files.ts'
import type { FileProblem } from './import/read-problem.ts'
import { runImport } from './import/run-import.ts'

/** The picture of a folder, or what is wrong with it, a sentence each. */
export type Computed = { readonly picture: Picture } | { readonly refusals: readonly string[] }

const refused = (...refusals: readonly string[]): Computed => ({ refusals })

const sentenceOf = ({ file, line, column, message }: FileProblem): string => {
  const place = [file, line === null ? '' : `line ${line}`, column ?? ''].filter((part) => part !== '')
  return `${place.join(', ')}: ${message}`
}

async function filesIn(folder: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return Promise.all(
    names.toSorted().map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
  )
}

/** Children in the order of their file, with the facts of a folder that tells everything there is. */
async function namedFacts(
  db: Kysely<Database>,
  { id: schoolId, authorityCode: ownAuthority }: Pick<SchoolTable, 'id' | 'authorityCode'>,
  on: IsoDate,
  calendar: SchoolCalendar,
  read: ReadResult,
): Promise<NamedFacts[]> {
  const scope = scopeOfSchool(schoolId)
  const told = { care: true, pep: true, suspension: true, attendance: true }
  const facts = await loadChildFacts(db, scope, { schoolId, on, calendar, told, ownAuthority })
  const factsById = new Map(facts.map((each) => [each.identity.childId, each]))
  const rows = await childrenOfSchool(db, scope, schoolId).execute()
  const place = new Map(read.rows.children.map(({ upn }, index) => [upn, index]))
  return rows
    .flatMap(({ id, upn, surname, forename }) => {
      const known = factsById.get(id)
      return known === undefined ? [] : [{ upn, surname, forename, facts: known }]
    })
    .toSorted((a, b) => (place.get(a.upn) ?? 0) - (place.get(b.upn) ?? 0))
}

/**
 * Imports a folder through the product's own import into a database that ends with the call, and computes
 * the school as at the day in its `school.json`. Throws when the folder cannot be read.
 */
export async function computeFolder(folder: string, clock: Clock): Promise<Computed> {
  const read = await readFiles(await filesIn(folder))
  if (read.problems.length > 0) return refused(...read.problems.map(sentenceOf))
  const on = read.school?.asAt
  if (!on) return refused('school.json is missing, or gives no day as at which to compute (as_at).')
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  try {
    await migrate(database)
    const deps = { db: database.db, clock, scopeOf: scopeOfSchool, changedBy: 'compute' }
    const outcome = await runImport(deps, read)
    if (outcome.result === 'refused')
      return refused(
        ...outcome.plan.problems.map(sentenceOf),
        ...outcome.plan.questions.map(({ message }) => message),
        ...outcome.plan.conflicts.map(({ label, field }) => `${label}: ${field} contradicts what is held.`),
      )
    const school = await everySchool(database.db).executeTakeFirstOrThrow()
    const calendar = await loadSchoolCalendar(database.db, scopeOfSchool(school.id), school.id)
    const children = await namedFacts(database.db, school, on, calendar, read)
    return { picture: computePicture(school, children, { on, year: academicYearOf(on), calendar }) }
  } finally {
    await database.close()
  }
}
