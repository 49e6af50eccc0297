import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { everySchool } from '../../../db/queries/school.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { readFiles } from '../../../server/import/read-files.ts'
import { runImport, type Outcome, type RunOptions } from '../../../server/import/run-import.ts'
import { aClock } from '../../support/a-clock.ts'
import { anApp, bringSampleIn, type Ask, type Asked } from '../../support/an-app.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const pairs = process.env['TRUST_DEEP'] ? 500 : 30

interface Fields {
  upn: string
  surname: string
  forename: string
  /** No file tells it. */
  preferredName: string | null
  dateOfBirth: string
  yearGroup: string
  admittedOn: string
  leftOn: string | null
}
interface Child {
  id: string
  version: number
  fields: Fields
}

/** A child as it was last seen, what the form says of it, and what the file does. */
interface Collision {
  seen: Child
  form: Fields
  file: Fields
}

const HEADER = 'upn,surname,forename,date_of_birth,year_group,admitted_on,left_on'

const line = ({ upn, surname, forename, dateOfBirth, yearGroup, admittedOn, leftOn }: Fields) =>
  [upn, surname, forename, dateOfBirth, yearGroup, admittedOn, leftOn ?? ''].join(',')

const fileOf = (fields: Fields) =>
  readFiles([{ name: 'children.csv', bytes: Buffer.from(`${HEADER}\n${line(fields)}\n`) }])

async function bring({ db }: OpenDatabase, fields: Fields, options: RunOptions = {}): Promise<Outcome> {
  const read = await fileOf(fields)
  return runImport(
    { db, clock: aClock('2026-03-13'), scopeOf: scopeOfSchool, changedBy: 'The office' },
    read,
    options,
  )
}

const correct = (ask: Ask, { seen, form }: Collision) =>
  ask('PUT', `/api/records/child/${seen.id}`, { fields: form }, { 'if-match': `"${seen.version}"` })

const read = async (ask: Ask, id: string) => (await ask('GET', `/api/records/child/${id}`)).json

/** What differs: both the same field, in other words; or each a field of its own. */
const collision = (seen: Child, turn: number, sameField: boolean): Collision => ({
  seen,
  form: { ...seen.fields, [sameField ? 'forename' : 'preferredName']: `Typed${turn}` },
  file: { ...seen.fields, [sameField ? 'forename' : 'surname']: `Filed${turn}` },
})

/** The values that the history says somebody gave a field, first to last. */
const given = (history: { after: Record<string, unknown> }[], field: string) =>
  history
    .toReversed()
    .map(({ after }) => after[field])
    .filter((value) => value !== undefined)

/** Whoever was told that it is done finds it in the record, and in its history whatever came after. */
async function holds(ask: Ask, { seen, form, file }: Collision, put: Asked, run: Outcome) {
  const now = await read(ask, seen.id)
  const typed = put.status === 200
  const filed = run.result === 'done'
  expect(typed || filed).toBe(true)
  expect(now.version).toBe(seen.version + Number(typed) + Number(filed))
  expect(now.history).toHaveLength(now.version)
  const sameField = file.forename !== seen.fields.forename
  const [typedField, filedField] = sameField
    ? (['forename', 'forename'] as const)
    : (['preferredName', 'surname'] as const)
  if (typed) expect(given(now.history, typedField)).toContain(form[typedField])
  if (filed) expect(given(now.history, filedField)).toContain(file[filedField])
  expect(now.fields).toEqual({
    ...seen.fields,
    ...(typed && { [typedField]: form[typedField] }),
    ...(filed && { [filedField]: file[filedField] }),
  })
  // Whoever was not told so reads what stands instead, and nothing of theirs is kept half.
  if (!typed) {
    expect(put.status).toBe(412)
    expect(put.json.current).toMatchObject({ version: now.version, fields: now.fields })
  }
  if (!filed) {
    expect(sameField && typed).toBe(true)
    expect(run).toMatchObject({
      result: 'refused',
      plan: { conflicts: [{ field: 'forename', held: form.forename, told: file.forename }] },
    })
  }
  return now as Child
}

describeBothDatabases('a form and a file that change the same child', (open) => {
  let database: OpenDatabase
  let ask: Ask
  let children: Child[]
  beforeAll(async () => {
    database = await open()
    await bringSampleIn(database, (name) => /school\.json|term-dates|children\.csv/.test(name))
    ask = anApp(database).ask
    children = (await ask('GET', '/api/records/child')).json.records
  })

  it('the form first: the file is held at the typed value until somebody decides, and the history has both', async () => {
    const one = collision(children.pop()!, 1, true)
    const put = await correct(ask, one)
    const run = await bring(database, one.file)
    await holds(ask, one, put, run)
    if (run.result !== 'refused') throw new Error(run.result)
    const conflicts = { [run.plan.conflicts[0]!.key]: 'take' as const }
    expect((await bring(database, one.file, { decisions: { conflicts, meant: [] } })).result).toBe('done')
    const { fields, history } = await read(ask, one.seen.id)
    expect(fields.forename).toBe('Filed1')
    expect(given(history, 'forename')).toEqual([one.seen.fields.forename, 'Typed1', 'Filed1'])
    expect(history.map((entry: { imported: boolean }) => entry.imported)).toEqual([true, false, true])
  })

  it('the form first, in another field: both are kept', async () => {
    const one = collision(children.pop()!, 1, false)
    const put = await correct(ask, one)
    const run = await bring(database, one.file)
    expect([put.status, run.result]).toEqual([200, 'done'])
    await holds(ask, one, put, run)
  })

  it.each([true, false])(
    'the file first: the form is shown what came in, and typed again has the last word (same field: %s)',
    async (sameField) => {
      const one = collision(children.pop()!, 1, sameField)
      const run = await bring(database, one.file)
      const put = await correct(ask, one)
      expect([put.status, run.result]).toEqual([412, 'done'])
      const now = await holds(ask, one, put, run)
      const typed = { [sameField ? 'forename' : 'preferredName']: 'Typed1' }
      const again = await correct(ask, { ...one, seen: now, form: { ...now.fields, ...typed } })
      expect(again.status).toBe(200)
      const { fields, history } = await read(ask, one.seen.id)
      expect(fields).toEqual({ ...now.fields, ...typed })
      expect(given(history, sameField ? 'forename' : 'surname')).toContain('Filed1')
    },
  )

  it('a form between the preview and the run: nothing is brought in until it is looked at again', async () => {
    const one = collision(children.pop()!, 1, false)
    const { revision } = await everySchool(database.db).executeTakeFirstOrThrow()
    expect((await correct(ask, one)).status).toBe(200)
    expect((await bring(database, one.file, { previewedAt: revision })).result).toBe('stale')
    expect((await read(ask, one.seen.id)).version).toBe(2)
  })

  it(
    `at the same moment, ${pairs} times: neither is lost without being told`,
    { timeout: 300_000 },
    async () => {
      const kept = new Map(children.map((child) => [child.id, child]))
      const came = { form: 0, file: 0 }
      const began = performance.now()
      await read(ask, children[0]!.id)
      const aWhile = performance.now() - began
      for (let turn = 0; turn < pairs; turn++) {
        // A value that was typed once is held ever after: the same field of another child each time.
        const sameField = turn % 2 === 0 && turn < children.length
        const one = collision(kept.get(children[turn % children.length]!.id)!, turn, sameField)
        // From the file well before the form to the file well after it.
        const after = ((turn % 6) - 2) * aWhile
        const [put, run] = await Promise.all([
          setTimeout(Math.max(0, -after)).then(() => correct(ask, one)),
          setTimeout(Math.max(0, after)).then(() => bring(database, one.file)),
        ])
        kept.set(one.seen.id, await holds(ask, one, put, run))
        came[put.status === 200 ? 'form' : 'file']++
      }
      expect(Math.min(came.form, came.file)).toBeGreaterThan(0)
    },
  )
})
