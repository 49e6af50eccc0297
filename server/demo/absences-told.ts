import type { Transaction } from 'kysely'
import { createMany } from '../../db/queries/record-many.ts'
import type { Database } from '../../db/schema.ts'
import { weekday } from '../calendar/iso-date.ts'
import { nthBack, type Stage } from './stage.ts'

const MONDAY = 0
/** As far back as the register of the cast has unauthorised Mondays. */
const LATELY = 24

/** Social workers were rung about unexplained absences on the same day, all but one. */
export async function addAbsencesTold(trx: Transaction<Database>, stage: Stage): Promise<void> {
  const mondays = Array.from({ length: LATELY }, (_, i) => i + 1).filter(
    (back) => weekday(nthBack(stage, back)) === MONDAY,
  )
  const calls: readonly { child: string; backs: readonly number[] }[] = [
    { child: 'Bryony Catkin', backs: mondays },
    { child: 'Clover Thistledown', backs: mondays },
    { child: 'Rowan Harebell', backs: [9, 2] },
  ]
  const contacts = calls.flatMap(({ child, backs }) =>
    backs.map((back) => ({
      id: crypto.randomUUID(),
      schoolId: stage.schoolId,
      childId: stage.childId(child),
      suspensionId: null,
      considerationId: null,
      withRole: 'social-worker' as const,
      purpose: 'absence' as const,
      contactedAt: `${nthBack(stage, back)}T10:15`,
      how: 'phone' as const,
      madeBy: 'Ruth Plover',
      outcome: 'reached' as const,
      note: null,
      agreedBy: null,
      refusedBy: null,
    })),
  )
  await createMany(trx, 'contact', contacts, stage.change)
}
