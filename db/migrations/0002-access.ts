import type { Kysely } from 'kysely'
import { auditGuards } from '../audit-guards.ts'
import { auditHash, childSetId, genesis } from '../audit-hash.ts'
import { columnShapes } from '../column-shapes.ts'
import type { Dialect, FrozenTables } from '../dialect.ts'

async function up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void> {
  const { run, table, text, required, day, requiredDay, instant, requiredInstant, ...shapes } = columnShapes(
    db,
    dialect,
  )
  const { requiredOneOf, requiredFlag, atLeast, version } = shapes
  const id = `${required('id')} primary key`
  const account = `${required('account_id')} references account (id)`
  const index = (name: string, on: string) => run(`create index ${name} on ${on}`)

  await table(
    'account',
    id,
    `${required('email')} unique`,
    required('name'),
    requiredOneOf('state', 'invited active ended'),
    text('password_hash'),
    instant('password_changed_at'),
    text('totp_secret'),
    atLeast('totp_step', 0),
    requiredInstant('created_at'),
    text('created_by'),
    instant('last_sign_in_at'),
    instant('ended_at'),
    text('ended_reason'),
    version,
    "check (state <> 'active' or password_hash is not null)",
  )
  await table(
    'passkey',
    id,
    account,
    required('public_key'),
    `${atLeast('counter', 0)} not null`,
    required('transports'),
    required('name'),
    requiredInstant('created_at'),
    instant('last_used_at'),
  )
  await table(
    'passkey_challenge',
    id,
    required('challenge'),
    requiredOneOf('purpose', 'register sign-in confirm'),
    text('account_id'),
    requiredInstant('expires_at'),
  )
  await table('recovery_code', id, account, required('code_hash'), instant('used_at'))
  await table(
    'access_link',
    id,
    required('secret_hash'),
    requiredOneOf('purpose', 'set-up invitation password second-factor'),
    `${text('account_id')} references account (id)`,
    text('made_by'),
    requiredInstant('made_at'),
    requiredInstant('expires_at'),
    instant('used_at'),
  )
  await table('guess', id, required('key'), requiredInstant('at'))
  await index('guess_key', 'guess (key, at)')
  await table(
    'post',
    id,
    account,
    requiredOneOf(
      'role',
      'designated-teacher safeguarding-lead headteacher class-staff governor virtual-school-head education-adviser administrator data-protection-officer',
    ),
    `${text('school_id')} references school (id)`,
    `${text('authority_code')} references authority (code)`,
    text('label'),
    requiredDay('started_on'),
    day('ended_on'),
    requiredOneOf('state', 'asked held refused ended'),
    text('asked_by'),
    requiredInstant('asked_at'),
    text('decided_by'),
    instant('decided_at'),
    requiredFlag('granted_alone'),
    version,
  )
  await index('post_account', 'post (account_id)')
  await table(
    'post_child',
    id,
    `${required('post_id')} references post (id)`,
    `${required('school_id')} references school (id)`,
    required('child_id'),
    requiredDay('started_on'),
    day('ended_on'),
    'foreign key (child_id, school_id) references child (id, school_id)',
    'unique (post_id, child_id, started_on)',
  )
  await index('post_child_child', 'post_child (school_id, child_id)')
  await table(
    'sign_in',
    id,
    account,
    requiredOneOf('level', 'password full'),
    `${text('post_id')} references post (id)`,
    `${text('school_id')} references school (id)`,
    requiredInstant('started_at'),
    requiredInstant('last_seen_at'),
    requiredInstant('confirmed_at'),
    instant('ended_at'),
    required('agent'),
  )
  await index('sign_in_account', 'sign_in (account_id, started_at)')
  await table(
    'access_review',
    id,
    `${required('school_id')} references school (id)`,
    requiredInstant('reviewed_at'),
    required('reviewed_by'),
    required('accounts'),
  )
  await table(
    'support',
    id,
    `${required('school_id')} references school (id)`,
    required('child_id'),
    requiredDay('agreed_on'),
    required('helps'),
    text('avoid'),
    text('go_to'),
    day('review_on'),
    day('ended_on'),
    version,
    required('typed'),
    instant('removed_at'),
    text('removed_reason'),
    'check ((removed_at is null) = (removed_reason is null))',
    'foreign key (child_id, school_id) references child (id, school_id)',
  )
  await index('support_child', 'support (school_id, child_id)')
  await run(
    'alter table care_episode add column detail_shared integer not null default 0 check (detail_shared in (0, 1))',
  )

  await run('alter table audit_event rename to audit_event_before')
  await run('drop index audit_event_at')
  await run('drop index audit_event_child')
  await table(
    'audit_event',
    'seq integer primary key check (seq > 0)',
    requiredInstant('at'),
    required('changed_by'),
    text('account_id'),
    text('role'),
    text('sign_in_id'),
    text('address'),
    required('action'),
    text('school_id'),
    text('child_set'),
    text('data_classes'),
    text('kind'),
    text('record_id'),
    text('route'),
    text('reason'),
    text('detail'),
    required('hash'),
  )
  await index('audit_event_at', 'audit_event (school_id, at)')
  await index('audit_event_child_set', 'audit_event (child_set, at)')
  await index('audit_event_account', 'audit_event (account_id, at)')
  await table('audit_child_set', required('id'), required('child_id'), 'primary key (id, child_id)')
  await index('audit_child_set_child', 'audit_child_set (child_id)')
  await table(
    'audit_chain',
    requiredOneOf('id', 'main') + ' primary key',
    `${atLeast('seq', 0)} not null`,
    required('hash'),
  )
  await table(
    'audit_anchor',
    'seq integer primary key',
    requiredInstant('at'),
    required('hash'),
    required('signature'),
    required('public_key'),
  )
  await chainEarlierEvents(db)
  await run('drop table audit_event_before')
  for (const statement of auditGuards(dialect.kind)) await run(statement)

  for (const name of ofChildren) for (const statement of dialect.rowsOfSchools(name)) await run(statement)
}

/**
 * Tables of child data, which the database locks a second time by school. The others have no such lock: accounts,
 * posts and sign-ins are asked before anybody has a school; the audit is written for all schools in one chain
 * and holds ids alone; a school's calendar, imports and figures hold nothing of a child.
 */
const ofChildren = [
  'child',
  'care_episode',
  'pep_meeting',
  'suspension',
  'contact',
  'person',
  'support',
  'attendance_year',
  'attendance_year_history',
  'session_mark',
  'alert',
  'alert_event',
  'record_history',
  'post_child',
]

/** Events of the time before the chain become its beginning, in their order. */
async function chainEarlierEvents(plugged: Kysely<FrozenTables>): Promise<void> {
  // The names of columns as they stand in the tables, whoever opened the database.
  const db = plugged.withoutPlugins()
  const earlier = await db.selectFrom('audit_event_before').selectAll().orderBy('at').orderBy('id').execute()
  let seq = 0
  let hash = genesis
  const sets = new Set<string>()
  for (const row of earlier as Record<string, string | null>[]) {
    const childId = row['child_id'] ?? null
    const childSet = childId === null ? null : childSetId([childId])
    if (childSet !== null && !sets.has(childSet)) {
      sets.add(childSet)
      await db.insertInto('audit_child_set').values({ id: childSet, child_id: childId }).execute()
    }
    const common = { seq: ++seq, at: row['at']!, role: null, address: null, route: null, detail: null }
    hash = auditHash(hash, {
      ...common,
      changedBy: row['changed_by']!,
      accountId: null,
      signInId: null,
      action: row['action']!,
      schoolId: row['school_id']!,
      childSet,
      dataClasses: null,
      kind: row['kind']!,
      recordId: row['record_id']!,
      reason: row['reason']!,
    })
    await db
      .insertInto('audit_event')
      .values({
        ...common,
        changed_by: row['changed_by'],
        account_id: null,
        sign_in_id: null,
        action: row['action'],
        school_id: row['school_id'],
        child_set: childSet,
        data_classes: null,
        kind: row['kind'],
        record_id: row['record_id'],
        reason: row['reason'],
        hash,
      })
      .execute()
  }
  await db.insertInto('audit_chain').values({ id: 'main', seq, hash }).execute()
}

export default { up }
