import type { ReportFacts } from '../../facts/report-facts.ts'
import type { Measures } from '../shapes.ts'
import { countAlerts } from './alerts.ts'
import { countAttainment } from './attainment.ts'
import { countAttendance } from './attendance.ts'
import { Counting, type Part } from './counting.ts'
import { byImportance } from './importance.ts'
import { countMoney } from './money.ts'
import { countNeeds } from './needs.ts'
import { countNumbers } from './numbers.ts'
import { countPeps } from './peps.ts'
import { schoolMeasures } from './school.ts'
import { countSuspensions } from './suspensions.ts'
import { countedChildren, type CountedChild } from './who.ts'

/** Without a care history nobody knows which children the report is about. */
function nothingTold(): Part {
  const part = new Counting()
  const all = ['numbers', 'pep', 'attainment', 'attendance', 'suspension', 'need', 'money', 'alert']
  part.isUnknown('No care history is here, so that it is not known which children this is about.', ...all)
  return part
}

const partsOf = (facts: ReportFacts, children: readonly CountedChild[]): Part[] => [
  countNumbers(facts, children),
  countPeps(facts, children),
  countAttainment(facts, children),
  countAttendance(facts, children),
  countSuspensions(facts, children),
  countNeeds(facts, children),
  countMoney(facts, children),
  countAlerts(children),
]

/**
 * Counts all that the governors' report tells, exactly: every figure and amount by its id, or why it is not known. A
 * function of the facts alone, so that a past day gives the same as it did.
 */
export function measure(facts: ReportFacts): Measures {
  const isTold = facts.told.care || facts.children.some(({ care }) => care !== null)
  const children = isTold ? countedChildren(facts) : []
  const parts = isTold ? partsOf(facts, children) : [nothingTold()]
  return {
    on: facts.on,
    year: facts.year,
    childIds: children.map(({ id }) => id),
    atoms: new Map(
      parts.flatMap(({ atoms }) => [...atoms].map(([atom, ids]): [string, number] => [atom, ids.length])),
    ),
    known: parts.flatMap(({ known }) => known),
    figures: parts.flatMap(({ figures }) => figures).toSorted(byImportance),
    amounts: parts.flatMap(({ amounts }) => amounts).toSorted(byImportance),
    unknown: new Map(parts.flatMap(({ unknown }) => [...unknown])),
    school: schoolMeasures(facts),
  }
}
