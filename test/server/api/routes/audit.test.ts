import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { auditEventsAfter } from '../../../../db/queries/audit-chain.ts'
import { appendAuditEvents } from '../../../../db/queries/audit-event.ts'
import { addAuthorities } from '../../../../db/queries/authority.ts'
import { childNamesOfSchool } from '../../../../db/queries/child.ts'
import { everySchool } from '../../../../db/queries/school.ts'
import { roles, type Role } from '../../../../server/access/permissions.ts'
import { scopeOfSchool } from '../../../../server/access/scope.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { anApp, bringSampleIn } from '../../../support/an-app.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { twoSchools } from '../../../support/two-schools.ts'

const lastEvent = async ({ db }: OpenDatabase) => (await auditEventsAfter(db, 0, 100_000).execute()).at(-1)!

/** The sample school, and two of its children. */
async function aSchool(database: OpenDatabase) {
  await bringSampleIn(database)
  const authority = { code: 'X01', name: 'Nowhereshire', virtualSchoolPhone: null, virtualSchoolEmail: null }
  await addAuthorities(database.db, [{ ...authority, version: 1 }])
  const school = await everySchool(database.db).executeTakeFirstOrThrow()
  const scope = scopeOfSchool(school.id)
  const children = await childNamesOfSchool(database.db, scope, school.id).execute()
  const [one, other] = children.filter(({ leftOn }) => leftOn === null)
  const upn = await database.db
    .selectFrom('child')
    .select('upn')
    .where('id', '=', one!.id)
    .executeTakeFirstOrThrow()
  return { schoolId: school.id, one: one!, other: other!, upn: upn.upn }
}

const as = (database: OpenDatabase, role: Role) => anApp(database, '2026-03-13', { as: role }).ask

describeBothDatabases('who has seen this child', (open) => {
  it('is answered with people, how often, when last and what, and is itself on record', async () => {
    const database = await open()
    const { one, other } = await aSchool(database)
    const teacher = as(database, 'designated-teacher')
    for (let i = 0; i < 3; i++) await teacher('GET', `/api/children/${one.id}`)
    await teacher('GET', `/api/children/${other.id}`)
    const head = as(database, 'headteacher')
    await head('GET', '/api/cohort')

    const lead = as(database, 'safeguarding-lead')
    const { status, json } = await lead('POST', '/api/audit/child', { childId: one.id })
    expect(status).toBe(200)
    expect(json.child.id).toBe(one.id)
    expect(json.since).toBe('2025-09-01')
    const role = (words: string) => json.people.find((person: { role: string }) => person.role === words)
    expect(role('Designated teacher')).toMatchObject({
      times: 3,
      depth: 'page',
      last: { on: '2026-03-13', time: '09:30' },
      acts: [{ what: 'opened the child’s page', times: 3 }],
    })
    expect(role('Headteacher')).toMatchObject({ times: 1, depth: 'list', acts: [{ what: 'saw the cohort' }] })
    expect(role('Designated safeguarding lead')).toBeUndefined()
    expect(json.lines).toContainEqual(
      expect.objectContaining({ on: '2026-03-13', times: 3, what: 'opened the child’s page', named: [] }),
    )
    expect(json.next).toBeNull()

    const asking = await lastEvent(database)
    const lastName = asking.changedBy
    expect(asking).toMatchObject({
      action: 'view',
      role: 'safeguarding-lead',
      route: 'POST /api/audit/child',
      dataClasses: '1;11',
    })
    const again = await lead('POST', '/api/audit/child', { childId: one.id })
    const asker = again.json.people.find(({ name }: { name: string }) => name === lastName)
    expect(asker).toMatchObject({ depth: 'log', acts: [{ what: 'asked who had looked' }] })
  })

  it('is asked by those who answer for the school’s children, and by number alone by who sees none', async () => {
    const database = await open()
    const { one, upn } = await aSchool(database)
    const statusAs = async (role: Role, body: object) =>
      (await as(database, role)('POST', '/api/audit/child', body)).status
    const answers: Record<string, readonly number[]> = {}
    for (const role of roles)
      answers[role] = [await statusAs(role, { childId: one.id }), await statusAs(role, { upn })]
    expect(answers).toEqual({
      'designated-teacher': [200, 403],
      'safeguarding-lead': [200, 403],
      headteacher: [200, 403],
      'class-staff': [403, 403],
      governor: [403, 403],
      'virtual-school-head': [403, 403],
      'education-adviser': [403, 403],
      administrator: [403, 403],
      'data-protection-officer': [403, 200],
    })
    const officer = as(database, 'data-protection-officer')
    const { json, text } = await officer('POST', '/api/audit/child', { upn: ` ${upn.toLowerCase()} ` })
    expect(json.child).toBeNull()
    for (const secret of [one.id, one.surname, one.forename, upn]) expect(text).not.toContain(secret)
    expect((await officer('POST', '/api/audit/child', { upn: 'nobody' })).status).toBe(404)
    const head = as(database, 'headteacher')
    const missing = await head('GET', '/api/children/of-nobody')
    expect(await head('POST', '/api/audit/child', { childId: 'of-nobody' })).toMatchObject({
      status: 404,
      text: missing.text,
    })
  })

  it('goes back page by page without losing or repeating a moment', async () => {
    const database = await open()
    const { one, schoolId } = await aSchool(database)
    const route = 'GET /api/children/:id'
    const views = Array.from({ length: 700 }, (_, i) => ({
      at: new Date(Date.UTC(2026, 0, 5) + i * 36e5).toISOString(),
      changedBy: `Person ${i}`,
      accountId: `a${i}`,
      role: 'headteacher',
      schoolId,
      route,
      action: 'view',
      childIds: [one.id],
    }))
    await inTransaction(database.db, (trx) => appendAuditEvents(trx, views))
    const lead = as(database, 'safeguarding-lead')
    const seen: string[] = []
    for (let before: number | null | undefined; before !== null;) {
      const body = { childId: one.id, since: '2026-01-01', ...(before === undefined ? {} : { before }) }
      const { json } = await lead('POST', '/api/audit/child', body)
      seen.push(...json.lines.map(({ name }: { name: string }) => name))
      before = json.next
    }
    expect(new Set(seen.filter((name) => name.startsWith('Person'))).size).toBe(700)
    expect(seen.filter((name) => name.startsWith('Person'))).toHaveLength(700)
  })
})

describeBothDatabases('what was done', (open) => {
  it('is read as far as the role goes: the school, the installation, signing in, or one’s own', async () => {
    const database = await open()
    const { one } = await aSchool(database)
    await as(database, 'designated-teacher')('GET', `/api/children/${one.id}`)
    await as(database, 'governor')('GET', '/api/cohort')
    await inTransaction(database.db, (trx) =>
      appendAuditEvents(trx, [
        { at: '2026-03-13T09:00:00.000Z', changedBy: 'Pat Elsewhere', action: 'view', schoolId: 'another' },
        { at: '2026-03-13T09:00:00.000Z', changedBy: 'Pat Elsewhere', action: 'sign-in' },
      ]),
    )
    const linesAs = async (role: Role, query = '') =>
      (await as(database, role)('GET', `/api/audit${query}`)).json
    const said = ({ lines }: { lines: { name: string; what: string }[] }) =>
      new Set(lines.map(({ what }) => what))

    const head = await linesAs('headteacher')
    expect(head).toMatchObject({ read: 'school', children: 'child' })
    expect(said(head)).toEqual(new Set(['opened a child’s page', 'was refused', 'brought files in']))
    const opened = head.lines.find(({ what }: { what: string }) => what.startsWith('opened'))
    expect(opened).toMatchObject({ children: 1, named: [{ id: one.id }] })

    const officer = await linesAs('data-protection-officer')
    expect(said(officer)).toContain('signed in')
    expect(officer.lines.some(({ name }: { name: string }) => name === 'Pat Elsewhere')).toBe(true)
    expect(JSON.stringify(officer)).not.toContain(one.id)

    const administrator = await linesAs('administrator')
    expect(administrator).toMatchObject({ read: 'technical', children: 'none' })
    expect(said(administrator)).toEqual(new Set(['was refused', 'signed in']))
    for (const line of administrator.lines) expect(line).toMatchObject({ children: null, named: [] })
    expect((await linesAs('administrator', '?what=views')).lines).toEqual([])

    const own = await linesAs('class-staff')
    expect(own).toMatchObject({ read: 'own', children: 'none', lines: [] })
    expect((await linesAs('education-adviser', '?who=another')).lines).toEqual([])
    expect((await linesAs('virtual-school-head')).read).toBe('staff')
    expect(said(await linesAs('headteacher', '?what=changes'))).toEqual(new Set(['brought files in']))
    expect((await as(database, 'governor')('GET', '/api/audit')).status).toBe(403)
  })
})

describeBothDatabases('who of an authority has looked', (open) => {
  it('is read by its Virtual School head: of its own staff, in its name, and of children it looks after', async () => {
    const database = await open()
    const { db } = database
    const { own, otherAuthority, foreign } = await twoSchools(database)
    const seen = (of: { role: Role; authorityCode?: string; name: string }) =>
      anAccount(db, [of.role], { schoolId: own.schoolId, authorityCode: '302', ...of })
    const head = await seen({ role: 'virtual-school-head', name: 'Ida Head' })
    const adviser = await seen({ role: 'education-adviser', name: 'Kit Adviser' })
    const elsewhere = await seen({ role: 'education-adviser', authorityCode: '308', name: 'Lea Elsewhere' })
    const teacher = await seen({ role: 'designated-teacher', name: 'Tom Teacher' })
    const at = '2026-03-13T09:00:00.000Z'
    const view = ({ accountId, name }: typeof head, role: Role, { childId, schoolId }: typeof own) => ({
      at,
      accountId,
      changedBy: name,
      role,
      action: 'view',
      route: 'GET /api/children/:id',
      schoolId,
      childIds: [childId],
    })
    await inTransaction(db, (trx) =>
      appendAuditEvents(trx, [
        view(adviser, 'education-adviser', own),
        // In another role, or of another authority’s child: not this authority’s to read.
        view(adviser, 'designated-teacher', own),
        view(adviser, 'education-adviser', otherAuthority),
        view(adviser, 'education-adviser', foreign),
        view(elsewhere, 'education-adviser', own),
        view(teacher, 'designated-teacher', own),
        {
          at,
          accountId: adviser.accountId,
          changedBy: 'Kit Adviser',
          role: 'education-adviser',
          action: 'refused',
        },
      ]),
    )
    const now = '2026-03-13T09:30:00.000Z'
    const cookie = await aCookie(db, head.accountId, now)
    const { ask } = anApp(database, '2026-03-13', { as: { cookie } })
    await ask('GET', `/api/children/${own.childId}`)
    const { json } = await ask('GET', '/api/audit')
    const lines = json.lines.map((line: { name: string; what: string; named: { id: string }[] }) => [
      line.name,
      line.what,
      line.named.map(({ id }) => id),
    ])
    expect(lines).toEqual([
      ['Ida Head', 'opened a child’s page', [own.childId]],
      ['Kit Adviser', 'opened a child’s page', [own.childId]],
    ])
    expect(JSON.stringify(json)).not.toMatch(/QX9|ZQ7/)
    const chosen = await ask('GET', `/api/audit?who=${elsewhere.accountId}`)
    expect(chosen.json.lines).toEqual([])
    const other = await aCookie(db, adviser.accountId, now)
    const hers = await anApp(database, '2026-03-13', { as: { cookie: other } }).ask('GET', '/api/audit')
    expect(hers.json.read).toBe('own')
  })
})

describe('taking the record away', () => {
  describeBothDatabases('as a file', (open) => {
    it('needs a reason, names no child, and keeps the count and the sum of what left', async () => {
      const database = await open()
      const { one } = await aSchool(database)
      await as(database, 'designated-teacher')('GET', `/api/children/${one.id}`)
      const lead = as(database, 'safeguarding-lead')
      expect((await lead('POST', '/api/audit/export', { reason: ' ' })).status).toBe(422)
      const { status, text, headers } = await lead('POST', '/api/audit/export', {
        reason: '=a parent asked',
        childId: one.id,
      })
      expect(status).toBe(200)
      expect(headers.get('content-disposition')).toBe('attachment; filename="who-looked-2026-03-13.csv"')
      expect(text).toContain('opened a child’s page')
      for (const secret of [one.id, one.surname, one.forename]) expect(text).not.toContain(secret)
      const rows = text.trim().split('\r\n').length - 1
      const sha256 = createHash('sha256')
        .update(`\uFEFF${text.replace(/^\uFEFF/, '')}`)
        .digest('hex')
      expect(await lastEvent(database)).toMatchObject({
        action: 'audit.export',
        reason: '=a parent asked',
        detail: JSON.stringify({ rows, sha256 }),
      })
      expect((await lead('POST', '/api/audit/export', { reason: 'for the file' })).text).toContain(
        "'=a parent asked",
      )
      expect(await lastEvent(database)).toMatchObject({ action: 'audit.export', reason: 'for the file' })
      for (const role of ['headteacher', 'designated-teacher', 'administrator'] as const)
        expect((await as(database, role)('POST', '/api/audit/export', { reason: 'why' })).status).toBe(403)
    })
  })
})

describeBothDatabases('the state of the record', (open) => {
  it('says how many events, when it was sealed, and how many came since', async () => {
    const database = await open()
    await aSchool(database)
    const { json } = await as(database, 'safeguarding-lead')('GET', '/api/audit/chain')
    const events = (await lastEvent(database)).seq
    const checked = { on: '2026-03-13', time: '09:30' }
    expect(json).toEqual({ events, checked, broken: null, sealed: null, sinceSealed: events })
  })
})

describeBothDatabases('when the record cannot be kept', (open) => {
  it('no byte of a child leaves', async () => {
    const database = await open()
    const { one } = await aSchool(database)
    const broken = { record: () => Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })) }
    const { ask } = anApp(database, '2026-03-13', { as: 'designated-teacher', audit: broken })
    for (const [method, path, body] of [
      ['GET', '/api/today'],
      ['GET', '/api/cohort'],
      ['GET', `/api/children/${one.id}`],
      ['POST', '/api/children/search', { text: one.forename }],
      ['POST', '/api/cohort/export', {}],
      ['POST', '/api/audit/child', { childId: one.id }],
    ] as const) {
      const { status, text } = await ask(method, path, body)
      expect([path, status]).toEqual([path, 503])
      for (const secret of [one.id, one.surname, one.forename]) expect(text).not.toContain(secret)
    }
  })
})
