import { everyTime } from '../words/claims.ts'
import { longDay } from '../words/days.ts'
import { CHILDREN, numberWords, percent, spanThings } from '../words/numbers.ts'
import { firstFinding } from './plan-spans.ts'
import { wasAskedBefore } from './suspension.ts'
import { sentencesOf, type Writing } from './writing.ts'

/** The report's title, fit for every group in it. */
export const titles = {
  annual: 'How our school looks after children who have, or had, a social worker',
  term: 'The year so far for children who have, or had, a social worker',
} as const

/** What a school says that has too few of these children to describe, or none. */
export const smallLead =
  'Here children who are or were looked after, or who have or had a social worker, are too few to be described without pointing at somebody, or there are none. So no number of them is printed. What follows is how a school is ready for them; it reads the same in both cases.'

/**
 * Hertfordshire’s Report to Governors is in two parts. Its form is not read here, so that where each part is found is
 * said of this report and not of the form: what is counted of the children, and what the school does.
 */
const inHertfordshire =
  'Hertfordshire’s Report to Governors has two parts. Here the first, on the children and their figures, is in sections 1 and 4 to 8; the second, on what the school does for them, is in sections 2, 3 and 9 to 15.'

/** Where the parts of the county’s own form are found, in the year’s report of a school of that county. */
export const partsOf = ({ kind, school }: Pick<Writing, 'kind' | 'school'>): string | null =>
  kind === 'annual' && school.area === 'Hertfordshire' ? inHertfordshire : null

function whoItIsFor({ read, on }: Writing): string {
  const now = spanThings(read.span('numbers.now.all'), CHILDREN)
  const many = now === null ? '' : `: ${now} on roll on that day`
  return `This is the school year to ${longDay(on)} for children who are or were looked after, have or had a social worker, or live in kinship care${many}.`
}

const NUMBER = ['', 'One thing', 'Two things'] as const

/** The two duties of a school that show best how the others are kept. */
function duties(from: Writing): string {
  const plans = firstFinding(from)
  const whose = plans.span === 'pep.year' ? 'this year’s ' : ''
  const duty = [
    { is: `${whose}education plans completed in their term`, done: everyTime(plans.share) },
    {
      is: 'the Virtual School or the social worker asked before a suspension',
      done: everyTime(wasAskedBefore(from)),
    },
  ]
  const which = (done: boolean) => duty.filter((each) => each.done === done).map(({ is }) => is)
  const [every, not] = [which(true), which(false)]
  const parts = sentencesOf(
    every.length === 0 ? null : `Recorded every time: ${every.join('; ')}.`,
    not.length === 0
      ? null
      : `${NUMBER[not.length]} ${not.length === 1 ? 'was' : 'were'} not recorded every time: ${not.join('; ')}.`,
  )
  return parts.length === 0
    ? 'What was done for them stands below, as far as it can be told without pointing at a child.'
    : parts.join(' ')
}

function missed({ read }: Writing): string | null {
  const rate = read.exact('attendance.rate.looked-after')
  const counted = read.exact('attendance.counted.looked-after')
  const of = counted === null ? '' : `, ${numberWords(counted)} of them,`
  return rate === null ? null : `Looked-after children${of} missed ${percent(rate)} of their sessions.`
}

/** Two to four sentences that read the whole year: what was found first, and then whom it is about. */
export function leadOf(from: Writing): string {
  return sentencesOf(duties(from), missed(from), whoItIsFor(from)).join(' ')
}
