import { expect, it } from 'vitest'
import type { Finding } from '../../../../web/pages/child/finding-view.ts'
import { findingsBehind, subjectWords } from '../../../../web/pages/cohort/cell-findings.ts'
import { aPep, aRow } from '../../../support/build/a-cohort.ts'
import { aChildPage, aFinding } from '../../../support/build/a-child-page.ts'

const rules = (findings: readonly Finding[]) => findings.map(({ ruleId, status }) => `${ruleId} ${status}`)

const page = aChildPage({
  findings: [
    {
      area: 'pep',
      findings: [
        aFinding({ ruleId: 'termly-pep-missing', about: '2025/26 autumn', status: 'breach' }),
        aFinding({ ruleId: 'termly-pep-missing', about: '2025/26 spring', status: 'met' }),
        aFinding({ ruleId: 'pep-views-missing', about: 'pep-meeting:m1', status: 'met' }),
        aFinding({ ruleId: 'pep-quality-red', about: 'pep-meeting:m1', status: 'breach' }),
        aFinding({ ruleId: 'pep-quality-red', about: 'pep-meeting:m2', status: 'breach' }),
      ],
    },
    {
      area: 'attendance',
      findings: [
        aFinding({ ruleId: 'severe-absence', status: 'not-applicable' }),
        aFinding({ ruleId: 'marks-missing', status: 'met' }),
        aFinding({ ruleId: 'persistent-absence', status: 'watch' }),
        aFinding({ ruleId: 'n-mark-unresolved', status: 'no-data' }),
      ],
    },
  ],
})
const row = aRow({
  name: 'Ash Reed',
  pep: { autumn: null, spring: aPep('on-time', { recordId: 'm1' }), summer: null },
})

it('behind a PEP stands its term, then what is said of its meeting, the gravest first', () => {
  expect(rules(findingsBehind(page, row, 'spring'))).toEqual([
    'termly-pep-missing met',
    'pep-quality-red breach',
    'pep-views-missing met',
  ])
})

it('behind a term without the duty stands nothing', () => {
  expect(findingsBehind(page, row, 'autumn')).toEqual([])
})

it('behind attendance stands its area, without what is no duty', () => {
  expect(rules(findingsBehind(page, row, 'attendance'))).toEqual([
    'n-mark-unresolved no-data',
    'persistent-absence watch',
    'marks-missing met',
  ])
})

it('behind what is open stands everything that is not met, unknown before watched', () => {
  expect(rules(findingsBehind(page, row, 'open'))).toEqual([
    'termly-pep-missing breach',
    'pep-quality-red breach',
    'pep-quality-red breach',
    'n-mark-unresolved no-data',
    'persistent-absence watch',
  ])
  expect(subjectWords('open')).toBe('what is open')
})
