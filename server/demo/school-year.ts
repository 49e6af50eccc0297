import type { Transaction } from 'kysely'
import { createMany } from '../../db/queries/record-many.ts'
import type { NewRecord } from '../../db/queries/record-shape.ts'
import type { Database } from '../../db/schema.ts'
import { academicYearOf, firstDayOf, previousYear, type AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { drawn } from './random.ts'
import type { Stage } from './stage.ts'

/** School days after the first of an academic year, and whether it was this year, the last, or both. */
interface When {
  readonly after: number
  readonly years: readonly ('this' | 'last')[]
}

const both = ['last', 'this'] as const

const trainings: readonly (When & Omit<NewRecord<'training'>, 'id' | 'schoolId' | 'heldOn'>)[] = [
  {
    after: 9,
    years: both,
    forWhom: 'all-staff',
    title: 'How early loss shows in the classroom',
    provider: 'Wexmoor Virtual School',
    hours: 2,
    impact: 'Staff greet at the door, and changes of the day are told the day before.',
  },
  {
    after: 24,
    years: both,
    forWhom: 'designated-teacher',
    title: 'Plans with targets that can be seen to be met',
    provider: 'Wexmoor Virtual School',
    hours: 6,
    impact: 'Targets name who does what by when.',
  },
  {
    after: 31,
    years: both,
    forWhom: 'governors',
    title: 'What governors may ask of the annual report',
    provider: null,
    hours: 1,
    impact: null,
  },
  {
    after: 82,
    years: ['last'],
    forWhom: 'designated-teacher',
    title: 'Network of designated teachers, spring',
    provider: 'Wexmoor Virtual School',
    hours: 3,
    impact: null,
  },
  {
    after: 41,
    years: ['this'],
    forWhom: 'all-staff',
    title: 'De-escalation: what to say and what to leave out',
    provider: 'Reedside Centre',
    hours: 3,
    impact: 'Lunchtime staff use the same four sentences.',
  },
]

/** What was bought: pounds, and when in the year. */
const bought: readonly (When & Pick<NewRecord<'premiumMoney'>, 'fund' | 'pounds' | 'onWhat' | 'impact'>)[] = [
  {
    after: 18,
    years: both,
    fund: 'looked-after',
    pounds: 2400,
    onWhat: 'Reading with an adult three times a week, autumn',
    impact: 'Reading ages rose by more than the time that passed.',
  },
  {
    after: 27,
    years: both,
    fund: 'previously-looked-after',
    pounds: 1150,
    onWhat: 'Nurture group, autumn',
    impact: null,
  },
  {
    after: 48,
    years: both,
    fund: 'looked-after',
    pounds: 640,
    onWhat: 'Music lessons and the hire of instruments',
    impact: 'Played at the winter concert.',
  },
  {
    after: 75,
    years: ['last'],
    fund: 'looked-after',
    pounds: 3150,
    onWhat: 'Tuition in mathematics, spring',
    impact: null,
  },
  {
    after: 120,
    years: ['last'],
    fund: 'previously-looked-after',
    pounds: 900,
    onWhat: 'A week at the outdoor centre',
    impact: null,
  },
]

/** What comes in each term from the Virtual School, and once a year with the school’s own budget. */
const TERM_STARTS = [12, 70, 130]
const PAID_A_TERM = 4200
const PAID_WITH_BUDGET = 7800
const BUDGET_COMES = 4
const NEEDS_KNOWN = 3

const assessed = [
  'Bramble Otterby',
  'Teasel Otterby',
  'Sorrel Quillfeather',
  'Wren Alderbrook',
  'Clover Thistledown',
  'Damson Ferrybank',
  'Juniper Reedling',
  'Hazel Millstream',
] as const
const assessedAfter = [55, 110, 175]
const subjects = ['reading', 'writing', 'maths'] as const

/** What each of them needed when last year began, and still does. */
const needs: readonly (readonly [
  name: (typeof assessed)[number],
  provision: NewRecord<'specialNeed'>['provision'],
  need: string | null,
])[] = [
  ['Bramble Otterby', 'sen-support', 'Reading: small steps, each day at the same time.'],
  ['Teasel Otterby', 'sen-support', 'Handwriting; a board with the plan of the day.'],
  ['Sorrel Quillfeather', 'sen-support', 'Changes of room or of teacher are told the day before.'],
  ['Wren Alderbrook', 'none', null],
  ['Damson Ferrybank', 'sen-support', 'Spelling; more time to answer.'],
  ['Juniper Reedling', 'sen-support', 'Hearing: sits at the front, on the left.'],
  ['Hazel Millstream', 'sen-support', 'Quiet place after lunch.'],
]

/** Where most of these children stand; the rest is drawn. */
const EXPECTED = 0.45
const progressOf = (draw: number) => (draw < 0.25 ? 'more' : draw < 0.8 ? 'expected' : 'less')

/**
 * Training of the school, money that came in and was spent, where looked-after children stand and what they need, of
 * this academic year and the last, up to the day that is shown.
 */
export async function addSchoolYear(trx: Transaction<Database>, stage: Stage): Promise<void> {
  const { schoolId, on, change } = stage
  const year = academicYearOf(on)
  const years: Record<'this' | 'last', AcademicYear> = { this: year, last: previousYear(year) }
  const happened = <T>(day: IsoDate | null, of: (day: IsoDate) => T): T[] =>
    day !== null && day <= on ? [of(day)] : []
  const each = <W extends When, T>(
    stories: readonly W[],
    make: (story: Omit<W, keyof When>, day: IsoDate) => T,
  ) =>
    stories.flatMap(({ after, years: told, ...story }) =>
      told.flatMap((which) => happened(schoolDay(stage, years[which], after), (day) => make(story, day))),
    )
  const of = () => ({ id: crypto.randomUUID() as string, schoolId })
  await createMany(
    trx,
    'training',
    each(trainings, (story, heldOn): NewRecord<'training'> => ({ ...of(), heldOn, ...story })),
    change,
  )
  const spent = each(bought, (story, datedOn): NewRecord<'premiumMoney'> => ({
    ...of(),
    datedOn,
    direction: 'spent',
    ...story,
  }))
  await createMany(trx, 'premiumMoney', [...received(stage, Object.values(years), of), ...spent], change)
  await createMany(trx, 'attainment', attainments(stage, Object.values(years)), change)
  const startedOn = schoolDay(stage, years.last, NEEDS_KNOWN)
  if (startedOn === null) return
  await createMany(
    trx,
    'specialNeed',
    needs.map(([name, provision, need]): NewRecord<'specialNeed'> => ({
      ...of(),
      childId: stage.childId(name),
      startedOn,
      provision,
      need,
      endedOn: null,
    })),
    change,
  )
}

/** The school day so many after the first of an academic year; null where the calendar does not reach. */
function schoolDay({ calendar }: Pick<Stage, 'calendar'>, year: AcademicYear, after: number): IsoDate | null {
  const first = firstDayOf(year)
  const days = calendar.schoolDays.filter((day) => day >= first && academicYearOf(day) === year)
  return days[after] ?? null
}

function received(
  stage: Stage,
  years: readonly AcademicYear[],
  of: () => { id: string; schoolId: string },
): NewRecord<'premiumMoney'>[] {
  const payments = [
    ...TERM_STARTS.map((after) => ({ after, fund: 'looked-after', pounds: PAID_A_TERM }) as const),
    { after: BUDGET_COMES, fund: 'previously-looked-after', pounds: PAID_WITH_BUDGET } as const,
  ]
  return years.flatMap((year) =>
    payments.flatMap(({ after, ...money }): NewRecord<'premiumMoney'>[] => {
      const datedOn = schoolDay(stage, year, after)
      if (datedOn === null || datedOn > stage.on) return []
      return [{ ...of(), datedOn, direction: 'received', onWhat: null, impact: null, ...money }]
    }),
  )
}

function attainments(stage: Stage, years: readonly AcademicYear[]): NewRecord<'attainment'>[] {
  return years.flatMap((year) =>
    assessedAfter.flatMap((after) => {
      const assessedOn = schoolDay(stage, year, after)
      if (assessedOn === null || assessedOn > stage.on) return []
      return assessed.flatMap((name) =>
        subjects.map((subject): NewRecord<'attainment'> => {
          const draw = (what: string) => drawn(`${what} ${name} ${subject} ${after}`)
          return {
            id: crypto.randomUUID(),
            schoolId: stage.schoolId,
            childId: stage.childId(name),
            assessedOn,
            subject,
            expected: draw('expected') < EXPECTED ? 1 : 0,
            progress: progressOf(draw('progress')),
            note: null,
          }
        }),
      )
    }),
  )
}
