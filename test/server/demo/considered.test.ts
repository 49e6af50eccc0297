import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../../db/connect.ts'
import { migrate } from '../../../db/migrate.ts'
import { kindOfTable } from '../../../db/queries/record-shape.ts'
import type { Today } from '../../../server/api/views/today.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { instantOf } from '../../../server/demo/considered.ts'
import { demoDay, fillDemonstration } from '../../../server/demo/fill.ts'
import { inhabitDemonstration } from '../../../server/demo/inhabit.ts'
import type { DemoAccount } from '../../../server/demo/people.ts'
import { demonstrationOf } from '../../../server/demo/sign-in.ts'
import type { SuspensionsPage } from '../../../server/pathway/shapes-after.ts'
import type { InboxItem } from '../../../server/pathway/shapes.ts'
import type { Role } from '../../../server/access/permissions.ts'
import { checkRecord } from '../../../server/records/check-record.ts'
import { toFields } from '../../../server/records/field-columns.ts'
import { loadKinds } from '../../../server/records/load-kinds.ts'
import { aClock } from '../../support/a-clock.ts'
import { anApp } from '../../support/an-app.ts'

const kinds = await loadKinds()

it.each([
  ['2026-01-14T11:40', '2026-01-14T11:40:00.000Z'],
  ['2026-06-12T11:40', '2026-06-12T10:40:00.000Z'],
])('the clock in England shows %s at %s', (minute, instant) => {
  expect(instantOf(minute)).toBe(instant)
})

describe.each(['2026-03-13', '2025-09-02', '2026-01-05', '2026-08-12', '2026-11-22'])(
  'the demonstration on %s',
  (today) => {
    let database: OpenDatabase
    let people: readonly DemoAccount[]

    beforeAll(async () => {
      database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
      await migrate(database)
      const day = demoDay(isoDate(today))
      await fillDemonstration(database, day, aClock(today))
      people = await inhabitDemonstration(database, day, aClock(today))
      return () => database.close()
    })

    async function askAs<T>(role: Role, path: string): Promise<T> {
      const accountId = people.find((person) => person.role === role)?.accountId
      const demonstration = demonstrationOf(people)
      const nobody = anApp(database, today, { as: 'nobody', demonstration })
      const entered = await nobody.ask('POST', '/api/demonstration/sign-in', { accountId })
      const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      return (await anApp(database, today, { as: { cookie }, demonstration }).ask('GET', path)).json as T
    }

    it.each(['virtual-school-head', 'education-adviser'] as const)(
      'has an inbox for its %s: one waits, one was read and advised on, and no child of another authority',
      async (role) => {
        const { items } = await askAs<{ items: InboxItem[] }>(role, '/api/inbox')
        const open = items.filter(({ state }) => state === 'open')
        expect(open.map(({ child, read, advice }) => [child.name, read !== null, advice.length])).toEqual([
          ['Clover Thistledown', false, 0],
          ['Hazel Millstream', true, 1],
        ])
        expect(open[0]!.words).toMatch(/^Considering 3 school days from /)
        expect(items.map(({ child }) => child.name)).not.toContain('Sorrel Quillfeather')
        const { unread } = await askAs<{ unread: number }>(role, '/api/news')
        expect(unread).toBe(1)
      },
    )

    it('knows what ended with the child in school, and which suspensions were considered first', async () => {
      const considered = await database.db.selectFrom('consideration').selectAll().execute()
      const inState = (state: string) => considered.filter((row) => row.state === state)
      expect(inState('open')).toHaveLength(2)
      expect(inState('not-suspended')).toHaveLength(3)
      const suspended = inState('suspended')
      expect(suspended.length).toBeGreaterThanOrEqual(4)
      expect(suspended.filter(({ withoutContact }) => withoutContact !== null)).toHaveLength(2)
      const joined = await database.db
        .selectFrom('suspension')
        .select('considerationId')
        .where('considerationId', 'is not', null)
        .execute()
      expect(new Set(joined.map(({ considerationId }) => considerationId))).toEqual(
        new Set(suspended.map(({ id }) => id)),
      )
      for (const { openedAt, decidedAt } of suspended) expect(openedAt.slice(0, 16) < decidedAt!).toBe(true)
    })

    it('has something of each kind, as a person could have kept it by its form', async () => {
      for (const table of [
        'consideration',
        'advice',
        'provision',
        'boardMeeting',
        'reintegration',
        'intervention',
        'offSiteDirection',
        'partTimeTimetable',
        'unlawfulExclusion',
        'restrictiveIntervention',
      ] as const) {
        const rows = await database.db.selectFrom(table).selectAll().execute()
        expect(rows.length, table).toBeGreaterThan(0)
        const kind = kinds.get(kindOfTable(table))!
        for (const row of rows) {
          const checked = checkRecord(kind, toFields(kind, { ...row }))
          expect('problems' in checked ? checked.problems : [], table).toEqual([])
        }
      }
    })

    it('is a school as others are: a few duties are broken, of many kinds', async () => {
      const { counts, groups } = await askAs<Today>('designated-teacher', '/api/today')
      expect(counts.breach).toBeLessThanOrEqual(18)
      if (today < '2026-01-01') return
      const broken = new Set(groups.breach.flatMap(({ cards }) => cards.map(({ ruleId }) => ruleId)))
      expect(broken.size).toBeGreaterThanOrEqual(10)
      for (const kind of ['board-not-told', 'n-mark-unresolved', 'virtual-school-not-contacted-before'])
        expect([...broken]).toContain(kind)
    })

    it('shows on the page of suspensions who was asked before, after and never, and what is open', async () => {
      const page = await askAs<SuspensionsPage>('headteacher', '/api/suspensions')
      expect(page.considered).toHaveLength(2)
      if (today < '2026-01-01') return
      expect(page.notSuspended.length).toBeGreaterThanOrEqual(3)
      expect(new Set(page.rows.map(({ considered }) => considered)).size).toBe(2)
      const open = page.rows.map((row) => row.open)
      expect(open.some(({ breach }) => breach > 0)).toBe(true)
    })
  },
)
