import { isoDate } from '../calendar/iso-date.ts'
import { countWords, list } from '../engine/words.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { longDay, type LetterFacts, type Placed } from './letter-facts.ts'
import {
  adultPart,
  BLANK,
  lengthUnknown,
  letterOf,
  parentsOf,
  periodWords,
  publicPlacePart,
  signature,
  type LetterText,
  type Part,
} from './letter-parts.ts'
import type { Letter } from './shapes-after.ts'

/** `the day`, `the first five days`: those for which the school sets work. */
function workDays({ covered, facts, noticeOn }: Placed): string {
  const most = valueOn(thresholds.provisionFrom, noticeOn) - 1
  const out = facts.suspension.kind === 'permanent' ? most : new Set(covered?.map(({ on }) => on)).size
  if (out === 1) return 'that day'
  return out === 0
    ? 'the first days out of school'
    : `the first ${countWords(Math.min(out, most), 'day')} out of school`
}

type Arranged = LetterFacts['provisions'][number]

/** The education that was arranged, the first of it. */
const arrangedOf = ({ provisions }: LetterFacts): Arranged | undefined =>
  provisions.find(({ what }) => what === 'education')

/** Where, when and whom to report to, and which of it is not recorded. */
function arrangedPart({ fromOn, provider: who, address, sessionTimes, reportTo }: Arranged): Part {
  const lacks = [
    ...(who === null && address === null ? ['the place'] : []),
    ...(address === null ? ['its address'] : []),
    ...(sessionTimes === null ? ['the times'] : []),
    ...(reportTo === null ? ['whom to report to'] : []),
  ]
  const place = [who, address ?? BLANK].filter((each) => each !== null).join(', ')
  return {
    paragraph: `Education begins on ${longDay(isoDate(fromOn))}: at ${place}; times: ${sessionTimes ?? BLANK}; report to ${reportTo ?? BLANK}.`,
    ...(lacks.length > 0 ? { missing: `Add ${list(lacks)} of the education.` } : {}),
  }
}

/** Work for the first days, and education from the sixth: where, when and whom to report to. */
export function educationPart(all: Placed): readonly (Part | null)[] {
  const { facts, run, isCompulsory } = all
  const { kind } = facts.suspension
  if (kind === 'lunchtime') return []
  const work: Part = {
    paragraph: `We will set work for ${facts.name} for ${workDays(all)}, and mark it. Please see that it is done and sent back.`,
  }
  const education = arrangedOf(facts)
  if (education === undefined) {
    if (run === null || !isCompulsory) return [work]
    const provider = run.responsible === 'la' ? 'The local authority' : 'The school'
    const from = run.sixthDay === null ? 'the sixth school day in a row' : longDay(run.sixthDay)
    return [
      work,
      {
        paragraph: `${provider} must provide full-time education from ${from}. The place, the times and whom to report to follow in writing, at least 48 hours before it begins.`,
        missing:
          'Education from the sixth day is not recorded yet: record it, or send a further notice at least 48 hours before it begins.',
      },
    ]
  }
  return [work, arrangedPart(education)]
}

/** The notice by the end of the first afternoon (`excluded-provision-2007`, regulations 6 and 7). */
export function educationLetter(all: Placed): LetterText | null {
  const { facts, isCompulsory, firstDay, run } = all
  if (facts.suspension.kind === 'lunchtime' || !isCompulsory) return null
  return letterOf('education', `Notice about ${facts.name}’s education`, parentsOf(all), [
    { paragraph: `${facts.name} is ${periodWords(all)}.` },
    lengthUnknown(all),
    publicPlacePart(all),
    ...educationPart(all),
    run === null && !facts.provisions.some(({ what }) => what === 'education')
      ? { paragraph: 'No sixth school day in a row is reached, so no education elsewhere is due.' }
      : null,
    {
      paragraph: `This notice is to reach you by the end of the afternoon of ${longDay(firstDay)}.`,
    },
    signature(all),
  ])
}

/**
 * The further notice where that of the first day could not say it: at least 48 hours before the education begins
 * (`excluded-provision-2007`, regulations 6 and 7).
 */
export function detailsLetter(all: Placed): (LetterText & Pick<Letter, 'keptOn'>) | null {
  const { facts, isCompulsory, run } = all
  const education = arrangedOf(facts)
  if (run === null || run.responsible !== 'school' || !isCompulsory || education === undefined) return null
  const { id, noticeAt } = education
  const letter = letterOf(
    'education-details',
    `${facts.name}’s education from the sixth day`,
    parentsOf(all),
    [
      {
        paragraph: `I wrote to you that ${facts.name} is ${periodWords(all)}. This is the further notice about the education meanwhile.`,
      },
      arrangedPart(education),
      {
        paragraph:
          'This is to reach you at least 48 hours before it begins; with less only if it begins before the sixth school day out of school and you agree.',
      },
      adultPart(all),
      signature(all),
    ],
  )
  return { ...letter, keptOn: { kind: 'provision', id, isGone: noticeAt !== null } }
}
