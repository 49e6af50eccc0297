import type { FieldProblem } from '../../records/kind.ts'
import { isPlainText } from '../../records/plain-text.ts'

/** The name a form has for a place in a body: `fields.name` is `name`. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  (path[0] === 'fields' ? path.slice(1) : path).map(String).join('.')

/**
 * A JSON value with all its texts composed (Unicode NFC), so that one name has one spelling, and every text
 * that holds what no keyboard writes.
 */
export function plainValue(value: unknown, path: readonly PropertyKey[] = []): [unknown, FieldProblem[]] {
  if (typeof value === 'string') {
    if (isPlainText(value)) return [value.normalize('NFC'), []]
    return [value, [{ field: fieldName(path), message: 'This holds characters that cannot be shown.' }]]
  }
  if (value === null || typeof value !== 'object') return [value, []]
  const problems: FieldProblem[] = []
  const plain = (item: unknown, key: PropertyKey) => {
    if (key === '__proto__')
      problems.push({ field: fieldName([...path, key]), message: 'There is no such field.' })
    const [fit, found] = plainValue(item, [...path, key])
    problems.push(...found)
    return fit
  }
  if (Array.isArray(value)) return [value.map(plain), problems]
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item, key)] as const)
  return [Object.fromEntries(entries), problems]
}
