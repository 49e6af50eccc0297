import type { Cohort } from '../../api.ts'
import { count, countInWords, inWords, list, longDay, NO_BREAK, sentence } from '../../format.ts'
import { absenceCounts } from './absence-spread.ts'

type TermCounts = Cohort['pepByTerm'][number]

const toDo = ({ counts }: TermCounts) => counts['to-hold'] + counts['to-complete']
const broken = ({ counts }: TermCounts) => counts.late + counts.missing

/** PEPs that the term asks for, whatever became of them. */
export const askedFor = ({ counts }: TermCounts): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0) - counts['not-a-duty']

const pepsAre = (many: number, term: string) => `${term} ${many === 1 ? 'PEP is' : 'PEPs are'}`

function untilTermEnds(schoolDaysLeft: number | null): string {
  if (schoolDaysLeft === null) return ''
  if (schoolDaysLeft === 0) return ', and today is the last school day'
  return `, with ${countInWords(schoolDaysLeft, 'school day')} left`
}

/** What is so of the PEPs of the term that the day lies in; null where no child has that duty. */
function pepSentence({ currentPep, pepByTerm }: Cohort): string | null {
  const current = pepByTerm.find(({ term }) => term === currentPep?.term)
  const asked = current ? askedFor(current) : 0
  if (!current || !currentPep || asked === 0) return null
  const { term, counts } = current
  const left = toDo(current)
  if (left > 0)
    return `${sentence(inWords(left))} ${pepsAre(left, term)} still to do${untilTermEnds(currentPep.schoolDaysLeft)}.`
  const unknown = counts['not-known']
  if (unknown > 0) return `${sentence(inWords(unknown))} ${pepsAre(unknown, term)} not known.`
  const done = asked === 1 ? `The ${term} PEP is done` : `Every ${term} PEP is done`
  const missed = pepByTerm.filter((one) => one !== current && broken(one) > 0)
  const earlier = missed.map((one) => `${inWords(broken(one))} ${one.term}`)
  const many = missed.reduce((sum, one) => sum + broken(one), 0)
  return many === 0
    ? `${done}.`
    : `${done}; ${list(earlier)} ${many === 1 ? 'one was' : 'ones were'} not completed in time.`
}

/** The finding that the page begins with. */
export function cohortSentence(cohort: Cohort): string {
  const { rows, statusNotKnown } = cohort
  if (rows.length === 0)
    return statusNotKnown > 0
      ? 'Nobody has told us yet who has a social worker.'
      : 'No child on roll has, or had, a social worker.'
  const peps = pepSentence(cohort)
  if (peps) return peps
  const { known, persistent } = absenceCounts(rows)
  if (known === 0) return `No register is known yet for ${countInWords(rows.length, 'child', 'children')}.`
  if (persistent === 0) return `No child has missed 10${NO_BREAK}% or more of school this year.`
  return `${sentence(inWords(persistent))} of ${count(known, 'child', 'children')} ${persistent === 1 ? 'has' : 'have'} missed 10${NO_BREAK}% or more of school.`
}

export interface CohortLead {
  /** The number that opens its definition, with its noun. */
  counted: string
  /** What follows it. */
  rest: string
}

const WORDS: readonly (readonly [keyof Cohort['counts'], (many: number) => string])[] = [
  ['cla', (many) => `${many} looked after`],
  ['social-worker', (many) => `${many} with a child-in-need or protection plan`],
  ['previously-cla', (many) => `${many} previously looked after`],
  ['ever6', (many) => `${many} who needed one before`],
]

/** Who is counted; children in kinship care are named apart. */
export function cohortLead({ counts, statusNotKnown, on, evaluatesOn }: Cohort): CohortLead {
  const { kinship } = counts
  const many = WORDS.reduce((sum, [group]) => sum + counts[group], 0)
  const groups = WORDS.filter(([group]) => counts[group] > 0).map(([group, words]) => words(counts[group]))
  const have = many === 1 ? 'has, or had, a social worker' : 'have, or had, a social worker'
  const which = groups.length > 0 ? `: ${list(groups)}` : ''
  const apart =
    kinship > 0
      ? ` ${sentence(inWords(kinship))} more ${kinship === 1 ? 'lives' : 'live'} in kinship care.`
      : ''
  const untold =
    statusNotKnown > 0 ? ` Nobody has told us about ${countInWords(statusNotKnown, 'other')}.` : ''
  const asAt = on === evaluatesOn ? '' : ` Worked out as at ${longDay(evaluatesOn)}, the last school day.`
  return {
    counted: count(many, 'child', 'children'),
    rest: ` on roll ${have}${which}.${apart}${untold}${asAt}`,
  }
}
