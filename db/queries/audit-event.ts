import type { Compilable, CompiledQuery, Kysely, Transaction } from 'kysely'
import { auditHash, childSetId } from '../audit-hash.ts'
import { inBlocks, insertInBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** Who acts, in which role, from where, by which route: what every event of one request shares. */
export interface AuditBy {
  readonly accountId?: string | null
  readonly role?: string | null
  /** The first 16 characters of the sign-in's id. */
  readonly signInId?: string | null
  readonly address?: string | null
  readonly route?: string | null
}

/** What is kept of one act or one answer. */
export interface AuditEntry extends AuditBy {
  readonly at: string
  /** The person's name, or the program's part. */
  readonly changedBy: string
  readonly action: string
  readonly schoolId?: string | null
  /** Every child shown or concerned. */
  readonly childIds?: readonly string[]
  readonly dataClasses?: readonly number[]
  readonly kind?: string | null
  readonly recordId?: string | null
  readonly reason?: string | null
  readonly detail?: Readonly<Record<string, string | number>> | null
}

/** The number and the hash of the last event. */
export interface ChainEnd {
  readonly seq: number
  readonly hash: string
}

/** What a writer remembers of the chain, so that it need not ask: its end, and sets of children that are kept. */
export interface AuditMemory {
  readonly end: ChainEnd | undefined
  readonly sets: ReadonlySet<string>
}

export const nothingRemembered: AuditMemory = { end: undefined, sets: new Set() }

/** Sets are few and seen daily; beyond this many the writer forgets and asks again. */
const MOST_SETS = 2000

/** Rows that one statement takes at most. */
const MOST_IN_ONE = 32

const ids = new WeakMap<readonly string[], string>()

/** The id of a set; lists that are shown again and again are hashed once. */
function setId(childIds: readonly string[]): string {
  const known = ids.get(childIds) ?? childSetId(childIds)
  ids.set(childIds, known)
  return known
}

/** The sets of children that entries name and that are not remembered as kept, by their ids. */
export function setsToKeep(
  entries: readonly AuditEntry[],
  remembered: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, readonly string[]>()
  for (const { childIds = [] } of entries)
    if (childIds.length > 0 && !remembered.has(setId(childIds))) sets.set(setId(childIds), childIds)
  return sets
}

/** What is remembered with sets that are kept now. */
export const withSets = (
  remembered: ReadonlySet<string>,
  sets: ReadonlyMap<string, unknown>,
): ReadonlySet<string> =>
  sets.size === 0
    ? remembered
    : new Set(remembered.size < MOST_SETS ? [...remembered, ...sets.keys()] : sets.keys())

async function keepChildSets(
  trx: Transaction<Database>,
  sets: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const [id, childIds] of sets) {
    const known = await trx.selectFrom('auditChildSet').select('id').where('id', '=', id).limit(1).execute()
    if (known.length === 0)
      await insertInBlocks(
        trx,
        'auditChildSet',
        [...new Set(childIds)].map((childId) => ({ id, childId })),
      )
  }
}

const odd = /[\0\p{Surrogate}]/u

/**
 * A text as both databases give it back: without NUL and without half characters, which would come back as
 * others and look like a change.
 */
const kept = (text: string | null | undefined): string | null =>
  text === null || text === undefined
    ? null
    : odd.test(text)
      ? text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')
      : text

type Row = Database['auditEvent']

/** The events as rows that follow the end of a chain. */
export function chained(end: ChainEnd, entries: readonly AuditEntry[]): Row[] {
  let { seq, hash } = end
  return entries.map((entry) => {
    const { childIds = [], dataClasses = [], detail } = entry
    const event = {
      seq: ++seq,
      at: entry.at,
      changedBy: kept(entry.changedBy) ?? '',
      accountId: kept(entry.accountId),
      role: kept(entry.role),
      signInId: kept(entry.signInId),
      address: kept(entry.address),
      action: entry.action,
      schoolId: kept(entry.schoolId),
      childSet: childIds.length > 0 ? setId(childIds) : null,
      dataClasses: dataClasses.length > 0 ? dataClasses.join(';') : null,
      kind: kept(entry.kind),
      recordId: kept(entry.recordId),
      route: kept(entry.route),
      reason: kept(entry.reason),
      detail: detail ? JSON.stringify(detail) : null,
    }
    hash = auditHash(hash, event)
    return { ...event, hash }
  })
}

/** Statements of one database by what they do, compiled once: every look at a child is one of these. */
const compiled = new WeakMap<object, Map<string, CompiledQuery>>()

function compiledOnce(trx: Transaction<Database>, name: string, query: () => Compilable): CompiledQuery {
  const { adapter } = trx.getExecutor()
  const known = compiled.get(adapter) ?? new Map<string, CompiledQuery>()
  compiled.set(adapter, known)
  const found = known.get(name) ?? query().compile()
  known.set(name, found)
  return found
}

async function insertRows(trx: Transaction<Database>, rows: readonly Row[]): Promise<void> {
  const query = compiledOnce(trx, `insert ${rows.length}`, () => trx.insertInto('auditEvent').values(rows))
  await trx.executeQuery({ ...query, parameters: rows.flatMap((row) => Object.values(row)) })
}

/** Moves the end of the chain from where it is believed to be; false when it is not there. */
async function moveEnd(trx: Transaction<Database>, from: ChainEnd, to: ChainEnd): Promise<boolean> {
  const query = compiledOnce(trx, 'move', () =>
    trx
      .updateTable('auditChain')
      .set({ seq: to.seq, hash: to.hash })
      .where('id', '=', 'main')
      .where('hash', '=', from.hash),
  )
  const parameters = [to.seq, to.hash, 'main', from.hash]
  const { numAffectedRows } = await trx.executeQuery({ ...query, parameters })
  return numAffectedRows === 1n
}

/** The end of the chain, locked until the transaction ends. */
const lockedEnd = (trx: Transaction<Database>) =>
  trx
    .updateTable('auditChain')
    .set((chain) => ({ seq: chain.ref('seq') }))
    .where('id', '=', 'main')
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()

/**
 * Adds events to the chain within a transaction. The end of the chain stays locked until the transaction
 * ends, so take it last. Answers what may be remembered once the transaction is committed.
 */
export async function appendAuditEvents(
  trx: Transaction<Database>,
  entries: readonly AuditEntry[],
  remembered: AuditMemory = nothingRemembered,
): Promise<AuditMemory> {
  if (entries.length === 0) return remembered
  let before = remembered.end ?? (await lockedEnd(trx))
  let rows = chained(before, entries)
  let end = rows.at(-1)!
  if (!(await moveEnd(trx, before, end))) {
    before = await lockedEnd(trx)
    rows = chained(before, entries)
    end = rows.at(-1)!
    await moveEnd(trx, before, end)
  }
  const sets = setsToKeep(entries, remembered.sets)
  await keepChildSets(trx, sets)
  for (const block of inBlocks(rows, MOST_IN_ONE)) await insertRows(trx, block)
  return { end: { seq: end.seq, hash: end.hash }, sets: withSets(remembered.sets, sets) }
}

/** Latest first. */
const auditEvents = (db: Kysely<Database>, scope: Scope) =>
  db.selectFrom('auditEvent').selectAll().where('schoolId', 'in', scope.schoolIds).orderBy('seq', 'desc')

/** Every event that shows or concerns the child, latest first. */
export const auditEventsOfChild = (db: Kysely<Database>, scope: Scope, childId: string) =>
  auditEvents(db, scope).where('childSet', 'in', (sets) =>
    sets.selectFrom('auditChildSet').select('id').where('childId', '=', childId),
  )
