import { expect, it } from 'vitest'
import { dayOfRecord } from '../../../../server/records/check-record.ts'
import consideration from '../../../../server/records/kinds/consideration.ts'
import { refusedFields } from '../../../support/kinds.ts'

const row = {
  openedAt: '2026-07-10T23:30:00.000Z',
  openedBy: 'Sam Teacher',
  state: 'open',
  happenedAt: null,
  whatHappened: null,
  whatBefore: null,
  reasons: [],
  kind: null,
  startedOn: null,
  startSession: null,
  halfDays: null,
  missesExam: null,
  examOn: null,
  ringBack: null,
  decidedAt: null,
  decidedBy: null,
  instead: null,
  withoutContact: null,
  readAt: null,
  readBy: null,
}

it('what is considered is complete as it is opened', () => {
  expect(refusedFields(consideration, row)).toEqual([])
})

it('it is kept on its own page', () => {
  expect(consideration.process).toBe('/before-suspending')
})

it('it is listed under the day in England on which it was opened', () => {
  expect(dayOfRecord(consideration, row)).toBe('2026-07-11')
})

it('its line says what came of it, and a child who stayed is said as such', () => {
  const lines = ['open', 'not-suspended', 'suspended', 'withdrawn'].map((state) =>
    consideration.summary({ ...row, state }),
  )
  expect(lines).toEqual([
    'Suspending is being considered',
    'Suspending was considered: the child stayed in school',
    'Suspending was considered, and decided',
    'Suspending was considered: opened by mistake',
  ])
})
