import type { Insertable, Kysely } from 'kysely'
import { insertInBlocks, rowBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

const registers = (db: Kysely<Database>, scope: Scope, academicYears: readonly string[]) =>
  db
    .selectFrom('attendanceYear')
    .selectAll()
    .where(within(scope, 'attendanceYear'))
    .where('academicYear', 'in', academicYears)
    .orderBy('childId')
    .orderBy('academicYear')

/** Registers of the years named, such as `2025/26`, by child and year. */
export const attendanceYearsOfSchool = (
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  academicYears: readonly string[],
) => registers(db, scope, academicYears).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const attendanceYearsOfChildren = (
  db: Kysely<Database>,
  scope: Scope,
  childIds: readonly string[],
  academicYears: readonly string[],
) => registers(db, scope, academicYears).where('childId', 'in', childIds)

/** The academic years of which a school holds any register, in order. */
export const academicYearsHeld = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('attendanceYear')
    .select('academicYear')
    .distinct()
    .where(within(scope, 'attendanceYear'))
    .where('schoolId', '=', schoolId)
    .orderBy('academicYear')

/** Writes registers, new ones and those that replace one of the same child and year; the id of that one stays. */
export async function upsertAttendanceYears(
  db: Kysely<Database>,
  rows: readonly Omit<Insertable<Database['attendanceYear']>, 'version'>[],
): Promise<void> {
  const first = rows.map((row) => ({ ...row, version: 1 }))
  for (const block of rowBlocks(first))
    await db
      .insertInto('attendanceYear')
      .values(block)
      .onConflict((conflict) =>
        conflict.columns(['childId', 'academicYear']).doUpdateSet((row) => ({
          marks: row.ref('excluded.marks'),
          version: row('attendanceYear.version', '+', 1),
        })),
      )
      .execute()
}

/** Keeps the registers as they were. */
export const insertAttendanceYearHistory = (
  db: Kysely<Database>,
  rows: readonly Insertable<Database['attendanceYearHistory']>[],
) => insertInBlocks(db, 'attendanceYearHistory', rows)

/** What the registers were before each change, latest first. At most `blockSize` ids. */
export const attendanceYearHistoryOfChildren = (
  db: Kysely<Database>,
  scope: Scope,
  childIds: readonly string[],
) =>
  db
    .selectFrom('attendanceYearHistory')
    .selectAll()
    .where(within(scope, 'attendanceYearHistory'))
    .where('childId', 'in', childIds)
    .orderBy('changedAt', 'desc')
    .orderBy('id')
