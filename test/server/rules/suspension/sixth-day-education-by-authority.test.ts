import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ExclusionRunFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/sixth-day-education-by-authority.ts'
import { anAttendance, aSuspendedSession } from '../../../support/build/an-attendance.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { findingsOf, judge } from '../judge.ts'
import { describe, expect, it } from 'vitest'

const run: ExclusionRunFact = {
  firstDay: isoDate('2026-02-03'),
  sixthDay: isoDate('2026-02-10'),
  responsible: 'la',
}

/** Five days from 3 February, then permanently excluded from Tuesday the 10th. */
const excluded = (code: string | null, responsible: ExclusionRunFact['responsible'] = 'la') =>
  aChild({
    attendance: anAttendance({
      suspendedSessions: [
        aSuspendedSession('2026-02-10', 'AM', code),
        aSuspendedSession('2026-02-10', 'PM', code),
      ],
    }),
    suspension: aSuspensionHistory(
      [
        aSuspension('2026-02-03', { halfDays: 10, lastDay: isoDate('2026-02-09') }),
        aSuspension('2026-02-10', {
          kind: 'permanent',
          halfDays: null,
          lastDay: null,
          byTerm: {},
          termTotalAfter: {},
          decidedAt: localMinute('2026-02-09T15:20'),
        }),
      ],
      { runs: [{ ...run, responsible }] },
    ),
  })

const about = 'suspension:suspension-2026-02-10'

judge(rule, [
  {
    name: 'is due the day before the sixth day',
    child: excluded(null),
    on: '2026-02-09',
    verdict: { status: 'due', about, dueOn: '2026-02-10' },
  },
  {
    name: 'is due on the sixth day',
    child: excluded(null),
    on: '2026-02-10',
    verdict: 'due',
  },
  {
    name: 'has no record the day after',
    child: excluded('E'),
    on: '2026-02-11',
    verdict: { status: 'breach', about, since: '2026-02-11' },
  },
  {
    name: 'is kept by the mark of provision that the authority arranged',
    child: excluded('K'),
    on: '2026-02-11',
    verdict: { status: 'met', about },
  },
  {
    name: 'is not the authority’s when the sixth day lies in a suspension',
    child: excluded(null, 'school'),
    on: '2026-02-09',
    verdict: {
      status: 'not-applicable',
      message: 'No permanent exclusion has reached a sixth school day in a row this academic year.',
    },
  },
  {
    name: 'is not known when the sixth day lies past the known calendar',
    child: aChild({
      suspension: aSuspensionHistory(
        [aSuspension('2026-02-10', { kind: 'permanent', halfDays: null, lastDay: null })],
        { runsPastCalendar: [isoDate('2026-02-10')] },
      ),
    }),
    on: '2026-02-11',
    verdict: { status: 'no-data', about },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...excluded(null), care: careOf() },
    on: '2026-02-09',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])

describe('a sixth day that counts the suspension before the exclusion', () => {
  it('says that the count is cautious', () => {
    const [finding] = findingsOf(rule, { child: excluded(null), on: '2026-02-09' })
    expect(finding?.evidence?.at(-1)).toEqual({
      label: 'Cautious count',
      value: 'days suspended just before the exclusion are counted',
    })
  })
})
