import type { LastYear } from '../../../server/report/last-year.ts'
import type { Controlled, Measures } from '../../../server/report/shapes.ts'

/** What a claim is held against: everything exactly, and what was let through of it. */
export interface Truth {
  readonly measures: Measures
  readonly controlled: Controlled
  readonly kind: 'annual' | 'term'
  /** What the report of the year before printed. */
  readonly lastYear: LastYear | null
  /** The exact number of a figure or amount; fails where there is none. */
  readonly is: (id: string) => number
  readonly has: (id: string) => boolean
  readonly whyUnknown: (id: string) => string | undefined
  readonly isExact: (id: string) => boolean
}

export function truthOf(
  measures: Measures,
  controlled: Controlled,
  kind: 'annual' | 'term',
  lastYear: LastYear | null = null,
): Truth {
  const values = new Map<string, number>([
    ...measures.figures.map(({ id, sum }): [string, number] => [
      id,
      sum.reduce((total, { atom, times }) => total + times * (measures.atoms.get(atom) ?? 0), 0),
    ]),
    ...measures.amounts.map(({ id, value }): [string, number] => [id, value]),
  ])
  return {
    measures,
    controlled,
    kind,
    lastYear,
    has: (id) => values.has(id),
    is: (id) => {
      const value = values.get(id)
      if (value === undefined) throw new Error(`Claimed of ${id}, which is not known`)
      return value
    },
    whyUnknown: (id) => measures.unknown.get(id),
    isExact: (id) => controlled.shown.get(id)?.as === 'exact',
  }
}

const SMALL =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** A number as it is written in a sentence. */
export function numberIn(words: string): number {
  const text = words.toLowerCase().replaceAll(',', '')
  if (/^[\d.]+$/.test(text)) return Number(text)
  if (text === 'none') return 0
  if (SMALL.includes(text)) return SMALL.indexOf(text)
  const [ten = '', one = 'no'] = text.split('-')
  if (!TENS.includes(ten) || !SMALL.includes(one)) throw new Error(`No number: ${words}`)
  return (TENS.indexOf(ten) + 2) * 10 + SMALL.indexOf(one)
}

/** Whether `between six and eleven children`, `five or fewer children` or `18 children` holds of the number. */
export function phraseHolds(phrase: string, value: number): boolean {
  const text = phrase.toLowerCase()
  const between = /^between (\S+) and (\S+) /.exec(text)
  if (between) return numberIn(between[1]!) <= value && value <= numberIn(between[2]!)
  const fewer = /^(\S+) or fewer /.exec(text)
  if (fewer) return value <= numberIn(fewer[1]!)
  const more = /^(\S+) or more /.exec(text)
  if (more) return value >= numberIn(more[1]!)
  if (/^one \S+ at most/.test(text)) return value <= 1
  const [first = '', noun = ''] = text.split(' ')
  const n = numberIn(first)
  const isOne = /^(child|plan)$/.test(noun)
  return n === value && (n === 0 || isOne === (n === 1))
}

/** Whether `146 school days`, `between 30 and 41.5 school days` holds of half days. */
export function daysHold(phrase: string, halfDays: number): boolean {
  const days = halfDays / 2
  if (phrase === 'no school days') return days === 0
  if (phrase === 'half a school day') return halfDays === 1
  const between = /^between ([\d.]+) and ([\d.]+) school days$/.exec(phrase)
  if (between) return Number(between[1]) <= days && days <= Number(between[2])
  const one = /^([\d.]+) school days?( or fewer| or more)?$/.exec(phrase)
  if (!one) return false
  const n = Number(one[1])
  return one[2] === ' or fewer' ? days <= n : one[2] === ' or more' ? days >= n : days === n
}

/** What a part of a whole was said to be, held against both. */
export function shareHolds(
  claim: 'every' | 'none' | 'not every' | 'most' | 'most, but not all,' | 'most but not all',
  part: number,
  whole: number,
): boolean {
  if (whole === 0) return false
  if (claim === 'every') return part === whole
  if (claim === 'none') return part === 0
  if (claim === 'not every') return part < whole
  return part * 2 > whole && (claim === 'most' || part < whole)
}
