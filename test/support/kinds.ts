import { checkRecord } from '../../server/records/check-record.ts'
import type { RecordKind } from '../../server/records/kind.ts'

/** The fields that a form is refused for, in their order; none when it may be stored. */
export function refusedFields(kind: RecordKind, form: Readonly<Record<string, unknown>>): string[] {
  const checked = checkRecord(kind, form)
  return 'problems' in checked ? checked.problems.map(({ field }) => field) : []
}
