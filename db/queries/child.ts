import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

const children = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('child')
    .selectAll()
    .where(within(scope, 'child'))
    .where('removedAt', 'is', null)
    .orderBy('surname')
    .orderBy('forename')
    .orderBy('id')

/** All children ever on roll, by name. */
export const childrenOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  children(db, scope).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const childrenByIds = (db: Kysely<Database>, scope: Scope, ids: readonly string[]) =>
  children(db, scope).where('id', 'in', ids)

export const childById = (db: Kysely<Database>, scope: Scope, id: string) =>
  children(db, scope).where('id', '=', id)

/** Ids and names alone, to search and to list. */
export const childNamesOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('child')
    .select(['id', 'surname', 'forename', 'preferredName', 'yearGroup', 'dateOfBirth', 'leftOn'])
    .where(within(scope, 'child'))
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .orderBy('surname')
    .orderBy('forename')
    .orderBy('id')

/** Letters that are no accented form of another in Unicode, as people look for them. */
const lookAlike: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘`.]/gu, '')
    .replace(/[øłđðæœßþıħ]/g, (letter) => lookAlike[letter] ?? letter)

/** Whether every word of a search begins some part of a child's names, whatever the case and the accents. */
export function hasName(
  child: { surname: string; forename: string; preferredName: string | null },
  search: string,
): boolean {
  const parts = folded(`${child.forename} ${child.preferredName ?? ''} ${child.surname}`).split(/[\s-]+/)
  const words = folded(search)
    .split(/[\s-]+/)
    .filter(Boolean)
  return words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)))
}
