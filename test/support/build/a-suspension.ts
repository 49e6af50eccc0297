import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { SuspensionFact, SuspensionFacts } from '../../../server/facts/child-facts.ts'
import { groups } from './a-care.ts'

const untold = { parent: null, la: null, home: null, socialWorker: null, vsh: null, board: null }

/** One school day's suspension in spring 2026 of a looked-after child, with nobody told; give what differs. */
export function aSuspension(startedOn: string, given: Partial<SuspensionFact> = {}): SuspensionFact {
  const halfDays = given.halfDays === undefined ? 2 : given.halfDays
  return {
    id: `suspension-${startedOn}`,
    kind: 'suspension',
    startedOn: isoDate(startedOn),
    startSession: 'AM',
    halfDays,
    lastDay: isoDate(startedOn),
    reasons: ['DB'],
    decidedAt: null,
    atOtherSchool: false,
    byTerm: { 'Spring 2026': halfDays ?? 0 },
    termTotalAfter: { 'Spring 2026': halfDays ?? 0 },
    groupsThen: groups('cla', 'ever6'),
    contacted: { vsh: null, socialWorker: null },
    recordedAfterwards: { vsh: null, socialWorker: null },
    readBy: null,
    told: untold,
    decidedHere: false,
    considered: false,
    withoutContact: null,
    firstDecidedAt: null,
    missesExam: null,
    examOn: null,
    representations: null,
    representationsOn: null,
    cancelledAt: null,
    toldOfCancelling: untold,
    educationNoticeAt: null,
    provisions: [],
    boardMeetings: [],
    reviewPanel: null,
    reintegration: null,
    ...given,
  }
}

/** All suspensions of a child: none, unless given. Totals are those of the rows, all in spring 2026. */
export function aSuspensionHistory(
  rows: readonly SuspensionFact[] = [],
  given: Partial<SuspensionFacts> = {},
): SuspensionFacts {
  const total = rows.reduce((sum, row) => sum + (row.halfDays ?? 0), 0)
  return {
    rows,
    byTerm: total > 0 ? { 'Spring 2026': total } : {},
    byYear: total > 0 ? { '2025/26': total } : {},
    currentTerm: 'Spring 2026',
    inCurrentTerm: total,
    inCurrentYear: total,
    atOtherSchool: 0,
    runs: [],
    runsPastCalendar: [],
    ...given,
  }
}
