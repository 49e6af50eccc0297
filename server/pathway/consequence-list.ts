import { academicYearOf } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import type { Force, Owner } from '../engine/rule.ts'
import {
  capital,
  count,
  countWords,
  dateWords,
  dayWords,
  halfDayFigure,
  list,
  ordinal,
  percentWords,
  schoolDayWords,
} from '../engine/words.ts'
import type { ChildFacts, Cohorts } from '../facts/child-facts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { valueOn } from '../law/dated.ts'
import type { SourceId } from '../law/sources.ts'
import { repeatedCriteria, type ExclusionRun } from '../law/suspension-days.ts'
import { examDeadline, returnOf } from '../law/suspension-return.ts'
import { boardDeadline, governorDuty, halfDaysOf, yearHalfDaysLeft, yearLevel } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import type { ConsequenceOptions } from './consequences.ts'
import type { Proposed, YearTotal } from './proposal.ts'
import type { Consequence, Proposal, Total } from './shapes.ts'
import { guidanceOn, sourceOf } from './source-of.ts'

/** A proposal with all that is worked out about it. */
export interface Weighed {
  readonly facts: ChildFacts
  readonly row: Proposed
  readonly proposal: Proposal
  /** Null past the known calendar. */
  readonly covered: readonly SchoolSession[] | null
  readonly back: SchoolSession | null
  readonly run: ExclusionRun | null
  readonly term: Total | null
  readonly years: readonly [YearTotal, ...YearTotal[]]
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
  readonly options: ConsequenceOptions
}

interface Said {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly status?: Consequence['status']
  readonly dueOn?: IsoDate | null
  readonly owner?: Owner
  readonly force: Force
  readonly source: SourceId
  readonly place?: string
  readonly cautious?: string | null
}

const said = ({
  id,
  title,
  words,
  status = 'due',
  dueOn = null,
  owner = 'headteacher',
  force,
  source,
  place,
  cautious = null,
}: Said): Consequence => ({
  id,
  title,
  words,
  status,
  dueOn,
  owner,
  force,
  source: sourceOf(source, place ?? null),
  cautious,
})

const NOT_KNOWN = 'The term dates are not known so far ahead, so the day cannot be told.'

const OTHERS_WRITE = 'From what others write about the guidance; its own words were not read for this.'

const hasSocialWorker = ({ cla, cin, cp }: Cohorts): boolean => cla || cin || cp

const inNoGroup: Cohorts = {
  cla: false,
  previouslyCla: false,
  cin: false,
  cp: false,
  kinship: false,
  ever6: false,
}

const groupsOf = ({ care }: ChildFacts): Cohorts => care?.now ?? inNoGroup

/** The first school day it covers; null where the calendar does not know it. */
const firstDayOf = ({ covered, row, calendar }: Weighed): IsoDate | null =>
  covered?.[0]?.on ?? calendar.schoolDayOnOrAfter(row.startedOn)

/**
 * A permanent exclusion of a looked-after child or of one with an education, health and care plan is avoided as
 * far as possible (`exclusion-guidance`).
 */
function avoidPermanent({ row, facts, options, on }: Weighed): Said | null {
  const { cla } = groupsOf(facts)
  if (row.kind !== 'permanent' || (!cla && options.hasPlan !== true)) return null
  const who = list([
    ...(cla ? ['a looked-after child'] : []),
    ...(options.hasPlan === true ? ['a child with an education, health and care plan'] : []),
  ])
  return {
    id: 'avoid-permanent',
    title: 'A permanent exclusion to be avoided',
    words: `The school should avoid, as far as possible, permanently excluding ${who}. An early review of ${options.hasPlan === true ? 'the plan of needs' : 'the education plan'} can come first.`,
    force: 'should',
    source: guidanceOn(on),
  }
}

/** Parents, the authority, and by status the social worker and the Virtual School (`exclusions-2012`, `exclusions-2022`). */
function toTell({ facts, row, on, options }: Weighed): Said {
  const groups = groupsOf(facts)
  const holder = facts.care?.authorityNow?.name
  const people = [
    facts.identity.age >= 18
      ? 'the pupil, who is 18 or over'
      : groups.cla
        ? 'the parents and carers'
        : 'the parents',
    options.authorityName === null ? 'the local authority' : `the local authority, ${options.authorityName}`,
    ...(row.kind === 'permanent' ? ['the authority of the home address where that is another'] : []),
    ...(hasSocialWorker(groups) ? ['the social worker'] : []),
    ...(groups.cla ? [holder === undefined ? 'the Virtual School' : `${holder} Virtual School`] : []),
  ]
  const number = people.length - (row.kind === 'permanent' ? 1 : 0)
  return {
    id: 'tell',
    title: `${capital(countWords(number, 'person', 'people'))} to tell without delay`,
    words: `${capital(people.join('; '))}: the period and the reasons, on the day of the decision. Letters are drafted.`,
    dueOn: on,
    force: 'must',
    source: hasSocialWorker(groups) ? 'exclusions-2022' : 'exclusions-2012',
    place: 'regs 5, 14 and 23',
  }
}

const dutyOf = ({ row, term, proposal, on }: Weighed) =>
  governorDuty(row.kind, term?.after ?? 0, { missesExam: proposal.missesExam === true, on })

/** `6 school days in Spring 2026, over 5`, or why else the board has a duty. */
function whyGovernors({ row, term, proposal, on }: Weighed): string {
  const [lower, upper] = [thresholds.termLower, thresholds.termUpper].map((line) => valueOn(line, on))
  if (row.kind === 'permanent') return 'After a permanent exclusion'
  const total = term?.after ?? 0
  const line = total > halfDaysOf(upper ?? 0) ? upper : lower
  const isOver = total > halfDaysOf(line ?? 0)
  if (proposal.missesExam === true && !(total > halfDaysOf(upper ?? 0)))
    return 'A public exam or National Curriculum test would be missed'
  return isOver ? `${capital(schoolDayWords(total))} in ${term?.name} is over ${line}` : ''
}

/** The board is told without delay when it has a duty, else once a term (`exclusions-2012`). */
function boardNotice(all: Weighed): Said | null {
  const { term, row, on } = all
  const place = 'regs 5, 14 and 23'
  if (term === null && row.kind !== 'permanent' && dutyOf(all) !== 'meet-15')
    return {
      id: 'board-notice',
      title: 'Governors: the total of the term is not known',
      words:
        'The terms are not known so far ahead, so the days of the term cannot be added up, nor what governors must do.',
      status: 'watch',
      force: 'must',
      source: 'exclusions-2012',
      place,
    }
  if (dutyOf(all) === 'consider-representations')
    return {
      id: 'board-notice',
      title: 'Governors hear of it this term',
      words: 'They are told of shorter suspensions at least once a term, and consider what parents say.',
      status: 'watch',
      force: 'must',
      source: 'exclusions-2012',
      place,
    }
  return {
    id: 'board-notice',
    title: 'Governors to be told without delay',
    words: `${whyGovernors(all)}: the chair or the clerk is told the period and the reasons on the day of the decision.`,
    dueOn: on,
    force: 'must',
    source: 'exclusions-2012',
    place,
  }
}

/** The notice about public places and education, by the end of the first afternoon (`excluded-provision-2007`). */
function educationNotice(all: Weighed): Said | null {
  const { row, facts, on } = all
  const first = firstDayOf(all)
  if (row.kind === 'lunchtime') return null
  if (!isCompulsorySchoolAge(facts.identity.dateOfBirth, first ?? row.startedOn)) return null
  const when = first === null ? 'the first day' : dayWords(first, on)
  return {
    id: 'education-notice',
    title:
      first === null
        ? 'Notice about education by the end of the first afternoon'
        : `Notice about education by the afternoon of ${when}`,
    words: `By the end of the afternoon of ${when} the parents must have in writing on which days the child is kept out of public places in school hours, and what education follows as far as it is known.${first === null ? ` ${NOT_KNOWN}` : ''}`,
    dueOn: first,
    force: 'must',
    source: 'excluded-provision-2007',
    place: 'regs 6 and 7',
  }
}

/**
 * What begins at the very session at which another suspension ends, or while it runs: none is made longer or turned
 * into an exclusion (`exclusion-guidance`).
 */
function further({ row, facts, calendar, covered, on }: Weighed): Said | null {
  if (row.kind === 'lunchtime') return null
  const first = covered?.[0] ?? startOf(row, calendar)
  if (first === null) return null
  const joined = (facts.suspension?.rows ?? []).find((other) => {
    if (other.kind !== 'suspension' || other.atOtherSchool || other.halfDays === 0) return false
    const back = returnOf(other, calendar)
    const isBegun = other.startedOn <= first.on
    return isBegun && back !== null && place(first) <= place(back)
  })
  if (joined === undefined) return null
  const isPermanent = row.kind === 'permanent'
  return {
    id: 'further',
    title: isPermanent ? 'A suspension is not turned into an exclusion' : 'A suspension is not made longer',
    words: `It would follow the suspension of ${dateWords(joined.startedOn, on)} without a day in between. ${isPermanent ? 'A permanent exclusion' : 'A further one'} should follow at once only exceptionally, as where something new came to light, and is then a decision of its own, with its own notices.`,
    status: 'watch',
    force: 'should',
    source: guidanceOn(on),
    cautious: OTHERS_WRITE,
  }
}

/** Sessions in order, as text. */
const place = ({ on, session }: SchoolSession): string => `${on} ${session}`

/** The session at which a permanent exclusion begins. */
function startOf(row: Proposed, calendar: SchoolCalendar): SchoolSession | null {
  const on = calendar.schoolDayOnOrAfter(row.startedOn)
  if (on === null) return null
  return { on, session: on === row.startedOn ? (row.startSession ?? 'AM') : 'AM' }
}

/** Education from the first day of a child with a social worker (`exclusion-guidance`). */
function dayOne(all: Weighed): Said | null {
  const { row, facts, on } = all
  const groups = groupsOf(facts)
  if (row.kind === 'lunchtime' || !hasSocialWorker(groups)) return null
  const first = firstDayOf(all)
  const who = groups.cla ? 'a looked-after child' : 'a child with a social worker'
  return {
    id: 'day-one-education',
    title:
      first === null
        ? 'Education from the first day'
        : `Education from the first day, ${dayWords(first, on)}`,
    words: `For ${who} the school and the authority should work together so that education begins on the first day.${first === null ? ` ${NOT_KNOWN}` : ''}`,
    dueOn: first,
    force: 'should',
    source: guidanceOn(on),
    cautious: OTHERS_WRITE,
  }
}

/** Full-time education from the sixth school day in a row (`excluded-provision-2007`, regulations 3 and 4). */
function sixthDay(all: Weighed): Said | null {
  const { run, row, facts, on } = all
  if (run === null) return null
  const { firstDay, responsible } = run
  if (run.sixthDay !== null && !isCompulsorySchoolAge(facts.identity.dateOfBirth, run.sixthDay)) return null
  const first = firstDayOf(all)
  const joined = first !== null && firstDay < first
  const provides = responsible === 'la' ? 'The local authority must provide it' : 'The school must provide it'
  const count6 = `the sixth school day in a row${joined ? `, days out of school since ${dayWords(firstDay, on)} counted` : ''}`
  const past = run.sixthDay !== null && first !== null && run.sixthDay < first
  const titles = past
    ? 'Education goes on'
    : run.sixthDay === null
      ? 'Education from the sixth school day'
      : `Education from ${dayWords(run.sixthDay, on)}`
  const day = run.sixthDay === null ? ` ${NOT_KNOWN}` : ''
  return {
    id: 'sixth-day-education',
    title: titles,
    words: `${provides} full time from ${count6}.${day} Excepted are children in Year 11 with no exams left, and plans with fewer hours.`,
    dueOn: run.sixthDay,
    owner: responsible === 'la' ? 'local-authority' : 'governing-board',
    force: 'must',
    source: 'excluded-provision-2007',
    place: responsible === 'la' ? 'reg 4' : 'reg 3',
    cautious:
      row.kind === 'permanent' && joined
        ? 'Days suspended just before are counted; the guidance counts the authority’s days from the exclusion.'
        : null,
  }
}

/** Whether and by when the governing board meets (`exclusions-2012`, regulations 6, 15 and 24). */
function governors(all: Weighed): Said | null {
  const { row, proposal, calendar, on } = all
  const duty = dutyOf(all)
  if (duty === 'consider-representations') return null
  const must = duty === 'meet-15'
  const within = valueOn(must ? thresholds.boardMeets : thresholds.boardMeetsOnRepresentations, on)
  const exam = proposal.missesExam === true ? examDeadline(on, proposal.examOn, calendar) : null
  const lastDay = boardDeadline(duty, on, calendar)
  const dueOn = must && exam !== null ? exam.dueOn : lastDay
  const by = dueOn === null ? `within ${within} school days` : `by ${dayWords(dueOn, on)}`
  const atLatest =
    lastDay === null ? `within ${within} school days` : `by ${dayWords(lastDay, on)} at the latest`
  const beforeExam =
    must && proposal.examOn !== null && proposal.missesExam === true && proposal.examOn > on
      ? `, and as far as is practicable before ${dayWords(proposal.examOn, on)}`
      : ''
  const asked = must ? '' : ', if parents make representations'
  const known =
    lastDay === null
      ? ' The term dates are not known so far ahead, so the last day of that time cannot be told.'
      : ` That counts from ${dayWords(on, on)}, the board being told that day.`
  return {
    id: 'governors-meeting',
    title: !must
      ? `Governors meet if parents ask, ${by}`
      : exam?.beforeExam === true
        ? `Governors must meet, before the exam if they can, ${atLatest}`
        : `Governors must meet, ${by}`,
    words: `${whyGovernors(all)}: the governing board ${row.kind === 'permanent' ? 'decides on bringing the child back' : 'meets'} within ${within} school days${asked}${beforeExam}.${known}`,
    status: must ? 'due' : 'watch',
    dueOn,
    owner: 'governing-board',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 6, 15 and 24',
  }
}

/** A missed public exam or National Curriculum test makes the board meet (`exclusions-2012`). */
function exam({ row, proposal, on }: Weighed): Said | null {
  const shared = {
    status: 'watch',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 6, 15 and 24',
  } as const
  if (row.kind !== 'suspension' && proposal.missesExam !== true) return null
  if (proposal.missesExam === null)
    return {
      ...shared,
      id: 'exam',
      title: 'Exams: not said yet',
      words: 'If a public exam or National Curriculum test would be missed, governors must meet.',
    }
  if (!proposal.missesExam) return null
  return {
    ...shared,
    id: 'exam',
    title: 'A public exam or test is missed',
    words: `${proposal.examOn === null ? 'On which day is not said yet.' : `On ${dayWords(proposal.examOn, on)}.`} Whatever the length, governors must meet.`,
  }
}

/** Work for the first five days (`exclusion-guidance`). */
function work(all: Weighed): Said | null {
  const { row, covered, on } = all
  if (row.kind === 'lunchtime') return null
  const first = firstDayOf(all)
  const untilSixth = valueOn(thresholds.provisionFrom, on) - 1
  const days = row.kind === 'permanent' ? untilSixth : new Set(covered?.map((each) => each.on)).size
  const span =
    days === 0
      ? ''
      : ` for ${days === 1 ? 'the day' : `the first ${countWords(Math.min(days, untilSixth), 'day')}`}`
  return {
    id: 'work',
    title: 'Work to set and to mark',
    words: `The school should set work${span}, and mark it.`,
    dueOn: first,
    force: 'should',
    source: guidanceOn(on),
  }
}

/** The meeting on the return is offered and never a condition of it (`exclusion-guidance`). */
function reintegration({ row, back, facts, on }: Weighed): Said | null {
  if (row.kind !== 'suspension') return null
  const groups = groupsOf(facts)
  const others = hasSocialWorker(groups)
    ? `, and the social worker${groups.cla ? ' and the Virtual School' : ''},`
    : ''
  const half = back?.session === 'PM' ? ', in the afternoon' : ''
  return {
    id: 'reintegration',
    title:
      back === null
        ? 'A meeting to offer on the return'
        : `Back ${dayWords(back.on, on)}${half}: a meeting to offer`,
    words: `Parents${others} should be offered a meeting on the return. It is never a condition of coming back.${back === null ? ` ${NOT_KNOWN}` : ''}`,
    dueOn: back?.on ?? null,
    force: 'should',
    source: guidanceOn(on),
  }
}

/** An interim review of a looked-after child's plan is considered (`exclusion-guidance-2026`; advice before it). */
function interimPep({ facts, on, row }: Weighed): Said | null {
  if (!groupsOf(facts).cla || row.kind === 'lunchtime') return null
  const source = guidanceOn(on)
  const isInForce = source === 'exclusion-guidance-2026'
  return {
    id: 'interim-pep',
    title: 'An interim review of the education plan',
    words: `Where a looked-after child is likely to be suspended or excluded, an interim review of the personal education plan ${isInForce ? 'should be considered' : 'can help'}.`,
    status: 'watch',
    owner: 'designated-teacher',
    force: isInForce ? 'should' : 'advice',
    source: isInForce ? source : 'promoting-education',
  }
}

/** Parents may ask for a review after a permanent exclusion that the board upholds (`exclusions-2012`, schedule 1). */
function reviewPanel({ row }: Weighed): Said | null {
  if (row.kind !== 'permanent') return null
  return {
    id: 'review-panel',
    title: 'An independent review, if parents ask',
    words:
      'If governors do not bring the child back, parents can apply for a review within 15 school days of the written decision; the panel meets within 15 school days of that.',
    status: 'watch',
    owner: 'local-authority',
    force: 'must',
    source: 'exclusions-2012',
    place: 'schedule 1',
  }
}

/** The school's own lines of repeated suspension, as the rule counts them. */
function repeated({ facts, row, calendar, options }: Weighed): Said | null {
  const { cla, previouslyCla, cin, cp } = groupsOf(facts)
  if (row.kind === 'permanent' || (!cla && !previouslyCla && !cin && !cp)) return null
  const rows = [...(facts.suspension?.rows ?? []), row]
  const { startedOn } = row
  const lines = options.lines
  const reached =
    lines === undefined
      ? repeatedCriteria(rows, startedOn, calendar)
      : repeatedCriteria(rows, startedOn, calendar, lines)
  const { inTerm, inYear, within, termDays } = lines ?? {
    inTerm: thresholds.repeatedInTerm.latest,
    inYear: thresholds.repeatedInYear.latest,
    within: thresholds.repeatedWithin.latest,
    termDays: thresholds.repeatedTermDays.latest,
  }
  const criteria = [
    reached.inTerm && `${countWords(inTerm, 'or more', 'or more')} in a term`,
    reached.inYear && `${countWords(inYear, 'or more', 'or more')} in the year`,
    reached.within && `two within ${within} school days`,
    reached.termDays && `more than ${termDays} school days in a term`,
  ].filter((each) => each !== false)
  if (criteria.length === 0) return null
  const year = academicYearOf(startedOn)
  const nth = rows.filter(
    (each) => each.kind !== 'permanent' && each.halfDays !== 0 && academicYearOf(each.startedOn) === year,
  ).length
  return {
    id: 'repeated',
    title: `${capital(ordinal(nth))} suspension this year`,
    words: `${capital(list(criteria))}: ${nth > 1 ? 'what was done so far is not working, and ' : ''}something different is asked for.`,
    status: 'watch',
    owner: 'designated-teacher',
    force: 'local',
    source: 'local-policy',
  }
}

/** How near the year comes to 45 school days (`exclusions-2012`); over it by lunchtimes alone stops nothing. */
function yearLine({ years, row, on }: Weighed): Said | null {
  const [{ name, after, lunchtimes, atOtherSchool }] = years
  const limit = valueOn(thresholds.yearLimit, on)
  const level = yearLevel(after, { on })
  if (row.kind === 'permanent' || level === 'none') return null
  const shared = { status: 'watch', force: 'must', source: 'exclusions-2012' } as const
  const elsewhere = atOtherSchool === 0 ? '' : `, ${halfDayFigure(atOtherSchool)} of them at another school`
  if (level !== 'block') {
    const left = yearHalfDaysLeft(after, on)
    return {
      ...shared,
      id: 'year-limit',
      title: `${halfDayFigure(after)} of ${limit} school days this year`,
      words: `The law allows no more than ${limit} school days in ${name}${elsewhere}; ${schoolDayWords(left)} would be left.`,
    }
  }
  if (after - lunchtimes > halfDaysOf(limit))
    return {
      ...shared,
      id: 'year-limit',
      title: `Over ${limit} school days this year`,
      words: `${capital(schoolDayWords(after))} in ${name}${elsewhere}: the law does not allow it.`,
    }
  return {
    ...shared,
    id: 'year-limit',
    title: `Over ${limit} days this year, lunchtimes counted`,
    words: `${capital(schoolDayWords(after))} in ${name}${elsewhere}, ${schoolDayWords(after - lunchtimes)} without lunchtimes. Lunchtimes alone do not stop the decision.`,
    cautious: `Each lunchtime is counted as half a day towards the ${limit}.`,
  }
}

/** A lunchtime counts as half a school day (`exclusion-guidance`). */
function lunchtimes({ row, on }: Weighed): Said | null {
  if (row.kind !== 'lunchtime' || row.halfDays === null) return null
  return {
    id: 'lunchtimes',
    title: `${capital(countWords(row.halfDays, 'lunchtime'))} ${row.halfDays === 1 ? 'counts as' : 'count as'} ${schoolDayWords(row.halfDays)}`,
    words:
      'Each lunchtime is half a school day in the totals of the term and the year. No session is missed.',
    status: 'watch',
    force: 'should',
    source: guidanceOn(on),
    cautious: 'Towards the days of the year this is a careful count.',
  }
}

/** What absence of the year comes to (`absence-statistics`), as far as those sessions have no mark yet. */
function absence({ row, covered, facts }: Weighed): Said | null {
  if (row.kind !== 'suspension' || covered === null || covered.length === 0) return null
  const { attendance } = facts
  const shared = {
    status: 'watch',
    owner: 'attendance-lead',
    force: 'advice',
    source: 'absence-statistics',
  } as const
  const title = `${count(covered.length, 'more session')} missed`
  if (attendance === null)
    return {
      ...shared,
      id: 'absence',
      title,
      words: 'There is no register of the year, so what absence comes to is not known.',
    }
  const unmarked = covered.filter(
    ({ on: day }) =>
      academicYearOf(day) === attendance.year &&
      (attendance.lastMarkOn === null || day > attendance.lastMarkOn),
  ).length
  const missed = attendance.authorised + attendance.unauthorised
  const possible = attendance.possible
  const rate = (part: number, whole: number) =>
    whole >= thresholds.smallBase.latest ? ` (${percentWords(part, whole)})` : ''
  const line = thresholds.persistentAbsence.latest
  const isOver = (part: number, whole: number) => whole > 0 && part * 100 >= line * whole
  const crosses = isOver(missed + unmarked, possible + unmarked) && !isOver(missed, possible)
  const before = `${missed} of ${possible} possible sessions${rate(missed, possible)} so far`
  const after = `${missed + unmarked} of ${possible + unmarked}${rate(missed + unmarked, possible + unmarked)}`
  return {
    ...shared,
    id: 'absence',
    title,
    words: `Absence: ${before}; with it ${after}${crosses ? `, from below ${line}\u00a0% to ${line}\u00a0% or more` : ''}. Fewer where education is provided.`,
  }
}

/**
 * Everything a proposal sets off, in the order of what the school must do: what must be done, then what should,
 * then what to know; inside each, the earliest act first.
 */
export function consequenceList(all: Weighed): readonly Consequence[] {
  const first = [avoidPermanent(all), further(all)].filter((each) => each !== null)
  const rest = [
    toTell(all),
    boardNotice(all),
    educationNotice(all),
    sixthDay(all),
    governors(all),
    dayOne(all),
    work(all),
    reintegration(all),
    exam(all),
    yearLine(all),
    reviewPanel(all),
    interimPep(all),
    repeated(all),
    lunchtimes(all),
    absence(all),
  ].filter((each) => each !== null)
  /** A meeting that only parents’ words make due is still before what the school should do. */
  const rank = ({ id, status, force }: Consequence) => {
    if (status === 'watch' && id !== 'governors-meeting') return 2
    return force === 'must' ? 0 : 1
  }
  return [...first.map(said), ...rest.map(said).toSorted((a, b) => rank(a) - rank(b))]
}
