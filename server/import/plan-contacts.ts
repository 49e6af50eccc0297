import type { LocalMinute } from '../calendar/iso-date.ts'
import type { Database } from '../../db/schema.ts'
import type { Held } from './held.ts'
import type { ImportPlan } from './plan.ts'
import type { ChildIds } from './plan-records.ts'
import type { SuspensionRow } from './sources/suspensions.ts'
import { timeTakenOutWords } from './taken-out-here.ts'

type Contact = Database['contact']

/** Which act of telling each time column of a suspension is. */
const acts = [
  ['vshContactedAt', 'virtual-school', 'before-suspension'],
  ['socialWorkerContactedAt', 'social-worker', 'before-suspension'],
  ['parentToldAt', 'parent', 'suspension-notice'],
  ['laToldAt', 'local-authority', 'suspension-notice'],
  ['socialWorkerToldAt', 'social-worker', 'suspension-notice'],
  ['vshToldAt', 'virtual-school', 'suspension-notice'],
] as const satisfies readonly (readonly [keyof SuspensionRow, Contact['withRole'], Contact['purpose']])[]

const suspensionKey = (
  childId: string,
  row: { kind: string; startedOn: string; startSession: string | null },
) => JSON.stringify([childId, row.kind, row.startedOn, row.startSession])

const actKey = (act: Pick<Contact, 'suspensionId' | 'withRole' | 'purpose' | 'contactedAt'>) =>
  JSON.stringify([act.suspensionId, act.withRole, act.purpose, act.contactedAt])

/**
 * Plans the times of suspensions as acts of telling: one record each. What a person recorded of the same act
 * stays as it is; a time that came from a file follows the file, and goes when the file is blank there; one that a
 * person took out as wrong stays out.
 */
export function planContacts(
  rows: readonly SuspensionRow[],
  held: Held,
  childIds: ChildIds,
  plan: ImportPlan,
): void {
  const suspensionIds = new Map<string, string>()
  for (const one of held.suspension) suspensionIds.set(suspensionKey(one.childId, one), one.id)
  for (const { table, id, childId, fields } of plan.creates)
    if (table === 'suspension' && childId)
      suspensionIds.set(suspensionKey(childId, fields as unknown as Database['suspension']), id)

  const contacts = new Map<string, Contact[]>()
  for (const contact of held.contact) {
    const key = `${contact.suspensionId} ${contact.withRole} ${contact.purpose}`
    contacts.set(key, [...(contacts.get(key) ?? []), contact])
  }

  const out = new Set(held.takenOut.contact.map(actKey))
  const timesOut: SuspensionRow[] = []
  for (const row of rows) {
    const childId = childIds.get(row.upn)
    const suspensionId = childId && suspensionIds.get(suspensionKey(childId, row))
    if (!childId || !suspensionId) continue
    for (const [column, withRole, purpose] of acts) {
      const told: LocalMinute | null | undefined = row[column]
      if (told === undefined) continue
      const recorded = contacts.get(`${suspensionId} ${withRole} ${purpose}`) ?? []
      if (recorded.some((one) => one.typed !== '' || one.contactedAt === told)) continue
      if (told !== null && out.has(actKey({ suspensionId, withRole, purpose, contactedAt: told }))) {
        timesOut.push(row)
        continue
      }
      const [first] = recorded
      if (first && told === null) plan.removals.push({ id: first.id, version: first.version, childId })
      else if (first && told !== null)
        plan.updates.push({
          source: 'suspensions',
          table: 'contact',
          id: first.id,
          childId,
          before: { contactedAt: first.contactedAt },
          changes: { contactedAt: told },
        })
      else if (told !== null)
        plan.creates.push({
          source: 'suspensions',
          table: 'contact',
          id: crypto.randomUUID(),
          childId,
          fields: {
            suspensionId,
            withRole,
            purpose,
            contactedAt: told,
            how: null,
            madeBy: null,
            outcome: null,
            note: null,
          },
        })
    }
  }
  if (timesOut.length > 0) plan.notes.push(timeTakenOutWords(timesOut))
}
