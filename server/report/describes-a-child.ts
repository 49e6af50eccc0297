import { folded, namesFinder, type ChildName } from './words/names-in.ts'
import { tellings } from './words/telling.ts'

const sentencesOf = (words: string): readonly string[] =>
  words
    .split(/(?<=[.!?])(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|e\.g|i\.e|St)\.)\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** Two letters with dots that are no child. */
const KNOWN_LETTERS = new Set([
  'UK',
  'US',
  'PE',
  'IT',
  'DT',
  'EP',
  'AM',
  'PM',
  'VS',
  'AP',
  'BA',
  'MA',
  'RE',
  'EU',
  'SW',
])

function initialsIn(sentence: string): string | null {
  for (const match of sentence.matchAll(
    /(?<!\p{L}|\p{L}\.|(?:Mr|Mrs|Ms|Miss|Dr) )(\p{Lu})\. ?(\p{Lu})\.(?!\p{L}|\s?\p{Lu}\p{Ll})/gu,
  ))
    if (!KNOWN_LETTERS.has(`${match[1]}${match[2]}`)) return match[0]
  return null
}

/** Letters without dots that are no child, though children may begin with them. */
const KNOWN_SHORT = new Set([
  ...KNOWN_LETTERS,
  ...'AH AI CE CP DH DJ EY FE GP HE HR HT ID IQ KS LA MP NI OK PC PP QA TA TV'.split(' '),
])

/** Finds two capitals that are the initials of a child here and stand like a name. */
function bareInitials(names: readonly ChildName[]): (sentence: string) => string | null {
  const initials = new Set(
    names.flatMap(({ forename, surname, preferred }) =>
      [forename, preferred].flatMap((first) =>
        first === null ? [] : folded(`${first.trim().charAt(0)}${surname.trim().charAt(0)}`).toUpperCase(),
      ),
    ),
  )
  return (sentence) => {
    for (const [letters] of sentence.matchAll(/(?<![\p{L}\d.-])\p{Lu}{2}(?![\p{L}\d-])/gu))
      if (initials.has(letters) && !KNOWN_SHORT.has(letters)) return letters
    return null
  }
}

/**
 * Warnings, in plain sentences with what to write instead, where the designated teacher's words name a child
 * or describe one; empty where they do neither. `names` are those of the children of the school. Counts up to
 * `threshold` are too few to be told. A warning, not a proof: what follows from two sentences is not seen.
 */
export function describesAChild(
  words: string,
  names: readonly ChildName[],
  threshold = 5,
): readonly string[] {
  const patterns = tellings(threshold)
  const namesIn = namesFinder(names)
  const bareIn = bareInitials(names)
  const warnings = sentencesOf(words).flatMap((sentence, at, all) => {
    const found = namesIn(sentence).map(
      (name) =>
        `“${name}” is the name of a child here. Take it out, and write what the school does for these children together.`,
    )
    const initials = initialsIn(sentence) ?? bareIn(sentence)
    if (initials !== null) found.push(`“${initials}” reads like a child’s initials. Take them out.`)
    const before = all[at - 1] ?? ''
    for (const { pattern, unless, unlessBefore, says } of patterns) {
      const match = pattern.exec(sentence)
      if (match === null || unless?.test(sentence) === true || unlessBefore?.test(before) === true) continue
      return [...found, says(match[0].trim())]
    }
    return found
  })
  return [...new Set(warnings)]
}
