import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { ReintegrationFact, ReviewPanelFact, SuspensionFact } from './child-facts.ts'
import type { ReintegrationRow, ReviewPanelRow, SuspensionFollowedRows, SuspensionRow } from './child-rows.ts'
import { isDecidedHere } from '../law/decided-here.ts'
import { dayBy, dayOrNull, flagOrNull, listOf, minuteBy, oldestFirst } from './read-row.ts'

export type Followed = Pick<
  SuspensionFact,
  | 'decidedHere'
  | 'considered'
  | 'withoutContact'
  | 'readBy'
  | 'missesExam'
  | 'examOn'
  | 'representations'
  | 'representationsOn'
  | 'provisions'
  | 'boardMeetings'
  | 'reviewPanel'
  | 'reintegration'
>

const none: readonly never[] = []

/** Rows that belong to a suspension, oldest first. */
function rowsAbout<R extends { readonly id: string; readonly suspensionId: string }>(
  suspensionId: string,
  rows: readonly R[],
  whenOf: (row: R) => string,
): readonly R[] {
  if (rows.length === 0) return none
  return rows.filter((row) => row.suspensionId === suspensionId).toSorted(oldestFirst(whenOf))
}

function panelFact(row: ReviewPanelRow | undefined, on: IsoDate): ReviewPanelFact | null {
  if (row === undefined) return null
  const ahead = [row.meetsOn, row.panelDecisionToldOn].some((day) => day !== null && day > on)
  return {
    boardDecisionToldOn: isoDate(row.boardDecisionToldOn),
    appliedOn: dayBy(row.appliedOn, on),
    willNotApply: flagOrNull(row.willNotApply),
    meetsOn: dayOrNull(row.meetsOn),
    outcome: ahead ? null : row.outcome,
    panelDecisionToldOn: dayBy(row.panelDecisionToldOn, on),
    boardReconsideredOn: dayBy(row.boardReconsideredOn, on),
  }
}

function reintegrationFact(row: ReintegrationRow | undefined, on: IsoDate): ReintegrationFact | null {
  if (row === undefined) return null
  const meetsOn = dayOrNull(row.meetsOn)
  return {
    offeredOn: isoDate(row.offeredOn),
    meetsOn,
    held: meetsOn !== null && meetsOn > on ? null : flagOrNull(row.held),
  }
}

/** The first time of day in words such as `9.00 to 3.15 p.m.`, as `09:00`; null where they hold none. */
function firstTimeIn(words: string | null): string | null {
  const found = /(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)/.exec(words ?? '')
  return found === null ? null : `${found[1]?.padStart(2, '0')}:${found[2]}`
}

/**
 * What was considered before a suspension and what followed it, as at a day. Education and meetings arranged for
 * a day ahead are known as arranged: no meeting ahead was held, none has an outcome.
 */
export function followedAbout(row: SuspensionRow, rows: SuspensionFollowedRows, on: IsoDate): Followed {
  const consideration =
    row.considerationId === null
      ? undefined
      : rows.considerations.find(({ id }) => id === row.considerationId)
  const untoldYet = row.representationsOn !== null && row.representationsOn > on
  const panels = rowsAbout(row.id, rows.reviewPanels, (each) => each.boardDecisionToldOn)
  const reintegrations = rowsAbout(row.id, rows.reintegrations, (each) => each.offeredOn)
  return {
    decidedHere: isDecidedHere(row),
    considered: row.considerationId !== null,
    readBy: consideration?.readBy ?? null,
    withoutContact: consideration?.withoutContact ?? null,
    missesExam: flagOrNull(row.missesExam),
    examOn: dayOrNull(row.examOn),
    representations: untoldYet ? null : flagOrNull(row.representations),
    representationsOn: dayBy(row.representationsOn, on),
    provisions: rowsAbout(row.id, rows.provisions, (each) => each.fromOn).map((each) => ({
      id: each.id,
      what: each.what,
      fromOn: isoDate(each.fromOn),
      fullTime: flagOrNull(each.fullTime),
      markedOn: dayBy(each.markedOn, on),
      beginsAt: firstTimeIn(each.sessionTimes),
      noticeAt: minuteBy(each.noticeAt, on),
      soonerAgreed: flagOrNull(each.soonerAgreed),
      hasReason: each.reason !== null,
    })),
    boardMeetings: rowsAbout(row.id, rows.boardMeetings, (each) => each.meetsOn).map((each) => {
      const ahead = each.meetsOn > on
      return {
        id: each.id,
        meetsOn: isoDate(each.meetsOn),
        held: !ahead && each.held === 1,
        invited: listOf(each.invited),
        outcome: ahead ? null : each.outcome,
        decisionToldOn: ahead ? null : dayBy(each.decisionToldOn, on),
      }
    }),
    reviewPanel: panelFact(
      panels.findLast(({ boardDecisionToldOn: told }) => told <= on),
      on,
    ),
    reintegration: reintegrationFact(
      reintegrations.findLast(({ offeredOn }) => offeredOn <= on),
      on,
    ),
  }
}
