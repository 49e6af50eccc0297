import { longDay } from '../words/days.ts'
import { CHILDREN, numberWords, percent, spanThings } from '../words/numbers.ts'
import { ofAllPlans } from './education-plans.ts'
import { askedBefore, suspended } from './suspension.ts'
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

/** The part of the year, and who is in the report: in the first section, where a number of them is printed there. */
function whoItIsFor({ read, on }: Writing): string {
  const now = spanThings(read.span('numbers.now.all'), CHILDREN)
  return now === null
    ? `This is the school year to ${longDay(on)} for children who are or were looked after, have or had a social worker, or live in kinship care.`
    : `This is the school year to ${longDay(on)}, with ${now} on roll on that day; section 1 says who is counted.`
}

const NOTHING_TOLD =
  'What was done for them stands below, as far as it can be told without pointing at a child.'

function missed({ read }: Writing): string | null {
  const rate = read.exact('attendance.rate.looked-after')
  const counted = read.exact('attendance.counted.looked-after')
  const of = counted === null ? '' : `, ${numberWords(counted)} of them,`
  return rate === null ? null : `Looked-after children${of} missed ${percent(rate)} of their sessions.`
}

/** What was found first, each as its section says it, and then whom it is about. */
export function leadOf(from: Writing): string {
  const duties = sentencesOf(ofAllPlans(from), suspended(from), askedBefore(from))
  const found = duties.length === 0 ? [NOTHING_TOLD] : duties
  return [...found, ...sentencesOf(missed(from), whoItIsFor(from))].join(' ')
}
