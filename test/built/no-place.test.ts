import { execFile } from 'node:child_process'
import { cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'
import { runBuilt } from '../support/serving.ts'

const built = (name: string) => fileURLToPath(new URL(`../../dist/app/server/${name}.js`, import.meta.url))
const sample = fileURLToPath(new URL('../golden/sample', import.meta.url))

/** Every command that opens the database, and one that reads files alone. */
const commands: readonly [string, readonly string[]][] = [
  ['main', []],
  ['import', [sample]],
  ['backup', []],
]

const oneSentence = /^[A-Z/][^\n]*\.( [A-Z][^\n]*)?\n$/

describe('a data folder that cannot be used', () => {
  it.each(commands)('that is a file: %s says so in one sentence', async (name, words) => {
    const file = join(temporaryFolder(), 'data')
    writeFileSync(file, 'a file')
    const { code, err } = await runBuilt(name, words, file)
    expect([code, err]).toEqual([name === 'main' ? 2 : 1, expect.stringMatching(oneSentence)])
  })

  it.each(commands)('that holds a damaged database: %s says so and leaves it', async (name, words) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'virtual-school.db'), 'not a database', { mode: 0o600 })
    const { code, err } = await runBuilt(name, words, folder)
    expect([code, err]).toEqual([1, expect.stringMatching(/is damaged and was left as it is\. Restore/)])
    expect(err).toMatch(/^[^\n]+\n$/)
  })

  it.each(commands)(
    'that has no space: %s says so in one sentence',
    { timeout: 60_000 },
    async (name, words) => {
      if (process.platform !== 'linux') return
      const dataDir = temporaryFolder()
      if (name === 'backup') expect((await runBuilt('import', [sample], dataDir)).code).toBe(0)
      // The system refuses what lies beyond so many bytes of a file, as a full disk does.
      for (const space of name === 'backup' ? [0, 100_000] : [0, 8192, 60_000, 200_000]) {
        const folder = join(temporaryFolder(), 'data')
        if (name === 'backup') cpSync(dataDir, folder, { recursive: true })
        const { code, err } = await new Promise<{ code: unknown; err: string }>((resolve) =>
          execFile(
            'prlimit',
            [`--fsize=${space}:`, process.execPath, built(name), ...words],
            { env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0' }, timeout: 14_000 },
            (error, _, said) => resolve({ code: error?.code, err: said }),
          ),
        )
        expect([space, code, err]).toEqual([space, 1, expect.stringMatching(oneSentence)])
      }
    },
  )
})

it('compute takes one folder, and says what an empty one lacks', async () => {
  const folder = temporaryFolder()
  const { code, err } = await runBuilt('compute', [folder, folder], temporaryFolder())
  expect([code, err]).toEqual([2, 'Name one folder: npm run --silent compute -- FOLDER\n'])
  const empty = await runBuilt('compute', [folder], temporaryFolder())
  expect([empty.code, empty.err]).toEqual([
    1,
    'school.json is missing, or gives no day as at which to compute (as_at).\n',
  ])
})

it('import says that a folder holds nothing it could bring in, a name that leads nowhere included', async () => {
  const folder = temporaryFolder()
  symlinkSync(join(folder, 'nowhere'), join(folder, 'children.csv'))
  const { code, err } = await runBuilt('import', [folder], temporaryFolder())
  expect([code, err]).toEqual([1, `There is no file in ${folder} that could be brought in.\n`])
})
