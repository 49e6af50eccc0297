import type { IsoDate } from '../calendar/iso-date.ts'
import type { RuleFinding } from '../engine/run-rules.ts'

export type AlertStatus = 'breach' | 'due' | 'watch'
export type AlertState = 'open' | 'answered' | 'postponed' | 'closed'

/** What the reconciliation must know of a stored alert of one child. */
export interface StoredAlert {
  id: string
  ruleId: string
  about: string
  status: AlertStatus
  state: AlertState
  dueOn: string | null
  askAgainOn: string | null
}

export type AlertChange =
  | { step: 'raised'; ruleId: string; about: string; status: AlertStatus; dueOn: IsoDate | null }
  | { step: 'reopened' | 'worsened' | 'kept'; id: string; status: AlertStatus; dueOn: IsoDate | null }
  | { step: 'closed'; id: string }

const rank = { watch: 0, due: 1, breach: 2 } as const

/** A finding's key within one child: its rule and what it is about. */
export const alertKey = ({ ruleId, about }: { ruleId: string; about: string }) => `${ruleId}\n${about}`

const isAlertStatus = (status: string): status is AlertStatus => status in rank

/**
 * What must change in one child's alerts so that they agree with today's findings. Pure.
 * A broken duty and a watch are alerts at once, a due one from `horizon` on (the tenth school day from today).
 * An answered alert stays answered until its finding gets worse; a postponed one opens on its day;
 * one that facts no longer support is closed, unless it could not be worked out or was not told enough: the
 * whole rule, or this alert alone where the finding says what it is about.
 */
export function reconcileAlerts(
  stored: readonly StoredAlert[],
  findings: readonly RuleFinding[],
  { on, horizon }: { on: IsoDate; horizon: IsoDate | null },
): AlertChange[] {
  const byKey = new Map(stored.map((alert) => [alertKey(alert), alert]))
  const undecided = new Set<string>()
  const supported = new Set<string>()
  const changes: AlertChange[] = []

  for (const finding of findings) {
    if (finding.status === 'no-data' || finding.status === 'error')
      undecided.add(finding.about === '' ? finding.ruleId : alertKey(finding))
    if (!isAlertStatus(finding.status)) continue
    const key = alertKey(finding)
    const alert = byKey.get(key)
    const dueOn = finding.dueOn ?? null
    supported.add(key)
    if (!alert || alert.state === 'closed') {
      const farAhead = finding.status === 'due' && dueOn !== null && horizon !== null && dueOn > horizon
      if (farAhead) continue
      const { ruleId, about, status } = finding
      changes.push(
        alert
          ? { step: 'reopened', id: alert.id, status, dueOn }
          : { step: 'raised', ruleId, about, status, dueOn },
      )
      continue
    }
    const worse = rank[finding.status] > rank[alert.status]
    const asksAgain = alert.state === 'postponed' && alert.askAgainOn !== null && alert.askAgainOn <= on
    if (alert.state === 'answered' ? worse : asksAgain)
      changes.push({ step: 'reopened', id: alert.id, status: finding.status, dueOn })
    else if (worse) changes.push({ step: 'worsened', id: alert.id, status: finding.status, dueOn })
    else if (finding.status !== alert.status || dueOn !== alert.dueOn)
      changes.push({ step: 'kept', id: alert.id, status: finding.status, dueOn })
  }

  for (const alert of stored)
    if (
      alert.state !== 'closed' &&
      !supported.has(alertKey(alert)) &&
      !undecided.has(alert.ruleId) &&
      !undecided.has(alertKey(alert))
    )
      changes.push({ step: 'closed', id: alert.id })
  return changes
}
