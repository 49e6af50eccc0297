import { setImmediate as turn } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { inBlocks } from '../../db/blocks.ts'
import { insertAttendanceYearHistory, upsertAttendanceYears } from '../../db/queries/attendance-year.ts'
import { removeRecord } from '../../db/queries/record.ts'
import { createMany, updateMany } from '../../db/queries/record-many.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ImportPlan, PlannedCreate, PlannedUpdate } from './plan.ts'

/** Parents before children, so that what is named is there. */
const tables = ['termDate', 'child', 'careEpisode', 'person', 'pepMeeting', 'suspension', 'contact'] as const

const ofTable = <T extends PlannedCreate | PlannedUpdate>(list: readonly T[], table: T['table']) =>
  list.filter((one) => one.table === table)

export interface ApplyControl {
  signal?: AbortSignal | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** Writes a plan in the run's transaction: records with their history, then registers. Throws when it is stopped. */
export async function applyPlan(
  trx: Transaction<Database>,
  scope: Scope,
  schoolId: string,
  plan: ImportPlan,
  change: Change & { importRunId: string },
  { signal, onProgress }: ApplyControl = {},
): Promise<void> {
  const total = plan.creates.length + plan.updates.length + plan.removals.length + plan.registers.length
  let done = 0
  /** Lets the process look at what came in meanwhile, such as the wish to stop. */
  const step = async (count: number) => {
    onProgress?.((done += count), total)
    await turn()
    signal?.throwIfAborted()
  }
  for (const table of tables) {
    for (const block of inBlocks(ofTable(plan.creates, table))) {
      const rows = block.map(({ id, childId, fields }) =>
        table === 'child' || table === 'termDate'
          ? { id, schoolId, ...fields }
          : { id, schoolId, childId, ...fields },
      )
      await createMany(trx, table, rows as never, change)
      await step(block.length)
    }
    for (const block of inBlocks(ofTable(plan.updates, table))) {
      await updateMany(trx, scope, table, block as never, change)
      await step(block.length)
    }
  }
  for (const { id, version } of plan.removals) {
    await removeRecord(trx, scope, 'contact', id, version, { ...change, reason: 'Blank in a newer file' })
    await step(1)
  }
  for (const block of inBlocks(plan.registers)) {
    await insertAttendanceYearHistory(
      trx,
      block.flatMap(({ childId, academicYear, marksBefore }) =>
        marksBefore === null
          ? []
          : {
              id: crypto.randomUUID(),
              schoolId,
              childId,
              academicYear,
              marksBefore,
              changedAt: change.at,
              changedBy: change.changedBy,
              importRunId: change.importRunId,
            },
      ),
    )
    await upsertAttendanceYears(
      trx,
      block.map(({ id, childId, academicYear, marks }) => ({ id, schoolId, childId, academicYear, marks })),
    )
    await step(block.length)
  }
}
