import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'
import { runBuilt } from '../support/serving.ts'

const sample = fileURLToPath(new URL('../golden/sample', import.meta.url))
const textOf = (name: string) => readFileSync(join(sample, name), 'utf8')

/** A folder with some files of the sample, and some of one’s own. */
function aFolder(names: readonly string[], own: Readonly<Record<string, string>> = {}): string {
  const folder = join(temporaryFolder(), 'files')
  mkdirSync(folder)
  for (const name of names) cpSync(join(sample, name), join(folder, name))
  for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text)
  return folder
}

it('the import command ends with 0 when files are in or here already, 1 when refused, 2 when called wrongly', async () => {
  const data = temporaryFolder()
  const run = (...words: string[]) => runBuilt('import', words, data)
  const few = aFolder(['children.csv', 'school.json', 'README.md'])

  const noSchool = await run(aFolder(['children.csv']))
  expect(noSchool.code).toBe(1)
  expect(noSchool.err).toMatch(/^No school is set up yet\. Put its school\.json/)

  const done = await run(few)
  expect([done.code, done.err]).toEqual([0, ''])
  expect(done.out).toContain('children: 40 new, 0 changed, 0 the same')
  expect(done.out).toContain('README.md: left out')

  const nothing = await run(few)
  expect([nothing.code, nothing.err]).toEqual([0, ''])
  expect(nothing.out).toContain('Nothing to change: all of this is here already.')

  const [header, first] = textOf('children.csv').split('\n')
  const left = aFolder([], { 'children.csv': `${header}\n${first}2026-03-12\n` })
  expect((await run(left)).code).toBe(0)
  const older = await run(few)
  expect(older.code).toBe(1)
  expect(older.err).toMatch(/^Nothing was brought in\.\n.*Say --older/s)
  expect((await run(few, '--older')).code).toBe(0)

  const bad = await run(aFolder([], { 'children.csv': `${header}\n${first}2026-02-31\n` }))
  expect(bad.code).toBe(1)
  expect(bad.err).toMatch(/children\.csv: line 2: left_on: .+\./)
  expect(bad.err).not.toContain('Nguyen')

  for (const words of [
    [],
    [few, few],
    [join(few, 'nowhere')],
    [join(few, 'children.csv')],
    [few, '--force'],
  ]) {
    const wrong = await run(...words)
    expect([words, wrong.code, wrong.out]).toEqual([words, 2, ''])
    expect(wrong.err).toContain('Use: npm run import -- FOLDER')
    expect(wrong.err).not.toContain('    at ')
  }
})

it('a setting that cannot be used is refused in one sentence', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const { code, err } = await runBuilt('import', [aFolder(['school.json'])], file)
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toHaveLength(1)
})
