import type { Database } from '../../db/schema.ts'
import type { ColumnMapping } from './file-kind.ts'
import { sourceNames } from './sources/index.ts'

/** What a school said about its own column names, as the readers use it. */
export const rememberedMappings = (rows: readonly Database['columnMapping'][]): ColumnMapping[] =>
  rows.flatMap(({ source, header, mapping }) => {
    const known = sourceNames.find((name) => name === source)
    return known ? [{ source: known, header, mapping: JSON.parse(mapping) as Record<string, string> }] : []
  })
