import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Config } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { startServer } from '../../server/serve.ts'
import { aClock } from '../support/a-clock.ts'
import { aCookie, anAccount } from '../support/accounts.ts'
import { bringSampleIn } from '../support/an-app.ts'
import { freshTarget, postgresServer, temporaryFolder } from '../support/databases.ts'

const parts = { clock: aClock('2026-03-13'), log: createLog('silent') }

async function asSuperuser(...statements: readonly string[]) {
  const client = new pg.Client(await postgresServer())
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

describe('a server on PostgreSQL', () => {
  const name = crypto.randomUUID().slice(0, 8)
  const [owner, program] = [`owner_${name}`, `program_${name}`]
  let superuser = ''

  beforeAll(async () => {
    const target = await freshTarget('postgres')
    if (target.kind !== 'postgres') throw new Error('not PostgreSQL')
    superuser = target.url
    const schema = /search_path=(\w+)/.exec(decodeURIComponent(superuser))![1]!
    await asSuperuser(
      `create role ${owner} login password 'fictional'`,
      `create role ${program} login password 'fictional'`,
      `grant usage, create on schema ${schema} to ${owner} with grant option`,
    )
  })
  afterAll(() =>
    asSuperuser(
      ...[owner, program].flatMap((role) => [`drop owned by ${role} cascade`, `drop role ${role}`]),
    ),
  )

  const urlOf = (role: string) => {
    const url = new URL(superuser)
    url.username = role
    url.password = 'fictional'
    return url.href
  }
  const settings = (database: Config['database']): Config => ({
    host: '127.0.0.1',
    port: 0,
    dataDir: temporaryFolder(),
    database,
  })

  it('makes its tables as their owner and answers in a role of its own', async () => {
    const database = { kind: 'postgres', url: urlOf(program), adminUrl: urlOf(owner) } as const
    const serving = await startServer(settings(database), {
      ...parts,
      prepare: (opened) => bringSampleIn(opened, (file) => !file.includes('marks')),
    })
    const { accountId } = await anAccount(serving.database.db, ['designated-teacher'])
    const cookie = await aCookie(serving.database.db, accountId, parts.clock.now())
    const answer = await fetch(`${serving.url}/api/today`, { headers: { cookie } })
    const { counts } = (await answer.json()) as { counts: { breach: number } }
    await serving.stop()
    expect(counts.breach).toBeGreaterThan(10)
  })

  it('does not start as a superuser, whom no lock holds', async () => {
    await expect(startServer(settings({ kind: 'postgres', url: superuser }), parts)).rejects.toThrow(
      /neither SUPERUSER nor BYPASSRLS/,
    )
  })
})
