import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { buildCareFacts } from '../../../server/facts/care-facts.ts'
import type { CareEpisodeRow } from '../../../server/facts/child-rows.ts'
import { anAuthority } from '../../support/build/a-care.ts'
import { aCareRow } from '../../support/build/child-rows.ts'

const authorities = new Map([
  ['919', anAuthority],
  ['881', { code: '881', name: 'Eastmarsh', virtualSchoolPhone: null }],
])

const careOn = (day: string, ...rows: readonly CareEpisodeRow[]) => {
  const on = isoDate(day)
  return buildCareFacts(rows, authorities, on, academicYearOf(on))
}

describe('a status', () => {
  it('holds from its first day up to and on its last', () => {
    const plan = aCareRow('cin-plan', '2025-06-16', '2026-03-13')
    const days = ['2025-06-15', '2025-06-16', '2026-03-13', '2026-03-14']
    expect(days.map((day) => careOn(day, plan).now.cin)).toEqual([false, true, true, false])
  })

  it('that begins later does not exist yet', () => {
    const care = careOn('2026-03-13', aCareRow('cin-plan', '2026-03-14'))
    expect(care.episodes).toEqual([])
    expect(care.thisYear.cin).toBe(false)
  })

  it('may hold beside another: looked after with a child protection plan is no contradiction', () => {
    const care = careOn('2026-03-13', aCareRow('cla', '2025-05-12'), aCareRow('cp-plan', '2025-03-03'))
    expect(care.now).toMatchObject({ cla: true, cp: true, cin: false })
    expect(care.contradictions).toEqual([])
  })
})

describe('previously looked after', () => {
  it('is told by a row of its own, never by the end of care alone', () => {
    const ended = aCareRow('cla', '2022-01-10', '2025-11-14')
    expect(careOn('2026-03-13', ended).now.previouslyCla).toBe(false)
    expect(careOn('2026-03-13', ended, aCareRow('previously-cla', '2025-11-15')).now.previouslyCla).toBe(true)
  })
})

describe('a social worker within six years', () => {
  const ever6 = (status: CareEpisodeRow['status'], endedOn: string | null) =>
    careOn('2026-03-13', aCareRow(status, '2018-01-01', endedOn)).now.ever6

  it('counts to the day', () => {
    expect(['2020-03-12', '2020-03-13', '2020-03-14'].map((day) => ever6('cin-plan', day))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('is not told by kinship care or by having been looked after before', () => {
    expect([ever6('kinship', null), ever6('previously-cla', null), ever6('cla', null)]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('the groups of this academic year', () => {
  it('are those of any day since 1 September', () => {
    const endingOn = (day: string) => careOn('2026-03-13', aCareRow('cla', '2022-01-10', day)).thisYear.cla
    expect(['2025-08-31', '2025-09-01'].map(endingOn)).toEqual([false, true])
  })

  it('keep a child within six years who was so at the start of the year alone', () => {
    const care = (endedOn: string) => careOn('2026-03-13', aCareRow('cin-plan', '2018-01-01', endedOn))
    expect(care('2019-09-01').now.ever6).toBe(false)
    expect(['2019-08-31', '2019-09-01'].map((day) => care(day).thisYear.ever6)).toEqual([false, true])
  })
})

describe('a spell of being looked after', () => {
  const spellsOf = (secondFrom: string) =>
    careOn('2026-03-13', aCareRow('cla', secondFrom), aCareRow('cla', '2025-05-12', '2025-11-20')).spells

  it('goes on over rows that overlap or touch, and is new after a day between', () => {
    expect(['2025-11-20', '2025-11-21', '2025-11-22'].map((day) => spellsOf(day).length)).toEqual([1, 1, 2])
  })

  it('begins with its first row and is open with its last', () => {
    expect(spellsOf('2025-11-21')).toEqual([{ startedOn: '2025-05-12', endedOn: null }])
  })
})

describe('the authority', () => {
  it('is the one that looks after the child, before one that holds a plan', () => {
    const care = careOn(
      '2026-03-13',
      aCareRow('cla', '2025-05-12', null, { authorityCode: '881' }),
      aCareRow('cp-plan', '2026-01-01', null, { authorityCode: '919' }),
    )
    expect(care.authorityNow?.name).toBe('Eastmarsh')
  })

  it('is nobody’s when care has ended, and not known when its code is not', () => {
    const ended = aCareRow('cla', '2022-01-10', '2025-11-14', { authorityCode: '881' })
    expect(careOn('2026-03-13', ended).authorityNow).toBeNull()
    expect(
      careOn('2026-03-13', aCareRow('cla', '2022-01-10', null, { authorityCode: '000' })).authorityNow,
    ).toBeNull()
  })
})

describe('statuses that cannot be true together', () => {
  it('are said when both plans are open', () => {
    const care = careOn('2026-03-13', aCareRow('cin-plan', '2025-01-01'), aCareRow('cp-plan', '2025-06-01'))
    expect(care.contradictions).toEqual(['A child in need plan and a child protection plan are both open.'])
  })

  it('are not said of a status that ends on the day on which the next begins', () => {
    const rows = [
      aCareRow('cin-plan', '2025-01-01', '2026-03-13'),
      aCareRow('cp-plan', '2026-03-13'),
    ] as const
    expect(careOn('2026-03-12', ...rows).contradictions).toEqual([])
    expect(careOn('2026-03-13', ...rows).contradictions).toEqual([])
    expect(careOn('2026-03-14', ...rows).contradictions).toEqual([])
  })

  it('are said of care and previous care at once, and of two authorities that look after one child', () => {
    expect(
      careOn(
        '2026-03-13',
        aCareRow('previously-cla', '2020-12-01'),
        aCareRow('cla', '2025-05-12', null, { authorityCode: '881' }),
        aCareRow('cla', '2025-09-30', null, { authorityCode: '919' }),
      ).contradictions,
    ).toEqual([
      'The child is recorded as looked after and as previously looked after at once.',
      'More than one authority is recorded as looking after the child: Eastmarsh, Hartmoor.',
    ])
  })
})
