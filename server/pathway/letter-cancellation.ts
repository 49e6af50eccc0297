import { dayOf, type IsoDate } from '../calendar/iso-date.ts'
import { capital, schoolDayWords } from '../engine/words.ts'
import type { SuspensionFact } from '../facts/child-facts.ts'
import { longDay, type LetterFacts, type Placed } from './letter-facts.ts'
import {
  authorityOf,
  BLANK,
  letterOf,
  parentsOf,
  signature,
  type LetterText,
  type Part,
} from './letter-parts.ts'
import type { Letter } from './shapes-after.ts'

/** What was served before it: our own count, and no word on what the law makes of it. */
function servedWords({ kind, halfDays }: SuspensionFact): string {
  if (halfDays === null) return ''
  if (halfDays === 0) return 'None of it was served. '
  const days = schoolDayWords(halfDays)
  return kind === 'lunchtime'
    ? `Lunchtimes before that stay in our count as ${days}. `
    : `${capital(days)} ${halfDays <= 2 ? 'was' : 'were'} spent out of school before that, and ${halfDays <= 2 ? 'stays' : 'stay'} in our count. `
}

/** `that was to begin on …` or `that began on …`, by whether any of it was served. */
function begunWords({ facts: { suspension }, firstDay }: Placed): string {
  const { halfDays } = suspension
  const begins = halfDays === null ? 'was to begin, or began,' : halfDays === 0 ? 'was to begin' : 'began'
  return `that ${begins} on ${longDay(firstDay)}`
}

/** The child is reinstated without delay, or is back already, or never went. */
function backWords({ facts: { name, suspension }, back, firstDay }: Placed, cancelledOn: IsoDate): string {
  if (suspension.halfDays === 0 && cancelledOn < firstDay)
    return `It does not begin: ${name} stays in school.`
  if (suspension.kind === 'lunchtime') return `${name} can be in school at lunchtime again at once.`
  return back !== null && back.on < cancelledOn
    ? `${name} has been back in school since ${longDay(back.on)}.`
    : `${name} can come back to school at once.`
}

const what = ({ facts: { suspension } }: Placed): string =>
  suspension.kind === 'permanent' ? 'permanent exclusion' : 'suspension'

/** What stands over each letter of it. */
export const cancelledHead = (all: Placed): string => `The ${what(all)} of ${all.facts.name} is cancelled`

/** That it is cancelled, since when and why. */
export function cancelledParts(
  all: Placed,
  { at, reason }: NonNullable<LetterFacts['cancelled']>,
): readonly Part[] {
  const cancelledOn = dayOf(at)
  return [
    {
      paragraph: `On ${longDay(cancelledOn)} I cancelled the ${what(all)} of ${all.facts.name} ${begunWords(all)}. ${backWords(all, cancelledOn)}`,
    },
    reason === null
      ? { paragraph: `The reason: ${BLANK}`, missing: 'No reason for the cancelling is recorded: add it.' }
      : { paragraph: `The reason: ${reason.replace(/[.\s]+$/, '')}.` },
    {
      paragraph: `${servedWords(all.facts.suspension)}We offer ${all.isAdult ? all.facts.name : 'the parents'} a meeting about it.`,
    },
  ]
}

/**
 * To everybody who was told, without delay and in writing, with the reasons (`exclusions-2023`, regulation 17A). The
 * board has a letter of its own.
 */
export function cancellationLetter(
  all: Placed,
  cancelled: NonNullable<LetterFacts['cancelled']>,
): LetterText & Pick<Letter, 'toRoles'> {
  const { facts } = all
  const { kind, groupsThen } = facts.suspension
  const { cla, cin, cp } = groupsThen
  const hasWorker = cla || cin || cp
  const home = parentsOf(all)
  const another =
    kind === 'permanent' && facts.home?.isSchoolsOwn === false ? [authorityOf(facts.home.authority.name)] : []
  const to = [
    ...home.to,
    ...(facts.school.authorityName === null ? [] : [authorityOf(facts.school.authorityName)]),
    ...another,
    ...(hasWorker ? facts.socialWorkers : []),
    ...(cla && facts.careAuthority !== null ? [`${facts.careAuthority} Virtual School`] : []),
  ]
  const toRoles = [
    'parent',
    'local-authority',
    ...another.map(() => 'home-authority'),
    ...(hasWorker ? ['social-worker'] : []),
    ...(cla ? ['virtual-school'] : []),
  ]
  const letter = letterOf(
    'cancellation',
    cancelledHead(all),
    { to, missing: 'Nobody is recorded who may be written to: add to whom this goes.' },
    [
      ...cancelledParts(all, cancelled),
      ...(home.to.length === 0 ? [{ missing: home.missing }] : []),
      signature(all),
    ],
  )
  return { ...letter, toRoles }
}
