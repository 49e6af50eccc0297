import { firstNumber, firstSpan, nounFor, numberWords, things } from '../words/numbers.ts'
import { bothOf, onlyOf, restOf, sumOf } from '../words/reader.ts'
import { planTermOf } from './plan-spans.ts'
import type { Writing } from './writing.ts'

const SCHOOL_DAYS = ['school day', 'school days'] as const
const PLAN = ['plan', 'plans'] as const

/** How many plans of a term whose window is open are completed, as far as it is shown: due less to do, and done. */
function doneOf({ read }: Writing, due: number, term: string) {
  const of = (level: string) => read.span(`pep.${term}.${level}`)
  const rest = restOf({ from: due, to: due }, of('to-do'))
  return bothOf(rest, sumOf(of('on-time'), of('late')))
}

/** The plans of the term that holds the day, as a sentence. */
export function thisTerm(from: Writing): string | null {
  const { read, school } = from
  const term = planTermOf(from)
  const due = term === null ? null : read.exact(`pep.${term}.due`)
  if (term === null) return null
  if (due === 0) return `No plan is due in the ${term} term.`
  if (due === null)
    return read.span(`pep.${term}.to-do`).from > 0
      ? `Some plans of the ${term} term are still to be completed.`
      : null
  const open = doneOf(from, due, term)
  const done = onlyOf(open)
  if (done === due) return `Every plan of the ${term} term is completed.`
  // What leaves more than half of them open says nothing.
  if (done === null && (open.to === 1 || ((open.to ?? due) - open.from) * 2 > due)) return null
  const left =
    school.termNow === null ? ' so far' : `, with ${things(school.termNow.schoolDaysLeft, SCHOOL_DAYS)} left`
  const many =
    done === null ? (firstSpan(open, ['', '']) ?? '').trim() : done === 0 ? 'None' : firstNumber(done)
  return `${many} of the ${numberWords(due)} ${nounFor(due, PLAN)} of the ${term} term ${done === 1 ? 'is' : 'are'} completed${left}.`
}
