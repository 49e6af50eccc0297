import { isoDate } from '../calendar/iso-date.ts'
import { list } from '../engine/words.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { longDay, type LetterFacts, type Placed } from './letter-facts.ts'
import { adultPart, BLANK, letterOf, parentsOf, type LetterText, type Part } from './letter-parts.ts'
import type { Letter } from './shapes-after.ts'

type Meeting = NonNullable<LetterFacts['meeting']>

const kindOf = ({ suspension }: LetterFacts): string =>
  suspension.kind === 'permanent' ? 'permanent exclusion' : 'suspension'

/** What the board decided, in the words of its letter. */
function decidedWords(facts: LetterFacts, { outcome, reinstatedOn }: Meeting): string {
  const { name } = facts
  if (outcome === 'declined') return `It decided not to reinstate ${name}: the ${kindOf(facts)} stands.`
  if (outcome === 'considered') return 'It considered what you had to say.'
  return outcome === 'reinstated-later' && reinstatedOn !== null
    ? `It decided to reinstate ${name}, who comes back on ${longDay(isoDate(reinstatedOn))}.`
    : `It decided to reinstate ${name}, who comes back at once.`
}

/** Who works with the child, of those who hear of the decision and may be heard at a review. */
const workersOf = ({ suspension: { groupsThen } }: LetterFacts): string[] => {
  const { cla, cin, cp } = groupsThen
  return [...(cla || cin || cp ? ['the social worker'] : []), ...(cla ? ['the Virtual School'] : [])]
}

/** The right to an independent review, and by when (2012 Regulations, Schedule 1, paragraph 2). */
function reviewParts({ facts }: Placed, { decisionToldOn }: Meeting): readonly Part[] {
  const { calendar, on } = facts
  const toldOn = decisionToldOn === null ? on : isoDate(decisionToldOn)
  const within = valueOn(thresholds.reviewApplied, toldOn)
  const lastDay = calendar.addSchoolDays(toldOn, within)
  const others = workersOf(facts)
  return [
    {
      paragraph: `You have the right to ask for an independent review of this decision. Apply in writing within ${within} school days of this notice: ${lastDay === null ? BLANK : longDay(lastDay)} is the last day.`,
      ...(lastDay === null
        ? { missing: 'The term dates are not known so far ahead: add the last day to apply.' }
        : decisionToldOn === null
          ? {
              missing:
                'The last day to apply is counted from today. Record the day on which this goes, and read it again if that is another day.',
            }
          : {}),
    },
    {
      paragraph: `The review is arranged by the local authority or, for an academy, by its trust. Send the application, with your reasons, to ${BLANK}.`,
      missing: 'Add to whom and where the application for a review is sent, with the postal address.',
    },
    {
      paragraph:
        'In the application you can also ask for an expert in special educational needs for the review.',
      missing:
        'Ask whoever arranges the review what else this letter has to say of it: the expert’s part, costs, and who else may come.',
    },
    ...(others.length === 0 ? [] : [{ paragraph: `At the review ${list(others)} may attend and be heard.` }]),
  ]
}

/** Of the clerk, who writes for the board. */
function clerkSigns({ facts: { clerk, school } }: Placed): Part {
  return {
    paragraph: `${clerk?.name ?? BLANK}, clerk to the governing board, ${school.name}`,
    ...(clerk === null ? { missing: 'No clerk is recorded: add who signs for the governing board.' } : {}),
  }
}

/**
 * The board's decision to the parents, without delay and with its reasons; where a permanent exclusion stands, with
 * the right to an independent review. Null before a meeting with an outcome.
 */
export function boardDecisionLetter(all: Placed): (LetterText & Pick<Letter, 'keptOn'>) | null {
  const { facts, firstDay } = all
  const { name, meeting, suspension } = facts
  if (meeting === null || meeting.outcome === null) return null
  const { id, meetsOn, outcome, decisionToldOn } = meeting
  const letter = letterOf(
    'board-decision',
    `The governing board’s decision on the ${kindOf(facts)} of ${name}`,
    parentsOf(all),
    [
      {
        paragraph: `The governing board met on ${longDay(isoDate(meetsOn))} about the ${kindOf(facts)} of ${name} that began on ${longDay(firstDay)}. ${decidedWords(facts, meeting)}`,
      },
      {
        paragraph: `The reasons of the board: ${BLANK}`,
        missing:
          'Add the board’s reasons, in enough detail that the parents can understand why it decided so. They are not recorded here.',
      },
      ...(suspension.kind === 'permanent' && outcome === 'declined' ? reviewParts(all, meeting) : []),
      {
        paragraph: `A copy of this letter goes to ${list(['the headteacher', 'the local authority', ...workersOf(facts)])}.`,
      },
      adultPart(all),
      clerkSigns(all),
    ],
  )
  return { ...letter, keptOn: { kind: 'board-meeting', id, isGone: decisionToldOn !== null } }
}
