import { sessionOfHeader } from './session-header.ts'

/**
 * A column's name as it is compared: small letters and digits, everything else one underscore. `Date of Birth`
 * is `date_of_birth`; `__proto__` is `proto`, a column like any other.
 */
export function normalHeader(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_/, '')
    .replace(/_$/, '')
}

/** Names that stand twice in a header, as compared; columns without a name are left out. */
export function repeatedNames(header: readonly string[]): string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const name of header.map((each) => sessionOfHeader(each)?.key ?? normalHeader(each))) {
    if (name !== '' && seen.has(name)) repeated.add(name)
    seen.add(name)
  }
  return [...repeated]
}

/**
 * The columns of a file in their order, as compared, joined by `|`; all sessions of a wide register count as
 * one. What a remembered mapping is found by: the same for the next export, whatever days it covers.
 */
export function shapeOf(header: readonly string[]): string {
  const names = header.map((name) => (sessionOfHeader(name) === null ? normalHeader(name) : 'session'))
  return names.filter((name, at) => name !== 'session' || names[at - 1] !== 'session').join('|')
}
