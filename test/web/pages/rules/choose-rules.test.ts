import { expect, it } from 'vitest'
import {
  areasOf,
  chosenRules,
  OWNERS_ANY,
  rulesSentence,
  type Rule,
} from '../../../../web/pages/rules/choose-rules.ts'
import { aboutWords, forceSpan } from '../../../../web/pages/rules/rule-card.ts'
import { verifiedWords } from '../../../../web/pages/rules/sources.ts'

const counts = { met: 0, watch: 0, due: 0, breach: 0, 'not-applicable': 0, 'no-data': 0, error: 0 }
const source = {
  title: 'Care Planning Regulations',
  short: 'Care Planning',
  url: null,
  force: 'law',
  from: '2011-04-01',
  verified: 'primary',
} as const

const rule = (over: Partial<Rule> = {}): Rule => ({
  id: 'x',
  area: 'attendance',
  title: 'Register kept',
  breachTitle: 'Register not kept',
  why: 'Because of the café.',
  action: { text: 'Ask.', label: 'Ask' },
  severity: 'high',
  owner: 'headteacher',
  force: 'must',
  place: 'regulation 10',
  source,
  from: '2024-08-19',
  to: null,
  inForce: true,
  groups: ['cla'],
  needs: [],
  options: [],
  counts,
  concerns: [],
  ...over,
})
const all = { text: '', says: 'all', owner: OWNERS_ANY } as const

it('rules are found by every word typed, whatever the accents, by what they say and by whose duty they are', () => {
  const rules = [rule(), rule({ id: 'y', title: 'PEP held', why: '', counts: { ...counts, breach: 2 } })]
  const ids = (filter: Parameters<typeof chosenRules>[1]) => chosenRules(rules, filter).map(({ id }) => id)
  expect(ids(all)).toEqual(['x', 'y'])
  expect(ids({ ...all, text: ' CAFE  because' })).toEqual(['x'])
  expect(ids({ ...all, text: 'regulation pep' })).toEqual(['y'])
  expect(ids({ ...all, says: 'breach' })).toEqual(['y'])
  expect(ids({ ...all, owner: 'governing-board' })).toEqual([])
})

it('plans and suspensions come first, an area without a name of ours last of all or under its own', () => {
  const rules = [rule(), rule({ area: 'suspension' }), rule({ area: 'pep' })]
  expect(areasOf(rules).map(({ id }) => id)).toEqual(['pep', 'suspension', 'attendance'])
})

it('the page says how many rules find something broken, for none, one and many', () => {
  const broken = rule({ counts: { ...counts, breach: 1 } })
  expect(rulesSentence([rule()]).sentence).toBe('No rule of 1 finds anything broken today.')
  expect(rulesSentence([rule(), broken]).sentence).toBe('One\u00a0rule of 2 finds something broken today.')
  expect(rulesSentence([broken, broken]).sentence).toBe('Two\u00a0rules of 2 find something broken today.')
  const past = rule({ inForce: false, counts: { ...counts, breach: 1 } })
  expect(rulesSentence([past]).lead).toContain('1\u00a0rule is not in force on this day.')
})

it('from when to when a rule holds is said for rules past, present and to come', () => {
  expect(forceSpan({ from: '2024-08-19', to: null, inForce: true })).toMatch(
    /^In force since 19.August.2024$/,
  )
  expect(forceSpan({ from: '2026-07-26', to: null, inForce: false })).toMatch(
    /^Comes into force on 26.July.2026$/,
  )
  expect(forceSpan({ from: '2022-09-01', to: '2026-07-25', inForce: false })).toMatch(/^Was in force from 1/)
  expect(forceSpan({ from: '1900-01-01', to: null, inForce: true })).toContain('of our own')
})

it('whom a rule is about and how far its source was read is said in plain words', () => {
  expect(aboutWords('everyone')).toBe('Every child on our list')
  expect(aboutWords(['cla', 'cp'])).toBe(
    'Children who are, or were this year, looked after, or under child protection',
  )
  expect(verifiedWords('primary')).toBe('Read in the source itself.')
  expect(verifiedWords('secondary')).toContain('not read')
})
