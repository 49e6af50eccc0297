import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { actsAbout, buildContactFacts } from '../../../server/facts/contact-facts.ts'
import { aContactRow } from '../../support/build/child-rows.ts'

const on = isoDate('2026-03-13')
const asking = { purpose: 'before-suspension', suspensionId: 's1' } as const
const notice = { purpose: 'suspension-notice', suspensionId: 's1' } as const
const actsOf = (...rows: readonly ReturnType<typeof aContactRow>[]) =>
  actsAbout(
    { id: 's1', considerationId: null, decidedAt: null, cancelledAt: null },
    buildContactFacts(rows, on),
  )

describe('contacts as at a day', () => {
  it('are those of the day and before, oldest first', () => {
    const rows = ['2026-03-14T00:00', '2026-03-13T23:59', '2026-03-12T09:00'].map((at) =>
      aContactRow('social-worker', at),
    )
    expect(buildContactFacts(rows, on).map(({ contactedAt }) => contactedAt)).toEqual([
      '2026-03-12T09:00',
      '2026-03-13T23:59',
    ])
  })
})

describe('who was asked before a suspension', () => {
  it('is known by the first time each was asked', () => {
    expect(
      actsOf(
        aContactRow('virtual-school', '2026-03-10T11:00', asking),
        aContactRow('virtual-school', '2026-03-09T15:00', asking),
        aContactRow('social-worker', '2026-03-11T09:30', asking),
      ).contacted,
    ).toEqual({ vsh: '2026-03-09T15:00', socialWorker: '2026-03-11T09:30' })
  })

  it('is nobody when the call was about another suspension or about something else', () => {
    expect(
      actsOf(
        aContactRow('virtual-school', '2026-03-09T15:00', { ...asking, suspensionId: 's2' }),
        aContactRow('social-worker', '2026-03-09T15:00', { ...asking, purpose: 'absence' }),
      ).contacted,
    ).toEqual({ vsh: null, socialWorker: null })
  })

  it('is not somebody who did not answer; a message left counts', () => {
    expect(
      actsOf(
        aContactRow('virtual-school', '2026-03-09T15:00', { ...asking, outcome: 'no-answer' }),
        aContactRow('social-worker', '2026-03-09T15:05', { ...asking, outcome: 'message-left' }),
      ).contacted,
    ).toEqual({ vsh: null, socialWorker: '2026-03-09T15:05' })
  })
})

describe('who was asked before a suspension that was considered here', () => {
  const actsOn = (...rows: readonly ReturnType<typeof aContactRow>[]) =>
    actsAbout(
      { id: 's1', considerationId: 'c1', decidedAt: null, cancelledAt: null },
      buildContactFacts(rows, on),
    )
  const kept = { ...asking, considerationId: 'c1' }

  it('is who was recorded as asked with it; what was recorded apart stands beside it with its day', () => {
    const { contacted, recordedAfterwards } = actsOn(
      aContactRow('virtual-school', '2026-03-09T00:01', { ...asking, recordedOn: isoDate('2026-03-11') }),
      aContactRow('virtual-school', '2026-03-09T00:02', asking),
      aContactRow('social-worker', '2026-03-09T09:00', { ...asking, considerationId: 'another' }),
      aContactRow('social-worker', '2026-03-09T10:00', kept),
    )
    expect(contacted).toEqual({ vsh: null, socialWorker: '2026-03-09T10:00' })
    expect(recordedAfterwards).toEqual({
      vsh: { contactedAt: '2026-03-09T00:01', recordedOn: '2026-03-11' },
      socialWorker: { contactedAt: '2026-03-09T09:00', recordedOn: null },
    })
  })

  it('is the Virtual School by its own answer only where nobody of the school had asked it before', () => {
    const answer = aContactRow('virtual-school', '2026-03-09T10:00', { ...kept, how: 'other', madeBy: null })
    const call = aContactRow('virtual-school', '2026-03-09T09:00', { ...kept, madeBy: 'Sam Teacher' })
    const form = aContactRow('virtual-school', '2026-03-09T09:00', { ...asking, how: 'other', madeBy: null })
    expect(actsOn(answer).isAnswered).toBe(true)
    expect(actsOn(call, answer).isAnswered).toBe(false)
    expect(actsOn(form).isAnswered).toBe(false)
  })
})

describe('who was told of a suspension', () => {
  it('is known by party, the first time each', () => {
    expect(
      actsOf(
        aContactRow('parent', '2026-03-10T14:00', notice),
        aContactRow('parent', '2026-03-11T14:00', notice),
        aContactRow('local-authority', '2026-03-10T14:10', notice),
        aContactRow('social-worker', '2026-03-10T14:20', notice),
        aContactRow('virtual-school', '2026-03-10T14:30', notice),
        aContactRow('governing-board', '2026-03-10T14:40', notice),
      ).told,
    ).toEqual({
      parent: '2026-03-10T14:00',
      la: '2026-03-10T14:10',
      home: null,
      socialWorker: '2026-03-10T14:20',
      vsh: '2026-03-10T14:30',
      board: '2026-03-10T14:40',
    })
  })

  it('is the parent when the carer was told, for a carer is a parent in education law', () => {
    expect(actsOf(aContactRow('carer', '2026-03-10T14:00', notice)).told.parent).toBe('2026-03-10T14:00')
  })

  it('is nobody by having been asked before', () => {
    expect(actsOf(aContactRow('virtual-school', '2026-03-09T15:00', asking)).told.vsh).toBeNull()
  })
})

describe('who was told of a cancelling', () => {
  const cancelling = { purpose: 'cancellation-notice', suspensionId: 's1' } as const

  it('is known apart from who was told of the suspension', () => {
    const acts = actsOf(
      aContactRow('carer', '2026-03-10T09:00', notice),
      aContactRow('local-authority', '2026-03-11T10:00', cancelling),
      aContactRow('carer', '2026-03-11T11:00', cancelling),
      aContactRow('parent', '2026-03-11T12:00', cancelling),
      aContactRow('governing-board', '2026-03-11T12:00', { ...cancelling, outcome: 'no-answer' }),
    )
    expect(acts.toldOfCancelling).toEqual({
      parent: '2026-03-11T11:00',
      la: '2026-03-11T10:00',
      home: null,
      socialWorker: null,
      vsh: null,
      board: null,
    })
    expect(acts.told).toMatchObject({ parent: '2026-03-10T09:00', la: null })
  })
})

describe('a notice from before what it is about', () => {
  const decidedAt = '2026-03-10T14:00'
  const cancelledAt = '2026-03-11T10:00'
  const acts = (purpose: 'suspension-notice' | 'cancellation-notice' | 'education-notice', ...at: string[]) =>
    actsAbout(
      { id: 's1', considerationId: null, decidedAt, cancelledAt },
      buildContactFacts(
        at.map((time) => aContactRow('parent', time, { purpose, suspensionId: 's1' })),
        on,
      ),
    )

  it('gives way to the first one from that very minute on', () => {
    const told = (...at: string[]) => acts('suspension-notice', ...at).told.parent
    expect(told('2026-03-10T13:59', '2026-03-10T14:00', '2026-03-10T14:01')).toBe('2026-03-10T14:00')
    expect(told('2026-03-10T13:59', '2026-03-10T14:01', '2026-03-12T09:00')).toBe('2026-03-10T14:01')
    const education = acts('education-notice', '2026-03-10T13:59', '2026-03-10T14:01').educationNoticeAt
    expect(education).toBe('2026-03-10T14:01')
    const cancelling = acts('cancellation-notice', '2026-03-11T09:59', '2026-03-11T10:01').toldOfCancelling
    expect(cancelling.parent).toBe('2026-03-11T10:01')
  })

  it('stands, the last of them, where there is none after', () => {
    expect(acts('suspension-notice', '2026-03-09T09:00', '2026-03-10T13:59').told.parent).toBe(
      '2026-03-10T13:59',
    )
  })
})

describe('the notice about education', () => {
  const education = { purpose: 'education-notice', suspensionId: 's1' } as const
  const at = (role: Parameters<typeof aContactRow>[0], given: Parameters<typeof aContactRow>[2] = {}) =>
    actsOf(aContactRow(role, '2026-03-10T15:00', { ...education, ...given })).educationNoticeAt

  it('reaches a parent or a carer, and nobody else', () => {
    expect([at('parent'), at('carer')]).toEqual(['2026-03-10T15:00', '2026-03-10T15:00'])
    expect([at('social-worker'), at('local-authority'), at('other')]).toEqual([null, null, null])
    expect(at('parent', { outcome: 'no-answer' })).toBeNull()
    expect(at('parent', { suspensionId: 's2' })).toBeNull()
  })
})
