import { addDays, isoDate, weekday, type IsoDate } from '../../server/calendar/iso-date.ts'

/**
 * The figures of the governors' report counted again, slowly and plainly, from what is recorded and by what the report
 * says of each figure: by walking every day of the year, child by child. It shares nothing with what it checks but the
 * arithmetic of single days.
 */

export interface SlowChild {
  readonly id: string
  readonly yearGroup: string
  readonly admittedOn: string
  readonly leftOn: string | null
  readonly care: readonly {
    status: string
    startedOn: string
    endedOn: string | null
    authority: string | null
  }[]
  readonly peps: readonly {
    heldOn: string
    completedOn: string | null
    quality: string | null
    attended: readonly string[]
    views: boolean
  }[]
  readonly suspensions: readonly {
    kind: string
    startedOn: string
    startSession: string | null
    halfDays: number | null
    decidedAt: string | null
    isOurs: boolean
    cancelledAt: string | null
    /** Whom somebody asked before it, and who was there. */
    asked: readonly { who: string; at: string; isThere: boolean }[]
  }[]
  /** Sessions of the year to the day; null where there is no register. */
  readonly sessions: { readonly possible: number; readonly missed: number } | null
  readonly considered: readonly { state: string; decidedAt: string | null }[]
  readonly spans: Readonly<Record<'off-site' | 'part-time', readonly (readonly [string, string | null])[]>>
  readonly days: Readonly<Record<'managed-move' | 'sent-home', readonly string[]>>
  readonly needs: readonly { provision: string; startedOn: string; endedOn: string | null }[]
  readonly assessments: readonly {
    on: string
    subject: string
    expected: boolean | null
    progress: string | null
  }[]
  /** Of a duty, or of what is only to be watched; with what was done about it, oldest first. */
  readonly alerts: readonly {
    raisedAt: string
    isDuty: boolean
    steps: readonly { step: string; at: string }[]
  }[]
}

export interface SlowSchool {
  readonly on: IsoDate
  readonly authority: string
  readonly phase: string
  /** What it was ever given, by file or by form. */
  readonly told: { readonly care: boolean; readonly pep: boolean; readonly suspension: boolean }
  readonly children: readonly SlowChild[]
  readonly money: readonly { on: string; fund: string; direction: string; pounds: number }[]
  readonly isSchoolDay: (day: string) => boolean
  /** The first and the last day of the academic years that its terms are known of. */
  readonly known: { readonly from: string; readonly to: string }
}

/** The value of each figure by its id, without those of 0; and which cannot be known. */
export interface Recounted {
  readonly counts: ReadonlyMap<string, number>
  readonly isUnknown: (id: string) => boolean
}

const years = {
  '2024': { from: '2024-09-01', easter: '2025-04-21', to: '2025-08-31' },
  '2025': { from: '2025-09-01', easter: '2026-04-06', to: '2026-08-31' },
} as const

const holidays =
  '2024-12-25 2024-12-26 2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25'.split(
    ' ',
  )

function* daysFrom(from: string, to: string): Generator<IsoDate> {
  for (let day = isoDate(from); day <= to; day = addDays(day, 1)) yield day
}

const isIn = (day: string, from: string, to: string | null) => from <= day && (to === null || day <= to)
const sixYearsBefore = (day: string) =>
  day.endsWith('02-29')
    ? `${Number(day.slice(0, 4)) - 6}-02-28`
    : `${Number(day.slice(0, 4)) - 6}${day.slice(4)}`
const yearBefore = (day: string) => isoDate(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`)

/** The groups of a child on a day, the first that holds; null where none does. */
function groupOn({ care }: SlowChild, day: string): string | null {
  const has = (...statuses: string[]) =>
    care.some((row) => statuses.includes(row.status) && isIn(day, row.startedOn, row.endedOn))
  if (has('cla')) return 'looked-after'
  if (has('cin-plan', 'cp-plan')) return 'social-worker'
  if (has('previously-cla')) return 'previously'
  const since = sixYearsBefore(day)
  for (const { status, startedOn, endedOn } of care)
    if (
      ['cla', 'cin-plan', 'cp-plan'].includes(status) &&
      startedOn <= day &&
      (endedOn === null || endedOn >= since)
    )
      return 'past'
  return has('kinship') ? 'kinship' : null
}

const isOnRoll = ({ admittedOn, leftOn }: SlowChild, day: string) => isIn(day, admittedOn, leftOn)
const isLookedAfter = ({ care }: SlowChild, day: string) =>
  care.some(({ status, startedOn, endedOn }) => status === 'cla' && isIn(day, startedOn, endedOn))

/** The group a report of the day counts the child in; null for one who is not in it. */
function groupInReport(child: SlowChild, first: string, on: string): string | null {
  let [last, was]: [string | null, boolean] = [null, false]
  for (const day of daysFrom(first, on)) {
    if (!isOnRoll(child, day)) continue
    last = day
    was ||= groupOn(child, day) !== null
  }
  if (last === null) return null
  return groupOn(child, last) ?? (was ? 'past' : null)
}

const stageOf = (yearGroup: string) =>
  ({
    N: 'early',
    R: 'early',
    1: 'ks1',
    2: 'ks1',
    3: 'ks2',
    4: 'ks2',
    5: 'ks2',
    6: 'ks2',
    7: 'ks3',
    8: 'ks3',
    9: 'ks3',
  })[yearGroup] ?? (['10', '11'].includes(yearGroup) ? 'ks4' : 'post16')

const windowsOf = ({ from, easter }: { from: string; easter: string }) => {
  const spring = Number(from.slice(0, 4)) + 1
  return {
    autumn: [from, `${spring - 1}-12-31`],
    spring: [`${spring}-01-01`, addDays(isoDate(easter), -1) as string],
    summer: [easter, `${spring}-07-31`],
  } as const
}

function pepLevel(child: SlowChild, [from, to]: readonly [string, string], on: string): string | null {
  let days = 0
  for (const day of daysFrom(from, to))
    if (
      weekday(day) < 5 &&
      !holidays.includes(day) &&
      isLookedAfter(begunBy(child, on), day) &&
      isOnRoll(child, day)
    )
      days += 1
  if (days < 20) return null
  let level = on > to ? 'missing' : 'to-do'
  for (const { heldOn, completedOn } of child.peps) {
    if (heldOn > on || !isIn(heldOn, from, to) || !isLookedAfter(begunBy(child, on), heldOn)) continue
    if (completedOn === null || completedOn > on || completedOn < from) continue
    if (completedOn <= to) return 'on-time'
    level = 'late'
  }
  return level
}

/** What was known of the child's care on a day: rows that begin later do not exist yet. */
const begunBy = (child: SlowChild, on: string): SlowChild => ({
  ...child,
  care: child.care.filter(({ startedOn }) => startedOn <= on),
})

/** Half days of a suspension that fall in a year, walked session by session. */
function halfDaysOf(
  { kind, startedOn, startSession, halfDays }: SlowChild['suspensions'][number],
  { isSchoolDay, known }: SlowSchool,
  to: string,
): number {
  let left = halfDays ?? 0
  let inYear = 0
  for (const day of daysFrom(startedOn, known.to)) {
    if (!isSchoolDay(day)) continue
    for (const session of ['AM', 'PM']) {
      const isSkipped =
        kind === 'lunchtime'
          ? session === 'PM'
          : day === startedOn && startSession === 'PM' && session === 'AM'
      if (isSkipped || left === 0) continue
      left -= 1
      if (day <= to) inYear += 1
    }
    if (left === 0) return inYear
  }
  return halfDays ?? 0
}

const lookedAfterRun = (child: SlowChild, on: string): number => {
  let days = 0
  for (let day = isoDate(on); isLookedAfter(child, day); day = addDays(day, -1)) days += 1
  return days
}

/** The last Sunday of a month of 31 days. */
function lastSunday(month: string): string {
  let day = isoDate(`${month}-31`)
  while (weekday(day) !== 6) day = addDays(day, -1)
  return day
}

/** The day in England of an instant: from March to October its clocks are an hour ahead of universal time. */
function dayInEngland(instant: string): string {
  const year = instant.slice(0, 4)
  const isSummer = instant >= `${lastSunday(`${year}-03`)}T01` && instant < `${lastSunday(`${year}-10`)}T01`
  const day = instant.slice(0, 10)
  return isSummer && instant.slice(11, 13) === '23' ? addDays(isoDate(day), 1) : day
}

/** The day since which an alert is answered or closed at the end of a day; null while it is open. */
function answeredSince({ steps }: SlowChild['alerts'][number], on: string): string | null {
  let since: string | null = null
  for (const { step, at } of steps) {
    if (dayInEngland(at) > on) continue
    if (['postponed', 'reopened'].includes(step)) since = null
    if (['answered', 'closed'].includes(step) && since === null) since = dayInEngland(at)
  }
  return since
}

const stagesOf: Readonly<Record<string, readonly string[]>> = {
  nursery: ['early'],
  primary: ['early', 'ks1', 'ks2'],
  secondary: ['ks3', 'ks4', 'post16'],
}

const funds = [
  ['looked-after', 'looked-after'],
  ['previously', 'previously-looked-after'],
] as const

/** Beginnings of the ids of what nobody can know on the day, for want of what it is counted from. */
function unknownOf(school: SlowSchool, year: { from: string; easter: string }): string[] {
  const { on, children, told, phase, known, money } = school
  const lastYearFrom = `${Number(year.from.slice(0, 4)) - 1}-09-01`
  const has = (test: (child: SlowChild) => boolean) => children.some(test)
  if (!told.care && !has(({ care }) => care.length > 0)) return ['']
  const unknown: string[] = []
  const unless = (isKnown: boolean, ...begins: readonly string[]) => {
    if (!isKnown) unknown.push(...begins)
  }
  unless(known.from <= yearBefore(on), 'numbers.before.')
  for (const stage of ['early', 'ks1', 'ks2', 'ks3', 'ks4', 'post16'])
    unless((stagesOf[phase] ?? [stage]).includes(stage), `numbers.stage.${stage}`)
  unless(told.pep, 'pep.')
  for (const [term, [from]] of Object.entries(windowsOf(year))) unless(from <= on, `pep.${term}.`)
  unless(
    known.from <= lastYearFrom &&
      has(({ peps }) => peps.some((pep) => isIn(pep.heldOn, lastYearFrom, addDays(isoDate(year.from), -1)))),
    'pep.last-year.',
  )
  unless(
    has(({ assessments }) => assessments.some((each) => isIn(each.on, year.from, on))),
    'attainment.',
  )
  unless(
    has(({ sessions }) => sessions !== null),
    'attendance.',
  )
  for (const what of [
    'children',
    'repeat',
    'times',
    'half-days',
    'permanent',
    'cancelled',
    'decided',
    'asked',
  ])
    unless(told.suspension, `suspension.${what}`)
  unless(
    has(({ needs }) => needs.some(({ startedOn }) => startedOn <= on)),
    'need.',
  )
  for (const [group, fund] of funds)
    unless(
      money.some((each) => each.fund === fund && isIn(each.on, year.from, on)),
      `money.${group}.`,
    )
  return unknown
}

/** Every figure and amount of the report on its day. */
export function recount(school: SlowSchool): Recounted {
  const { on, children } = school
  const year = on >= years['2025'].from ? years['2025'] : years['2024']
  const unknown = unknownOf(school, year)
  const isUnknown = (id: string) => unknown.some((begin) => id.startsWith(begin))
  const counts = new Map<string, number>()
  const count = (id: string, n = 1) => {
    if (n !== 0) counts.set(id, (counts.get(id) ?? 0) + n)
  }
  const countBoth = (id: string, group: string, n = 1) => {
    count(`${id}.${group}`, n)
    count(`${id}.all`, n)
  }
  const rates = new Map<string, { possible: number; missed: number }>()
  const rate = (id: string, { possible, missed }: { possible: number; missed: number }) => {
    const sum = rates.get(id) ?? { possible: 0, missed: 0 }
    rates.set(id, { possible: sum.possible + possible, missed: sum.missed + missed })
  }
  const waits: number[] = []
  const then = yearBefore(on)
  const pepsOf = (
    id: string,
    child: SlowChild,
    window: readonly [string, string],
    others: readonly string[],
  ) => {
    if (window[0] > on) return
    const level = pepLevel(child, window, on)
    if (level === null) return
    for (const each of [id, ...others]) {
      count(`${each}.due`)
      count(`${each}.${level}`)
    }
  }
  for (const child of children) {
    if (isOnRoll(child, then)) {
      const group = groupInReport(begunBy(child, then), `${Number(year.from.slice(0, 4)) - 1}-09-01`, then)
      if (group !== null) countBoth('numbers.before', group)
    }
    if (!isUnknown('pep.last-year.due'))
      for (const window of Object.values(windowsOf(years['2024'])))
        pepsOf('pep.last-year', child, window, ['pep.closed'])
    if (child.sessions) rate('attendance.rate.everyone', child.sessions)

    const group = groupInReport(child, year.from, on)
    if (group === null) {
      const { possible, missed } = child.sessions ?? { possible: 0, missed: 0 }
      if (possible > 0) {
        count('attendance.counted.others')
        if (missed * 10 >= possible) count('attendance.persistent.others')
        if (missed * 2 >= possible) count('attendance.severe.others')
      }
      continue
    }
    const isLooked = group === 'looked-after'
    countBoth('numbers.year', group)
    if (child.admittedOn >= year.from) count('numbers.joined')
    if (!isOnRoll(child, on)) count('numbers.left')
    else {
      countBoth('numbers.now', group)
      count(`numbers.stage.${stageOf(child.yearGroup)}`)
      if (isLooked) {
        let days = 0
        for (const _ of daysFrom(then, on)) days += 1
        count(lookedAfterRun(child, on) >= days ? 'numbers.care-long' : 'numbers.care-short')
        const newest = child.care
          .filter(({ status, startedOn, endedOn }) => status === 'cla' && isIn(on, startedOn, endedOn))
          .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
          .at(-1)
        if (newest?.authority === school.authority) count('numbers.own-authority')
        else if (newest?.authority) count('numbers.other-authority')
        const has = (provision: string) =>
          child.needs.some((need) => need.provision === provision && isIn(on, need.startedOn, need.endedOn))
        const need = has('ehc-plan') ? 'plan' : has('sen-support') ? 'support' : has('none') ? 'none' : null
        if (need !== null) {
          count('need.known')
          count(`need.${need}`)
        }
      }
    }
    for (const [term, window] of Object.entries(windowsOf(year)))
      pepsOf(`pep.${term}`, child, window, ['pep.year', ...(on > window[1] ? ['pep.closed'] : [])])
    for (const { heldOn, completedOn, quality, attended, views } of child.peps) {
      if (heldOn > on || !isLookedAfter(begunBy(child, on), heldOn)) continue
      if (quality !== null && completedOn !== null && isIn(completedOn, year.from, on)) {
        count('pep.quality.rated')
        count(['gold', 'green'].includes(quality) ? 'pep.quality.good' : 'pep.quality.poor')
      }
      if (heldOn < year.from) continue
      count('pep.held')
      for (const role of ['social-worker', 'designated-teacher', 'carer'])
        if (attended.includes(role)) count(`pep.attended.${role}`)
      if (views) count('pep.views')
    }
    if (isLooked) countAssessments(child, { from: year.from, on }, count)
    if (child.sessions && child.sessions.possible > 0) {
      const { possible, missed } = child.sessions
      countBoth('attendance.counted', group)
      if (missed * 10 >= possible) countBoth('attendance.persistent', group)
      if (missed * 2 >= possible) countBoth('attendance.severe', group)
      rate(`attendance.rate.${group}`, child.sessions)
      rate('attendance.rate.all', child.sessions)
    }
    let [times, isExcluded] = [0, false]
    for (const row of child.suspensions) {
      const isKnown = row.startedOn <= on || (row.decidedAt !== null && row.decidedAt.slice(0, 10) <= on)
      const isCancelled = row.cancelledAt !== null && row.cancelledAt.slice(0, 10) <= on
      if (isKnown && row.isOurs && isCancelled && isIn(row.cancelledAt!.slice(0, 10), year.from, on))
        count('suspension.cancelled')
      if (!isKnown || !isIn(row.startedOn, year.from, year.to) || !row.isOurs || isCancelled) continue
      if (row.kind === 'permanent') {
        isExcluded = true
        continue
      }
      times += 1
      countBoth('suspension.half-days', group, halfDaysOf(row, school, year.to))
      const decidedOn = row.decidedAt?.slice(0, 10) ?? row.startedOn
      const known = begunBy(child, on)
      const needsVsh = isLookedAfter(known, decidedOn)
      const hasPlan = known.care.some(
        ({ status, startedOn, endedOn }) =>
          ['cin-plan', 'cp-plan'].includes(status) && isIn(decidedOn, startedOn, endedOn),
      )
      if (!needsVsh && !hasPlan) continue
      count('suspension.decided')
      const who = needsVsh ? 'virtual-school' : 'social-worker'
      const { decidedAt } = row
      if (
        decidedAt !== null &&
        row.asked.some((each) => each.who === who && each.isThere && each.at < decidedAt)
      )
        count('suspension.asked')
    }
    if (isExcluded) count('suspension.permanent')
    if (times > 0) countBoth('suspension.children', group)
    if (times > 1) countBoth('suspension.repeat', group)
    countBoth('suspension.times', group, times)
    for (const { state, decidedAt } of child.considered)
      if (state === 'not-suspended' && decidedAt !== null && isIn(decidedAt.slice(0, 10), year.from, on))
        count('suspension.stayed')
    for (const [what, spans] of Object.entries(child.spans)) {
      const overlaps = spans.some(([from, to]) => {
        for (const day of daysFrom(year.from, on)) if (isIn(day, from, to)) return true
        return false
      })
      if (overlaps) count(`suspension.${what}`)
    }
    for (const [what, days] of Object.entries(child.days))
      if (days.some((day) => isIn(day, year.from, on))) count(`suspension.${what}`)
    for (const alert of child.alerts) {
      const raisedOn = dayInEngland(alert.raisedAt)
      if (!alert.isDuty || !isIn(raisedOn, year.from, on)) continue
      count('alert.raised')
      const since = answeredSince(alert, on)
      if (since === null) continue
      count('alert.answered')
      let wait = 0
      for (let day = isoDate(raisedOn); day < since; day = addDays(day, 1)) wait += 1
      waits.push(wait)
    }
  }
  for (const [group, fund] of funds)
    for (const each of school.money)
      if (each.fund === fund && isIn(each.on, year.from, on))
        count(`money.${group}.${each.direction}`, each.pounds)
  for (const [id, { possible, missed }] of rates)
    if (possible > 0) count(id, Math.floor((missed * 100) / possible + 0.5))
  const isHalf = (days: number) => waits.filter((wait) => wait <= days).length * 2 >= waits.length
  for (let days = 0; waits.length > 0; days += 1)
    if (isHalf(days)) {
      count('alert.days', days)
      break
    }
  return { counts, isUnknown }
}

function countAssessments(
  { assessments }: SlowChild,
  { from, on }: { from: string; on: string },
  count: (id: string) => void,
): void {
  const newest = new Map<string, boolean>()
  const progress = new Map<string, string>()
  for (const day of daysFrom(from, on))
    for (const each of assessments) {
      if (each.on !== day) continue
      if (each.expected !== null) newest.set(each.subject, each.expected)
      if (each.progress !== null) progress.set(each.subject, each.progress)
    }
  if (newest.size > 0) count('attainment.assessed')
  if (newest.size > 0 && ![...newest.values()].includes(false)) count('attainment.expected')
  if (progress.size > 0) count('attainment.progress-known')
  if (progress.size > 0 && ![...progress.values()].includes('less')) count('attainment.progress-made')
}
