import { ruleOptionsOf } from '../../alerts/rule-options.ts'
import type { Picture } from '../../alerts/picture.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { Status } from '../../engine/finding.ts'
import type { LoadedRule } from '../../engine/load-rules.ts'
import { anyLine, type Action, type Force, type Owner } from '../../engine/rule.ts'
import { sources, type Source, type SourceForce, type Verified } from '../../law/sources.ts'
import { absenceContext, type ContextLine } from './cohort-charts.ts'
import { namedChild, type NamedChild } from './child-name.ts'

export interface SourceView {
  title: string
  short: string
  url: string | null
  force: SourceForce
  from: string
  verified: Verified
}

export interface RuleOptionView {
  name: string
  label: string
  /** `time of day`: the numbers are minutes of the day. */
  unit: string
  usual: number
  value: number
  /** The least and the most that may be chosen. */
  least: number
  most: number
}

export interface RuleView {
  id: string
  area: string
  title: string
  breachTitle: string
  why: string
  action: Action
  severity: LoadedRule['severity']
  owner: Owner
  force: Force
  place: string | null
  source: SourceView
  /** From when to when the rule holds; it is run on no other day. */
  from: string
  to: string | null
  inForce: boolean
  groups: LoadedRule['groups']
  needs: readonly string[]
  options: readonly RuleOptionView[]
  /** How many findings of each status it has as at the day, over all children; null for who reads no exact figures. */
  counts: Record<Status, number> | null
  /** Children of whom it asks something or cannot tell, the most urgent first: one line a child. */
  concerns: readonly { child: NamedChild; status: Status; message: string }[]
}

export interface Rules {
  on: IsoDate
  evaluatesOn: IsoDate
  rules: readonly RuleView[]
  /** What the rules rest on, law first. */
  sources: readonly SourceView[]
  /** Published figures that charts show beside our own. */
  benchmarks: readonly ContextLine[]
}

const noCounts = (): Record<Status, number> => ({
  met: 0,
  watch: 0,
  due: 0,
  breach: 0,
  'not-applicable': 0,
  'no-data': 0,
  error: 0,
})

const urgency: readonly Status[] = ['breach', 'due', 'watch', 'no-data', 'error']

/** The children a rule asks something of, or cannot tell about, with the most urgent of its findings on each. */
function concernsOf(ruleId: string, { children }: Picture): RuleView['concerns'] {
  const found = children.flatMap(({ row, facts, findings }) => {
    const own = findings.filter((finding) => finding.ruleId === ruleId && urgency.includes(finding.status))
    const [first] = own.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status))
    return first ? [{ child: namedChild(row, facts), status: first.status, message: first.message }] : []
  })
  return found.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status))
}

const sourceView = ({ title, short, url, force, from, verified }: Source): SourceView => ({
  title,
  short,
  url,
  force,
  from,
  verified,
})

const strength: readonly SourceForce[] = ['law', 'statutory-guidance', 'guidance', 'local-policy']

function sourcesOf(rules: readonly LoadedRule[]): SourceView[] {
  const used = [...new Set(rules.map(({ duty }) => duty.source))].map((id) => sourceView(sources[id]))
  return used.toSorted((a, b) => strength.indexOf(a.force) - strength.indexOf(b.force))
}

/**
 * Every rule in its own words, with what it says today: nobody has to trust us. Whoever reads no exact figures gets
 * the words alone, which are the same whatever is so of the children.
 */
export function rulesView(
  picture: Picture,
  rules: readonly LoadedRule[],
  asked: { on: IsoDate; inWordsAlone?: boolean },
): Rules {
  const { on, children, school } = picture
  const counts = new Map(rules.map(({ id }) => [id, noCounts()]))
  for (const { findings } of children)
    for (const { ruleId, status } of findings) {
      const counted = counts.get(ruleId)
      if (counted) counted[status] += 1
    }
  const chosen = ruleOptionsOf(school)
  return {
    on: asked.on,
    evaluatesOn: on,
    rules: rules.map((rule) => {
      const { id, area, title, breachTitle, why, action, severity, duty, groups, needs, options } = rule
      const { owner, force, place = null, from, to = null } = duty
      return {
        id,
        area,
        title,
        breachTitle,
        why,
        action,
        severity,
        owner,
        force,
        place,
        source: sourceView(sources[duty.source]),
        from,
        to,
        inForce: from <= on && (to === null || on <= to),
        groups,
        needs,
        options: Object.entries(options).map(([name, { label, unit, value, ...bounds }]) => ({
          name,
          label,
          unit,
          usual: value,
          value: chosen[id]?.[name] ?? value,
          ...anyLine,
          ...bounds,
        })),
        counts: asked.inWordsAlone ? null : (counts.get(id) ?? noCounts()),
        concerns: asked.inWordsAlone ? [] : concernsOf(id, picture),
      }
    }),
    sources: sourcesOf(rules),
    benchmarks: absenceContext(picture),
  }
}
