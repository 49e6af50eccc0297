import type { OffSiteDirectionTable } from '../../db/tables/off-site-direction.ts'
import { ageOn, isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { schoolDaysBefore } from '../engine/school-days-before.ts'
import { count, countWords, list } from '../engine/words.ts'
import type { HomeFacts } from '../facts/child-facts.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { ADULT, longDay, type LetterFacts } from './letter-facts.ts'
import { adultPart, BLANK, dateOf, letterOf, parentsOr, toClerk, type Part } from './letter-parts.ts'
import type { Letter } from './shapes-after.ts'

/** What the notice of an off-site direction is made from. */
export interface OffSiteLetterFacts extends Pick<LetterFacts, 'clerk' | 'parents' | 'dateOfBirth'> {
  /** The child's full name: letters are for print. */
  readonly name: string
  readonly school: string
  readonly direction: Pick<
    OffSiteDirectionTable,
    | 'id'
    | 'startsOn'
    | 'endsOn'
    | 'place'
    | 'address'
    | 'reportTo'
    | 'schoolDays'
    | 'sessionTimes'
    | 'objectives'
    | 'nextReviewOn'
    | 'noticeAt'
    | 'authorityNoticeAt'
  >
  /** Whether the child has an education, health and care plan; null where nobody said. */
  readonly hasPlan: boolean | null
  /** The authority in which the child lives, which keeps the plan; null where nobody has said. */
  readonly home: HomeFacts | null
  /** Who is invited to its reviews besides. */
  readonly care: { readonly hasSocialWorker: boolean; readonly isLookedAfter: boolean }
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
}

/** From which day, for how many school days, until when. */
function daysPart({ direction, name }: OffSiteLetterFacts): Part {
  const { startsOn, endsOn, schoolDays } = direction
  const days = schoolDays === null ? `${BLANK} school days` : count(schoolDays, 'school day')
  const last = endsOn === null ? '' : `; the last is ${longDay(isoDate(endsOn))}`
  return {
    paragraph: `${name} goes there from ${longDay(isoDate(startsOn))}, for ${days}${last}.`,
    ...(schoolDays === null ? { missing: 'Add for how many school days.' } : {}),
  }
}

function placePart({ direction }: OffSiteLetterFacts): Part {
  const { place, address, reportTo, sessionTimes } = direction
  const lacks = [
    ...(address === null ? ['the address'] : []),
    ...(reportTo === null ? ['whom to report to'] : []),
    ...(sessionTimes === null ? ['the times of the sessions and of the break'] : []),
  ]
  return {
    paragraph: `The place: ${place}, ${address ?? BLANK}. On the first day, report to ${reportTo ?? BLANK}. Times of the sessions and of the break: ${sessionTimes ?? BLANK}.`,
    ...(lacks.length > 0 ? { missing: `Add ${list(lacks)}.` } : {}),
  }
}

/** When it is looked at again, and by whom (regulations 4 and 4A). */
function reviewPart({ direction, hasPlan, care, on }: OffSiteLetterFacts): Part {
  const next = direction.nextReviewOn === null ? null : isoDate(direction.nextReviewOn)
  const planned = next === null ? BLANK : longDay(next)
  const invited = [
    ...(hasPlan === true ? ['the local authority'] : []),
    ...(care.hasSocialWorker ? ['the social worker'] : []),
    ...(care.isLookedAfter ? ['the Virtual School'] : []),
  ]
  const others = invited.length === 0 ? '' : ` We invite ${list(invited)} as well.`
  return {
    paragraph: `The governing board reviews it in meetings with you, the headteacher and somebody whom the board names, who is not the headteacher.${others} The next is on ${planned}.`,
    ...(next === null || next < on
      ? { missing: 'No review lies ahead: plan one, the first of them early, and add it.' }
      : {}),
  }
}

/** A review that is asked for in writing (regulation 4A). */
function askPart({ direction, hasPlan, clerk }: OffSiteLetterFacts): readonly Part[] {
  const weeks = valueOn(thresholds.offSiteReviewAgain, isoDate(direction.startsOn))
  const who = hasPlan === true ? 'You, or the local authority that keeps the plan,' : 'You'
  return [
    {
      paragraph: `${who} may ask for a review in writing. The board then holds one as soon as is practicable, unless there was one in the ${countWords(weeks, 'week')} before.`,
    },
    toClerk(clerk, 'Please send that to', 'a review is asked for'),
  ]
}

/** By which day it must be there (regulation 3). */
function byPart({ direction, calendar, on }: OffSiteLetterFacts): Part {
  const startsOn = isoDate(direction.startsOn)
  const days = valueOn(thresholds.offSiteNotice, startsOn)
  const by = schoolDaysBefore(calendar, startsOn, days)
  const before = `at least ${countWords(days, 'school day')} before the first day there`
  if (by === null)
    return {
      paragraph: `This notice is to reach you ${before}.`,
      missing: 'The term dates are not known so far ahead: work out by which day it must be there.',
    }
  const isLate = direction.noticeAt === null && by < on
  return {
    paragraph: `This notice is to reach you by ${longDay(by)}, ${before}.`,
    ...(isLate
      ? { missing: `It had to be there by ${longDay(by)}: give it now, or let the first day be a later one.` }
      : {}),
  }
}

/** To whom it goes besides: the authority that keeps the plan (regulation 3). */
function copyPart({ hasPlan, home, name }: OffSiteLetterFacts): Part | null {
  if (hasPlan === false) return null
  if (hasPlan === null)
    return {
      missing: `Whether ${name} has an education, health and care plan is not recorded: with one, the local authority has this notice too.`,
    }
  const plan = `which keeps ${name}’s education, health and care plan`
  return home === null
    ? {
        paragraph: `A copy goes to the local authority ${plan}: ${BLANK}.`,
        missing: 'In which authority the child lives, which keeps the plan, is not recorded: add it.',
      }
    : { paragraph: `A copy goes to the local authority, ${home.authority.name}, ${plan}.` }
}

/**
 * The written notice of an off-site direction: to the parent, or to a pupil of 18, with a copy to the authority of a
 * plan (Education Act 2002, section 29A; `off-site-2010`, regulations 3 to 4A). Each thing that it must hold and
 * nobody recorded is a line to fill in.
 */
export function offSiteLetter(facts: OffSiteLetterFacts): Letter {
  const { name, school, direction, dateOfBirth, hasPlan, on } = facts
  const isAdult = ageOn(dateOfBirth, isoDate(direction.startsOn)) >= ADULT
  const letter = letterOf(
    'off-site-direction',
    `Education of ${name} at another place`,
    parentsOr(facts, isAdult),
    [
      {
        paragraph: `The governing board of ${school} has decided that ${name} is to be educated at another place for a time, to improve behaviour. ${name} stays on the roll of this school. This is neither a suspension nor a move to another school.`,
      },
      daysPart(facts),
      placePart(facts),
      { paragraph: `Why, and what it is to achieve: ${direction.objectives}` },
      reviewPart(facts),
      ...askPart(facts),
      byPart(facts),
      copyPart(facts),
      adultPart({ facts, isAdult }),
      {
        paragraph: `${BLANK}, for the governing board of ${school}`,
        missing: 'The governing board gives this notice: add who signs for it.',
      },
    ],
  )
  return {
    school,
    date: dateOf(on),
    ...letter,
    toRoles: null,
    keptOn: {
      kind: 'off-site-direction',
      id: direction.id,
      isGone: direction.noticeAt !== null && (hasPlan !== true || direction.authorityNoticeAt !== null),
    },
  }
}
