import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { InputFile } from './open-file.ts'

/** The files of a folder, not of those inside it, in the order of their names. Throws when it is no folder. */
export function filesOfFolder(folder: string): InputFile[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}
