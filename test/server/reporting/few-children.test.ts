import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { routeNeeds } from '../../../server/api/route-needs.ts'
import { aReporting } from '../../support/a-reporting.ts'
import { describeBothDatabases } from '../../support/databases.ts'

/** What holds of the governor's own account tells of no child. */
const gets = Object.keys(routeNeeds)
  .filter((route) => route.startsWith('GET /api/') && !route.startsWith('GET /api/me'))
  .map((route) => route.slice('GET /api'.length))

/** All that a governor can fetch of a school with so many of these children, after a term's report and a year's. */
async function fetchedOf(database: OpenDatabase, children: number): Promise<Record<string, string>> {
  const world = await aReporting(database)
  const episodes = await world.db.selectFrom('careEpisode').select(['childId']).orderBy('childId').execute()
  const kept = [...new Set(episodes.map(({ childId }) => childId))].slice(0, children)
  await world.db
    .deleteFrom('careEpisode')
    .where('childId', 'not in', ['none', ...kept])
    .execute()
  // The report names the designated teacher.
  const teacher = await world.as('designated-teacher', { name: 'Sam Teacher' })
  const head = await world.as('headteacher', { name: 'Jo Head' })
  const ids: string[] = []
  for (const [kind, on] of [
    ['term', '2025-12-19'],
    ['annual', '2026-03-13'],
  ]) {
    const { id } = (await teacher.post('/reports', { kind, on })).json.report
    await teacher.step(id, 'send', 1)
    await head.step(id, 'approve', 2)
    expect((await head.step(id, 'publish', 3, { meetingOn: '2026-03-26' })).status).toBe(200)
    ids.push(id)
    // Lists are by instant: two of one instant would stand by their ids.
    world.clock.later(1)
  }
  const governor = await world.as('governor')
  const found: Record<string, string> = {}
  const anonymous = (text: string) =>
    [...ids, world.school.id]
      .reduce((rest, id, at) => rest.replaceAll(id, `id ${at}`), text)
      .replaceAll(/"id":"[^"]*"/g, '')
  for (const path of gets)
    for (const [at, id] of path.includes(':id') ? ids.entries() : ([[0, '']] as const)) {
      const { status, headers, bytes } = await governor.get(
        path.replace(':id', id).replace(':name', 'plans.svg').replace(':kind', 'training'),
      )
      const isText = /json|csv|svg/.test(headers.get('content-type') ?? '')
      const body = isText ? anonymous(bytes.toString()) : bytes.toString('base64')
      found[`${path} ${at}`] = [status, JSON.stringify([...headers]), body].join('\n')
    }
  return found
}

describeBothDatabases('a governor of a school with too few of these children', (open) => {
  it('fetches the same, byte for byte, whether there is one or none', { timeout: 300_000 }, async () => {
    const none = await fetchedOf(await open(), 0)
    const one = await fetchedOf(await open(), 1)
    expect(Object.keys(none).length).toBeGreaterThan(30)
    expect(none['/reports/:id 1']).toContain('too few')
    expect(Object.keys(one)).toEqual(Object.keys(none))
    const differing = Object.keys(none).flatMap((path) =>
      one[path] === none[path] ? [] : [{ path, none: none[path], one: one[path] }],
    )
    expect(differing).toEqual([])
  })
})
