import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isIsoDate } from '../../../server/calendar/iso-date.ts'
import { loadRules } from '../../../server/engine/load-rules.ts'
import { sources } from '../../../server/law/sources.ts'
import { loadKinds } from '../../../server/records/load-kinds.ts'

const rulesFolder = new URL('../../../server/rules/', import.meta.url)
const testsFolder = new URL('./', import.meta.url)

const filesIn = (folder: URL, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted()

const ruleFiles = filesIn(rulesFolder, '.ts')
const rules = await loadRules()
const kinds = await loadKinds()
const sourceOf = (path: string) => readFileSync(new URL(`${path}.ts`, rulesFolder), 'utf8')

/** Words that a governor would have to look up, or that the product does not use of children. */
const shunned = /\b(LAC|VSH|DT|DSL|SW|CLA|PLA|CIN|CP|EWO|pupils?|students?|truan\w*|offender\w*)\b/
const facts = [
  'identity',
  'home',
  'care',
  'pep',
  'attendance',
  'suspension',
  'contact',
  'person',
  'intervention',
  'offSiteDirection',
  'managedMove',
  'partTimeTimetable',
  'safeguardingSeparation',
  'unlawfulExclusion',
  'restrictiveIntervention',
  'specialNeed',
]

describe('rules and their tests', () => {
  it('come in pairs: every rule has its test file, and every test file its rule', () => {
    expect(filesIn(testsFolder, '.test.ts')).toEqual(ruleFiles)
  })

  it('are all found by reading the folder, each in an area of duty', () => {
    expect(rules.map(({ area, id }) => `${area}/${id}`).toSorted()).toEqual(ruleFiles)
    expect(rules.length).toBe(ruleFiles.length)
  })
})

describe.each(rules.map((rule) => ({ rule, id: rule.id })))('$id', ({ rule }) => {
  const path = `${rule.area}/${rule.id}`
  const texts = [rule.title, rule.breachTitle, rule.why, rule.action.text, rule.action.label]

  it('has a name of the failing state, noun first', () => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)+$/)
    expect(rule.id).not.toMatch(/^(check|rule|no|is|has|missing|late)-/)
  })

  it('has two different titles in sentence case, short and without a full stop', () => {
    expect(rule.title).not.toBe(rule.breachTitle)
    for (const title of [rule.title, rule.breachTitle]) {
      expect(title).toMatch(/^[A-Z][^]*[^.!?…]$/)
      expect(title.length).toBeLessThanOrEqual(80)
      expect(title, 'sentence case').not.toMatch(/ (?!PEPs?\b|E\b|N\b|INSET\b|Virtual|School\b)[A-Z]/)
    }
  })

  it('says why and what to do in sentences that a governor can read', () => {
    for (const text of [rule.why, rule.action.text]) expect(text).toMatch(/^[A-Z][^]{20,}\.$/)
    expect(rule.why.length).toBeLessThanOrEqual(300)
    expect(rule.action.label).toMatch(/^[A-Z][^]*[^.]$/)
    expect(rule.action.label.length).toBeLessThanOrEqual(40)
    for (const text of texts) {
      expect(text).not.toMatch(shunned)
      expect(text, 'typographic quotes').not.toMatch(/['"]/)
    }
  })

  it('spells PEP out where it is about one', () => {
    if (rule.area === 'pep') expect(rule.why).toMatch(/personal education plans? \(PEPs?\)/)
  })

  it('rests on a source that was read, in force from a day on', () => {
    const { source, from, to, force } = rule.duty
    const cited = sources[source]
    expect(cited.verified).not.toBe('unverified')
    if (force !== 'local') expect(cited.url).toMatch(/^https:\/\//)
    if (force === 'must') expect(cited.force).toBe('law')
    if (force === 'should') expect(['law', 'statutory-guidance']).toContain(cited.force)
    expect(isIsoDate(from)).toBe(true)
    expect(from >= cited.from, 'not in force before its source').toBe(true)
    if (to !== undefined) {
      expect(isIsoDate(to)).toBe(true)
      expect(from <= to).toBe(true)
    }
  })

  it('declares facts that there are, and asks a group or everyone', () => {
    expect(rule.needs.length).toBeGreaterThan(0)
    for (const fact of [...rule.needs, ...(rule.uses ?? [])]) expect(facts).toContain(fact)
    expect(rule.groups.length).toBeGreaterThan(0)
  })

  it('holds for looked-after children alone when it is about their plan', () => {
    if (rule.area === 'pep' || rule.needs.includes('pep')) expect(rule.groups).toEqual(['cla'])
  })

  it('opens the form of a kind of record, if any', () => {
    if (rule.action.form !== undefined) expect([...kinds.keys()]).toContain(rule.action.form)
  })

  it('labels its options with a unit and a default', () => {
    for (const { label, unit, value } of Object.values(rule.options)) {
      expect(label).toMatch(/^[A-Z][^]*[^.]$/)
      expect(unit).not.toBe('')
      expect(Number.isFinite(value)).toBe(true)
    }
  })

  it('knows the engine, the calendar and the law, and nothing else', () => {
    const imported = [...sourceOf(path).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, from]) => from)
    expect(imported.length).toBeGreaterThan(0)
    for (const from of imported) expect(from).toMatch(/^\.\.\/\.\.\/(engine|calendar|law)\/[a-z-]+\.ts$/)
  })

  it('is short enough to be read at once', () => {
    expect(sourceOf(path).split('\n').length).toBeLessThanOrEqual(121)
  })
})
