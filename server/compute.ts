import { systemClock } from './clock.ts'
import { computeFolder, type Computed } from './compute-folder.ts'

const MOST_LINES = 50

/** Ends with 0 and the picture as JSON, 1 and sentences when the folder is refused, 2 when it cannot be read. */
async function answer([folder, ...more]: readonly string[]): Promise<Computed | null> {
  if (folder === undefined || more.length > 0) {
    process.stderr.write('Name one folder: npm run --silent compute -- FOLDER\n')
    return null
  }
  try {
    return await computeFolder(folder, systemClock)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
    process.stderr.write(`The folder ${folder} cannot be read.\n`)
    return null
  }
}

const computed = await answer(process.argv.slice(2))
if (computed === null) process.exitCode = 2
else if ('picture' in computed) process.stdout.write(`${JSON.stringify(computed.picture, null, 1)}\n`)
else {
  const { refusals } = computed
  for (const refusal of refusals.slice(0, MOST_LINES)) process.stderr.write(`${refusal}\n`)
  if (refusals.length > MOST_LINES)
    process.stderr.write(`… and ${refusals.length - MOST_LINES} more like these.\n`)
  process.exitCode = 1
}
