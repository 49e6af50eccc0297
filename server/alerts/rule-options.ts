import type { SchoolTable } from '../../db/tables/school.ts'

type RuleOptionValues = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The school's local choices by rule id and option name. */
export const ruleOptionsOf = ({ ruleOptions }: Pick<SchoolTable, 'ruleOptions'>): RuleOptionValues =>
  JSON.parse(ruleOptions) as RuleOptionValues
