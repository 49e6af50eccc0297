import type { AlertEventTable, AlertTable } from '../../db/tables/alert.ts'
import type { AlertChange } from './reconcile-alerts.ts'

/** Whom an alert's step is ascribed to when no person took it. */
export const BY_EVALUATION = 'evaluation'

/** The id of the step that brought an alert to a version: one step a version, and they sort in their order. */
export const eventId = ({ id, version }: Pick<AlertTable, 'id' | 'version'>) =>
  `${id}.${String(version).padStart(6, '0')}`

interface Place {
  schoolId: string
  childId: string
  at: string
}

const raisedRow = (
  change: AlertChange & { step: 'raised' },
  { schoolId, childId, at }: Place,
): AlertTable => ({
  id: crypto.randomUUID(),
  schoolId,
  childId,
  ruleId: change.ruleId,
  about: change.about,
  status: change.status,
  state: 'open',
  dueOn: change.dueOn,
  raisedAt: at,
  seenAt: null,
  answer: null,
  note: null,
  askAgainOn: null,
  closedAt: null,
  version: 1,
})

/** Open again, unseen and unanswered: what was said before stays in its events. */
const opened = {
  state: 'open',
  seenAt: null,
  answer: null,
  note: null,
  askAgainOn: null,
  closedAt: null,
} as const

function changedRow(
  row: AlertTable,
  change: Exclude<AlertChange, { step: 'raised' }>,
  at: string,
): AlertTable {
  const next = { ...row, version: row.version + 1 }
  if (change.step === 'closed') return { ...next, state: 'closed', closedAt: at }
  const { status, dueOn } = change
  if (change.step === 'reopened') return { ...next, ...opened, status, dueOn }
  return { ...next, status, dueOn, ...(change.step === 'worsened' ? { seenAt: null } : {}) }
}

/** The rows and the steps of their lives that changes of one child's alerts come to. */
export function alertRows(
  stored: readonly AlertTable[],
  changes: readonly AlertChange[],
  place: Place,
): { rows: AlertTable[]; events: AlertEventTable[] } {
  const byId = new Map(stored.map((row) => [row.id, row]))
  const rows: AlertTable[] = []
  const events: AlertEventTable[] = []
  for (const change of changes) {
    const before = change.step === 'raised' ? undefined : byId.get(change.id)
    const row =
      change.step === 'raised' ? raisedRow(change, place) : before && changedRow(before, change, place.at)
    if (!row) continue
    rows.push(row)
    if (change.step !== 'kept')
      events.push({
        id: eventId(row),
        schoolId: place.schoolId,
        alertId: row.id,
        at: place.at,
        changedBy: BY_EVALUATION,
        step: change.step,
        note: null,
      })
  }
  return { rows, events }
}
