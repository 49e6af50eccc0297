import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { type DatabaseTarget, openDatabase, type OpenDatabase } from '../../db/connect.ts'
import type { DatabaseKind } from '../../db/dialect.ts'
import { migrate } from '../../db/migrate.ts'

/** The address of the run's PostgreSQL server. A missing server fails the test, it never skips it. */
export async function postgresServer(): Promise<string> {
  const answer = await fetch(inject('postgresStarter'))
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

const cleaners: (() => Promise<void>)[] = []

/** Of the file, as it is imported: what was opened is closed before what it lies in is deleted. */
afterAll(async () => {
  for (const clean of cleaners.splice(0).toReversed()) await clean()
})

/** A folder that is deleted after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'virtual-school-test-'))
  cleaners.push(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A database of which nothing exists yet: a file in a new folder, or an empty PostgreSQL schema. */
export async function freshTarget(kind: DatabaseKind): Promise<DatabaseTarget> {
  if (kind === 'sqlite') return { kind, file: join(temporaryFolder(), 'school.db') }
  const server = await postgresServer()
  const schema = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const run = async (statement: string) => {
    const client = new pg.Client(server)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create schema ${schema}`)
  cleaners.push(() => run(`drop schema ${schema} cascade`))
  const url = new URL(server)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return { kind, url: url.href }
}

export type Open = (target?: DatabaseTarget) => Promise<OpenDatabase>

let emptyFile: Promise<string> | undefined

/** A file with its tables and nothing in them, made once for the tests of the file: a copy is there at once. */
const anEmptyFile = (): Promise<string> =>
  (emptyFile ??= (async () => {
    const file = join(temporaryFolder(), 'empty.db')
    const database = await openDatabase({ kind: 'sqlite', file })
    await migrate(database)
    await database.close()
    return file
  })())

async function newDatabase(kind: DatabaseKind): Promise<DatabaseTarget> {
  const target = await freshTarget(kind)
  if (target.kind === 'sqlite') copyFileSync(await anEmptyFile(), target.file)
  return target
}

const opener =
  (kind: DatabaseKind): Open =>
  async (target) => {
    const database = await openDatabase(target ?? (await newDatabase(kind)))
    cleaners.push(() => database.close())
    await migrate(database)
    return database
  }

/**
 * The same tests on both databases. `open()` gives a fresh database with its tables, `open(target)` that one;
 * all are closed and deleted after the tests of the file.
 */
export function describeBothDatabases(name: string, tests: (open: Open, kind: DatabaseKind) => void) {
  for (const kind of ['sqlite', 'postgres'] as const)
    describe(`${name}, on ${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`, () => tests(opener(kind), kind))
}
