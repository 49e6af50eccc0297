import { describe, expect, it } from 'vitest'
import { reconcileAlerts, type StoredAlert } from '../../../server/alerts/reconcile-alerts.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { RuleFinding } from '../../../server/engine/run-rules.ts'

const on = isoDate('2026-03-13')
const horizon = isoDate('2026-03-27')

const aFinding = (over: Partial<RuleFinding> = {}): RuleFinding => ({
  ruleId: 'termly-pep-missing',
  about: '2025/26 spring',
  status: 'due',
  message: 'No meeting yet.',
  dueOn: isoDate('2026-03-27'),
  ...over,
})

const anAlert = (over: Partial<StoredAlert> = {}): StoredAlert => ({
  id: 'a1',
  ruleId: 'termly-pep-missing',
  about: '2025/26 spring',
  status: 'due',
  state: 'open',
  dueOn: '2026-03-27',
  askAgainOn: null,
  ...over,
})

const changes = (stored: StoredAlert[], findings: RuleFinding[]) =>
  reconcileAlerts(stored, findings, { on, horizon })

describe('alerts follow the findings of the day', () => {
  it('raises a broken duty and a watch at once', () => {
    expect(
      changes([], [aFinding({ status: 'breach' }), aFinding({ status: 'watch', about: 'other' })]).map(
        ({ step }) => step,
      ),
    ).toEqual(['raised', 'raised'])
  })

  it('raises a due duty on the tenth school day before it, and not a day earlier', () => {
    expect(changes([], [aFinding()])).toHaveLength(1)
    expect(changes([], [aFinding({ dueOn: isoDate('2026-03-28') })])).toEqual([])
  })

  it('raises nothing for what is met, not a duty, not known or not worked out', () => {
    for (const status of ['met', 'not-applicable', 'no-data', 'error'] as const)
      expect(changes([], [aFinding({ status })])).toEqual([])
  })

  it('leaves an open alert alone while its finding stays the same', () => {
    expect(changes([anAlert()], [aFinding()])).toEqual([])
  })

  it('closes an alert when the facts meet the duty', () => {
    expect(changes([anAlert()], [aFinding({ status: 'met' })])).toEqual([{ step: 'closed', id: 'a1' }])
  })

  it('closes an answered alert too when its finding is gone', () => {
    expect(changes([anAlert({ state: 'answered' })], [])).toEqual([{ step: 'closed', id: 'a1' }])
  })

  it('keeps an alert whose rule could not be worked out or was told nothing any more', () => {
    for (const status of ['no-data', 'error'] as const)
      expect(changes([anAlert()], [aFinding({ status, about: '' })])).toEqual([])
  })

  it('keeps only the alert that is not known any more, and closes another of the same rule', () => {
    const known = anAlert()
    const unknown = anAlert({ id: 'a2', about: 'suspension:2' })
    expect(changes([known, unknown], [aFinding({ status: 'no-data', about: 'suspension:2' })])).toEqual([
      { step: 'closed', id: 'a1' },
    ])
  })

  it('says that an open alert got worse when due turns into broken', () => {
    expect(changes([anAlert()], [aFinding({ status: 'breach' })])).toEqual([
      { step: 'worsened', id: 'a1', status: 'breach', dueOn: '2026-03-27' },
    ])
  })

  it('leaves an answered alert answered while the finding stays as it was', () => {
    expect(
      changes([anAlert({ state: 'answered', status: 'breach' })], [aFinding({ status: 'breach' })]),
    ).toEqual([])
  })

  it('reopens an answered alert when its finding gets worse', () => {
    expect(changes([anAlert({ state: 'answered' })], [aFinding({ status: 'breach' })])).toEqual([
      { step: 'reopened', id: 'a1', status: 'breach', dueOn: '2026-03-27' },
    ])
  })

  it('reopens a closed alert when the duty is broken again', () => {
    expect(changes([anAlert({ state: 'closed' })], [aFinding({ status: 'breach' })])[0]).toMatchObject({
      step: 'reopened',
    })
  })

  it('asks again on the day a postponed alert was put off to, not the day before', () => {
    const postponed = (askAgainOn: string) =>
      changes([anAlert({ state: 'postponed', askAgainOn })], [aFinding()])
    expect(postponed('2026-03-14')).toEqual([])
    expect(postponed('2026-03-13')).toMatchObject([{ step: 'reopened' }])
  })

  it('keeps a due alert open when its day moves beyond ten school days', () => {
    expect(changes([anAlert()], [aFinding({ dueOn: isoDate('2026-07-17') })])).toEqual([
      { step: 'kept', id: 'a1', status: 'due', dueOn: '2026-07-17' },
    ])
  })
})
