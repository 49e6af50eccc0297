import type { Finding } from '../engine/finding.ts'
import type { LoadedRule } from '../engine/load-rules.ts'
import type { RuleFinding } from '../engine/run-rules.ts'
import { aboutSuspension } from '../engine/suspension-duty.ts'
import type { LetterKind, Task } from './shapes-after.ts'
import { sourceOf } from './source-of.ts'

/** An alert as far as a task needs it. */
export interface AlertOf {
  readonly id: string
  readonly ruleId: string
  readonly about: string
}

const isTask = (status: Finding['status']): status is Task['status'] =>
  status === 'met' || status === 'due' || status === 'breach' || status === 'watch' || status === 'no-data'

const rank: Readonly<Record<Task['status'], number>> = { breach: 0, due: 1, watch: 2, 'no-data': 3, met: 4 }

/** The letter by which a rule's duty is done. */
const lettersByRule: Readonly<Record<string, LetterKind>> = {
  'parent-not-told': 'parent',
  'local-authority-not-told': 'local-authority',
  'social-worker-not-told': 'social-worker',
  'virtual-school-not-told': 'virtual-school',
  'board-not-told': 'governing-board',
  'education-notice-late': 'education',
  'education-details-late': 'education-details',
  'board-decision-not-told': 'board-decision',
  'cancellation-not-told': 'cancellation',
}

/** A form that records a notice says which letter it is, whatever the rule is called. */
function letterOf(ruleId: string, { about, prefill }: Pick<Finding, 'about' | 'prefill'>): LetterKind | null {
  if (about.endsWith(':home-authority')) return prefill === undefined ? null : 'home-authority'
  if (prefill?.['purpose'] === 'education-notice') return 'education'
  if (prefill?.['purpose'] === 'cancellation-notice')
    return prefill['withRole'] === 'governing-board' ? 'board-cancellation' : 'cancellation'
  return lettersByRule[ruleId] ?? null
}

/**
 * What is to be done about one suspension: broken first, then due, soonest first, then what is to be watched, what
 * nobody recorded, and what is done. What is no duty of it is left out. `findings` and `alerts` are the child's;
 * `howFar` is the day of a finding from today.
 */
export function tasksOf(
  suspensionId: string,
  findings: readonly RuleFinding[],
  rules: ReadonlyMap<
    string,
    Pick<LoadedRule, 'title' | 'breachTitle' | 'watchTitle' | 'action' | 'duty' | 'counts'>
  >,
  alerts: readonly AlertOf[],
  howFar: (finding: Finding, kind: Task['dayKind']) => number | null,
): readonly Task[] {
  const about = aboutSuspension({ id: suspensionId })
  const tasks = findings.flatMap((finding): Task[] => {
    const { ruleId, status, message, headline, prefill = {} } = finding
    const rule = rules.get(ruleId)
    const isAbout = finding.about === about || finding.about.startsWith(`${about}:`)
    if (!rule || !isAbout || !isTask(status)) return []
    const { action, duty } = rule
    const dayKind = rule.counts === 'working days' ? 'working' : 'school'
    const broken = status === 'watch' ? (rule.watchTitle ?? rule.breachTitle) : rule.breachTitle
    const alert = alerts.find((each) => each.ruleId === ruleId && each.about === finding.about)
    return [
      {
        ruleId,
        title: headline ?? (status === 'breach' || status === 'watch' ? broken : rule.title),
        message,
        status,
        final: finding.final ?? false,
        dueOn: finding.dueOn ?? null,
        since: finding.since ?? null,
        distance: howFar(finding, dayKind),
        dayKind,
        owner: duty.owner,
        force: duty.force,
        source: sourceOf(duty.source, duty.place ?? null),
        alertId: alert?.id ?? null,
        form: action.form ?? null,
        formLabel: action.label,
        prefill: status === 'met' || action.form === undefined ? prefill : { suspensionId, ...prefill },
        record: finding.record ?? null,
        letter: letterOf(ruleId, finding),
      },
    ]
  })
  const day = ({ dueOn }: Task) => dueOn ?? '9999'
  return tasks.toSorted(
    (a, b) => rank[a.status] - rank[b.status] || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0),
  )
}
