import { type ChildProcess, spawn } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { temporaryFolder } from './databases.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Makes one plain file of `processes/<name>.ts`, so that a process of it starts in a tenth of a second. */
export async function aProgram(name: string): Promise<string> {
  const outDir = temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg-native'] },
    build: { ssr: at(`processes/${name}.ts`), outDir, target: 'node20', minify: false },
  })
  symlinkSync(at('../../node_modules'), join(outDir, 'node_modules'))
  return join(outDir, `${name}.js`)
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  output: string
}

/** A process of such a program, and its end. */
export function start(
  program: string,
  ...words: readonly string[]
): { process: ChildProcess; ended: Promise<Ended> } {
  const process = spawn(globalThis.process.execPath, [program, ...words], { stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  process.stdout.on('data', (data: Buffer) => (output += data.toString()))
  process.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const ended = new Promise<Ended>((resolve) =>
    process.on('close', (code, signal) => resolve({ code, signal, output })),
  )
  return { process, ended }
}
