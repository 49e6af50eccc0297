import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import type { Role } from '../../server/access/permissions.ts'
import { systemClock } from '../../server/clock.ts'
import { aCookie, anAccount } from './accounts.ts'
import { temporaryFolder } from './databases.ts'

const built = (name: string) => fileURLToPath(new URL(`../../dist/app/server/${name}.js`, import.meta.url))
const sample = fileURLToPath(new URL('../golden/sample', import.meta.url))

export interface Served {
  url: string
  dataDir: string
  pid: number
  /** Everything it has printed until now, its log too. */
  printed(): string
  stop(): Promise<void>
  /** Ends it at once, as a power cut would: nothing is let end or closed. */
  kill(): Promise<void>
}

const stops: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const settings = (dataDir: string, more: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env['PATH'],
  DATA_DIR: dataDir,
  PORT: '0',
  ...more,
})

/** Runs a built command to its end; answers its exit code and what it printed. */
export async function runBuilt(name: string, words: readonly string[], dataDir: string) {
  const child = spawn(process.execPath, [built(name), ...words], { env: settings(dataDir) })
  let out = ''
  let err = ''
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (err += data.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, out, err }
}

/** Starts a built server and waits until it has printed its address; it is stopped after the file's tests. */
export async function serveBuilt(
  name: 'main' | 'demo',
  dataDir = temporaryFolder(),
  more: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const child = spawn(process.execPath, [built(name)], { env: settings(dataDir, more) })
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer) => {
      printed += data.toString()
      const found = /http:\/\/localhost:\d+/.exec(printed)?.[0]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  const stop = () => end('SIGTERM')
  stops.push(stop)
  return { url, dataDir, pid: child.pid ?? 0, printed: () => printed, stop, kill: () => end('SIGKILL') }
}

/** Cookies of those who are signed in at a server of this file, by its address: pages are opened as them. */
export const cookiesAt = new Map<string, string>()

/** Signs somebody of the demonstration in by its one click. */
export async function cookieAtDemonstration(url: string, role: Role): Promise<string> {
  const me = (await (await fetch(`${url}/api/me`)).json()) as {
    demonstration: { accountId: string; role: Role }[]
  }
  const accountId = me.demonstration.find((person) => person.role === role)?.accountId
  const answer = await fetch(`${url}/api/demonstration/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountId }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || cookie === undefined) throw new Error(`Nobody was signed in: ${await answer.text()}`)
  return cookie
}

/** Signs somebody in a role in at a real start, both factors shown; the value of the `Cookie` header. */
export async function cookieAt({ dataDir }: Pick<Served, 'dataDir'>, role: Role): Promise<string> {
  const database = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'virtual-school.db') })
  try {
    const { accountId } = await anAccount(database.db, [role])
    return await aCookie(database.db, accountId, systemClock.now())
  } finally {
    await database.close()
  }
}

/** A real start on the sample school, brought in by the command; its pages open as to the one in this role. */
export async function serveSample(role: Role = 'designated-teacher'): Promise<Served> {
  const dataDir = temporaryFolder()
  const { code, err } = await runBuilt('import', [sample], dataDir)
  if (code !== 0) throw new Error(`The sample was not brought in: ${err}`)
  const served = await serveBuilt('main', dataDir)
  cookiesAt.set(served.url, await cookieAt(served, role))
  return served
}

/** A real start on a school of which nothing is known but what the file of the sample says. */
export async function serveEmpty(role: Role = 'designated-teacher'): Promise<Served> {
  const dataDir = temporaryFolder()
  const folder = temporaryFolder()
  copyFileSync(join(sample, 'school.json'), join(folder, 'school.json'))
  const { code, err } = await runBuilt('import', [folder], dataDir)
  if (code !== 0) throw new Error(`The school was not set up: ${err}`)
  const served = await serveBuilt('main', dataDir)
  cookiesAt.set(served.url, await cookieAt(served, role))
  return served
}

/** The demonstration, whose pages open as to the one in this role. */
export async function serveDemonstration(role: Role = 'designated-teacher'): Promise<Served> {
  const served = await serveBuilt('demo')
  cookiesAt.set(served.url, await cookieAtDemonstration(served.url, role))
  return served
}
