import type { Kysely, KyselyPlugin } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { createRecord } from '../../../db/queries/record.ts'
import { createMany } from '../../../db/queries/record-many.ts'
import type { Database } from '../../../db/schema.ts'
import type { Role } from '../../../server/access/permissions.ts'
import { createDesk } from '../../../server/api/desk.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { approve } from '../../../server/reporting/approve.ts'
import { readFrozen } from '../../../server/reporting/frozen.ts'
import { aReader, type Reader } from '../../support/a-reporting.ts'
import { aSchoolOf } from '../../support/a-school-of.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp } from '../../support/an-app.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aCareEpisode, aChild, change } from '../../support/rows.ts'

const CHILDREN = 12
const ascending = (a: number, b: number) => a - b
const on = isoDate('2026-03-13')
const now = '2026-03-13T09:30:00.000Z'
const terms = [
  ['Autumn', '2025-09-01', '2025-12-19'],
  ['Spring', '2026-01-05', '2026-03-27'],
] as const

/** Statements that name these words, each said to the test once it is answered. */
interface Watch {
  words: string
  act: () => Promise<unknown>
}

describeBothDatabases('two people at one report at one moment', (open) => {
  let here: Kysely<Database>
  let there: Kysely<Database>
  let apps: ReturnType<typeof anApp>['app'][]
  /** What happens once, after the first program's next statement that holds these words was answered. */
  let watch: Watch | undefined
  let schoolId: string
  let scope: Awaited<ReturnType<typeof aSchoolOf>>['scope']
  let teacher: Reader
  let head: Reader

  const watching = (): KyselyPlugin => {
    const held = new WeakSet<object>()
    return {
      transformQuery({ node, queryId }) {
        if (watch !== undefined && JSON.stringify(node).includes(watch.words)) held.add(queryId)
        return node
      },
      async transformResult({ result, queryId }) {
        const act = held.has(queryId) ? watch?.act : undefined
        if (act !== undefined) {
          watch = undefined
          await act()
        }
        return result
      },
    }
  }

  beforeAll(async () => {
    const first = await open()
    const second = await open(first.target)
    here = first.db.withPlugin(watching())
    there = second.db
    apps = [here, there].map((db) => anApp({ db }, on, { as: 'nobody' }).app)
  })

  beforeEach(async () => {
    ;({ schoolId, scope } = await aSchoolOf(there, CHILDREN))
    const rows = terms.map(([name, firstDay, lastDay]) => ({
      id: crypto.randomUUID(),
      schoolId,
      kind: 'term' as const,
      name,
      firstDay,
      lastDay,
    }))
    await inTransaction(there, (trx) => createMany(trx, 'termDate', rows, change))
    teacher = await as('designated-teacher', 1)
    head = await as('headteacher', 0)
  })

  /** Somebody at the first program or at the second. */
  async function as(role: Role, at: 0 | 1, name?: string): Promise<Reader> {
    const account = await anAccount(there, [role], { schoolId, ...(name ? { name } : {}) })
    return aReader(apps[at]!, account.name, await aCookie(there, account.accountId, now))
  }

  /** A report that is with the headteacher, at version 2. */
  async function sent(): Promise<string> {
    const { id } = (await teacher.post('/reports', { kind: 'annual', on })).json.report
    await teacher.put(`/reports/${id}/words/4`, { words: 'As sent.' }, 0)
    await teacher.post(`/reports/${id}/actions`, { text: 'As sent.', owner: null, dueOn: null })
    expect((await teacher.step(id, 'send', 1)).status).toBe(200)
    return id
  }

  const kept = (id: string) =>
    there.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const actsOn = async (id: string, ...acts: readonly string[]) =>
    (
      await there
        .selectFrom('auditEvent')
        .select('action')
        .where('recordId', '=', id)
        .orderBy('seq')
        .execute()
    )
      .map(({ action }) => action)
      .filter((action) => acts.includes(action))
  const statusesOf = async (...asked: readonly Promise<{ status: number }>[]) =>
    (await Promise.all(asked)).map(({ status }) => status)

  it('approve it: one does, the other is told that it was', async () => {
    const other = await as('headteacher', 1)
    const id = await sent()
    const both = await Promise.all([head.step(id, 'approve', 2), other.step(id, 'approve', 2)])
    expect(both.map(({ status }) => status).toSorted(ascending)).toEqual([200, 412])
    const by = both[0].status === 200 ? head : other
    for (const { json } of both)
      expect(json.report ?? json.current).toMatchObject({ state: 'approved', approvedBy: by.name })
    const row = await kept(id)
    expect([row.version, readFrozen(row).settled?.childIds.length]).toEqual([3, CHILDREN])
    expect(await actsOn(id, 'report.approve')).toEqual(['report.approve'])
  })

  it('are one who asks twice: approved and published once, and told so both times', async () => {
    const id = await sent()
    const head2 = await as('headteacher', 1, head.name)
    expect(await statusesOf(head.step(id, 'approve', 2), head2.step(id, 'approve', 2))).toEqual([200, 200])
    const meeting = { meetingOn: '2026-03-26' }
    const publish = (who: Reader) => who.step(id, 'publish', 3, meeting)
    expect(await statusesOf(publish(head), publish(teacher))).toEqual([200, 200])
    expect(await kept(id)).toMatchObject({ state: 'published', version: 4 })
    const steps = ['report.approve', 'report.publish']
    expect(await actsOn(id, ...steps)).toEqual(steps)
  })

  it('publish it for two meetings: one of them stands', async () => {
    const id = await sent()
    await head.step(id, 'approve', 2)
    const both = await Promise.all([
      head.step(id, 'publish', 3, { meetingOn: '2026-03-26' }),
      teacher.step(id, 'publish', 3, { meetingOn: '2026-04-23' }),
    ])
    expect(both.map(({ status }) => status).toSorted(ascending)).toEqual([200, 412])
    const { meetingOn } = await kept(id)
    for (const { json } of both) expect((json.report ?? json.current).meetingOn).toBe(meetingOn)
    expect(await actsOn(id, 'report.publish')).toHaveLength(1)
  })

  it('send it back while it is counted: nothing is approved', async () => {
    const other = await as('headteacher', 1)
    const id = await sent()
    let back: number | undefined
    watch = {
      words: '"premium_money"',
      act: async () => {
        back = (await other.step(id, 'return', 2, { reason: 'Say more.' })).status
      },
    }
    const late = await head.step(id, 'approve', 2)
    expect([back, late.status, late.json.current.state]).toEqual([200, 412, 'draft'])
    expect(await kept(id)).toMatchObject({ state: 'draft', version: 3, document: null, hash: null })
    expect(await actsOn(id, 'report.approve', 'report.return')).toEqual(['report.return'])
  })

  it('send it back as it is being frozen: it is approved, and stays so', async () => {
    const other = await as('headteacher', 1)
    const id = await sent()
    let back: ReturnType<Reader['step']> | undefined
    watch = {
      words: '"revision"',
      act: async () => void (back = other.step(id, 'return', 2, { reason: 'Say more.' })),
    }
    const made = await head.step(id, 'approve', 2)
    const late = await back!
    expect([made.status, late.status, late.json.current.state]).toEqual([200, 412, 'approved'])
    readFrozen(await kept(id))
    expect(await actsOn(id, 'report.approve', 'report.return')).toEqual(['report.approve'])
  })

  it('write and choose while the other approves: what was sent is what is approved', async () => {
    const id = await sent()
    const action = await there
      .selectFrom('reportAction')
      .selectAll()
      .where('reportId', '=', id)
      .executeTakeFirstOrThrow()
    const late = { text: 'Late.', owner: null, dueOn: null }
    const writing = () =>
      statusesOf(
        teacher.put(`/reports/${id}/words/4`, { words: 'Late.' }, 1),
        teacher.put(`/reports/${id}`, { on: '2026-03-12', threshold: 9 }, 2),
        teacher.post(`/reports/${id}/actions`, late),
        teacher.put(`/report-actions/${action.id}`, { ...late, outcome: null, outcomeNote: null }, 1),
        teacher.post(`/report-actions/${action.id}/remove`, {}, { 'if-match': '"1"' }),
        teacher.step(id, 'remove', 2, { reason: 'Late.' }),
      )
    let counting: number[] | undefined
    watch = { words: '"premium_money"', act: async () => (counting = await writing()) }
    const [approved, ...atOnce] = await Promise.all([head.step(id, 'approve', 2), writing()])
    expect(approved.status).toBe(200)
    expect(counting).toEqual([409, 409, 409, 409, 409, 409])
    // Of what is asked of a version, the approval has made another.
    expect(atOnce[0].map((status) => (status === 412 ? 409 : status))).toEqual(counting)
    const { document } = readFrozen(await kept(id))
    expect([document.on, document.threshold]).toEqual([on, 5])
    expect(document.sections.find(({ number }) => number === 4)?.words).toBe('As sent.')
    expect(document.nextActions.map(({ text }) => text)).toEqual(['As sent.'])
  })

  it('send a draft and save its words: what is approved has the words that are kept', async () => {
    const { id } = (await teacher.post('/reports', { kind: 'annual', on })).json.report
    const [saved, gone] = await statusesOf(
      head.put(`/reports/${id}/words/4`, { words: 'Just now.' }, 0),
      teacher.step(id, 'send', 1),
    )
    expect([[200, 409].includes(saved!), gone]).toEqual([true, 200])
    expect((await head.step(id, 'approve', 2)).status).toBe(200)
    const { document } = readFrozen(await kept(id))
    const words = document.sections.find(({ number }) => number === 4)?.words
    expect(words).toBe(saved === 200 ? 'Just now.' : null)
  })

  it('change it since it was seen: nobody approves what he has not seen', async () => {
    const id = await sent()
    await head.step(id, 'return', 2, { reason: 'Say more.' })
    await teacher.put(`/reports/${id}/words/4`, { words: 'More.' }, 1)
    await teacher.step(id, 'send', 3)
    const late = await head.step(id, 'approve', 2)
    expect([late.status, late.json.current]).toMatchObject([412, { state: 'sent', version: 4 }])
    expect(await kept(id)).toMatchObject({ state: 'sent', hash: null })
    expect((await head.step(id, 'approve', 4)).status).toBe(200)
  })

  it('add a child while it is counted: the child is in it', async () => {
    const id = await sent()
    const child = aChild(schoolId)
    watch = {
      words: '"premium_money"',
      act: () =>
        inTransaction(there, async (trx) => {
          await createRecord(trx, scope, 'child', child, change)
          await createRecord(trx, scope, 'careEpisode', aCareEpisode(child), change)
        }),
    }
    expect((await head.step(id, 'approve', 2)).status).toBe(200)
    expect(readFrozen(await kept(id)).settled?.childIds).toContain(child.id)
  })

  it('give the post of designated teacher to another while it is counted: it names who holds it', async () => {
    const id = await sent()
    watch = {
      words: '"premium_money"',
      act: async () => {
        await there
          .updateTable('post')
          .set({ endedOn: '2026-03-12' })
          .where('schoolId', '=', schoolId)
          .where('role', '=', 'designated-teacher')
          .execute()
        await as('designated-teacher', 1, 'Robin Newcomer')
      },
    }
    expect((await head.step(id, 'approve', 2)).status).toBe(200)
    const { sections } = readFrozen(await kept(id)).document
    expect(sections[1]?.headline).toBe('Robin Newcomer is the designated teacher')
  })

  it('bring term dates in just as it is asked for: it is counted by them', async () => {
    const id = await sent()
    const at = await createDesk(anApp({ db: here }, on).deps).atDay({ schoolId, scope })
    const summer = { kind: 'term', name: 'Summer', firstDay: '2025-04-22', lastDay: '2025-07-23' } as const
    const early = { kind: 'term', name: 'Spring', firstDay: '2025-01-06', lastDay: '2025-04-04' } as const
    await inTransaction(there, async (trx) => {
      for (const term of [early, summer])
        await createRecord(trx, scope, 'termDate', { id: crypto.randomUUID(), schoolId, ...term }, change)
    })
    expect((await approve(here, at, { id, version: 2 }, [], change)).outcome).toBe('ok')
    const { unknown } = readFrozen(await kept(id)).settled!
    expect(unknown.map(([figure]) => figure)).not.toContain('numbers.before.all')
  })

  it('begin it: one draft is begun', async () => {
    const begin = (who: Reader) => who.post('/reports', { kind: 'annual', on })
    expect((await statusesOf(begin(head), begin(teacher))).toSorted(ascending)).toEqual([200, 409])
    const rows = await there.selectFrom('report').select('id').where('schoolId', '=', schoolId).execute()
    expect(rows).toHaveLength(1)
    expect(await actsOn(rows[0]!.id, 'report.start')).toHaveLength(1)
  })

  it('send the nil return: it goes once', async () => {
    await there
      .updateTable('careEpisode')
      .set({ status: 'kinship' })
      .where('schoolId', '=', schoolId)
      .execute()
    const told = { startedAt: now, finishedAt: now, changedBy: 'Sam Teacher', counts: '{}' }
    const files = JSON.stringify([{ source: 'care-episodes' }])
    await there
      .insertInto('importRun')
      .values({ id: crypto.randomUUID(), schoolId, files, ...told })
      .execute()
    const nil = (who: Reader) => who.post('/reports/nil')
    expect((await statusesOf(nil(head), nil(teacher))).toSorted(ascending)).toEqual([200, 409])
    const rows = await there.selectFrom('report').select('kind').where('schoolId', '=', schoolId).execute()
    expect(rows).toEqual([{ kind: 'nil' }])
  })
})
