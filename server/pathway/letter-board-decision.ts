import { isoDate } from '../calendar/iso-date.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { longDay, type LetterFacts, type Placed } from './letter-facts.ts'
import { adultPart, letterOf, parentsOf, type LetterText, type Part } from './letter-parts.ts'
import type { Letter } from './shapes.ts'

type Meeting = NonNullable<LetterFacts['meeting']>

const kindOf = ({ suspension }: LetterFacts): string =>
  suspension.kind === 'permanent' ? 'permanent exclusion' : 'suspension'

/** What the board decided, in the words of its letter. */
function decidedWords({ outcome, reinstatedOn }: Meeting, name: string): string {
  if (outcome === 'declined') return `It decided that ${name} does not come back.`
  if (outcome === 'considered') return 'It considered what you had to say.'
  return outcome === 'reinstated-later' && reinstatedOn !== null
    ? `It decided that ${name} comes back on ${longDay(isoDate(reinstatedOn))}.`
    : `It decided that ${name} comes back at once.`
}

/** The right to an independent review, and by when (2012 Regulations, Schedule 1, paragraph 2). */
function reviewParts({ facts }: Placed, { decisionToldOn }: Meeting): readonly Part[] {
  const { calendar, on, suspension } = facts
  const toldOn = decisionToldOn === null ? on : isoDate(decisionToldOn)
  const within = valueOn(thresholds.reviewApplied, toldOn)
  const lastDay = calendar.addSchoolDays(toldOn, within)
  const { cla, cin, cp } = suspension.groupsThen
  const others = [
    ...(cla || cin || cp ? ['the social worker'] : []),
    ...(cla ? ['the Virtual School'] : []),
  ].join(' and ')
  return [
    {
      paragraph: `You have the right to ask for an independent review of this decision. Apply in writing within ${within} school days of this notice${lastDay === null ? '' : `: ${longDay(lastDay)} is the last day`}.`,
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
      paragraph:
        'The review is arranged by the local authority or, for an academy, by its trust. Send the application there, with your reasons.',
      missing: 'Add to whom and where the application for a review is sent, with the postal address.',
    },
    {
      paragraph:
        'In the application you can also ask for an expert in special educational needs for the review.',
      missing:
        'Ask whoever arranges the review what else this letter has to say of it: the expert’s part, costs, and who else may come.',
    },
    ...(others === '' ? [] : [{ paragraph: `At the review ${others} may attend and be heard.` }]),
  ]
}

/** Of the clerk, who writes for the board. */
function clerkSigns({ facts: { clerk, school } }: Placed): Part {
  return clerk === null
    ? { missing: 'No clerk is recorded: add who signs for the governing board.' }
    : { paragraph: `${clerk.name}, clerk to the governing board, ${school.name}` }
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
        paragraph: `The governing board met on ${longDay(isoDate(meetsOn))} about the ${kindOf(facts)} of ${name} that began on ${longDay(firstDay)}. ${decidedWords(meeting, name)}`,
      },
      {
        missing:
          'Add the board’s reasons, in enough detail that the parents can understand why it decided so. They are not recorded here.',
      },
      ...(suspension.kind === 'permanent' && outcome === 'declined' ? reviewParts(all, meeting) : []),
      adultPart(all),
      clerkSigns(all),
    ],
  )
  return { ...letter, keptOn: { kind: 'board-meeting', id, isGone: decisionToldOn !== null } }
}
