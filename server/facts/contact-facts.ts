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

type Acts = Pick<SuspensionFact, 'contacted' | 'told' | 'toldOfCancelling' | 'educationNoticeAt'>

type Told = Record<NoticeParty, LocalMinute | null>

const nobody = (): Told => ({ parent: null, la: null, socialWorker: null, vsh: null, board: null })

const noActs = () => ({
  contacted: { vsh: null, socialWorker: null } as Record<'vsh' | 'socialWorker', LocalMinute | null>,
  told: nobody(),
  toldOfCancelling: nobody(),
  educationNoticeAt: null as LocalMinute | null,
})

/**
 * Who was asked before a suspension and who was told of it, of its cancelling and of the education to come, and
 * when first. A call that nobody answered told nobody. `contacts` are in order of time.
 */
export function actsAbout(suspensionId: string, contacts: readonly ContactFact[]): Acts {
  const acts = noActs()
  for (const { suspensionId: about, purpose, withRole, outcome, contactedAt } of contacts) {
    if (about !== suspensionId || outcome === 'no-answer') continue
    const asked = askedOf[withRole]
    const told = toldAs[withRole]
    if (purpose === 'before-suspension' && asked !== undefined) acts.contacted[asked] ??= contactedAt
    else if (told === undefined) continue
    else if (purpose === 'suspension-notice') acts.told[told] ??= contactedAt
    else if (purpose === 'cancellation-notice') acts.toldOfCancelling[told] ??= contactedAt
    else if (purpose === 'education-notice' && told === 'parent') acts.educationNoticeAt ??= contactedAt
  }
  return acts
}
