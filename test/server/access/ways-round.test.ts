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
import { anInstallation, aPerson, auditOf } from '../../support/signing-in.ts'
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

type Somebody = Awaited<ReturnType<typeof somebody>>
const invite = (by: Somebody, email: string, role: Role, more: object = {}) =>
  by.ask('POST', '/api/people', { name: 'Robin Reed', email, role, startedOn: today, ...more })

/** What each of them gets who asks for a link into the account. */
const linkOf = async (by: Somebody, email: string, purpose: string) => {
  const { json } = await by.ask('GET', '/api/people')
  const { accountId, version, can } = json.people.find((one: { email: string }) => one.email === email)
  const path = `/api/people/accounts/${accountId}/link`
  const made = await by.ask('POST', path, { purpose }, { 'if-match': `"${version}"` })
  expect(can.includes(purpose)).toBe(made.status !== 403 || made.json.code === 'second-person')
  return made.json.code ?? made.status
}

describeBothDatabases('a way round a second person', (open) => {
  it('is no invitation of another school’s, or of a colleague whom somebody else invited', async () => {
    const database = await open()
    const { schoolId, foreign } = await twoSchools(database)
    const head = await somebody(database, ['headteacher'], { schoolId })
    const lead = await somebody(database, ['safeguarding-lead'], { schoolId })
    const elsewhere = await somebody(database, ['headteacher'], { schoolId: foreign.schoolId })
    const admin = await somebody(database, ['administrator'])
    const email = 'robin.reed@school.example'
    const first = await invite(elsewhere, email, 'designated-teacher')
    expect(first.json.link).toContain('/welcome#')
    // A role of their own they may give; the way into what the person has elsewhere is no part of it.
    const given = [await invite(head, email, 'governor'), await invite(lead, email, 'class-staff')]
    expect(given.map(({ status, json }) => [status, json.link])).toEqual([
      [201, null],
      [201, null],
    ])
    const link = first.json.link.split('#')[1]
    expect((await admin.ask('POST', '/api/links/look', { link })).status).toBe(200)
    expect(await linkOf(admin, email, 'invitation')).toBe('not-allowed')
    const data = await invite(admin, email, 'data-protection-officer')
    expect([data.status, data.json.link]).toEqual([201, null])
    expect((await admin.ask('POST', '/api/links/look', { link })).status).toBe(200)

    const own = 'sam.own@school.example'
    expect((await invite(head, own, 'headteacher')).status).toBe(201)
    expect(await linkOf(lead, own, 'invitation')).toBe('not-allowed')
    expect(await linkOf(head, own, 'invitation')).toBe(200)
  })

  it('is no second administrator: one of the two who let somebody in again answers for children', async () => {
    const database = await open()
    const { schoolId } = await twoSchools(database)
    const head = await somebody(database, ['headteacher'], { schoolId })
    const first = await somebody(database, ['administrator'])
    const second = await somebody(database, ['administrator'])
    const teacher = await anAccount(database.db, ['designated-teacher'], { schoolId })
    const governor = await anAccount(database.db, ['governor'], { schoolId })
    expect(await linkOf(first, teacher.email, 'password')).toBe(200)
    expect(await linkOf(second, teacher.email, 'second-factor')).toBe('second-person')
    expect(await linkOf(head, teacher.email, 'second-factor')).toBe(200)
    expect(await linkOf(first, governor.email, 'password')).toBe(200)
    expect(await linkOf(second, governor.email, 'second-factor')).toBe(200)
  })
})

describeBothDatabases('a way round the count of tries', (open) => {
  it('is not to guess the same code on two pages', async () => {
    const database = await open()
    const { signIn } = anInstallation(database)
    const { email } = await aPerson(database)
    const browser = await signIn(email)
    for (let i = 0; i < 10; i++)
      expect((await browser.post('/api/me/confirm', { code: '000000' })).status).toBe(401)
    expect((await browser.post('/api/me/lock')).status).toBe(200)
    expect((await browser.post('/api/sign-in/code', { code: '000000' })).status).toBe(429)
  })
})

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

  it('children whom the page of the rules names are on record, and nobody where it names none', async () => {
    const database = await open()
    const { schoolId } = await twoSchools(database)
    const teacher = await somebody(database, ['designated-teacher'], { schoolId })
    const { rules } = (await teacher.ask('GET', '/api/rules')).json
    const concerns = rules.flatMap((rule: { concerns: { child: { id: string } }[] }) => rule.concerns)
    const named = new Set(concerns.map(({ child }: { child: { id: string } }) => child.id))
    expect(named.size).toBeGreaterThan(0)
    expect(new Set(await namesIn(database, 'view'))).toEqual(named)
    const governor = await somebody(database, ['governor'], { schoolId })
    expect((await governor.ask('GET', '/api/rules')).status).toBe(200)
    expect((await auditOf(database)).filter(({ action }) => action === 'view')).toHaveLength(1)
  })

  it('a child is not asked for among what is kept of the school', async () => {
    const database = await open()
    const { own } = await twoSchools(database)
    const { ask } = await somebody(database, ['designated-teacher'], { schoolId: own.schoolId })
    expect((await ask('GET', `/api/records/term-date?childId=${own.childId}`)).status).toBe(404)
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
