import { type Cohorts, hasSocialWorker } from '../law/cohorts.ts'

/** What the form of a contact about absence opens with: whom to speak to first. */
export function absenceContact(now: Cohorts): Readonly<Record<string, string>> {
  return { withRole: hasSocialWorker(now) ? 'social-worker' : 'parent', purpose: 'absence' }
}
