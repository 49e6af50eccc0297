import type { AlertTable } from '../../../db/tables/alert.ts'
import { alertKey } from '../../alerts/reconcile-alerts.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { Evidence } from '../../engine/finding.ts'
import type { LoadedRule } from '../../engine/load-rules.ts'
import type { Action, Force, Owner } from '../../engine/rule.ts'
import type { RuleFinding } from '../../engine/run-rules.ts'
import { sources } from '../../law/sources.ts'
import { namedChild, type NamedChild } from './child-name.ts'
import { distanceOf, type DayKind } from './distance.ts'

/** Whose duty it is, how strong, and where that is written. */
export interface DutyView {
  owner: Owner
  force: Force
  sourceTitle: string
  sourceShort: string
  place: string | null
  url: string | null
}

/** Where somebody stands with it; `none` when the day is not today, or nothing was raised yet. */
export type CardState = AlertTable['state'] | 'none'

/** One thing that asks for somebody: the finding, its rule, and what was answered. */
export interface Card {
  alertId: string | null
  version: number | null
  state: CardState
  answer: AlertTable['answer']
  note: string | null
  askAgainOn: string | null
  seen: boolean
  ruleId: string
  /** The rule's area of duty. */
  area: LoadedRule['area']
  about: string
  child: NamedChild
  status: 'breach' | 'due' | 'watch'
  title: string
  message: string
  evidence: readonly Evidence[]
  duty: DutyView
  severity: LoadedRule['severity']
  /** Set where the word “done” alone answers nothing: only what is recorded closes it. */
  closedBy: 'record' | null
  dueOn: IsoDate | null
  since: IsoDate | null
  /** Nothing can undo it any more; only an honest record closes it. */
  final: boolean
  /** Days to the due day, negative when late; null where nothing has a day. */
  distance: number | null
  dayKind: DayKind
  action: Action & {
    record: { kind: string; id: string } | null
    prefill: Readonly<Record<string, string>> | null
  }
}

export type RulesById = ReadonlyMap<string, LoadedRule>
/** One child's alerts by `alertKey`. */
export type AlertsByKey = ReadonlyMap<string, AlertTable>

export function dutyView({ duty }: Pick<LoadedRule, 'duty'>): DutyView {
  const { title, short, url } = sources[duty.source]
  const { owner, force, place = null } = duty
  return { owner, force, sourceTitle: title, sourceShort: short, place, url }
}

/** What is said at the head of a finding: its own words, else the rule's for kept or for what is so otherwise. */
export const titleOf = (rule: LoadedRule, { headline, status }: Pick<RuleFinding, 'headline' | 'status'>) =>
  headline ?? (status === 'breach' || status === 'watch' ? rule.breachTitle : rule.title)

const asksForSomebody = (status: RuleFinding['status']): status is Card['status'] =>
  status === 'breach' || status === 'due' || status === 'watch'

const dayKindOf = (rule: LoadedRule): DayKind => (rule.counts === 'working days' ? 'working' : 'school')

/** The cards of one child: every finding that is broken, due or to be watched, with its alert where one exists. */
export function cardsOf(
  { row, facts, findings }: AssessedChild,
  { on, calendar }: Pick<Picture, 'on' | 'calendar'>,
  rules: RulesById,
  alerts: AlertsByKey,
): Card[] {
  const child = namedChild(row, facts)
  return findings.flatMap((finding) => {
    const { status, about, message, evidence = [] } = finding
    const rule = rules.get(finding.ruleId)
    if (!rule || !asksForSomebody(status)) return []
    const alert = alerts.get(alertKey(finding))
    const dayKind = dayKindOf(rule)
    return [
      {
        alertId: alert?.id ?? null,
        version: alert?.version ?? null,
        state: alert?.state ?? 'none',
        answer: alert?.answer ?? null,
        note: alert?.note ?? null,
        askAgainOn: alert?.askAgainOn ?? null,
        seen: (alert?.seenAt ?? null) !== null,
        ruleId: rule.id,
        area: rule.area,
        about,
        child,
        status,
        title: titleOf(rule, finding),
        message,
        evidence,
        duty: dutyView(rule),
        severity: rule.severity,
        closedBy: rule.closedBy ?? null,
        dueOn: finding.dueOn ?? null,
        since: finding.since ?? null,
        final: finding.final ?? false,
        distance: distanceOf(finding, { on, calendar, kind: dayKind }),
        dayKind,
        action: { ...rule.action, record: finding.record ?? null, prefill: finding.prefill ?? null },
      },
    ]
  })
}
