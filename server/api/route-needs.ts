import type { DataClass, Extent, Right } from '../access/permissions.ts'

/**
 * What a route asks of who calls it. `anyone`: no sign-in. `password`: at least the first factor. `signed-in`:
 * both factors, whatever the role. Else the right to classes of data in the role acted in; `confirmed` wants a
 * factor shown within five minutes, `shows` means that an answer names children and is on record first.
 */
export type Need =
  | 'anyone'
  | 'password'
  | 'signed-in'
  | {
      readonly classes: readonly DataClass[]
      readonly right: Right
      readonly confirmed?: true
      /** It answers the need-to-know card and no more, so a right to the card is enough. */
      readonly card?: true
      /** Only a right of one of these extents opens it: it answers no more than that. */
      readonly of?: readonly Extent[]
      readonly shows?: 'children'
      /** Pages ask it by themselves again and again: it is no sign that anybody is there. */
      readonly isPoll?: true
    }
  /** The class of data is that of the kind of record in the address. */
  | { readonly kindOf: 'record'; readonly right: 'read' | 'write'; readonly shows: 'children' }

/** What a page about children may tell of them. */
export const wholeChild: readonly DataClass[] = [1, 3, 5, 7, 8]
const page = { classes: wholeChild, right: 'read', shows: 'children' } as const
const record = (right: 'read' | 'write') => ({ kindOf: 'record', right, shows: 'children' }) as const
const answering = { classes: [15], right: 'write', shows: 'children' } as const
const calendar = (right: 'read' | 'write') => ({ classes: [14], right }) as const
/** Accounts and roles: every change asks for a factor shown just now. */
const people = { classes: [12], right: 'write', confirmed: true } as const
/** What a school thinks of, and what came of it. */
const considered = (right: 'read' | 'write' | 'approve') =>
  ({ classes: [8], right, shows: 'children' }) as const
const suspensions = { classes: [1, 3, 8], right: 'read', shows: 'children' } as const
const beforeSuspending = { classes: [1, 2, 3, 8], right: 'read', shows: 'children' } as const
/** A Virtual School’s own: whoever advises reads what is asked. */
const inbox = { classes: [17], right: 'write', shows: 'children' } as const
const files = { classes: [16], right: 'write' } as const
/** A governor reads what is published of a report and no more; which of the two it is, its route says. */
const report = { classes: [10], right: 'read', of: ['school', 'figures'] } as const
/** A school's own work on its report. What names no child shows none; exact figures are on record by their route. */
const reporting = (right: 'write' | 'approve') => ({ classes: [10], right, of: ['school'] }) as const
const authorityReport = { classes: [10], right: 'read', of: ['looked-after'] } as const

/** Every route with what it needs. A route that does not stand here is refused and fails the tests. */
export const routeNeeds: Readonly<Record<string, Need>> = {
  'GET /api/openapi.json': 'anyone',
  'GET /api/health': 'anyone',
  // Only a demonstration has it, on this machine alone.
  'POST /api/demonstration/sign-in': 'anyone',

  'POST /api/sign-in/passkey/options': 'anyone',
  'POST /api/sign-in/passkey': 'anyone',
  'POST /api/enrol/passkey/options': 'password',
  'POST /api/enrol/passkey': 'password',
  'POST /api/me/confirm/passkey/options': 'signed-in',
  'POST /api/me/confirm/passkey': 'signed-in',
  'POST /api/me/passkeys/options': 'signed-in',
  'POST /api/me/passkeys': 'signed-in',
  'POST /api/me/passkeys/:id/remove': 'signed-in',

  'GET /api/me': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/sign-in/code': 'password',
  'POST /api/sign-in/recovery': 'password',
  'POST /api/sign-in/forgot': 'anyone',
  'POST /api/sign-out': 'anyone',
  'POST /api/links/look': 'anyone',
  'POST /api/links/take': 'anyone',
  'POST /api/set-up': 'anyone',
  'POST /api/enrol/authenticator': 'password',
  'POST /api/enrol/authenticator/confirm': 'password',
  'POST /api/me/lock': 'password',
  'POST /api/me/acting': 'signed-in',
  'POST /api/me/confirm': 'signed-in',
  'GET /api/me/account': 'signed-in',
  'POST /api/me/password': 'signed-in',
  'POST /api/me/sign-ins/:id/end': 'signed-in',
  'POST /api/me/recovery-codes': 'signed-in',
  'POST /api/me/authenticator': 'signed-in',
  'POST /api/me/authenticator/confirm': 'signed-in',

  'GET /api/school': calendar('read'),
  'PUT /api/school/options': calendar('write'),
  'GET /api/authorities': calendar('read'),
  'PUT /api/authorities/:code': calendar('write'),

  'GET /api/today': page,
  'GET /api/cohort': page,
  'POST /api/cohort/export': { classes: [10], right: 'export', confirmed: true, shows: 'children' },
  'GET /api/rules': 'signed-in',
  'GET /api/access': 'signed-in',
  // The need-to-know cards of one's own list; whoever opens whole children has their pages.
  'GET /api/class': { classes: [1, 6], right: 'read', card: true, shows: 'children' },
  'GET /api/children/:id': page,
  'POST /api/children/search': { classes: [1], right: 'read', shows: 'children' },

  'GET /api/considerations': suspensions,
  'POST /api/considerations': considered('write'),
  'PUT /api/considerations/:id': considered('write'),
  'POST /api/considerations/:id/contacts': considered('write'),
  'POST /api/considerations/:id/decide': considered('approve'),
  'POST /api/considerations/:id/withdraw': considered('write'),
  'GET /api/children/:id/before-suspending': beforeSuspending,
  'GET /api/children/:id/suspension-pattern': { classes: [1, 8], right: 'read', shows: 'children' },
  'GET /api/suspensions': suspensions,
  'GET /api/suspensions/:id': suspensions,
  'GET /api/suspensions/:id/letters': beforeSuspending,
  'POST /api/suspensions/:id/cancel': considered('approve'),
  'GET /api/off-site-directions/:id/letter': { classes: [1, 2, 3, 6, 8], right: 'read', shows: 'children' },
  'GET /api/inbox': inbox,
  'POST /api/inbox/:id/read': inbox,
  'POST /api/inbox/:id/advice': inbox,
  'GET /api/news': { classes: [8], right: 'read', isPoll: true },

  'GET /api/reports': report,
  'POST /api/reports': reporting('write'),
  'POST /api/reports/nil': reporting('write'),
  'GET /api/reports/:id': report,
  'GET /api/reports/:id/report.pdf': report,
  'GET /api/reports/:id/tables.csv': report,
  'GET /api/reports/:id/tables.xlsx': report,
  'GET /api/reports/:id/charts/:name': report,
  'PUT /api/reports/:id': reporting('write'),
  'PUT /api/reports/:id/words/:section': reporting('write'),
  'POST /api/reports/:id/warnings': reporting('write'),
  'POST /api/reports/:id/actions': reporting('write'),
  'PUT /api/report-actions/:id': reporting('write'),
  'POST /api/report-actions/:id/remove': reporting('write'),
  'POST /api/reports/:id/send': reporting('write'),
  'POST /api/reports/:id/return': reporting('approve'),
  'POST /api/reports/:id/approve': reporting('approve'),
  'POST /api/reports/:id/publish': reporting('write'),
  'POST /api/reports/:id/minute': reporting('write'),
  'POST /api/reports/:id/remove': reporting('write'),
  'GET /api/authority-reports': authorityReport,
  'GET /api/authority-reports/:id': authorityReport,

  'GET /api/kinds': 'signed-in',
  'GET /api/records/:kind': record('read'),
  'POST /api/records/:kind': record('write'),
  'GET /api/records/:kind/:id': record('read'),
  'PUT /api/records/:kind/:id': record('write'),
  'POST /api/records/:kind/:id/remove': record('write'),

  'GET /api/alerts/:id': { classes: [15], right: 'read', shows: 'children' },
  'POST /api/alerts/:id/seen': { classes: [15], right: 'read', shows: 'children' },
  'POST /api/alerts/:id/answer': answering,
  'POST /api/alerts/:id/postpone': answering,
  'POST /api/alerts/:id/reopen': answering,

  'GET /api/people': { classes: [12], right: 'read' },
  'GET /api/people/children': { classes: [12], right: 'write', shows: 'children' },
  'POST /api/people': people,
  'POST /api/people/posts/:id/decide': people,
  'POST /api/people/posts/:id/end': people,
  'PUT /api/people/posts/:id': people,
  'PUT /api/people/posts/:id/children': people,
  'POST /api/people/accounts/:id/end': people,
  'POST /api/people/accounts/:id/link': people,
  'POST /api/people/review': people,

  'POST /api/audit/child': { classes: [11], right: 'read', shows: 'children' },
  'GET /api/audit': { classes: [11], right: 'read', shows: 'children' },
  'GET /api/audit/chain': { classes: [11], right: 'read' },
  'POST /api/audit/export': { classes: [11], right: 'export', confirmed: true, shows: 'children' },

  'GET /api/import': { classes: [16], right: 'read' },
  // What they show is known only while they stream: they keep it themselves, before the line that shows it.
  'POST /api/import/preview': files,
  'POST /api/import/run': files,
}
