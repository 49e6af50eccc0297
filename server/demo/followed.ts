import type { Transaction } from 'kysely'
import { createMany } from '../../db/queries/record-many.ts'
import type { NewRecord } from '../../db/queries/record-shape.ts'
import { correctRecord } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import { nthBack, type Stage } from './stage.ts'

type Bare<T> = Omit<T, 'id' | 'schoolId' | 'childId' | 'suspensionId'>

/** What followed one suspension of the files; days are school days back, negative ones still to come. */
interface Followed {
  child: string
  back: number
  provisions?: readonly (Bare<NewRecord<'provision'>> & { fromOn: string })[]
  meetings?: readonly Bare<NewRecord<'boardMeeting'>>[]
  returns?: readonly Bare<NewRecord<'reintegration'>>[]
  /** Minutes of the decision's day at which the parents had the notice on education, and the board its own. */
  educationNotice?: string
  boardNotice?: string
  /** School days back that parents made representations to the board. */
  representations?: number
}

const provision = (
  what: 'work-set' | 'education' | 'none',
  fromOn: string,
  more: Partial<Bare<NewRecord<'provision'>>> = {},
): Bare<NewRecord<'provision'>> => ({
  what,
  fromOn,
  fullTime: null,
  provider: null,
  address: null,
  sessionTimes: null,
  reportTo: null,
  markedOn: null,
  noticeAt: null,
  soonerAgreed: null,
  reason: null,
  ...more,
})

/** Of the first day: why the child was at home with work that was set. */
const noPlace = (fromOn: string) =>
  provision('none', fromOn, {
    reason: 'No place could be found so soon; the school set work and rang each day.',
  })

/** Everything was done in its time, after one of so many school days. */
const allDone = (
  { child, back, days = 1 }: { child: string; back: number; days?: number },
  day: (back: number) => string,
): Followed => ({
  child,
  back,
  educationNotice: '14:45',
  boardNotice: '15:30',
  provisions: [provision('work-set', day(back), { markedOn: day(back - days - 2) }), noPlace(day(back))],
  returns: [
    {
      offeredOn: day(back),
      meetsOn: day(back - days),
      held: 1,
      attended: 'child;designated-teacher',
      agreed: 'How the first morning goes, and whom to go to.',
    },
  ],
})

/** Done, due and late, so that each state of a task is seen. */
function followedStories(day: (back: number) => string): readonly Followed[] {
  return [
    allDone({ child: 'Sorrel Quillfeather', back: 44, days: 2 }, day),
    allDone({ child: 'Sorrel Quillfeather', back: 21, days: 3 }, day),
    allDone({ child: 'Sage Dabchick', back: 28 }, day),
    {
      child: 'Damson Ferrybank',
      back: 7,
      educationNotice: '14:50',
      boardNotice: '15:30',
      provisions: [provision('work-set', day(7), { markedOn: day(5) }), noPlace(day(7))],
      returns: [
        {
          offeredOn: day(8),
          meetsOn: day(6),
          held: 1,
          attended: 'carer;child;designated-teacher;virtual-school',
          agreed: 'Mr Bittern meets him at the gate each morning until half-term.',
        },
      ],
    },
    {
      child: 'Perry Burdock',
      back: 8,
      educationNotice: '14:55',
      boardNotice: '16:05',
      provisions: [
        provision('work-set', day(8), { markedOn: day(4) }),
        noPlace(day(8)),
        provision('education', day(3), {
          fullTime: 1,
          provider: 'Reedside Centre',
          address: '2 Staithe Lane, Wexmoor',
          sessionTimes: '09:15 to 11:45 and 12:30 to 15:00',
          reportTo: 'Jan Teal',
          noticeAt: `${day(6)}T15:20`,
        }),
      ],
      returns: [
        {
          offeredOn: day(4),
          meetsOn: day(2),
          held: 1,
          attended: 'parent;social-worker;child',
          agreed: 'No sticks, a bench to sit out, and a word each day after lunch.',
        },
      ],
    },
    {
      child: 'Heather Toadflax',
      back: 1,
      provisions: [provision('work-set', day(1))],
    },
    {
      child: 'Sorrel Quillfeather',
      back: 6,
      educationNotice: '15:10',
      boardNotice: '15:40',
      representations: 4,
      provisions: [
        provision('work-set', day(6)),
        provision('none', day(6), { reason: 'No place was free in Saltmere on the first day.' }),
      ],
      returns: [{ offeredOn: day(5), meetsOn: day(4), held: 0, attended: '', agreed: null }],
      meetings: [
        {
          meetsOn: day(-6),
          held: 0,
          remote: 0,
          invited: 'parent;headteacher;social-worker;virtual-school;local-authority',
          outcome: null,
          reinstatedOn: null,
          decisionToldOn: null,
        },
      ],
    },
    {
      child: 'Tansy Coppergate',
      back: 13,
      educationNotice: '15:20',
      representations: 10,
      provisions: [provision('work-set', day(13), { markedOn: day(11) })],
      returns: [{ offeredOn: day(13), meetsOn: null, held: 0, attended: '', agreed: null }],
      meetings: [
        {
          meetsOn: day(2),
          held: 1,
          remote: 0,
          invited: 'parent;headteacher;social-worker',
          outcome: 'considered',
          reinstatedOn: null,
          decisionToldOn: day(1),
        },
      ],
    },
    {
      child: 'Tansy Coppergate',
      back: 34,
      educationNotice: '14:40',
      boardNotice: '15:35',
      provisions: [provision('work-set', day(34), { markedOn: day(28) }), noPlace(day(34))],
      returns: [
        {
          offeredOn: day(31),
          meetsOn: day(29),
          held: 1,
          attended: 'parent;social-worker;child',
          agreed: 'A sleep diary with the school nurse.',
        },
      ],
    },
  ]
}

/** Education, meetings and notices after suspensions of the files: some done, some due, some late. */
export async function addFollowed(trx: Transaction<Database>, stage: Stage): Promise<void> {
  const { schoolId, scope, change } = stage
  const rows = {
    provision: [] as NewRecord<'provision'>[],
    boardMeeting: [] as NewRecord<'boardMeeting'>[],
    reintegration: [] as NewRecord<'reintegration'>[],
    contact: [] as NewRecord<'contact'>[],
  }
  for (const story of followedStories((back) => nthBack(stage, back))) {
    const suspension = stage.suspension(story.child, story.back)
    if (!suspension) continue
    const { childId, decidedAt } = suspension
    const of = () => ({ id: crypto.randomUUID(), schoolId, childId, suspensionId: suspension.id })
    for (const each of story.provisions ?? []) rows.provision.push({ ...of(), ...each })
    for (const each of story.meetings ?? []) rows.boardMeeting.push({ ...of(), ...each })
    for (const each of story.returns ?? []) rows.reintegration.push({ ...of(), ...each })
    const told = (withRole: 'parent' | 'governing-board', time: string) => ({
      ...of(),
      considerationId: null,
      withRole,
      purpose: withRole === 'parent' ? ('education-notice' as const) : ('suspension-notice' as const),
      contactedAt: `${(decidedAt ?? suspension.startedOn).slice(0, 10)}T${time}`,
      how: 'letter' as const,
      madeBy: 'Imogen Curlew',
      outcome: 'reached' as const,
      note: null,
      agreedBy: null,
      refusedBy: null,
    })
    if (story.educationNotice) rows.contact.push(told('parent', story.educationNotice))
    if (story.boardNotice) rows.contact.push(told('governing-board', story.boardNotice))
    if (story.representations !== undefined) {
      const made = { representations: 1, representationsOn: nthBack(stage, story.representations) } as const
      await correctRecord(trx, scope, 'suspension', suspension.id, suspension.version, made, change)
    }
  }
  await createMany(trx, 'provision', rows.provision, change)
  await createMany(trx, 'boardMeeting', rows.boardMeeting, change)
  await createMany(trx, 'reintegration', rows.reintegration, change)
  await createMany(trx, 'contact', rows.contact, change)
}
