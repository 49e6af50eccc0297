import type { Rules } from '../../api.ts'
import { count, countInWords, sentence } from '../../format.ts'

export type Rule = Rules['rules'][number]

export const OWNERS_ANY = 'anyone'

export interface RuleFilter {
  text: string
  says: 'all' | 'breach' | 'due' | 'watch' | 'no-data'
  owner: string
}

const AREAS: Readonly<Record<string, string>> = {
  pep: 'Personal education plans (PEPs)',
  suspension: 'Suspension and exclusion',
  moves: 'Moves and shorter days',
  safety: 'Safety in school',
  attendance: 'Attendance',
  care: 'Care status and the school’s days',
}

/** Letters alone, small, without their accents: what is typed is found however it is written. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = ({ title, breachTitle, why, action, source, place }: Rule) =>
  plain([title, breachTitle, why, action.text, source.title, source.short, place ?? ''].join(' '))

/** The rules that hold every word typed, say what is asked for, and are the chosen person's duty. */
export function chosenRules(rules: readonly Rule[], { text, says, owner }: RuleFilter): Rule[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return rules.filter(
    (rule) =>
      (says === 'all' || (rule.counts?.[says] ?? 0) > 0) &&
      (owner === OWNERS_ANY || rule.owner === owner) &&
      words.every((word) => wordsOf(rule).includes(word)),
  )
}

/** Rules by area of duty: plans and suspensions first, since there the days count. */
export function areasOf(rules: readonly Rule[]): { id: string; title: string; rules: Rule[] }[] {
  const order = Object.keys(AREAS)
  const found = [...new Set(rules.map(({ area }) => area))]
  const sorted = found.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return sorted.map((area) => ({
    id: area,
    title: AREAS[area] ?? sentence(area),
    rules: rules.filter((rule) => rule.area === area),
  }))
}

/** Whether the reader gets the words alone, without what the rules find. */
export const inWordsAlone = (rules: readonly Rule[]): boolean => rules.every(({ counts }) => counts === null)

/** What the page says first: how many rules find something broken today, of how many. */
export function rulesSentence(rules: readonly Rule[]): { sentence: string; lead: string } {
  const inForce = rules.filter((rule) => rule.inForce)
  if (inWordsAlone(rules))
    return {
      sentence: `${sentence(countInWords(rules.length, 'rule'))}, each with where it is written.`,
      lead: 'In plain words, with whose duty it is and whether we read it there ourselves. What they find is the school’s to see: governors read it in the report.',
    }
  const broken = inForce.filter(({ counts }) => counts !== null && counts.breach > 0).length
  const unknown = inForce.filter(
    ({ counts }) => counts !== null && counts['no-data'] + counts.error > 0,
  ).length
  const said =
    broken === 0
      ? `No rule of ${rules.length} finds anything broken today.`
      : `${sentence(countInWords(broken, 'rule'))} of ${rules.length} ${broken === 1 ? 'finds' : 'find'} something broken today.`
  const lead = [
    'Each in plain words, with whose duty it is, where that is written, and whether we read it there ourselves.',
    unknown === 0 ? '' : `${sentence(countInWords(unknown, 'rule'))} cannot tell for at least one child.`,
    inForce.length === rules.length
      ? ''
      : `${count(rules.length - inForce.length, 'rule')} ${rules.length - inForce.length === 1 ? 'is' : 'are'} not in force on this day.`,
  ]
  return { sentence: said, lead: lead.filter(Boolean).join(' ') }
}
