import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { ChildFacts, FactName } from '../facts/child-facts.ts'
import { notApplicable, type Finding } from './finding.ts'
import type { Rule } from './rule.ts'

export interface RuleFinding extends Finding {
  ruleId: string
}

export interface RunContext {
  on: IsoDate
  year: AcademicYear
  calendar: SchoolCalendar
  /** The school's local choices by rule id and option name. */
  options: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Told of a rule that threw, with the rule's id and the child's. */
  onError?: (ruleId: string, childId: string, error: unknown) => void
}

const untold: Record<FactName, string> = {
  identity: 'The child’s own record is missing.',
  home: 'Which authority the child lives in is not on record.',
  care: 'Nobody has told us of any care status.',
  pep: 'No PEP has been recorded or imported at this school yet.',
  attendance: 'There is no register for this academic year.',
  suspension: 'No suspension has been recorded or imported at this school yet.',
  contact: 'No contact is recorded.',
  person: 'No adult around the child is recorded.',
  intervention: 'Nothing that was tried is recorded.',
  offSiteDirection: 'No off-site direction is recorded.',
  managedMove: 'No managed move is recorded.',
  partTimeTimetable: 'No part-time timetable is recorded.',
  safeguardingSeparation: 'No safeguarding separation is recorded.',
  unlawfulExclusion: 'No unlawful exclusion is recorded.',
  restrictiveIntervention: 'No restrictive intervention is recorded.',
  specialNeed: 'Nothing is recorded of special educational needs.',
}

/** The option values in force: the rule's defaults with the school's choices laid over. */
function optionValues(rule: Rule, chosen: Readonly<Record<string, number>> | undefined) {
  const values: Record<string, number> = {}
  for (const [name, option] of Object.entries(rule.options)) values[name] = chosen?.[name] ?? option.value
  return values
}

/** A rule makes its findings anew for each child, so they are named in place; one it keeps is copied. */
function named(finding: Finding, ruleId: string): RuleFinding {
  if ('ruleId' in finding) return { ...finding, ruleId }
  const withRule = finding as RuleFinding
  withRule.ruleId = ruleId
  return withRule
}

/** Rules in force on a day, ready to run over many children: the options are read once. */
export function prepareRules(rules: readonly Rule[], context: RunContext) {
  const ready = rules
    .filter(({ duty }) => duty.from <= context.on && (duty.to === undefined || context.on <= duty.to))
    .map((rule) => ({
      rule,
      context: {
        on: context.on,
        year: context.year,
        calendar: context.calendar,
        options: optionValues(rule, context.options[rule.id]),
      },
      outside: { ruleId: rule.id, ...notApplicable('Not a duty for this child’s group.') },
      unknownGroup: { ruleId: rule.id, ...notApplicable('No care status is recorded for this child.') },
      empty: { ruleId: rule.id, ...notApplicable('There is nothing to check.') },
    }))

  /** All findings of one child; a rule that throws is an `error` finding of that rule alone. */
  return (facts: ChildFacts): RuleFinding[] => {
    const findings: RuleFinding[] = []
    for (const { rule, context: ruleContext, outside, unknownGroup, empty } of ready) {
      if (rule.groups !== 'everyone' && !rule.groups.some((group) => facts.care?.thisYear[group])) {
        findings.push(facts.care === null ? unknownGroup : outside)
        continue
      }
      const missing = rule.needs.find((name) => facts[name] === null)
      if (missing) {
        findings.push({ ruleId: rule.id, status: 'no-data', about: '', message: untold[missing] })
        continue
      }
      try {
        const found = rule.check(facts, ruleContext)
        const all = Array.isArray(found) ? (found as readonly Finding[]) : [found as Finding]
        if (all.length === 0) findings.push(empty)
        for (const one of all) findings.push(named(one, rule.id))
      } catch (error) {
        context.onError?.(rule.id, facts.identity.childId, error)
        findings.push({
          ruleId: rule.id,
          status: 'error',
          about: '',
          message: 'This could not be worked out. The reference is in the server’s log.',
        })
      }
    }
    return findings
  }
}
