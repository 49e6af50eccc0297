import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Change, RecordChanges } from '../../db/queries/record-shape.ts'
import { correctRecord } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { considerationById, takeUp, type Seen, type Stepped } from './considering.ts'
import type { DraftFields } from './shapes.ts'

type Columns = RecordChanges<'consideration'>

const columnsOf = ({ reasons, missesExam, ...plain }: DraftFields): Columns => ({
  ...plain,
  reasons: [...new Set(reasons)].join(';'),
  missesExam: missesExam === null ? null : missesExam ? 1 : 0,
})

/**
 * Saves what has been filled in, as far as it goes. What is stored already is answered again, so that a draft
 * whose answer was lost can be sent once more.
 */
export const saveDraft = (
  db: Kysely<Database>,
  scope: Scope,
  seen: Seen,
  fields: DraftFields,
  change: Change,
): Promise<Stepped> =>
  inTransaction(db, async (trx): Promise<Stepped> => {
    const taken = await takeUp(trx, scope, seen)
    if (!taken) return { outcome: 'missing' }
    const { row, isCurrent } = taken
    const columns = columnsOf(fields)
    const same = Object.entries(columns).every(([name, value]) => row[name as keyof Columns] === value)
    if (row.state !== 'open') return { outcome: 'closed', row }
    if (same) return { outcome: 'again', row }
    if (!isCurrent) return { outcome: 'stale', row }
    await correctRecord(trx, scope, 'consideration', row.id, row.version, columns, change)
    const saved = await considerationById(trx, scope, row.id)
    return saved ? { outcome: 'ok', row: saved } : { outcome: 'missing' }
  })
