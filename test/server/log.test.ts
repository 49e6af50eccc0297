import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'

const top = fileURLToPath(new URL('../..', import.meta.url))

it.runIf(process.platform === 'linux')('a log that cannot be written stops nothing', async () => {
  const program = join(temporaryFolder(), 'program.mts')
  writeFileSync(
    program,
    `import { createLog } from ${JSON.stringify(join(top, 'server/log.ts'))}
     import { setImmediate } from 'node:timers/promises'
     const log = createLog()
     process.stdout.write('the address')
     for (let line = 0; line < 5; line++) {
       log.error({ line })
       await setImmediate()
     }
     process.stderr.write('still here')`,
  )
  const said = await new Promise((resolve) =>
    execFile(
      '/bin/sh',
      ['-c', 'exec "$0" --import tsx "$1" > /dev/full', process.execPath, program],
      { cwd: top },
      (error, _, err) => resolve({ code: error?.code ?? 0, err }),
    ),
  )
  expect(said).toEqual({ code: 0, err: 'still here' })
})
