import type { Kysely } from 'kysely'
import { columnShapes } from '../column-shapes.ts'
import type { Dialect, FrozenTables } from '../dialect.ts'

async function up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void> {
  const shapes = columnShapes(db, dialect)
  const { run, table, text, required, day, requiredDay, minute, instant, requiredInstant } = shapes
  const { oneOf, requiredOneOf, flag, requiredFlag, atLeast, version } = shapes

  const index = (name: string, on: string) => run(`create index ${name} on ${on}`)
  const requiredMinute = (name: string) => `${minute(name)} not null`
  const isRule = (part: string) => /^(check|foreign|unique)\b/.test(part)
  const keptColumns = [version, required('typed'), instant('removed_at'), text('removed_reason')]
  /** What people keep of a child; the child must be of the school that the row names. */
  const recordOfChild = (name: string, ...parts: readonly string[]) =>
    table(
      name,
      `${required('id')} primary key`,
      `${required('school_id')} references school (id)`,
      required('child_id'),
      ...parts.filter((part) => !isRule(part)),
      ...keptColumns,
      'check ((removed_at is null) = (removed_reason is null))',
      'foreign key (child_id, school_id) references child (id, school_id)',
      ...parts.filter(isRule),
    )
  const ofSuspension = 'foreign key (suspension_id, child_id) references suspension (id, child_id)'
  const ofConsideration = 'foreign key (consideration_id, child_id) references consideration (id, child_id)'
  const told = [minute('social_worker_told_at'), minute('virtual_school_told_at')]

  await recordOfChild(
    'consideration',
    requiredInstant('opened_at'),
    required('opened_by'),
    minute('happened_at'),
    text('what_happened'),
    text('what_before'),
    required('reasons'),
    oneOf('kind', 'suspension permanent lunchtime'),
    day('started_on'),
    oneOf('start_session', 'AM PM'),
    atLeast('half_days', 1),
    flag('misses_exam'),
    day('exam_on'),
    text('ring_back'),
    requiredOneOf('state', 'open not-suspended suspended withdrawn'),
    minute('decided_at'),
    text('decided_by'),
    text('instead'),
    text('without_contact'),
    instant('read_at'),
    text('read_by'),
    "check (state <> 'open' or decided_at is null)",
    "check (state not in ('not-suspended', 'suspended') or decided_at is not null)",
    'check (decided_at is null or decided_by is not null)',
    "check (state <> 'suspended' or (kind is not null and started_on is not null))",
    'check ((read_at is null) = (read_by is null))',
    'unique (id, child_id)',
  )
  await recordOfChild(
    'advice',
    required('consideration_id'),
    requiredMinute('given_at'),
    required('given_by'),
    required('words'),
    ofConsideration,
  )
  await recordOfChild(
    'provision',
    required('suspension_id'),
    requiredOneOf('what', 'work-set education none no-exams-left fewer-hours'),
    requiredDay('from_on'),
    flag('full_time'),
    text('provider'),
    text('address'),
    text('session_times'),
    text('report_to'),
    day('marked_on'),
    text('reason'),
    "check (what <> 'none' or reason is not null)",
    ofSuspension,
  )
  await recordOfChild(
    'board_meeting',
    required('suspension_id'),
    requiredDay('meets_on'),
    requiredFlag('held'),
    flag('remote'),
    required('invited'),
    oneOf('outcome', 'reinstated reinstated-later declined considered'),
    day('reinstated_on'),
    day('decision_told_on'),
    ofSuspension,
  )
  await recordOfChild(
    'review_panel',
    required('suspension_id'),
    requiredDay('board_decision_told_on'),
    day('applied_on'),
    flag('will_not_apply'),
    flag('special_needs_expert'),
    day('meets_on'),
    oneOf('outcome', 'upheld reconsider quashed'),
    day('panel_decision_told_on'),
    day('board_reconsidered_on'),
    ofSuspension,
  )
  await recordOfChild(
    'reintegration',
    required('suspension_id'),
    requiredDay('offered_on'),
    day('meets_on'),
    flag('held'),
    required('attended'),
    text('agreed'),
    ofSuspension,
  )
  await recordOfChild(
    'intervention',
    requiredDay('started_on'),
    requiredOneOf(
      'what',
      'plan-review risk-assessment interim-pep adviser-visit sen-review ehc-review adjustment key-adult in-school-support alternative-provision off-site-direction other',
    ),
    text('note'),
    day('review_on'),
    day('ended_on'),
    oneOf('outcome', 'helps helps-a-little does-not-help'),
    text('suspension_id'),
    ofSuspension,
  )
  await recordOfChild(
    'off_site_direction',
    requiredDay('starts_on'),
    day('ends_on'),
    required('place'),
    text('address'),
    text('report_to'),
    atLeast('school_days', 1),
    text('session_times'),
    required('objectives'),
    minute('notice_at'),
    flag('has_plan'),
    minute('authority_notice_at'),
    day('next_review_on'),
    day('last_review_on'),
    day('review_asked_on'),
    ...told,
  )
  await recordOfChild(
    'managed_move',
    requiredDay('agreed_on'),
    required('to_school'),
    day('starts_on'),
    flag('parent_agrees'),
    text('child_views'),
    ...told,
  )
  await recordOfChild(
    'part_time_timetable',
    requiredDay('starts_on'),
    day('ends_on'),
    day('review_on'),
    atLeast('weekly_hours', 0),
    requiredOneOf('reason', 'health return-to-school other'),
    text('why'),
    flag('parent_agrees'),
    ...told,
  )
  await recordOfChild(
    'safeguarding_separation',
    requiredDay('started_on'),
    day('ended_on'),
    text('education'),
    minute('authority_asked_at'),
    ...told,
  )
  await recordOfChild(
    'unlawful_exclusion',
    requiredDay('happened_on'),
    oneOf('session', 'AM PM'),
    atLeast('half_days', 1),
    required('what_happened'),
    day('put_right_on'),
    text('put_right'),
    minute('parent_told_at'),
  )
  await recordOfChild(
    'restrictive_intervention',
    requiredMinute('happened_at'),
    requiredOneOf('what', 'force restraint seclusion'),
    required('account'),
    minute('written_at'),
    minute('parent_told_at'),
    text('withheld_reason'),
    minute('social_worker_told_at'),
  )
  await recordOfChild(
    'special_need',
    requiredDay('started_on'),
    requiredOneOf('provision', 'none sen-support ehc-plan'),
    text('need'),
    day('ended_on'),
  )

  for (const name of newTables) {
    await index(`${name}_child`, `${name} (school_id, child_id)`)
    for (const statement of dialect.rowsOfSchools(name)) await run(statement)
  }
  for (const name of ofSuspensions) await index(`${name}_suspension`, `${name} (suspension_id)`)
  await index('advice_consideration', 'advice (consideration_id)')
  await index('consideration_state', 'consideration (state)')
  await index('consideration_decided', 'consideration (decided_at)')
  await run(
    "create unique index consideration_open on consideration (child_id) where state = 'open' and removed_at is null",
  )

  for (const column of [
    `${text('consideration_id')} references consideration (id)`,
    flag('misses_exam'),
    day('exam_on'),
    flag('representations'),
    day('representations_on'),
    minute('cancelled_at'),
    `${text('cancelled_reason')} check ((cancelled_at is null) = (cancelled_reason is null))`,
  ])
    await run(`alter table suspension add column ${column}`)
  await run(
    'create unique index suspension_consideration on suspension (consideration_id) where consideration_id is not null',
  )

  const purpose = requiredOneOf(
    'purpose',
    'before-suspension suspension-notice education-notice cancellation-notice absence pep other',
  )
  const asked = 'contact (consideration_id) where consideration_id is not null'
  if (dialect.kind === 'postgres') {
    const [, isOneOf] = /(check .*) not null$/.exec(purpose)!
    await run('alter table contact drop constraint contact_purpose_check')
    await run(`alter table contact add constraint contact_purpose_check ${isOneOf}`)
    await run(`alter table contact add column ${text('consideration_id')}`)
    await run(`alter table contact add ${ofConsideration}`)
    await index('contact_consideration', asked)
    return
  }
  // SQLite changes no check of a table: the table is made anew.
  await recordOfChild(
    'contact_next',
    text('suspension_id'),
    requiredOneOf(
      'with_role',
      'virtual-school social-worker parent carer local-authority safeguarding-lead governing-board other',
    ),
    purpose,
    requiredMinute('contacted_at'),
    oneOf('how', 'phone email letter meeting other'),
    text('made_by'),
    oneOf('outcome', 'reached message-left no-answer'),
    text('note'),
    text('consideration_id'),
    ofSuspension,
    ofConsideration,
  )
  const held =
    'id, school_id, child_id, suspension_id, with_role, purpose, contacted_at, how, made_by, outcome, note, version, typed, removed_at, removed_reason'
  await run(`insert into contact_next (${held}) select ${held} from contact`)
  await run('drop table contact')
  await run('alter table contact_next rename to contact')
  await index('contact_child', 'contact (school_id, child_id)')
  await index('contact_consideration', asked)
}

/** Tables of child data, which the database locks a second time by school. */
const newTables = [
  'consideration',
  'advice',
  'provision',
  'board_meeting',
  'review_panel',
  'reintegration',
  'intervention',
  'off_site_direction',
  'managed_move',
  'part_time_timetable',
  'safeguarding_separation',
  'unlawful_exclusion',
  'restrictive_intervention',
  'special_need',
]

const ofSuspensions = ['provision', 'board_meeting', 'review_panel', 'reintegration', 'intervention']

export default { up }
