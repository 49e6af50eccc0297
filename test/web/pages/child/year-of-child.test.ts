import { describe, expect, it } from 'vitest'
import type { ChildPage } from '../../../../web/api.ts'
import {
  calendarDays,
  suspensionNote,
  yearHeading,
  yearOfChild,
} from '../../../../web/pages/child/year-of-child.ts'
import { missed, suspended } from '../../../support/build/a-cohort.ts'
import { aChildPage } from '../../../support/build/a-child-page.ts'

const register = (absent: number, possible: number) => ({ ...missed(absent, possible), weeks: [] })
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const codes = {
  I: { meaning: 'Illness', class: 'AUTH' },
  E: { meaning: 'Suspended', class: 'AUTH' },
  O: { meaning: 'Unauthorised', class: 'UNAUTH' },
  '/': { meaning: 'Present', class: 'PRES' },
  '#': { meaning: 'Closed', class: 'ADMIN' },
}
const sessions = (...days: [string, string | null, string | null][]) =>
  ({ days: days.map(([on, am, pm]) => ({ on, am, pm })), codes }) as unknown as ChildPage['sessions']
const line = (changed: object) => ({ ...aChildPage().yearLine, ...changed }) as ChildPage['yearLine']
const pep = (state: string, text: string, detail: string) => ({
  term: 'spring',
  firstDay: '2026-01-01',
  lastDay: '2026-04-05',
  cell: { state, text, detail, recordId: null, about: '' },
  meetings: [],
})

describe('the days of the register', () => {
  it('count each code by its class', () => {
    const [day, next] = calendarDays(
      aChildPage({ sessions: sessions(['2026-03-12', '/', 'I'], ['2026-03-13', 'O', '#']) }),
    )
    expect(day).toEqual({
      on: '2026-03-12',
      am: { code: '/', kind: 'present' },
      pm: { code: 'I', kind: 'authorised' },
    })
    expect(next).toMatchObject({ am: { kind: 'unauthorised' }, pm: { kind: 'not-required' } })
  })

  it('show what was suspended as suspended, but not a lunchtime or another school’s', () => {
    const of = (kind: string, atOtherSchool = false) =>
      calendarDays(
        aChildPage({
          sessions: sessions(['2026-03-12', 'E', '/']),
          yearLine: line({
            suspensions: [
              {
                id: 's',
                kind,
                startedOn: '2026-03-12',
                halfDays: 1,
                atOtherSchool,
                sessions: [{ on: '2026-03-12', session: 'AM' }],
              },
            ],
          }),
        }),
      )[0]?.am?.kind
    expect(of('suspension')).toBe('suspended')
    expect(of('lunchtime')).toBe('authorised')
    expect(of('suspension', true)).toBe('authorised')
  })

  it('leave a session without a mark open, but before the first day on roll nothing was asked', () => {
    const { child } = aChildPage()
    const page = aChildPage({
      child: { ...child, admittedOn: '2026-03-13' as never },
      sessions: sessions(['2026-03-12', null, null], ['2026-03-13', null, '/']),
    })
    expect(calendarDays(page).map(({ am }) => am?.kind ?? null)).toEqual(['not-required', null])
  })
})

describe('the year', () => {
  it('words each PEP by its state, its deadline beside it', () => {
    const words = (state: string, text: string, detail: string) =>
      yearOfChild(aChildPage({ yearLine: line({ peps: [pep(state, text, detail)] }) })).peps[0]?.words
    expect(words('late', 'Late, 8 Jan', 'held 15 Dec')).toBe('late, 8 Jan')
    expect(words('to-hold', 'To hold', 'by 27 Mar')).toBe('to hold by 27 Mar')
    expect(words('to-complete', 'To complete', 'held 11 Feb, by 27 Mar')).toBe('to complete by 27 Mar')
    expect(words('missing', 'Not completed', 'held 18 Nov')).toBe('not completed, held 18 Nov')
    expect(words('ahead', 'From 6 Apr', '')).toBe('from 6 Apr')
  })

  it('says who holds the care, and leaves out terms without a duty for the group', () => {
    const year = yearOfChild(
      aChildPage({
        yearLine: line({
          care: [{ id: 'c', status: 'cla', from: '2020-08-20', to: null, authority: 'Saltmere' }],
          peps: [{ ...pep('ahead', '', ''), cell: null }],
        }),
      }),
    )
    expect(plain(year.care[0]?.label ?? '')).toBe('Looked after by Saltmere since 20 August 2020')
    expect(year.peps).toEqual([])
  })

  it('draws a permanent exclusion without an end, and one that was ended up to its last day', () => {
    const exclusion = { id: 's', kind: 'permanent', startedOn: '2026-01-15', atOtherSchool: false }
    const drawn = (of: object) =>
      yearOfChild(aChildPage({ yearLine: line({ suspensions: [{ ...exclusion, ...of }] }) })).suspensions[0]
        ?.to
    expect(drawn({ halfDays: null, sessions: [] })).toBeNull()
    const sessions = ['AM', 'PM'].map((session) => ({ on: '2026-01-15', session }))
    expect(drawn({ halfDays: 2, sessions })).toBe('2026-01-15')
  })

  it('names a permanent exclusion, lunchtimes and days', () => {
    const label = (kind: string, halfDays: number | null) =>
      plain(
        yearOfChild(
          aChildPage({
            yearLine: line({
              suspensions: [
                { id: 's', kind, startedOn: '2026-01-15', halfDays, atOtherSchool: false, sessions: null },
              ],
            }),
          }),
        ).suspensions[0]?.label ?? '',
      )
    expect(label('permanent', null)).toBe('permanent exclusion')
    expect(label('lunchtime', 10)).toBe('ten lunchtimes')
    expect(label('suspension', 1)).toBe('half a day')
  })
})

describe('the heading of the year', () => {
  const heading = (changed: Parameters<typeof aChildPage>[0]) => {
    const { before, number, after } = yearHeading(aChildPage(changed))
    return plain(before + number + after)
  }

  it('says sessions missed and each PEP that is not done, the worst first', () => {
    expect(
      heading({
        attendance: register(59, 233),
        yearLine: line({ peps: [pep('to-hold', '', ''), pep('late', '', ''), pep('on-time', '', '')] }),
        suspension: suspended(12),
      }),
    ).toBe('The year so far: 59 of 233 sessions missed, one PEP late, one to hold')
  })

  it('speaks of suspension where no PEP is open', () => {
    expect(heading({ attendance: register(83, 234), suspension: suspended(31) })).toBe(
      'The year so far: 83 of 234 sessions missed, 15.5 days of suspension',
    )
    expect(heading({ attendance: register(0, 10), suspension: { ...suspended(), permanent: true } })).toBe(
      'The year so far: 0 of 10 sessions missed, a permanent exclusion',
    )
  })

  it('never shows an unknown register as a zero', () => {
    expect(heading({})).toBe('The year so far: no sessions known yet')
    expect(heading({ attendance: register(0, 0) })).toBe('The year so far: no sessions known yet')
  })

  it('tells none from not known under the lane of suspensions', () => {
    expect(suspensionNote(aChildPage())).toBe('not known')
    expect(suspensionNote(aChildPage({ suspension: suspended() }))).toBe('none')
    expect(plain(suspensionNote(aChildPage({ suspension: suspended(12) })))).toBe('6 days this year')
  })
})
