import { childById } from '../../db/queries/child.ts'
import { tableOfKind } from '../../db/queries/record-shape.ts'
import { getRecord, listRecords } from '../../db/queries/record.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import type { ContactTable } from '../../db/tables/contact.ts'
import type { SuspensionTable } from '../../db/tables/suspension.ts'
import {
  againstAsking,
  againstDecision,
  againstOthers,
  beforeDecision,
  followsDecision,
  type Asked,
  type Decided,
} from '../pathway/corrected.ts'
import { dayOf, localMinute } from '../calendar/iso-date.ts'
import { cohortsOn } from '../law/cohorts.ts'
import { FIRST_AGREE } from '../pathway/agreement.ts'
import type { FieldProblem, FieldValues, RecordKind } from '../records/kind.ts'
import { besideAnother, isOneAtATime, type OneAtATime } from '../pathway/one-at-a-time.ts'
import { toColumns } from '../records/field-columns.ts'
import { isAgain, ofTakenOut } from '../pathway/taken-out.ts'
import type { FindTakenOut } from '../records/write-new-record.ts'
import type { JudgeRecord } from '../records/write-record.ts'
import type { AtDay } from './desk.ts'
import { minuteOf } from './minute-of.ts'
import { factsOfChild } from './views/before-rows.ts'

/**
 * What speaks against writing a record of a kind, beside its own form: a suspension is not made another than was
 * decided nor longer than a school year allows, no half day counts twice, nobody was asked before a decision after it,
 * nothing that follows it was before it, and of what a child has one at a time there are not two. `now` is an instant.
 */
export function judgeRecord(at: AtDay, kind: RecordKind, now: string): JudgeRecord | undefined {
  const { scope, school, on, calendar } = at
  const day = { now: minuteOf(at, now), on, calendar }

  const judgeSuspension: JudgeRecord = async (trx, { childId, row, after }) => {
    if (childId === null) return []
    // From here on no other writer of the school comes between.
    await bumpRevision(trx, scope, school.id).execute()
    const next = toColumns(kind, after) as unknown as Decided
    const held = row as unknown as SuspensionTable | null
    const child = await childById(trx, scope, childId).executeTakeFirst()
    const facts = (await factsOfChild(trx, at, childId))?.facts.suspension ?? null
    return [
      ...ofTakenOut(held, held ? againstDecision(held, next, child?.leftOn ?? null, day) : [], on),
      // What was taken out is in no total, and is counted anew.
      ...againstOthers(facts, held?.removedAt === null ? held : null, next, day),
    ]
  }

  /** Of a child whom no authority looked after that day, the Virtual School is asked with somebody’s agreement, or why not is said. */
  const withoutAgreement = async (
    trx: Parameters<JudgeRecord>[0],
    childId: string | null,
    held: ContactTable | null,
    next: ContactTable,
  ): Promise<FieldProblem[]> => {
    const isAsNow = held?.withRole === next.withRole && held.contactedAt === next.contactedAt
    if (childId === null || next.withRole !== 'virtual-school' || isAsNow) return []
    if (next.agreedBy !== null || next.note !== null) return []
    const care = (await factsOfChild(trx, at, childId))?.facts.care ?? null
    if (care === null || cohortsOn(care.episodes, dayOf(localMinute(next.contactedAt))).cla) return []
    return [{ field: 'agreedBy', message: `${FIRST_AGREE} If nobody did, say why in the note.` }]
  }

  const judgeContact: JudgeRecord = async (trx, { childId, row, after }) => {
    const held = row as unknown as ContactTable | null
    const next = toColumns(kind, after) as unknown as ContactTable
    const unagreed = await withoutAgreement(trx, childId, held, next)
    if (unagreed.length > 0) return unagreed
    if (!held || held.considerationId === null) return []
    await bumpRevision(trx, scope, school.id).execute()
    const considered = await getRecord(trx, scope, 'consideration', held.considerationId)
    if (considered?.state !== 'suspended' || considered.decidedAt === null) return []
    return againstAsking(held, toColumns(kind, after) as unknown as Asked, considered.decidedAt)
  }

  const judgeFollowing: JudgeRecord = async (trx, { after }) => {
    const id = after['suspensionId']
    const about = typeof id === 'string' ? await getRecord(trx, scope, 'suspension', id) : undefined
    return beforeDecision(kind.kind, after, about?.decidedAt ?? null, on)
  }

  const judgeSpan =
    (spanning: OneAtATime): JudgeRecord =>
    async (trx, { childId, row, stored, after }) => {
      if (childId === null) return []
      await bumpRevision(trx, scope, school.id).execute()
      const held = await listRecords(trx, scope, tableOfKind(spanning), { childId })
      const others = held.filter(({ id }) => id !== row?.['id'])
      return besideAnother(spanning, stored, after, others as unknown as FieldValues[], on)
    }

  if (kind.kind === 'suspension') return judgeSuspension
  if (isOneAtATime(kind.kind)) return judgeSpan(kind.kind)
  if (kind.kind === 'contact') return judgeContact
  return kind.kind in followsDecision ? judgeFollowing : undefined
}

/** A suspension that was decided here, taken out as wrong and typed anew is that one again. */
export function findTakenOut({ scope, school, calendar }: AtDay, kind: RecordKind): FindTakenOut | undefined {
  if (kind.kind !== 'suspension') return undefined
  return async (trx, childId, after) => {
    // From here on no other writer of the school comes between.
    await bumpRevision(trx, scope, school.id).execute()
    const next = toColumns(kind, after) as unknown as Decided
    const out = await listRecords(trx, scope, 'suspension', { childId }, 'removed')
    return out.find((row) => isAgain(next, row, calendar))
  }
}
