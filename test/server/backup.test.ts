import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { everySchool } from '../../db/queries/school.ts'
import { temporaryFolder } from '../support/databases.ts'
import { aSchool } from '../support/rows.ts'

const top = fileURLToPath(new URL('../..', import.meta.url))

/** A command of the terminal with its own data folder: what it answered and how it ended. */
const run = (dataDir: string, command: string, ...words: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) =>
    execFile(
      process.execPath,
      ['--import', 'tsx', join(top, 'server', `${command}.ts`), ...words],
      { cwd: top, env: { PATH: process.env['PATH'], DATA_DIR: dataDir } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, said: `${out}${err}` }),
    ),
  )

describe('the backup and restore commands', () => {
  it('keep a school safe, and say in a sentence what cannot be done', async () => {
    const dataDir = temporaryFolder()
    const none = await run(dataDir, 'backup')
    expect(none).toEqual({
      code: 1,
      said: `There is no database file ${join(dataDir, 'virtual-school.db')}.\n`,
    })

    const database = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'virtual-school.db') })
    await migrate(database)
    await aSchool(database.db, { name: 'Invented School' })
    const made = await run(dataDir, 'backup')
    expect(made).toEqual({
      code: 0,
      said: expect.stringMatching(/^Backup written and verified: .*Invented School/),
    })
    const [file] = readdirSync(join(dataDir, 'backups')).filter((name) => name.endsWith('.db'))
    const backup = join(dataDir, 'backups', file!)

    const inUse = await run(dataDir, 'restore', backup)
    expect(inUse).toEqual({ code: 1, said: expect.stringMatching(/is in use\. Stop the program first\.\n$/) })
    await database.close()
    const elsewhere = temporaryFolder()
    const restored = await run(elsewhere, 'restore', backup)
    expect(restored).toEqual({
      code: 0,
      said: expect.stringMatching(/^Restored: Invented School, as it stood at /),
    })
    const again = await openDatabase({ kind: 'sqlite', file: join(elsewhere, 'virtual-school.db') })
    expect(await everySchool(again.db).execute()).toHaveLength(1)
    await again.close()
    const nameless = await run(elsewhere, 'restore')
    expect(nameless).toEqual({ code: 1, said: 'Say which backup: npm run restore -- FILE\n' })
  }, 120_000)
})
