import type { Transaction } from 'kysely'
import { createMany } from '../../db/queries/record-many.ts'
import type { NewRecord } from '../../db/queries/record-shape.ts'
import { correctRecord } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import { instantAfter } from '../access/instants.ts'
import { englishTime } from '../calendar/english-time.ts'
import { addDays } from '../calendar/iso-date.ts'
import { keptStories, openStories, suspendedStories } from './considered-stories.ts'
import { nthBack, type Stage } from './stage.ts'

const HEAD = 'Imogen Curlew'
const RING_BACK = '01632 960144'

const minuteOf = (instant: string) => {
  const { on, time } = englishTime(instant)
  return `${on}T${time}`
}

/** The instant at which clocks in England show a minute. */
export function instantOf(minute: string): string {
  const winter = `${minute}:00.000Z`
  return minuteOf(winter) === minute ? winter : instantAfter(winter, -60)
}

const nobodyRead = { readAt: null, readBy: null }
const readBy = ({ at, by }: { at: string; by: string }) => ({ readAt: at, readBy: by })
const undecided = { decidedAt: null, decidedBy: null, instead: null, withoutContact: null }

type Asked = Pick<
  NewRecord<'contact'>,
  'considerationId' | 'childId' | 'withRole' | 'contactedAt' | 'how' | 'outcome' | 'note'
> & { madeBy?: null }

/** An act of asking before a decision. */
const asking = (schoolId: string, asked: Asked): NewRecord<'contact'> => ({
  id: crypto.randomUUID(),
  schoolId,
  suspensionId: null,
  purpose: 'before-suspension',
  madeBy: HEAD,
  agreedBy: null,
  refusedBy: null,
  ...asked,
})

interface Rows {
  considerations: NewRecord<'consideration'>[]
  contacts: NewRecord<'contact'>[]
  advice: NewRecord<'advice'>[]
}

/** What the Virtual School answered: advice of its own, and a contact either way. */
function keepAnswer(
  rows: Rows,
  { schoolId }: Stage,
  of: { considerationId: string; childId: string },
  answer: {
    read: { at: string; by: string }
    advice?: { at: string; by: string; words: string } | undefined
  },
) {
  const { read, advice } = answer
  const told = { ...of, withRole: 'virtual-school', how: 'other', outcome: 'reached', madeBy: null } as const
  if (advice) {
    const { at: givenAt, by: givenBy, words } = advice
    rows.advice.push({ id: crypto.randomUUID(), schoolId, ...of, givenAt, givenBy, words })
  }
  rows.contacts.push(
    asking(schoolId, {
      ...told,
      contactedAt: advice?.at ?? read.at,
      note: advice?.words ?? `Read in the dashboard by ${read.by}.`,
    }),
  )
}

function openRows(rows: Rows, stage: Stage) {
  const { schoolId, calendar, now } = stage
  const ago = (minutes: number) => instantAfter(now, -minutes)
  for (const story of openStories) {
    const childId = stage.childId(story.child)
    const id = crypto.randomUUID()
    const of = { considerationId: id, childId }
    const read =
      story.readAgo === undefined ? undefined : { at: minuteOf(ago(story.readAgo)), by: 'Kit Whinchat' }
    rows.considerations.push({
      id,
      schoolId,
      childId,
      openedAt: ago(story.openedAgo),
      openedBy: HEAD,
      happenedAt: minuteOf(ago(story.happenedAgo)),
      whatHappened: story.whatHappened,
      whatBefore: story.whatBefore,
      reasons: story.reasons,
      kind: 'suspension',
      startedOn: calendar.schoolDayOnOrAfter(addDays(stage.today, 1)),
      startSession: story.startSession,
      halfDays: story.halfDays,
      missesExam: 0,
      examOn: null,
      ringBack: story.ringBack,
      state: 'open',
      ...undecided,
      ...(story.readAgo === undefined ? nobodyRead : readBy({ at: ago(story.readAgo), by: 'Kit Whinchat' })),
    })
    if (story.messageAgo !== undefined)
      rows.contacts.push(
        asking(schoolId, {
          ...of,
          withRole: 'social-worker',
          contactedAt: minuteOf(ago(story.messageAgo)),
          how: 'phone',
          outcome: 'message-left',
          note: null,
        }),
      )
    const { advice } = story
    if (read)
      keepAnswer(rows, stage, of, {
        read,
        advice: advice && { at: minuteOf(ago(advice.ago)), by: read.by, words: advice.words },
      })
  }
}

function keptRows(rows: Rows, stage: Stage) {
  const { schoolId } = stage
  for (const story of keptStories) {
    const day = nthBack(stage, story.back)
    const at = (time: string) => `${day}T${time}`
    const childId = stage.childId(story.child)
    const id = crypto.randomUUID()
    const of = { considerationId: id, childId }
    const { read, advice } = story
    rows.considerations.push({
      id,
      schoolId,
      childId,
      openedAt: instantOf(at(story.openedAt)),
      openedBy: HEAD,
      happenedAt: at('09:40'),
      whatHappened: story.whatHappened,
      whatBefore: story.whatBefore,
      reasons: 'DB',
      kind: 'suspension',
      startedOn: nthBack(stage, story.back - 1),
      startSession: 'AM',
      halfDays: story.halfDays,
      missesExam: 0,
      examOn: null,
      ringBack: RING_BACK,
      state: 'not-suspended',
      decidedAt: at(story.decidedAt),
      decidedBy: HEAD,
      instead: story.instead,
      withoutContact: null,
      ...(read ? readBy({ at: instantOf(at(read.at)), by: read.by }) : nobodyRead),
    })
    for (const { withRole, at: time } of story.asked)
      rows.contacts.push(
        asking(schoolId, {
          ...of,
          withRole,
          contactedAt: at(time),
          how: 'phone',
          outcome: 'reached',
          note: null,
        }),
      )
    if (read)
      keepAnswer(rows, stage, of, {
        read: { at: at(read.at), by: read.by },
        advice: advice && { at: at(advice.at), by: advice.by, words: advice.words },
      })
  }
}

interface Joined {
  considerationId: string
  suspension: Database['suspension']
}

/** Suspensions of the files get what was considered before them, with its advice. */
function suspendedRows(rows: Rows, stage: Stage): Joined[] {
  const { schoolId } = stage
  return suspendedStories.flatMap((story): Joined[] => {
    const suspension = stage.suspension(story.child, story.back)
    const { decidedAt } = suspension ?? {}
    if (!suspension || !decidedAt) return []
    const at = (time: string) => `${decidedAt.slice(0, 10)}T${time}`
    const { childId, kind, startedOn, startSession, halfDays, reasons } = suspension
    const id = crypto.randomUUID()
    const { read, advice, withoutContact } = story
    rows.considerations.push({
      id,
      schoolId,
      childId,
      openedAt: instantOf(at('10:55')),
      openedBy: HEAD,
      happenedAt: at('10:20'),
      whatHappened: story.whatHappened,
      whatBefore: story.whatBefore,
      reasons,
      kind,
      startedOn,
      startSession,
      halfDays,
      missesExam: 0,
      examOn: null,
      ringBack: RING_BACK,
      state: 'suspended',
      decidedAt,
      decidedBy: HEAD,
      instead: null,
      withoutContact: withoutContact ?? null,
      ...(read ? readBy({ at: instantOf(at(read.at)), by: read.by }) : nobodyRead),
    })
    if (advice) {
      const { by: givenBy, words } = advice
      const given = { givenAt: at(advice.at), givenBy, words }
      rows.advice.push({ id: crypto.randomUUID(), schoolId, childId, considerationId: id, ...given })
    }
    return [{ considerationId: id, suspension }]
  })
}

/**
 * What the school thought of before suspending, and for whom it thinks of it now: open ones, some that ended with
 * the child in school, and those from which suspensions of the files came.
 */
export async function addConsidered(trx: Transaction<Database>, stage: Stage): Promise<void> {
  const { scope, change } = stage
  const rows: Rows = { considerations: [], contacts: [], advice: [] }
  openRows(rows, stage)
  keptRows(rows, stage)
  const joined = suspendedRows(rows, stage)
  await createMany(trx, 'consideration', rows.considerations, change)
  await createMany(trx, 'contact', rows.contacts, change)
  await createMany(trx, 'advice', rows.advice, change)
  for (const { considerationId, suspension } of joined) {
    const { id, version, decidedAt } = suspension
    const of = { considerationId, missesExam: 0 } as const
    await correctRecord(trx, scope, 'suspension', id, version, of, change)
    for (const contact of stage.contactsOf(id))
      if (contact.purpose === 'before-suspension' && contact.contactedAt < (decidedAt ?? ''))
        await correctRecord(trx, scope, 'contact', contact.id, contact.version, { considerationId }, change)
  }
}
