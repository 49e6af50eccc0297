import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { ChildRows } from '../../../server/facts/child-rows.ts'
import { buildRecordedHereFacts } from '../../../server/facts/recorded-here-facts.ts'
import { childRows } from '../../support/build/child-rows.ts'

const childId = 'child-1'
const told = { socialWorkerToldAt: '2026-03-10T10:00', virtualSchoolToldAt: null }
const factsOn = (on: string, rows: Partial<ChildRows>) => buildRecordedHereFacts(childRows(rows), isoDate(on))

describe('what was tried', () => {
  const row = {
    childId,
    what: 'key-adult',
    reviewOn: '2026-04-20',
    endedOn: null,
    outcome: null,
    suspensionId: null,
  } as const

  it('is known from its first day on, oldest first, with the review that lies ahead', () => {
    const interventions = [
      { ...row, id: 'b', startedOn: '2026-03-12' },
      { ...row, id: 'c', startedOn: '2026-02-02', endedOn: '2026-03-11' },
      { ...row, id: 'a', startedOn: '2026-03-12' },
    ]
    const on = (day: string) => factsOn(day, { interventions }).intervention
    expect(on('2026-03-11').map(({ id }) => id)).toEqual(['c'])
    expect(on('2026-03-12').map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(on('2026-03-12')[1]).toMatchObject({ reviewOn: '2026-04-20', endedOn: null })
    expect([on('2026-03-10')[0]?.endedOn, on('2026-03-11')[0]?.endedOn]).toEqual([null, '2026-03-11'])
  })
})

describe('an off-site direction', () => {
  const row = {
    id: 'direction',
    childId,
    startsOn: '2026-03-16',
    endsOn: '2026-05-22',
    address: '1 Invented Street',
    reportTo: 'The desk',
    schoolDays: 30,
    sessionTimes: '9:00 to 15:00',
    objectives: 'To be calm in lessons',
    noticeAt: '2026-03-11T09:00',
    hasPlan: 0,
    authorityNoticeAt: null,
    nextReviewOn: '2026-04-15',
    lastReviewOn: '2026-03-20',
    reviewAskedOn: '2026-03-18',
    ...told,
  } as const

  it('is known while it lies ahead, so that the clock of its notice runs', () => {
    const on = (day: string) => factsOn(day, { offSiteDirections: [row] }).offSiteDirection[0]
    expect([on('2026-03-10')?.noticeAt, on('2026-03-11')?.noticeAt]).toEqual([null, '2026-03-11T09:00'])
  })

  it('says what its notice lacks', () => {
    const missing = (given: Partial<Record<keyof typeof row, null | ''>>) =>
      factsOn('2026-03-20', { offSiteDirections: [{ ...row, ...given } as typeof row] }).offSiteDirection[0]
        ?.missing
    expect(missing({})).toEqual([])
    expect(
      missing({ address: null, reportTo: '', schoolDays: null, sessionTimes: null, objectives: '' }),
    ).toEqual([
      'the address',
      'whom to report to',
      'the number of school days',
      'the reasons and objectives',
      'the times of sessions',
    ])
  })

  it('has the reviews of the day and before, and the next one', () => {
    const on = (day: string) => factsOn(day, { offSiteDirections: [row] }).offSiteDirection[0]
    expect(on('2026-03-17')).toMatchObject({
      lastReviewOn: null,
      reviewAskedOn: null,
      nextReviewOn: '2026-04-15',
      endsOn: '2026-05-22',
      hasPlan: false,
      socialWorkerToldAt: '2026-03-10T10:00',
      virtualSchoolToldAt: null,
    })
    expect(on('2026-03-20')).toMatchObject({ lastReviewOn: '2026-03-20', reviewAskedOn: '2026-03-18' })
  })
})

describe('a managed move', () => {
  it('is known from the day it was agreed, also before it begins', () => {
    const managedMoves = [
      {
        id: 'move',
        childId,
        agreedOn: '2026-03-12',
        startsOn: '2026-04-13',
        parentAgrees: 1,
        ...told,
      } as const,
    ]
    expect(factsOn('2026-03-11', { managedMoves }).managedMove).toEqual([])
    expect(factsOn('2026-03-12', { managedMoves }).managedMove).toEqual([
      { id: 'move', agreedOn: '2026-03-12', startsOn: '2026-04-13', parentAgrees: true, ...told },
    ])
  })
})

describe('a part-time timetable', () => {
  it('is known from its first day on, with its end and its review', () => {
    const row = { id: 'hours', childId, startsOn: '2026-03-12', endsOn: '2026-04-24', reviewOn: '2026-03-27' }
    const partTimeTimetables = [{ ...row, parentAgrees: null, ...told }]
    expect(factsOn('2026-03-11', { partTimeTimetables }).partTimeTimetable).toEqual([])
    expect(factsOn('2026-03-12', { partTimeTimetables }).partTimeTimetable).toMatchObject([
      { endsOn: '2026-04-24', reviewOn: '2026-03-27', parentAgrees: null },
    ])
  })
})

describe('a safeguarding separation', () => {
  it('is open until its end, and the authority asked when it was', () => {
    const row = { id: 'apart', childId, startedOn: '2026-03-09', endedOn: '2026-03-20', ...told }
    const safeguardingSeparations = [{ ...row, authorityAskedAt: '2026-03-12T09:00' }]
    const on = (day: string) => factsOn(day, { safeguardingSeparations }).safeguardingSeparation
    expect(on('2026-03-08')).toEqual([])
    expect(on('2026-03-09')).toMatchObject([
      { endedOn: null, authorityAskedAt: null, socialWorkerToldAt: null },
    ])
    expect(on('2026-03-20')).toMatchObject([
      { endedOn: '2026-03-20', authorityAskedAt: '2026-03-12T09:00', socialWorkerToldAt: '2026-03-10T10:00' },
    ])
  })
})

describe('an unlawful exclusion', () => {
  it('is known from its day on, and put right when it was', () => {
    const unlawfulExclusions = [
      { id: 'home', childId, happenedOn: '2026-03-09', halfDays: 1, putRightOn: '2026-03-11' },
    ]
    const on = (day: string) => factsOn(day, { unlawfulExclusions }).unlawfulExclusion
    expect(on('2026-03-08')).toEqual([])
    expect(on('2026-03-10')).toMatchObject([{ halfDays: 1, putRightOn: null }])
    expect(on('2026-03-11')).toMatchObject([{ putRightOn: '2026-03-11' }])
  })
})

describe('a restrictive intervention', () => {
  it('is known from its day on, with who was told of it by the day', () => {
    const row = { id: 'held', childId, happenedAt: '2026-03-09T11:20', writtenAt: '2026-03-09T15:00' }
    const restrictiveInterventions = [
      { ...row, parentToldAt: '2026-03-10T09:00', withheldReason: null, socialWorkerToldAt: null },
      {
        ...row,
        id: 'earlier',
        happenedAt: '2026-03-09T08:00',
        parentToldAt: null,
        withheldReason: 'Harm',
        socialWorkerToldAt: null,
      },
    ]
    const on = (day: string) => factsOn(day, { restrictiveInterventions }).restrictiveIntervention
    expect(on('2026-03-08')).toEqual([])
    expect(on('2026-03-09')).toMatchObject([
      { id: 'earlier', isWithheld: true },
      { id: 'held', isWithheld: false, writtenAt: '2026-03-09T15:00', parentToldAt: null },
    ])
    expect(on('2026-03-10')[1]?.parentToldAt).toBe('2026-03-10T09:00')
  })
})
