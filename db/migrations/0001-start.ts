import type { Kysely } from 'kysely'
import { columnShapes } from '../column-shapes.ts'
import type { Dialect, FrozenTables } from '../dialect.ts'

async function up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void> {
  const {
    run,
    table,
    text,
    required,
    day,
    requiredDay,
    minute,
    instant,
    requiredInstant,
    academicYear,
    oneOf,
    requiredOneOf,
    requiredFlag,
    flag,
    atLeast,
    version,
  } = columnShapes(db, dialect)

  const id = `${required('id')} primary key`
  const school = `${required('school_id')} references school (id)`
  /** The child must be of the school that the row names. */
  const ofChild = 'foreign key (child_id, school_id) references child (id, school_id)'
  const ofChildRow = [id, school, required('child_id'), ofChild]
  const kept = [version, required('typed'), instant('removed_at'), text('removed_reason')]
  const keptWhole = 'check ((removed_at is null) = (removed_reason is null))'
  /** An import writes its run last, so this is checked when the transaction ends. */
  const importRun = `${text('import_run_id')} references import_run (id) deferrable initially deferred`
  /** Constraints must follow all columns. */
  const inOrder = (parts: readonly string[]) => [
    ...parts.filter((part) => !/^(check|foreign|unique|primary)\b/.test(part)),
    ...parts.filter((part) => /^(check|foreign|unique|primary)\b/.test(part)),
  ]
  const record = (name: string, ...parts: readonly string[]) =>
    table(name, ...inOrder([...parts, ...kept, keptWhole]))
  const rowsOfChild = (name: string, ...parts: readonly string[]) =>
    table(name, ...inOrder([...ofChildRow, ...parts]))

  const index = (name: string, on: string) => run(`create index ${name} on ${on}`)
  /** Of the rows that nobody removed, one has each key. */
  const key = (tableName: string, columns: string) =>
    run(`create unique index ${tableName}_key on ${tableName} (${columns}) where removed_at is null`)

  await table(
    'authority',
    `${required('code')} primary key`,
    required('name'),
    text('virtual_school_phone'),
    text('virtual_school_email'),
    version,
  )
  await table(
    'school',
    id,
    `${required('urn')} unique`,
    required('laestab'),
    required('name'),
    requiredOneOf('phase', 'nursery primary secondary all-through special pru other'),
    `${required('authority_code')} references authority (code)`,
    requiredFlag('demonstration'),
    required('rule_options'),
    `${atLeast('revision', 0)} not null`,
    day('evaluated_on'),
  )
  await record(
    'child',
    id,
    school,
    required('upn'),
    required('surname'),
    required('forename'),
    text('preferred_name'),
    text('say_name'),
    requiredDay('date_of_birth'),
    requiredOneOf('year_group', 'N R 1 2 3 4 5 6 7 8 9 10 11 12 13 14'),
    requiredDay('admitted_on'),
    day('left_on'),
    'unique (id, school_id)',
  )
  await key('child', 'school_id, upn')
  await record(
    'care_episode',
    ...ofChildRow,
    requiredOneOf('status', 'cla previously-cla cin-plan cp-plan kinship'),
    requiredDay('started_on'),
    day('ended_on'),
    `${text('authority_code')} references authority (code)`,
    text('detail'),
  )
  await key('care_episode', 'child_id, status, started_on')
  await record(
    'pep_meeting',
    ...ofChildRow,
    day('asked_on'),
    requiredDay('held_on'),
    day('completed_on'),
    oneOf('quality', 'gold green amber red'),
    required('attended'),
    flag('child_views'),
    text('child_words'),
  )
  await key('pep_meeting', 'child_id, held_on')
  await record(
    'suspension',
    ...ofChildRow,
    requiredOneOf('kind', 'suspension permanent lunchtime'),
    requiredDay('started_on'),
    oneOf('start_session', 'AM PM'),
    atLeast('half_days', 1),
    required('reasons'),
    minute('decided_at'),
    requiredFlag('at_other_school'),
    'unique (id, child_id)',
  )
  // Two blank sessions are the same key, which a plain unique index would not see.
  await key('suspension', "child_id, kind, started_on, coalesce(start_session, '')")
  await record(
    'contact',
    ...ofChildRow,
    text('suspension_id'),
    requiredOneOf(
      'with_role',
      'virtual-school social-worker parent carer local-authority safeguarding-lead governing-board other',
    ),
    requiredOneOf('purpose', 'before-suspension suspension-notice absence pep other'),
    `${minute('contacted_at')} not null`,
    oneOf('how', 'phone email letter meeting other'),
    text('made_by'),
    oneOf('outcome', 'reached message-left no-answer'),
    text('note'),
    'foreign key (suspension_id, child_id) references suspension (id, child_id)',
  )
  await record(
    'person',
    id,
    school,
    text('child_id'),
    ofChild,
    requiredOneOf(
      'role',
      'social-worker carer parent key-adult virtual-school-adviser independent-reviewing-officer clerk other',
    ),
    required('name'),
    text('organisation'),
    text('phone'),
    text('email'),
    requiredOneOf('parental_responsibility', 'yes no not-known'),
    requiredFlag('do_not_contact'),
    text('do_not_contact_reason'),
    day('started_on'),
    day('ended_on'),
  )
  await record(
    'term_date',
    id,
    school,
    requiredOneOf('kind', 'term half-term inset occasional bank-holiday'),
    required('name'),
    requiredDay('first_day'),
    requiredDay('last_day'),
  )
  await key('term_date', 'school_id, kind, first_day')

  await table(
    'import_run',
    id,
    school,
    requiredInstant('started_at'),
    requiredInstant('finished_at'),
    required('changed_by'),
    required('files'),
    required('counts'),
  )
  await table(
    'column_mapping',
    school,
    required('source'),
    required('header'),
    required('mapping'),
    'primary key (school_id, source, header)',
  )

  await rowsOfChild(
    'attendance_year',
    academicYear,
    `${required('marks')} check (length(marks) = 530)`,
    version,
    'unique (child_id, academic_year)',
  )
  await rowsOfChild(
    'attendance_year_history',
    academicYear,
    required('marks_before'),
    requiredInstant('changed_at'),
    required('changed_by'),
    importRun,
  )
  await rowsOfChild(
    'session_mark',
    requiredDay('marked_on'),
    requiredOneOf('session', 'AM PM'),
    required('mark'),
    text('mark_before'),
    atLeast('minutes_late', 0),
    text('note'),
    requiredInstant('changed_at'),
    required('changed_by'),
  )

  await table(
    'finding_day',
    school,
    requiredDay('found_on'),
    required('rule_id'),
    required('status'),
    `${atLeast('count', 0)} not null`,
    'primary key (school_id, found_on, rule_id, status)',
  )
  await rowsOfChild(
    'alert',
    required('rule_id'),
    required('about'),
    requiredOneOf('status', 'breach due watch'),
    requiredOneOf('state', 'open answered postponed closed'),
    day('due_on'),
    requiredInstant('raised_at'),
    instant('seen_at'),
    oneOf('answer', 'done not-done not-a-duty'),
    text('note'),
    day('ask_again_on'),
    instant('closed_at'),
    version,
    'unique (child_id, rule_id, about)',
    'unique (id, school_id)',
  )
  await table(
    'alert_event',
    id,
    school,
    required('alert_id'),
    requiredInstant('at'),
    required('changed_by'),
    requiredOneOf('step', 'raised seen answered postponed closed reopened worsened'),
    text('note'),
    'foreign key (alert_id, school_id) references alert (id, school_id)',
  )
  await index('alert_event_alert', 'alert_event (alert_id)')

  await table(
    'audit_event',
    id,
    `${text('school_id')} references school (id)`,
    requiredInstant('at'),
    required('changed_by'),
    required('action'),
    text('child_id'),
    text('kind'),
    text('record_id'),
    text('reason'),
  )
  await index('audit_event_at', 'audit_event (school_id, at)')
  await index('audit_event_child', 'audit_event (child_id, at)')
  await table(
    'record_history',
    id,
    school,
    text('child_id'),
    required('kind'),
    required('record_id'),
    version,
    required('before'),
    required('after'),
    requiredInstant('changed_at'),
    required('changed_by'),
    text('reason'),
    importRun,
    ofChild,
  )
  await index('record_history_record', 'record_history (record_id, version)')

  const listedByChild =
    'care_episode pep_meeting suspension contact person attendance_year attendance_year_history session_mark alert record_history'
  for (const name of listedByChild.split(' ')) await index(`${name}_child`, `${name} (school_id, child_id)`)
  await index('import_run_started', 'import_run (school_id, started_at)')
}

export default { up }
