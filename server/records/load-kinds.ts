import { loadFolder } from '../../db/load-folder.ts'
import type { RecordKind } from './kind.ts'

/** Every file of `kinds/` declares one kind of record, called as its file. Throws when they differ. */
export async function loadKinds(): Promise<ReadonlyMap<string, RecordKind>> {
  const files = await loadFolder<RecordKind>(new URL('./kinds/', import.meta.url))
  for (const { name, value } of files)
    if (value.kind !== name) throw new Error(`The record kind in ${name} calls itself ${value.kind}`)
  return new Map(files.map(({ name, value }) => [name, value]))
}
