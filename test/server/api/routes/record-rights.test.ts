import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { inTransaction } from '../../../../db/in-transaction.ts'
import { createRecord } from '../../../../db/queries/record.ts'
import { roles, type Role } from '../../../../server/access/permissions.ts'
import { fieldNames } from '../../../../server/records/field-columns.ts'
import { loadKinds } from '../../../../server/records/load-kinds.ts'
import { aClock } from '../../../support/a-clock.ts'
import { aCookie, anAccount } from '../../../support/accounts.ts'
import { anApp, type Ask } from '../../../support/an-app.ts'
import { columnsByTable } from '../../../support/columns.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aChild, aSchool, change } from '../../../support/rows.ts'

const today = '2026-03-13'
const kinds = await loadKinds()
const secret = 'emotional abuse, in the authority’s words'
const legal = 'section 20, in the authority’s words'
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

describeBothDatabases('records, field by field', (open) => {
  let database: OpenDatabase
  let schoolId: string
  let childId: string
  let plan: { id: string; version: number }
  let asked: Map<Role, Ask>
  const as = (role: Role): Ask => asked.get(role)!

  const dated = { startedOn: '2025-10-01', endedOn: null, authorityCode: 'X01' }
  const planFields = { status: 'cp-plan', ...dated, detail: secret, detailShared: false }
  const careFields = { status: 'cla', ...dated, detail: legal }

  beforeEach(async () => {
    database = await open()
    const { db } = database
    const place = await aSchool(db)
    schoolId = place.schoolId
    const child = aChild(schoolId, { dateOfBirth: '2015-05-01' })
    childId = child.id
    await inTransaction(db, (trx) => createRecord(trx, place.scope, 'child', child, change))
    asked = new Map()
    for (const role of roles) {
      const given = { schoolId, authorityCode: 'X01' }
      const { accountId, postIds } = await anAccount(db, [role], given)
      if (role === 'class-staff' || role === 'education-adviser')
        await db
          .insertInto('postChild')
          .values({
            id: crypto.randomUUID(),
            postId: postIds[0]!,
            schoolId,
            childId,
            startedOn: '2025-09-01',
            endedOn: null,
          })
          .execute()
      const cookie = await aCookie(db, accountId, aClock(today).now())
      asked.set(role, anApp(database, today, { as: { cookie } }).ask)
    }
    const lead = as('safeguarding-lead')
    const made = await lead('POST', '/api/records/care-episode', { childId, fields: planFields })
    expect(made.status).toBe(201)
    plan = made.json
    const care = await lead('POST', '/api/records/care-episode', { childId, fields: careFields })
    expect(care.json.fields).toEqual({ ...careFields, detailShared: false })
  })

  const planPath = () => `/api/records/care-episode/${plan.id}`
  const listPath = () => `/api/records/care-episode?childId=${childId}`
  const sent = { status: 'cp-plan', ...dated }

  it('a designated teacher sees that a plan is open, with its dates, and nowhere a word of what is in it', async () => {
    const teacher = as('designated-teacher')
    const { json } = await teacher('GET', planPath())
    expect(Object.keys(json.fields)).toEqual(['status', 'startedOn', 'endedOn', 'authorityCode'])
    expect(json.withheld).toEqual(['detail', 'detailShared'])
    expect(json.typed).not.toContain('detail')
    expect(Object.keys(json.history[0].after)).not.toContain('detail')
    for (const path of [planPath(), listPath(), `/api/children/${childId}`, '/api/today', '/api/cohort']) {
      const { status, text } = await teacher('GET', path)
      expect(status).toBe(200)
      expect(text).not.toContain(secret)
    }
  })

  it('the safeguarding lead shares the detail of a plan, and takes that back', async () => {
    const share = (detailShared: boolean, version: number) =>
      as('safeguarding-lead')(
        'PUT',
        planPath(),
        { fields: { ...planFields, detailShared } },
        ifMatch(version),
      )
    expect((await share(true, 1)).status).toBe(200)
    const shown = await as('designated-teacher')('GET', planPath())
    expect(shown.json.fields).toEqual({ ...sent, detail: secret })
    // What it said while it was not shared stays with the lead.
    expect(JSON.stringify(shown.json.history)).not.toContain(secret)
    expect((await share(false, 2)).status).toBe(200)
    expect((await as('designated-teacher')('GET', planPath())).text).not.toContain(secret)
  })

  it('a correction by somebody who may not read a field keeps its value', async () => {
    const fields = { ...sent, endedOn: '2026-02-01' }
    const { status, json } = await as('designated-teacher')('PUT', planPath(), { fields }, ifMatch(1))
    expect(status).toBe(200)
    expect(json.fields).toEqual(fields)
    const { json: whole } = await as('safeguarding-lead')('GET', planPath())
    expect(whole.fields).toEqual({ ...planFields, endedOn: '2026-02-01' })
  })

  it('a field that a role may not set is refused like one that does not exist, and nothing changes', async () => {
    const teacher = as('designated-teacher')
    const attempts = [
      { ...sent, detail: null },
      { ...sent, detail: secret },
      { ...sent, detailShared: true },
      { ...sent, colour: 'green' },
    ]
    for (const fields of attempts) {
      const name = Object.keys(fields).at(-1)!
      const refused = await teacher('PUT', planPath(), { fields }, ifMatch(1))
      expect(refused.status).toBe(422)
      expect(refused.json.problems).toEqual([{ field: name, message: 'There is no such field.' }])
    }
    const { json } = await as('safeguarding-lead')('GET', planPath())
    expect(json).toMatchObject({ version: 1, fields: planFields })
    const another = { ...sent, startedOn: '2026-01-05' }
    for (const extra of [{ detail: 'neglect' }, { detailShared: false }]) {
      const fields = { ...another, ...extra }
      const made = await teacher('POST', '/api/records/care-episode', { childId, fields })
      expect([made.status, made.json.problems[0].message]).toEqual([422, 'There is no such field.'])
    }
    // An empty box for what other statuses would let them write says nothing.
    const empty = await teacher('POST', '/api/records/care-episode', {
      childId,
      fields: { ...another, detail: null },
    })
    expect(empty.status).toBe(201)
  })

  it('a plan cannot be made into another status to read it, nor be removed by who may not read it', async () => {
    const teacher = as('designated-teacher')
    for (const status of ['cla', 'previously-cla', 'kinship']) {
      const turned = await teacher('PUT', planPath(), { fields: { ...sent, status } }, ifMatch(1))
      expect([turned.status, turned.json.problems[0].field]).toEqual([422, 'status'])
    }
    const removed = await teacher('POST', `${planPath()}/remove`, { reason: 'Wrong' }, ifMatch(1))
    expect(removed.status).toBe(422)
    expect(`${removed.text}`).not.toContain(secret)
  })

  it('a Virtual School reads the status it is responsible for, and not that there is a plan', async () => {
    const head = as('virtual-school-head')
    const listed = (await head('GET', listPath())).json.records
    expect(listed.map(({ fields }: { fields: object }) => fields)).toEqual([careFields])
    const unknown = await head('GET', `/api/records/care-episode/${crypto.randomUUID()}`)
    const hidden = await head('GET', planPath())
    expect([hidden.status, hidden.text]).toEqual([unknown.status, unknown.text])
    for (const role of ['virtual-school-head', 'education-adviser'] as const)
      for (const path of [`/api/children/${childId}`, '/api/today', '/api/cohort', listPath()]) {
        const { status, text } = await as(role)('GET', path)
        expect([role, path, status]).toEqual([role, path, 200])
        expect(text).not.toMatch(/"cp-plan"|emotional abuse/)
        expect(text).not.toContain(plan.id)
      }
    const adviser = (await as('education-adviser')('GET', listPath())).json.records
    expect(adviser).toHaveLength(1)
    expect(JSON.stringify(adviser)).not.toContain(legal)
  })

  it('class staff, governors and those who run the installation read no record beyond a name', async () => {
    for (const role of ['class-staff', 'governor', 'administrator', 'data-protection-officer'] as const)
      for (const { kind, subject } of kinds.values()) {
        if (subject === 'school') continue
        const { status, text } = await as(role)('GET', `/api/records/${kind}?childId=${childId}`)
        if (role === 'class-staff' && kind === 'child') {
          expect(Object.keys(JSON.parse(text).records[0].fields)).toEqual([
            'forename',
            'surname',
            'preferredName',
            'sayName',
            'dateOfBirth',
            'yearGroup',
          ])
        } else expect(status).toBe(403)
      }
  })

  it('a form asks a role for no field that it may neither read nor set', async () => {
    const fieldsOf = async (role: Role) => {
      const { json } = await as(role)('GET', '/api/kinds')
      const kind = json.kinds.find(({ kind: name }: { kind: string }) => name === 'care-episode')
      return kind.fields.map(({ name }: { name: string }) => name)
    }
    expect(await fieldsOf('designated-teacher')).toEqual(Object.keys({ ...sent, detail: null }))
    expect(await fieldsOf('safeguarding-lead')).toEqual(Object.keys(planFields))
    expect(await fieldsOf('governor')).toEqual([])
  })

  it('no column of any table can be set by naming it in a form', async () => {
    const tables = await columnsByTable(database)
    const columns = [...new Set([...tables.values()].flat())]
    expect(columns.length).toBeGreaterThan(100)
    const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    const names = [...new Set([...columns, ...columns.map(camel)])]
    const rows = async () => {
      const counted = await Promise.all(
        [...tables.keys()]
          .filter((table) => !/^audit|^sign_in$/.test(table))
          .map(async (table) => {
            const { rows: found } = await sql`select * from ${sql.table(table)}`.execute(database.db)
            return [table, JSON.stringify(found)]
          }),
      )
      return Object.fromEntries(counted) as Record<string, string>
    }
    const before = await rows()
    const asked = (among: readonly string[]) => Object.fromEntries(among.map((name) => [name, 1]))
    const noSuch = ({ status, json }: Awaited<ReturnType<Ask>>) => {
      expect(status).toBe(422)
      const problems = json.problems as { field: string; message: string }[]
      return new Set(
        problems.filter(({ message }) => /no such field/.test(message)).map(({ field }) => field),
      )
    }
    for (const kind of kinds.values()) {
      if (kind.process !== undefined) {
        const { status } = await as('headteacher')('POST', `/api/records/${kind.kind}`, { fields: {} })
        expect([kind.kind, status]).toEqual([kind.kind, kind.dataClass === 17 ? 403 : 409])
        continue
      }
      const foreign = names.filter((name) => !fieldNames(kind).includes(name))
      const child = kind.subject === 'child' && kind.kind !== 'child' ? { childId } : {}
      const body = { ...child, fields: asked(foreign) }
      const refused = noSuch(await as('designated-teacher')('POST', `/api/records/${kind.kind}`, body))
      expect(foreign.filter((name) => !refused.has(name))).toEqual([])
    }
    const lead = as('safeguarding-lead')
    const foreign = names.filter((name) => !(name in planFields))
    const fields = { ...asked(foreign), ...planFields }
    expect(noSuch(await lead('PUT', planPath(), { fields }, ifMatch(1))).size).toBe(foreign.length)
    for (const name of ['id', 'school_id', 'schoolId', 'child_id', 'role', 'version', 'typed', 'removedAt']) {
      const given = { childId, fields: { ...planFields, startedOn: '2026-01-05' }, [name]: 'x' }
      expect([name, (await lead('POST', '/api/records/care-episode', given)).status]).toEqual([name, 422])
    }
    expect(await rows()).toEqual(before)
  })
})
