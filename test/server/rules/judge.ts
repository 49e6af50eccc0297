import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { SchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import type { Status } from '../../../server/engine/finding.ts'
import { prepareRules, type RuleFinding } from '../../../server/engine/run-rules.ts'
import type { Rule } from '../../../server/engine/rule.ts'
import type { ChildFacts } from '../../../server/facts/child-facts.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'

/** What a rule is expected to answer about one child on one day; only what is given is compared. */
export interface Verdict {
  status: Status
  about?: string
  /** The whole message, or words in it. */
  message?: string | RegExp
  headline?: string | undefined
  dueOn?: string | undefined
  since?: string
  final?: true | undefined
  prefill?: Readonly<Record<string, string>>
}

export interface Case {
  /** A sentence of the domain: the test's name. */
  name: string
  child: ChildFacts
  on: string
  calendar?: SchoolCalendar
  /** The school's own choices of the rule's options. */
  options?: Readonly<Record<string, number>>
  /** One verdict, or one for each finding in order; a status alone will do. */
  verdict: Status | Verdict | readonly (Status | Verdict)[]
}

const ordinary = aCalendar()

/** The rule's findings about a child on a day, through the engine: groups, missing facts and dates in force. */
export function findingsOf(
  rule: Rule,
  one: Pick<Case, 'child' | 'on' | 'calendar' | 'options'>,
): RuleFinding[] {
  const on = isoDate(one.on)
  return prepareRules([rule], {
    on,
    year: academicYearOf(on),
    calendar: one.calendar ?? ordinary,
    options: one.options ? { [rule.id]: one.options } : {},
    onError: (_ruleId, _childId, error) => {
      throw error
    },
  })(one.child)
}

/** What must hold of every finding of every rule, whatever it says. */
function expectWellFormed(findings: readonly RuleFinding[]) {
  const abouts = findings.map((finding) => finding.about)
  expect(new Set(abouts).size, 'two findings are about the same thing').toBe(abouts.length)
  for (const { status, message, headline, dueOn, since, evidence } of findings) {
    expect(message).toMatch(/^[A-Z0-9“][^]*[.”]$/)
    expect(message).not.toMatch(/undefined|null|NaN|\[object|\s{2}| ,|\.\.|\b0 \w|\b1 \w+s\b/)
    if (headline !== undefined) expect(headline).toMatch(/^[A-Z0-9][^]{0,79}(?<!\.)$/)
    if (status === 'breach') expect(since, 'a breach says since when').toBeDefined()
    if (since !== undefined) expect(status).toBe('breach')
    if (status === 'met' || status === 'not-applicable') expect(dueOn).toBeUndefined()
    if (status === 'breach' || status === 'watch' || status === 'due')
      expect(evidence?.length ?? 0, 'an alert shows its evidence').toBeGreaterThan(0)
    for (const row of evidence ?? [])
      expect(`${row.label}: ${row.value}`).not.toMatch(/undefined|null|NaN|: $/)
  }
}

function expectVerdict(finding: RuleFinding, wanted: Status | Verdict) {
  const { message, ...exact } = typeof wanted === 'string' ? { status: wanted } : wanted
  for (const [key, value] of Object.entries(exact))
    expect(finding[key as keyof Omit<Verdict, 'message'>], `${key} of: ${finding.message}`).toEqual(value)
  if (message instanceof RegExp) expect(finding.message).toMatch(message)
  else if (message !== undefined) expect(finding.message).toBe(message)
}

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T]

function refuseSloppy(rule: Rule, cases: readonly Case[]) {
  const names = new Set<string>()
  const situations = new Set<string>()
  const statuses = new Set<string>()
  for (const { name, child, on, calendar, options, verdict } of cases) {
    const situation = JSON.stringify([child, on, calendar?.terms, options])
    if (names.has(name)) throw new Error(`Two cases of ${rule.id} are called “${name}”`)
    if (situations.has(situation))
      throw new Error(`${rule.id}: “${name}” repeats the facts and day of another`)
    const verdicts = listOf<Status | Verdict>(verdict)
    if (verdicts.length === 0) throw new Error(`${rule.id}: “${name}” expects nothing`)
    names.add(name)
    situations.add(situation)
    for (const each of verdicts) statuses.add(typeof each === 'string' ? each : each.status)
  }
  const missing =
    rule.groups === 'everyone'
      ? ['care', 'pep', 'attendance', 'suspension']
      : ['pep', 'attendance', 'suspension']
  const wanted = rule.needs.some((fact) => missing.includes(fact))
    ? ['not-applicable', 'no-data']
    : ['not-applicable']
  for (const status of wanted)
    if (!statuses.has(status)) throw new Error(`No case of ${rule.id} is ${status}`)
  if (!statuses.has('breach') && !statuses.has('watch')) throw new Error(`No case of ${rule.id} ever fires`)
}

/** Tests a rule on cases; refuses cases that say nothing or say the same twice, and sets with a gap. */
export function judge(rule: Rule, cases: readonly Case[]) {
  refuseSloppy(rule, cases)
  describe(rule.id, () => {
    for (const one of cases) {
      it(one.name, () => {
        const findings = findingsOf(rule, one)
        const verdicts = listOf<Status | Verdict>(one.verdict)
        expect(findings.map((finding) => finding.status)).toEqual(
          verdicts.map((each) => (typeof each === 'string' ? each : each.status)),
        )
        expectWellFormed(findings)
        for (const [index, finding] of findings.entries()) expectVerdict(finding, verdicts[index] ?? 'error')
      })
    }
  })
}
