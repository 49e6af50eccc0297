import { type Expression, expressionBuilder, type Kysely, sql, type SqlBool } from 'kysely'
import type { Database, RecordColumns } from '../schema.ts'
import type { Scope } from '../scope.ts'
import type { AuditBy } from './audit-event.ts'
import { type TableOfChildren, within } from './within.ts'

/** The tables of what people keep and correct; a new one joins by its columns. */
export type RecordTable = {
  [T in keyof Database]: Database[T] extends RecordColumns ? T : never
}[keyof Database]

type KeptColumns = 'version' | 'typed' | 'removedAt' | 'removedReason'

/** A record as its maker gives it, with an id of its own (`crypto.randomUUID()`). */
export type NewRecord<T extends RecordTable> = Omit<Database[T], KeptColumns>

/** The fields of a record that may be corrected. */
export type RecordChanges<T extends RecordTable> = Partial<
  Omit<Database[T], KeptColumns | 'id' | 'schoolId' | 'childId'>
>

/** Who changes something, when, why, and by which import; without an import a person typed it. */
export interface Change {
  at: string
  changedBy: string
  /** The account, role and route behind it, for the audit. */
  by?: AuditBy
  /** The classes of data that a row of it shows to who makes it, for the audit. */
  classesOf?: (row: Fields) => readonly number[]
  reason?: string | null
  importRunId?: string | null
}

export interface AnyRecord extends RecordColumns {
  childId: string | null
  [field: string]: string | number | null
}
export type Fields = Record<string, string | number | null>

/** All record tables seen as one shape: what differs between them is only named at run time. */
export const asRecords = (db: Kysely<Database>) => db as unknown as Kysely<Record<RecordTable, AnyRecord>>

/** The table of a kind of record: `care-episode` is kept in `careEpisode`. */
export const tableOfKind = (kind: string) =>
  kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as RecordTable

/** The other way round: `careEpisode` holds the kind `care-episode`. */
export const kindOfTable = (table: RecordTable) =>
  table.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const childColumn = (table: RecordTable) => (table === 'child' ? 'id' : 'childId')
export const childOf = (table: RecordTable, row: Fields) =>
  (row[childColumn(table)] as string | undefined) ?? null

/** Records of a school and of no child: a new table of such joins here, which the compiler asks for. */
const ofSchool: Readonly<Record<Exclude<RecordTable, TableOfChildren>, true>> = {
  premiumMoney: true,
  termDate: true,
  training: true,
}
const isOfSchool = (table: RecordTable): table is keyof typeof ofSchool => Object.hasOwn(ofSchool, table)

/** The condition that a record lies within a scope. */
export const recordWithin = (scope: Scope, table: RecordTable): Expression<SqlBool> =>
  isOfSchool(table)
    ? expressionBuilder<Database>()(sql.ref<string>(`${table}.schoolId`), 'in', scope.schoolIds)
    : within(scope, table)

export const records = (db: Kysely<Database>, scope: Scope, table: RecordTable) =>
  asRecords(db).selectFrom(table).selectAll().where(recordWithin(scope, table))

const placing = new Set(['id', 'schoolId', 'childId'])
const isField = ([name]: [string, unknown]) => !placing.has(name)
/** A record's own fields, without the ids that place it. */
export const withoutIds = (row: Fields): Fields => Object.fromEntries(Object.entries(row).filter(isField))

export const historyRow = (
  table: RecordTable,
  row: AnyRecord,
  before: Fields,
  after: Fields,
  change: Change,
) => ({
  id: crypto.randomUUID() as string,
  schoolId: row.schoolId,
  childId: childOf(table, row),
  kind: kindOfTable(table),
  recordId: row.id,
  version: row.version,
  before: JSON.stringify(before),
  after: JSON.stringify(after),
  changedAt: change.at,
  changedBy: change.changedBy,
  reason: change.reason ?? null,
  importRunId: change.importRunId ?? null,
})

export const typedBy = (change: Change, typedBefore: string, fields: readonly string[]) =>
  change.importRunId
    ? typedBefore
    : [...new Set([...typedBefore.split(';').filter(Boolean), ...fields])].toSorted().join(';')

export const firstVersion = (values: Fields, change: Change) =>
  ({
    ...values,
    version: 1,
    typed: typedBy(
      change,
      '',
      Object.entries(withoutIds(values)).flatMap(([field, value]) => (value === null ? [] : [field])),
    ),
    removedAt: null,
    removedReason: null,
  }) as AnyRecord

const ours = new Set([...placing, 'version', 'typed', 'removedAt', 'removedReason'])

/** The fields whose values differ, as they were and as they are to be. Throws for a column that nobody may set. */
export function difference(row: Fields, changes: Fields) {
  const forbidden = Object.keys(changes).find((field) => ours.has(field))
  if (forbidden) throw new Error(`${forbidden} cannot be corrected`)
  const fields = Object.keys(changes).filter(
    (field) => changes[field] !== undefined && changes[field] !== row[field],
  )
  return {
    fields,
    before: Object.fromEntries(fields.map((field) => [field, row[field] ?? null])),
    after: Object.fromEntries(fields.map((field) => [field, changes[field] ?? null])),
  }
}
