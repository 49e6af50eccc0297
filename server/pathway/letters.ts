import type { ProvisionTable } from '../../db/tables/provision.ts'
import { ageOn, dayOf, isoDate, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import { rulingTotal } from '../engine/suspension-duty.ts'
import { count, countWords, dateWords, dayWords, list, schoolDayWords } from '../engine/words.ts'
import type { SuspensionFact, SuspensionFacts } from '../facts/child-facts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { valueOn } from '../law/dated.ts'
import { coveredHalfDays, type ExclusionRun } from '../law/suspension-days.ts'
import { returnOf } from '../law/suspension-return.ts'
import { boardDeadline, boardMeetsWithin, governorDuty, type GovernorDuty } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { runOf } from './proposal.ts'
import type { Letter } from './shapes.ts'

export interface LetterFacts {
  /** The child's full name: letters are for print. */
  readonly name: string
  readonly dateOfBirth: IsoDate
  readonly suspension: SuspensionFact
  /** All rows of the child, for totals and days in a row. */
  readonly all: SuspensionFacts
  readonly school: {
    readonly name: string
    /** The authority of the school. */
    readonly authorityName: string | null
    readonly headteacher: string | null
  }
  /** Who keeps the board's papers: to whom representations go. */
  readonly clerk: {
    readonly name: string
    readonly email: string | null
    readonly phone: string | null
  } | null
  /** Those who may be written to, by name. */
  readonly parents: readonly string[]
  readonly socialWorkers: readonly string[]
  /** The authority that looks after the child. */
  readonly careAuthority: string | null
  /** The reasons in the words of the code set. */
  readonly reasons: readonly string[]
  /** As it was recorded; it is never copied into a letter, since it can name other children. */
  readonly whatHappened: string | null
  readonly provisions: readonly Pick<
    ProvisionTable,
    'what' | 'fromOn' | 'fullTime' | 'provider' | 'address' | 'sessionTimes' | 'reportTo'
  >[]
  readonly cancelled: { readonly at: LocalMinute; readonly reason: string | null } | null
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
}

/** `Mon 16 March 2026`: a letter is read in any year. */
const longDay = (day: IsoDate): string => `${dayWords(day)} ${day.slice(0, 4)}`

const halves = { AM: 'in the morning', PM: 'in the afternoon' } as const

/** What all letters of one suspension share, worked out once. */
interface Placed {
  readonly facts: LetterFacts
  readonly covered: readonly SchoolSession[] | null
  /** The first school day it covers; the day of the start where the calendar does not know it. */
  readonly firstDay: IsoDate
  readonly back: SchoolSession | null
  readonly run: ExclusionRun | null
  readonly duty: GovernorDuty
  readonly noticeOn: IsoDate
  readonly isCompulsory: boolean
  /** 18 or over on the first day: the notice goes to the pupil, not to the parents. */
  readonly isAdult: boolean
}

/** The age from which notices go to the pupil (2012 Regulations, "relevant person"). */
const ADULT = 18

function place(facts: LetterFacts): Placed {
  const { suspension, all, calendar, dateOfBirth } = facts
  const { kind, startedOn, decidedAt, told, missesExam } = suspension
  const notice = told.board ?? decidedAt
  const noticeOn = notice === null ? startedOn : dayOf(notice)
  const covered = coveredHalfDays(suspension, calendar)
  const firstDay = covered?.[0]?.on ?? calendar.schoolDayOnOrAfter(startedOn) ?? startedOn
  return {
    facts,
    covered,
    firstDay,
    back: returnOf(suspension, calendar),
    run: runOf(suspension, all, calendar),
    duty: governorDuty(kind, rulingTotal(all.rows, suspension)?.halfDays ?? 0, {
      missesExam: missesExam === true,
      on: noticeOn,
    }),
    noticeOn,
    isCompulsory: isCompulsorySchoolAge(dateOfBirth, firstDay),
    isAdult: ageOn(dateOfBirth, firstDay) >= ADULT,
  }
}

/** A paragraph, or what has to be added to have one. */
interface Part {
  readonly paragraph?: string
  readonly missing?: string
}

function letterOf(
  kind: Letter['kind'],
  title: string,
  { to, missing }: { readonly to: readonly string[]; readonly missing: string },
  parts: readonly (Part | null)[],
): Letter {
  const known = parts.filter((part) => part !== null)
  return {
    kind,
    title,
    to,
    paragraphs: known.flatMap(({ paragraph }) => (paragraph === undefined ? [] : [paragraph])),
    missing: [
      ...new Set([
        ...(to.length === 0 ? [missing] : []),
        ...known.flatMap((part) => (part.missing === undefined ? [] : [part.missing])),
      ]),
    ],
  }
}

/** `suspended from school for 3 school days, from Mon 16 March 2026 in the morning to Wed 18 March 2026`. */
function periodWords({ facts, covered, firstDay }: Placed): string {
  const { kind, halfDays, startSession } = facts.suspension
  const last = covered?.at(-1)?.on
  const until = last === undefined || last === firstDay ? '' : ` to ${longDay(last)}`
  if (kind === 'permanent') return `permanently excluded from school from ${longDay(firstDay)}`
  const lunches = halfDays === 1 ? 'one lunchtime' : count(halfDays ?? 0, 'lunchtime')
  const from = until === '' ? 'on' : 'from'
  if (kind === 'lunchtime') return `suspended at ${lunches}, ${from} ${longDay(firstDay)}${until}`
  const half = startSession === null ? '' : `, beginning ${halves[startSession]}`
  return `suspended from school for ${schoolDayWords(halfDays ?? 0)}, ${from} ${longDay(firstDay)}${until}${half}`
}

const lengthUnknown = ({ covered, facts }: Placed): Part | null =>
  covered === null && facts.suspension.kind !== 'permanent'
    ? { missing: 'The term dates are not known so far ahead: add the last day and the day of return.' }
    : null

function backPart({ back, facts }: Placed): Part | null {
  return back === null
    ? null
    : { paragraph: `${facts.name} is expected back on ${longDay(back.on)} ${halves[back.session]}.` }
}

/** The reasons in the words of the code set; what happened is added by whoever signs. */
const reasonsPart = ({ facts: { reasons, whatHappened } }: Placed): Part => {
  if (reasons.length === 0) return { missing: 'No reason is recorded: add it.' }
  const held = whatHappened === null ? '' : ' What is on record is not copied here.'
  return {
    paragraph: `The ${reasons.length === 1 ? 'reason is' : 'reasons are'}: ${list(reasons)}.`,
    missing: `Say in a sentence or two what happened, without naming other children.${held}`,
  }
}

function signature({ facts: { school } }: Placed): Part {
  return school.headteacher === null
    ? { missing: 'No headteacher is recorded: add who signs.' }
    : { paragraph: `${school.headteacher}, headteacher, ${school.name}` }
}

/** How and to whom representations are made (2012 Regulations 5, 14 and 23). */
function clerkPart({ facts: { clerk } }: Placed): Part {
  if (clerk === null)
    return { missing: 'No clerk is recorded: add to whom and how representations are made.' }
  const ways = [clerk.email, clerk.phone].filter((way) => way !== null)
  return {
    paragraph: `Please send what you want to say to ${[`${clerk.name}, clerk to the governing board`, ...ways].join(', ')}.`,
    missing:
      ways.length === 0
        ? `No address of ${clerk.name} is recorded: add how representations are made.`
        : `Add the postal address of ${clerk.name}, clerk to the governing board.`,
  }
}

/** The right to make representations, and what the board does with them (regulations 6, 15 and 24). */
function boardPart({ duty, noticeOn, facts }: Placed): Part {
  const { calendar, suspension } = facts
  const right = 'You have the right to make representations about this decision to the governing board.'
  if (duty === 'consider-representations')
    return { paragraph: `${right} The board must consider them; it cannot bring ${facts.name} back earlier.` }
  const within = boardMeetsWithin(duty, null, noticeOn) ?? 0
  const lastDay = boardDeadline(duty, noticeOn, calendar)
  const by = `within ${within} school days${lastDay === null ? '' : `, by ${longDay(lastDay)}`}`
  const decides = `and decide whether ${facts.name} comes back`
  const meets =
    duty === 'meet-15'
      ? `The board must meet ${by}, ${decides}.`
      : `If you make any, the board must meet ${by}, ${decides}${suspension.kind === 'permanent' ? '' : ' earlier'}.`
  const { missesExam, examOn } = suspension
  const exam =
    duty === 'meet-15' && missesExam === true
      ? ` Because a public exam or National Curriculum test would be missed, it must, as far as is practicable, meet before ${examOn === null ? 'it' : longDay(examOn)}.`
      : ''
  return {
    paragraph: `${right} ${meets}${exam} You can come to the meeting, be represented, and bring a friend.`,
    ...(lastDay === null
      ? { missing: 'The term dates are not known so far ahead: add the last day for the board to meet.' }
      : {}),
  }
}

/** Parents may ask for a meeting by remote access (2012 Regulations as amended in 2023). */
const remotePart = ({ duty }: Placed): Part | null =>
  duty === 'consider-representations'
    ? null
    : {
        paragraph:
          'You can ask for the meeting to be held remotely, by telephone or video. Please tell the clerk if you want that.',
      }

/** The days on which parents keep the child out of public places: the first five of those out of school. */
function publicPlacePart({ facts, covered, isCompulsory, firstDay, run, noticeOn }: Placed): Part | null {
  const { kind } = facts.suspension
  if (kind === 'lunchtime' || !isCompulsory) return null
  const first = valueOn(thresholds.provisionFrom, noticeOn) - 1
  const runStart = run?.firstDay ?? firstDay
  const before = facts.calendar.schoolDaysBetween(runStart, firstDay) - 1
  const left = Math.max(0, first - Math.max(0, before))
  if (left === 0) return null
  const known = kind === 'permanent' ? null : [...new Set(covered?.map(({ on }) => on))].slice(0, left)
  const last = known === null ? facts.calendar.addSchoolDays(firstDay, left - 1) : (known.at(-1) ?? null)
  const days =
    last === null
      ? `On the first ${countWords(left, 'school day')}`
      : last === firstDay
        ? `On ${longDay(firstDay)}`
        : `From ${longDay(firstDay)} to ${longDay(last)}`
  return {
    paragraph: `${days} you must make sure that ${facts.name} is not in a public place in school hours without a good reason. You could be given a penalty notice, or be prosecuted, if that happens.`,
  }
}

/** Who is away at lunchtimes misses no session. */
const lessonsPart = ({ facts: { name, suspension } }: Placed): Part | null =>
  suspension.kind === 'lunchtime'
    ? { paragraph: `Lessons go on as usual: ${name} comes to school in the morning and in the afternoon.` }
    : null

/** `the day`, `the first five days`: those for which the school sets work. */
function workDays({ covered, facts, noticeOn }: Placed): string {
  const most = valueOn(thresholds.provisionFrom, noticeOn) - 1
  const out = facts.suspension.kind === 'permanent' ? most : new Set(covered?.map(({ on }) => on)).size
  if (out === 1) return 'that day'
  return out === 0
    ? 'the first days out of school'
    : `the first ${countWords(Math.min(out, most), 'day')} out of school`
}

/** Work for the first days, and education from the sixth: where, when and whom to report to. */
function educationPart(all: Placed): readonly (Part | null)[] {
  const { facts, run, isCompulsory } = all
  const { kind } = facts.suspension
  if (kind === 'lunchtime') return []
  const work: Part = {
    paragraph: `We will set work for ${facts.name} for ${workDays(all)}, and mark it. Please see that it is done and sent back.`,
  }
  const education = facts.provisions.find(({ what }) => what === 'education')
  if (education === undefined) {
    if (run === null || !isCompulsory) return [work]
    const provider = run.responsible === 'la' ? 'The local authority' : 'The school'
    const from = run.sixthDay === null ? 'the sixth school day in a row' : longDay(run.sixthDay)
    return [
      work,
      {
        paragraph: `${provider} must provide full-time education from ${from}. The place, the times and whom to report to follow in writing, at least 48 hours before it begins.`,
        missing:
          'Education from the sixth day is not recorded yet: record it, or send a further notice at least 48 hours before it begins.',
      },
    ]
  }
  const { fromOn, provider: who, address, sessionTimes, reportTo } = education
  const lacks = [
    ...(who === null && address === null ? ['the place'] : []),
    ...(address === null ? ['its address'] : []),
    ...(sessionTimes === null ? ['the times'] : []),
    ...(reportTo === null ? ['whom to report to'] : []),
  ]
  const place = [who, address].filter((each) => each !== null)
  const details = [
    ...(place.length > 0 ? [`at ${place.join(', ')}`] : []),
    ...(sessionTimes === null ? [] : [`times: ${sessionTimes}`]),
    ...(reportTo === null ? [] : [`report to ${reportTo}`]),
  ]
  return [
    work,
    {
      paragraph: `Education begins on ${longDay(isoDate(fromOn))}${details.length > 0 ? `: ${details.join('; ')}` : ''}.`,
      ...(lacks.length > 0 ? { missing: `Add ${list(lacks)} of the education.` } : {}),
    },
  ]
}

const NO_PARENT = 'No parent or carer is recorded who may be written to: add to whom this goes.'

const parentsOf = ({ facts, isAdult }: Placed) =>
  isAdult ? { to: [facts.name], missing: '' } : { to: facts.parents, missing: NO_PARENT }

/** The words are those to a parent: whoever signs makes them those to a pupil. */
const adultPart = ({ facts: { name }, isAdult }: Placed): Part | null =>
  isAdult
    ? {
        missing: `${name} is ${ADULT} or over: this goes to ${name}, not to the parents. Say “you” for the name.`,
      }
    : null

const headOf = ({ facts: { name, suspension } }: Placed): string =>
  suspension.kind === 'permanent' ? `Permanent exclusion of ${name}` : `Suspension of ${name}`

/** To the parents without delay (`exclusions-2012`, regulations 5, 14 and 23; `exclusions-2023` on remote meetings). */
function parentLetter(all: Placed): Letter {
  const { facts } = all
  return letterOf('parent', headOf(all), parentsOf(all), [
    { paragraph: `I am writing to tell you of my decision: ${facts.name} is ${periodWords(all)}.` },
    lengthUnknown(all),
    backPart(all),
    reasonsPart(all),
    boardPart(all),
    clerkPart(all),
    remotePart(all),
    lessonsPart(all),
    publicPlacePart(all),
    ...educationPart(all),
    facts.suspension.kind === 'suspension'
      ? {
          paragraph: `We would like to meet you about the return. ${facts.name} comes back on that day whether or not we have met.`,
        }
      : null,
    adultPart(all),
    signature(all),
  ])
}

/** How many days each term that it touches comes to, for those who are told of the decision. */
function totalPart({ facts: { suspension } }: Placed): Part | null {
  const totals = Object.entries(suspension.termTotalAfter).map(
    ([term, halfDays]) => `${schoolDayWords(halfDays)} in ${term}`,
  )
  return totals.length === 0 ? null : { paragraph: `Suspensions now come to ${list(totals)}.` }
}

const tellingParts = (all: Placed, addressed: string): readonly (Part | null)[] => [
  {
    paragraph: `${addressed} ${all.facts.name}, born ${dateWords(all.facts.dateOfBirth)} ${all.facts.dateOfBirth.slice(0, 4)}, is ${periodWords(all)}.`,
  },
  lengthUnknown(all),
  backPart(all),
  reasonsPart(all),
  totalPart(all),
]

/** The authority is told of every one, whatever its length (`exclusions-2012`). */
function authorityLetter(all: Placed): Letter {
  const { authorityName } = all.facts.school
  return letterOf(
    'local-authority',
    headOf(all),
    {
      to: authorityName === null ? [] : [authorityName],
      missing: 'The authority of the school is not recorded: add it on the page School.',
    },
    [
      ...tellingParts(all, 'I am writing to tell you without delay that'),
      all.facts.suspension.missesExam === true
        ? { paragraph: 'A public exam or National Curriculum test would be missed.' }
        : null,
      all.facts.suspension.kind === 'permanent'
        ? { missing: 'If the child lives in another authority, send this to that authority too.' }
        : null,
      signature(all),
    ],
  )
}

/** Invited to a meeting of the board, and able to speak there (`exclusions-2022`). */
const invitedPart = ({ duty }: Placed): Part | null =>
  duty === 'consider-representations'
    ? null
    : {
        paragraph: `${duty === 'meet-15' ? 'The governing board must meet about it:' : 'If the governing board meets about it,'} you will be invited and can speak, also remotely.`,
      }

/** The child's social worker (`exclusions-2022`). */
function socialWorkerLetter(all: Placed): Letter | null {
  const { cla, cin, cp } = all.facts.suspension.groupsThen
  if (!cla && !cin && !cp) return null
  return letterOf(
    'social-worker',
    headOf(all),
    {
      to: all.facts.socialWorkers,
      missing: 'No social worker is recorded who may be written to: add to whom this goes.',
    },
    [
      ...tellingParts(all, 'I am writing to tell you without delay that'),
      invitedPart(all),
      ...educationPart(all).slice(1),
      cla ? { paragraph: 'Please let the independent reviewing officer know.' } : null,
      signature(all),
    ],
  )
}

/** The Virtual School of the authority that looks after the child (`exclusions-2022`). */
function virtualSchoolLetter(all: Placed): Letter | null {
  if (!all.facts.suspension.groupsThen.cla) return null
  const { careAuthority } = all.facts
  return letterOf(
    'virtual-school',
    headOf(all),
    {
      to: careAuthority === null ? [] : [`${careAuthority} Virtual School`],
      missing: 'No authority is recorded for this child’s care: add it, so that its Virtual School is told.',
    },
    [
      ...tellingParts(all, 'I am writing to tell you without delay that'),
      invitedPart(all),
      ...educationPart(all).slice(1),
      {
        paragraph:
          'We would like to plan with you what follows, and to talk about an interim review of the education plan.',
      },
      signature(all),
    ],
  )
}

/** The board, without delay where it has a duty to meet, else among those of the term (`exclusions-2012`). */
function boardLetter(all: Placed): Letter {
  const { duty, noticeOn, facts } = all
  const { clerk, calendar } = facts
  const lastDay = boardDeadline(duty, noticeOn, calendar)
  const { missesExam, examOn, kind } = facts.suspension
  const by = lastDay === null ? '' : `, by ${longDay(lastDay)}`
  const exam =
    missesExam === true
      ? ` A public exam or National Curriculum test would be missed: as far as is practicable it must meet before ${examOn === null ? 'it' : longDay(examOn)}.`
      : ''
  const decides = `and decide whether ${facts.name} comes back${kind === 'permanent' ? '' : ' earlier'}`
  const asks: Readonly<Record<GovernorDuty, string>> = {
    'meet-15': `The board must meet within ${boardMeetsWithin('meet-15', null, noticeOn)} school days of this notice${by}, ${decides}.${exam}`,
    'meet-50-if-representations': `If the parents make representations, the board must meet within ${boardMeetsWithin('meet-50-if-representations', null, noticeOn)} school days of this notice${by}, ${decides}.`,
    'consider-representations':
      'No meeting is due. If the parents make representations, the board must consider them.',
  }
  const { groupsThen } = facts.suspension
  const invited = [
    all.isAdult ? 'the pupil' : 'the parents and, where it is right, the child',
    'the headteacher',
    'the local authority (for an academy where the parents ask for it)',
    ...(groupsThen.cla || groupsThen.cin || groupsThen.cp ? ['the social worker'] : []),
    ...(groupsThen.cla ? ['the Virtual School'] : []),
  ]
  return letterOf(
    'governing-board',
    headOf(all),
    {
      to: clerk === null ? [] : [`${clerk.name}, clerk to the governing board`],
      missing: 'No clerk is recorded: add who keeps the papers of the governing board.',
    },
    [
      ...tellingParts(all, 'I am writing to tell the governing board that'),
      { paragraph: asks[duty] },
      duty === 'consider-representations' ? null : { paragraph: `To be invited: ${list(invited)}.` },
      signature(all),
    ],
  )
}

/** The notice by the end of the first afternoon (`excluded-provision-2007`, regulations 6 and 7). */
function educationLetter(all: Placed): Letter | null {
  const { facts, isCompulsory, firstDay, run } = all
  if (facts.suspension.kind === 'lunchtime' || !isCompulsory) return null
  return letterOf('education', `Notice about ${facts.name}’s education`, parentsOf(all), [
    { paragraph: `${facts.name} is ${periodWords(all)}.` },
    lengthUnknown(all),
    publicPlacePart(all),
    ...educationPart(all),
    run === null && !facts.provisions.some(({ what }) => what === 'education')
      ? { paragraph: 'No sixth school day in a row is reached, so no education elsewhere is due.' }
      : null,
    {
      paragraph: `This notice is to reach you by the end of the afternoon of ${longDay(firstDay)}.`,
    },
    signature(all),
  ])
}

/** What was served before it: our own count, and no word on what the law makes of it. */
function servedWords({ kind, halfDays }: SuspensionFact): string {
  if (halfDays === null) return ''
  if (halfDays === 0) return 'None of it was served. '
  const days = schoolDayWords(halfDays)
  return kind === 'lunchtime'
    ? `Lunchtimes before that stay in our count as ${days}. `
    : `Spent out of school before that, and kept in our count: ${days}. `
}

/** To everybody who was told, without delay and in writing, with the reasons (`exclusions-2023`, regulation 17A). */
function cancellationLetter(all: Placed, cancelled: NonNullable<LetterFacts['cancelled']>): Letter {
  const { facts } = all
  const { suspension } = facts
  const { cla, cin, cp } = suspension.groupsThen
  const home = parentsOf(all)
  const to = [
    ...home.to,
    ...(facts.clerk === null ? [] : [`${facts.clerk.name}, clerk to the governing board`]),
    ...(facts.school.authorityName === null ? [] : [facts.school.authorityName]),
    ...(cla || cin || cp ? facts.socialWorkers : []),
    ...(cla && facts.careAuthority !== null ? [`${facts.careAuthority} Virtual School`] : []),
  ]
  const what = suspension.kind === 'permanent' ? 'permanent exclusion' : 'suspension'
  return letterOf(
    'cancellation',
    `The ${what} of ${facts.name} is cancelled`,
    { to, missing: 'Nobody is recorded who may be written to: add to whom this goes.' },
    [
      {
        paragraph: `On ${longDay(dayOf(cancelled.at))} I cancelled the ${what} of ${facts.name} that was to begin, or began, on ${longDay(all.firstDay)}. ${facts.name} can ${suspension.kind === 'lunchtime' ? 'be in school at lunchtime again' : 'come back to school'} at once.`,
      },
      cancelled.reason === null
        ? { missing: 'No reason for the cancelling is recorded: add it.' }
        : { paragraph: `The reason: ${cancelled.reason.replace(/[.\s]+$/, '')}.` },
      {
        paragraph: `${servedWords(suspension)}We offer ${all.isAdult ? facts.name : 'the parents'} a meeting about it.`,
      },
      ...(home.to.length === 0 ? [{ missing: home.missing }] : []),
      ...(facts.clerk === null
        ? [{ missing: 'No clerk is recorded: add how the governing board is told.' }]
        : []),
      signature(all),
    ],
  )
}

/**
 * The letters of one suspension or exclusion from what was recorded, each with what it lacks: parents and
 * their notice about education, then those who are told by law; of a cancelled one, of its cancelling alone. Plain paragraphs; the child's name
 * stands in them, since they are for print.
 */
export function lettersOf(facts: LetterFacts): readonly Letter[] {
  const all = place(facts)
  if (facts.cancelled !== null) return [cancellationLetter(all, facts.cancelled)]
  return [
    parentLetter(all),
    educationLetter(all),
    authorityLetter(all),
    socialWorkerLetter(all),
    virtualSchoolLetter(all),
    boardLetter(all),
  ].filter((letter) => letter !== null)
}
