import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import type { ChildFacts, ContactFact, IdentityFacts } from '../../../server/facts/child-facts.ts'
import { aCare } from './a-care.ts'
import { anAttendance } from './an-attendance.ts'
import { aPepHistory } from './a-pep.ts'
import { aSuspensionHistory } from './a-suspension.ts'

export function anIdentity(given: Partial<IdentityFacts> = {}): IdentityFacts {
  return {
    childId: 'child-1',
    dateOfBirth: isoDate('2012-03-01'),
    yearGroup: '9',
    age: 14,
    admittedOn: isoDate('2023-09-04'),
    leftOn: null,
    onRoll: true,
    ...given,
  }
}

/** A child who left the school on a day. */
export function aLeaver(leftOn: string): IdentityFacts {
  return anIdentity({ leftOn: isoDate(leftOn), onRoll: false })
}

/** One act of telling or asking: the social worker reached about absence, unless said otherwise. */
export function aContact(at: string, given: Partial<ContactFact> = {}): ContactFact {
  return {
    id: `contact-${at}`,
    withRole: 'social-worker',
    purpose: 'absence',
    contactedAt: localMinute(at),
    outcome: 'reached',
    suspensionId: null,
    considerationId: null,
    isAnswer: false,
    recordedOn: null,
    ...given,
  }
}

/** Everything known of one looked-after child about whom nothing is wrong; give what differs. */
export function aChild(given: Partial<ChildFacts> = {}): ChildFacts {
  return {
    identity: anIdentity(),
    home: null,
    care: aCare(),
    pep: aPepHistory(),
    attendance: anAttendance(),
    suspension: aSuspensionHistory(),
    contact: [],
    person: [],
    intervention: [],
    offSiteDirection: [],
    managedMove: [],
    partTimeTimetable: [],
    safeguardingSeparation: [],
    unlawfulExclusion: [],
    restrictiveIntervention: [],
    specialNeed: [],
    ...given,
  }
}
