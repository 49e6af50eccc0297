import { expect, it } from 'vitest'
import { anApp, bringSampleIn } from '../../support/an-app.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const pairs = process.env['TRUST_DEEP'] ? 1000 : 200

describeBothDatabases('two people who correct one record at the same moment', (open) => {
  it('never lose a word: one is kept, the other is shown it', { timeout: 300_000 }, async () => {
    const database = await open()
    await bringSampleIn(database, (name) => /school\.json|term-dates|children\.csv/.test(name))
    const { ask } = anApp(database)
    const { records } = (await ask('GET', '/api/records/child')).json
    /** What each child was last said to be called. */
    const kept = new Map<string, { version: number; forename: string }>()
    const statuses: Record<string, number> = {}
    for (let pair = 0; pair < pairs; pair++) {
      const child = records[pair % records.length]
      const path = `/api/records/child/${child.id}`
      const version = kept.get(child.id)?.version ?? 1
      const both = ['one', 'two'].map((who) => ({
        ...child.fields,
        forename: `${child.fields.forename} ${who} ${pair}`,
      }))
      const answers = await Promise.all(
        both.map((fields) => ask('PUT', path, { fields }, { 'if-match': `"${version}"` })),
      )
      for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1
      const winner = answers.find(({ status }) => status === 200)!
      const loser = answers.find(({ status }) => status === 412)!
      expect(winner.json.version).toBe(version + 1)
      expect(loser.json.current).toMatchObject({ version: version + 1, fields: winner.json.fields })
      kept.set(child.id, { version: version + 1, forename: winner.json.fields.forename })
    }
    expect(statuses).toEqual({ 200: pairs, 412: pairs })
    for (const [id, { version, forename }] of kept) {
      const { json } = await ask('GET', `/api/records/child/${id}`)
      expect([json.version, json.fields.forename, json.history.length]).toEqual([version, forename, version])
    }
  })
})
