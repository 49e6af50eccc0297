import type { Transaction } from 'kysely'
import { attempt } from '../../db/in-transaction.ts'
import { addAuthorities } from '../../db/queries/authority.ts'
import { everySchool, insertSchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import { authoritiesOfEngland, authorityFinder } from '../records/authorities-england.ts'
import type { ReadResult } from './read-files.ts'

type School = Database['school']

const phases = ['nursery', 'primary', 'secondary', 'all-through', 'special', 'pru', 'other'] as const

/** A school as a person or a `school.json` gives it. */
export interface SchoolDetails {
  name: string
  urn: string
  laestab: string
  phase: string | null
  authority: { name: string; code: string | null }
  demonstration?: boolean
}

/**
 * Sets an empty installation up: the authorities of England, and the school. Answers the school; where another
 * process was quicker, that one's.
 */
export async function setUpSchool(trx: Transaction<Database>, details: SchoolDetails): Promise<School> {
  const england = Object.entries(authoritiesOfEngland).map(([code, name]) => ({ code, name }))
  const known = authorityFinder(england)(details.authority.name)
  const own = {
    code: known?.code ?? details.authority.code ?? 'own',
    name: known?.name ?? details.authority.name,
  }
  const all = england.some(({ code }) => code === own.code) ? england : [...england, own]
  await addAuthorities(
    trx,
    all.map((authority) => ({
      ...authority,
      virtualSchoolPhone: null,
      virtualSchoolEmail: null,
      version: 1,
    })),
  )
  const school: School = {
    id: crypto.randomUUID(),
    urn: details.urn,
    laestab: details.laestab,
    name: details.name,
    phase: phases.find((phase) => phase === details.phase) ?? 'other',
    authorityCode: own.code,
    demonstration: details.demonstration ? 1 : 0,
    ruleOptions: '{}',
    revision: 0,
    evaluatedOn: null,
  }
  await attempt(trx, () => insertSchool(trx, school).execute())
  return (await everySchool(trx).executeTakeFirst())!
}

/** Sets the school up that a run's `school.json` names; undefined without one. */
export async function setUpFromFile(
  trx: Transaction<Database>,
  { school }: ReadResult,
): Promise<School | undefined> {
  if (!school) return undefined
  return setUpSchool(trx, {
    name: school.name,
    urn: school.urn,
    laestab: school.laestab ?? '',
    phase: school.phase,
    authority: school.localAuthority ?? { name: 'Not given', code: null },
  })
}
