import { expect, it } from 'vitest'
import { suspensionsView } from '../../../../server/api/views/suspensions.ts'
import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import { anAssessedChild, aPicture } from '../../../support/build/a-picture.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'

/** What the page says of one child's suspensions that were cancelled at these times. */
const cancelledAt = (times: readonly string[], on = '2026-03-13', given: object = {}) => {
  const rows = times.map((time, place) =>
    aSuspension('2025-07-14', { id: `row-${place}`, cancelledAt: localMinute(time), ...given }),
  )
  const standing = aSuspension('2026-03-04')
  const child = anAssessedChild('Chidi Taylor', [], { suspension: aSuspensionHistory([...rows, standing]) })
  return suspensionsView(aPicture([child], on), [], new Map(), isoDate(on)).cancelled
}

const counted = (autumn: number, spring: number) => [
  { term: 'Autumn 2025', count: autumn },
  { term: 'Spring 2026', count: spring },
]

it('cancelled suspensions are counted in the term of the cancelling, none said as none', () => {
  expect(cancelledAt([])).toEqual(counted(0, 0))
  expect(cancelledAt(['2025-09-02T09:00', '2025-12-19T23:59', '2026-03-13T09:00'])).toEqual(counted(2, 1))
})

it('a cancelling between two terms belongs to the next', () => {
  expect(cancelledAt(['2025-12-19T23:59'])).toEqual(counted(1, 0))
  expect(cancelledAt(['2025-12-20T00:00'])).toEqual(counted(0, 1))
})

it('a cancelling of last school year is not of this one, and one after the last term is of that', () => {
  expect(cancelledAt(['2025-08-31T23:59'])).toEqual(counted(0, 0))
  expect(cancelledAt(['2025-09-01T00:00'])).toEqual(counted(1, 0))
  const summer = { term: 'Summer 2026', count: 1 }
  expect(cancelledAt(['2026-07-22T09:00'], '2026-07-23')).toEqual([...counted(0, 0), summer])
})

it('what was cancelled before it began is listed, and is neither the child’s first nor a repeat', () => {
  const undone = { halfDays: 0, cancelledAt: localMinute('2026-02-02T15:00') }
  const rows = ['2026-01-12', '2026-02-03', '2026-03-04'].map((day) =>
    aSuspension(day, day === '2026-02-03' ? undone : {}),
  )
  const child = anAssessedChild('Chidi Taylor', [], { suspension: aSuspensionHistory(rows) })
  const page = suspensionsView(aPicture([child], '2026-03-13'), [], new Map(), isoDate('2026-03-13'))
  expect(page.rows.map(({ startedOn, nth }) => [startedOn, nth])).toEqual([
    ['2026-03-04', 2],
    ['2026-02-03', 0],
    ['2026-01-12', 1],
  ])
})

it('what another school cancelled is not counted here, nor a term that has not begun', () => {
  expect(cancelledAt(['2026-03-12T09:00'], '2026-03-13', { atOtherSchool: true })).toEqual(counted(0, 0))
  expect(cancelledAt([], '2026-01-04').map(({ term }) => term)).toEqual(['Autumn 2025'])
  expect(cancelledAt([], '2026-01-05').map(({ term }) => term)).toEqual(['Autumn 2025', 'Spring 2026'])
})
