import type { AuditEventTable } from '../../db/tables/audit-event.ts'

type Act = Pick<AuditEventTable, 'action' | 'route' | 'kind' | 'dataClasses'>

const seen: Readonly<Record<string, string>> = {
  'GET /api/today': 'saw Today',
  'GET /api/cohort': 'saw the cohort',
  'GET /api/rules': 'saw what the rules say',
  'GET /api/children/:id': 'opened a child’s page',
  'POST /api/children/search': 'searched by name',
  'POST /api/cohort/export': 'took the cohort away as a file',
  'GET /api/considerations': 'saw which suspensions are being thought about',
  'POST /api/considerations': 'opened the page before a suspension',
  'PUT /api/considerations/:id': 'wrote on the page before a suspension',
  'POST /api/considerations/:id/contacts': 'noted a call before a suspension',
  'POST /api/considerations/:id/decide': 'recorded the decision on a suspension',
  'POST /api/considerations/:id/withdraw': 'closed the page before a suspension',
  'GET /api/children/:id/before-suspending': 'opened the page before a suspension',
  'GET /api/children/:id/suspension-pattern': 'saw when a child was suspended',
  'GET /api/suspensions': 'saw the suspensions',
  'GET /api/suspensions/:id': 'opened a suspension',
  'GET /api/suspensions/:id/letters': 'opened the letters on a suspension',
  'GET /api/off-site-directions/:id/letter': 'opened the notice of an off-site direction',
  'POST /api/suspensions/:id/cancel': 'cancelled a suspension',
  'GET /api/inbox': 'saw the inbox',
  'POST /api/inbox/:id/read': 'read what a school is thinking about',
  'POST /api/inbox/:id/advice': 'answered a school before a suspension',
  'GET /api/records/:kind': 'read records',
  'GET /api/records/:kind/:id': 'read a record and its history',
  'POST /api/records/:kind': 'saw a record just added',
  'PUT /api/records/:kind/:id': 'saw a record just corrected',
  'POST /api/records/:kind/:id/remove': 'saw a record just removed',
  'GET /api/alerts/:id': 'opened an alert',
  'POST /api/alerts/:id/seen': 'opened an alert',
  'POST /api/alerts/:id/answer': 'saw an alert just answered',
  'POST /api/alerts/:id/postpone': 'saw an alert just put off',
  'POST /api/alerts/:id/reopen': 'saw an alert just opened again',
  'GET /api/class': 'saw the class',
  'GET /api/people/children': 'saw from whom a list is chosen',
  'GET /api/reports': 'saw which reports there are',
  'GET /api/reports/:id': 'read the report to governors',
  'GET /api/authority-reports/:id': 'read the Virtual School’s copy of a report',
  'POST /api/audit/child': 'asked who had looked',
  'POST /api/audit/export': 'took this record away as a file',
  'GET /api/audit': 'read this record',
  'GET /api/audit/chain': 'looked whether this record is whole',
}

const done: Readonly<Record<string, string>> = {
  export: 'took away a file',
  'audit.export': 'took this record away as a file',
  'audit.anchor': 'sealed this record',
  'record.create': 'added',
  'record.correct': 'corrected',
  'record.remove': 'removed',
  'alert.seen': 'saw an alert',
  'alert.answered': 'answered an alert',
  'alert.postponed': 'put an alert off',
  'alert.reopened': 'opened an alert again',
  'import.preview': 'looked at files before bringing them in',
  'import.shown': 'looked at files before bringing them in',
  'import.run': 'brought files in',
  'school.options': 'changed the school’s own lines',
  'school.set-up': 'set the school up',
  'authority.correct': 'corrected an authority’s number',
  'class.change': 'changed a class list',
  'report.start': 'began a report to governors',
  'report.change': 'changed the day or the hidden counts of a report',
  'report.words': 'wrote in a report to governors',
  'report.action': 'wrote in a report what is to be done',
  'report.outcome': 'said what became of what a report asked for',
  'report.send': 'handed a report to the headteacher',
  'report.return': 'sent a report back',
  'report.approve': 'approved a report',
  'report.publish': 'put a report before the governors',
  'report.minute': 'kept the minute on a report',
  'report.remove': 'took a draft of a report out',
  'report.nil': 'told the Virtual School that no child was looked after',
  'access-review': 'confirmed who may sign in',
  refused: 'was refused',
  'set-up': 'set the school up',
  'sign-in': 'signed in',
  'sign-in.password': 'gave the password',
  'sign-in.confirmed': 'showed the second factor again',
  'sign-in.failed': 'could not sign in',
  'sign-in.ended': 'ended a sign-in elsewhere',
  'sign-in.locked': 'locked the screen',
  'sign-out': 'signed out',
  'link.made': 'asked for a link',
  'link.taken': 'used a link',
  'account.invite': 'invited somebody',
  'account.taken-up': 'took up an invitation',
  'account.founded': 'made the first account',
  'account.link': 'made a link for somebody',
  'account.end': 'ended an account',
  'account.reopen': 'opened an account again',
  'account.password': 'set a new password',
  'account.passkey': 'added a passkey',
  'account.passkey-removed': 'took a passkey away',
  'account.authenticator': 'set up an authenticator',
  'account.recovery-codes': 'made new recovery codes',
  'account.second-factor-reset': 'began a new second factor',
  'grant.ask': 'asked for a role for somebody',
  'grant.give': 'gave a role',
  'grant.confirm': 'confirmed a role',
  'grant.refuse': 'refused a role',
  'grant.end': 'ended a role',
  'grant.days': 'changed the days of a role',
}

/** What people call each kind of record, as a sentence goes on after `read` or `added`. */
const kinds: Readonly<Record<string, string>> = {
  child: 'a child’s own details',
  person: 'whom to ring for a child',
  'care-episode': 'a care status',
  'pep-meeting': 'a PEP meeting',
  'special-need': 'special educational needs',
  support: 'what helps',
  intervention: 'what was tried',
  attainment: 'an assessment',
  consideration: 'what was considered before a suspension',
  contact: 'whom the school told or asked',
  advice: 'advice of the Virtual School',
  suspension: 'a suspension',
  provision: 'education during a suspension',
  reintegration: 'a meeting on return',
  'board-meeting': 'a governors’ meeting on a suspension',
  'review-panel': 'an independent review',
  'unlawful-exclusion': 'that a child was sent home without a suspension',
  'safeguarding-separation': 'that a child was kept apart to keep somebody safe',
  'restrictive-intervention': 'a restrictive intervention',
  'managed-move': 'a managed move',
  'off-site-direction': 'a direction to another site',
  'part-time-timetable': 'a part-time timetable',
  'term-date': 'a day of the school calendar',
  training: 'training',
  'premium-money': 'money received or spent',
}
const kindWords = (kind: string) => kinds[kind] ?? 'a record'

/** What was done, as a sentence goes on after the person's name: `opened a child’s page`. */
export function actWords({ action, route, kind }: Act): string {
  if (action === 'view') {
    if (kind !== null && route?.includes('/records/')) return `read ${kindWords(kind)}`
    return seen[route ?? ''] ?? 'saw a page'
  }
  const words = done[action] ?? action.replaceAll(/[.-]/g, ' ')
  return action.startsWith('record.') && kind !== null ? `${words} ${kindWords(kind)}` : words
}

/** The same where all of it is about one child that the page names already. */
export const actWordsOfChild = (act: Act): string => actWords(act).replace('a child’s', 'the child’s')

/**
 * How much of a child an act let somebody see: it changed what is kept; the child's own page or records; a list with
 * others; or only this record of who looked.
 */
export type Depth = 'change' | 'page' | 'list' | 'log'

const ofOneChild = /\/children\/:id$|\/records\/|\/alerts\//

/** Of an act that concerns a child. */
export function depthOf({ action, route, dataClasses }: Act): Depth {
  if (dataClasses?.split(';').includes('11') || action === 'audit.export') return 'log'
  if (/^(record|class|import\.run)/.test(action) || /^alert\.(?!seen)/.test(action)) return 'change'
  return ofOneChild.test(route ?? '') ? 'page' : 'list'
}
