import { academicYearOf } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type {
  AttendanceFacts,
  ExclusionRunFact,
  IdentityFacts,
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

/** The latest suspension or exclusion that covers a day; one whose end is not known goes on. */
const covering = (rows: readonly SuspensionFact[], day: IsoDate): SuspensionFact | undefined =>
  rows.findLast(
    ({ kind, startedOn, lastDay, atOtherSchool }) =>
      kind !== 'lunchtime' && !atOtherSchool && startedOn <= day && (lastDay === null || lastDay >= day),
  )

const halves = { AM: 'morning', PM: 'afternoon' } as const

/** Present, at an approved activity, at provision the authority arranged, or at another school. */
const showsEducation = (code: string, on: IsoDate): boolean =>
  code === 'D' || ['PRES', 'AEA'].includes(classOf(code, on) ?? '')

function sixthDayFinding(
  run: ExclusionRunFact,
  suspension: SuspensionFact,
  { identity, attendance }: Facts,
  { on }: Context,
): Finding {
  const about = aboutSuspension(suspension)
  const sixthDay = dayWords(run.sixthDay, on)
  if (!isCompulsorySchoolAge(identity.dateOfBirth, run.sixthDay))
    return notApplicable(`Not of compulsory school age on the sixth day, ${sixthDay}.`, about)
  if (identity.leftOn !== null && identity.leftOn < run.sixthDay)
    return notApplicable(
      `Left this school on ${dayWords(identity.leftOn, on)}, before the sixth day, ${sixthDay}.`,
      about,
    )

  const marks = (attendance?.suspendedSessions ?? []).filter((session) => session.on === run.sixthDay)
  const register = marks.map(({ session, code }) =>
    code === null ? `no mark in the ${halves[session]}` : `${code} in the ${halves[session]}`,
  )
  const days = `Out of school from ${dayWords(run.firstDay, on)}; the sixth school day in a row`
  const evidence: Evidence[] = [
    suspensionEvidence(suspension, on),
    { label: 'First school day of the run', value: dayWords(run.firstDay, on), on: run.firstDay },
    { label: 'Sixth school day', value: sixthDay, on: run.sixthDay },
    ...(suspension.kind === 'permanent' && run.firstDay < suspension.startedOn
      ? [{ label: 'Cautious count', value: 'days suspended just before the exclusion are counted' }]
      : []),
  ]
  if (marks.length > 0 && marks.every(({ code }) => code !== null && showsEducation(code, run.sixthDay)))
    return met(about, `${days} was ${sixthDay}; the register shows education: ${list(register)}.`, {
      evidence,
    })
  if (on <= run.sixthDay)
    return due(about, `${days} is ${sixthDay}: full-time education must be in place by then.`, {
      dueOn: run.sixthDay,
      evidence,
    })
  if (attendance === null)
    return noData(
      about,
      `${days} was ${sixthDay}; there is no register to show whether education was in place.`,
    )
  const found = register.length === 0 ? 'no mark' : list(register)
  return breach(about, `${days} was ${sixthDay}; no record of education on it: the register has ${found}.`, {
    since: addDays(run.sixthDay, 1),
    evidence: [...evidence, { label: 'Register on that day', value: capital(found), on: run.sixthDay }],
  })
}

/**
 * One finding for each run of this academic year whose sixth day is for the one or the other to provide. The
 * authority provides when that day lies in a permanent exclusion.
 */
export function sixthDayFindings(
  facts: Facts,
  responsible: ExclusionRunFact['responsible'],
  context: Context,
): readonly Finding[] {
  const { rows, runs, runsPastCalendar } = facts.suspension
  const findings = runs.flatMap((run) => {
    const suspension = covering(rows, run.sixthDay)
    const counted = run.responsible === responsible && academicYearOf(run.sixthDay) === context.year
    return suspension && counted ? [sixthDayFinding(run, suspension, facts, context)] : []
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
