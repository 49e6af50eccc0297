import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAuditEvents, type AuditBy } from '../../db/queries/audit-event.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { insertImportRun } from '../../db/queries/import-run.ts'
import { bumpRevision, everySchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { applyPlan } from './apply-plan.ts'
import { childrenConcerned } from './children-concerned.ts'
import type { Held, School } from './held.ts'
import { changesAnything, noDecisions, type Decisions, type ImportPlan, type MayBring } from './plan.ts'
import { planImport } from './plan-import.ts'
import type { ReadResult } from './read-files.ts'
import { setUpFromFile } from './set-up-school.ts'

export interface ImportDeps {
  db: Kysely<Database>
  clock: Clock
  /** The only maker of scopes lives in `access`. */
  scopeOf: (schoolId: string) => Scope
  changedBy: string
  /** The school of whoever brings files in; the first one where it is left out, as for the command. */
  schoolId?: string | null
  /** The account, role and route behind it, for the audit. */
  by?: AuditBy
  /** Which rows the person may bring in; all of them where it is left out, as for the command. */
  mayBring?: MayBring
}

export interface RunOptions {
  decisions?: Decisions
  /** The school's revision that the preview was made at; another one means that somebody wrote since. */
  previewedAt?: number
  signal?: AbortSignal
  onProgress?: (progress: { done: number; total: number }) => void
}

export interface Planned {
  result: 'refused' | 'nothing' | 'done'
  plan: ImportPlan
  held: Held
}

export type Outcome = { result: 'no-school' } | { result: 'stale' } | Planned

/** What is seen of the school in the preview's own transaction; `childIds` are those a run concerns, or all. */
export type LookAt<Seen> = (
  trx: Transaction<Database>,
  scope: Scope,
  school: School,
  childIds: readonly string[] | 'everyone',
) => Promise<Seen>

/** The school before and after a run that is only looked at; null where it cannot be told. */
export type Weighed<Seen> = { before: Seen; after: Seen } | null

export const isOpen = (plan: ImportPlan) =>
  plan.problems.length + plan.conflicts.length + plan.questions.length > 0

/** Undoes the transaction of a preview, and carries what it found. */
class OnlyLooking<Found> extends Error {
  override name = 'OnlyLooking'
  readonly found: Found

  constructor(found: Found) {
    super('only looking')
    this.found = found
  }
}

/** The school that the files go into. Somebody of no school sets the first one up, and reaches none that is there. */
async function schoolFor(trx: Transaction<Database>, read: ReadResult, { schoolId }: ImportDeps) {
  const schools = await everySchool(trx).execute()
  const known = schoolId === undefined ? schools[0] : schools.find(({ id }) => id === schoolId)
  const school = known ?? (schools.length === 0 ? await setUpFromFile(trx, read) : undefined)
  return { school, isNew: !known && school?.revision === 0 }
}

/** A preview tells what a run means where it concerns at most so many children. */
const MOST_WEIGHED = 300

/**
 * What a run would do, without doing it: the same code as the run, in a transaction that is undone. With
 * `lookAt` also what it sees of the children concerned before and after. That is left out where the files may
 * be another school's, where nothing would change, and above 300 children.
 */
export async function previewImport<Seen>(
  deps: ImportDeps,
  read: ReadResult,
  decisions: Decisions = noDecisions,
  { lookAt, signal }: { lookAt?: LookAt<Seen>; signal?: AbortSignal } = {},
): Promise<Exclude<Outcome, Planned> | (Planned & { weighed: Weighed<Seen> })> {
  try {
    await inTransaction(deps.db, async (trx) => {
      const { school, isNew } = await schoolFor(trx, read, deps)
      if (!school) throw new OnlyLooking({ result: 'no-school' })
      const scope = deps.scopeOf(school.id)
      const { plan, held } = await planImport(trx, scope, school, read, decisions, deps.mayBring)
      const planned: Planned = { result: outcomeOf(plan, isNew), plan, held }
      const childIds = lookAt && isOurs(plan) ? childrenConcerned(plan, held) : []
      if (!lookAt || childIds.length === 0 || countOf(childIds, planned) > MOST_WEIGHED)
        throw new OnlyLooking({ ...planned, weighed: null })
      const before = await lookAt(trx, scope, school, childIds)
      await carryOut(deps, trx, { scope, school, read, plan }, signal === undefined ? {} : { signal })
      const after = await lookAt(trx, scope, school, childIds)
      throw new OnlyLooking({ ...planned, weighed: { before, after } })
    })
  } catch (error) {
    if (error instanceof OnlyLooking)
      return error.found as Exclude<Outcome, Planned> | (Planned & { weighed: Weighed<Seen> })
    throw error
  }
  throw new Error('A preview ended without an answer')
}

const isOurs = ({ problems, questions }: ImportPlan) =>
  !problems.some(({ code }) => code === 'other-school') &&
  !questions.some(({ kind }) => kind === 'other-school')

const countOf = (childIds: readonly string[] | 'everyone', { plan, held }: Planned) =>
  childIds === 'everyone'
    ? held.child.length + plan.creates.filter(({ table }) => table === 'child').length
    : childIds.length

const outcomeOf = (plan: ImportPlan, isNew: boolean) =>
  isOpen(plan) ? 'refused' : isNew || changesAnything(plan) ? 'done' : 'nothing'

/**
 * Brings files in: all of them, or none. Refused with the plan when a line is wrong, a person has to decide, or
 * a question is open; `nothing` when the school holds all of it already; `stale` when somebody wrote since the
 * preview. Throws the signal's reason when it is stopped, and then nothing is left behind.
 */
export async function runImport(
  deps: ImportDeps,
  read: ReadResult,
  options: RunOptions = {},
): Promise<Outcome> {
  const startedAt = deps.clock.now()
  return inTransaction(deps.db, async (trx): Promise<Outcome> => {
    const { school, isNew } = await schoolFor(trx, read, deps)
    if (!school) return { result: 'no-school' }
    if (options.previewedAt !== undefined && options.previewedAt !== school.revision)
      return { result: 'stale' }
    const scope = deps.scopeOf(school.id)
    await bumpRevision(trx, scope, school.id).execute()
    const { decisions = noDecisions } = options
    const { plan, held } = await planImport(trx, scope, school, read, decisions, deps.mayBring)
    const result = outcomeOf(plan, isNew)
    if (result !== 'done') throw new OnlyLooking({ result, plan, held })
    await carryOut(deps, trx, { scope, school, read, plan, startedAt }, options)
    options.signal?.throwIfAborted()
    return { result, plan, held }
  }).catch((error: unknown) => {
    if (error instanceof OnlyLooking) return error.found as Planned
    throw error
  })
}

/** Writes what a plan says, and that it was done; in the transaction of a run, or of a preview. */
async function carryOut(
  deps: ImportDeps,
  trx: Transaction<Database>,
  run: { scope: Scope; school: School; read: ReadResult; plan: ImportPlan; startedAt?: string },
  { signal, onProgress }: Pick<RunOptions, 'signal' | 'onProgress'>,
) {
  const { scope, school, read, plan } = run
  const importRunId = crypto.randomUUID()
  const by = deps.by === undefined ? {} : { by: deps.by }
  const change = { at: deps.clock.now(), changedBy: deps.changedBy, importRunId, ...by }
  await applyPlan(trx, scope, school.id, plan, change, {
    signal,
    onProgress: (done, total) => onProgress?.({ done, total }),
  })
  const finishedAt = deps.clock.now()
  await recordRun(trx, school.id, read, plan, {
    ...change,
    startedAt: run.startedAt ?? change.at,
    finishedAt,
  })
}

async function recordRun(
  trx: Transaction<Database>,
  schoolId: string,
  read: ReadResult,
  plan: ImportPlan,
  run: Change & { importRunId: string; startedAt: string; finishedAt: string },
) {
  await insertImportRun(trx, {
    id: run.importRunId,
    schoolId,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    changedBy: run.changedBy,
    files: JSON.stringify(
      read.files
        .filter(({ status }) => status === 'ready')
        .map(({ name, source, sha256, rows }) => ({ name, source, sha256, rows })),
    ),
    counts: JSON.stringify(plan.counts.map(({ missingChildIds: _, ...counts }) => counts)),
  }).execute()
  await appendAuditEvents(trx, [
    {
      ...run.by,
      schoolId,
      at: run.at,
      changedBy: run.changedBy,
      action: 'import.run',
      recordId: run.importRunId,
    },
  ])
}
