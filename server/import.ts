import { parseArgs } from 'node:util'
import { openDatabase } from '../db/connect.ts'
import { columnMappingsOfSchool } from '../db/queries/column-mapping.ts'
import { everySchool } from '../db/queries/school.ts'
import { scopeOfSchool } from './access/scope.ts'
import { evaluateSchool } from './alerts/evaluate.ts'
import { systemClock } from './clock.ts'
import { sentenceOf } from './command.ts'
import { loadConfig } from './config.ts'
import { loadRules } from './engine/load-rules.ts'
import { filesOfFolder } from './import/input-files.ts'
import { rememberedMappings } from './import/mappings.ts'
import { readFiles } from './import/read-files.ts'
import { runImport } from './import/run-import.ts'
import { countsInWords, obstaclesInWords } from './import/told-in-words.ts'
import { upgrade } from './upgrade.ts'

const usage = 'Use: npm run import -- FOLDER [--older] [--other-school]'

/** Brings the files of a folder in. Ends with 0 when they are in, 1 when they are refused, 2 when called wrongly. */
async function importFolder(folder: string, meant: ('older' | 'other-school')[]): Promise<number> {
  const files = filesIn(folder)
  const config = loadConfig()
  const database = await openDatabase(config.database)
  try {
    await upgrade(database, config, systemClock)
    const school = await everySchool(database.db).executeTakeFirst()
    const mappings = school
      ? rememberedMappings(
          await columnMappingsOfSchool(database.db, scopeOfSchool(school.id), school.id).execute(),
        )
      : []
    const read = await readFiles(files, { mappings })
    for (const { name, title, status } of read.files)
      process.stdout.write(`${name}: ${status === 'ignored' ? `left out (${title})` : title}\n`)
    if (read.files.every(({ status }) => status === 'ignored')) {
      process.stderr.write(`There is no file in ${folder} that could be brought in.\n`)
      return 1
    }
    const deps = { db: database.db, clock: systemClock, scopeOf: scopeOfSchool, changedBy: 'import command' }
    const outcome = await runImport(deps, read, { decisions: { conflicts: {}, meant } })
    if (outcome.result === 'no-school' || outcome.result === 'stale') {
      process.stderr.write(
        'No school is set up yet. Put its school.json beside the files, or open the first page.\n',
      )
      return 1
    }
    if (outcome.result === 'refused') {
      process.stderr.write(`Nothing was brought in.\n${obstaclesInWords(outcome.plan).join('\n')}\n`)
      return 1
    }
    process.stdout.write(`${[...countsInWords(outcome.plan), ...outcome.plan.notes].join('\n')}\n`)
    if (outcome.result === 'nothing')
      process.stdout.write(
        outcome.plan.notes.length > 0
          ? 'Nothing to change.\n'
          : 'Nothing to change: all of this is here already.\n',
      )
    const scope = scopeOfSchool(outcome.held.school.id)
    const moment = { on: systemClock.today(), at: systemClock.now() }
    await evaluateSchool({ db: database.db, rules: await loadRules() }, scope, outcome.held.school.id, moment)
    return 0
  } finally {
    await database.close()
  }
}

/** The words of the call were wrong: no folder, a folder that is none, an option that does not exist. */
class CalledWrongly extends Error {
  override name = 'CalledWrongly'
}

function calledWith() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { older: { type: 'boolean' }, 'other-school': { type: 'boolean' } },
    })
  } catch (error) {
    throw new CalledWrongly(error instanceof Error ? error.message : usage)
  }
}

function filesIn(folder: string) {
  try {
    return filesOfFolder(folder)
  } catch {
    throw new CalledWrongly(`${folder} is not a folder that can be read.`)
  }
}

async function run(): Promise<number> {
  const { values, positionals } = calledWith()
  const [folder] = positionals
  if (!folder || positionals.length > 1) throw new CalledWrongly('Name one folder.')
  return importFolder(folder, [
    ...(values.older ? (['older'] as const) : []),
    ...(values['other-school'] ? (['other-school'] as const) : []),
  ])
}

try {
  process.exitCode = await run()
} catch (error) {
  const called = error instanceof CalledWrongly
  const sentence = called ? error.message : sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n${called ? `${usage}\n` : ''}`)
  process.exitCode = called ? 2 : 1
}
