import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface LoadedFile<T> {
  /** The file's name without its ending. */
  name: string
  /** The folder below the one that was read, `''` for that folder itself. */
  folder: string
  value: T
}

/**
 * The default export of every module in a folder and below, in the order of their paths.
 * Rules, record kinds and migrations are found this way, from the TypeScript and from what is built of it.
 * Throws when a file has no default export or two files share a name.
 */
export async function loadFolder<T>(folder: URL): Promise<LoadedFile<T>[]> {
  const root = fileURLToPath(folder)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => file.split(sep).join('/'))
    .toSorted()
  const seen = new Map<string, string>()
  const loaded: LoadedFile<T>[] = []
  for (const file of files) {
    const name = file.replace(/^.*\//, '').replace(/\.(ts|js)$/, '')
    const other = seen.get(name)
    if (other) throw new Error(`Two files are called ${name}: ${other} and ${file}`)
    seen.set(name, file)
    const module: { default?: T } = await import(/* @vite-ignore */ pathToFileURL(join(root, file)).href)
    if (module.default === undefined)
      throw new Error(`${relative(dirname(root), file)} has no default export`)
    loaded.push({
      name,
      folder: file.includes('/') ? file.replace(/\/[^/]*$/, '') : '',
      value: module.default,
    })
  }
  return loaded
}
