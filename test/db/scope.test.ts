import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { addAuthorities } from '../../db/queries/authority.ts'
import { childNamesOfSchool } from '../../db/queries/child.ts'
import { createMany } from '../../db/queries/record-many.ts'
import type { NewRecord } from '../../db/queries/record-shape.ts'
import type { CareEpisodeTable } from '../../db/tables/care-episode.ts'
import { scopeOfPost } from '../../server/access/scope.ts'
import { describeBothDatabases } from '../support/databases.ts'
import { aPostOver } from '../support/posts.ts'
import { aChild, aSchool, at, change } from '../support/rows.ts'

/** The school lies in the area of X01. */
const authorities = ['X01', 'X02', 'X03'] as const
type Authority = (typeof authorities)[number]

interface Told {
  readonly status: CareEpisodeTable['status']
  readonly authority: Authority | null
  readonly from: string
  /** The last day, inclusive. */
  readonly to: string | null
  readonly removed?: boolean
}

interface History {
  readonly born: string
  readonly care: readonly Told[]
}

const looked = (authority: Authority | null, from: string, to: string | null = null): Told => ({
  status: 'cla',
  authority,
  from,
  to,
})

/** A school with these children; answers their ids. */
async function kept({ db }: OpenDatabase, histories: readonly History[]) {
  const { schoolId } = await aSchool(db)
  await addAuthorities(
    db,
    authorities.map((code) => ({
      code,
      name: `Council ${code}`,
      virtualSchoolPhone: null,
      virtualSchoolEmail: null,
      version: 1,
    })),
  )
  const children = histories.map(({ born }) => aChild(schoolId, { dateOfBirth: born }))
  const episodeOf = (childId: string, { status, authority, from, to }: Told): NewRecord<'careEpisode'> => ({
    id: crypto.randomUUID(),
    schoolId,
    childId,
    status,
    startedOn: from,
    endedOn: to,
    authorityCode: authority,
    detail: null,
    detailShared: 0,
  })
  const care = histories.flatMap((history, i) =>
    history.care.map((told) => ({ told, row: episodeOf(children[i]!.id, told) })),
  )
  await inTransaction(db, async (trx) => {
    await createMany(trx, 'child', children, change)
    await createMany(
      trx,
      'careEpisode',
      care.map(({ row }) => row),
      change,
    )
    const wrong = care.flatMap(({ told, row }) => (told.removed ? row.id : []))
    await trx
      .updateTable('careEpisode')
      .set({ removedAt: at, removedReason: 'of another child' })
      .where('id', 'in', wrong)
      .execute()
  })
  return { schoolId, childIds: children.map(({ id }) => id) }
}

const headOf = (authorityCode: Authority, schoolId: string, on: string) =>
  scopeOfPost({ id: `head of ${authorityCode}`, role: 'virtual-school-head', authorityCode }, schoolId, on)

const seenBy = async ({ db }: OpenDatabase, schoolId: string, authority: Authority, on: string) => {
  const rows = await childNamesOfSchool(db, headOf(authority, schoolId, on), schoolId).execute()
  return new Set(rows.map(({ id }) => id))
}

const born = '2012-05-01'

/** Who sees the child on which day: the authorities, with a space between. */
const cases: Record<string, History & { sees: Record<string, string> }> = {
  'placed out of area: the authority that looks after it, not that of the school': {
    born,
    care: [looked('X02', '2024-05-01')],
    sees: { '2024-04-30': '', '2024-05-01': 'X02', '2026-03-13': 'X02' },
  },
  'with a child-in-need plan alone: nobody': {
    born,
    care: [{ status: 'cin-plan', authority: 'X01', from: '2024-05-01', to: null }],
    sees: { '2024-05-01': '', '2026-03-13': '' },
  },
  'with a child protection plan, or in kinship care: nobody': {
    born,
    care: [
      { status: 'cp-plan', authority: 'X01', from: '2024-05-01', to: null },
      { status: 'kinship', authority: 'X02', from: '2024-05-01', to: null },
    ],
    sees: { '2024-05-01': '', '2026-03-13': '' },
  },
  'looked after, with a protection plan of another authority: the corporate parent alone': {
    born,
    care: [
      looked('X02', '2024-05-01'),
      { status: 'cp-plan', authority: 'X01', from: '2025-05-01', to: null },
    ],
    sees: { '2025-05-01': 'X02' },
  },
  'moved to another authority in mid term: access moves on that day': {
    born,
    care: [looked('X01', '2024-05-01', '2026-02-12'), looked('X02', '2026-02-13')],
    sees: { '2026-02-12': 'X01', '2026-02-13': 'X02', '2026-03-13': 'X02' },
  },
  'moved, and the earlier row was left open: the new authority alone': {
    born,
    care: [looked('X01', '2024-05-01'), looked('X02', '2026-02-13')],
    sees: { '2026-02-12': 'X01', '2026-02-13': 'X02', '2026-03-13': 'X02' },
  },
  'adopted: nobody after the last day': {
    born,
    care: [
      looked('X01', '2024-05-01', '2025-12-01'),
      { status: 'previously-cla', authority: 'X01', from: '2025-12-01', to: null },
    ],
    sees: { '2025-12-01': 'X01', '2025-12-02': '', '2026-03-13': '' },
  },
  'eighteen, and the row was left open: nobody from the birthday on': {
    born: '2008-03-13',
    care: [looked('X01', '2020-05-01')],
    sees: { '2026-03-12': 'X01', '2026-03-13': '', '2026-03-14': '' },
  },
  'eighteen, born on a leap day: nobody from the first of March on': {
    born: '2008-02-29',
    care: [looked('X01', '2020-05-01')],
    sees: { '2026-02-28': 'X01', '2026-03-01': '' },
  },
  'returned home with a plan: nobody': {
    born,
    care: [
      looked('X02', '2024-05-01', '2026-01-09'),
      { status: 'cin-plan', authority: 'X02', from: '2026-01-10', to: null },
    ],
    sees: { '2026-01-09': 'X02', '2026-01-10': '' },
  },
  'home for a while and back in care: the gap is closed': {
    born,
    care: [looked('X02', '2024-05-01', '2025-01-09'), looked('X02', '2025-06-01')],
    sees: { '2025-01-09': 'X02', '2025-03-01': '', '2025-06-01': 'X02' },
  },
  'of whom the school was told wrongly, and removed the row: nobody': {
    born,
    care: [{ ...looked('X01', '2024-05-01'), removed: true }],
    sees: { '2024-05-01': '', '2026-03-13': '' },
  },
  'whose later row was removed: the authority before it again': {
    born,
    care: [looked('X01', '2024-05-01'), { ...looked('X02', '2026-02-13'), removed: true }],
    sees: { '2026-02-13': 'X01' },
  },
  'whose authority nobody told: nobody': {
    born,
    care: [looked(null, '2024-05-01')],
    sees: { '2026-03-13': '' },
  },
  'who moved to an authority that nobody told: nobody': {
    born,
    care: [looked('X01', '2024-05-01'), looked(null, '2026-02-13')],
    sees: { '2026-02-12': 'X01', '2026-02-13': '' },
  },
  'who comes into care next week: nobody yet': {
    born,
    care: [looked('X01', '2026-03-20')],
    sees: { '2026-03-13': '', '2026-03-20': 'X01' },
  },
}

/** The same sums at each run. */
function randomNumbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const firstDay = Date.UTC(2023, 8, 1)
const DAYS = 900
const days = Array.from({ length: DAYS + 300 }, (_, place) =>
  new Date(firstDay + place * 86_400_000).toISOString().slice(0, 10),
)
const dayAt = (place: number) => days[place]!

/** Up to five statuses, ended or left open, beside and across one another. */
function aHistory(random: (below: number) => number): History {
  const statuses = ['cla', 'cla', 'cla', 'cla', 'cin-plan', 'cp-plan', 'previously-cla'] as const
  const starts = new Set(Array.from({ length: random(6) }, () => random(DAYS)))
  const care = [...starts].map((start): Told => ({
    status: statuses[random(statuses.length)]!,
    authority: [...authorities, null][random(4)]!,
    from: dayAt(start),
    to: random(3) === 0 ? null : dayAt(start + random(300)),
    removed: random(8) === 0,
  }))
  const isNearlyAdult = random(5) === 0
  return { born: isNearlyAdult ? dayAt(random(DAYS)).replace(/^\d{4}/, (y) => String(+y - 18)) : born, care }
}

/**
 * Worked out another way: who is responsible is written onto each day of the calendar, row by row from the
 * oldest, so that a later row covers an earlier one for as long as it lasts.
 */
function responsibleByDay({ born: birth, care }: History): (Authority | null)[] {
  const calendar: (Authority | null)[] = Array.from({ length: DAYS }, () => null)
  const rows = care.filter(({ status, removed }) => status === 'cla' && !removed)
  for (const { authority, from, to } of rows.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    for (let place = 0; place < DAYS; place++) {
      const day = dayAt(place)
      if (from <= day && (to === null || day <= to)) calendar[place] = authority
    }
  const [year, month, date] = birth.split('-').map(Number) as [number, number, number]
  const adult = new Date(Date.UTC(year + 18, month - 1, date)).toISOString().slice(0, 10)
  return calendar.map((authority, place) => (dayAt(place) < adult ? authority : null))
}

describeBothDatabases('a child’s corporate parent sees it, and no other Virtual School:', (open) => {
  it.each(Object.entries(cases))('%s', async (_, { sees, ...history }) => {
    const database = await open()
    const { schoolId, childIds } = await kept(database, [history])
    const found: Record<string, string> = {}
    for (const on of Object.keys(sees)) {
      const seeing: string[] = []
      for (const authority of authorities)
        if ((await seenBy(database, schoolId, authority, on)).has(childIds[0]!)) seeing.push(authority)
      found[on] = seeing.join(' ')
    }
    expect(found).toEqual(sees)
  })

  it('two brothers and sisters with two authorities: each one its own', async () => {
    const database = await open()
    const { schoolId, childIds } = await kept(database, [
      { born, care: [looked('X01', '2024-05-01')] },
      { born, care: [looked('X02', '2024-05-01')] },
    ])
    const on = '2026-03-13'
    expect(await seenBy(database, schoolId, 'X01', on)).toEqual(new Set([childIds[0]]))
    expect(await seenBy(database, schoolId, 'X02', on)).toEqual(new Set([childIds[1]]))
  })

  it('on the rolls of two schools: at each as that school was told', async () => {
    const database = await open()
    const told = await kept(database, [{ born, care: [looked('X02', '2024-05-01')] }])
    const untold = await kept(database, [{ born, care: [] }])
    const on = '2026-03-13'
    expect(await seenBy(database, told.schoolId, 'X02', on)).toEqual(new Set(told.childIds))
    expect(await seenBy(database, untold.schoolId, 'X02', on)).toEqual(new Set())
    expect(
      await childNamesOfSchool(database.db, headOf('X02', told.schoolId, on), untold.schoolId).execute(),
    ).toEqual([])
  })

  it('an adviser sees of the caseload whom the authority looks after that day', async () => {
    const database = await open()
    const { db } = database
    const { schoolId, childIds } = await kept(database, [
      { born, care: [looked('X01', '2024-05-01', '2026-02-12'), looked('X02', '2026-02-13')] },
      { born, care: [looked('X01', '2024-05-01')] },
      { born, care: [looked('X01', '2024-05-01')] },
    ])
    const post = await aPostOver(
      db,
      [
        { childId: childIds[0]!, schoolId },
        { childId: childIds[1]!, schoolId, startedOn: '2026-01-05', endedOn: '2026-03-13' },
      ],
      { role: 'education-adviser', schoolId: null, authorityCode: 'X01' },
    )
    const seen = async (on: string) => {
      const rows = await childNamesOfSchool(db, scopeOfPost(post, schoolId, on), schoolId).execute()
      return rows.map(({ id }) => childIds.indexOf(id)).toSorted((a, b) => a - b)
    }
    expect(await seen('2026-01-04')).toEqual([0])
    expect(await seen('2026-02-12')).toEqual([0, 1])
    expect(await seen('2026-03-13')).toEqual([1])
    expect(await seen('2026-03-14')).toEqual([])
  })

  it('as a calendar written day by day says, of 2,000 random histories', async () => {
    const database = await open()
    const random = randomNumbers(20_260_313)
    const histories = Array.from({ length: 2000 }, () => aHistory(random))
    const { schoolId, childIds } = await kept(database, histories)
    const calendars = histories.map(responsibleByDay)
    let differences = 0
    let seen = 0
    for (let i = 0; i < 24; i++) {
      const place = random(DAYS)
      for (const authority of authorities) {
        const found = await seenBy(database, schoolId, authority, dayAt(place))
        childIds.forEach((id, child) => {
          if (found.has(id) !== (calendars[child]![place] === authority)) differences++
        })
        seen += found.size
      }
    }
    expect([differences, seen > 5000 || seen]).toEqual([0, true])
  }, 120_000)
})
