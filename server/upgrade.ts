import { join } from 'node:path'
import { backupDatabase, backupName } from '../db/backup.ts'
import type { OpenDatabase } from '../db/connect.ts'
import { migrate, type NamedMigration } from '../db/migrate.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'

/** Brings the tables up to date; a database that holds data is backed up, and the backup verified, before. */
export async function upgrade(
  database: OpenDatabase,
  { dataDir }: Pick<Config, 'dataDir'>,
  clock: Clock,
  migrations?: readonly NamedMigration[],
) {
  await migrate(database, {
    ...(migrations ? { migrations } : {}),
    async beforeUpgrade() {
      const madeAt = clock.now()
      await backupDatabase(database, join(dataDir, 'backups', backupName(database.kind, madeAt)), madeAt)
    },
  })
}
