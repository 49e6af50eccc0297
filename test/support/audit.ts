import type { AuditEntry } from '../../db/queries/audit-event.ts'
import { drawn, oneOf } from '../../server/demo/random.ts'

const routes = ['GET /api/today', 'GET /api/cohort', 'GET /api/children/:id', 'POST /api/children/search']
const acts = ['view', 'view', 'view', 'record.create', 'cohort.export', 'refused']
const people = [
  { accountId: 'a1', changedBy: 'Dana Invented', role: 'designated-teacher' },
  { accountId: 'a2', changedBy: 'Sol Invented', role: 'safeguarding-lead' },
  { accountId: 'a3', changedBy: 'Hana Invented', role: 'headteacher' },
] as const

/** Invented events of a school from 1 March 2026, one a minute: views, changes, exports, refusals. */
export function someEvents(count: number, schoolId: string, childIds: readonly string[]): AuditEntry[] {
  return Array.from({ length: count }, (_, i) => {
    const act = oneOf(acts, `act ${i}`)
    const route = oneOf(routes, `route ${i}`)
    const shown = route === 'GET /api/children/:id' ? [oneOf(childIds, `child ${i}`)] : childIds
    return {
      at: new Date(Date.UTC(2026, 2, 1) + i * 60_000).toISOString(),
      ...oneOf(people, `person ${i}`),
      signInId: 'ab'.repeat(8),
      address: '192.0.2.7',
      schoolId,
      action: act,
      route,
      ...(act === 'refused' ? { reason: 'not-allowed' } : { childIds: shown, dataClasses: [1, 3, 7] }),
      ...(act === 'record.create'
        ? { kind: 'contact', recordId: `r${Math.floor(drawn(`r ${i}`) * 99)}` }
        : {}),
      ...(act === 'cohort.export' ? { detail: { rows: shown.length, sha256: 'cd'.repeat(32) } } : {}),
    }
  })
}
