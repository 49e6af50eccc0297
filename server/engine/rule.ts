import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { ChildFacts, FactName, Group } from '../facts/child-facts.ts'
import type { SourceId } from '../law/sources.ts'
import type { Finding } from './finding.ts'

/** Must = law, should = statutory guidance, advice = other guidance, local = a line the school drew itself. */
export type Force = 'must' | 'should' | 'advice' | 'local'

export type Owner =
  | 'designated-teacher'
  | 'headteacher'
  | 'governing-board'
  | 'local-authority'
  | 'attendance-lead'
  | 'safeguarding-lead'

/** Whose duty it is, how strong, where it is written, and from when to when it holds. */
export interface Duty {
  owner: Owner
  force: Force
  source: SourceId
  /** Where in the source, such as `reg 24`. */
  place?: string
  from: string
  to?: string
}

export interface Action {
  /** What to do, as a sentence. */
  text: string
  /** The words on the button. */
  label: string
  /** The kind of record whose form the button opens; none opens the child's page. */
  form?: string
}

export interface RuleContext<O> {
  on: IsoDate
  year: AcademicYear
  calendar: SchoolCalendar
  /** Local choices, the school's own or the rule's defaults. */
  options: O
}

export interface RuleOption {
  label: string
  /** `time of day` counts in minutes, and is shown as a wall time. */
  unit: string
  value: number
  /** The least and the most a school may choose; `anyLine` when left out. */
  least?: number
  most?: number
}

/** What a school may choose where an option says nothing else. */
export const anyLine = { least: 0, most: 1000 } as const

export type RuleOptions = Readonly<Record<string, RuleOption>>

/** The values of options, by name. */
export type OptionValues<O extends RuleOptions> = { readonly [K in keyof O]: number }

type Known<K extends FactName> = { readonly [F in K]: NonNullable<ChildFacts[F]> }

export interface RuleDefinition<K extends FactName, O extends RuleOptions, M extends FactName = never> {
  /** The file's name; a noun first, then the failing state. */
  id: string
  /** What is so when the duty is kept. */
  title: string
  /** What is so when it is broken. */
  breachTitle: string
  /** The head of several children to be watched; `breachTitle` when left out. */
  watchTitle?: string
  why: string
  action: Action
  severity: 'high' | 'medium' | 'low'
  /** The days in which its distance is told; school days when left out. */
  counts?: 'working days'
  duty: Duty
  /** Children who were in one of these groups this academic year; `everyone` asks no group. */
  groups: readonly Group[] | 'everyone'
  needs: readonly K[]
  /** Facts it can do without: null here when nobody told us. */
  uses?: readonly M[]
  options?: O
  /** Set where "done" and "not done" are no answers: what is recorded closes it, or why it is no duty here. */
  closedBy?: 'record'
  /** Pure. Facts in `needs` are known here, those in `uses` may be null; anything else does not compile. */
  check(
    facts: Known<K> & Readonly<Pick<ChildFacts, M>>,
    context: RuleContext<OptionValues<O>>,
  ): Finding | readonly Finding[]
}

/** A rule whose types of facts and options are forgotten: what the engine runs. */
export type Rule = Omit<RuleDefinition<FactName, RuleOptions, FactName>, 'check' | 'options'> & {
  options: RuleOptions
  check(
    facts: ChildFacts,
    context: RuleContext<Readonly<Record<string, number>>>,
  ): Finding | readonly Finding[]
}

/** One rule: metadata and one pure function of the declared facts and a day. */
export function defineRule<
  const K extends FactName,
  const O extends RuleOptions = Record<never, RuleOption>,
  const M extends FactName = never,
>(definition: RuleDefinition<K, O, M>): Rule {
  return { ...definition, options: definition.options ?? {} } as unknown as Rule
}
