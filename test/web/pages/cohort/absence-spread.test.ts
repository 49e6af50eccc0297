import { describe, expect, it } from 'vitest'
import type { Cohort } from '../../../../web/api.ts'
import {
  absenceHeading,
  publishedContext,
  spreadGroups,
} from '../../../../web/pages/cohort/absence-spread.ts'
import { aCohort, aRow, missed } from '../../../support/build/a-cohort.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

type Context = Cohort['absenceContext'][number]

const context = (changed: Partial<Context>): Context => ({
  area: 'England',
  phase: 'secondary',
  year: '2024/25',
  period: 'full year',
  overall: 12,
  persistent: 27.5,
  severe: 9.5,
  source: 'Department for Education, Outcomes for children in need, 2024/25',
  url: 'https://statistics.example/outcomes',
  provisional: false,
  benchmark: 'cla12',
  group: 'cla',
  who: 'Children looked after for at least 12 months',
  ...changed,
})

describe('absence of each child', () => {
  it('counts exactly 10 % as reached, and leaves out a child without a session', () => {
    const rows = [
      aRow({ attendance: missed(20, 200) }),
      aRow({ attendance: missed(19, 191) }),
      aRow({ attendance: missed(0, 0) }),
      aRow({ attendance: null }),
    ]
    expect(plain(absenceHeading(rows))).toBe('1 of 2 children has missed 10 % or more of school')
  })

  it('names those who missed half, and says when nobody did or nothing is known', () => {
    const rows = [aRow({ attendance: missed(100, 200) }), aRow({ attendance: missed(30, 200) })]
    expect(plain(absenceHeading(rows))).toBe(
      '2 of 2 children have missed 10 % or more of school, one of them half or more',
    )
    expect(plain(absenceHeading([aRow()]))).toBe('Nobody of 1 has missed 10 % or more of school')
    expect(absenceHeading([aRow({ attendance: null })])).toBe('No sessions are known yet this year')
  })

  it('stands beside England and the county of the same group, never beside an unfinished year', () => {
    const cohort = aCohort(
      [aRow(), aRow({ group: 'social-worker', statuses: ['cp-plan'] }), aRow({ group: 'kinship' })],
      {},
      {
        absenceContext: [
          context({}),
          context({ area: 'Hertfordshire', phase: 'all', overall: 8 }),
          context({ benchmark: 'cino', overall: 25.5 }),
          context({ benchmark: 'cppo', overall: 32.2 }),
          context({ benchmark: 'all', group: null, provisional: true }),
        ],
      },
    )
    expect(
      spreadGroups(cohort).map(({ label, context: beside }) => [label, beside?.map((one) => one.rate)]),
    ).toEqual([
      ['Looked after', [12, 8]],
      ['Protection', [32.2]],
      ['Earlier', []],
    ])
    const { lines, sources } = publishedContext(cohort)
    expect(lines.map(plain)).toEqual([
      'England 2024/25, secondary: looked after 12 months 12.0 %, protection plan 32.2 %.',
      'Hertfordshire 2024/25, all phases: looked after 12 months 8.0 %.',
    ])
    expect(sources).toMatchObject([{ short: 'DfE, Outcomes for children in need' }])
  })
})
