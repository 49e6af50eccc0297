import { ruleOptionsOf } from '../../alerts/assess.ts'
import type { Picture } from '../../alerts/picture.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { Status } from '../../engine/finding.ts'
import type { LoadedRule } from '../../engine/load-rules.ts'
import type { Action, Force, Owner } from '../../engine/rule.ts'
import { sources } from '../../law/sources.ts'

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
  source: { title: string; short: string; url: string | null; force: string; from: string; verified: string }
  /** From when to when the rule holds; it is run on no other day. */
  from: string
  to: string | null
  inForce: boolean
  groups: LoadedRule['groups']
  needs: readonly string[]
  options: readonly { name: string; label: string; unit: string; usual: number; value: number }[]
  /** How many findings of each status it has as at the day, over all children. */
  counts: Record<Status, number>
}

export interface Rules {
  on: IsoDate
  evaluatesOn: IsoDate
  rules: readonly RuleView[]
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

/** Every rule in its own words, with what it says today: nobody has to trust us. */
export function rulesView(picture: Picture, rules: readonly LoadedRule[], asked: { on: IsoDate }): Rules {
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
      const { title: sourceTitle, short, url, force: strength, from: since, verified } = sources[duty.source]
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
        source: { title: sourceTitle, short, url, force: strength, from: since, verified },
        from,
        to,
        inForce: from <= on && (to === null || on <= to),
        groups,
        needs,
        options: Object.entries(options).map(([name, { label, unit, value }]) => ({
          name,
          label,
          unit,
          usual: value,
          value: chosen[id]?.[name] ?? value,
        })),
        counts: counts.get(id) ?? noCounts(),
      }
    }),
  }
}
