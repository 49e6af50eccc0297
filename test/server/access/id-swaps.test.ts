import { beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { heldAt, type Role } from '../../../server/access/permissions.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp, type Ask } from '../../support/an-app.ts'
import { CANARY, twoSchools, type Kept } from '../../support/two-schools.ts'
import { drawn, oneOf } from '../../../server/demo/random.ts'

const swaps = process.env['TRUST_DEEP'] ? 10_000 : 800

const kinds = [
  'child',
  'care-episode',
  'pep-meeting',
  'suspension',
  'contact',
  'person',
  'support',
  'term-date',
  'attainment',
  'training',
  'premium-money',
]
/** What is kept of the school is no child of another authority. */
const ofSchool = new Set(['term-date', 'training', 'premium-money'])
const acting: readonly Role[] = [
  'designated-teacher',
  'safeguarding-lead',
  'headteacher',
  'class-staff',
  'governor',
  'virtual-school-head',
  'education-adviser',
  'administrator',
  'data-protection-officer',
]

/** Ids that an ordinary request of one's own names, each of which is swapped for a stranger's. */
interface Ids {
  child: string
  alert: string
  suspension: string
  record: (kind: string) => string
  post: string
  account: string
  signIn: string
  school: string
  report: Kept['report']
}

type Shape = (own: Ids, other: Ids, kind: string) => readonly [method: string, path: string, body?: unknown]

/** Every shape of request that names an id, in path, question, body, nested and in lists; `at` is the one swapped. */
const shapes: readonly Shape[] = [
  (_, other) => ['GET', `/api/children/${other.child}`],
  (_, other) => ['GET', `/api/alerts/${other.alert}`],
  (_, other) => ['POST', `/api/alerts/${other.alert}/seen`, {}],
  (_, other) => ['POST', `/api/alerts/${other.alert}/answer`, { answer: 'done' }],
  (_, other) => ['POST', `/api/alerts/${other.alert}/postpone`, { askAgainOn: '2026-03-20' }],
  (_, other) => ['POST', `/api/alerts/${other.alert}/reopen`, {}],
  (_, other, kind) => ['GET', `/api/records/${kind}/${other.record(kind)}`],
  (_, other, kind) => ['GET', `/api/records/${kind}?childId=${other.child}`],
  (_, other, kind) => ['PUT', `/api/records/${kind}/${other.record(kind)}`, { fields: {} }],
  (_, other, kind) => ['POST', `/api/records/${kind}/${other.record(kind)}/remove`, { reason: 'Wrong.' }],
  (_, other) => [
    'POST',
    '/api/records/support',
    {
      childId: other.child,
      fields: {
        agreedOn: '2026-03-01',
        helps: 'A walk.',
        avoid: null,
        goTo: null,
        reviewOn: null,
        endedOn: null,
      },
    },
  ],
  // One's own child, a stranger's suspension.
  (own, other) => [
    'POST',
    '/api/records/contact',
    {
      childId: own.child,
      fields: {
        withRole: 'parent',
        purpose: 'suspension-notice',
        suspensionId: other.suspension,
        contactedAt: '2026-03-09T08:40',
        how: null,
        outcome: null,
        madeBy: null,
        note: null,
      },
    },
  ],
  // A stranger's record under the name of another kind, or of one's own.
  (_, other, kind) => ['GET', `/api/records/${kind}/${other.suspension}`],
  (_, other) => ['POST', '/api/audit/child', { childId: other.child }],
  (_, other) => ['POST', '/api/audit/export', { reason: 'A question.', childId: other.child }],
  (own, other) => [
    'PUT',
    `/api/people/posts/${own.post}/children`,
    { childIds: [own.child, other.child], startedOn: '2026-03-13' },
  ],
  (own, other) => [
    'PUT',
    `/api/people/posts/${other.post}/children`,
    { childIds: [own.child], startedOn: '2026-03-13' },
  ],
  (_, other) => ['GET', `/api/people/children?postId=${other.post}`],
  (_, other) => ['POST', `/api/people/posts/${other.post}/end`, {}],
  (_, other) => ['POST', `/api/people/posts/${other.post}/decide`, { give: true }],
  (_, other) => ['POST', '/api/me/acting', { postId: other.post }],
  (own, other) => ['POST', '/api/me/acting', { postId: own.post, schoolId: other.school }],
  (_, other) => ['POST', `/api/me/sign-ins/${other.signIn}/end`, {}],
  ...['', '/report.pdf', '/tables.csv', '/tables.xlsx', '/charts/plans.svg'].flatMap((file) =>
    (['draft', 'published'] as const).map((which): Shape => (_, other) => [
      'GET',
      `/api/reports/${other.report[which]}${file}`,
    ]),
  ),
  (_, other) => ['GET', `/api/authority-reports/${other.report.published}`],
  (_, other) => ['PUT', `/api/reports/${other.report.draft}`, { on: '2026-03-12', threshold: 9 }],
  (_, other) => ['PUT', `/api/reports/${other.report.draft}/words/4`, { words: 'Others.' }],
  (_, other) => [
    'POST',
    `/api/reports/${other.report.draft}/actions`,
    { text: 'Do.', owner: null, dueOn: null },
  ],
  (_, other) => [
    'PUT',
    `/api/report-actions/${other.report.action}`,
    { text: 'Do.', owner: null, dueOn: null, outcome: null, outcomeNote: null },
  ],
  (_, other) => ['POST', `/api/report-actions/${other.report.action}/remove`, {}],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/send`, {}],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/approve`, {}],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/remove`, { reason: 'Wrong.' }],
  (_, other) => [
    'POST',
    `/api/reports/${other.report.published}/minute`,
    { on: '2026-03-13', minute: 'No.' },
  ],
]

let database: OpenDatabase
let own: Kept
let foreign: Kept
let otherAuthority: Kept
let strangers: Ids
const askers = new Map<Role, { ask: Ask; ids: Ids }>()

const idsOf = (kept: Kept, of: { post: string; account: string; signIn: string }): Ids => ({
  child: kept.childId,
  alert: kept.alertId,
  suspension: kept.records['suspension']!,
  record: (kind) => kept.records[kind]!,
  school: kept.schoolId,
  report: kept.report,
  ...of,
})

beforeAll(async () => {
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  const world = await twoSchools(database)
  ;({ own, foreign, otherAuthority } = world)
  const instant = '2026-03-13T09:30:00.000Z'
  const stranger = await anAccount(database.db, ['headteacher'], {
    schoolId: foreign.schoolId,
    name: `${CANARY} Head`,
  })
  await aCookie(database.db, stranger.accountId, instant)
  const theirs = await database.db
    .selectFrom('signIn')
    .select('id')
    .where('accountId', '=', stranger.accountId)
    .executeTakeFirstOrThrow()
  strangers = idsOf(foreign, {
    post: stranger.postIds[0]!,
    account: stranger.accountId,
    signIn: theirs.id,
  })
  for (const role of acting) {
    const { accountId, postIds } = await anAccount(database.db, [role], {
      schoolId: world.schoolId,
      authorityCode: '302',
    })
    const postId = postIds[0]!
    if (role === 'class-staff' || role === 'education-adviser')
      await database.db
        .insertInto('postChild')
        .values({
          id: crypto.randomUUID(),
          postId,
          schoolId: world.schoolId,
          childId: own.childId,
          startedOn: '2025-09-01',
          endedOn: null,
        })
        .execute()
    const cookie = await aCookie(database.db, accountId, instant)
    const ids = idsOf(own, { post: postId, account: accountId, signIn: 'none' })
    askers.set(role, { ask: anApp(database, '2026-03-13', { as: { cookie } }).ask, ids })
  }
})

/** Everything kept of the other school and of its people, and of the child whom another authority looks after. */
async function dump(): Promise<string> {
  const tables = [
    'child',
    'care_episode',
    'pep_meeting',
    'suspension',
    'contact',
    'person',
    'support',
    'alert',
    'report',
    'report_words',
    'report_action',
  ]
  const rows: unknown[] = []
  for (const table of [...tables, 'alert_event', 'term_date', 'record_history', 'post_child'])
    rows.push(
      (
        await sql`select * from ${sql.table(table)} where school_id = ${foreign.schoolId}`.execute(
          database.db,
        )
      ).rows,
    )
  for (const table of ['post', 'sign_in'])
    rows.push(
      (
        await sql`select * from ${sql.table(table)} where account_id = ${strangers.account}`.execute(
          database.db,
        )
      ).rows,
    )
  rows.push((await sql`select revision from school where id = ${foreign.schoolId}`.execute(database.db)).rows)
  return JSON.stringify(rows)
}

it(
  'an id of somebody else’s opens and changes nothing, wherever it stands',
  { timeout: 600_000 },
  async () => {
    const before = await dump()
    const outcomes: Record<number, number> = {}
    for (let swap = 0; swap < swaps; swap++) {
      const role = oneOf(acting, `role ${swap}`)
      const { ask, ids } = askers.get(role)!
      const kind = oneOf(kinds, `kind ${swap}`)
      const limited = role === 'virtual-school-head' || role === 'education-adviser' || role === 'class-staff'
      const across = limited && drawn(`across ${swap}`) < 0.3
      const theirs = across ? { ...strangers, ...idsOf(otherAuthority, strangers) } : strangers
      const [method, path, body] = oneOf(shapes, `shape ${swap}`)(ids, theirs, kind)
      if (across && (ofSchool.has(kind) || path.includes('/me/acting'))) continue
      // An administrator looks after the accounts of the whole installation.
      if (role === 'administrator' && path.startsWith('/api/people')) continue
      // Posts that are held at no school may have any school of the installation at hand.
      if (heldAt[role] !== 'school' && JSON.stringify(body ?? '').includes('schoolId')) continue
      const { status, text } = await ask(method, path, body, { 'if-match': '"1"' })
      outcomes[status] = (outcomes[status] ?? 0) + 1
      expect([role, method, path, status >= 400 && status < 500, text]).toEqual([
        role,
        method,
        path,
        true,
        text,
      ])
      expect(text).not.toMatch(/ZQ7|QX9/)
    }
    expect(Object.keys(outcomes).map(Number)).toEqual(expect.arrayContaining([403, 404]))
    expect(await dump()).toBe(before)
  },
)
