import { createHash } from 'node:crypto'

/** The id that a create with this key always gets, so that a second click finds the first one's record. */
export function idOfKey(kind: string, schoolId: string, key: string): string {
  const hex = createHash('sha256').update(`${schoolId}\n${kind}\n${key}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
