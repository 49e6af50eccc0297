import type { Kysely } from 'kysely'
import { peopleOfChildren, peopleOfNoChild } from '../../../db/queries/person.ts'
import type { Database } from '../../../db/schema.ts'
import type { Scope } from '../../../db/scope.ts'
import type { PersonTable } from '../../../db/tables/person.ts'
import type { Picture } from '../../alerts/picture.ts'
import type { LetterFacts } from '../../pathway/letter-facts.ts'
import { serving } from '../../pathway/people-around.ts'

const namesOf = (people: readonly PersonTable[], ...roles: readonly PersonTable['role'][]): string[] =>
  people
    .filter(({ role, doNotContact }) => roles.includes(role) && doNotContact === 0)
    .map(({ name }) => name)

/** Who may be written to about a child on the picture's day, by name, and the clerk of the school's board. */
export async function writtenTo(
  db: Kysely<Database>,
  { scope }: { scope: Scope },
  { school, on }: Picture,
  childId: string,
): Promise<Pick<LetterFacts, 'clerk' | 'parents' | 'socialWorkers'>> {
  const people = (await peopleOfChildren(db, scope, [childId]).execute()).filter(serving(on))
  const ofSchool = (await peopleOfNoChild(db, scope, school.id).execute()).filter(serving(on))
  return {
    clerk: ofSchool.find(({ role, doNotContact }) => role === 'clerk' && doNotContact === 0) ?? null,
    parents: namesOf(people, 'parent', 'carer'),
    socialWorkers: namesOf(people, 'social-worker'),
  }
}
