import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { ChildRows, SuspensionRow } from '../../../server/facts/child-rows.ts'
import { followedAbout } from '../../../server/facts/suspension-followed.ts'
import {
  aBoardMeetingRow,
  aProvisionRow,
  aReintegrationRow,
  aReviewPanelRow,
  aSuspensionRow,
  childRows,
} from '../../support/build/child-rows.ts'

const followed = (on: string, rows: Partial<ChildRows> = {}, row: Partial<SuspensionRow> = {}) =>
  followedAbout(aSuspensionRow('2026-03-09', 6, row), childRows(rows), isoDate(on))

const aConsideration = {
  id: 'c0',
  childId: 'child-1',
  withoutContact: null,
  readBy: null,
  state: 'suspended',
  decidedAt: '2026-03-09T08:40',
  kind: 'suspension',
  startedOn: '2026-03-09',
  startSession: 'AM',
  halfDays: 6,
} as const

describe('a suspension', () => {
  it('was decided here when it came from what was considered, with the reason for deciding first', () => {
    const considerations = [
      { ...aConsideration, id: 'c1', withoutContact: 'Nobody answered for an hour.' },
      { ...aConsideration, id: 'c2', readBy: 'Robin Adviser' },
    ]
    const from = (considerationId: string | null) =>
      followed('2026-03-20', { considerations }, { considerationId })
    expect(from('c1')).toMatchObject({ decidedHere: true, withoutContact: 'Nobody answered for an hour.' })
    expect(from('c2')).toMatchObject({ decidedHere: true, withoutContact: null })
    expect(from('c2')).toMatchObject({ considered: true, readBy: 'Robin Adviser' })
    expect(from(null)).toMatchObject({ decidedHere: false, considered: false, withoutContact: null })
  })

  it('was decided here too when it was recorded by form, not by a file that somebody corrected, nor elsewhere', () => {
    const of = (typed: string, more: Partial<SuspensionRow> = {}) => {
      const { decidedHere, considered } = followed('2026-03-20', {}, { typed, ...more })
      return [decidedHere, considered]
    }
    const form = 'atOtherSchool;decidedAt;halfDays;kind;reasons;startSession;startedOn'
    expect(of(form)).toEqual([true, false])
    expect(of(form, { atOtherSchool: 1 })).toEqual([false, false])
    for (const corrected of ['', 'decidedAt;halfDays;reasons', 'kind;startedOn'])
      expect(of(corrected)[0]).toBe(false)
  })

  it('misses an exam, misses none, or nobody said', () => {
    const exam = (missesExam: 0 | 1 | null) =>
      followed('2026-03-20', {}, { missesExam, examOn: '2026-05-11' })
    expect([exam(1).missesExam, exam(0).missesExam, exam(null).missesExam]).toEqual([true, false, null])
    expect(exam(1).examOn).toBe('2026-05-11')
  })

  it('has the representations that were made by the day', () => {
    const made = { representations: 1, representationsOn: '2026-03-12' } as const
    expect(followed('2026-03-11', {}, made)).toMatchObject({ representations: null, representationsOn: null })
    expect(followed('2026-03-12', {}, made)).toMatchObject({
      representations: true,
      representationsOn: '2026-03-12',
    })
    expect(followed('2026-03-11', {}, { representations: 0 }).representations).toBe(false)
  })
})

describe('education for a suspension', () => {
  it('is known as soon as it is arranged, oldest first, and marked when it was', () => {
    const provisions = [
      aProvisionRow('2026-03-16'),
      aProvisionRow('2026-03-09', { what: 'work-set', fullTime: null, markedOn: '2026-03-17' }),
      aProvisionRow('2026-03-10', { what: 'none', fullTime: null, reason: 'In hospital' }),
      aProvisionRow('2026-03-09', { id: 'another', suspensionId: 'another' }),
    ]
    expect(followed('2026-03-11', { provisions }).provisions).toMatchObject([
      { what: 'work-set', fromOn: '2026-03-09', fullTime: null, markedOn: null, hasReason: false },
      { what: 'none', fromOn: '2026-03-10', fullTime: null, markedOn: null, hasReason: true },
      { what: 'education', fromOn: '2026-03-16', fullTime: true, markedOn: null, hasReason: false },
    ])
    expect(followed('2026-03-17', { provisions }).provisions[0]?.markedOn).toBe('2026-03-17')
  })

  it('has the notice that was given by the day, and the time at which its first session begins', () => {
    const one = (on: string, given: Parameters<typeof aProvisionRow>[1]) =>
      followed(on, { provisions: [aProvisionRow('2026-03-16', given)] }).provisions[0]
    const told = { noticeAt: '2026-03-13T10:00', soonerAgreed: 0 } as const
    expect(one('2026-03-12', told)).toMatchObject({ noticeAt: null, soonerAgreed: false })
    expect(one('2026-03-13', told)?.noticeAt).toBe('2026-03-13T10:00')
    const beginsAt = (sessionTimes: string | null) => one('2026-03-13', { sessionTimes })?.beginsAt
    expect(beginsAt('9.15 to 11:45')).toBe('09:15')
    expect(beginsAt('09:15 to 15:00')).toBe('09:15')
    expect(beginsAt('all day, 25 hours')).toBeNull()
    expect(beginsAt('room 123:45')).toBeNull()
    expect(beginsAt(null)).toBeNull()
  })
})

describe('the board’s meeting', () => {
  const boardMeetings = [aBoardMeetingRow('2026-03-18', { decisionToldOn: '2026-03-19' })]

  it('ahead is planned, whatever is written of it', () => {
    expect(followed('2026-03-17', { boardMeetings }).boardMeetings).toEqual([
      {
        id: 'board-2026-03-18',
        meetsOn: '2026-03-18',
        held: false,
        invited: ['parent', 'social-worker'],
        outcome: null,
        decisionToldOn: null,
      },
    ])
  })

  it('was held on its day, and its decision sent when it was', () => {
    const on = (day: string) => followed(day, { boardMeetings }).boardMeetings[0]
    expect(on('2026-03-18')).toMatchObject({ held: true, outcome: 'declined', decisionToldOn: null })
    expect(on('2026-03-19')?.decisionToldOn).toBe('2026-03-19')
  })
})

describe('the review panel', () => {
  const reviewPanels = [
    aReviewPanelRow('2026-03-20', {
      appliedOn: '2026-03-25',
      meetsOn: '2026-04-14',
      outcome: 'quashed',
      panelDecisionToldOn: '2026-04-16',
      boardReconsideredOn: '2026-04-22',
    }),
    aReviewPanelRow('2026-03-19', { willNotApply: 1 }),
  ]
  const on = (day: string) => followed(day, { reviewPanels }).reviewPanel

  it('is the latest that had begun by the day', () => {
    expect(on('2026-03-18')).toBeNull()
    expect(on('2026-03-19')).toMatchObject({ boardDecisionToldOn: '2026-03-19', willNotApply: true })
    expect(on('2026-03-20')).toMatchObject({ boardDecisionToldOn: '2026-03-20', willNotApply: null })
  })

  it('has met, decided and been reconsidered when it was', () => {
    expect(on('2026-03-26')).toMatchObject({ appliedOn: '2026-03-25', meetsOn: '2026-04-14', outcome: null })
    expect(on('2026-04-15')).toMatchObject({ outcome: null, panelDecisionToldOn: null })
    expect(on('2026-04-16')).toMatchObject({ outcome: 'quashed', boardReconsideredOn: null })
    expect(on('2026-04-22')?.boardReconsideredOn).toBe('2026-04-22')
  })
})

describe('the meeting on a child’s return', () => {
  it('is the latest offered by the day, and held when its day has come', () => {
    const reintegrations = [
      aReintegrationRow('2026-03-13', { meetsOn: '2026-03-16', held: 1 }),
      aReintegrationRow('2026-03-11', { held: 0 }),
    ]
    const on = (day: string) => followed(day, { reintegrations }).reintegration
    expect(on('2026-03-10')).toBeNull()
    expect(on('2026-03-11')).toEqual({ offeredOn: '2026-03-11', meetsOn: null, held: false })
    expect(on('2026-03-13')).toEqual({ offeredOn: '2026-03-13', meetsOn: '2026-03-16', held: null })
    expect(on('2026-03-16')?.held).toBe(true)
  })
})
