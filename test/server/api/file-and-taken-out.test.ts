import { beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import type { OpenDatabase } from '../../../db/connect.ts'
import {
  correctRecord,
  createRecord,
  getRecord,
  listRecords,
  removeRecord,
} from '../../../db/queries/record.ts'
import type { Scope } from '../../../db/scope.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import type { PlannedTable } from '../../../server/import/record-shapes.ts'
import { readFiles } from '../../../server/import/read-files.ts'
import { runImport } from '../../../server/import/run-import.ts'
import { aClock } from '../../support/a-clock.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aCareEpisode, aSchool, change } from '../../support/rows.ts'
import { anUpn } from '../../support/upn.ts'

const [alex, sam] = [anUpn(7101), anUpn(7102)]

/** A file of each kind: its header, the row that is taken out, and the same row put right where it comes from. */
const files = {
  'term-dates': [
    'kind,name,first_day,last_day',
    'inset,INSET,2026-01-05,2026-01-05',
    'inset,INSET,2026-01-06,2026-01-06',
  ],
  children: [
    'upn,surname,forename,date_of_birth,year_group,admitted_on,left_on',
    `${sam},Example,Sam,2012-05-01,8,2023-09-01,`,
    `${anUpn(7103)},Example,Sam,2012-05-01,8,2023-09-01,`,
  ],
  'care-episodes': ['upn,status,started_on,ended_on', `${alex},cla,2024-02-01,`, `${alex},cla,2024-03-01,`],
  people: ['upn,role,name', `${alex},social-worker,Robin Ash`, `${alex},social-worker,Robyn Ash`],
  'pep-meetings': [
    'upn,held_on,completed_on,quality,attended,child_views',
    `${alex},2026-02-02,,green,,yes`,
    `${alex},2026-02-03,,green,,yes`,
  ],
  suspensions: [
    'upn,kind,started_on,start_session,school_days,reasons,decided_at,social_worker_told_at',
    `${alex},suspension,2026-02-09,AM,1,DB,,2026-02-09T09:30`,
    `${alex},suspension,2026-02-10,AM,1,DB,,2026-02-09T09:30`,
  ],
} as const
type Source = keyof typeof files

const tables: readonly (readonly [Source, PlannedTable])[] = [
  ['term-dates', 'termDate'],
  ['care-episodes', 'careEpisode'],
  ['people', 'person'],
  ['pep-meetings', 'pepMeeting'],
  ['suspensions', 'suspension'],
  ['children', 'child'],
]

const stayed = (where: string) =>
  `Taken out here as wrong, so left out and not counted: ${where}. Correct it where the file comes from; what is right after all is recorded here, by its form.`

describeBothDatabases('a file that brings what people here took out as wrong', (open) => {
  let database: OpenDatabase
  let schoolId: string
  let scope: Scope

  const bringFile = async (name: string, ...rows: readonly string[]) => {
    const read = await readFiles([{ name, bytes: Buffer.from(rows.join('\n')) }])
    const deps = { db: database.db, clock: aClock('2026-03-13'), scopeOf: scopeOfSchool }
    const outcome = await runImport({ ...deps, changedBy: 'The office', schoolId }, read)
    if (!('plan' in outcome)) throw new Error(outcome.result)
    const { problems, conflicts, notes } = outcome.plan
    return { result: outcome.result, problems, conflicts, notes }
  }
  /** Of a list of children the first one is on the roll: a list of strangers would be asked about. */
  const bring = (source: Source, ...rows: readonly string[]) => {
    const known = source === 'children' ? [`${alex},Example,Alex,2011-05-01,9,2022-09-01,`] : []
    return bringFile(
      `${source}.csv`,
      files[source][0],
      ...(rows.length > 0 ? rows : [files[source][1]]),
      ...known,
    )
  }
  const standing = (table: PlannedTable) => listRecords(database.db, scope, table, { schoolId })
  const takeOut = async (table: PlannedTable | 'contact', id: string) => {
    const version = (await getRecord(database.db, scope, table, id))!.version
    const why = { ...change, reason: 'Another child’s' }
    expect(await inTransaction(database.db, (trx) => removeRecord(trx, scope, table, id, version, why))).toBe(
      'ok',
    )
  }
  const done = { result: 'done', problems: [], conflicts: [], notes: [] }

  beforeAll(async () => {
    database = await open()
    ;({ schoolId, scope } = await aSchool(database.db))
    await bringFile('children.csv', files.children[0], `${alex},Example,Alex,2011-05-01,9,2022-09-01,`)
    await bring('term-dates', 'term,Spring 2026,2026-01-05,2026-03-27')
  })

  it.each(tables)('%s: stays out, named by its line, and goes in put right', async (source, table) => {
    const before = new Set((await standing(table)).map(({ id }) => id))
    expect(await bring(source)).toEqual(done)
    const [made] = (await standing(table)).filter(({ id }) => !before.has(id))
    await takeOut(table, made!.id)
    for (const _again of [1, 2])
      expect(await bring(source)).toEqual({
        ...done,
        result: 'nothing',
        notes: [stayed(`line 2 of ${source}.csv`)],
      })
    expect(await bring(source, files[source][2])).toEqual(done)
    expect(await standing(table)).toHaveLength(before.size + 1)
  })

  it('what is told of a child who was taken out stays out as well, and holds up nothing else', async () => {
    expect(await bring('people', `${sam},social-worker,Robin Ash`, `${alex},carer,Jo Reed`)).toEqual({
      ...done,
      notes: [stayed('line 2 of people.csv')],
    })
    expect((await bring('people', `${anUpn(7104)},carer,Jo Reed`)).problems).toMatchObject([
      { code: 'unknown-child' },
    ])
  })

  it.each([
    ['pep-meetings', 'pepMeeting', `${alex},2026-02-23,,green,,yes`, { heldOn: '2026-02-24' }],
    ['people', 'person', `${alex},key-adult,Kay Lot`, { name: 'Kay Lott' }],
    ['suspensions', 'suspension', `${alex},suspension,2026-03-10,AM,1,DB,,`, { startSession: 'PM' }],
  ] as const)(
    '%s: what a person corrected to another one is not brought back as it was',
    async (source, table, row, changes) => {
      const before = new Set((await standing(table)).map(({ id }) => id))
      expect(await bring(source, row)).toEqual(done)
      const [made] = (await standing(table)).filter(({ id }) => !before.has(id))
      const corrected = await inTransaction(database.db, (trx) =>
        correctRecord(trx, scope, table, made!.id, 1, changes, change),
      )
      expect(corrected).toBe('ok')
      const after = await standing(table)
      expect(await bring(source, row)).toMatchObject({
        result: 'nothing',
        notes: [
          `Corrected here to something else, so left out: line 2 of ${source}.csv. Correct it where the file comes from. If it is another one, record it here, by its form.`,
        ],
      })
      expect(await standing(table)).toEqual(after)
    },
  )

  it('rows under a number that was corrected here do not make a second child', async () => {
    const [wrong, right] = [anUpn(7105), anUpn(7106)]
    const kit = (upn: string) => `${upn},Example,Kit,2012-05-01,8,2023-09-01,`
    expect(await bring('children', kit(wrong))).toEqual(done)
    const made = (await listRecords(database.db, scope, 'child', { schoolId })).find(
      ({ upn }) => upn === wrong,
    )
    await inTransaction(database.db, (trx) =>
      correctRecord(trx, scope, 'child', made!.id, 1, { upn: right }, change),
    )
    for (const [source, row] of [
      ['children', kit(wrong)],
      ['people', `${wrong},carer,Jo Reed`],
    ] as const)
      expect(await bring(source, row)).toMatchObject({
        problems: [],
        notes: [expect.stringMatching(/^Corrected here to something else, so left out: line 2 of/)],
      })
    expect(await bring('children', kit(right))).toEqual({ ...done, result: 'nothing' })
  })

  it('what was recorded here anew stands, and the file is compared with it again', async () => {
    const { childId } = (await standing('careEpisode'))[0] as { childId: string }
    const anew = aCareEpisode({ id: childId, schoolId }, { startedOn: '2024-02-01', authorityCode: null })
    expect(
      await inTransaction(database.db, (trx) => createRecord(trx, scope, 'careEpisode', anew, change)),
    ).toBe('ok')
    expect(await bring('care-episodes')).toEqual({ ...done, result: 'nothing' })
  })

  it('a time of telling that was taken out stays out with its suspension in; another time goes in', async () => {
    const [header] = files.suspensions
    const row = (told: string) => `${alex},suspension,2026-03-02,AM,1,DB,,${told}`
    expect(await bringFile('suspensions.csv', header, row('2026-03-02T09:30'))).toEqual(done)
    const told = (await listRecords(database.db, scope, 'contact', { schoolId })).find(
      ({ contactedAt }) => contactedAt === '2026-03-02T09:30',
    )
    await takeOut('contact', told!.id)
    expect(await bringFile('suspensions.csv', header, row('2026-03-02T09:30'))).toEqual({
      ...done,
      result: 'nothing',
      notes: [
        'A time taken out here as wrong, so left out: line 2 of suspensions.csv. Correct it where the file comes from; when they were told after all is recorded on the child’s page.',
      ],
    })
    expect(await bringFile('suspensions.csv', header, row('2026-03-02T10:30'))).toEqual(done)
  })

  it('a time that a newer file left blank was taken away by no person, and comes back with the file', async () => {
    const [header] = files.suspensions
    const row = (told: string) => `${alex},suspension,2026-03-04,AM,1,DB,,${told}`
    for (const told of ['2026-03-04T09:30', '', '2026-03-04T09:30'])
      expect(await bringFile('suspensions.csv', header, row(told))).toEqual(done)
  })
})
