import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { createMany } from '../../db/queries/record-many.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { addAuthorities } from '../../db/queries/authority.ts'
import { insertSchool } from '../../db/queries/school.ts'
import type { NewRecord, RecordTable } from '../../db/queries/record-shape.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'

export const at = '2026-03-13T08:40:00.000Z'
export const change = { at, changedBy: 'Sam Teacher' }

const newId = (): string => crypto.randomUUID()

/** Keeps records as an import does, with their history. */
export const keep = <T extends RecordTable>(
  db: Kysely<Database>,
  table: T,
  ...records: readonly NewRecord<T>[]
): Promise<void> => inTransaction(db, (trx) => createMany(trx, table, records, change))

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
  homeAuthorityCode: null,
  ...values,
})

/** Looked after by the school's own authority since before it came. */
export const aCareEpisode = (
  child: { id: string; schoolId: string },
  values: Partial<NewRecord<'careEpisode'>> = {},
): NewRecord<'careEpisode'> => ({
  id: newId(),
  schoolId: child.schoolId,
  childId: child.id,
  status: 'cla',
  startedOn: '2019-05-02',
  endedOn: null,
  authorityCode: 'X01',
  detail: null,
  detailShared: 0,
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
  agreedBy: null,
  refusedBy: null,
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

/** One row of everything that is kept of a child around a suspension, by table; `words` stands in every text. */
export function aroundSuspension(
  child: { id: string; schoolId: string },
  { suspensionId, words = 'As agreed' }: { suspensionId: string; words?: string },
) {
  const of = () => ({ id: newId(), schoolId: child.schoolId, childId: child.id })
  const told = { socialWorkerToldAt: null, virtualSchoolToldAt: '2026-01-12T10:00' }
  const consideration = aConsideration(child, { whatHappened: words })
  return {
    consideration,
    advice: {
      ...of(),
      considerationId: consideration.id,
      givenAt: '2026-01-12T08:55',
      givenBy: 'Kit Adviser',
      words,
    },
    provision: {
      ...of(),
      suspensionId,
      what: 'education',
      fromOn: '2026-01-12',
      fullTime: 1,
      provider: words,
      address: null,
      sessionTimes: null,
      reportTo: null,
      markedOn: null,
      noticeAt: null,
      soonerAgreed: null,
      reason: null,
    },
    boardMeeting: {
      ...of(),
      suspensionId,
      meetsOn: '2026-01-28',
      held: 0,
      remote: null,
      invited: 'parent;social-worker',
      outcome: null,
      reinstatedOn: null,
      decisionToldOn: null,
    },
    reviewPanel: {
      ...of(),
      suspensionId,
      boardDecisionToldOn: '2026-01-29',
      appliedOn: null,
      willNotApply: null,
      specialNeedsExpert: null,
      meetsOn: null,
      outcome: null,
      panelDecisionToldOn: null,
      boardReconsideredOn: null,
    },
    reintegration: {
      ...of(),
      suspensionId,
      offeredOn: '2026-01-12',
      meetsOn: null,
      held: null,
      attended: '',
      agreed: words,
    },
    intervention: {
      ...of(),
      startedOn: '2026-01-13',
      what: 'key-adult',
      note: words,
      reviewOn: null,
      endedOn: null,
      outcome: null,
      suspensionId,
    },
    offSiteDirection: {
      ...of(),
      startsOn: '2026-01-19',
      endsOn: null,
      place: words,
      address: null,
      reportTo: null,
      schoolDays: 10,
      sessionTimes: null,
      objectives: words,
      noticeAt: null,
      hasPlan: null,
      authorityNoticeAt: null,
      nextReviewOn: null,
      lastReviewOn: null,
      reviewAskedOn: null,
      ...told,
    },
    managedMove: {
      ...of(),
      agreedOn: '2026-01-19',
      toSchool: words,
      startsOn: null,
      parentAgrees: 1,
      childViews: null,
      ...told,
    },
    partTimeTimetable: {
      ...of(),
      startsOn: '2026-01-19',
      endsOn: '2026-01-30',
      reviewOn: null,
      weeklyHours: 15,
      reason: 'health',
      why: words,
      parentAgrees: 1,
      ...told,
    },
    safeguardingSeparation: {
      ...of(),
      startedOn: '2026-01-19',
      endedOn: null,
      education: words,
      authorityAskedAt: null,
      ...told,
    },
    unlawfulExclusion: {
      ...of(),
      happenedOn: '2026-01-09',
      session: null,
      halfDays: null,
      whatHappened: words,
      putRightOn: null,
      putRight: null,
      parentToldAt: null,
      socialWorkerToldAt: null,
      virtualSchoolToldAt: null,
    },
    restrictiveIntervention: {
      ...of(),
      happenedAt: '2026-01-09T11:10',
      what: 'force',
      account: words,
      writtenAt: null,
      parentToldAt: null,
      withheldReason: null,
      socialWorkerToldAt: null,
    },
    specialNeed: { ...of(), startedOn: '2025-09-03', provision: 'ehc-plan', need: words, endedOn: null },
  } as const satisfies { [T in RecordTable]?: NewRecord<T> }
}
