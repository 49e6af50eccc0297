import pg from 'pg'
import { afterAll } from 'vitest'
import type { DatabaseTarget } from '../../db/connect.ts'
import { freshTarget, postgresServer } from './databases.ts'

const password = 'fictional'
const made: string[] = []

async function asSuperuser(...statements: readonly string[]) {
  const client = new pg.Client(await postgresServer())
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

export type Postgres = DatabaseTarget & { kind: 'postgres' }

/** A schema of its own, an owner of its tables, and the program's role, which owns nothing. */
export async function aTenant(): Promise<Postgres> {
  const target = await freshTarget('postgres')
  if (target.kind !== 'postgres') throw new Error('not PostgreSQL')
  const name = crypto.randomUUID().slice(0, 8)
  const schema = /search_path=(\w+)/.exec(decodeURIComponent(target.url))![1]!
  const [owner, program] = [`owner_${name}`, `program_${name}`]
  await asSuperuser(
    `create role ${owner} login password '${password}'`,
    `create role ${program} login password '${password}'`,
    `grant usage, create on schema ${schema} to ${owner} with grant option`,
  )
  made.unshift(owner)
  made.push(program)
  const as = (role: string) => {
    const url = new URL(target.url)
    url.username = role
    url.password = password
    return url.href
  }
  return { kind: 'postgres', url: as(program), adminUrl: as(owner) }
}

afterAll(async () => {
  // The owners first: with them goes what they granted.
  for (const role of made) await asSuperuser(`drop owned by ${role} cascade`)
  for (const role of made) await asSuperuser(`drop role ${role}`)
})
