import { firstNumber, nounFor, numberWords, things } from '../words/numbers.ts'
import { planTermOf } from './plan-spans.ts'
import type { Writing } from './writing.ts'

const SCHOOL_DAYS = ['school day', 'school days'] as const
const PLAN = ['plan', 'plans'] as const

/** The plans of the term that holds the day, as a sentence. */
export function thisTerm(from: Writing): string | null {
  const { read, school } = from
  const term = planTermOf(from)
  if (term === null) return null
  const due = read.exact(`pep.${term}.due`)
  const toDo = read.exact(`pep.${term}.to-do`)
  if (due === 0) return `No plan is due in the ${term} term.`
  if (due === null || toDo === null || toDo > due)
    return read.span(`pep.${term}.to-do`).from > 0
      ? `Some plans of the ${term} term are still to be completed.`
      : null
  if (toDo === 0) return `Every plan of the ${term} term is completed.`
  const left =
    school.termNow === null ? ' so far' : `, with ${things(school.termNow.schoolDaysLeft, SCHOOL_DAYS)} left`
  const done = due - toDo
  return `${done === 0 ? 'None' : firstNumber(done)} of the ${numberWords(due)} ${nounFor(due, PLAN)} of the ${term} term ${done === 1 ? 'is' : 'are'} completed${left}.`
}
