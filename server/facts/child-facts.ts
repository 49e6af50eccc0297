import type { IsoDate, LocalMinute } from '../calendar/iso-date.ts'
import type { AttendanceFacts } from './attendance-shapes.ts'
import type { CareFacts } from './care-shapes.ts'
import type { PepFacts } from './pep-shapes.ts'
import type {
  InterventionFact,
  ManagedMoveFact,
  OffSiteDirectionFact,
  PartTimeTimetableFact,
  RestrictiveInterventionFact,
  SafeguardingSeparationFact,
  SpecialNeedFact,
  UnlawfulExclusionFact,
} from './recorded-here-shapes.ts'
import type { SuspensionFacts } from './suspension-shapes.ts'

/* The one place that they are taken from. */
export type * from './attendance-shapes.ts'
export type * from './care-shapes.ts'
export type * from './pep-shapes.ts'
export type * from './recorded-here-shapes.ts'
export type * from './suspension-shapes.ts'

/**
 * What a rule may know about one child as at a day. Nothing after this sees a row of the database.
 * `null` = nobody told us; `[]` = we were told that there is none. No fact holds a name.
 * Half days are whole numbers: 3 is one and a half school days.
 */
export interface ChildFacts {
  identity: IdentityFacts
  /** Null where nobody has said in which authority the child lives. */
  home: HomeFacts | null
  /** Null when nobody ever told us anything about this child's care status. */
  care: CareFacts | null
  /** Null when no PEP was ever recorded or imported at this school. */
  pep: PepFacts | null
  /** Null when there is no register for the academic year. */
  attendance: AttendanceFacts | null
  /** Null when no suspension was ever recorded or imported at this school. */
  suspension: SuspensionFacts | null
  contact: readonly ContactFact[]
  person: readonly PersonFact[]
  /** What was begun by the day, oldest first, of each kind that is recorded here alone and is in no file. */
  intervention: readonly InterventionFact[]
  offSiteDirection: readonly OffSiteDirectionFact[]
  managedMove: readonly ManagedMoveFact[]
  partTimeTimetable: readonly PartTimeTimetableFact[]
  safeguardingSeparation: readonly SafeguardingSeparationFact[]
  unlawfulExclusion: readonly UnlawfulExclusionFact[]
  restrictiveIntervention: readonly RestrictiveInterventionFact[]
  specialNeed: readonly SpecialNeedFact[]
}

export type FactName = keyof ChildFacts

/** The authority in which the child lives. */
export interface HomeFacts {
  authority: { code: string; name: string }
  isSchoolsOwn: boolean
}

export interface IdentityFacts {
  childId: string
  dateOfBirth: IsoDate
  yearGroup: string
  age: number
  admittedOn: IsoDate
  leftOn: IsoDate | null
  onRoll: boolean
}

export interface ContactFact {
  id: string
  withRole: string
  purpose: string
  contactedAt: LocalMinute
  outcome: 'reached' | 'message-left' | 'no-answer' | null
  suspensionId: string | null
  considerationId: string | null
  /** The Virtual School's own answer to what was considered: nobody of the school made it. */
  isAnswer: boolean
  recordedOn: IsoDate | null
}

export interface PersonFact {
  id: string
  role: string
  hasPhone: boolean
  doNotContact: boolean
}
