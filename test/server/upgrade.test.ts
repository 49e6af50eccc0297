import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { loadMigrations } from '../../db/migrate.ts'
import { upgrade } from '../../server/upgrade.ts'
import { aClock } from '../support/a-clock.ts'
import { temporaryFolder } from '../support/databases.ts'

it('a database that holds data is backed up before its tables change, a new or up-to-date one is not', async () => {
  const dataDir = temporaryFolder()
  const backups = join(dataDir, 'backups')
  const clock = aClock('2026-03-13')
  const database = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'school.db') })
  try {
    await upgrade(database, { dataDir }, clock)
    await upgrade(database, { dataDir }, clock)
    expect(existsSync(backups)).toBe(false)

    const later = { name: '9999-later', up: () => Promise.resolve() }
    await upgrade(database, { dataDir }, clock, [...(await loadMigrations()), later])
    expect(readdirSync(backups).toSorted()).toEqual(['2026-03-13T09-30-00.db', '2026-03-13T09-30-00.db.json'])
  } finally {
    await database.close()
  }
})
