import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { addAuthorities } from '../../db/queries/authority.ts'
import { insertSchool } from '../../db/queries/school.ts'
import type { NewRecord } from '../../db/queries/record-shape.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'

export const at = '2026-03-13T08:40:00.000Z'
export const change = { at, changedBy: 'Sam Teacher' }

const newId = (): string => crypto.randomUUID()

let made = 0

/** A fictional school with its authority, and the scope of those who work there. */
export async function aSchool(
  db: Kysely<Database>,
  values: Partial<Database['school']> = {},
): Promise<{ schoolId: string; scope: Scope }> {
  const authority = {
    code: 'X01',
    name: 'Nowhereshire',
    virtualSchoolPhone: '01632 960001',
    virtualSchoolEmail: null,
  }
  await addAuthorities(db, [{ ...authority, version: 1 }])
  const school: Database['school'] = {
    id: newId(),
    urn: String(900000 + made++),
    laestab: '000/0000',
    name: 'Invented School',
    phase: 'primary',
    authorityCode: 'X01',
    demonstration: 0,
    ruleOptions: '{}',
    revision: 0,
    evaluatedOn: null,
    ...values,
  }
  await insertSchool(db, school).execute()
  return { schoolId: school.id, scope: scopeOfSchool(school.id) }
}

export const aChild = (schoolId: string, values: Partial<NewRecord<'child'>> = {}): NewRecord<'child'> => ({
  id: newId(),
  schoolId,
  upn: `CHILD-${made++}`,
  surname: 'Example',
  forename: 'Alex',
  preferredName: null,
  sayName: null,
  dateOfBirth: '2015-05-01',
  yearGroup: '5',
  admittedOn: '2020-09-01',
  leftOn: null,
  ...values,
})

export const aSuspension = (
  child: { id: string; schoolId: string },
  values: Partial<NewRecord<'suspension'>> = {},
): NewRecord<'suspension'> => ({
  id: newId(),
  schoolId: child.schoolId,
  childId: child.id,
  kind: 'suspension',
  startedOn: '2026-01-12',
  startSession: 'AM',
  halfDays: 2,
  reasons: 'PP',
  decidedAt: '2026-01-12T09:10',
  atOtherSchool: 0,
  considerationId: null,
  missesExam: null,
  examOn: null,
  representations: null,
  representationsOn: null,
  cancelledAt: null,
  cancelledReason: null,
  ...values,
})

export const aContact = (
  child: { id: string; schoolId: string },
  values: Partial<NewRecord<'contact'>> = {},
): NewRecord<'contact'> => ({
  id: newId(),
  schoolId: child.schoolId,
  childId: child.id,
  suspensionId: null,
  considerationId: null,
  withRole: 'carer',
  purpose: 'other',
  contactedAt: '2026-01-12T08:50',
  how: null,
  madeBy: null,
  outcome: null,
  note: null,
  ...values,
})

/** Of a child of whom nothing is decided yet. */
export const aConsideration = (
  child: { id: string; schoolId: string },
  values: Partial<NewRecord<'consideration'>> = {},
): NewRecord<'consideration'> => ({
  id: newId(),
  schoolId: child.schoolId,
  childId: child.id,
  openedAt: at,
  openedBy: 'Sam Teacher',
  happenedAt: null,
  whatHappened: null,
  whatBefore: null,
  reasons: '',
  kind: null,
  startedOn: null,
  startSession: null,
  halfDays: null,
  missesExam: null,
  examOn: null,
  ringBack: null,
  state: 'open',
  decidedAt: null,
  decidedBy: null,
  instead: null,
  withoutContact: null,
  readAt: null,
  readBy: null,
  ...values,
})
