import { dayOf, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { ContactFact, NoticeParty, SuspensionFact } from './child-facts.ts'
import type { ContactRow } from './child-rows.ts'

/** What was told or asked by the end of the day, oldest first. */
export function buildContactFacts(rows: readonly ContactRow[], on: IsoDate): readonly ContactFact[] {
  return rows
    .map(({ id, withRole, purpose, contactedAt, outcome, suspensionId }) => ({
      id,
      withRole,
      purpose,
      contactedAt: localMinute(contactedAt),
      outcome,
      suspensionId,
    }))
    .filter(({ contactedAt }) => dayOf(contactedAt) <= on)
    .toSorted((a, b) => (a.contactedAt < b.contactedAt ? -1 : a.contactedAt > b.contactedAt ? 1 : 0))
}

const askedOf: Readonly<Record<string, keyof SuspensionFact['contacted']>> = {
  'virtual-school': 'vsh',
  'social-worker': 'socialWorker',
}

/** A carer who has care of the child is a parent in education law (Education Act 1996, section 576). */
const toldAs: Readonly<Record<string, NoticeParty>> = {
  parent: 'parent',
  carer: 'parent',
  'local-authority': 'la',
  'social-worker': 'socialWorker',
  'virtual-school': 'vsh',
  'governing-board': 'board',
}

type Acts = Pick<SuspensionFact, 'contacted' | 'told'>

const noActs = () => ({
  contacted: { vsh: null, socialWorker: null } as Record<'vsh' | 'socialWorker', LocalMinute | null>,
  told: { parent: null, la: null, socialWorker: null, vsh: null, board: null } as Record<
    NoticeParty,
    LocalMinute | null
  >,
})

/**
 * Who was asked before a suspension and who was told of it, and when first. A call that nobody answered
 * told nobody. `contacts` are in order of time.
 */
export function actsAbout(suspensionId: string, contacts: readonly ContactFact[]): Acts {
  const acts = noActs()
  for (const { suspensionId: about, purpose, withRole, outcome, contactedAt } of contacts) {
    if (about !== suspensionId || outcome === 'no-answer') continue
    if (purpose === 'before-suspension') {
      const asked = askedOf[withRole]
      if (asked !== undefined) acts.contacted[asked] ??= contactedAt
    } else if (purpose === 'suspension-notice') {
      const told = toldAs[withRole]
      if (told !== undefined) acts.told[told] ??= contactedAt
    }
  }
  return acts
}
