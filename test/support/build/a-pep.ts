import {
  academicYear,
  academicYearOf,
  pepWindows,
  type PepTerm,
} from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type {
  FirstPepFact,
  PepFacts,
  PepMeetingFact,
  PepWindowFact,
} from '../../../server/facts/child-facts.ts'
import { aCalendar } from './a-calendar.ts'

const calendar = aCalendar()

/** A counted meeting held on a day with everybody there and the child's views; not complete, not rated. */
export function aMeeting(heldOn: string, given: Partial<PepMeetingFact> = {}): PepMeetingFact {
  return {
    id: `meeting-${heldOn}`,
    heldOn: isoDate(heldOn),
    completedOn: null,
    quality: null,
    attended: ['social-worker', 'designated-teacher', 'carer'],
    childViews: true,
    counted: true,
    ...given,
  }
}

/** A meeting completed on a day and rated green unless said otherwise. */
export function aCompleteMeeting(
  heldOn: string,
  completedOn: string,
  given: Partial<PepMeetingFact> = {},
): PepMeetingFact {
  return aMeeting(heldOn, { completedOn: isoDate(completedOn), quality: 'green', ...given })
}

/** A termly window of a looked-after child with the meetings held in it; 2025/26 unless said otherwise. */
export function aWindow(
  term: PepTerm,
  meetings: readonly PepMeetingFact[] = [],
  given: Partial<PepWindowFact> = {},
): PepWindowFact {
  const year = given.year ?? academicYear('2025/26')
  const window = pepWindows(year)?.find((each) => each.term === term)
  if (!window) throw new RangeError(`No window ${year} ${term}`)
  const complete = meetings.filter((each) => each.completedOn !== null)
  const after = complete.filter((each) => (each.completedOn ?? '') > window.lastDay).length
  return {
    year,
    term,
    firstDay: window.firstDay,
    lastDay: window.lastDay,
    lastSchoolDay: calendar.schoolDayOnOrBefore(window.lastDay),
    workingDaysInCare: 65,
    meetings,
    completedInWindow: complete.length - after,
    completedAfterWindow: after,
    accepted: complete.filter((each) => each.quality !== null && each.quality !== 'red').length,
    ...given,
  }
}

/** Windows of 2025/26 with the meetings sorted into them. */
export function windowsWith(...meetings: readonly PepMeetingFact[]): readonly PepWindowFact[] {
  return (['autumn', 'spring', 'summer'] as const).map((term) => {
    const { firstDay, lastDay } = aWindow(term)
    return aWindow(
      term,
      meetings.filter((each) => each.counted && each.heldOn >= firstDay && each.heldOn <= lastDay),
    )
  })
}

/** The first plan of a spell of care. */
export function aFirstPep(spellStartedOn: string, given: Partial<FirstPepFact> = {}): FirstPepFact {
  return {
    spellStartedOn: isoDate(spellStartedOn),
    heldOn: null,
    heldId: null,
    completedOn: null,
    ...given,
  }
}

/** PEPs of 2025/26: the meetings given, sorted into windows; no spell of care that began in a known year. */
export function aPepHistory(
  meetings: readonly PepMeetingFact[] = [],
  given: Partial<PepFacts> = {},
): PepFacts {
  const outside = meetings.find((each) => academicYearOf(each.heldOn) !== '2025/26')
  if (outside && !given.windows)
    throw new RangeError(`Give the windows too: ${outside.heldOn} is not in 2025/26`)
  return { windows: windowsWith(...meetings), firstPeps: [], meetings, planned: [], ...given }
}
