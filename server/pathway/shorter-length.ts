import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { capital, count, dayWords, schoolDayWords } from '../engine/words.ts'
import type { ChildFacts } from '../facts/child-facts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { valueOn } from '../law/dated.ts'
import { returnOf } from '../law/suspension-return.ts'
import { governorDuty, halfDaysOf } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { isExamMissed } from './exam-missed.ts'
import { runOf, termTotal, yearTotals, type Proposed } from './proposal.ts'
import type { Consequences, Proposal } from './shapes.ts'

interface Around {
  readonly facts: ChildFacts
  readonly proposal: Proposal
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
}

/** What a length sets off, the gravest first, with what a length without it is said to spare. */
const grave: readonly {
  readonly spares: string
  readonly isSetOff: (row: Proposed, around: Around) => boolean
}[] = [
  {
    spares: 'would stay within what the law allows in a school year',
    isSetOff: (row, { facts, calendar, on }) =>
      yearTotals(row, facts.suspension, calendar, on).some(
        ({ after, lunchtimes }) => after - lunchtimes > halfDaysOf(valueOn(thresholds.yearLimit, on)),
      ),
  },
  {
    spares: 'would not oblige governors to meet',
    isSetOff: (row, around) => dutyOf(row, around) === 'meet-15',
  },
  {
    spares: 'would not need education from a sixth day in a row',
    isSetOff: (row, { facts, calendar }) => {
      const run = runOf(row, facts.suspension, calendar)
      return (
        run !== null &&
        (run.sixthDay === null || isCompulsorySchoolAge(facts.identity.dateOfBirth, run.sixthDay))
      )
    },
  },
  {
    spares: 'would not oblige governors to meet if parents ask',
    isSetOff: (row, around) => dutyOf(row, around) === 'meet-50-if-representations',
  },
]

function dutyOf(row: Proposed, { facts, proposal, calendar, on }: Around) {
  const term = termTotal(row, facts.suspension, calendar, on)
  return governorDuty(row.kind, term?.after ?? 0, { missesExam: isExamMissed(row, proposal, calendar), on })
}

/**
 * The nearest shorter length that avoids the gravest thing that shortening can avoid; null when there is none.
 * Never a longer one.
 */
export function shorterThan(row: Proposed, around: Around): Consequences['shorter'] {
  const { halfDays, kind } = row
  if (halfDays === null) return null
  for (const { spares, isSetOff } of grave) {
    if (!isSetOff(row, around)) continue
    for (let less = halfDays - 1; less >= 1; less -= 1) {
      const shorter = { ...row, halfDays: less }
      if (isSetOff(shorter, around)) continue
      const length = kind === 'lunchtime' ? count(less, 'lunchtime') : capital(schoolDayWords(less))
      const back = returnOf(shorter, around.calendar)
      const backWords =
        back === null
          ? ''
          : ` Back ${dayWords(back.on, around.on)}${back.session === 'PM' ? ', in the afternoon' : ''}.`
      return { halfDays: less, words: `${length} ${spares}.${backWords}` }
    }
  }
  return null
}
