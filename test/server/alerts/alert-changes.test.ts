import { describe, expect, it } from 'vitest'
import type { AlertTable } from '../../../db/tables/alert.ts'
import { alertRows } from '../../../server/alerts/alert-changes.ts'
import type { AlertChange } from '../../../server/alerts/reconcile-alerts.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'

const place = { schoolId: 'school-1', childId: 'child-1', at: '2026-03-13T09:30:00.000Z' }
const dueOn = isoDate('2026-03-20')

const answered: AlertTable = {
  id: 'alert-1',
  schoolId: 'school-1',
  childId: 'child-1',
  ruleId: 'termly-pep-missing',
  about: '2025/26 spring',
  status: 'due',
  state: 'answered',
  dueOn: '2026-03-27',
  raisedAt: '2026-03-01T00:00:00.000Z',
  seenAt: '2026-03-02T00:00:00.000Z',
  answer: 'not-done',
  note: 'The social worker is away until Monday.',
  askAgainOn: null,
  closedAt: null,
  version: 3,
}

const after = (change: AlertChange) => alertRows([answered], [change], place)

describe('what changes of alerts come to', () => {
  it('a new alert is open, unseen and at its first version', () => {
    const { rows, events } = alertRows(
      [],
      [{ step: 'raised', ruleId: 'r', about: '', status: 'breach', dueOn: null }],
      place,
    )
    expect(rows[0]).toMatchObject({
      childId: 'child-1',
      state: 'open',
      seenAt: null,
      raisedAt: place.at,
      version: 1,
    })
    expect(events).toMatchObject([
      { alertId: rows[0]?.id, step: 'raised', changedBy: 'evaluation', at: place.at },
    ])
  })

  it('a reopened one has lost its answer, which its events keep', () => {
    const { rows, events } = after({ step: 'reopened', id: 'alert-1', status: 'breach', dueOn })
    expect(rows).toMatchObject([
      { state: 'open', answer: null, note: null, seenAt: null, status: 'breach', dueOn },
    ])
    expect(rows[0]?.version).toBe(4)
    expect(events).toMatchObject([{ step: 'reopened' }])
  })

  it('a worsened one is to be seen anew and stays as it stands otherwise', () => {
    const { rows } = after({ step: 'worsened', id: 'alert-1', status: 'breach', dueOn })
    expect(rows).toMatchObject([{ state: 'answered', status: 'breach', seenAt: null, answer: 'not-done' }])
  })

  it('a day that moved is kept without a step in its life', () => {
    const { rows, events } = after({ step: 'kept', id: 'alert-1', status: 'due', dueOn })
    expect(rows).toMatchObject([{ dueOn, seenAt: answered.seenAt, version: 4 }])
    expect(events).toEqual([])
  })

  it('a closed one keeps what was answered', () => {
    const { rows, events } = after({ step: 'closed', id: 'alert-1' })
    expect(rows).toMatchObject([{ state: 'closed', closedAt: place.at, answer: 'not-done' }])
    expect(events).toMatchObject([{ step: 'closed' }])
  })
})
