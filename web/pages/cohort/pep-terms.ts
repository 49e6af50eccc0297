import type { Cohort } from '../../api.ts'
import type { PepTerm } from '../../charts/pep-term-series.ts'
import { sentence, shortDay, type Status } from '../../format.ts'
import type { CohortPep } from './cohort-row.ts'
import { askedFor } from './sentence.ts'

type TermCounts = Cohort['pepByTerm'][number]

const STATUSES: Readonly<Record<CohortPep['state'], Status>> = {
  'on-time': 'met',
  late: 'breach',
  missing: 'breach',
  'to-complete': 'due',
  'to-hold': 'due',
  ahead: 'not-applicable',
  'not-known': 'no-data',
  'not-a-duty': 'not-applicable',
}

/** The status of a PEP's cell; a term that has not begun is nobody's worry yet. */
export const statusOfPep = ({ state }: Pick<CohortPep, 'state'>): Status => STATUSES[state]

function windowNote({ firstDay, lastDay, lastSchoolDay }: TermCounts, on: string): string {
  if (firstDay === null || lastDay === null) return 'days not known'
  if (lastDay < on) return `ended ${shortDay(lastDay)}`
  return firstDay > on ? `from ${shortDay(firstDay)}` : `to ${shortDay(lastSchoolDay ?? lastDay)}`
}

/** One mark a child for whom the term asks for a PEP. */
export function pepTermsOf({ pepByTerm, rows, evaluatesOn }: Cohort): PepTerm[] {
  return pepByTerm.map((counts) => ({
    term: sentence(counts.term),
    note: windowNote(counts, evaluatesOn),
    children: rows.flatMap(({ id, name, pep }) => {
      const cell = pep[counts.term]
      if (!cell || cell.state === 'not-a-duty') return []
      return [{ id, name, state: cell.state, detail: [cell.text, cell.detail].filter(Boolean).join(', ') }]
    }),
  }))
}

/** The finding of the chart: the term the day lies in first, then the terms before it. */
export function pepHeading({ pepByTerm, currentPep, evaluatesOn }: Cohort): string {
  const begun = pepByTerm.filter(
    (one) => askedFor(one) > 0 && one.firstDay !== null && one.firstDay <= evaluatesOn,
  )
  const inOrder = begun.toSorted(
    (a, b) => Number(b.term === currentPep?.term) - Number(a.term === currentPep?.term),
  )
  const said = inOrder.flatMap((one, at) => {
    const asked = askedFor(one)
    const [left, late, unknown] = [
      one.counts['to-hold'] + one.counts['to-complete'],
      one.counts.late + one.counts.missing,
      one.counts['not-known'],
    ]
    const of = at === 0 ? `${one.term} ${asked === 1 ? 'PEP' : 'PEPs'}` : `${one.term} ones`
    const parts = [
      ...(left > 0 ? [`${left} of ${asked} ${of} ${left === 1 ? 'is' : 'are'} to do`] : []),
      ...(late > 0 ? [`${late} of ${asked} ${of} ${late === 1 ? 'was' : 'were'} not completed in time`] : []),
      ...(unknown > 0 ? [`${unknown} of ${asked} ${of} ${unknown === 1 ? 'is' : 'are'} not known`] : []),
    ]
    if (parts.length === 0 && at === 0)
      return [asked === 1 ? `The ${of} is done` : `All ${asked} ${of} are done`]
    return parts
  })
  return said.length > 0 ? said.join('; ') : 'No PEP is a duty so far this year'
}
