import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { IdentityFacts, SuspensionFact } from '../facts/child-facts.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { noData, notApplicable, type Evidence, type Finding } from './finding.ts'
import { notOfSchoolAge } from './school-age.ts'
import { aboutSuspension, decisionWords, suspensionEvidence, suspensionName } from './suspension-duty.ts'
import { dayWords } from './words.ts'

/** The school days at home for which something is owed, and what every finding about them shows. */
export interface DaysAtHome {
  readonly about: string
  readonly name: string
  readonly firstDay: IsoDate
  /** The last of the days for which work is set, at most the fifth; null past the known calendar. */
  readonly lastWorkDay: IsoDate | null
  readonly evidence: readonly Evidence[]
}

/** The days at home that a suspension or exclusion begins with; or why nothing is owed for them. */
export function daysAtHome(
  each: SuspensionFact,
  identity: Pick<IdentityFacts, 'dateOfBirth'>,
  { on, calendar }: { readonly on: IsoDate; readonly calendar: SchoolCalendar },
): DaysAtHome | Finding {
  const about = aboutSuspension(each)
  if (each.kind === 'lunchtime')
    return notApplicable('A lunchtime suspension, which misses no school session.', about)
  const firstDay = calendar.schoolDayOnOrAfter(each.startedOn)
  if (firstDay === null) return noData(about, 'The school’s days are not known so far ahead.')
  const tooYoung = notOfSchoolAge(identity, firstDay, { about, on })
  if (tooYoung) return tooYoung
  const fifth = calendar.addSchoolDays(firstDay, valueOn(thresholds.workSetDays, firstDay) - 1)
  const isShort = each.lastDay !== null && (fifth === null || each.lastDay < fifth)
  return {
    about,
    name: suspensionName(each, on),
    firstDay,
    lastWorkDay: isShort ? each.lastDay : fifth,
    evidence: [
      suspensionEvidence(each, on),
      { label: 'Decision', value: decisionWords(each, on) },
      { label: 'First school day', value: dayWords(firstDay, on), on: firstDay },
    ],
  }
}
