import type { Cohorts } from '../facts/child-facts.ts'

/** Looked after, or on a child in need or child protection plan. */
export function hasSocialWorker({ cla, cin, cp }: Cohorts): boolean {
  return cla || cin || cp
}

/** What the form of a contact about absence opens with: whom to speak to first. */
export function absenceContact(now: Cohorts): Readonly<Record<string, string>> {
  return { withRole: hasSocialWorker(now) ? 'social-worker' : 'parent', purpose: 'absence' }
}
