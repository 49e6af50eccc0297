import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import {
  againRows,
  askedRows,
  groupRows,
  lengthWords,
  monthsOf,
  outcomeRows,
  reasonRows,
} from '../../../../web/pages/suspensions/year-of-suspensions.ts'
import { aSuspensionRow, aSuspensionsPage } from '../../../support/build/a-suspensions-page.ts'

const child = (id: string, group: 'cla' | null = 'cla') => ({
  id,
  name: id,
  yearGroup: '9',
  statuses: [],
  group,
})
const shapes = (rows: ReturnType<typeof askedRows>) =>
  rows.map(({ label, marks }) => [label, ...marks.map(({ shape }) => shape)])

describe('the year of suspensions', () => {
  it('says a length as people do, a lunchtime by itself', () => {
    expect(lengthWords({ kind: 'suspension', halfDays: 1 })).toBe('half a day')
    expect(lengthWords({ kind: 'lunchtime', halfDays: 1 })).toBe('1 lunchtime')
    expect(lengthWords({ kind: 'lunchtime', halfDays: 3 })).toBe('3 lunchtimes')
    expect(lengthWords({ kind: 'permanent', halfDays: null })).toBe('permanently excluded')
  })

  it('adds half days to the month they fall in, a repeat apart from a first', () => {
    const page = aSuspensionsPage({
      rows: [
        aSuspensionRow({
          months: [
            { month: '2026-02', halfDays: 2 },
            { month: '2026-03', halfDays: 1 },
          ],
        }),
        aSuspensionRow({ nth: 2, months: [{ month: '2026-03', halfDays: 5 }] }),
      ],
    })
    expect(monthsOf(page)).toEqual([
      { month: '2026-02', first: 2, repeated: 0 },
      { month: '2026-03', first: 1, repeated: 5 },
    ])
  })

  it('draws no days for a lunchtime, a permanent exclusion or another school', () => {
    const rows = [
      aSuspensionRow({ kind: 'lunchtime' }),
      aSuspensionRow({ kind: 'permanent', halfDays: null, months: [] }),
      aSuspensionRow({ atOtherSchool: true }),
    ]
    expect(monthsOf(aSuspensionsPage({ rows }))).toEqual([])
  })

  it('counts a suspension with two reasons in both, the most frequent first', () => {
    const page = aSuspensionsPage({
      rows: [aSuspensionRow({ reasons: ['PP', 'DB'] }), aSuspensionRow({ reasons: ['DB'], nth: 2 })],
    })
    expect(shapes(reasonRows(page))).toEqual([
      ['Persistent disruptive behaviour', 'outline', 'solid'],
      ['Physical assault against a pupil', 'outline'],
    ])
  })

  it('shows by term who was asked first, and leaves out whom nobody had to ask', () => {
    const page = aSuspensionsPage({
      rows: (['before', 'after', 'never', 'not-known', 'not-needed'] as const).map((askedFirst) =>
        aSuspensionRow({ askedFirst }),
      ),
    })
    expect(shapes(askedRows(page))).toEqual([['Autumn'], ['Spring', 'met', 'late', 'breach', 'no-data']])
  })

  it('keeps one that lies in no term in a row of its own', () => {
    expect(shapes(askedRows(aSuspensionsPage({ rows: [aSuspensionRow({ term: null })] })))).toEqual([
      ['Autumn'],
      ['Spring'],
      ['No term', 'met'],
    ])
  })

  it('counts children by how often they were suspended', () => {
    const page = aSuspensionsPage({
      rows: ['a', 'b', 'b', 'c', 'c', 'c', 'c', 'c', 'c'].map((id) => aSuspensionRow({ child: child(id) })),
    })
    expect(shapes(againRows(page))).toEqual([
      ['Once', 'outline'],
      ['Twice', 'solid'],
      ['Three times'],
      ['Four times'],
      ['Five times or more', 'solid'],
    ])
  })

  it('sets the child who stays in school beside those suspended after being considered', () => {
    const page = aSuspensionsPage({
      rows: [aSuspensionRow({ considered: true }), aSuspensionRow()],
      notSuspended: [
        { id: 'k', child: child('a'), decidedAt: localMinute('2025-11-03T09:00'), instead: null },
      ],
    })
    expect(shapes(outcomeRows(page))).toEqual([
      ['Autumn', 'met'],
      ['Spring', 'solid'],
    ])
  })

  it('shows only groups that have any', () => {
    const page = aSuspensionsPage({
      rows: [aSuspensionRow(), aSuspensionRow({ child: child('b', null), startedOn: isoDate('2026-03-06') })],
    })
    expect(groupRows(page).map(({ label }) => label)).toEqual(['Looked after', 'In no list'])
  })
})
