import type { ChildTable } from '../../../db/tables/child.ts'
import type { SchoolTable } from '../../../db/tables/school.ts'
import type { AssessedChild, Picture } from '../../../server/alerts/picture.ts'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { LoadedRule } from '../../../server/engine/load-rules.ts'
import type { RuleFinding } from '../../../server/engine/run-rules.ts'
import type { ChildFacts } from '../../../server/facts/child-facts.ts'
import { aCalendar } from './a-calendar.ts'
import { aChild, anIdentity } from './a-child.ts'

const aSchoolRow: SchoolTable = {
  id: 'school-1',
  urn: '999001',
  laestab: '9994001',
  name: 'Invented School',
  phase: 'secondary',
  authorityCode: '302',
  demonstration: 0,
  ruleOptions: '{}',
  revision: 1,
  evaluatedOn: null,
}

const aRow = (id: string, name: string): ChildTable => {
  const [forename = '', surname = 'Example'] = name.split(' ')
  return {
    id,
    schoolId: 'school-1',
    upn: id,
    surname,
    forename,
    preferredName: null,
    sayName: null,
    dateOfBirth: '2012-03-01',
    yearGroup: '9',
    admittedOn: '2023-09-04',
    leftOn: null,
    homeAuthorityCode: null,
    version: 1,
    typed: '',
    removedAt: null,
    removedReason: null,
  }
}

/** A child as a picture holds one: `Chidi Taylor` has the id `chidi`. */
export function anAssessedChild(
  name: string,
  findings: readonly RuleFinding[] = [],
  facts: Partial<ChildFacts> = {},
): AssessedChild {
  const id = name.split(' ')[0]!.toLowerCase()
  return { row: aRow(id, name), facts: aChild({ identity: anIdentity({ childId: id }), ...facts }), findings }
}

/** A school as at a day; Friday 13 March 2026 unless said otherwise. */
export function aPicture(children: readonly AssessedChild[], on = '2026-03-13'): Picture {
  const day = isoDate(on)
  return { school: aSchoolRow, calendar: aCalendar(), on: day, year: academicYearOf(day), children }
}

/** A rule's words; what it checks is no matter here. */
export const aRule = (id: string, given: Partial<LoadedRule> = {}): LoadedRule => ({
  id,
  area: 'pep',
  title: `${id} kept`,
  breachTitle: `${id} broken`,
  why: 'Because.',
  action: { text: 'Do it.', label: 'Record it', form: 'pep-meeting' },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'should', source: 'promoting-education', from: '2018-02-26' },
  groups: 'everyone',
  needs: [],
  options: {},
  check: () => [],
  ...given,
})

/** One finding of a rule. */
export const aFinding = (
  ruleId: string,
  status: RuleFinding['status'],
  given: Partial<Record<'about' | 'message' | 'dueOn' | 'since' | 'headline', string>> = {},
): RuleFinding => {
  const { dueOn, since, about = '', message = 'It is so.', ...rest } = given
  return {
    ruleId,
    status,
    about,
    message,
    ...rest,
    ...(dueOn === undefined ? {} : { dueOn: isoDate(dueOn) }),
    ...(since === undefined ? {} : { since: isoDate(since) }),
  }
}
