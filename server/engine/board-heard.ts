import type { IsoDate } from '../calendar/iso-date.ts'
import type { SuspensionFact } from '../facts/child-facts.ts'
import { heldMeeting } from './board-meeting.ts'
import { met, type Finding } from './finding.ts'
import { aboutSuspension, decisionDay, suspensionName } from './suspension-duty.ts'
import { dayWords } from './words.ts'

/** The meeting at which a board that nobody is recorded to have told heard of it at the latest. */
const heardAt = (each: SuspensionFact) => {
  const held = each.told.board === null ? heldMeeting(each) : undefined
  return held !== undefined && held.meetsOn >= decisionDay(each) ? held : undefined
}

/** A board that met about it within its term has heard of it within the term; undefined where it did not. */
export function heardWithin(
  each: SuspensionFact,
  { name, lastDay }: { readonly name: string; readonly lastDay: IsoDate },
  on: IsoDate,
): Finding | undefined {
  const held = heardAt(each)
  return held === undefined || held.meetsOn > lastDay
    ? undefined
    : met(
        aboutSuspension(each),
        `The governing board met about the ${suspensionName(each, on)} on ${dayWords(held.meetsOn, on)}, and so had heard of it within ${name}.`,
      )
}

/** What is said where the day of the notice is not on record, and the board met about it all the same. */
export function heardByMeeting(each: SuspensionFact, finding: Finding, on: IsoDate): Finding {
  const held = heardAt(each)
  if (held === undefined || (finding.status !== 'breach' && finding.status !== 'no-data')) return finding
  const message = `${finding.message} It met about it on ${dayWords(held.meetsOn, on)}, and had heard of it by then.`
  const headline = `When the governing board was told is not on record: the ${suspensionName(each, on)}`
  return { ...finding, message, ...(finding.status === 'breach' ? { headline } : {}) }
}
