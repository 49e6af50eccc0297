import { boardDecisionLetter } from './letter-board-decision.ts'
import { boardCancellationLetter, boardLetter, boardPart, invitedPart, remotePart } from './letter-board.ts'
import { cancellationLetter } from './letter-cancellation.ts'
import { detailsLetter, educationLetter, educationPart } from './letter-education.ts'
import { place, type LetterFacts, type Placed } from './letter-facts.ts'
import {
  adultPart,
  authorityOf,
  backPart,
  clerkPart,
  dateOf,
  headOf,
  lengthUnknown,
  letterOf,
  parentsOf,
  periodWords,
  publicPlacePart,
  reasonsPart,
  signature,
  tellingParts,
  type LetterText,
  type Part,
} from './letter-parts.ts'
import type { Letter } from './shapes-after.ts'

/** Who is away at lunchtimes misses no session. */
const lessonsPart = ({ facts: { name, suspension } }: Placed): Part | null =>
  suspension.kind === 'lunchtime'
    ? { paragraph: `Lessons go on as usual: ${name} comes to school in the morning and in the afternoon.` }
    : null

/** To the parents without delay (`exclusions-2012`, regulations 5, 14 and 23; `exclusions-2023` on remote meetings). */
function parentLetter(all: Placed): LetterText {
  const { facts } = all
  return letterOf('parent', headOf(all), parentsOf(all), [
    { paragraph: `I am writing to tell you of my decision: ${facts.name} is ${periodWords(all)}.` },
    lengthUnknown(all),
    backPart(all),
    reasonsPart(all),
    boardPart(all),
    clerkPart(all),
    remotePart(all),
    lessonsPart(all),
    publicPlacePart(all),
    ...educationPart(all),
    facts.suspension.kind === 'suspension'
      ? {
          paragraph: `We would like to meet you about the return. ${facts.name} comes back on that day whether or not we have met.`,
        }
      : null,
    adultPart(all),
    signature(all),
  ])
}

/** What an authority is told. */
const authorityParts = (all: Placed): readonly (Part | null)[] => [
  ...tellingParts(all, 'I am writing to tell you without delay that'),
  all.facts.suspension.missesExam === true
    ? { paragraph: 'A public exam or National Curriculum test would be missed.' }
    : null,
  signature(all),
]

/** The school's authority is told of every one, whatever its length (`exclusions-2012`). */
function authorityLetter(all: Placed): LetterText {
  const { authorityName } = all.facts.school
  const whom = {
    to: authorityName === null ? [] : [authorityOf(authorityName)],
    missing: 'The authority of the school is not recorded: add it on the page School.',
  }
  return letterOf('local-authority', headOf(all), whom, authorityParts(all))
}

/** Of a permanent exclusion also the authority in which the child lives, where that is another (`exclusions-2012`). */
function homeAuthorityLetter(all: Placed): LetterText | null {
  const { home, suspension } = all.facts
  if (suspension.kind !== 'permanent' || home?.isSchoolsOwn === true) return null
  const whom = {
    to: home === null ? [] : [authorityOf(home.authority.name)],
    missing:
      'Which authority the child lives in is not on record: write it on the child’s own record. Where it is the school’s own, this letter is not needed.',
  }
  return letterOf('home-authority', headOf(all), whom, authorityParts(all))
}

/** The child's social worker (`exclusions-2022`). */
function socialWorkerLetter(all: Placed): LetterText | null {
  const { cla, cin, cp } = all.facts.suspension.groupsThen
  if (!cla && !cin && !cp) return null
  return letterOf(
    'social-worker',
    headOf(all),
    {
      to: all.facts.socialWorkers,
      missing: 'No social worker is recorded who may be written to: add to whom this goes.',
    },
    [
      ...tellingParts(all, 'I am writing to tell you without delay that'),
      invitedPart(all),
      ...educationPart(all).slice(1),
      cla ? { paragraph: 'Please let the independent reviewing officer know.' } : null,
      signature(all),
    ],
  )
}

/** The Virtual School of the authority that looks after the child (`exclusions-2022`). */
function virtualSchoolLetter(all: Placed): LetterText | null {
  if (!all.facts.suspension.groupsThen.cla) return null
  const { careAuthority } = all.facts
  return letterOf(
    'virtual-school',
    headOf(all),
    {
      to: careAuthority === null ? [] : [`${careAuthority} Virtual School`],
      missing: 'No authority is recorded for this child’s care: add it, so that its Virtual School is told.',
    },
    [
      ...tellingParts(all, 'I am writing to tell you without delay that'),
      invitedPart(all),
      ...educationPart(all).slice(1),
      {
        paragraph:
          'We would like to plan with you what follows, and to talk about an interim review of the education plan.',
      },
      signature(all),
    ],
  )
}

/**
 * The letters of one suspension or exclusion from what was recorded, each with what it lacks: parents and
 * their notice about education, then those who are told by law, then what followed; of a cancelled one, of its
 * cancelling alone. Plain paragraphs; the child's name stands in them, since they are for print.
 */
export function lettersOf(facts: LetterFacts): readonly Letter[] {
  const all = place(facts)
  const head = { school: facts.school.name, date: dateOf(facts.on) }
  const letters =
    facts.cancelled === null
      ? [
          parentLetter(all),
          educationLetter(all),
          detailsLetter(all),
          authorityLetter(all),
          homeAuthorityLetter(all),
          socialWorkerLetter(all),
          virtualSchoolLetter(all),
          boardLetter(all),
          boardDecisionLetter(all),
        ]
      : [cancellationLetter(all, facts.cancelled), boardCancellationLetter(all, facts.cancelled)]
  return letters.flatMap((letter) =>
    letter === null ? [] : [{ toRoles: null, keptOn: null, ...head, ...letter }],
  )
}
