import type { IsoDate } from '../calendar/iso-date.ts'
import { count, countWords, dateWords, list, schoolDayWords } from '../engine/words.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { ADULT, halves, longDay, type LetterFacts, type Placed } from './letter-facts.ts'
import type { Letter } from './shapes-after.ts'

/** A letter without its head and what keeps that it went, which all have alike. */
export type LetterText = Omit<Letter, 'school' | 'date' | 'toRoles' | 'keptOn'>

/** A line to be filled in by hand, where what belongs there is not recorded: nothing is printed as if it were whole. */
export const BLANK = '____'

/** A paragraph, or what has to be added to have one. */
export interface Part {
  readonly paragraph?: string
  readonly missing?: string
}

export function letterOf(
  kind: Letter['kind'],
  title: string,
  { to, missing }: { readonly to: readonly string[]; readonly missing: string },
  parts: readonly (Part | null)[],
): LetterText {
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

/** `from Mon 16 March 2026 in the afternoon to Wed 18 March 2026`; of one day `on …`, with the half where it is one. */
function spanWords({ facts, covered, firstDay }: Placed): string {
  const { kind, halfDays, startSession } = facts.suspension
  const last = covered?.at(-1)
  const isLunch = kind === 'lunchtime'
  if (last === undefined) return `from ${longDay(firstDay)} to ${BLANK}`
  if (last.on === firstDay) {
    const half = isLunch || startSession === null || halfDays !== 1 ? '' : ` ${halves[startSession]}`
    return `on ${longDay(firstDay)}${half}`
  }
  const begins = !isLunch && startSession === 'PM' ? ` ${halves.PM}` : ''
  const ends = !isLunch && last.session === 'AM' ? ' at midday' : ''
  return `from ${longDay(firstDay)}${begins} to ${longDay(last.on)}${ends}`
}

/** `suspended from school for 3 school days, from Mon 16 March 2026 to Wed 18 March 2026`. */
export function periodWords(all: Placed): string {
  const { kind, halfDays } = all.facts.suspension
  if (kind === 'permanent') return `permanently excluded from school from ${longDay(all.firstDay)}`
  const lunches = halfDays === 1 ? 'one lunchtime' : count(halfDays ?? 0, 'lunchtime')
  return kind === 'lunchtime'
    ? `suspended at ${lunches}, ${spanWords(all)}`
    : `suspended from school for ${schoolDayWords(halfDays ?? 0)}, ${spanWords(all)}`
}

export const lengthUnknown = ({ covered, facts }: Placed): Part | null =>
  covered === null && facts.suspension.kind !== 'permanent'
    ? { missing: 'The term dates are not known so far ahead: add the last day and the day of return.' }
    : null

export function backPart({ back, facts: { name, suspension } }: Placed): Part | null {
  if (back !== null)
    return { paragraph: `${name} is expected back on ${longDay(back.on)} ${halves[back.session]}.` }
  return suspension.kind === 'suspension' ? { paragraph: `${name} is expected back on ${BLANK}.` } : null
}

/** The reasons in the words of the code set; what happened is added by whoever signs. */
export const reasonsPart = ({ facts: { reasons, whatHappened } }: Placed): Part => {
  if (reasons.length === 0)
    return { paragraph: `The reason is: ${BLANK}`, missing: 'No reason is recorded: add it.' }
  const held = whatHappened === null ? '' : ' What is on record is not copied here.'
  return {
    paragraph: `The ${reasons.length === 1 ? 'reason is' : 'reasons are'}: ${list(reasons)}. What happened: ${BLANK}`,
    missing: `Say in a sentence or two what happened, without naming other children.${held}`,
  }
}

export function signature({ facts: { school } }: Placed): Part {
  return {
    paragraph: `${school.headteacher ?? BLANK}, headteacher, ${school.name}`,
    ...(school.headteacher === null ? { missing: 'No headteacher is recorded: add who signs.' } : {}),
  }
}

/** To whom, and how, something is sent to the governing board: `send` begins the sentence, `what` says what for. */
export function toClerk(clerk: LetterFacts['clerk'], send: string, what: string): Part {
  if (clerk === null)
    return {
      paragraph: `${send} the clerk to the governing board, ${BLANK}.`,
      missing: `No clerk is recorded: add to whom and how ${what}.`,
    }
  const ways = [clerk.email, clerk.phone].filter((way) => way !== null)
  return {
    paragraph: `${send} ${[`${clerk.name}, clerk to the governing board`, ...ways].join(', ')}, or by post to ${BLANK}.`,
    missing:
      ways.length === 0
        ? `No address of ${clerk.name} is recorded: add how ${what}.`
        : `Add the postal address of ${clerk.name}, clerk to the governing board.`,
  }
}

/** How and to whom representations are made (2012 Regulations 5, 14 and 23). */
export const clerkPart = ({ facts: { clerk } }: Placed): Part =>
  toClerk(clerk, 'Please send what you want to say to', 'representations are made')

/** The days on which parents keep the child out of public places: the first five of those out of school. */
export function publicPlacePart({
  facts,
  covered,
  isCompulsory,
  firstDay,
  run,
  noticeOn,
}: Placed): Part | null {
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
  const kept = `${facts.name} is not in a public place in school hours without a good reason`
  // Of a looked-after child it is the duty of the authority or the carer, whoever else reads this.
  if (facts.suspension.groupsThen.cla)
    return {
      paragraph: `${days} ${facts.careAuthority ?? 'the authority'}, which looks after ${facts.name}, or the carer ${facts.name} lives with must make sure that ${kept}.`,
    }
  return {
    paragraph: `${days} you must make sure that ${kept}. You could be given a penalty notice, or be prosecuted, if that happens.`,
  }
}

const NO_PARENT = 'No parent or carer is recorded who may be written to: add to whom this goes.'

/** The authority of the school as a letter names it. */
export const authorityOf = (name: string): string => `The local authority, ${name}`

/** To the parents, or to a pupil of 18, who has such notices alone. */
export const parentsOr = ({ name, parents }: Pick<LetterFacts, 'name' | 'parents'>, isAdult: boolean) =>
  isAdult ? { to: [name], missing: '' } : { to: parents, missing: NO_PARENT }

export const parentsOf = ({ facts, isAdult }: Placed) => parentsOr(facts, isAdult)

/** The words are those to a parent: whoever signs makes them those to a pupil. */
export const adultPart = ({
  facts: { name },
  isAdult,
}: Pick<Placed, 'isAdult'> & { readonly facts: Pick<LetterFacts, 'name'> }): Part | null =>
  isAdult
    ? {
        missing: `${name} is ${ADULT} or over: this goes to ${name}, not to the parents. Say “you” for the name.`,
      }
    : null

/** `13 March 2026`: the day a letter is read on. */
export const dateOf = (on: IsoDate): string => `${dateWords(on)} ${on.slice(0, 4)}`

export const headOf = ({ facts: { name, suspension } }: Placed): string =>
  suspension.kind === 'permanent' ? `Permanent exclusion of ${name}` : `Suspension of ${name}`

/** How many days each term that it touches comes to, for those who are told of the decision. */
function totalPart({ facts: { suspension } }: Placed): Part | null {
  const totals = Object.entries(suspension.termTotalAfter).map(
    ([term, halfDays]) => `${schoolDayWords(halfDays)} in ${term}`,
  )
  return totals.length === 0 ? null : { paragraph: `Suspensions now come to ${list(totals)}.` }
}

export const tellingParts = (all: Placed, addressed: string): readonly (Part | null)[] => [
  {
    paragraph: `${addressed} ${all.facts.name}, born ${dateWords(all.facts.dateOfBirth)} ${all.facts.dateOfBirth.slice(0, 4)}, is ${periodWords(all)}.`,
  },
  lengthUnknown(all),
  backPart(all),
  reasonsPart(all),
  totalPart(all),
]
