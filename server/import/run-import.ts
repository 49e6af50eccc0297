import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertAuditEvents } from '../../db/queries/audit-event.ts'
import { insertImportRun } from '../../db/queries/import-run.ts'
import { bumpRevision, everySchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { applyPlan } from './apply-plan.ts'
import type { Held } from './held.ts'
import { changesAnything, noDecisions, type Decisions, type ImportPlan } from './plan.ts'
import { planImport } from './plan-import.ts'
import type { ReadResult } from './read-files.ts'
import { setUpFromFile } from './set-up-school.ts'

export interface ImportDeps {
  db: Kysely<Database>
  clock: Clock
  /** The only maker of scopes lives in `access`. */
  scopeOf: (schoolId: string) => Scope
  changedBy: string
}

export interface RunOptions {
  decisions?: Decisions
  /** The school's revision that the preview was made at; another one means that somebody wrote since. */
  previewedAt?: number
  signal?: AbortSignal
  onProgress?: (progress: { done: number; total: number }) => void
}

export type Outcome =
  | { result: 'no-school' }
  | { result: 'stale' }
  | { result: 'refused' | 'nothing' | 'done'; plan: ImportPlan; held: Held }

export const isOpen = (plan: ImportPlan) =>
  plan.problems.length + plan.conflicts.length + plan.questions.length > 0

/** Undoes the transaction of a preview, and carries what it found. */
class OnlyLooking extends Error {
  override name = 'OnlyLooking'
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('only looking')
    this.outcome = outcome
  }
}

async function schoolFor(trx: Transaction<Database>, read: ReadResult) {
  const known = await everySchool(trx).executeTakeFirst()
  const school = known ?? (await setUpFromFile(trx, read))
  return { school, isNew: !known && school?.revision === 0 }
}

/** What a run would do, without doing it: the same code as the run, in a transaction that is undone. */
export async function previewImport(
  deps: ImportDeps,
  read: ReadResult,
  decisions: Decisions = noDecisions,
): Promise<Outcome> {
  try {
    await inTransaction(deps.db, async (trx) => {
      const { school, isNew } = await schoolFor(trx, read)
      if (!school) throw new OnlyLooking({ result: 'no-school' })
      const { plan, held } = await planImport(trx, deps.scopeOf(school.id), school, read, decisions)
      throw new OnlyLooking({ result: outcomeOf(plan, isNew), plan, held })
    })
  } catch (error) {
    if (error instanceof OnlyLooking) return error.outcome
    throw error
  }
  throw new Error('A preview ended without an answer')
}

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
    const { school, isNew } = await schoolFor(trx, read)
    if (!school) return { result: 'no-school' }
    if (options.previewedAt !== undefined && options.previewedAt !== school.revision)
      return { result: 'stale' }
    const scope = deps.scopeOf(school.id)
    await bumpRevision(trx, scope, school.id).execute()
    const { plan, held } = await planImport(trx, scope, school, read, options.decisions ?? noDecisions)
    const result = outcomeOf(plan, isNew)
    if (result !== 'done') throw new OnlyLooking({ result, plan, held })
    const importRunId = crypto.randomUUID()
    const change = { at: deps.clock.now(), changedBy: deps.changedBy, importRunId }
    await applyPlan(trx, scope, school.id, plan, change, {
      signal: options.signal,
      onProgress: (done, total) => options.onProgress?.({ done, total }),
    })
    await recordRun(trx, school.id, read, plan, { ...change, startedAt, finishedAt: deps.clock.now() })
    options.signal?.throwIfAborted()
    return { result, plan, held }
  }).catch((error: unknown) => {
    if (error instanceof OnlyLooking) return error.outcome
    throw error
  })
}

async function recordRun(
  trx: Transaction<Database>,
  schoolId: string,
  read: ReadResult,
  plan: ImportPlan,
  run: { at: string; changedBy: string; importRunId: string; startedAt: string; finishedAt: string },
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
  await insertAuditEvents(trx, [
    {
      id: crypto.randomUUID(),
      schoolId,
      at: run.at,
      changedBy: run.changedBy,
      action: 'import.run',
      childId: null,
      kind: null,
      recordId: run.importRunId,
      reason: null,
    },
  ])
}
