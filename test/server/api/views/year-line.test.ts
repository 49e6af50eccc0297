import { expect, it } from 'vitest'
import { yearLine } from '../../../../server/api/views/year-line.ts'
import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import { anAssessedChild, aPicture } from '../../../support/build/a-picture.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'

/** The suspensions of the year of a child who had these. */
const drawn = (...rows: SuspensionFact[]) => {
  const child = anAssessedChild('Chidi Taylor', [], { suspension: aSuspensionHistory(rows) })
  return yearLine(child, aPicture([child], '2026-03-13')).suspensions
}

it('the year of a child has the days of a permanent exclusion that was ended, and none of one that stands', () => {
  const exclusion = (halfDays: number | null) => aSuspension('2026-02-02', { kind: 'permanent', halfDays })
  expect(drawn(exclusion(null))).toMatchObject([{ halfDays: null, sessions: [] }])
  const [ended] = drawn(exclusion(5))
  expect(ended?.sessions?.at(-1)).toEqual({ on: '2026-02-04', session: 'AM' })
})

it('the year of a child leaves out what was cancelled before it began', () => {
  const undone = { halfDays: 0, cancelledAt: localMinute('2026-01-30T15:00') }
  expect(
    drawn(aSuspension('2026-02-02', undone), aSuspension('2026-03-04')).map((row) => row.startedOn),
  ).toEqual(['2026-03-04'])
})
