import { avoidPermanent, governors, reviewPanel } from './consequences-board.ts'
import { dayOne, exam, interimPep, reintegration, sixthDay, work } from './consequences-education.ts'
import { boardNotice, educationNotice, toTell } from './consequences-told.ts'
import { absence, further, isNearLimit, lunchtimes, repeated, yearLine } from './consequences-totals.ts'
import type { Consequence } from './shapes.ts'
import { said, type Weighed } from './weighed.ts'

/**
 * Everything a proposal sets off, in the order of what the school must do: what must be done, then what should,
 * then what to know; inside each, the earliest act first. How near the year comes to its limit stands before all
 * where few days are left: nothing else can still be chosen then.
 */
export function consequenceList(all: Weighed): readonly Consequence[] {
  const limit = yearLine(all)
  const isNear = isNearLimit(all)
  const first = [avoidPermanent(all), isNear ? limit : null, further(all)].filter((each) => each !== null)
  const rest = [
    toTell(all),
    boardNotice(all),
    educationNotice(all),
    sixthDay(all),
    governors(all),
    dayOne(all),
    work(all),
    reintegration(all),
    exam(all),
    isNear ? null : limit,
    reviewPanel(all),
    interimPep(all),
    repeated(all),
    lunchtimes(all),
    absence(all),
  ].filter((each) => each !== null)
  /** A meeting that only parents’ words make due is still before what the school should do. */
  const rank = ({ id, status, force }: Consequence) => {
    if (status === 'watch' && id !== 'governors-meeting') return 2
    return force === 'must' ? 0 : 1
  }
  return [...first.map(said), ...rest.map(said).toSorted((a, b) => rank(a) - rank(b))]
}
