import { calendarWords, commonWords, personVerbs } from './common-words.ts'

/** How a child may be called. */
export interface ChildName {
  readonly forename: string
  readonly surname: string
  readonly preferred: string | null
}

const SPECIAL: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** Lower case without accents, so that İnan, Inan and INAN are one. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþßæœı]/g, (letter) => SPECIAL[letter] ?? letter)
    .replace(/[’‘`]/g, "'")
}

interface Word {
  readonly text: string
  readonly folded: string
  readonly isFirst: boolean
}

/** The words of a text; `isFirst` at the start of a sentence. */
function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’‘-]*/gu)].map((match) => {
    const word = match[0].replace(/['’‘-]+$/, '').replace(/['’‘]s$/i, '')
    const before = text.slice(Math.max(0, match.index - 4), match.index).trimEnd()
    return { text: word, folded: folded(word), isFirst: before === '' || /[.!?:;•–“"(-]$/.test(before) }
  })
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'madam', 'prof', 'professor', 'cllr'])
const BEFORE_A_TIME = new Set(
  'in since until till by from during this last next each every late early mid of before after between to and the for through over'.split(
    ' ',
  ),
)

const PEOPLE_AROUND = new Set(
  'mentor carer carers tutor parent parents mother father mum dad family friend friends brother sister teacher adult'.split(
    ' ',
  ),
)

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** `the mentor of May` and `May has` are a child, `the end of May` and `by May` a month. */
function isPersonOfTheYear(words: readonly Word[], at: number): boolean {
  const [before, last] = [words[at - 2]?.folded ?? '', words[at - 1]?.folded ?? '']
  if (last === 'of') return PEOPLE_AROUND.has(before)
  return last === 'with' || (personVerbs.has(words[at + 1]?.folded ?? '') && !BEFORE_A_TIME.has(last))
}

const PEOPLE_TOO = new Set('the a an her his their they he she we'.split(' '))

/** `Amber has`, `Amber and her mentor` are a child; `Amber and red plans` are not. */
function isDoing(words: readonly Word[], at: number): boolean {
  const [next, other] = [words[at + 1], words[at + 2]]
  if (next?.folded === 'and')
    return other !== undefined && (isCapital(other.text) || PEOPLE_TOO.has(other.folded))
  return personVerbs.has(next?.folded ?? '')
}

/** Whether a word that is a name and something else is the name here. */
function isNameHere(words: readonly Word[], at: number, parts: Parts): boolean {
  const word = words[at]!
  if (!isCapital(word.text)) return false
  const isOwner = /['’]s$/i.test(word.text)
  if (calendarWords.has(word.folded)) return isPersonOfTheYear(words, at)
  if (word.folded.length === 1 && (word.folded === 'a' || word.folded === 'i')) return false
  return word.isFirst ? isOwner || isDoing(words, at) : !isInTitle(words, at, parts)
}

/** `Rose House`, `the Virtual School`: one capital among others that are no names is a place or a thing. */
function isInTitle(words: readonly Word[], at: number, parts: Parts): boolean {
  const isOther = (word: Word | undefined) =>
    word !== undefined && isCapital(word.text) && !word.isFirst && !parts.has(word.folded)
  return isOther(words[at - 1]) || isOther(words[at + 1])
}

type Parts = ReadonlyMap<string, string>

/** `the Alderbrooks` are a family: of what is no everyday word, with a capital. */
function familyOf(words: readonly Word[], at: number, surnames: ReadonlySet<string>): boolean {
  const { text, folded: word } = words[at]!
  const one = [word.replace(/s$/, ''), word.replace(/es$/, '')].find(
    (each) => each !== word && surnames.has(each),
  )
  return one !== undefined && isCapital(text) && words[at - 1]?.folded === 'the' && !commonWords.has(one)
}

/** The parts of names that tell a child by themselves, folded: each forename, surname and preferred name. */
function partsOf(names: readonly ChildName[]): Parts {
  const parts = new Map<string, string>()
  for (const { forename, surname, preferred } of names)
    for (const name of [forename, surname, preferred ?? ''])
      for (const part of [name, ...name.split(/[\s-]+/)]) {
        const trimmed = part.trim()
        if (trimmed !== '' && !/\s/.test(trimmed)) parts.set(folded(trimmed), trimmed)
      }
  return parts
}

const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'du',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'el',
  'al',
  'bin',
  'ben',
  'of',
  'the',
  'st',
  'dos',
  'del',
  "o'",
])

/**
 * Finds the words of a text that are names of these children, as they are written in it: whole words, whatever
 * their accents and case. A word that is an everyday one too counts only where it stands like a name.
 */
export function namesFinder(names: readonly ChildName[]): (text: string) => readonly string[] {
  const parts = partsOf(names)
  const surnames = new Set(names.map(({ surname }) => folded(surname.trim())))
  return (text) => {
    const words = wordsOf(text)
    const found = words.filter((word, at) => {
      const pieces = [word.folded, ...word.folded.split('-')]
      const isName = pieces.some((piece) => parts.has(piece) && !PARTICLES.has(piece))
      if (!isName && familyOf(words, at, surnames)) return true
      if (!isName || TITLES.has(words[at - 1]?.folded ?? '')) return false
      const isCommon = pieces.every((piece) => !parts.has(piece) || commonWords.has(piece))
      return isCommon ? isNameHere(words, at, parts) : true
    })
    return [...new Set(found.map(({ text: word }) => word))]
  }
}
