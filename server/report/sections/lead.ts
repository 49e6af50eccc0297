import { list } from '../../engine/words.ts'
import { longDay } from '../words/days.ts'
import { CHILDREN, percent, spanThings } from '../words/numbers.ts'
import { inTerm } from './plan-spans.ts'
import { reachedBefore } from './suspension.ts'
import { sentencesOf, type Writing } from './writing.ts'

/** The report's title, fit for every group in it. */
export const titles = {
  annual: 'How our school looks after children who have, or had, a social worker',
  term: 'This term for children who have, or had, a social worker',
} as const

/** What a school says that has too few of these children to describe, or none. */
export const smallLead =
  'Here children who are or were looked after, or who have or had a social worker, are too few to be described without pointing at somebody, or there are none. So no number of them is printed. What follows is how a school is ready for them; it reads the same in both cases.'

/** Whether something was done every time, not every time, or cannot be said. */
type Kept = 'every-time' | 'not-every-time' | null

const keptOf = (of: ReturnType<typeof inTerm>['of']): Kept =>
  of === 'every'
    ? 'every-time'
    : of === 'so-many' || of === 'not-every' || of === 'none'
      ? 'not-every-time'
      : null

function whoItIsFor({ read, on }: Writing): string {
  const all = spanThings(read.span('numbers.year.all'), CHILDREN)
  const are = read.exact('numbers.year.all') === 1
  const group = are
    ? 'who is or was looked after, has or had a social worker, or lives in kinship care'
    : 'who are or were looked after, have or had a social worker, or live in kinship care'
  return `This is the school year to ${longDay(on)} for ${all ?? 'the children'} ${group}.`
}

/** The two duties that show whether the others are kept. */
function duties({ read }: Writing): string {
  const duty = [
    { is: 'completing each education plan in its term', kept: keptOf(inTerm(read, 'pep.closed').of) },
    {
      is: 'reaching the Virtual School or the social worker before a suspension',
      kept: keptOf(reachedBefore({ read }).of),
    },
  ]
  const which = (kept: Kept) => list(duty.filter((each) => each.kept === kept).map(({ is }) => is))
  const [every, not] = [which('every-time'), which('not-every-time')]
  const parts = sentencesOf(
    every === '' ? null : `Recorded as done every time: ${every}.`,
    not === '' ? null : `Not recorded as done every time: ${not}.`,
  )
  return parts.length === 0
    ? 'What was done for them stands below, as far as it can be told without pointing at a child.'
    : parts.join(' ')
}

function missed({ read }: Writing): string | null {
  const rate = read.exact('attendance.rate.looked-after')
  return rate === null ? null : `Looked-after children missed ${percent(rate)} of their sessions.`
}

/** Two to four sentences that read the whole year. */
export function leadOf(from: Writing): string {
  return sentencesOf(whoItIsFor(from), duties(from), missed(from)).join(' ')
}
