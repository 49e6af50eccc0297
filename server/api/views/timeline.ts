import type { RuleFinding } from '../../engine/run-rules.ts'
import { suspensionReasons } from '../../law/suspension-reasons.ts'
import type { RecordView } from '../../records/record-view.ts'
import { titleOf, type RulesById } from './card.ts'

/** How a duty that a record touches stands. */
export interface TouchedDuty {
  ruleId: string
  about: string
  status: RuleFinding['status']
  title: string
  message: string
}

export interface TimelineEntry extends RecordView {
  /** What one of its kind is called. */
  title: string
  /** Reasons of a suspension in the words of their codes. */
  reasons: readonly string[]
  /** Duties whose finding rests on this record, the gravest first. */
  duties: readonly TouchedDuty[]
}

const gravity = ['breach', 'due', 'error', 'no-data', 'watch', 'met', 'not-applicable']

const rests = ({ about, record, evidence = [] }: RuleFinding, { kind, id }: RecordView) =>
  about === `${kind}:${id}` || record?.id === id || evidence.some((each) => each.record?.id === id)

function reasonsOf({ fields }: RecordView): string[] {
  const codes = Array.isArray(fields['reasons']) ? (fields['reasons'] as readonly string[]) : []
  return codes.map((code) => suspensionReasons.find((each) => each.code === code)?.meaning ?? code)
}

/** Every record of a child, newest first; one without a day stands last. */
export function timeline(
  records: readonly (RecordView & { title: string })[],
  findings: readonly RuleFinding[],
  rules: RulesById,
): TimelineEntry[] {
  return records
    .toSorted((a, b) =>
      (a.on ?? '') === (b.on ?? '') ? (a.id < b.id ? -1 : 1) : (a.on ?? '') > (b.on ?? '') ? -1 : 1,
    )
    .map((record) => ({
      ...record,
      reasons: reasonsOf(record),
      duties: findings
        .filter((finding) => finding.status !== 'not-applicable' && rests(finding, record))
        .toSorted((a, b) => gravity.indexOf(a.status) - gravity.indexOf(b.status))
        .flatMap((finding) => {
          const rule = rules.get(finding.ruleId)
          const { ruleId, about, status, message } = finding
          return rule ? [{ ruleId, about, status, title: titleOf(rule, finding), message }] : []
        }),
    }))
}
