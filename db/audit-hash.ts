import { hash } from 'node:crypto'

/** What the first event of a chain follows. */
export const genesis = '0'.repeat(64)

const hashed = [
  'seq',
  'at',
  'changedBy',
  'accountId',
  'role',
  'signInId',
  'address',
  'action',
  'schoolId',
  'childSet',
  'dataClasses',
  'kind',
  'recordId',
  'route',
  'reason',
  'detail',
] as const

const sha256 = (text: string) => hash('sha256', text, 'hex')

/**
 * The hash of an event: SHA-256 over the hash before it and its values in a fixed order, as JSON. Its meaning
 * never changes, since every chain ever written is verified with it.
 */
export const auditHash = (
  before: string,
  event: Readonly<Record<(typeof hashed)[number], string | number | null>>,
): string => sha256(JSON.stringify([before, ...hashed.map((name) => event[name])]))

/** The id of a set of children: SHA-256 over their sorted ids. Its meaning never changes. */
export const childSetId = (childIds: readonly string[]): string =>
  sha256([...new Set(childIds)].toSorted().join('\n'))
