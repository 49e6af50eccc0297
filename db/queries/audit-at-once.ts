import type Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { atOnce } from '../at-once.ts'
import type { Database } from '../schema.ts'
import {
  chained,
  withSets,
  setsToKeep,
  type AuditEntry,
  type AuditMemory,
  type ChainEnd,
} from './audit-event.ts'

/** Every event has a row of the same fields: those of one that says nothing. */
const fields = Object.keys(chained({ seq: 0, hash: '' }, [{ at: '', changedBy: '', action: '' }])[0]!)

const columns = fields.map((field) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

const prepare = (raw: Sqlite.Database) => ({
  end: raw.prepare<[], ChainEnd>("select seq, hash from audit_chain where id = 'main'"),
  move: raw.prepare<[number, string, string]>(
    "update audit_chain set seq = ?, hash = ? where id = 'main' and hash = ?",
  ),
  hasSet: raw.prepare<[string]>('select 1 from audit_child_set where id = ? limit 1'),
  addToSet: raw.prepare<[string, string]>('insert into audit_child_set (id, child_id) values (?, ?)'),
  add: raw.prepare<[Database['auditEvent']]>(
    `insert into audit_event (${columns.join()}) values (${fields.map((field) => `@${field}`).join()})`,
  ),
})

const prepared = new WeakMap<Sqlite.Database, ReturnType<typeof prepare>>()

function statementsOf(raw: Sqlite.Database) {
  const known = prepared.get(raw) ?? prepare(raw)
  prepared.set(raw, known)
  return known
}

/**
 * Adds events to the chain in one turn of the loop, and answers what may be remembered; undefined, with nothing
 * added, where `atOnce` cannot be. Every answer about a child waits for this.
 */
export const appendAtOnce = (
  db: Kysely<Database>,
  entries: readonly AuditEntry[],
  remembered: AuditMemory,
): AuditMemory | undefined =>
  atOnce(db, (raw) => {
    const { end, move, hasSet, addToSet, add } = statementsOf(raw)
    const rowsAfter = (from: ChainEnd) => {
      const rows = chained(from, entries)
      const last = rows.at(-1)!
      return move.run(last.seq, last.hash, from.hash).changes === 1 ? rows : undefined
    }
    const rows = (remembered.end && rowsAfter(remembered.end)) ?? rowsAfter(end.get()!)!
    const sets = setsToKeep(entries, remembered.sets)
    for (const [id, childIds] of sets)
      if (hasSet.get(id) === undefined) for (const childId of new Set(childIds)) addToSet.run(id, childId)
    for (const row of rows) add.run(row)
    const { seq, hash } = rows.at(-1)!
    return { end: { seq, hash }, sets: withSets(remembered.sets, sets) }
  })
