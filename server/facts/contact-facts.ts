import { dayOf, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { AskedAfterwards, ContactFact, NoticeParty, SuspensionFact } from './child-facts.ts'
import type { ContactRow, SuspensionRow } from './child-rows.ts'
import type { TakenOut } from './taken-out.ts'

/** What was told or asked by the end of the day, oldest first. */
export function buildContactFacts(rows: readonly ContactRow[], on: IsoDate): readonly ContactFact[] {
  return rows
    .map((row) => ({
      id: row.id,
      withRole: row.withRole,
      purpose: row.purpose,
      contactedAt: localMinute(row.contactedAt),
      outcome: row.outcome,
      suspensionId: row.suspensionId,
      considerationId: row.considerationId,
      isAnswer: row.considerationId !== null && row.madeBy === null && row.how === 'other',
      recordedOn: row.recordedOn ?? null,
    }))
    .filter(({ contactedAt }) => dayOf(contactedAt) <= on)
    .toSorted((a, b) => (a.contactedAt < b.contactedAt ? -1 : a.contactedAt > b.contactedAt ? 1 : 0))
}

type Party = keyof SuspensionFact['contacted']

const askedOf: Readonly<Record<string, Party>> = {
  'virtual-school': 'vsh',
  'social-worker': 'socialWorker',
}

/** A carer who has care of the child is a parent in education law (Education Act 1996, section 576). */
const toldAs: Readonly<Record<string, NoticeParty>> = {
  parent: 'parent',
  carer: 'parent',
  'local-authority': 'la',
  'home-authority': 'home',
  'social-worker': 'socialWorker',
  'virtual-school': 'vsh',
  'governing-board': 'board',
}

type Acts = Pick<
  SuspensionFact,
  'contacted' | 'recordedAfterwards' | 'told' | 'toldOfCancelling' | 'educationNoticeAt'
> & {
  /** The Virtual School's own answer is the first act of asking it. */
  readonly isAnswered: boolean
}

type Told = Record<NoticeParty, LocalMinute | null>

const nobody = (): Told => ({
  parent: null,
  la: null,
  home: null,
  socialWorker: null,
  vsh: null,
  board: null,
})

const noActs = () => ({
  contacted: { vsh: null, socialWorker: null } as Record<Party, LocalMinute | null>,
  recordedAfterwards: { vsh: null, socialWorker: null } as Record<Party, AskedAfterwards | null>,
  isAnswered: false,
  told: nobody(),
  toldOfCancelling: nobody(),
  educationNoticeAt: null as LocalMinute | null,
})

/**
 * What asking somebody adds. Of what was considered here, only what was recorded with it was before the decision:
 * what was recorded apart stands beside it with its day. Where a first decision was taken out as wrong, only what was
 * before that.
 */
function addAsking(
  acts: ReturnType<typeof noActs>,
  party: Party,
  { considerationId, contactedAt, recordedOn, isAnswer }: ContactFact,
  considered: string | null,
  takenOut: TakenOut | null,
): void {
  const isApart = considered !== null && considerationId !== considered
  if (isApart || (takenOut !== null && contactedAt >= takenOut.decidedAt))
    acts.recordedAfterwards[party] ??= { contactedAt, recordedOn }
  else if (acts.contacted[party] === null) {
    acts.contacted[party] = contactedAt
    if (party === 'vsh') acts.isAnswered = isAnswer
  }
}

/** The first time from an instant on; while there is none, the last before it, which is shown as what it is. */
const firstSince = (since: string | null, known: LocalMinute | null, at: LocalMinute): LocalMinute =>
  known === null || (since !== null && known < since) ? at : known

/**
 * Who was asked before a suspension and who was told of it, of its cancelling and of the education to come, and
 * when first: a time before the decision, or before the cancelling, only where there is none after it. A call that
 * nobody answered told nobody. `contacts` are in order of time.
 */
export function actsAbout(
  {
    id,
    considerationId,
    decidedAt,
    cancelledAt,
  }: Pick<SuspensionRow, 'id' | 'considerationId' | 'decidedAt' | 'cancelledAt'>,
  contacts: readonly ContactFact[],
  takenOut: TakenOut | null = null,
): Acts {
  const acts = noActs()
  const considered = takenOut?.considerationId ?? considerationId
  for (const contact of contacts) {
    const { suspensionId, purpose, withRole, outcome, contactedAt } = contact
    const isOfFirst = takenOut !== null && contact.considerationId === takenOut.considerationId
    const isAbout = suspensionId === id || (isOfFirst && purpose === 'before-suspension')
    if (!isAbout || outcome === 'no-answer') continue
    const asked = askedOf[withRole]
    const told = toldAs[withRole]
    if (purpose === 'before-suspension' && asked !== undefined)
      addAsking(acts, asked, contact, considered, takenOut)
    else if (told === undefined) continue
    else if (purpose === 'suspension-notice')
      acts.told[told] = firstSince(decidedAt, acts.told[told], contactedAt)
    else if (purpose === 'cancellation-notice')
      acts.toldOfCancelling[told] = firstSince(cancelledAt, acts.toldOfCancelling[told], contactedAt)
    else if (purpose === 'education-notice' && told === 'parent')
      acts.educationNoticeAt = firstSince(decidedAt, acts.educationNoticeAt, contactedAt)
  }
  return acts
}
