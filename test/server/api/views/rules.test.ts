import { expect, it } from 'vitest'
import { openDatabase } from '../../../../db/connect.ts'
import { migrate } from '../../../../db/migrate.ts'
import type { Rules } from '../../../../server/api/views/rules.ts'
import { anApp, bringSampleIn } from '../../../support/an-app.ts'

it('each rule names the children it asks something of, the broken first, and the sources it rests on', async () => {
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  await bringSampleIn(database)
  const { ask } = anApp(database)
  const { rules, sources, benchmarks } = (await ask('GET', '/api/rules')).json as Rules
  const order = ['breach', 'due', 'watch', 'no-data', 'error']
  for (const { counts, concerns, source } of rules) {
    const statuses = concerns.map(({ status }) => order.indexOf(status))
    expect(statuses).toEqual(statuses.toSorted((a, b) => a - b))
    expect(new Set(concerns.map(({ child }) => child.id)).size).toBe(concerns.length)
    if (counts === null) throw new Error('A designated teacher reads exact figures')
    const asking = counts.breach + counts.due + counts.watch + counts['no-data'] + counts.error
    expect(concerns.length).toBeLessThanOrEqual(asking)
    expect(concerns.length > 0).toBe(asking > 0)
    expect(sources).toContainEqual(source)
  }
  const termly = rules.find(({ id }) => id === 'termly-pep-missing')
  expect(termly?.concerns.map(({ child }) => child.name)).toContain('Chidi Taylor')
  expect(sources[0]?.force).toBe('law')
  for (const { year, source, url } of benchmarks) {
    expect(year <= '2025/26').toBe(true)
    expect(`${source} ${url}`).toMatch(/^Department for Education.*https:/)
  }
  await database.close()
})

it('whoever reads no exact figures gets the words, the same whatever is so of the children', async () => {
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  await migrate(database)
  await bringSampleIn(database)
  for (const as of ['governor', 'class-staff', 'administrator'] as const) {
    const { rules } = (await anApp(database, '2026-03-13', { as }).ask('GET', '/api/rules')).json as Rules
    expect(rules.length).toBeGreaterThan(30)
    for (const { counts, concerns } of rules)
      expect({ counts, concerns }).toEqual({ counts: null, concerns: [] })
  }
  await database.close()
})
