import { CLASS_NUMBER } from '../law/register-codes.ts'
import type { MarkFact, SchoolWeekFact } from './child-facts.ts'
import type { RegisterLayout } from './register-layout.ts'

const { none, AUTH, UNAUTH } = CLASS_NUMBER
const CLASSES = Object.keys(CLASS_NUMBER).length
const MOST_WEEKS = 54
const [E, N, O] = [69, 78, 79]

/** Sessions of one register counted; the same object counts one child after another. */
export interface RegisterTally {
  /** By `CLASS_NUMBER`: how many sessions. */
  readonly byClass: Int32Array
  /** By week: how many sessions. */
  readonly possible: Uint8Array
  readonly authorised: Uint8Array
  readonly unauthorised: Uint8Array
  /** Marks N and O. */
  unexplained: MarkFact[]
  /** Marks E. */
  excluded: MarkFact[]
  /** The number of the last session with a mark, -1 when there is none. */
  last: number
}

export function newTally(): RegisterTally {
  return {
    byClass: new Int32Array(CLASSES),
    possible: new Uint8Array(MOST_WEEKS),
    authorised: new Uint8Array(MOST_WEEKS),
    unauthorised: new Uint8Array(MOST_WEEKS),
    unexplained: [],
    excluded: [],
    last: -1,
  }
}

const markFact = (layout: RegisterLayout, session: number, code: string): MarkFact => ({
  on: layout.days[session >> 1]!,
  session: session % 2 === 0 ? 'AM' : 'PM',
  code,
})

/**
 * Counts the sessions numbered `from` up to but not including `to` of a stored register, in one pass without
 * a date or a text per session: 10,000 registers of a school year take some 20 ms.
 */
export function tallyRegister(
  tally: RegisterTally,
  marks: string,
  layout: RegisterLayout,
  from: number,
  to: number,
): void {
  const { byClass, possible, authorised, unauthorised } = tally
  const { places, weeks } = layout
  for (const counts of [byClass, possible, authorised, unauthorised]) counts.fill(0)
  tally.unexplained = []
  tally.excluded = []
  let last = -1
  let session = from
  for (const { end, classes } of layout.eras) {
    for (const stop = Math.min(end, to); session < stop; session += 1) {
      const char = marks.charCodeAt(places[session]!)
      const kind = classes[char] ?? none
      byClass[kind]! += 1
      if (kind === none) continue
      last = session
      if (kind > UNAUTH) continue
      const week = weeks[session]!
      possible[week]! += 1
      if (kind < AUTH) continue
      if (kind === AUTH) authorised[week]! += 1
      else unauthorised[week]! += 1
      if (char === N) tally.unexplained.push(markFact(layout, session, 'N'))
      else if (char === O) tally.unexplained.push(markFact(layout, session, 'O'))
      else if (char === E) tally.excluded.push(markFact(layout, session, 'E'))
    }
  }
  tally.last = last
}

/** The weeks numbered `from` up to but not including `to`, as counted last. */
export function weekFacts(
  { possible, authorised, unauthorised }: RegisterTally,
  layout: RegisterLayout,
  from: number,
  to: number,
): readonly SchoolWeekFact[] {
  const facts: SchoolWeekFact[] = []
  for (let week = from; week < to; week += 1)
    facts.push(layout.weekFact(week, possible[week]!, authorised[week]!, unauthorised[week]!))
  return facts
}
