import type { Transaction } from 'kysely'
import { createMany } from '../../db/queries/record-many.ts'
import type { NewRecord } from '../../db/queries/record-shape.ts'
import type { Database } from '../../db/schema.ts'
import { nthBack, type Stage } from './stage.ts'

interface TriedStory {
  child: string
  what: NewRecord<'intervention'>['what']
  note: string
  /** School days back; negative ones are still to come. */
  began: number
  review?: number
  ended?: number
  outcome?: NewRecord<'intervention'>['outcome']
  /** School days back that the suspension began after which it was tried. */
  after?: number
}

const triedStories: readonly TriedStory[] = [
  {
    child: 'Sorrel Quillfeather',
    what: 'plan-review',
    note: 'Her plan for the start of the day was read again with her.',
    began: 43,
    review: 30,
    ended: 22,
    outcome: 'does-not-help',
    after: 44,
  },
  {
    child: 'Sorrel Quillfeather',
    what: 'key-adult',
    note: 'Mr Heron tells her the plan of the day before registration.',
    began: 19,
    review: -4,
    outcome: 'helps-a-little',
    after: 21,
  },
  {
    child: 'Sorrel Quillfeather',
    what: 'interim-pep',
    note: 'Asked for with Saltmere, about changes of teacher.',
    began: 4,
    review: -9,
    after: 6,
  },
  {
    child: 'Hazel Millstream',
    what: 'adjustment',
    note: 'Comes in by the side door, five minutes early.',
    began: 25,
    review: -5,
    outcome: 'helps',
  },
  {
    child: 'Clover Thistledown',
    what: 'key-adult',
    note: 'A job with the plants at break when the game does not go well.',
    began: 18,
    review: -3,
    outcome: 'helps-a-little',
  },
  {
    child: 'Clover Thistledown',
    what: 'in-school-support',
    note: 'Six afternoons in the nurture room.',
    began: 40,
    review: 30,
    ended: 28,
    outcome: 'helps',
  },
  {
    child: 'Heather Toadflax',
    what: 'risk-assessment',
    note: 'For lunchtimes, with the staff who are on duty.',
    began: 33,
    review: 3,
  },
  {
    child: 'Perry Burdock',
    what: 'in-school-support',
    note: 'Lunchtime club with a place of his own.',
    began: 2,
    review: -8,
    after: 8,
  },
  {
    child: 'Tansy Coppergate',
    what: 'sen-review',
    note: 'The educational psychologist comes next week.',
    began: 12,
    review: -5,
    after: 13,
  },
]

/** What was tried, and what is none of a suspension: elsewhere for a time, fewer hours, sent home against the law. */
export async function addTried(trx: Transaction<Database>, stage: Stage): Promise<void> {
  const { schoolId, change } = stage
  const day = (back: number) => nthBack(stage, back)
  const at = (back: number, time: string) => `${day(back)}T${time}`
  const of = (child: string) => ({ id: crypto.randomUUID(), schoolId, childId: stage.childId(child) })
  const tried = triedStories.map(
    ({ child, what, note, began, review, ended, outcome = null, after }): NewRecord<'intervention'> => ({
      ...of(child),
      what,
      note,
      outcome,
      startedOn: day(began),
      reviewOn: review === undefined ? null : day(review),
      endedOn: ended === undefined ? null : day(ended),
      suspensionId: after === undefined ? null : (stage.suspension(child, after)?.id ?? null),
    }),
  )
  await createMany(trx, 'intervention', tried, change)
  await createMany(
    trx,
    'offSiteDirection',
    [
      {
        ...of('Tansy Coppergate'),
        startsOn: day(8),
        endsOn: day(-11),
        place: 'Reedside Centre',
        address: '2 Staithe Lane, Wexmoor',
        reportTo: 'Jan Teal',
        schoolDays: 20,
        sessionTimes: '09:15 to 11:45 and 12:30 to 15:00',
        objectives: 'To leave a room before it gets too loud, and to say so.',
        noticeAt: at(12, '15:15'),
        hasPlan: 0,
        authorityNoticeAt: null,
        nextReviewOn: day(-2),
        lastReviewOn: null,
        reviewAskedOn: null,
        socialWorkerToldAt: at(12, '15:30'),
        virtualSchoolToldAt: null,
      },
    ],
    change,
  )
  await createMany(
    trx,
    'partTimeTimetable',
    [
      {
        ...of('Willow Snipe'),
        startsOn: day(12),
        endsOn: day(-18),
        reviewOn: day(-3),
        weeklyHours: 15,
        reason: 'return-to-school',
        why: 'Back after a long absence: mornings first, then one more afternoon each week.',
        parentAgrees: 1,
        socialWorkerToldAt: at(13, '10:20'),
        virtualSchoolToldAt: null,
      },
    ],
    change,
  )
  await createMany(
    trx,
    'specialNeed',
    [
      {
        ...of('Tansy Coppergate'),
        startedOn: day(40),
        provision: 'sen-support',
        need: 'Words for feelings; a quiet place when it is loud.',
        endedOn: null,
      },
      {
        ...of('Clover Thistledown'),
        startedOn: day(40),
        provision: 'ehc-plan',
        need: 'Speech and language; a small group.',
        endedOn: null,
      },
    ],
    change,
  )
  await createMany(
    trx,
    'unlawfulExclusion',
    [
      {
        ...of('Nettle Greenfinch'),
        happenedOn: day(30),
        session: 'PM',
        halfDays: 1,
        whatHappened: 'Sent home after lunch “to cool off”. No suspension was made and nothing was written.',
        putRightOn: day(29),
        putRight:
          'The headteacher rang, said that it had been wrong, put the register right, and told all staff that only she may suspend.',
        parentToldAt: at(29, '08:40'),
        socialWorkerToldAt: null,
        virtualSchoolToldAt: null,
      },
    ],
    change,
  )
  await createMany(
    trx,
    'restrictiveIntervention',
    [
      {
        ...of('Heather Toadflax'),
        happenedAt: at(5, '12:35'),
        what: 'force',
        account: 'Held by the arm for some seconds, to keep her off the road behind the gate.',
        writtenAt: at(5, '13:10'),
        parentToldAt: at(5, '15:20'),
        withheldReason: null,
        socialWorkerToldAt: at(4, '09:20'),
      },
    ],
    change,
  )
}
