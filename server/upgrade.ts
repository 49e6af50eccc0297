import { join } from 'node:path'
import { backupDatabase, backupName } from '../db/backup.ts'
import type { OpenDatabase } from '../db/connect.ts'
import { migrate, type NamedMigration } from '../db/migrate.ts'
import { asOwner } from '../db/owner.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'

/**
 * Brings the tables up to date, as their owner where `DATABASE_ADMIN_URL` names one; a database that holds data is
 * backed up, and the backup verified, before.
 */
export async function upgrade(
  database: OpenDatabase,
  { dataDir }: Pick<Config, 'dataDir'>,
  clock: Clock,
  migrations?: readonly NamedMigration[],
) {
  await asOwner(database, async (owner) => {
    await migrate(owner, {
      ...(migrations ? { migrations } : {}),
      async beforeUpgrade() {
        const madeAt = clock.now()
        await backupDatabase(owner, join(dataDir, 'backups', backupName(owner.kind, madeAt)), madeAt)
      },
    })
  })
}
