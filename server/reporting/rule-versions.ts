import { createHash } from 'node:crypto'
import type { LoadedRule } from '../engine/load-rules.ts'

/**
 * Which rules a report was worked out by, in 16 characters: another text when a rule came, went, or is in force from
 * or to another day.
 */
export function versionOfRules(rules: readonly Pick<LoadedRule, 'id' | 'duty'>[]): string {
  const lines = rules.map(({ id, duty: { from, to } }) => `${id} ${from} ${to ?? ''}`).toSorted()
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
}
