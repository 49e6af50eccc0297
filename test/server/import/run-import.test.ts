import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { attendanceYearHistoryOfChildren } from '../../../db/queries/attendance-year.ts'
import { careEpisodesOfSchool } from '../../../db/queries/care-episode.ts'
import { childrenOfSchool } from '../../../db/queries/child.ts'
import { contactsOfSchool } from '../../../db/queries/contact.ts'
import { importRunsOfSchool } from '../../../db/queries/import-run.ts'
import { pepMeetingsOfSchool } from '../../../db/queries/pep-meeting.ts'
import { correctRecord, createRecord } from '../../../db/queries/record.ts'
import { everySchool } from '../../../db/queries/school.ts'
import { suspensionsOfSchool } from '../../../db/queries/suspension.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { mayBringOf } from '../../../server/api/views/permitted.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { Clock } from '../../../server/clock.ts'
import type { Decisions } from '../../../server/import/plan.ts'
import { readFiles } from '../../../server/import/read-files.ts'
import { previewImport, runImport, type ImportDeps, type Outcome } from '../../../server/import/run-import.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aConsideration } from '../../support/rows.ts'

const sample = new URL('../../golden/sample/', import.meta.url)
const sampleFiles = () =>
  readdirSync(sample).map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, sample))) }))

/** A number with the right check letter that no child of the sample has. */
const stranger = `J9194999${29999}`

const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })
type File = ReturnType<typeof text>
/** The sample without its registers, which take their time. */
const lists = () => sampleFiles().filter(({ name }) => !name.startsWith('session-marks'))
const textOf = (name: string) =>
  new TextDecoder().decode(sampleFiles().find((file) => file.name === name)!.bytes)

/** A clock whose every answer is a second after the one before. */
const testClock = (): Clock => {
  let second = 0
  return {
    today: () => isoDate('2026-03-13'),
    now: () => `2026-03-13T07:00:${String(second++ % 60).padStart(2, '0')}.000Z`,
    elapsed: () => second,
  }
}

const depsOf = (database: OpenDatabase): ImportDeps => ({
  db: database.db,
  clock: testClock(),
  scopeOf: scopeOfSchool,
  changedBy: 'Ngozi Okafor',
})

const bring = async (database: OpenDatabase, files: readonly File[], decisions?: Decisions) =>
  runImport(depsOf(database), await readFiles(files), decisions ? { decisions } : {})

const look = async (database: OpenDatabase, files: readonly File[]) =>
  previewImport(depsOf(database), await readFiles(files))

const planOf = (outcome: Outcome) => {
  if (!('plan' in outcome)) throw new Error(`No plan: ${outcome.result}`)
  return outcome.plan
}

const held = async ({ db }: OpenDatabase) => {
  const school = (await everySchool(db).executeTakeFirst())!
  const scope = scopeOfSchool(school.id)
  return {
    school,
    scope,
    children: await childrenOfSchool(db, scope, school.id).execute(),
    care: await careEpisodesOfSchool(db, scope, school.id).execute(),
    peps: await pepMeetingsOfSchool(db, scope, school.id).execute(),
    suspensions: await suspensionsOfSchool(db, scope, school.id).execute(),
    contacts: await contactsOfSchool(db, scope, school.id).execute(),
    runs: await importRunsOfSchool(db, scope, school.id).execute(),
  }
}

const child = (surname: string, leftOn = '') =>
  text(
    'children.csv',
    textOf('children.csv')
      .split('\n')
      .filter((line, i) => i === 0 || line.includes(surname))
      .map((line, i) => (i === 0 || leftOn === '' ? line : line.replace(/,$/, `,${leftOn}`)))
      .join('\n'),
  )

describeBothDatabases('bringing files in', (open) => {
  it('sets up an empty installation from its school.json and takes every row of the folder', async () => {
    const database = await open()
    expect((await bring(database, sampleFiles())).result).toBe('done')
    const now = await held(database)
    expect(now.school).toMatchObject({ urn: '999001', authorityCode: '919', revision: 1 })
    expect(now.children).toHaveLength(40)
    expect(now.care).toHaveLength(67)
    expect(now.peps).toHaveLength(59)
    expect(now.suspensions).toHaveLength(55)
    expect(now.children.map(({ surname }) => surname)).toContain('Żółkiewski')
    const times = textOf('suspensions.csv').trim().split('\n').slice(1)
    const written = times.flatMap((line) =>
      line.split(',').filter((cell, i) => i >= 6 && i !== 8 && cell !== ''),
    )
    expect(now.contacts).toHaveLength(written.length)
  })

  it('asks for a school first when none is set up and the files name none', async () => {
    const database = await open()
    expect(await bring(database, [child('Nguyen')])).toEqual({ result: 'no-school' })
  })

  it('changes nothing when the same files come again', async () => {
    const database = await open()
    await bring(database, sampleFiles())
    const before = await held(database)
    expect((await bring(database, sampleFiles())).result).toBe('nothing')
    expect(await held(database)).toEqual(before)
  })

  it('shows in the preview what the run then does, and writes nothing for it', async () => {
    const database = await open()
    await bring(
      database,
      lists().filter(({ name }) => name !== 'pep-meetings.csv'),
    )
    const before = await held(database)
    const preview = planOf(await look(database, lists()))
    expect(await held(database)).toEqual(before)
    const run = planOf(await bring(database, lists()))
    expect(run.counts).toEqual(preview.counts)
    expect(run.creates.map(({ fields }) => fields)).toEqual(preview.creates.map(({ fields }) => fields))
  })

  it('takes nothing of a run in which one row is wrong', async () => {
    const database = await open()
    await bring(database, lists())
    const before = await held(database)
    const rows = textOf('pep-meetings.csv').trim().split('\n')
    const faulty = text(
      'pep-meetings.csv',
      [...rows, rows[1]!.replace(/^\w{13}/, `A${'1'.repeat(12)}`)].join('\n'),
    )
    const outcome = await bring(database, [faulty, child('Nguyen', '2026-03-12')])
    expect(outcome.result).toBe('refused')
    expect(planOf(outcome).problems).toMatchObject([{ file: 'pep-meetings.csv', line: 61, column: 'upn' }])
    expect(await held(database)).toEqual(before)
  })

  it('lists children whom a newer file no longer names, and keeps them', async () => {
    const database = await open()
    await bring(database, lists())
    const plan = planOf(await bring(database, [child('Nguyen')]))
    expect(plan.counts).toMatchObject([{ source: 'children', added: 0, changed: 0, same: 1, missing: 39 }])
    expect((await held(database)).children).toHaveLength(40)
  })

  it('replaces what came from a file by a blank of a newer file', async () => {
    const database = await open()
    await bring(database, lists())
    await bring(database, [child('Nguyen', '2026-03-12')])
    expect((await bring(database, [child('Nguyen')], { conflicts: {}, meant: ['older'] })).result).toBe(
      'done',
    )
    expect((await held(database)).children.find(({ surname }) => surname === 'Nguyen')!.leftOn).toBeNull()
  })

  it('holds a value that a person typed until somebody decides', async () => {
    const database = await open()
    await bring(database, lists())
    const { scope, children } = await held(database)
    const typed = children.find(({ surname }) => surname === 'Nguyen')!
    await inTransaction(database.db, (trx) =>
      correctRecord(
        trx,
        scope,
        'child',
        typed.id,
        1,
        { leftOn: '2026-03-12' },
        { at: '2026-03-13T07:10:00.000Z', changedBy: 'Ngozi Okafor' },
      ),
    )
    const outcome = await bring(database, [child('Nguyen')])
    expect(outcome.result).toBe('refused')
    const [conflict] = planOf(outcome).conflicts
    expect(conflict).toMatchObject({ field: 'leftOn', held: '2026-03-12', told: null })
    const decided = (choice: 'keep' | 'take') =>
      bring(database, [child('Nguyen')], { conflicts: { [conflict!.key]: choice }, meant: [] })
    expect((await decided('keep')).result).toBe('nothing')
    expect((await decided('take')).result).toBe('done')
    expect((await held(database)).children.find(({ id }) => id === typed.id)!.leftOn).toBeNull()
  })

  it('leaves what the headteacher decided here as it was decided, and says that the file differs', async () => {
    const database = await open()
    await bring(database, lists())
    const { scope, suspensions } = await held(database)
    const suspension = suspensions.find(({ kind, halfDays }) => kind === 'suspension' && halfDays === 2)!
    const { startedOn, kind } = suspension
    const decided = {
      startedOn,
      kind,
      state: 'suspended',
      decidedAt: '2026-03-13T07:00',
      decidedBy: 'Sam Head',
    }
    const considered = aConsideration({ ...suspension, id: suspension.childId }, decided as never)
    await inTransaction(database.db, async (trx) => {
      const by = { at: '2026-03-13T07:10:00.000Z', changedBy: 'Sam Head' }
      await createRecord(trx, scope, 'consideration', considered, by)
      const from = { considerationId: considered.id }
      await correctRecord(trx, scope, 'suspension', suspension.id, suspension.version, from, by)
    })
    const upn = (await held(database)).children.find(({ id }) => id === suspension.childId)!.upn
    const csv = textOf('suspensions.csv').split('\n')
    const line = csv.findIndex((row) => row.startsWith(`${upn},${kind},${startedOn}`))
    csv[line] = csv[line]!.replace(',1.0,', ',15.0,').replace(
      /,[^,]*,([^,]*,[^,]*,[^,]*,[^,]*)$/,
      ',2026-03-13T16:00,$1',
    )
    const plan = planOf(await bring(database, [text('suspensions.csv', csv.join('\n'))]))
    expect(plan.conflicts).toEqual([])
    expect(plan.notes).toEqual([expect.stringContaining('was decided here otherwise than the file says')])
    expect((await held(database)).suspensions.find(({ id }) => id === suspension.id)).toMatchObject({
      halfDays: 2,
      decidedAt: suspension.decidedAt,
    })
  })

  it('refuses the files of another school by its number', async () => {
    const database = await open()
    await bring(database, lists())
    const other = text('school.json', textOf('school.json').replace('999001', '999002'))
    const outcome = await bring(database, [other, child('Nguyen', '2026-03-12')])
    expect(planOf(outcome).problems).toMatchObject([{ code: 'other-school', value: '999002' }])
  })

  it('asks when no child of the files is on the roll', async () => {
    const database = await open()
    await bring(database, lists())
    const others = text(
      'children.csv',
      `${textOf('children.csv').split('\n')[0]}\n${stranger},Nobody,Known,2012-01-01,9,2023-09-01,\n`,
    )
    const outcome = await bring(database, [others])
    expect(planOf(outcome).questions).toMatchObject([{ kind: 'other-school' }])
    expect((await bring(database, [others], { conflicts: {}, meant: ['other-school'] })).result).toBe('done')
  })

  it('notices an older file that comes after a newer one', async () => {
    const database = await open()
    await bring(database, lists())
    expect((await bring(database, [child('Nguyen', '2026-03-12')])).result).toBe('done')
    const older = await bring(database, lists())
    expect(older.result).toBe('refused')
    expect(planOf(older).questions).toMatchObject([{ kind: 'older' }])
    const restoring = await bring(database, [text('children.csv', `${textOf('children.csv')}\n`)])
    expect(planOf(restoring).questions).toMatchObject([{ kind: 'older' }])
  })

  it('asks before marks that end earlier than those held replace any', async () => {
    const database = await open()
    await bring(database, sampleFiles())
    const upn = textOf('session-marks.csv').split('\n')[1]!.slice(0, 13)
    const early = text('early.csv', `upn,date,session,mark\n${upn},2025-09-02,AM,I\n`)
    expect(planOf(await bring(database, [early])).questions).toMatchObject([{ kind: 'older' }])
    expect((await bring(database, [early], { conflicts: {}, meant: ['older'] })).result).toBe('done')
    const { scope, children } = await held(database)
    const one = children.find((each) => each.upn === upn)!
    const history = await attendanceYearHistoryOfChildren(database.db, scope, [one.id]).execute()
    expect(history).toHaveLength(1)
    expect(history[0]!.importRunId).not.toBeNull()
  })

  it('leaves out the marks of children who are not on the list, and says so', async () => {
    const database = await open()
    await bring(database, lists())
    const upn = textOf('session-marks.csv').split('\n')[1]!.slice(0, 13)
    const marks = text(
      'marks.csv',
      `upn,date,session,mark\n${upn},2026-03-13,PM,\\\n${stranger},2026-03-13,PM,\\\n`,
    )
    const outcome = await look(database, [marks])
    expect(planOf(outcome).notes).toEqual([
      '1 child in the register is not on your list: their marks are left out.',
    ])
  })

  it('leaves out rows about plans for a designated teacher, says how many, and asks nothing of those held', async () => {
    const database = await open()
    const plans = textOf('care-episodes.csv')
      .split('\n')
      .filter((line) => /,c(in|p)-plan,/.test(line)).length
    expect(plans).toBeGreaterThan(1)
    const teacher = { ...depsOf(database), mayBring: mayBringOf('designated-teacher') }
    const said = `${plans} rows about child-in-need and child-protection plans were left out: the safeguarding lead or the headteacher brings them in.`
    const outcome = await runImport(teacher, await readFiles(lists()))
    expect(planOf(outcome).notes).toContain(said)
    const statuses = async () => {
      const { scope, school } = await held(database)
      const rows = await careEpisodesOfSchool(database.db, scope, school.id).execute()
      return rows.map(({ status }) => status)
    }
    expect(new Set(await statuses())).not.toContain('cp-plan')
    expect(new Set(await statuses())).not.toContain('cin-plan')

    const lead = { ...depsOf(database), mayBring: mayBringOf('safeguarding-lead') }
    expect(planOf(await runImport(lead, await readFiles(lists()))).notes).not.toContain(said)
    expect((await statuses()).filter((status) => status.endsWith('-plan'))).toHaveLength(plans)

    const withoutPlans = textOf('care-episodes.csv')
      .split('\n')
      .filter((line) => !/,c(in|p)-plan,/.test(line))
      .join('\n')
    const again = await runImport(teacher, await readFiles([text('care-episodes.csv', withoutPlans)]))
    expect(planOf(again).counts).toMatchObject([
      { source: 'care-episodes', missing: 0, added: 0, changed: 0 },
    ])
  })

  it('takes the authority a child lives in from a list that has the column, and leaves it from one that has not', async () => {
    const database = await open()
    await bring(database, lists())
    const withHome = (home: string) => {
      const [header, row] = new TextDecoder().decode(child('Żółkiewski').bytes).split('\n')
      return text('children.csv', `${header},home_la\n${row},${home}\n`)
    }
    const homes = async () =>
      (await held(database)).children.flatMap(({ surname, homeAuthorityCode }) =>
        homeAuthorityCode === null ? [] : [[surname, homeAuthorityCode]],
      )
    expect((await bring(database, [withHome('Essex')])).result).toBe('done')
    expect(await homes()).toEqual([['Żółkiewski', '881']])
    expect((await bring(database, lists())).result).toBe('nothing')
    expect(await homes()).toEqual([['Żółkiewski', '881']])
    const unknown = await bring(database, [withHome('Hartfordshire')])
    expect(planOf(unknown).problems).toMatchObject([{ column: 'home_authority', value: 'Hartfordshire' }])
  })

  it('holds a row whose authority nobody knows', async () => {
    const database = await open()
    await bring(database, lists())
    const care = textOf('care-episodes.csv').split('\n').slice(0, 2).join('\n')
    const outcome = await bring(database, [
      text('care-episodes.csv', care.replace('Hertfordshire', 'Hartfordshire')),
    ])
    expect(planOf(outcome).problems).toMatchObject([
      { line: 2, column: 'local_authority', value: 'Hartfordshire' },
    ])
  })

  it('follows a suspension’s times: a changed one is corrected, a blank one is taken away', async () => {
    const database = await open()
    await bring(database, lists())
    const [header, first] = textOf('suspensions.csv').split('\n')
    const cells = first!.split(',')
    const before = (await held(database)).contacts.length
    const changed = cells.with(6, '2025-09-23T11:45').with(12, '').join(',')
    expect((await bring(database, [text('suspensions.csv', `${header}\n${changed}\n`)])).result).toBe('done')
    const { contacts } = await held(database)
    expect(contacts).toHaveLength(before - 1)
    expect(
      contacts.some(
        ({ contactedAt, purpose }) => contactedAt === '2025-09-23T11:45' && purpose === 'before-suspension',
      ),
    ).toBe(true)
  })

  it('reads a row as the suspension that stands, not as one from the same half day that was cancelled', async () => {
    const database = await open()
    await bring(database, lists())
    const [header, first] = textOf('suspensions.csv').split('\n')
    const one = (await held(database)).suspensions.find(({ startedOn }) => startedOn === '2025-09-24')!
    // Ids on either side of the one that stands, so that no order of ids decides it.
    const ids = ['00000000-cancelled', 'zzzzzzzz-cancelled']
    const cancelled = { cancelledAt: '2025-09-24T09:00', cancelledReason: 'New evidence.' }
    for (const id of ids)
      await database.db
        .insertInto('suspension')
        .values({ ...one, ...cancelled, id })
        .execute()
    const longer = first!.split(',').with(4, '3.5').join(',')
    expect((await bring(database, [text('suspensions.csv', `${header}\n${longer}\n`)])).result).toBe('done')
    const { suspensions } = await held(database)
    const lengthOf = (id: string) => suspensions.find((each) => each.id === id)?.halfDays
    expect([one.id, ...ids].map(lengthOf)).toEqual([7, 6, 6])
  })

  it('takes two runs of the same files at once as one', async () => {
    const database = await open()
    const outcomes = await Promise.all([bring(database, lists()), bring(database, lists())])
    expect(outcomes.map(({ result }) => result).toSorted()).toEqual(['done', 'nothing'])
    expect((await held(database)).children).toHaveLength(40)
    expect((await held(database)).runs).toHaveLength(1)
  })

  it('says that somebody wrote since the preview', async () => {
    const database = await open()
    await bring(database, lists())
    const read = await readFiles([child('Nguyen', '2026-03-12')])
    expect(await runImport(depsOf(database), read, { previewedAt: 0 })).toEqual({ result: 'stale' })
    expect((await runImport(depsOf(database), read, { previewedAt: 1 })).result).toBe('done')
  })

  it('leaves nothing behind when it is stopped half way', async () => {
    const database = await open()
    await bring(
      database,
      sampleFiles().filter(({ name }) => name === 'school.json' || name === 'term-dates.csv'),
    )
    const before = await held(database)
    const stop = new AbortController()
    const running = runImport(depsOf(database), await readFiles(sampleFiles()), {
      signal: stop.signal,
      onProgress: ({ done }) => done > 60 && stop.abort(new Error('stopped')),
    })
    await expect(running).rejects.toThrow('stopped')
    expect(await held(database)).toEqual(before)
  })
})
