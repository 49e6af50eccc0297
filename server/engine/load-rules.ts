import { loadFolder } from '../../db/load-folder.ts'
import type { Rule } from './rule.ts'

export interface LoadedRule extends Rule {
  /** The folder under `rules/`: the area of duty. */
  area: string
}

/** Every file under `rules/` is a rule whose id is its name. Throws when they differ. */
export async function loadRules(): Promise<readonly LoadedRule[]> {
  const files = await loadFolder<Rule>(new URL('../rules/', import.meta.url))
  return files.map(({ name, folder, value }) => {
    if (value.id !== name) throw new Error(`The rule in ${name} calls itself ${value.id}`)
    return { ...value, area: folder }
  })
}
