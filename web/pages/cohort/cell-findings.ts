import type { ChildPage } from '../../api.ts'
import type { Finding } from '../child/finding-view.ts'
import type { CellSubject } from './cells.ts'
import type { CohortRow } from './cohort-row.ts'

const GRAVITY: readonly Finding['status'][] = [
  'breach',
  'due',
  'no-data',
  'error',
  'watch',
  'met',
  'not-applicable',
]
const OPEN: ReadonlySet<Finding['status']> = new Set(['breach', 'due', 'watch', 'no-data', 'error'])

const gravest = (findings: readonly Finding[]) =>
  findings.toSorted((a, b) => GRAVITY.indexOf(a.status) - GRAVITY.indexOf(b.status))

const inArea = ({ findings }: ChildPage, area: string) =>
  findings.find((one) => one.area === area)?.findings ?? []

const rests = (finding: Finding, recordId: string | null) =>
  recordId !== null &&
  (finding.about.endsWith(recordId) || finding.evidence.some(({ record }) => record?.id === recordId))

/** What the rules say behind a cell, the gravest first. A PEP comes with all that is said of its meeting. */
export function findingsBehind(page: ChildPage, row: CohortRow, subject: CellSubject): Finding[] {
  if (subject === 'open')
    return gravest(page.findings.flatMap(({ findings }) => findings).filter(({ status }) => OPEN.has(status)))
  if (subject === 'attendance' || subject === 'suspension')
    return gravest(inArea(page, subject).filter(({ status }) => status !== 'not-applicable'))
  const cell = row.pep[subject]
  if (!cell) return []
  const term = inArea(page, 'pep').filter(({ about }) => about === cell.about)
  const others = inArea(page, 'pep').filter(
    (finding) =>
      !term.includes(finding) && finding.status !== 'not-applicable' && rests(finding, cell.recordId),
  )
  return [...term, ...gravest(others)]
}

const SUBJECTS: Readonly<Record<CellSubject, string>> = {
  autumn: 'autumn PEP',
  spring: 'spring PEP',
  summer: 'summer PEP',
  attendance: 'attendance',
  suspension: 'suspensions',
  open: 'what is open',
}

/** `spring PEP`: what stands after the child's name. */
export const subjectWords = (subject: CellSubject): string => SUBJECTS[subject]
