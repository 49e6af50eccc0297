import type { AuditEventTable } from '../../db/tables/audit-event.ts'
import { spreadsheetCsv } from '../spreadsheet-safe.ts'
import { actWords } from './act-words.ts'
import { roleInWords } from './who-looked.ts'

const header = [
  'Event',
  'At (UTC)',
  'Person',
  'Role',
  'What',
  'Action',
  'Route',
  'Children',
  'Classes of data',
  'Reason',
  'Address',
  'Hash',
]

/** Reasons that people typed about a child's record stay with that record. */
const mayTell = /^(export|audit\.export|refused)$/

/** Events as a table for a spreadsheet; no child is named in it, by name or id. */
export const auditCsv = (
  events: readonly AuditEventTable[],
  childrenOf: (event: AuditEventTable) => number | null,
): string =>
  spreadsheetCsv(
    header,
    events.map((event) => [
      event.seq,
      event.at,
      event.changedBy,
      roleInWords(event.role),
      actWords(event),
      event.action,
      event.route,
      childrenOf(event),
      event.dataClasses?.replaceAll(';', ' ') ?? null,
      mayTell.test(event.action) ? event.reason : null,
      event.address,
      event.hash,
    ]),
  )
