import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { childById } from '../../../db/queries/child.ts'
import { listRecords } from '../../../db/queries/record.ts'
import { tableOfKind } from '../../../db/queries/record-shape.ts'
import { idOfKey } from '../../records/id-of-key.ts'
import type { RecordKind } from '../../records/kind.ts'
import { readHistory, type HistoryEntry } from '../../records/record-history.ts'
import { recordViewFor, recordViewsFor, type RecordRow, type RecordView } from '../../records/record-view.ts'
import { writeNew } from '../../records/write-new-record.ts'
import { readRecord, writeCorrection, writeRemoval, type Written } from '../../records/write-record.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import { actorOf, changeOf, shows } from '../http/access.ts'
import { body, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { changedMeanwhile, etag, expectedVersion } from '../http/if-match.ts'
import { badFields, notFound, Refusal } from '../http/refusal.ts'
import { findTakenOut, judgeRecord } from '../judge-record.ts'
import { classesShown, inOrder } from '../views/classes-shown.ts'
import { rightsOf } from '../views/permitted.ts'

const id = z.string().min(1).max(80)
const fields = z.record(z.string().max(80), z.unknown())
const newRecord = z.strictObject({
  /** Whose it is; left out for a child itself and for what is kept of the school. */
  childId: id.nullable().optional(),
  fields,
})
const correction = z.strictObject({ fields })
const removal = z.strictObject({ reason: z.string().trim().min(1, 'Say why it is wrong').max(400) })

const keptElsewhere = () =>
  new Refusal(409, { code: 'kept-elsewhere', message: 'This is kept on the page Before you suspend.' })

/** One family of routes for every kind of record; what a kind is and checks is declared with the kind. */
export function recordRoutes({ db, clock, kinds }: Deps, desk: Desk) {
  const kindOf = (name: string): RecordKind => {
    const kind = kinds.get(name)
    if (!kind) throw notFound()
    return kind
  }
  /** What an answer shows: of a record of the school nobody. Its history shows what it held before. */
  function showsRecord(
    c: Context,
    { childId, kind, id: recordId, fields: now }: RecordView,
    { isKept = false, history = [] }: { isKept?: boolean; history?: readonly HistoryEntry[] } = {},
  ) {
    const held = [now, ...history.flatMap(({ before, after }) => [before, after])]
    const dataClasses = inOrder(held.flatMap((each) => classesShown(kindOf(kind), { ...now, ...each })))
    shows(c, { childIds: childId === null ? [] : [childId], dataClasses, kind, recordId, isKept })
  }

  /** The record that a write came to, or why there is none. */
  function written(c: Context, made: Written): RecordView {
    switch (made.outcome) {
      case 'ok':
        // The change went on record in its own transaction: a full disk after it must not undo the answer.
        showsRecord(c, made.record, { isKept: true })
        return made.record
      case 'again':
        showsRecord(c, made.record)
        return made.record
      case 'bad':
        throw badFields(made.problems)
      case 'stale':
        showsRecord(c, made.current)
        throw changedMeanwhile(made.current)
      case 'duplicate':
        throw new Refusal(409, { code: 'duplicate', ...made.problem, problems: [made.problem] })
      case 'key-used':
        throw new Refusal(409, {
          code: 'key-used',
          message: 'This form was sent before with other values. Open what was recorded and correct that.',
        })
      case 'missing':
        throw notFound()
    }
  }

  /** A kind that a page of its own keeps is read here and not written; of what is out of scope not even that is said. */
  async function orKeptElsewhere(c: Context, kind: RecordKind, recordId?: string) {
    if (kind.process === undefined) return
    const { scope } = await desk.atDay(actorOf(c))
    if (recordId !== undefined && !(await readRecord(db, scope, kind, recordId, rightsFor(c))))
      throw notFound()
    throw keptElsewhere()
  }
  const rightsFor = (c: Context) => rightsOf(actorOf(c).role)
  /** A change on record with the classes of what its maker may read of the row. */
  function change(c: Context) {
    const kind = kindOf(c.req.param('kind') ?? '')
    const classesOf = (row: unknown) =>
      classesShown(kind, recordViewFor(rightsFor(c), kind, row as RecordRow)?.fields ?? {})
    return { ...changeOf(c, clock.now()), classesOf }
  }

  /** The child a new record belongs to: itself, the one named, or nobody for what is kept of the school. */
  async function childOf(kind: RecordKind, { scope }: AtDay, childId: string | null, own: string) {
    if (kind.kind === 'child') return own
    const schoolOnly = kind.subject === 'school'
    if (schoolOnly && childId !== null)
      throw badFields([{ field: 'childId', message: 'This is kept of the school, not of a child.' }])
    if (childId === null) {
      if (schoolOnly || kind.kind === 'person') return null
      throw badFields([{ field: 'childId', message: 'Say which child this is about.' }])
    }
    if (!(await childById(db, scope, childId).executeTakeFirst())) throw notFound()
    return childId
  }

  return new Hono()
    .get(
      '/records/:kind',
      described({
        summary: 'The records of one kind of a child, or of the school',
        tag: 'records',
        answer: 'Newest first.',
      }),
      query(z.strictObject({ childId: id.optional() })),
      async (c) => {
        const kind = kindOf(c.req.param('kind'))
        const { childId } = c.req.valid('query')
        // What is kept of the school is no child’s.
        if (childId !== undefined && kind.subject === 'school') throw notFound()
        const { school, scope } = await desk.atDay(actorOf(c))
        if (childId !== undefined && !(await childById(db, scope, childId).executeTakeFirst()))
          throw notFound()
        const of = childId === undefined ? { schoolId: school.id } : { childId }
        const rows = await listRecords(db, scope, tableOfKind(kind.kind), of)
        const records = recordViewsFor(rightsFor(c), kind, rows as readonly RecordRow[])
        const childIds = records.flatMap((record) => record.childId ?? [])
        const dataClasses = [{}, ...records.map((record) => record.fields)].flatMap((shown) =>
          classesShown(kind, shown),
        )
        shows(c, { childIds, dataClasses: inOrder(dataClasses), kind: kind.kind })
        return c.json({ records: records.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1)) }, 200)
      },
    )
    .post(
      '/records/:kind',
      described({ summary: 'Record something', tag: 'records', answer: 'The record.', once: true }),
      body(newRecord),
      async (c) => {
        const kind = kindOf(c.req.param('kind'))
        await orKeptElsewhere(c, kind)
        const at = await desk.atDay(actorOf(c))
        const { childId: named = null, fields: given } = c.req.valid('json')
        const key = idempotencyKey(c)
        const own =
          key === undefined
            ? crypto.randomUUID()
            : idOfKey(kind.kind, at.school.id, `${actorOf(c).accountId} ${key}`)
        const childId = await childOf(kind, at, named, own)
        const place = { id: own, schoolId: at.school.id, childId }
        const judge = judgeRecord(at, kind, clock.now())
        const takenOut = findTakenOut(at, kind)
        const by = { ...(judge && { judge }), ...(takenOut && { takenOut }) }
        const record = await desk.writing(at, kind, async () =>
          written(c, await writeNew(db, at.scope, kind, place, given, change(c), rightsFor(c), by)),
        )
        c.header('ETag', etag(record.version))
        return c.json(record, 201)
      },
    )
    .get(
      '/records/:kind/:id',
      described({
        summary: 'One record with its history',
        tag: 'records',
        answer: 'The record; changes latest first.',
      }),
      async (c) => {
        const kind = kindOf(c.req.param('kind'))
        const { scope } = await desk.atDay(actorOf(c))
        const record = await readRecord(db, scope, kind, c.req.param('id'), rightsFor(c))
        if (!record) throw notFound()
        const history = await readHistory(db, scope, kind, record.id, rightsFor(c))
        showsRecord(c, record, { history })
        c.header('ETag', etag(record.version))
        return c.json({ ...record, history }, 200)
      },
    )
    .put(
      '/records/:kind/:id',
      described({
        summary: 'Correct a record; the old values are kept',
        tag: 'records',
        answer: 'The record.',
        versioned: true,
      }),
      body(correction),
      async (c) => {
        const kind = kindOf(c.req.param('kind'))
        await orKeptElsewhere(c, kind, c.req.param('id'))
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const at = await desk.atDay(actorOf(c))
        const judge = judgeRecord(at, kind, clock.now())
        const record = await desk.writing(at, kind, async () =>
          written(
            c,
            await writeCorrection(
              db,
              at.scope,
              kind,
              seen,
              c.req.valid('json').fields,
              change(c),
              rightsFor(c),
              judge,
            ),
          ),
        )
        // Nothing differed, so nothing was written and nothing is on record of it.
        if (record.version === seen.version) showsRecord(c, record)
        c.header('ETag', etag(record.version))
        return c.json(record, 200)
      },
    )
    .post(
      '/records/:kind/:id/remove',
      described({
        summary: 'Take a wrong record out of every count, with the reason',
        tag: 'records',
        answer: 'The record as it was.',
        versioned: true,
      }),
      body(removal),
      async (c) => {
        const kind = kindOf(c.req.param('kind'))
        await orKeptElsewhere(c, kind, c.req.param('id'))
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const at = await desk.atDay(actorOf(c))
        const { reason } = c.req.valid('json')
        const record = await desk.writing(at, kind, async () =>
          written(c, await writeRemoval(db, at.scope, kind, seen, { ...change(c), reason }, rightsFor(c))),
        )
        return c.json(record, 200)
      },
    )
}
