import type { Kysely } from 'kysely'
import { inBlocks } from '../../db/blocks.ts'
import { childrenByIds, childrenOfSchool } from '../../db/queries/child.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { SchoolTable } from '../../db/tables/school.ts'
import { academicYearOf } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { LoadedRule } from '../engine/load-rules.ts'
import { prepareRules } from '../engine/run-rules.ts'
import { loadChildFacts } from '../facts/load-child-facts.ts'
import { loadSchoolCalendar } from './load-school-calendar.ts'
import type { Picture } from './picture.ts'
import { ruleOptionsOf } from './rule-options.ts'

export interface AssessDeps {
  readonly db: Kysely<Database>
  readonly rules: readonly LoadedRule[]
  /** Told of a rule that threw, with the rule's id and the child's. */
  readonly onRuleError?: (ruleId: string, childId: string, error: unknown) => void
}

async function loadChildren(
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  childIds: readonly string[] | undefined,
) {
  if (childIds === undefined) return childrenOfSchool(db, scope, schoolId).execute()
  const blocks = await Promise.all(
    [...inBlocks(childIds)].map((ids) => childrenByIds(db, scope, ids).execute()),
  )
  return blocks.flat()
}

/**
 * The school as at a day: every child, or those named, with facts and findings. Reads some ten queries however
 * many children there are; writes nothing. `calendar` saves laying it out again.
 */
export async function assess(
  { db, rules, onRuleError }: AssessDeps,
  scope: Scope,
  school: SchoolTable,
  on: IsoDate,
  some: { childIds?: readonly string[]; calendar?: SchoolCalendar } = {},
): Promise<Picture> {
  const calendar = some.calendar ?? (await loadSchoolCalendar(db, scope, school.id))
  const { childIds } = some
  const rows = await loadChildren(db, scope, school.id, childIds)
  const facts = await loadChildFacts(db, scope, {
    schoolId: school.id,
    on,
    calendar,
    ownAuthority: school.authorityCode,
    ...(childIds === undefined ? {} : { childIds }),
  })
  const year = academicYearOf(on)
  const findingsOf = prepareRules(rules, {
    on,
    year,
    calendar,
    options: ruleOptionsOf(school),
    ...(onRuleError === undefined ? {} : { onError: onRuleError }),
  })
  const factsById = new Map(facts.map((known) => [known.identity.childId, known]))
  const children = rows.flatMap((row) => {
    const known = factsById.get(row.id)
    return known ? [{ row, facts: known, findings: findingsOf(known) }] : []
  })
  return { school, calendar, on, year, children }
}
