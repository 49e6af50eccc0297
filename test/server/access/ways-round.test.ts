import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { createRecord } from '../../../db/queries/record.ts'
import type { Role } from '../../../server/access/permissions.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp, type Ask } from '../../support/an-app.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { csv, sampleLines, send } from '../../support/import-files.ts'
import { change } from '../../support/rows.ts'
import { auditOf } from '../../support/signing-in.ts'
import { twoSchools } from '../../support/two-schools.ts'

const today = '2026-03-13'

/** Somebody of a role with the ways to ask as them. */
async function somebody(
  database: OpenDatabase,
  roles: readonly Role[],
  given: Parameters<typeof anAccount>[2] = {},
) {
  const account = await anAccount(database.db, roles, given)
  const { clock } = anApp(database).deps
  const cookie = await aCookie(database.db, account.accountId, clock.now())
  const { app, ask } = anApp(database, today, { as: { cookie } })
  return { ...account, app, ask, cookie }
}

const record = (database: OpenDatabase, schoolId: string, table: 'careEpisode', row: object) =>
  inTransaction(database.db, (trx) => createRecord(trx, scopeOfSchool(schoolId), table, row as never, change))

const aPlan = (schoolId: string, childId: string, authorityCode: string) => ({
  id: crypto.randomUUID(),
  schoolId,
  childId,
  status: 'cp-plan',
  startedOn: '2025-11-03',
  endedOn: null,
  authorityCode,
  detail: 'neglect',
  detailShared: 0,
})

const namesIn = async ({ db }: OpenDatabase, action: string) => {
  const events = (await auditOf({ db })).filter((event) => event.action === action)
  const set = events.at(-1)?.childSet ?? ''
  const rows = await db.selectFrom('auditChildSet').selectAll().where('id', '=', set).execute()
  return rows.map(({ childId }) => childId)
}

describeBothDatabases('a way round who may see what', (open) => {
  it('files are brought into the school of whoever brings them, and into no other', async () => {
    const database = await open()
    const { schoolId, foreign } = await twoSchools(database)
    const { app, cookie } = await somebody(database, ['designated-teacher'], { schoolId: foreign.schoolId })
    const files = () => [csv('children.csv', ...sampleLines('children.csv', 'Nguyen'))]
    const headers = { cookie }
    const before = await database.db
      .selectFrom('school')
      .select('revision')
      .where('id', '=', schoolId)
      .execute()
    const seen = await send(app, 'preview', files(), undefined, { headers })
    expect(seen.view.school.name).toBe('Invented School')
    expect(seen.view.counts[0]!.missingNames).toHaveLength(1)
    const meant = { decisions: { conflicts: {}, meant: ['older', 'other-school'] } }
    await send(app, 'run', files(), meant, { headers })
    expect(
      await database.db.selectFrom('school').select('revision').where('id', '=', schoolId).execute(),
    ).toEqual(before)
  })

  it('whose name a preview tells is on record, also of those whom the files leave out', async () => {
    const database = await open()
    const { schoolId } = await twoSchools(database)
    const { app, cookie } = await somebody(database, ['designated-teacher'], { schoolId })
    const files = [csv('children.csv', ...sampleLines('children.csv', 'Nguyen'))]
    const { view } = await send(app, 'preview', files, undefined, { headers: { cookie } })
    const missing = view.counts[0]!.missingNames
    expect(missing.length).toBeGreaterThan(10)
    expect((await namesIn(database, 'import.preview')).length).toBeGreaterThanOrEqual(missing.length)
  })

  it('a record that a stale version is answered with is on record as seen', async () => {
    const database = await open()
    const { own } = await twoSchools(database)
    const { ask } = await somebody(database, ['designated-teacher'], { schoolId: own.schoolId })
    const stale = await ask(
      'PUT',
      `/api/records/child/${own.childId}`,
      { fields: {} },
      { 'if-match': '"99"' },
    )
    expect(stale.status).toBe(412)
    expect(stale.json.current.fields.surname).toContain('Surname')
    expect(await namesIn(database, 'view')).toEqual([own.childId])
    const answer = { answer: 'done' }
    const alert = await ask('POST', `/api/alerts/${own.alertId}/answer`, answer, { 'if-match': '"99"' })
    expect(alert.status).toBe(412)
    const views = (await auditOf(database)).filter(({ action }) => action === 'view')
    expect(views.map(({ kind }) => kind)).toEqual(['child', 'alert'])
  })

  it('class staff are not told which authorities their children have to do with, nor how many have a status', async () => {
    const database = await open()
    const { own } = await twoSchools(database)
    const { ask, postIds } = await somebody(database, ['class-staff'], { schoolId: own.schoolId })
    await database.db
      .insertInto('postChild')
      .values({
        id: crypto.randomUUID(),
        postId: postIds[0]!,
        schoolId: own.schoolId,
        childId: own.childId,
        startedOn: '2025-09-01',
        endedOn: null,
      })
      .execute()
    expect((await ask('GET', '/api/authorities')).json.inUse).not.toContain('302')
    expect((await ask('GET', '/api/school')).json.counts).toBeNull()
  })

  it('an authority is not told that a child it looks after has a plan, by whose authority or by an alert', async () => {
    const database = await open()
    const { own } = await twoSchools(database)
    expect(await record(database, own.schoolId, 'careEpisode', aPlan(own.schoolId, own.childId, '309'))).toBe(
      'ok',
    )
    const head = await somebody(database, ['virtual-school-head'], { authorityCode: '302' })
    expect((await head.ask('GET', '/api/authorities')).json.inUse).not.toContain('309')
    const teacher = await somebody(database, ['designated-teacher'], { schoolId: own.schoolId })
    await database.db.updateTable('alert').set({ about: 'of a plan' }).where('id', '=', own.alertId).execute()
    const asks = async (ask: Ask) => [
      (await ask('GET', `/api/alerts/${own.alertId}`)).status,
      (await ask('POST', `/api/alerts/${own.alertId}/seen`, {})).status,
    ]
    expect(await asks(head.ask)).toEqual([404, 404])
    expect(await asks(teacher.ask)).toEqual([200, 200])
  })
})
