import { beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { kindOfTable, type RecordTable } from '../../../db/queries/record-shape.ts'
import { heldAt, type Role } from '../../../server/access/permissions.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp, type Ask } from '../../support/an-app.ts'
import { CANARY, twoSchools, type Kept } from '../../support/two-schools.ts'
import { drawn, oneOf } from '../../../server/demo/random.ts'
import { fieldsWith } from '../../../server/records/check-record.ts'
import { toFields } from '../../../server/records/field-columns.ts'
import { loadKinds } from '../../../server/records/load-kinds.ts'
import { aCall, aDraft } from '../../support/pathway-bodies.ts'
import { aroundSuspension } from '../../support/rows.ts'

const swaps = process.env['TRUST_DEEP'] ? 10_000 : 800

const kinds = await loadKinds()
/** What is kept of the school is no child of another authority. */
const isOfSchool = (kind: string) => kinds.get(kind)?.subject === 'school'
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

/** Those who open most are asked most. */
const drawnFrom: readonly Role[] = [
  ...acting,
  'designated-teacher',
  'headteacher',
  'virtual-school-head',
  'education-adviser',
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

type Shape = (own: Ids, other: Ids) => readonly [method: string, path: string, body?: unknown]

/** Requests that name a record of a kind; the last one under the name of another kind. */
const ofKind = (kind: string): readonly Shape[] => [
  (_, other) => ['GET', `/api/records/${kind}/${other.record(kind)}`],
  (_, other) => ['GET', `/api/records/${kind}?childId=${other.child}`],
  (_, other) => ['PUT', `/api/records/${kind}/${other.record(kind)}`, { fields: {} }],
  (_, other) => ['POST', `/api/records/${kind}/${other.record(kind)}/remove`, { reason: 'Wrong.' }],
  (_, other) => ['GET', `/api/records/${kind}/${other.suspension}`],
]

/** One's own child with a stranger's suspension: in a new record, and in one that is there. */
const ofSuspension = (kind: string, fields: Readonly<Record<string, unknown>>): readonly Shape[] =>
  fieldsWith(kinds.get(kind)!, 'suspension').flatMap((name): Shape[] => [
    (own, other) => [
      'POST',
      `/api/records/${kind}`,
      { childId: own.child, fields: { ...fields, [name]: other.suspension } },
    ],
    (own, other) => [
      'PUT',
      `/api/records/${kind}/${own.record(kind)}`,
      { fields: { ...fields, [name]: other.suspension } },
    ],
    (own, other) => [
      'POST',
      `/api/records/${kind}`,
      { childId: other.child, fields: { ...fields, [name]: own.suspension } },
    ],
  ])

/** What is thought of and came of it: a stranger's child, consideration or suspension in its place. */
const pathway: readonly Shape[] = [
  (_, other) => ['POST', '/api/considerations', { childId: other.child }],
  (_, other) => ['PUT', `/api/considerations/${other.record('consideration')}`, { fields: aDraft() }],
  (_, other) => ['POST', `/api/considerations/${other.record('consideration')}/contacts`, aCall()],
  (_, other) => [
    'POST',
    `/api/considerations/${other.record('consideration')}/decide`,
    { decision: 'not-suspended', instead: 'Time with the key adult.', withoutContact: null },
  ],
  (_, other) => [
    'POST',
    `/api/considerations/${other.record('consideration')}/withdraw`,
    { reason: 'Another child.' },
  ],
  // A stranger’s suspension where a consideration is named.
  (_, other) => ['PUT', `/api/considerations/${other.suspension}`, { fields: aDraft() }],
  (_, other) => ['GET', `/api/children/${other.child}/before-suspending`],
  (_, other) => ['GET', `/api/children/${other.child}/suspension-pattern`],
  (_, other) => ['GET', `/api/suspensions/${other.suspension}`],
  (_, other) => ['GET', `/api/suspensions/${other.suspension}/letters`],
  (_, other) => ['GET', `/api/off-site-directions/${other.record('off-site-direction')}/letter`],
  (_, other) => ['POST', `/api/suspensions/${other.suspension}/cancel`, { reason: 'Wrong.' }],
  (_, other) => ['POST', `/api/inbox/${other.record('consideration')}/read`, {}],
  (_, other) => ['POST', `/api/inbox/${other.record('consideration')}/advice`, { words: 'Wait.' }],
]

/** Every shape of request that names an id, in path, question, body, nested and in lists; `at` is the one swapped. */
const others: readonly Shape[] = [
  (_, other) => ['GET', `/api/children/${other.child}`],
  (_, other) => ['GET', `/api/alerts/${other.alert}`],
  (_, other) => ['POST', `/api/alerts/${other.alert}/seen`, {}],
  (_, other) => ['POST', `/api/alerts/${other.alert}/answer`, { answer: 'done' }],
  (_, other) => ['POST', `/api/alerts/${other.alert}/postpone`, { askAgainOn: '2026-03-20' }],
  (_, other) => ['POST', `/api/alerts/${other.alert}/reopen`, {}],
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
  (_, other) => ['POST', `/api/reports/${other.report.published}/warnings`, { words: 'Others.' }],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/send`, {}],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/return`, { reason: 'More.' }],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/approve`, {}],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/publish`, { meetingOn: '2026-03-26' }],
  (_, other) => ['POST', `/api/reports/${other.report.draft}/remove`, { reason: 'Wrong.' }],
  (_, other) => [
    'POST',
    `/api/reports/${other.report.published}/minute`,
    { on: '2026-03-13', minute: 'No.' },
  ],
]

/** Fields of records around a suspension, as a form sends them. */
const around = Object.entries(aroundSuspension({ id: '', schoolId: '' }, { suspensionId: '' })).map(
  ([table, row]) => {
    const kind = kindOfTable(table as RecordTable)
    return [kind, toFields(kinds.get(kind)!, row as never)] as const
  },
)

/** Every shape, with the kind of record that it is of where it is of one. */
const shapes: readonly { shape: Shape; kind?: string }[] = [
  ...[...others, ...pathway, ...around.flatMap(([kind, fields]) => ofSuspension(kind, fields))].map(
    (shape) => ({ shape }),
  ),
  ...[...kinds.keys()].flatMap((kind) => ofKind(kind).map((shape) => ({ shape, kind }))),
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

/** Every table of the database with its columns: one that is new is held too. */
async function columnsOfTables(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select m.name as "table", c.name as "column"
    from sqlite_master m join pragma_table_info(m.name) c
    where m.type = 'table'
  `.execute(database.db)
  const tables = new Map<string, Set<string>>()
  for (const { table, column } of rows) tables.set(table, (tables.get(table) ?? new Set()).add(column))
  // Who looks at a list is kept once for the list, whoever may see it.
  tables.delete('audit_child_set')
  return tables
}

/** Everything kept of the other school and of its people, and of the child whom another authority looks after. */
async function dump(): Promise<string> {
  const rows: unknown[] = []
  const keep = async (table: string, column: string, id: string) => {
    const found = await sql`select * from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(
      database.db,
    )
    rows.push([table, found.rows])
  }
  for (const [table, columns] of await columnsOfTables()) {
    if (columns.has('school_id')) await keep(table, 'school_id', foreign.schoolId)
    if (columns.has('child_id')) await keep(table, 'child_id', otherAuthority.childId)
  }
  await keep('child', 'id', otherAuthority.childId)
  for (const table of ['post', 'sign_in']) await keep(table, 'account_id', strangers.account)
  await keep('school', 'id', foreign.schoolId)
  return JSON.stringify(rows)
}

it(
  'an id of somebody else’s opens and changes nothing, wherever it stands',
  { timeout: 600_000 },
  async () => {
    const before = await dump()
    for (const id of [...Object.values(foreign.records), ...Object.values(foreign.report)])
      expect(before).toContain(id)
    const outcomes: Record<number, number> = {}
    for (let swap = 0; swap < swaps; swap++) {
      const role = oneOf(drawnFrom, `role ${swap}`)
      const { ask, ids } = askers.get(role)!
      const { shape, kind } = shapes[swap % shapes.length]!
      const limited = role === 'virtual-school-head' || role === 'education-adviser' || role === 'class-staff'
      const across = limited && drawn(`across ${swap}`) < 0.3
      const theirs = across ? { ...strangers, ...idsOf(otherAuthority, strangers) } : strangers
      const [method, path, body] = shape(ids, theirs)
      if (across && ((kind !== undefined && isOfSchool(kind)) || path.includes('/me/acting'))) continue
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
