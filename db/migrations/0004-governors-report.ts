import type { Kysely } from 'kysely'
import { columnShapes } from '../column-shapes.ts'
import type { Dialect, FrozenTables } from '../dialect.ts'

async function up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void> {
  const shapes = columnShapes(db, dialect)
  const { run, table, text, required, day, requiredDay, minute, instant, requiredInstant, academicYear } =
    shapes
  const { oneOf, requiredOneOf, flag, atLeast, version } = shapes

  const id = `${required('id')} primary key`
  const school = `${required('school_id')} references school (id)`
  const kept = [version, required('typed'), instant('removed_at'), text('removed_reason')]
  const removedTogether = 'check ((removed_at is null) = (removed_reason is null))'
  const together = (a: string, b: string) => `check ((${a} is null) = (${b} is null))`

  await table(
    'training',
    id,
    school,
    requiredDay('held_on'),
    requiredOneOf('for_whom', 'designated-teacher all-staff governors'),
    required('title'),
    text('provider'),
    atLeast('hours', 1),
    text('impact'),
    ...kept,
    removedTogether,
  )
  await table(
    'premium_money',
    id,
    school,
    requiredDay('dated_on'),
    requiredOneOf('fund', 'looked-after previously-looked-after'),
    requiredOneOf('direction', 'received spent'),
    `${atLeast('pounds', 1)} not null`,
    text('on_what'),
    text('impact'),
    ...kept,
    removedTogether,
  )
  await table(
    'attainment',
    id,
    school,
    required('child_id'),
    requiredDay('assessed_on'),
    requiredOneOf('subject', 'reading writing maths reading-writing-maths english english-and-maths other'),
    flag('expected'),
    oneOf('progress', 'more expected less'),
    text('note'),
    ...kept,
    removedTogether,
    'foreign key (child_id, school_id) references child (id, school_id)',
  )

  await table(
    'report',
    id,
    school,
    requiredOneOf('kind', 'annual term nil'),
    academicYear,
    requiredDay('as_on'),
    `${atLeast('threshold', 4)} not null`,
    requiredOneOf('state', 'draft sent approved published'),
    requiredInstant('made_at'),
    required('made_by'),
    instant('sent_at'),
    text('sent_by'),
    text('returned_reason'),
    instant('approved_at'),
    text('approved_by'),
    instant('published_at'),
    text('published_by'),
    day('meeting_on'),
    day('minuted_on'),
    text('minute'),
    text('document'),
    text('settled'),
    text('copies'),
    text('hash'),
    version,
    instant('removed_at'),
    text('removed_reason'),
    removedTogether,
    together('sent_at', 'sent_by'),
    together('approved_at', 'approved_by'),
    together('published_at', 'published_by'),
    together('minuted_on', 'minute'),
    together('document', 'hash'),
    "check (state not in ('approved', 'published') or document is not null)",
    "check (state <> 'published' or published_at is not null)",
    "check (removed_at is null or state in ('draft', 'sent'))",
  )
  await table(
    'report_words',
    `${required('report_id')} references report (id)`,
    school,
    `${atLeast('section', 1)} not null`,
    required('words'),
    requiredInstant('changed_at'),
    required('changed_by'),
    version,
    'primary key (report_id, section)',
    'check (section <= 15)',
  )
  await table(
    'report_action',
    id,
    school,
    `${required('report_id')} references report (id)`,
    required('words'),
    text('owner'),
    day('due_on'),
    oneOf('outcome', 'done partly not-done'),
    text('outcome_note'),
    instant('outcome_at'),
    text('outcome_by'),
    version,
    instant('removed_at'),
    'check (outcome is null or outcome_at is not null)',
  )

  for (const [name, on] of indexes) await run(`create index ${name} on ${on}`)
  await run(
    "create unique index report_open on report (school_id, kind, academic_year) where state in ('draft', 'sent', 'approved') and removed_at is null",
  )
  for (const name of newTables) for (const statement of dialect.rowsOfSchools(name)) await run(statement)

  for (const column of [minute('notice_at'), flag('sooner_agreed')])
    await run(`alter table provision add column ${column}`)
  // One that was cancelled does not stand in the way of another from the same half day.
  await run('drop index suspension_key')
  await run(
    "create unique index suspension_key on suspension (child_id, kind, started_on, coalesce(start_session, '')) where removed_at is null and cancelled_at is null",
  )
  // Who has seen a child is counted from this index alone.
  await run('drop index audit_event_child_set')
  await run(
    'create index audit_event_acts on audit_event (child_set, account_id, changed_by, role, action, route, kind, data_classes, at)',
  )
}

const indexes = [
  ['training_school', 'training (school_id)'],
  ['premium_money_school', 'premium_money (school_id)'],
  ['attainment_child', 'attainment (school_id, child_id)'],
  ['report_school', 'report (school_id, published_at)'],
  ['report_action_report', 'report_action (report_id)'],
] as const

/** Tables that the database locks a second time by school. */
const newTables = ['training', 'premium_money', 'attainment', 'report', 'report_words', 'report_action']

export default { up }
