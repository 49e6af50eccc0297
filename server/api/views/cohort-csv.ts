import { spreadsheetCsv } from '../../spreadsheet-safe.ts'
import type { Cohort, CohortRow } from './cohort.ts'
import { pepTerms } from './pep-cell.ts'

const groupWords: Readonly<Record<CohortRow['group'], string>> = {
  cla: 'Looked after',
  'social-worker': 'In need or on a protection plan',
  'previously-cla': 'Previously looked after',
  ever6: 'Had a social worker within six years',
  kinship: 'Kinship care',
}

const header = [
  'Name',
  'Year group',
  'Group',
  'Authority',
  'Key adult',
  'Autumn PEP',
  'Spring PEP',
  'Summer PEP',
  'Sessions possible',
  'Sessions missed',
  'Absence %',
  'Can still miss',
  'Unauthorised, last ten school weeks',
  'Suspension, school days this term',
  'Suspension, school days this year',
  'Broken',
  'Due',
  'Watch',
]

const pepText = (row: CohortRow, term: (typeof pepTerms)[number]): string => {
  const cell = row.pep[term]
  return cell ? [cell.text, cell.detail].filter(Boolean).join(', ') : 'Not a duty'
}

const cells = (row: CohortRow): (string | number | null)[] => {
  const { attendance, suspension, alerts } = row
  return [
    row.name,
    row.yearGroup,
    groupWords[row.group],
    row.authority,
    row.keyAdult,
    ...pepTerms.map((term) => pepText(row, term)),
    attendance?.possible ?? 'not known',
    attendance?.absent ?? 'not known',
    attendance?.rate ?? 'not known',
    attendance?.canStillMiss ?? 'not known',
    attendance?.unauthorisedLast10 ?? 'not known',
    suspension ? suspension.termHalfDays / 2 : 'not known',
    suspension ? suspension.yearHalfDays / 2 : 'not known',
    alerts.breach,
    alerts.due,
    alerts.watch,
  ]
}

/** The cohort page as a table for a spreadsheet, which runs and changes nothing of it. */
export const cohortCsv = ({ rows }: Cohort): string => spreadsheetCsv(header, rows.map(cells))
