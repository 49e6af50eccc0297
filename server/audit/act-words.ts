import type { AuditEventTable } from '../../db/tables/audit-event.ts'

type Act = Pick<AuditEventTable, 'action' | 'route' | 'kind' | 'dataClasses'>

const seen: Readonly<Record<string, string>> = {
  'GET /api/today': 'saw Today',
  'GET /api/cohort': 'saw the cohort',
  'GET /api/rules': 'saw what the rules say',
  'GET /api/children/:id': 'opened a child’s page',
  'POST /api/children/search': 'searched by name',
  'GET /api/records/:kind': 'read records',
  'GET /api/records/:kind/:id': 'read a record and its history',
  'GET /api/alerts/:id': 'opened an alert',
  'GET /api/class': 'saw the class',
  'GET /api/people/children': 'saw from whom a list is chosen',
  'GET /api/reports': 'saw which reports there are',
  'GET /api/reports/:id': 'read the report to governors',
  'GET /api/authority-reports/:id': 'read the Virtual School’s copy of a report',
  'POST /api/audit/child': 'asked who had looked',
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

/** Nouns of kinds of records whose file name is not how people say it. */
const kinds: Readonly<Record<string, string>> = {
  child: 'a child’s own details',
  'care-episode': 'a care status',
  'pep-meeting': 'a PEP meeting',
  'term-date': 'a term date',
  support: 'what helps',
  training: 'training',
  'premium-money': 'money received or spent',
  attainment: 'an assessment',
}
const kindWords = (kind: string) => kinds[kind] ?? `a ${kind.replaceAll('-', ' ')}`

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
