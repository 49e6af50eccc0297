import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { createRecord } from '../../../db/queries/record.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aProgram, start } from '../../support/processes.ts'
import { aChild, aSchool, change } from '../../support/rows.ts'

const kills = process.env['TRUST_DEEP'] === '1' ? 200 : 6

describeBothDatabases('a process that is killed as it decides', (open) => {
  it('leaves each either open without a suspension, or decided with one that its contacts are of', async () => {
    const database = await open()
    const { db } = database
    const { schoolId, scope } = await aSchool(db)
    const child = aChild(schoolId)
    await inTransaction(db, (trx) => createRecord(trx, scope, 'child', child, change))
    const program = await aProgram('decide')
    const said = new Set<string>()
    for (let kill = 0; kill < kills; kill++) {
      const decided = await db.selectFrom('suspension').select('id').execute()
      const words = [JSON.stringify(database.target), schoolId, child.id, String(decided.length)]
      const decider = start(program, ...words)
      await new Promise((resolve) => decider.process.stdout!.once('data', resolve))
      // At another moment of a turn each time.
      await new Promise((resolve) => setTimeout(resolve, 3 * kill))
      decider.process.kill('SIGKILL')
      const { output, signal } = await decider.ended
      expect([signal, output]).toEqual(['SIGKILL', expect.not.stringContaining('Error')])
      for (const id of output.split('\n').filter(Boolean)) said.add(id)

      const considered = await db.selectFrom('consideration').selectAll().execute()
      const suspensions = await db.selectFrom('suspension').selectAll().execute()
      const contacts = await db.selectFrom('contact').selectAll().execute()
      const history = await db.selectFrom('recordHistory').select(['recordId', 'version']).execute()
      expect(considered.filter(({ state }) => state === 'open').length).toBeLessThan(2)
      for (const { id, state, version } of considered) {
        const made = suspensions.filter(({ considerationId }) => considerationId === id)
        const linked = contacts.filter(({ considerationId }) => considerationId === id)
        const suspensionIds = new Set(linked.map(({ suspensionId }) => suspensionId))
        if (state === 'open')
          expect([made.length, [...suspensionIds]]).toEqual([0, linked.length ? [null] : []])
        else expect([state, made.length, [...suspensionIds]]).toEqual(['suspended', 1, [made[0]?.id]])
        expect(history.filter(({ recordId }) => recordId === id)).toHaveLength(version)
      }
      const kept = new Set(considered.filter(({ state }) => state === 'suspended').map(({ id }) => id))
      expect([...said].filter((id) => !kept.has(id))).toEqual([])
    }
    expect(said.size).toBeGreaterThanOrEqual(kills)
  }, 600_000)
})
