import { spawn } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { attendanceYearsOfSchool } from '../../db/queries/attendance-year.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { contactsOfSchool } from '../../db/queries/contact.ts'
import { importRunsOfSchool } from '../../db/queries/import-run.ts'
import { everySchool } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { temporaryFolder } from '../support/databases.ts'

const sample = fileURLToPath(new URL('../golden/sample', import.meta.url))
const command = fileURLToPath(new URL('../../dist/app/server/import.js', import.meta.url))
const kills = process.env['TRUST_DEEP'] ? 200 : 12

/** Runs the built import, and kills it the hard way after so many milliseconds; answers how it ended. */
function importing(dataDir: string, killAfter?: number) {
  return new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [command, sample], {
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
      stdio: 'ignore',
    })
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

/** Everything that the import wrote, counted, after the database was opened and checked whole. */
async function held(dataDir: string) {
  const database = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'virtual-school.db') })
  try {
    const school = await everySchool(database.db)
      .executeTakeFirst()
      .catch(() => undefined)
    if (!school) return 'nothing'
    const scope = scopeOfSchool(school.id)
    const { db } = database
    return {
      children: (await childrenOfSchool(db, scope, school.id).execute()).length,
      contacts: (await contactsOfSchool(db, scope, school.id).execute()).length,
      registers: (await attendanceYearsOfSchool(db, scope, school.id, ['2025/26']).execute()).length,
      runs: (await importRunsOfSchool(db, scope, school.id).execute()).length,
      revision: school.revision > 0,
    }
  } finally {
    await database.close()
  }
}

it('an import that is killed at any moment leaves all of it or nothing', { timeout: 600_000 }, async () => {
  const whole = temporaryFolder()
  const began = performance.now()
  expect(await importing(whole)).toBe(0)
  const took = performance.now() - began
  const everything = await held(whole)
  expect(everything).toMatchObject({ children: 40, runs: 1 })

  const seen = { nothing: 0, everything: 0 }
  for (let kill = 0; kill < kills; kill++) {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(folder)
    await importing(folder, took * (0.3 + (0.7 * kill) / kills))
    const after = await held(folder)
    if (after === 'nothing') seen.nothing++
    else {
      expect(after).toEqual(everything)
      seen.everything++
    }
    const again = join(temporaryFolder(), 'again')
    cpSync(folder, again, { recursive: true })
    if (kill % 12 === 11) {
      expect(await importing(again)).toBe(0)
      expect(await held(again)).toEqual(everything)
    }
  }
  expect(seen.nothing + seen.everything).toBe(kills)
  expect(seen.nothing).toBeGreaterThan(0)
})
