import { auditHash, childSetId, genesis } from '../../db/audit-hash.ts'
import type { AuditAnchorTable, AuditChildSetTable, AuditEventTable } from '../../db/tables/audit-event.ts'
import type { Anchor } from './anchor.ts'
import { isSignedBy, keyName } from './anchor-key.ts'

/** The record of who looked as it lies in a database, in pieces of any size. */
export interface AuditRecord {
  /** In the order of their numbers. */
  readonly events: AsyncIterable<readonly AuditEventTable[]>
  /** In the order of their ids. */
  readonly childSets: AsyncIterable<readonly AuditChildSetTable[]>
  readonly end: { readonly seq: number; readonly hash: string } | undefined
  readonly anchors: readonly AuditAnchorTable[]
  /** Names of the triggers that are not there. */
  readonly missingGuards: readonly string[]
}

export type Verdict =
  | { readonly whole: true; readonly events: number; readonly lastAnchor: AuditAnchorTable | undefined }
  | { readonly whole: false; readonly sentence: string }

/** What the chain itself says of a seal: the event that was kept with it. */
export const anchorAction = 'audit.anchor'

const broken = (sentence: string): Verdict => ({ whole: false, sentence })

/** The ids of the sets whose children are those that the id was made of. */
async function wholeSets(childSets: AuditRecord['childSets']) {
  const whole = new Set<string>()
  const changed: string[] = []
  let id: string | undefined
  let childIds: string[] = []
  const end = () => {
    if (id === undefined) return
    if (childSetId(childIds) === id) whole.add(id)
    else changed.push(id)
  }
  for await (const rows of childSets)
    for (const row of rows) {
      if (row.id !== id) {
        end()
        id = row.id
        childIds = []
      }
      childIds.push(row.childId)
    }
  end()
  return { whole, changed }
}

const same = (a: Anchor, b: AuditAnchorTable) =>
  a.seq === b.seq &&
  a.at === b.at &&
  a.hash === b.hash &&
  a.signature === b.signature &&
  a.publicKey === b.publicKey

const detailOf = (event: AuditEventTable): Readonly<Record<string, unknown>> => {
  try {
    const detail: unknown = JSON.parse(event.detail ?? '{}')
    return typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const isSigned = (anchor: Anchor) => isSignedBy(anchor.publicKey, anchor, anchor.signature)

/** Whether the event after a seal tells of it: of its instant and of the key it was made with. */
const isTold = ({ at, publicKey }: AuditAnchorTable, event: AuditEventTable | undefined) =>
  event !== undefined && event.at === at && detailOf(event)['key'] === keyName(publicKey)

/**
 * Goes through the whole record: numbers without a gap, every hash, every set of children, the end of the chain,
 * every seal, and the seals kept elsewhere that are given. Answers the first place that is not as it was
 * written. A change after the last seal by somebody who worked every hash out anew is not found; one before it
 * is. Reads each event once and keeps none.
 */
export async function verifyAudit(record: AuditRecord, kept: readonly Anchor[] = []): Promise<Verdict> {
  const forged = kept.find((anchor) => !isSigned(anchor))
  if (forged) return broken(`The seal at event ${forged.seq} that was kept elsewhere is not whole itself.`)
  const changed = record.anchors.find((anchor) => !isSigned(anchor))
  if (changed) return broken(`The seal at event ${changed.seq} in the database has been changed.`)
  const sets = await wholeSets(record.childSets)
  const hashes = new Map<number, Anchor[]>()
  for (const anchor of [...record.anchors, ...kept])
    hashes.set(anchor.seq, [...(hashes.get(anchor.seq) ?? []), anchor])
  const told = new Map<number, AuditEventTable>()
  let seq = 0
  let hash = genesis
  for await (const events of record.events)
    for (const event of events) {
      if (event.seq !== seq + 1)
        return broken(
          event.seq === seq + 2
            ? `Event ${seq + 1} is missing.`
            : `Events ${seq + 1} to ${event.seq - 1} are missing.`,
        )
      seq = event.seq
      if (auditHash(hash, event) !== event.hash)
        return broken(
          `Event ${seq}, of ${event.at}, is not as it was written, or the one before it was another.`,
        )
      hash = event.hash
      const sealed = hashes.get(seq)?.find((anchor) => anchor.hash !== hash)
      if (sealed)
        return broken(
          `Event ${seq} is not the one that was sealed at ${sealed.at}: the record up to there was written anew.`,
        )
      if (event.childSet !== null && !sets.whole.has(event.childSet))
        return broken(`The children of event ${seq}, of ${event.at}, are not those it was written with.`)
      if (event.action === anchorAction) told.set(seq, event)
    }
  return verifyEnd(record, kept, { seq, hash, told, changedSets: sets.changed })
}

function verifyEnd(
  { end, anchors, missingGuards }: AuditRecord,
  kept: readonly Anchor[],
  found: {
    seq: number
    hash: string
    told: ReadonlyMap<number, AuditEventTable>
    changedSets: readonly string[]
  },
): Verdict {
  const { seq, hash, told, changedSets } = found
  const later = [...kept, ...anchors].find((anchor) => anchor.seq > seq)
  if (later)
    return broken(
      `The record ends at event ${seq}, but at ${later.at} it had ${later.seq}: its end was cut off, or an older copy put in its place.`,
    )
  if (!end) return broken('The end of the record is not written down any more.')
  if (end.seq !== seq)
    return broken(`The record ends at event ${seq}, but ${end.seq} were written: its end was changed.`)
  if (end.hash !== hash) return broken(`The end of the record does not follow from its last event, ${seq}.`)
  if (changedSets.length > 0) return broken('A list of children is not one that an event was written with.')
  const untold = anchors.find((anchor) => !isTold(anchor, told.get(anchor.seq + 1)))
  if (untold) return broken(`The seal at event ${untold.seq} is not one that the record tells of.`)
  const sealedAt = new Set(anchors.map((anchor) => anchor.seq + 1))
  const gone = [...told.keys()].find((at) => !sealedAt.has(at))
  if (gone !== undefined) return broken(`The seal at event ${gone - 1} is missing.`)
  const other = kept.find((anchor) => !anchors.some((row) => same(anchor, row)))
  if (other) return broken(`The seal at event ${other.seq} is not the one that was kept elsewhere.`)
  const [guard] = missingGuards
  if (guard !== undefined)
    return broken(
      `The database no longer refuses changes to what is on record: its trigger ${guard} is gone.`,
    )
  return { whole: true, events: seq, lastAnchor: anchors.at(-1) }
}
