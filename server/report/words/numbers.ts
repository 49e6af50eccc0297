import { capital, halfDayFigure } from '../../engine/words.ts'
import type { Span } from './reader.ts'

const ONES = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const NO_BREAK_SPACE = '\u00a0'
const LAST_IN_WORDS = 10
const LAST_OF_A_SPAN_IN_WORDS = 19

/** One thing and several of it: `['child', 'children']`. */
export type Noun = readonly [one: string, many: string]

export const CHILDREN: Noun = ['child', 'children']
export const PLANS: Noun = ['education plan', 'education plans']
export const DAYS: Noun = ['day', 'days']

/** A whole number in figures, with commas: `47,340`. */
export function figures(n: number): string {
  return `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A number within a sentence: `none`, `one` to `ten`, then `11`. */
export function numberWords(n: number): string {
  return n <= LAST_IN_WORDS ? ONES[n]! : figures(n)
}

/** A number at the start of a sentence, in words below a hundred: `Eighteen`, `Fifty-six`, `146`. */
export function firstNumber(n: number): string {
  if (n >= 100) return figures(n)
  if (n < 20) return capital(ONES[n]!)
  const one = n % 10
  return capital(`${TENS[Math.floor(n / 10)]}${one === 0 ? '' : `-${ONES[one]}`}`)
}

/** The noun that fits the number. */
export function nounFor(n: number, [one, many]: Noun): string {
  return n === 1 ? one : many
}

/** `no children`, `one child`, `18 children`, within a sentence. */
export function things(n: number, noun: Noun): string {
  return `${n === 0 ? 'no' : numberWords(n)} ${nounFor(n, noun)}`
}

/** `No child`, `One child`, `Eighteen children`, at the start of a sentence. */
export function firstThings(n: number, noun: Noun): string {
  return n === 0 ? `No ${noun[0]}` : `${firstNumber(n)} ${nounFor(n, noun)}`
}

const ends = (from: number, to: number): readonly [string, string] =>
  to <= LAST_OF_A_SPAN_IN_WORDS ? [ONES[from]!, ONES[to]!] : [figures(from), figures(to)]

/**
 * What is shown of a number with its noun, within a sentence: `18 children`, `five or fewer children`,
 * `between six and eleven children`, `twelve or more children`. Null where nothing is known of it.
 */
export function spanThings(span: Span, noun: Noun): string | null {
  const { from, to } = span
  if (from === to) return things(from, noun)
  if (to === null) return from === 0 ? null : `${numberWords(from)} or more ${noun[1]}`
  if (from === 0) return to === 1 ? `one ${noun[0]} at most` : `${ends(from, to)[1]} or fewer ${noun[1]}`
  const [first, last] = ends(from, to)
  return `between ${first} and ${last} ${noun[1]}`
}

/** The same at the start of a sentence. */
export function firstSpan(span: Span, noun: Noun): string | null {
  if (span.from === span.to) return firstThings(span.from, noun)
  const words = spanThings(span, noun)
  return words === null ? null : capital(words)
}

/** Half days as school days, for a number that may be open: `146 school days`, `2.5 school days or fewer`. */
export function spanSchoolDays({ from, to }: Span): string | null {
  const word = (halfDays: number) => (halfDays === 2 ? 'school day' : 'school days')
  if (from === to) {
    if (from === 0) return 'no school days'
    return from === 1 ? 'half a school day' : `${halfDayFigure(from)} ${word(from)}`
  }
  if (to === null) return from === 0 ? null : `${halfDayFigure(from)} ${word(from)} or more`
  if (from === 0) return `${halfDayFigure(to)} ${word(to)} or fewer`
  return `between ${halfDayFigure(from)} and ${halfDayFigure(to)} school days`
}

/** `12 %`, with a no-break space. */
export function percent(n: number): string {
  return `${n}${NO_BREAK_SPACE}%`
}

/** `£47,340`; what was spent beyond what came in is `−£120`. */
export function pounds(n: number): string {
  return n < 0 ? `−£${figures(-n)}` : `£${figures(n)}`
}
