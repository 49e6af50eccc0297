import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { migrate } from '../../../db/migrate.ts'
import { createRecord } from '../../../db/queries/record.ts'
import { kindOfTable, type RecordTable } from '../../../db/queries/record-shape.ts'
import { everySchool } from '../../../db/queries/school.ts'
import type { Role } from '../../../server/access/permissions.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { routeNeeds } from '../../../server/api/route-needs.ts'
import { fieldMeta, fieldNames, toFields } from '../../../server/records/field-columns.ts'
import type { RecordKind } from '../../../server/records/kind.ts'
import { loadKinds } from '../../../server/records/load-kinds.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp, bringSampleIn, type Asked } from '../../support/an-app.ts'
import { aCall, aDraft } from '../../support/pathway-bodies.ts'
import { aChild, aContact, aroundSuspension, aSuspension, change } from '../../support/rows.ts'
import { aMovingClock } from '../../support/signing-in.ts'

/*
 * What is on record of a look says which classes of data it showed. Every text that is kept of one child is a word
 * of its own here, so that an answer tells by itself what of the child stands in it.
 */
const kinds = await loadKinds()
const BARNET = '302'

let database: OpenDatabase
let schoolId: string
let childId: string
let ids: Record<string, string>
let clock: ReturnType<typeof aMovingClock>
let app: ReturnType<typeof anApp>
const cookies = new Map<Role, string>()

/** The class of every word that is kept, by the word. */
const words = new Map<string, { dataClass: number; of: string; also?: number }>()

const classOf = (kind: RecordKind, field: string, row: Readonly<Record<string, unknown>>): number =>
  fieldMeta(kind, field).dataClass ?? kind.classOfRow?.(toFields(kind, row)) ?? kind.dataClass

const inner = (schema: unknown): unknown => (schema instanceof z.ZodNullable ? schema.unwrap() : schema)

/** The fields in which somebody writes what they like. */
const writtenIn = (kind: RecordKind) =>
  fieldNames(kind).filter((name) => {
    const { widget, words: choices } = fieldMeta(kind, name)
    const isText = inner(kind.fields.shape[name]) instanceof z.ZodString
    return isText && choices === undefined && ['text', 'textarea', 'phone', undefined].includes(widget)
  })

/** A row with a word of its own in every text. */
function worded<T extends object>(table: RecordTable, row: T): T {
  const kind = kinds.get(kindOfTable(table))!
  const texts = writtenIn(kind).filter((name) => !['upn', 'yearGroup', 'cancelledReason'].includes(name))
  const told = texts.map((name) => {
    const word = `Qz${words.size}x`
    words.set(word, { dataClass: classOf(kind, name, row as never), of: `${kind.kind}.${name}` })
    return [name, word]
  })
  return { ...row, ...Object.fromEntries(told) }
}

/** What stands in an answer as a record with its fields, wherever it stands. */
function recordsIn(value: unknown): { kind: RecordKind; fields: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(recordsIn)
  const { kind, fields } = value as { kind?: string; fields?: Record<string, unknown> }
  const known = kind === undefined || fields === undefined ? undefined : kinds.get(kind)
  return known && fields ? [{ kind: known, fields }, ...inside] : inside
}

/** Names that say by themselves of which class their value is. */
const telling: Readonly<Record<string, number>> = {
  statuses: 3,
  dateOfBirth: 1,
  yearGroup: 1,
  attendance: 7,
  sessions: 7,
}

/** The classes of what an answer shows of the child, with what shows it. */
function shownIn({ text, json }: Asked): ReadonlyMap<number, string> {
  const shown = new Map<number, string>()
  for (const [word, { dataClass, of }] of words) if (text.includes(word)) shown.set(dataClass, of)
  for (const { kind, fields } of recordsIn(json))
    for (const name of Object.keys(fields)) shown.set(classOf(kind, name, fields), `${kind.kind}.${name}`)
  for (const [name, dataClass] of Object.entries(telling))
    if (new RegExp(`"${name}":(?!null|\\[\\])`).test(text)) shown.set(dataClass, name)
  return shown
}

async function ask(role: Role, method: string, path: string, body?: unknown, version?: number) {
  const headers = {
    cookie: cookies.get(role)!,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
  return app.ask(method, `/api${path}`, body, headers)
}

beforeAll(async () => {
  database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  await bringSampleIn(database, (name) => /school\.json|term-dates/.test(name))
  const { db } = database
  schoolId = (await everySchool(db).executeTakeFirstOrThrow()).id
  clock = aMovingClock()
  app = anApp(database, undefined, { as: 'nobody', clock })
  const child = worded('child', aChild(schoolId, { dateOfBirth: '2012-05-01', yearGroup: '8' }))
  childId = child.id
  ids = { child: childId }
  const of = () => ({ id: crypto.randomUUID(), schoolId, childId })
  const person = (role: string) => ({
    ...of(),
    role,
    email: null,
    parentalResponsibility: 'not-known',
    doNotContact: 0,
    startedOn: null,
    endedOn: null,
  })
  await inTransaction(db, async (trx) => {
    const make = async (table: RecordTable, row: { id: string }) => {
      const kept = table === 'child' ? row : worded(table, row)
      const made = await createRecord(trx, scopeOfSchool(schoolId), table, kept as never, change)
      if (made !== 'ok') throw new Error(`${table} was ${made}`)
      ids[kindOfTable(table)] ??= row.id
    }
    await make('child', child)
    const cla = { status: 'cla', startedOn: '2025-01-06', endedOn: null, authorityCode: BARNET }
    await make('careEpisode', { ...of(), ...cla, detailShared: 0 } as never)
    const pep = { askedOn: null, heldOn: '2026-01-20', completedOn: null, quality: null, attended: '' }
    await make('pepMeeting', { ...of(), ...pep } as never)
    const suspension = aSuspension(child, { startedOn: '2026-03-09', decidedAt: '2026-03-09T09:10' })
    await make('suspension', suspension)
    const short = aSuspension(child, { startedOn: '2026-03-12', halfDays: 1, decidedAt: '2026-03-12T09:10' })
    await make('suspension', short)
    ids['short suspension'] = short.id
    for (const [table, row] of Object.entries(aroundSuspension(child, { suspensionId: suspension.id }))) {
      // What is considered is opened further down, by a person.
      if (table !== 'consideration' && table !== 'advice') await make(table as RecordTable, row)
    }
    await make('contact', aContact(child, { suspensionId: suspension.id, purpose: 'suspension-notice' }))
    for (const role of ['social-worker', 'carer', 'key-adult', 'virtual-school-adviser'])
      await make('person', person(role) as never)
    await make('person', { ...person('parent'), doNotContact: 1 } as never)
    const helps = { agreedOn: '2026-01-05', reviewOn: null, endedOn: null }
    await make('support', { ...of(), ...helps } as never)
    const assessed = { assessedOn: '2026-01-30', subject: 'reading', expected: 1, progress: null }
    await make('attainment', { ...of(), ...assessed } as never)
  })
  const roles: readonly Role[] = [
    'designated-teacher',
    'safeguarding-lead',
    'headteacher',
    'class-staff',
    'virtual-school-head',
    'education-adviser',
  ]
  for (const role of roles) {
    const { accountId, postIds } = await anAccount(db, [role], { schoolId, authorityCode: BARNET })
    cookies.set(role, await aCookie(db, accountId, clock.now()))
    if (role !== 'class-staff' && role !== 'education-adviser') continue
    const listed = { postId: postIds[0]!, schoolId, childId, startedOn: '2025-09-01', endedOn: null }
    await db
      .insertInto('postChild')
      .values({ id: crypto.randomUUID(), ...listed })
      .execute()
  }
  const teacher = 'designated-teacher'
  const opened = await ask(teacher, 'POST', '/considerations', { childId })
  ids['consideration'] = opened.json.considering.id
  const path = `/considerations/${ids['consideration']}`
  const texts = Object.fromEntries(
    ['whatHappened', 'whatBefore', 'ringBack'].map((name) => {
      const word = `Qz${words.size}x`
      words.set(word, { dataClass: 8, of: `consideration.${name}` })
      return [name, word]
    }),
  )
  await ask(teacher, 'PUT', path, { fields: aDraft(texts) }, opened.json.considering.version)
  const advised = `Qz${words.size}x`
  // The same words stand with the contact that the advice is, too.
  words.set(advised, { dataClass: 17, of: 'advice.words', also: 8 })
  const advice = await ask('virtual-school-head', 'POST', `/inbox/${ids['consideration']}/advice`, {
    words: advised,
  })
  expect([opened.status, advice.status]).toEqual([200, 200])
  ids['advice'] = (await db.selectFrom('advice').select('id').executeTakeFirstOrThrow()).id
  ids['alert'] = (
    await db.selectFrom('alert').select('id').where('childId', '=', childId).executeTakeFirstOrThrow()
  ).id
})

/** What the last events of the child say was shown, from one on. */
async function recordedSince(seq: number): Promise<ReadonlySet<number>> {
  const events = await database.db
    .selectFrom('auditEvent')
    .innerJoin('auditChildSet', 'auditChildSet.id', 'auditEvent.childSet')
    .select('auditEvent.dataClasses')
    .where('auditEvent.seq', '>', seq)
    .where('auditChildSet.childId', '=', childId)
    .execute()
  const classes = events.flatMap(({ dataClasses }) => dataClasses?.split(';').map(Number) ?? [])
  return new Set(classes.toSorted((a, b) => a - b))
}

/** Another class that the same words are kept in. */
const alsoOf = (of: string) => [...words.values()].find((word) => word.of === of)?.also ?? 0

const lastSeq = async () =>
  (await database.db.selectFrom('auditChain').select('seq').executeTakeFirstOrThrow()).seq

/** Asks as somebody and says what was shown, and what of it is not on record. */
async function look(role: Role, method: string, path: string, body?: unknown, version?: number) {
  const before = await lastSeq()
  const answer = await ask(role, method, path, body, version)
  const shown = shownIn(answer)
  const recorded = await recordedSince(before)
  return {
    answer,
    recorded,
    missing: [...shown].filter(([dataClass, of]) => !recorded.has(dataClass) && !recorded.has(alsoOf(of))),
    shown: [...shown.keys()].toSorted((a, b) => a - b),
  }
}

/** The same where the answer must be what was asked for. */
async function missing(...asked: Parameters<typeof look>) {
  const found = await look(...asked)
  const { status, text } = found.answer
  expect([...asked.slice(0, 3), status < 300 ? '' : text]).toEqual([...asked.slice(0, 3), ''])
  return found
}

const readers = [
  'designated-teacher',
  'safeguarding-lead',
  'headteacher',
  'virtual-school-head',
  'education-adviser',
] as const

it.each(readers)('what a page showed to a role is on record by its classes: %s', async (role) => {
  const notRecorded: unknown[] = []
  const paths = [
    '/today',
    '/cohort',
    '/rules',
    `/children/${childId}`,
    `/children/${childId}/before-suspending`,
    `/children/${childId}/suspension-pattern`,
    '/considerations',
    '/suspensions',
    `/suspensions/${ids['suspension']}`,
    `/suspensions/${ids['suspension']}/letters`,
    `/off-site-directions/${ids['off-site-direction']}/letter`,
    `/alerts/${ids['alert']}`,
    ...(role === 'virtual-school-head' || role === 'education-adviser' ? ['/inbox'] : []),
  ]
  for (const path of paths) {
    const found = await missing(role, 'GET', path)
    if (found.missing.length > 0) notRecorded.push([path, ...found.missing])
  }
  const page = await missing(role, 'POST', '/children/search', { text: 'Q' })
  if (page.missing.length > 0) notRecorded.push(['search', ...page.missing])
  expect(notRecorded).toEqual([])
})

it('the look at a child’s page says that people, care and what helps were shown', async () => {
  const { recorded, shown } = await missing('designated-teacher', 'GET', `/children/${childId}`)
  expect(shown).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 17])
  expect([...recorded]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 17])
})

it('a Virtual School reads no word of a need or of what helps, on no page and in no record', async () => {
  const kept = [...words].filter(([, { of }]) => of === 'special-need.need' || of.startsWith('support.'))
  const pages = [`/children/${childId}`, `/children/${childId}/before-suspending`, '/today', '/cohort']
  const records = [
    `/records/special-need?childId=${childId}`,
    `/records/special-need/${ids['special-need']}`,
    `/records/support?childId=${childId}`,
    `/records/support/${ids['support']}`,
  ]
  for (const role of ['designated-teacher', 'virtual-school-head', 'education-adviser'] as const) {
    const answers = await Promise.all([...pages, ...records].map((path) => ask(role, 'GET', path)))
    const read = kept.filter(([word]) => answers.some(({ text }) => text.includes(word)))
    expect([role, read.length]).toEqual([role, role === 'designated-teacher' ? kept.length : 0])
    const inSchool = role === 'designated-teacher'
    expect(answers.map(({ status }) => status)).toEqual([
      200,
      200,
      200,
      200,
      200,
      200,
      ...(inSchool ? [200, 200] : [403, 403]),
    ])
    if (inSchool) continue
    const need = recordsIn(answers[0]?.json).find(({ kind }) => kind.kind === 'special-need')
    expect(need?.fields).toEqual({ startedOn: '2025-09-03', provision: 'ehc-plan', endedOn: null })
  }
})

it('the look at records of a kind says of which classes they are, with their history', async () => {
  const notRecorded: unknown[] = []
  for (const role of readers)
    for (const kind of kinds.values()) {
      if (kind.subject !== 'child') continue
      for (const path of [
        `/records/${kind.kind}?childId=${childId}`,
        `/records/${kind.kind}/${ids[kind.kind]}`,
      ]) {
        const found = await look(role, 'GET', path)
        const { status } = found.answer
        if (found.missing.length > 0) notRecorded.push([role, path, ...found.missing])
        if (status !== 200 && status !== 403 && status !== 404) notRecorded.push([role, path, status])
      }
    }
  expect(notRecorded).toEqual([])
  const person = await missing('headteacher', 'GET', `/records/person/${ids['person']}`)
  expect([...person.recorded]).toEqual([2, 4])
  const care = await missing('headteacher', 'GET', `/records/care-episode/${ids['care-episode']}`)
  expect([...care.recorded]).toEqual([3, 4])
})

it('a change that answers what it changed is on record with the classes of that', async () => {
  const detail = `Qz${words.size}x`
  words.set(detail, { dataClass: 4, of: 'care-episode.detail' })
  const fields = {
    status: 'previously-cla',
    startedOn: '2020-01-06',
    endedOn: '2021-01-06',
    authorityCode: BARNET,
    detail,
  }
  const made = await missing('safeguarding-lead', 'POST', '/records/care-episode', { childId, fields })
  expect(made.missing).toEqual([])
  expect([...made.recorded]).toEqual([3, 4])
  const { id, version } = made.answer.json
  const path = `/records/care-episode/${id}`
  // The old words went, and the change shows them in the history for good.
  const without = { fields: { ...fields, detail: null } }
  const corrected = await missing('safeguarding-lead', 'PUT', path, without, version)
  expect([corrected.missing, [...corrected.recorded]]).toEqual([[], [3, 4]])
  const read = await missing('safeguarding-lead', 'GET', path)
  expect(read.missing).toEqual([])
  const removal = [`${path}/remove`, { reason: 'Wrong.' }, version + 1] as const
  expect((await missing('safeguarding-lead', 'POST', ...removal)).missing).toEqual([])
})

it('a step of what is considered is on record with what its answer showed', async () => {
  const path = `/considerations/${ids['consideration']}`
  const steps: unknown[] = []
  const step = async (role: Role, method: string, at: string, body: unknown, version?: number) => {
    const found = await missing(role, method, at, body, version)
    if (found.missing.length > 0) steps.push([at, ...found.missing])
    return found.answer.json.considering?.version as number
  }
  const again = await step('designated-teacher', 'POST', '/considerations', { childId })
  const saved = await step('designated-teacher', 'PUT', path, { fields: aDraft() }, again)
  const asked = await missing('designated-teacher', 'POST', `${path}/contacts`, aCall())
  expect(asked.missing).toEqual([])
  // Whom to ask stands in the answer: carers, and the social worker.
  expect([...asked.recorded]).toEqual(expect.arrayContaining([2, 4]))
  await step('virtual-school-head', 'POST', `/inbox/${ids['consideration']}/read`, {})
  await step('virtual-school-head', 'POST', `/inbox/${ids['consideration']}/advice`, { words: 'Ask again.' })
  const decision = { decision: 'not-suspended', instead: 'Time with the key adult.', withoutContact: null }
  await step('headteacher', 'POST', `${path}/decide`, decision, saved)
  const opened = await ask('designated-teacher', 'POST', '/considerations', { childId })
  const { id, version } = opened.json.considering
  await step('designated-teacher', 'POST', `/considerations/${id}/withdraw`, { reason: 'A slip.' }, version)
  const suspension = `/suspensions/${ids['short suspension']}`
  const other = await missing('headteacher', 'GET', suspension)
  const cancelled = { reason: 'Further evidence came.' }
  await step('headteacher', 'POST', `${suspension}/cancel`, cancelled, other.answer.json.record.version)
  const alert = `/alerts/${ids['alert']}`
  const { json } = await ask('designated-teacher', 'POST', `${alert}/seen`, {})
  const answered = await missing(
    'designated-teacher',
    'POST',
    `${alert}/postpone`,
    { askAgainOn: '2026-03-20' },
    json.version,
  )
  const reopened = await missing(
    'designated-teacher',
    'POST',
    `${alert}/reopen`,
    {},
    answered.answer.json.version,
  )
  await step(
    'designated-teacher',
    'POST',
    `${alert}/answer`,
    { answer: 'done' },
    reopened.answer.json.version,
  )
  expect([answered.recorded.has(15), reopened.recorded.has(15)]).toEqual([true, true])
  expect(steps).toEqual([])
})

it('lists and files that name children are on record by their classes', async () => {
  const file = await missing('designated-teacher', 'POST', '/cohort/export', {})
  expect([...file.recorded]).toEqual(expect.arrayContaining([1, 3, 5, 7, 8, 10]))
  expect(file.missing).toEqual([])
  expect((await missing('class-staff', 'GET', '/class')).missing).toEqual([])
  expect((await missing('headteacher', 'GET', '/people/children')).missing).toEqual([])
  expect((await missing('safeguarding-lead', 'POST', '/audit/child', { childId })).missing).toEqual([])
  expect((await missing('safeguarding-lead', 'GET', '/audit')).missing).toEqual([])
  expect(
    (await missing('safeguarding-lead', 'POST', '/audit/export', { reason: 'A question.' })).missing,
  ).toEqual([])
})

it('every route that shows children is asked here', () => {
  const asked = [
    /^GET \/api\/(today|cohort|considerations|suspensions|inbox|class|audit)$/,
    /^GET \/api\/(children|suspensions|alerts|off-site-directions)\/:id/,
    /^POST \/api\/(cohort\/export|children\/search|considerations|audit\/(child|export))$/,
    /^(PUT|POST) \/api\/(considerations|inbox|alerts)\/:id/,
    /^POST \/api\/suspensions\/:id\/cancel$/,
    /^\w+ \/api\/records\/:kind/,
    /^GET \/api\/people\/children$/,
  ]
  const shows = Object.entries(routeNeeds)
    .filter(([, need]) => typeof need === 'object' && need.shows === 'children')
    .map(([route]) => route)
  expect(shows.filter((route) => !asked.some((pattern) => pattern.test(route)))).toEqual([])
})

it('every kind of record of a child is kept here', () => {
  const ofChild = [...kinds.values()].filter(({ subject }) => subject === 'child')
  expect(ofChild.filter(({ kind }) => ids[kind] === undefined)).toEqual([])
})
