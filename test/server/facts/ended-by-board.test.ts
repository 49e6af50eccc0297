import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { prepareChildFacts } from '../../../server/facts/build-child-facts.ts'
import type { BoardMeetingRow, ChildRows, SuspensionRow } from '../../../server/facts/child-rows.ts'
import { endedByBoard } from '../../../server/facts/ended-by-board.ts'
import { suspendedSessions } from '../../../server/facts/suspended-sessions.ts'
import { buildSuspensionFacts, layOutSuspensions } from '../../../server/facts/suspension-facts.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { aBoardMeetingRow, aSuspensionRow, childRows } from '../../support/build/child-rows.ts'

const calendar = aCalendar()

/** From Monday 2 March; the board met about it on Tuesday 17 March. */
const excluded = aSuspensionRow('2026-03-02', null)
const met = (given: Partial<BoardMeetingRow>, of: SuspensionRow = excluded) =>
  aBoardMeetingRow('2026-03-17', { suspensionId: of.id, ...given })

const ended = (day: string, suspensions: readonly SuspensionRow[], meetings: readonly BoardMeetingRow[]) =>
  endedByBoard(suspensions, meetings, { on: isoDate(day), calendar })

const factsOn = (
  day: string,
  suspensions: readonly SuspensionRow[],
  meetings: readonly BoardMeetingRow[],
) => {
  const on = isoDate(day)
  return buildSuspensionFacts(
    childRows({ suspensions: ended(day, suspensions, meetings) }),
    [],
    [],
    layOutSuspensions(calendar, on, academicYearOf(on)),
  )
}

/** The board brought the child back at once. */
const back = (of: SuspensionRow = excluded) => met({ outcome: 'reinstated' }, of)

const childFactsOn = (day: string, rows: ChildRows) => {
  const on = isoDate(day)
  const told = { care: false, pep: false, suspension: true, attendance: true }
  const year = academicYearOf(on)
  return prepareChildFacts({ on, year, calendar, authorities: new Map(), ownAuthority: 'X01', told })(rows)
}

describe('a permanent exclusion that the governing board ended', () => {
  it('ends on the day of the meeting where the child comes back at once', () => {
    const { rows } = factsOn('2026-03-20', [excluded], [back()])
    expect(rows).toMatchObject([
      { kind: 'permanent', halfDays: 24, lastDay: '2026-03-17', cancelledAt: null },
    ])
  })

  it('ends on the last school day before a later day on which the child is back', () => {
    const later = met({ outcome: 'reinstated-later', reinstatedOn: '2026-03-23' })
    expect(factsOn('2026-03-18', [excluded], [later]).rows).toMatchObject([{ lastDay: '2026-03-20' }])
  })

  it('goes on before the meeting, while one is planned, and where the board did not bring the child back', () => {
    const goesOn = [{ halfDays: null, lastDay: null }]
    expect(factsOn('2026-03-16', [excluded], [back()]).rows).toMatchObject(goesOn)
    expect(factsOn('2026-03-20', [excluded], [met({ held: 0, outcome: null })]).rows).toMatchObject(goesOn)
    expect(factsOn('2026-03-20', [excluded], [met({ outcome: 'declined' })]).rows).toMatchObject(goesOn)
  })

  it('takes no later suspension into its days in a row', () => {
    const later = aSuspensionRow('2026-03-25', 4)
    const one = [{ firstDay: '2026-03-02', sixthDay: '2026-03-09', responsible: 'la' }]
    expect(factsOn('2026-03-27', [excluded, later], [back()]).runs).toEqual(one)
    const long = aSuspensionRow('2026-03-19', 12)
    const two = [...one, { firstDay: '2026-03-19', sixthDay: '2026-03-26', responsible: 'school' }]
    expect(factsOn('2026-03-27', [excluded, long], [back()]).runs).toEqual(two)
  })

  it('covers no session of the register after it', () => {
    const [row] = ended('2026-03-27', [excluded], [back()])
    expect(suspendedSessions(row!, calendar, isoDate('2026-03-27'))).toHaveLength(24)
  })
})

it('a suspension that the governing board ended covers no session after it, and adds to the totals as decided', () => {
  const long = aSuspensionRow('2026-03-02', 32)
  const facts = childFactsOn('2026-03-27', childRows({ suspensions: [long], boardMeetings: [back(long)] }))
  expect(facts.attendance?.suspendedSessions.at(-1)).toMatchObject({ on: '2026-03-17', session: 'PM' })
  expect(facts.suspension).toMatchObject({ inCurrentTerm: 32, rows: [{ halfDays: 32 }] })
  const exclusion = childFactsOn(
    '2026-03-27',
    childRows({ suspensions: [excluded], boardMeetings: [back()] }),
  )
  expect(exclusion.suspension?.rows).toMatchObject([{ halfDays: 24, lastDay: '2026-03-17' }])
})

it('a meeting after its last day, or about another one, changes nothing of a suspension', () => {
  const short = aSuspensionRow('2026-03-02', 4)
  expect(ended('2026-03-20', [short], [back(short)])).toEqual([short])
  expect(ended('2026-03-20', [short], [back()])).toEqual([short])
})
