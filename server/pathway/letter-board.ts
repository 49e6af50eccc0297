import { list } from '../engine/words.ts'
import { boardDeadline, boardMeetsWithin, type GovernorDuty } from '../law/suspension.ts'
import { cancelledHead, cancelledParts } from './letter-cancellation.ts'
import { longDay, type LetterFacts, type Placed } from './letter-facts.ts'
import {
  BLANK,
  headOf,
  letterOf,
  signature,
  tellingParts,
  type LetterText,
  type Part,
} from './letter-parts.ts'

/** The last day for the board to meet, where the term dates do not reach it. */
const NO_LAST_DAY = {
  missing: 'The term dates are not known so far ahead: add the last day for the board to meet.',
}

/** The right to make representations, and what the board does with them (regulations 6, 15 and 24). */
export function boardPart({ duty, noticeOn, facts }: Placed): Part {
  const { calendar, suspension } = facts
  const right = 'You have the right to make representations about this decision to the governing board.'
  if (duty === 'consider-representations')
    return { paragraph: `${right} The board must consider them; it cannot bring ${facts.name} back earlier.` }
  const within = boardMeetsWithin(duty, null, noticeOn) ?? 0
  const lastDay = boardDeadline(duty, noticeOn, calendar)
  const by = `within ${within} school days, by ${lastDay === null ? BLANK : longDay(lastDay)}`
  const decides = `and decide whether ${facts.name} comes back`
  const meets =
    duty === 'meet-15'
      ? `The board must meet ${by}, ${decides}.`
      : `If you make any, the board must meet ${by}, ${decides}${suspension.kind === 'permanent' ? '' : ' earlier'}.`
  const { missesExam, examOn } = suspension
  const exam =
    duty === 'meet-15' && missesExam === true
      ? ` Because a public exam or National Curriculum test would be missed, it must, as far as is practicable, meet before ${examOn === null ? 'it' : longDay(examOn)}.`
      : ''
  return {
    paragraph: `${right} ${meets}${exam} You can come to the meeting, be represented, and bring a friend.`,
    ...(lastDay === null ? NO_LAST_DAY : {}),
  }
}

/** Parents may ask for a meeting by remote access (2012 Regulations as amended in 2023). */
export const remotePart = ({ duty }: Placed): Part | null =>
  duty === 'consider-representations'
    ? null
    : {
        paragraph:
          'You can ask for the meeting to be held remotely, by telephone or video. Please tell the clerk if you want that.',
      }

/** Invited to a meeting of the board, and able to speak there (`exclusions-2022`). */
export const invitedPart = ({ duty }: Placed): Part | null =>
  duty === 'consider-representations'
    ? null
    : {
        paragraph: `${duty === 'meet-15' ? 'The governing board must meet about it:' : 'If the governing board meets about it,'} you will be invited and can speak, remotely if you wish.`,
      }

/** `none in Autumn 2025 and 2 in Spring 2026`: the number that the board is told once a term (`exclusions-2023`). */
function cancelledPart({ facts: { cancelledByTerm } }: Placed): Part | null {
  if (cancelledByTerm === null || cancelledByTerm.length === 0) return null
  const terms = cancelledByTerm.map(({ term, count }) => `${count === 0 ? 'none' : count} in ${term}`)
  return { paragraph: `Suspensions and exclusions that I have cancelled this school year: ${list(terms)}.` }
}

const clerkOf = ({ facts: { clerk } }: Placed) => ({
  to: clerk === null ? [] : [`${clerk.name}, clerk to the governing board`],
  missing: 'No clerk is recorded: add who keeps the papers of the governing board.',
})

/** That one is cancelled, to the board alone: with how many there were this term, which is no business of others. */
export function boardCancellationLetter(
  all: Placed,
  cancelled: NonNullable<LetterFacts['cancelled']>,
): LetterText {
  return letterOf('board-cancellation', cancelledHead(all), clerkOf(all), [
    ...cancelledParts(all, cancelled),
    cancelledPart(all),
    { paragraph: 'Please tell the governing board of it at its next meeting at the latest.' },
    signature(all),
  ])
}

/** The board, without delay where it has a duty to meet, else among those of the term (`exclusions-2012`). */
export function boardLetter(all: Placed): LetterText {
  const { duty, noticeOn, facts } = all
  const { calendar } = facts
  const lastDay = boardDeadline(duty, noticeOn, calendar)
  const { missesExam, examOn, kind } = facts.suspension
  const by = `, by ${lastDay === null ? BLANK : longDay(lastDay)}`
  const exam =
    missesExam === true
      ? ` A public exam or National Curriculum test would be missed: as far as is practicable it must meet before ${examOn === null ? 'it' : longDay(examOn)}.`
      : ''
  const decides = `and decide whether ${facts.name} comes back${kind === 'permanent' ? '' : ' earlier'}`
  const asks: Readonly<Record<GovernorDuty, string>> = {
    'meet-15': `The board must meet within ${boardMeetsWithin('meet-15', null, noticeOn)} school days of this notice${by}, ${decides}.${exam}`,
    'meet-50-if-representations': `If the parents make representations, the board must meet within ${boardMeetsWithin('meet-50-if-representations', null, noticeOn)} school days of this notice${by}, ${decides}.`,
    'consider-representations':
      'No meeting is due. If the parents make representations, the board must consider them.',
  }
  const { groupsThen } = facts.suspension
  const invited = [
    all.isAdult ? 'the pupil' : 'the parents (with the child, where it is right)',
    'the headteacher',
    'the local authority (of an academy, where the parents ask for it)',
    ...(groupsThen.cla || groupsThen.cin || groupsThen.cp ? ['the social worker'] : []),
    ...(groupsThen.cla ? ['the Virtual School'] : []),
  ]
  return letterOf('governing-board', headOf(all), clerkOf(all), [
    ...tellingParts(all, 'I am writing to tell the governing board that'),
    {
      paragraph: asks[duty],
      ...(duty !== 'consider-representations' && lastDay === null ? NO_LAST_DAY : {}),
    },
    duty === 'consider-representations' ? null : { paragraph: `To be invited: ${list(invited)}.` },
    cancelledPart(all),
    signature(all),
  ])
}
