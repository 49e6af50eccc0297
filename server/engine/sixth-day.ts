import { academicYearOf } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type {
  AttendanceFacts,
  ExclusionRunFact,
  IdentityFacts,
  ProvisionFact,
  SuspensionFact,
  SuspensionFacts,
} from '../facts/child-facts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { classOf } from '../law/register-codes.ts'
import { breach, due, met, noData, notApplicable, type Evidence, type Finding } from './finding.ts'
import type { RuleContext } from './rule.ts'
import { aboutSuspension, suspensionEvidence } from './suspension-duty.ts'
import { capital, dayWords, list } from './words.ts'

interface Facts {
  readonly identity: IdentityFacts
  readonly suspension: SuspensionFacts
  readonly attendance: AttendanceFacts | null
}

type Context = Pick<RuleContext<unknown>, 'on' | 'year'>

/** Keeps the child out of sessions of this school on a day between two: no lunchtime, and nothing cancelled whole. */
const keepsAway = (
  { kind, startedOn, lastDay, halfDays, atOtherSchool }: SuspensionFact,
  first: IsoDate,
  last: IsoDate,
): boolean =>
  kind !== 'lunchtime' &&
  !atOtherSchool &&
  halfDays !== 0 &&
  startedOn <= last &&
  (lastDay === null || lastDay >= first)

/** The latest suspension or exclusion, served in part at least, that covers a day; one without an end goes on. */
const covering = (rows: readonly SuspensionFact[], day: IsoDate): SuspensionFact | undefined =>
  rows.findLast((each) => keepsAway(each, day, day))

const halves = { AM: 'morning', PM: 'afternoon' } as const

/** Present, at an approved activity, at provision the authority arranged, or at another school. */
const showsEducation = (code: string, on: IsoDate): boolean =>
  code === 'D' || ['PRES', 'AEA'].includes(classOf(code, on) ?? '')

/** What is on record of education in a run: of every suspension and exclusion that touches it. */
export function provisionsOf(
  rows: readonly SuspensionFact[],
  run: ExclusionRunFact,
): readonly ProvisionFact[] {
  return rows
    .filter((each) => keepsAway(each, run.firstDay, run.sixthDay))
    .flatMap(({ provisions }) => provisions.filter(({ what }) => what !== 'work-set'))
}

/** `full-time education from Thu 22 January`, or what else is on record. */
function provisionWords({ what, fromOn, fullTime, hasReason }: ProvisionFact, on: IsoDate): string {
  if (what === 'none') return `no education${hasReason ? ', with a reason' : ''}`
  if (what === 'no-exams-left') return 'Year 11 with no public exam left'
  if (what === 'fewer-hours') return `the hours that the child’s plan names from ${dayWords(fromOn, on)}`
  const hours = { true: 'full-time education', false: 'part-time education', null: 'education' }[
    `${fullTime}`
  ]
  return `${hours} from ${dayWords(fromOn, on)}${fullTime === null ? ', not said whether full time' : ''}`
}

/** The law's exceptions (Excluded Pupils Provision Regulations 2007, regulation 5), where none is on record. */
const exceptions =
  'Year 11 with no public exam left, or a plan that names fewer hours: record it as education while suspended'

/** Why no education is owed on the sixth day of a run: age, gone by then, or Year 11 without exams; else undefined. */
export function nothingOwed(
  run: ExclusionRunFact,
  suspension: SuspensionFact,
  { dateOfBirth, leftOn, yearGroup }: IdentityFacts,
  provisions: readonly ProvisionFact[],
  on: IsoDate,
): Finding | undefined {
  const about = aboutSuspension(suspension)
  const sixthDay = dayWords(run.sixthDay, on)
  if (!isCompulsorySchoolAge(dateOfBirth, run.sixthDay))
    return notApplicable(`Not of compulsory school age on the sixth day, ${sixthDay}.`, about)
  if (leftOn !== null && leftOn < run.sixthDay)
    return notApplicable(
      `Left this school on ${dayWords(leftOn, on)}, before the sixth day, ${sixthDay}.`,
      about,
    )
  const noExamsLeft = provisions.some(
    ({ what, fromOn }) => what === 'no-exams-left' && fromOn <= run.sixthDay,
  )
  return noExamsLeft && yearGroup === '11'
    ? notApplicable(`Year 11, with no public exam left by the sixth day, ${sixthDay}.`, about)
    : undefined
}

function sixthDayFinding(
  run: ExclusionRunFact,
  suspension: SuspensionFact,
  { identity, attendance, suspension: { rows } }: Facts,
  { on }: Context,
): Finding {
  const about = aboutSuspension(suspension)
  const sixthDay = dayWords(run.sixthDay, on)
  const provisions = provisionsOf(rows, run)
  const free = nothingOwed(run, suspension, identity, provisions, on)
  if (free) return free

  const marks = (attendance?.suspendedSessions ?? []).filter((session) => session.on === run.sixthDay)
  const register = marks.map(({ session, code }) =>
    code === null ? `no mark in the ${halves[session]}` : `${code} in the ${halves[session]}`,
  )
  const full = provisions.filter(
    ({ what, fullTime }) => what === 'fewer-hours' || (what === 'education' && fullTime === true),
  )
  const [inTime] = full.filter(({ fromOn }) => fromOn <= run.sixthDay)
  const begun = full.find(({ fromOn }) => fromOn <= on)
  const onRecord = list(provisions.map((each) => provisionWords(each, on)))
  const mayBeExcepted = identity.yearGroup === '11' || provisions.some(({ fullTime }) => fullTime === false)
  const days = `Out of school from ${dayWords(run.firstDay, on)}; the sixth school day in a row`
  const evidence: Evidence[] = [
    suspensionEvidence(suspension, on),
    { label: 'First school day of the run', value: dayWords(run.firstDay, on), on: run.firstDay },
    { label: 'Sixth school day', value: sixthDay, on: run.sixthDay },
    ...(suspension.kind === 'permanent' && run.firstDay < suspension.startedOn
      ? [{ label: 'Cautious count', value: 'days suspended just before the exclusion are counted' }]
      : []),
    ...(onRecord === '' ? [] : [{ label: 'Education on record', value: capital(onRecord) }]),
  ]
  const was = run.sixthDay < on ? 'was' : 'is'
  if (marks.length > 0 && marks.every(({ code }) => code !== null && showsEducation(code, run.sixthDay)))
    return met(about, `${days} was ${sixthDay}; the register shows education: ${list(register)}.`, {
      evidence,
    })
  if (inTime) return met(about, `${days} ${was} ${sixthDay}; ${provisionWords(inTime, on)}.`, { evidence })
  const rest = {
    evidence: [...evidence, ...(mayBeExcepted ? [{ label: 'Exceptions in law', value: exceptions }] : [])],
    prefill: { suspensionId: suspension.id, what: 'education', fromOn: run.sixthDay },
  }
  const soFar = onRecord === '' ? '' : ` On record: ${onRecord}.`
  if (on <= run.sixthDay)
    return due(about, `${days} is ${sixthDay}: full-time education must be in place by then.${soFar}`, {
      ...rest,
      dueOn: run.sixthDay,
    })
  const late = { ...rest, since: addDays(run.sixthDay, 1) }
  if (begun)
    return breach(about, `${days} was ${sixthDay}; full-time education began late.${soFar}`, {
      ...late,
      final: true,
      headline: 'Education from the sixth school day began late',
    })
  if (attendance === null && !suspension.decidedHere && provisions.length === 0)
    return noData(
      about,
      `${days} was ${sixthDay}; there is no register to show whether education was in place.`,
    )
  if (attendance === null)
    return breach(about, `${days} was ${sixthDay}; no record of full-time education on it.${soFar}`, late)
  const found = register.length === 0 ? 'no mark' : list(register)
  return breach(
    about,
    `${days} was ${sixthDay}; no record of education on it: the register has ${found}.${soFar}`,
    {
      ...late,
      evidence: [
        ...rest.evidence,
        { label: 'Register on that day', value: capital(found), on: run.sixthDay },
      ],
    },
  )
}

/**
 * One finding for each run of this academic year whose sixth day is for the one or the other to provide. The
 * authority provides when that day lies in a permanent exclusion.
 */
export const sixthDayFindings = (
  facts: Facts,
  responsible: ExclusionRunFact['responsible'],
  context: Context,
): readonly Finding[] =>
  eachSixthDay(facts.suspension, responsible, context, (run, suspension) =>
    sixthDayFinding(run, suspension, facts, context),
  )

/**
 * One finding for each run of this academic year whose sixth day is for the one or the other to provide, with the
 * suspension that covers that day; or that there is none.
 */
export function eachSixthDay(
  { rows, runs, runsPastCalendar }: SuspensionFacts,
  responsible: ExclusionRunFact['responsible'],
  context: Context,
  find: (run: ExclusionRunFact, suspension: SuspensionFact) => Finding,
): readonly Finding[] {
  const findings = runs.flatMap((run) => {
    const suspension = covering(rows, run.sixthDay)
    const counted = run.responsible === responsible && academicYearOf(run.sixthDay) === context.year
    return suspension && counted ? [find(run, suspension)] : []
  })
  const unplaced = runsPastCalendar.flatMap((firstDay) => {
    const suspension = covering(rows, firstDay)
    const theirs = suspension && (suspension.kind === 'permanent') === (responsible === 'la')
    return theirs && academicYearOf(firstDay) === context.year
      ? [noData(aboutSuspension(suspension), pastCalendar(firstDay, context))]
      : []
  })
  const all = [...findings, ...unplaced]
  if (all.length > 0) return all
  const what = responsible === 'la' ? 'permanent exclusion' : 'suspension'
  return [notApplicable(`No ${what} has reached a sixth school day in a row this academic year.`)]
}

const pastCalendar = (firstDay: IsoDate, { on }: Context): string =>
  `Out of school from ${dayWords(firstDay, on)}; the sixth school day lies past the known calendar.`
