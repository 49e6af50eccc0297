import {
  academicYear,
  academicYearOf,
  attendancePlaces,
  pepWindows,
  placeOf,
} from '../../server/calendar/academic-year.ts'
import { addDays, daysBetween, isoDate, type IsoDate } from '../../server/calendar/iso-date.ts'
import { prepareChildFacts, type Told } from '../../server/facts/build-child-facts.ts'
import {
  prepareReportFacts,
  type AlertRow,
  type AlertStepRow,
  type ConsideredRow,
  type PremiumMoneyRow,
  type ReportChildRows,
  type TrainingRow,
} from '../../server/facts/build-report-facts.ts'
import type { CareEpisodeRow, ChildRows, ContactRow, SuspensionRow } from '../../server/facts/child-rows.ts'
import type { ReportFacts, ReportSchoolFacts } from '../../server/facts/report-facts.ts'
import { aCalendar } from './build/a-calendar.ts'
import { childRows } from './build/child-rows.ts'

/** A number from 0 up to, not including, 1; the same row of numbers for the same seed. */
export function drawing(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 0x9e37_79b9) | 0
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Draws of one school. */
class Draw {
  readonly next: () => number
  constructor(seed: number) {
    this.next = drawing(seed)
  }
  chance(share: number): boolean {
    return this.next() < share
  }
  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }
  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }
  day(from: IsoDate, to: IsoDate): IsoDate {
    return addDays(from, this.whole(0, Math.max(0, daysBetween(from, to))))
  }
}

const calendar = aCalendar()
const years = ['2024/25', '2025/26'].map(academicYear)
const FIRST = isoDate('2024-09-01')
const LAST = isoDate('2026-07-21')
const OWN = 'X01'

/** The last school day of each of six terms of the random schools' calendar. */
export const sixTermEnds: readonly IsoDate[] = [
  '2024-12-20',
  '2025-04-04',
  '2025-07-23',
  '2025-12-19',
  '2026-03-27',
  '2026-07-21',
].map(isoDate)

/** What sets one random school apart from another; each is drawn where it is not given. */
interface RandomSchoolOptions {
  /** Children in the school's data; most have a group, some have none. */
  readonly children?: number
  readonly on?: IsoDate
  /** Shares by which groups are drawn; they need not add up to one. */
  readonly groups?: Partial<Record<Pattern, number>>
  /** The school began to record plans with its second year. */
  readonly withoutLastYear?: boolean
  /** Every source was given, so that nothing is unknown. */
  readonly allTold?: boolean
}

type Pattern = 'cla' | 'was-cla' | 'adopted' | 'cin' | 'cp' | 'kinship' | 'past' | 'long-past' | 'none'
const patterns: readonly Pattern[] = [
  'cla',
  'was-cla',
  'adopted',
  'cin',
  'cp',
  'kinship',
  'past',
  'long-past',
  'none',
]

/** How often things happen at one school. */
interface Habits {
  readonly groups: Readonly<Record<Pattern, number>>
  readonly moves: number
  readonly pepHeld: number
  readonly pepLate: number
  readonly absence: number
  readonly registers: number
  readonly suspended: number
  readonly asks: number
  readonly recorded: number
}

function habitsOf(draw: Draw, given: RandomSchoolOptions): Habits {
  const groups = Object.fromEntries(
    patterns.map((pattern) => [pattern, given.groups?.[pattern] ?? (given.groups ? 0 : draw.next() ** 3)]),
  ) as Record<Pattern, number>
  return {
    groups,
    moves: draw.next() * 0.5,
    pepHeld: draw.chance(0.3) ? 1 : draw.next(),
    pepLate: draw.next() * 0.4,
    absence: draw.next() * 0.25,
    registers: given.allTold || draw.chance(0.8) ? 1 : draw.next(),
    suspended: draw.chance(0.2) ? 0 : draw.next() ** 2,
    asks: draw.next(),
    recorded: draw.chance(0.3) ? 0 : draw.next(),
  }
}

function patternOf(draw: Draw, { groups }: Habits): Pattern {
  const total = Object.values(groups).reduce((sum, share) => sum + share, 0)
  let at = draw.next() * total
  for (const pattern of patterns) if ((at -= groups[pattern]) < 0) return pattern
  return 'none'
}

/** Days around which groups change: long ago, before the two years, and within them. */
const begun = (draw: Draw): IsoDate =>
  draw.chance(0.6) ? draw.day(isoDate('2019-01-01'), addDays(FIRST, -1)) : draw.day(addDays(FIRST, -60), LAST)
const later = (draw: Draw, from: IsoDate): IsoDate => draw.day(addDays(from, 1), addDays(from, 700))

function careOf(draw: Draw, childId: string, pattern: Pattern): CareEpisodeRow[] {
  const row = (status: CareEpisodeRow['status'], startedOn: IsoDate, endedOn: IsoDate | null) => ({
    id: `${childId} ${status} ${startedOn}`,
    childId,
    status,
    startedOn,
    endedOn,
    authorityCode: draw.chance(0.1) ? null : draw.one([OWN, OWN, 'X02', 'X03']),
  })
  const from = begun(draw)
  const to = later(draw, from)
  const mayEnd = (share: number) => (draw.chance(share) ? to : null)
  switch (pattern) {
    case 'cla':
      return [
        ...(draw.chance(0.3) ? [row('cin-plan', addDays(from, -200), addDays(from, -1))] : []),
        row('cla', from, mayEnd(0.25)),
      ]
    case 'was-cla':
      return [row('cla', addDays(from, -400), from), row('previously-cla', addDays(from, 1), null)]
    case 'adopted':
      return [row('previously-cla', draw.day(isoDate('2012-01-01'), isoDate('2018-12-31')), null)]
    case 'cin':
      return draw.chance(0.2)
        ? [row('cin-plan', from, to), row('cla', addDays(to, 1), null)]
        : [row('cin-plan', from, mayEnd(0.5))]
    case 'cp':
      return draw.chance(0.3)
        ? [row('cp-plan', from, to), row('cin-plan', addDays(to, 1), null)]
        : [row('cp-plan', from, mayEnd(0.4))]
    case 'kinship':
      return [row('kinship', from, mayEnd(0.2))]
    case 'past': {
      const end = draw.day(isoDate('2019-06-01'), isoDate('2024-08-31'))
      return [row(draw.one(['cin-plan', 'cp-plan', 'cla'] as const), addDays(end, -300), end)]
    }
    case 'long-past': {
      // Six years later falls within the two years: the child is of the report, then no longer.
      const end = draw.day(isoDate('2018-06-01'), isoDate('2020-07-31'))
      return [row('cin-plan', addDays(end, -200), end)]
    }
    case 'none':
      return []
  }
}

/** Places and day numbers of the school's sessions, by year. */
const sessions = new Map(
  years.map((year) => [
    year,
    calendar.schoolDays
      .filter((day) => academicYearOf(day) === year)
      .flatMap((on) =>
        (['AM', 'PM'] as const).map((half) => ({ on, half, place: placeOf(year, on, half)! })),
      ),
  ]),
)

/** Registers to choose from, by year and by the share of sessions missed in hundredths: making one takes a while. */
const registers = new Map<string, string>()

function register(year: (typeof years)[number], hundredths: number, variant: number): string {
  const key = `${year} ${hundredths} ${variant}`
  const found = registers.get(key)
  if (found !== undefined) return found
  const draw = drawing(hundredths * 7 + variant)
  const chars = Array.from({ length: attendancePlaces(year).places }, () => '.')
  for (const { half, place } of sessions.get(year)!) {
    const away = draw() * 100
    const present = half === 'AM' ? '/' : '\\'
    // A few sessions have no mark or were not possible (Y7).
    const other = away > 99.5 ? '.' : away > 99 ? '7' : present
    chars[place] = away < hundredths ? (away < hundredths / 3 ? 'O' : 'I') : other
  }
  const marks = chars.join('')
  registers.set(key, marks)
  return marks
}

function marksOf(draw: Draw, habits: Habits, year: (typeof years)[number]): string {
  if (draw.chance(0.02)) return '.'.repeat(attendancePlaces(year).places)
  const severe = draw.chance(0.05)
  const missed = severe ? 0.4 + draw.next() * 0.5 : draw.chance(0.2) ? 0 : draw.next() * 2 * habits.absence
  return register(year, Math.round(missed * 100), draw.whole(1, 3))
}

function pepsOf(draw: Draw, habits: Habits, childId: string, care: readonly CareEpisodeRow[]) {
  const roles = ['social-worker', 'designated-teacher', 'carer', 'child', 'parent']
  return years.flatMap((year) =>
    pepWindows(year)!.flatMap(({ term, firstDay, lastDay }) => {
      const isHere = care.some(
        ({ status, startedOn, endedOn }) =>
          status === 'cla' && startedOn <= lastDay && (endedOn ?? lastDay) >= firstDay,
      )
      if (!isHere || !draw.chance(habits.pepHeld)) return []
      const heldOn = draw.day(firstDay, lastDay)
      const late = draw.chance(habits.pepLate)
      const completedOn = late
        ? draw.chance(0.4)
          ? null
          : addDays(lastDay, draw.whole(1, 90))
        : draw.day(heldOn, lastDay)
      return [
        {
          id: `${childId} ${year} ${term}`,
          childId,
          askedOn: null,
          heldOn,
          completedOn,
          quality: draw.one(['gold', 'green', 'green', 'amber', 'red', null] as const),
          attended: roles.filter(() => draw.chance(0.7)).join(';'),
          childViews: draw.one([0, 1, 1, null] as const),
        },
      ]
    }),
  )
}

function suspensionsOf(draw: Draw, habits: Habits, childId: string) {
  const suspensions: SuspensionRow[] = []
  const contacts: ContactRow[] = []
  const considered: ConsideredRow[] = []
  const times = draw.chance(habits.suspended) ? draw.one([1, 1, 1, 2, 2, 3, 5, 9]) : 0
  for (let time = 0; time < times; time += 1) {
    const startedOn = draw.day(FIRST, LAST)
    const id = `${childId} suspension ${time}`
    const kind = draw.chance(0.03)
      ? ('permanent' as const)
      : draw.chance(0.12)
        ? ('lunchtime' as const)
        : ('suspension' as const)
    const decidedOn = addDays(startedOn, -draw.whole(0, 3))
    const decidedAt = draw.chance(0.05) ? null : `${decidedOn}T12:00`
    suspensions.push({
      id,
      childId,
      kind,
      startedOn,
      startSession: kind === 'lunchtime' ? null : draw.one(['AM', 'PM'] as const),
      halfDays: kind === 'permanent' ? null : draw.whole(1, 12),
      reasons: 'DB',
      decidedAt,
      atOtherSchool: draw.chance(0.05) ? 1 : 0,
      considerationId: null,
      typed: '',
      missesExam: null,
      examOn: null,
      representations: null,
      representationsOn: null,
      cancelledAt: draw.chance(0.08) ? `${addDays(startedOn, draw.whole(-1, 4))}T11:00` : null,
    })
    for (const withRole of ['virtual-school', 'social-worker'] as const)
      if (draw.chance(habits.asks))
        contacts.push({
          id: `${id} ${withRole}`,
          childId,
          suspensionId: id,
          considerationId: null,
          how: null,
          madeBy: null,
          withRole,
          purpose: 'before-suspension',
          contactedAt: `${decidedOn}T${draw.one(['09:30', '11:59', '12:00', '15:00'])}`,
          outcome: draw.one(['reached', 'reached', 'message-left', 'no-answer', null] as const),
        })
  }
  for (let time = 0; time < (draw.chance(habits.suspended) ? draw.whole(0, 2) : 0); time += 1)
    considered.push({
      id: `${childId} considered ${time}`,
      childId,
      state: draw.one(['not-suspended', 'not-suspended', 'withdrawn', 'suspended'] as const),
      decidedAt: `${draw.day(FIRST, LAST)}T10:00`,
      kind: null,
      startedOn: null,
      startSession: null,
      halfDays: null,
    })
  return { suspensions, contacts, considered }
}

/** What is in no file, each with a day and mostly an end. */
function recordedHereOf(draw: Draw, { recorded }: Habits, childId: string): Partial<ChildRows> {
  const some = <T>(
    share: number,
    make: (id: string, startedOn: IsoDate, endedOn: IsoDate | null) => T,
  ): T[] =>
    Array.from({ length: draw.chance(share * recorded) ? draw.whole(1, 2) : 0 }, (_, n) => {
      const startedOn = draw.day(addDays(FIRST, -200), LAST)
      return make(`${childId} ${n} ${startedOn}`, startedOn, draw.chance(0.7) ? later(draw, startedOn) : null)
    })
  const untold = { socialWorkerToldAt: null, virtualSchoolToldAt: null }
  return {
    offSiteDirections: some(0.2, (id, startsOn, endsOn) => ({
      id,
      childId,
      startsOn,
      endsOn,
      address: null,
      reportTo: null,
      schoolDays: null,
      sessionTimes: null,
      objectives: 'Invented',
      noticeAt: null,
      hasPlan: null,
      authorityNoticeAt: null,
      nextReviewOn: null,
      lastReviewOn: null,
      reviewAskedOn: null,
      ...untold,
    })),
    managedMoves: some(0.05, (id, agreedOn) => ({
      id,
      childId,
      agreedOn,
      startsOn: null,
      parentAgrees: null,
      ...untold,
    })),
    partTimeTimetables: some(0.2, (id, startsOn, endsOn) => ({
      id,
      childId,
      startsOn,
      endsOn,
      reviewOn: null,
      parentAgrees: null,
      ...untold,
    })),
    unlawfulExclusions: some(0.1, (id, happenedOn) => ({
      id,
      childId,
      happenedOn,
      halfDays: null,
      putRightOn: null,
    })),
    specialNeeds: some(1, (id, startedOn, endedOn) => ({
      id,
      childId,
      provision: draw.one(['none', 'sen-support', 'ehc-plan'] as const),
      startedOn,
      // Some end on the very day of a report.
      endedOn: /[0-2]$/.test(startedOn) ? (sixTermEnds.find((day) => day >= startedOn) ?? null) : endedOn,
    })),
  }
}

interface RandomChild {
  readonly rows: ChildRows
  readonly forReport: ReportChildRows
}

function aRandomChild(draw: Draw, habits: Habits, childId: string, steps: AlertStepRow[]): RandomChild {
  const admittedOn = draw.chance(habits.moves / 2)
    ? draw.day(FIRST, LAST)
    : draw.one(['2021-09-01', '2022-09-01', '2023-09-04', '2024-09-02', '2025-09-01'].map(isoDate))
  const leftOn = draw.chance(habits.moves / 2) ? draw.day(admittedOn, addDays(admittedOn, 900)) : null
  const care = careOf(draw, childId, patternOf(draw, habits))
  const { considered, ...ofSuspensions } = suspensionsOf(draw, habits, childId)
  const alerts: AlertRow[] = Array.from({ length: care.length === 0 ? 0 : draw.whole(0, 4) }, (_, n) => {
    const id = `${childId} alert ${n}`
    const raisedOn = draw.day(FIRST, LAST)
    // Some in the last hour of universal time, which in summer is the next day in England.
    const [hour, later] = n % 2 === 0 ? ['06:00', '10:00'] : ['23:20', '23:40']
    let at = raisedOn
    for (const step of draw.one([
      [],
      ['seen'],
      ['answered'],
      ['closed'],
      ['postponed', 'answered'],
      ['answered', 'reopened'],
    ] as const)) {
      at = addDays(at, draw.whole(0, 30))
      steps.push({ alertId: id, at: `${at}T${later}:00.000Z`, step })
    }
    // What was reopened may be closed again, what was answered postponed or closed; and some are of no duty.
    const last = steps.at(-1)
    if (last?.alertId === id && (last.step === 'reopened' || last.step === 'answered'))
      steps.push({
        alertId: id,
        at: `${addDays(at, 3)}T${later}:00.000Z`,
        step: last.step === 'answered' && n === 2 ? 'postponed' : 'closed',
      })
    return { id, childId, status: n === 3 ? 'watch' : 'due', raisedAt: `${raisedOn}T${hour}:00.000Z` }
  })
  return {
    rows: childRows({
      child: {
        id: childId,
        dateOfBirth: '2012-03-01',
        yearGroup: draw.one(['N', 'R', '1', '4', '6', '7', '8', '9', '10', '11', '12']),
        admittedOn,
        leftOn,
        homeAuthorityCode: null,
      },
      careEpisodes: care,
      pepMeetings: pepsOf(draw, habits, childId, care),
      attendanceYears: draw.chance(habits.registers)
        ? years.map((year) => ({ childId, academicYear: year, marks: marksOf(draw, habits, year) }))
        : [],
      ...ofSuspensions,
      ...recordedHereOf(draw, habits, childId),
    }),
    forReport: {
      considered,
      alerts,
      attainments: Array.from({ length: draw.chance(habits.recorded) ? draw.whole(1, 6) : 0 }, (_, n) => ({
        id: `${childId} attainment ${n}`,
        childId,
        assessedOn: draw.day(FIRST, LAST),
        subject: draw.one(['reading', 'writing', 'maths'] as const),
        expected: draw.one([0, 1, 1, null] as const),
        progress: draw.one(['more', 'expected', 'expected', 'less', null] as const),
      })),
    },
  }
}

function moneyOf(draw: Draw): PremiumMoneyRow[] {
  return Array.from({ length: draw.whole(0, 12) }, (_, n) => ({
    id: `money ${n}`,
    datedOn: draw.day(FIRST, LAST),
    fund: draw.one(['looked-after', 'previously-looked-after'] as const),
    direction: draw.one(['received', 'spent'] as const),
    pounds: draw.whole(1, 9) * 500,
  }))
}

function trainingsOf(draw: Draw): TrainingRow[] {
  return Array.from({ length: draw.whole(0, 4) }, (_, n) => ({
    id: `training ${n}`,
    heldOn: draw.day(FIRST, LAST),
    forWhom: draw.one(['designated-teacher', 'all-staff', 'governors'] as const),
    title: draw.one(['Attachment', 'Personal education plans', 'Care and the law']),
    hours: draw.one([null, 1, 3, 6]),
    impact: null,
  }))
}

/** The rows of a random school, from which its facts follow on any day of its two years. */
export function rowsOfSchool(seed: number, options: RandomSchoolOptions) {
  const draw = new Draw(seed)
  const habits = habitsOf(draw, options)
  const size = options.children ?? draw.one([0, 1, 3, 5, 6, 8, 12, 20, 30, 40, 60, draw.whole(0, 400)])
  const isTold = (share: number) => options.allTold === true || draw.chance(share)
  const told: Told = { care: isTold(0.97), pep: isTold(0.95), suspension: isTold(0.95), attendance: false }
  const school: ReportSchoolFacts = {
    name: 'Invented School',
    phase: draw.one(['primary', 'secondary', 'special', 'all-through']),
    area: draw.chance(0.5) ? 'Hertfordshire' : null,
    authorityCode: OWN,
  }
  const hasRegisters = isTold(0.9)
  const firstPlanOn = options.withoutLastYear === true ? '2025-09-01' : FIRST
  const steps: AlertStepRow[] = []
  const children = Array.from({ length: size }, (_, n) =>
    aRandomChild(draw, habits, `child-${n}`, steps),
  ).map(({ rows, forReport }): RandomChild => ({
    rows: {
      ...rows,
      careEpisodes: told.care ? rows.careEpisodes : [],
      pepMeetings: told.pep ? rows.pepMeetings.filter(({ heldOn }) => heldOn >= firstPlanOn) : [],
      suspensions: told.suspension ? rows.suspensions : [],
      attendanceYears: hasRegisters ? rows.attendanceYears : [],
    },
    forReport,
  }))
  const designatedTeacher = draw.chance(0.9) ? 'Sam Teacher' : null
  const on = options.on ?? draw.day(isoDate('2025-09-01'), LAST)
  return {
    school,
    told,
    children,
    steps,
    designatedTeacher,
    on,
    money: moneyOf(draw),
    trainings: trainingsOf(draw),
  }
}

const authorities = new Map(
  [OWN, 'X02', 'X03'].map((code) => [code, { code, name: `Authority ${code}`, virtualSchoolPhone: null }]),
)

export type RandomRows = ReturnType<typeof rowsOfSchool>

/** What the report knows of such a school on a day. */
export function factsOn(rows: RandomRows, on: IsoDate): ReportFacts {
  const year = academicYearOf(on)
  const build = prepareChildFacts({ on, year, calendar, authorities, ownAuthority: OWN, told: rows.told })
  const report = prepareReportFacts(on, year, calendar)
  const steps = new Map<string, AlertStepRow[]>()
  for (const step of rows.steps) steps.set(step.alertId, [...(steps.get(step.alertId) ?? []), step])
  return {
    school: rows.school,
    on,
    year,
    calendar,
    told: rows.told,
    children: rows.children.map(({ rows: of, forReport }) =>
      report.child(build(of), forReport, (alertId) => steps.get(alertId) ?? []),
    ),
    trainings: report.trainings(rows.trainings),
    money: report.money(rows.money),
    designatedTeacher: rows.designatedTeacher,
  }
}

/**
 * A random school as at a day, made through the product's own facts from random rows: leavers and joiners, children
 * who change or lose their group, plans late and missing, schools without registers or without any care history.
 * The same seed gives the same school.
 */
export function randomSchool(seed: number, options: RandomSchoolOptions = {}): ReportFacts {
  const rows = rowsOfSchool(seed, options)
  return factsOn(rows, rows.on)
}

/** The same random school at the end of six successive terms, of two academic years. */
export function sixTermsOfSchool(seed: number, options: Omit<RandomSchoolOptions, 'on'> = {}): ReportFacts[] {
  const rows = rowsOfSchool(seed, options)
  return sixTermEnds.map((on) => factsOn(rows, on))
}
