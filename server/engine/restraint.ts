import { dayOf, isoDate, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { RestrictiveInterventionFact } from '../facts/child-facts.ts'
import type { Evidence, Finding } from './finding.ts'
import { recordedFinding } from './on-record.ts'
import type { RuleContext } from './rule.ts'
import { stillFollowed } from './still-followed.ts'
import { minuteWords } from './words.ts'

/** The first day on which recording and reporting are duties. */
const FROM = isoDate('2026-04-01')

/** What findings about one use of force, restraint or seclusion share. */
export const aboutRestraint = ({ id }: Pick<RestrictiveInterventionFact, 'id'>): string =>
  `restrictive-intervention:${id}`

/** One finding for each use of force, restraint or seclusion that is still followed. */
export function eachRestraint(
  all: readonly RestrictiveInterventionFact[],
  context: Pick<RuleContext<unknown>, 'on' | 'year' | 'calendar'>,
  find: (each: RestrictiveInterventionFact) => Finding,
): readonly Finding[] {
  return all
    .filter(({ happenedAt }) => dayOf(happenedAt) >= FROM && stillFollowed(dayOf(happenedAt), context))
    .map(find)
}

/** One thing to be done after it by a day: `written down`, `the parents told`. */
export interface AfterRestraint {
  readonly at: LocalMinute | null
  readonly lastDay: IsoDate
  /** The same as a sentence's end: `written down the same day`. */
  readonly what: string
  /** As the head of a card: `Force or seclusion not written down`. */
  readonly heads: { readonly due: string; readonly late: string; readonly missing: string }
}

/** Due up to its day, then broken; the clock always runs, as the record is made here. */
export function afterRestraint(
  each: RestrictiveInterventionFact,
  { at, lastDay, what, heads }: AfterRestraint,
  on: IsoDate,
): Finding {
  const record = { kind: 'restrictive-intervention', id: each.id }
  const happened = `Force, restraint or seclusion on ${minuteWords(each.happenedAt, on)}`
  const when = at === null ? '' : minuteWords(at, on)
  const evidence: Evidence[] = [
    { label: 'Happened', value: minuteWords(each.happenedAt, on), on: dayOf(each.happenedAt), record },
    { label: 'Done', value: when === '' ? 'no record' : when },
  ]
  return recordedFinding(
    {
      about: aboutRestraint(each),
      doneOn: at === null ? null : dayOf(at),
      lastDay,
      runs: true,
      says: {
        done: `${happened}; done on ${when}: ${what}.`,
        late: `${happened}; done late, on ${when}: ${what}.`,
        due: `${happened}; still to do: ${what}.`,
        missing: `${happened}; no record of it: ${what}.`,
        unknown: '',
      },
      heads,
      evidence,
      record,
    },
    on,
  )
}
