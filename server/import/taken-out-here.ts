import type { Kysely } from 'kysely'
import { inBlocks } from '../../db/blocks.ts'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import { listRecords } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { linesOf } from './lines-of.ts'
import { keyOf, recordShapes, type Fields, type PlannedTable } from './record-shapes.ts'
import type { RowPlace } from './source.ts'
import type { RowSourceName, SourceRows } from './sources/index.ts'

type OutTable = PlannedTable | 'contact'

/** Records that people took out as wrong, by table. */
export type TakenOut = { readonly [T in OutTable]: readonly Database[T][] }

/** The history of some records, latest first. */
async function historyOf(db: Kysely<Database>, scope: Scope, ids: readonly string[]) {
  const byRecord = new Map<string, Database['recordHistory'][]>()
  for (const block of inBlocks(ids))
    for (const row of await recordHistoryOf(db, scope, block).execute())
      byRecord.set(row.recordId, [...(byRecord.get(row.recordId) ?? []), row])
  return byRecord
}

/** Of records that are out, those that a person took out: what an import took away may come back with a file. */
async function byPeople<T extends OutTable>(db: Kysely<Database>, scope: Scope, table: T, schoolId: string) {
  const out = await listRecords(db, scope, table, { schoolId }, 'removed')
  const history = await historyOf(
    db,
    scope,
    out.map(({ id }) => id),
  )
  return out.filter(({ id }) => (history.get(id)?.[0]?.importRunId ?? null) === null)
}

/** All that people of a school took out as wrong, of the kinds that files tell of. */
export const takenOutOfSchool = async (
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
): Promise<TakenOut> => ({
  termDate: await byPeople(db, scope, 'termDate', schoolId),
  child: await byPeople(db, scope, 'child', schoolId),
  careEpisode: await byPeople(db, scope, 'careEpisode', schoolId),
  person: await byPeople(db, scope, 'person', schoolId),
  pepMeeting: await byPeople(db, scope, 'pepMeeting', schoolId),
  suspension: await byPeople(db, scope, 'suspension', schoolId),
  contact: await byPeople(db, scope, 'contact', schoolId),
})

type Standing = { readonly [T in PlannedTable]: readonly Database[T][] }

/** The keys that standing records had before a person put another in their place, by table. */
export type FormerKeys = ReadonlyMap<PlannedTable, ReadonlySet<string>>

/**
 * What standing records were told apart by before a person corrected it: a file that still says it tells of the same
 * record, and brings no second one. `standing`: all that the school holds.
 */
export async function formerKeysOf(
  db: Kysely<Database>,
  scope: Scope,
  standing: Standing,
): Promise<FormerKeys> {
  const former = new Map<PlannedTable, Set<string>>()
  for (const { table, key } of Object.values(recordShapes)) {
    const rows = standing[table] as unknown as readonly (Fields & {
      id: string
      version: number
      typed: string
    })[]
    const mayBe = rows.filter(
      ({ version, typed }) => version > 1 && typed.split(';').some((field) => key.includes(field)),
    )
    const history = await historyOf(
      db,
      scope,
      mayBe.map(({ id }) => id),
    )
    const keys = new Set<string>()
    for (const row of mayBe) {
      let was: Fields = row
      for (const { before } of history.get(row.id) ?? []) {
        was = { ...was, ...(JSON.parse(before) as Fields) }
        keys.add(keyOf(was, key))
      }
      keys.delete(keyOf(row, key))
    }
    former.set(table, keys)
  }
  return former
}

/** What a plan is made against, as far as it tells what is out. */
type Here = Standing & { readonly takenOut: TakenOut; readonly formerKeys: FormerKeys }

/** The rows of a source by whether they go in. */
export interface Parted<Row> {
  readonly goIn: readonly Row[]
  /** Taken out as wrong, or of a child who was. */
  readonly stayOut: readonly RowPlace[]
  /** Corrected here to another one. */
  readonly corrected: readonly RowPlace[]
}

/**
 * Parts the rows of a source into those that go in and those that people here took out as wrong, or corrected to
 * another one: a file brings none of them back. A row stays out when the same record is out, by the key of its kind,
 * and none like it stands, or when its child was taken out. One put right where the file comes from has another key,
 * and goes in.
 */
export function besideTakenOut<Name extends RowSourceName>(
  source: Name,
  rows: readonly SourceRows[Name][],
  held: Here,
  childIds: ReadonlyMap<string, string>,
): Parted<SourceRows[Name]> {
  const shape = recordShapes[source]
  const keysOf = (records: readonly object[]) =>
    new Set(records.map((record) => keyOf(record as Fields, shape.key)))
  const out = keysOf(held.takenOut[shape.table])
  const former = held.formerKeys.get(shape.table) ?? new Set()
  const childrenOut = new Set(held.takenOut.child.map(({ upn }) => upn))
  const childrenFormer = held.formerKeys.get('child') ?? new Set()
  if (out.size + former.size + childrenOut.size + childrenFormer.size === 0)
    return { goIn: rows, stayOut: [], corrected: [] }
  const standing = keysOf(held[shape.table])
  const placeOf = (row: SourceRows[Name]): keyof Parted<unknown> => {
    const upn = shape.upn?.(row) ?? null
    const childId = upn === null ? null : (childIds.get(upn) ?? null)
    if (upn !== null && childId === null) {
      if (childrenFormer.has(keyOf({ upn }, recordShapes.children.key))) return 'corrected'
      return childrenOut.has(upn) ? 'stayOut' : 'goIn'
    }
    const key = keyOf({ ...shape.fields(row, undefined), ...(shape.upn ? { childId } : {}) }, shape.key)
    if (standing.has(key)) return 'goIn'
    return former.has(key) ? 'corrected' : out.has(key) ? 'stayOut' : 'goIn'
  }
  const parted = { goIn: [], stayOut: [], corrected: [] } as Record<keyof Parted<unknown>, SourceRows[Name][]>
  for (const row of rows) parted[placeOf(row)].push(row)
  return parted
}

/** What is said of rows that stay out. */
export const takenOutWords = (rows: readonly RowPlace[]): string =>
  `Taken out here as wrong, so left out and not counted: ${linesOf(rows)}. Correct it where the file comes from; what is right after all is recorded here, by its form.`

/** What is said of rows that tell of something by what it was before a person corrected that. */
export const correctedWords = (rows: readonly RowPlace[]): string =>
  `Corrected here to something else, so left out: ${linesOf(rows)}. Correct it where the file comes from. If it is another one, record it here, by its form.`

/** What is said of times of telling that stay out while their suspension goes in. */
export const timeTakenOutWords = (rows: readonly RowPlace[]): string =>
  `A time taken out here as wrong, so left out: ${linesOf(rows)}. Correct it where the file comes from; when they were told after all is recorded on the child’s page.`
