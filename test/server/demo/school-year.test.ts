import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { demoDay, fillDemonstration } from '../../../server/demo/fill.ts'
import { inhabitDemonstration } from '../../../server/demo/inhabit.ts'
import { aClock } from '../../support/a-clock.ts'

const filled = async (today: string) => {
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  const day = demoDay(isoDate(today))
  await fillDemonstration(database, day, aClock(today))
  await inhabitDemonstration(database, day, aClock(today))
  return database
}

const trainings = ({ db }: OpenDatabase) =>
  db.selectFrom('training').select(['heldOn', 'forWhom', 'title']).orderBy('heldOn').execute()
const money = ({ db }: OpenDatabase) =>
  db
    .selectFrom('premiumMoney')
    .select(['datedOn', 'fund', 'direction', 'pounds', 'onWhat'])
    .orderBy('datedOn')
    .orderBy('pounds')
    .execute()
const attainments = ({ db }: OpenDatabase) =>
  db.selectFrom('attainment').selectAll().orderBy('assessedOn').execute()

describe('the school year of the demonstration', () => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await filled('2026-03-13')
  })

  it('has training for everybody this year and last', async () => {
    const rows = await trainings(database)
    for (const isYear of [(day: string) => day < '2025-09-01', (day: string) => day >= '2025-09-01'])
      expect(new Set(rows.filter(({ heldOn }) => isYear(heldOn)).map(({ forWhom }) => forWhom))).toEqual(
        new Set(['designated-teacher', 'all-staff', 'governors']),
      )
  })

  it('has known what most looked-after children need since the first days of last year', async () => {
    const rows = await database.db.selectFrom('specialNeed').selectAll().execute()
    const known = rows.filter(({ startedOn }) => startedOn < '2024-10-01')
    expect(known.length).toBeGreaterThan(5)
    expect(known.filter(({ provision, need }) => (provision === 'none') !== (need === null))).toEqual([])
  })

  it('has money of both funds received and spent, never more spent of a fund and year than came in', async () => {
    const rows = await money(database)
    const sum = (fund: string, direction: string, year: boolean) =>
      rows
        .filter(
          (row) => row.fund === fund && row.direction === direction && row.datedOn >= '2025-09-01' === year,
        )
        .reduce((total, { pounds }) => total + pounds, 0)
    for (const fund of ['looked-after', 'previously-looked-after'])
      for (const year of [true, false]) {
        expect(sum(fund, 'spent', year)).toBeGreaterThan(0)
        expect(sum(fund, 'spent', year)).toBeLessThanOrEqual(sum(fund, 'received', year))
      }
    expect(rows.filter(({ direction, onWhat }) => direction === 'spent' && onWhat === null)).toEqual([])
  })

  it('says where some looked-after children stand, and nothing lies after the day that is shown', async () => {
    const rows = await attainments(database)
    const lookedAfter = await database.db
      .selectFrom('careEpisode')
      .select('childId')
      .where('status', '=', 'cla')
      .where('endedOn', 'is', null)
      .execute()
    const ids = new Set(lookedAfter.map(({ childId }) => childId))
    expect(new Set(rows.map(({ childId }) => childId)).size).toBe(8)
    expect(rows.filter(({ childId }) => !ids.has(childId))).toEqual([])
    const days = [
      ...rows.map(({ assessedOn }) => assessedOn),
      ...(await money(database)).map((one) => one.datedOn),
    ]
    expect(days.filter((day) => day > '2026-03-13')).toEqual([])
  })

  it('is the same whenever it is made for a day', async () => {
    const again = await filled('2026-03-13')
    const withoutIds = async (one: OpenDatabase) => [
      await trainings(one),
      await money(one),
      (await attainments(one))
        .map(({ assessedOn, subject, expected, progress }) =>
          [assessedOn, subject, expected, progress].join(' '),
        )
        .toSorted(),
    ]
    expect(await withoutIds(again)).toEqual(await withoutIds(database))
    await again.close()
  })

  it('has last year’s on the first day of a school year too', async () => {
    const early = await filled('2025-09-03')
    expect((await trainings(early)).length).toBeGreaterThan(0)
    expect((await attainments(early)).length).toBe(72)
    await early.close()
  })
})
