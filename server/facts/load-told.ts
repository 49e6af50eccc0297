import type { Kysely } from 'kysely'
import { anyOfSchool, earliestSuspension, filesOfImportRuns } from '../../db/queries/told-source.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { lastDayOf, type AcademicYear } from '../calendar/academic-year.ts'
import { englishTime } from '../calendar/english-time.ts'
import type { Told } from './build-child-facts.ts'

const sourceOf = (file: unknown): unknown =>
  typeof file === 'object' && file !== null && 'source' in file ? file.source : undefined

const sourcesIn = (files: string): readonly unknown[] => {
  const listed: unknown = JSON.parse(files)
  return Array.isArray(listed) ? listed.map(sourceOf) : []
}

/** What the school was told by any import or form, with the finished imports it was read from. */
async function everTold(db: Kysely<Database>, scope: Scope, schoolId: string) {
  const runs = (await filesOfImportRuns(db, scope, schoolId).execute()).map(({ files, finishedAt }) => ({
    sources: sourcesIn(files),
    finishedAt,
  }))
  const imported = new Set(runs.flatMap(({ sources }) => sources))
  const has = async (table: 'pepMeeting' | 'suspension') =>
    (await anyOfSchool(db, scope, schoolId, table).executeTakeFirst()) !== undefined
  const told: Told = {
    care: imported.has('care-episodes'),
    pep: imported.has('pep-meetings') || (await has('pepMeeting')),
    suspension: imported.has('suspensions') || (await has('suspension')),
    attendance: false,
  }
  return { told, runs }
}

/**
 * What a school has ever been told: by a finished import of the source, by whatever rows it held, or by a
 * row from a form. A care form tells of one child alone, so care counts as told for all by a file only.
 */
export async function loadTold(db: Kysely<Database>, scope: Scope, schoolId: string): Promise<Told> {
  return (await everTold(db, scope, schoolId)).told
}

/**
 * The same for a report on one academic year: what was told of suspensions counts where it reaches so far back. It
 * does where one began by the end of the year or a file of them came in by then, and where a file has none at all: one
 * that begins a year later says nothing of the year before.
 */
export async function loadToldOfYear(
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  year: AcademicYear,
): Promise<Told> {
  const { told, runs } = await everTold(db, scope, schoolId)
  const earliest = await earliestSuspension(db, scope, schoolId).executeTakeFirst()
  const last = lastDayOf(year)
  if (earliest === undefined || earliest.startedOn <= last) return told
  const cameInTime = runs.some(
    ({ sources, finishedAt }) => sources.includes('suspensions') && englishTime(finishedAt).on <= last,
  )
  return { ...told, suspension: cameInTime }
}
