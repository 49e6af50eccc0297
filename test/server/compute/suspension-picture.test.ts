import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { suspensionPicture } from '../../../server/compute/suspension-picture.ts'
import type { SuspensionFact } from '../../../server/facts/child-facts.ts'
import type { Cohorts } from '../../../server/law/cohorts.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { groups } from '../../support/build/a-care.ts'
import { aSuspension, aSuspensionHistory } from '../../support/build/a-suspension.ts'

const calendar = aCalendar()
const decidedAt = localMinute('2026-03-12T14:00')

const pictureOf = (day: string, row: SuspensionFact, now = groups('cla')) =>
  suspensionPicture(aSuspensionHistory([row]), now, isoDate(day), calendar)

const rowOf = (day: string, given: Partial<SuspensionFact>) =>
  pictureOf(day, aSuspension('2026-03-12', { decidedAt, ...given })).list[0]

describe('contact before the decision', () => {
  const flagsWith = (vsh: string | null) =>
    rowOf('2026-03-13', {
      contacted: {
        vsh: vsh === null ? null : localMinute(vsh),
        socialWorker: localMinute('2026-03-11T09:00'),
      },
    })?.flags.filter((flag) => flag.endsWith('contacted-before'))

  it('is before by a minute, and not in the minute of the decision, after it, or when none is recorded', () => {
    expect(['2026-03-12T13:59', '2026-03-12T14:00', '2026-03-12T14:01', null].map(flagsWith)).toEqual([
      [],
      ['vsh-not-contacted-before'],
      ['vsh-not-contacted-before'],
      ['vsh-not-contacted-before'],
    ])
  })

  it('is owed by the groups on the day of the decision, whatever the child is today', () => {
    const picture = pictureOf(
      '2026-03-13',
      aSuspension('2026-03-12', { decidedAt, groupsThen: groups('previouslyCla') }),
    )
    expect(picture.list[0]?.flags).toEqual(['not-told-parent', 'not-told-la'])
    expect(Object.keys(picture.list[0]?.notices ?? {})).toEqual(['parent', 'la'])
  })
})

describe('a notice nobody has given', () => {
  it('is pending on the day of the decision, amber up to the next school day, then red', () => {
    const vsh = (day: string) => rowOf(day, {})?.notices['vsh']
    expect(['2026-03-12', '2026-03-13', '2026-03-14'].map(vsh)).toEqual([
      { state: 'pending', severity: null },
      { state: 'not-told', severity: 'amber' },
      { state: 'not-told', severity: 'red' },
    ])
  })

  it('raises no flag while it is pending', () => {
    expect(rowOf('2026-03-12', {})?.flags.filter((flag) => !flag.endsWith('before'))).toEqual([])
  })
})

describe('a suspension whose decision is not recorded', () => {
  it('has no day 0, no deadline and no notice that could be judged', () => {
    expect(rowOf('2026-03-13', { decidedAt: null, termTotalAfter: { 'Spring 2026': 31 } })).toMatchObject({
      governor_duty: 'meet-15',
      governor_day_0: null,
      governor_deadline: null,
      notices: {},
      flags: ['vsh-not-contacted-before', 'social-worker-not-contacted-before'],
    })
  })
})

describe('the board’s duty', () => {
  it('follows from the greater of two term totals', () => {
    const dutyOf = (autumn: number, spring: number) =>
      rowOf('2026-03-13', { termTotalAfter: { 'Autumn 2025': autumn, 'Spring 2026': spring } })?.governor_duty
    expect([dutyOf(10, 2), dutyOf(11, 2), dutyOf(2, 30), dutyOf(2, 31)]).toEqual([
      'consider-representations',
      'meet-50-if-representations',
      'meet-50-if-representations',
      'meet-15',
    ])
  })
})

describe('repeated suspension', () => {
  it('is flagged for a child with a social worker or previously looked after alone', () => {
    const rows = [aSuspension('2026-03-02', { decidedAt }), aSuspension('2026-03-12', { decidedAt })]
    const flagged = (now: Cohorts) =>
      suspensionPicture(aSuspensionHistory(rows), now, isoDate('2026-03-13'), calendar)
    expect(flagged(groups('ever6', 'kinship'))).toMatchObject({
      repeated_suspension: false,
      repeated_criteria: { two_in_a_term: true },
    })
    expect(flagged(groups('previouslyCla')).repeated_suspension).toBe(true)
  })
})

describe('another school’s suspension', () => {
  it('adds to the days of the year, and asks nothing of this school', () => {
    const elsewhere = aSuspension('2026-03-12', {
      decidedAt,
      atOtherSchool: true,
      byTerm: {},
      termTotalAfter: {},
    })
    expect(pictureOf('2026-03-13', elsewhere)).toMatchObject({
      list: [],
      days_current_year: 1,
      repeated_criteria: { two_in_a_term: false },
    })
  })
})
