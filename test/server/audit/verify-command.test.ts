import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type DatabaseTarget, openDatabase } from '../../../db/connect.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { migrate } from '../../../db/migrate.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { anchorNow, anchorText } from '../../../server/audit/anchor.ts'
import { verifyCommand } from '../../../server/audit/verify-command.ts'
import { someEvents } from '../../support/audit.ts'
import { freshTarget, temporaryFolder } from '../../support/databases.ts'

const verify = (target: DatabaseTarget, ...words: string[]) => verifyCommand(words, target)
const events = someEvents(40, 'school', ['c1', 'c2'])

describe('verifying the record from the terminal', { timeout: 120_000 }, () => {
  it('says whether a file is whole, where it is not, and what it was not given', async () => {
    const dataDir = temporaryFolder()
    const file = join(dataDir, 'virtual-school.db')
    const settings = { kind: 'sqlite', file } as const
    await expect(verify(settings)).rejects.toThrow(`There is no database file ${file}.`)
    await expect(verify(settings, '--seal', 'x')).rejects.toThrow(
      'Say: npm run verify-audit, or: npm run verify-audit -- --anchor FILE',
    )

    const database = await openDatabase({ kind: 'sqlite', file })
    await migrate(database)
    const append = (from: number, to: number) =>
      inTransaction(database.db, (trx) => appendAuditEvents(trx, events.slice(from, to)))
    await append(0, 20)
    expect(await verify(settings)).toEqual({
      code: 0,
      said: 'Whole: 20 events, never sealed. Whoever has the database could have written it anew.',
    })

    await sql`pragma wal_checkpoint(truncate)`.execute(database.db)
    const older = join(dataDir, 'older.db')
    copyFileSync(file, older)
    await append(20, 40)
    const at = '2026-03-13T06:00:00.000Z'
    const { anchor } = await anchorNow(database.db, { dataDir, at })
    const mailed = join(dataDir, 'mail.txt')
    writeFileSync(mailed, `Keep this mail.\n\n${anchorText(anchor)}\nVirtual School dashboard\n`)
    for (const seal of [mailed, join(dataDir, 'anchors', 'audit-2026-03-13.json')])
      expect(await verify(settings, '--anchor', seal)).toEqual({
        code: 0,
        said: `Whole: 41 events, last sealed at ${at} (event 40). It is the record that was sealed in the file you gave.`,
      })
    await database.close()

    copyFileSync(older, file)
    expect((await verify(settings)).code).toBe(0)
    expect(await verify(settings, '--anchor', mailed)).toEqual({
      code: 1,
      said: `Not whole: The record ends at event 20, but at ${at} it had 40: its end was cut off, or an older copy put in its place.`,
    })
    writeFileSync(mailed, 'nothing here')
    await expect(verify(settings, '--anchor', mailed)).rejects.toThrow(`${mailed} holds no seal.`)
  })

  it('reads a PostgreSQL database too', async () => {
    const target = await freshTarget('postgres')
    const database = await openDatabase(target)
    await migrate(database)
    await inTransaction(database.db, (trx) => appendAuditEvents(trx, events))
    await database.close()
    expect(await verify(target)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Whole: 40 events/),
    })
  })
})
