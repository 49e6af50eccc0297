import { dayOf } from '../calendar/iso-date.ts'
import { schoolDayWords } from '../engine/words.ts'
import type { SuspensionFact } from '../facts/child-facts.ts'
import { longDay, type LetterFacts, type Placed } from './letter-facts.ts'
import { letterOf, parentsOf, signature, type LetterText } from './letter-parts.ts'

/** What was served before it: our own count, and no word on what the law makes of it. */
function servedWords({ kind, halfDays }: SuspensionFact): string {
  if (halfDays === null) return ''
  if (halfDays === 0) return 'None of it was served. '
  const days = schoolDayWords(halfDays)
  return kind === 'lunchtime'
    ? `Lunchtimes before that stay in our count as ${days}. `
    : `Spent out of school before that, and kept in our count: ${days}. `
}

/** To everybody who was told, without delay and in writing, with the reasons (`exclusions-2023`, regulation 17A). */
export function cancellationLetter(
  all: Placed,
  cancelled: NonNullable<LetterFacts['cancelled']>,
): LetterText {
  const { facts } = all
  const { suspension } = facts
  const { cla, cin, cp } = suspension.groupsThen
  const home = parentsOf(all)
  const to = [
    ...home.to,
    ...(facts.clerk === null ? [] : [`${facts.clerk.name}, clerk to the governing board`]),
    ...(facts.school.authorityName === null ? [] : [facts.school.authorityName]),
    ...(cla || cin || cp ? facts.socialWorkers : []),
    ...(cla && facts.careAuthority !== null ? [`${facts.careAuthority} Virtual School`] : []),
  ]
  const what = suspension.kind === 'permanent' ? 'permanent exclusion' : 'suspension'
  return letterOf(
    'cancellation',
    `The ${what} of ${facts.name} is cancelled`,
    { to, missing: 'Nobody is recorded who may be written to: add to whom this goes.' },
    [
      {
        paragraph: `On ${longDay(dayOf(cancelled.at))} I cancelled the ${what} of ${facts.name} that was to begin, or began, on ${longDay(all.firstDay)}. ${facts.name} can ${suspension.kind === 'lunchtime' ? 'be in school at lunchtime again' : 'come back to school'} at once.`,
      },
      cancelled.reason === null
        ? { missing: 'No reason for the cancelling is recorded: add it.' }
        : { paragraph: `The reason: ${cancelled.reason.replace(/[.\s]+$/, '')}.` },
      {
        paragraph: `${servedWords(suspension)}We offer ${all.isAdult ? facts.name : 'the parents'} a meeting about it.`,
      },
      ...(home.to.length === 0 ? [{ missing: home.missing }] : []),
      ...(facts.clerk === null
        ? [{ missing: 'No clerk is recorded: add how the governing board is told.' }]
        : []),
      signature(all),
    ],
  )
}
