import type { PersonTable } from '../../db/tables/person.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { AuthorityFact } from '../facts/child-facts.ts'

/** An adult or an office to ring, with what is known of it. */
export interface Reachable {
  /** The record to correct; null for an authority's own number and for somebody missing. */
  readonly personId: string | null
  readonly authorityCode: string | null
  readonly name: string | null
  readonly organisation: string | null
  readonly phone: string | null
  readonly email: string | null
  /** Said in place of a number that nobody knows, with what to do. */
  readonly missing: string | null
}

/** The columns of a person that are needed to ring them. */
export type Adult = Pick<
  PersonTable,
  | 'id'
  | 'role'
  | 'name'
  | 'organisation'
  | 'phone'
  | 'email'
  | 'doNotContact'
  | 'doNotContactReason'
  | 'startedOn'
  | 'endedOn'
>

/** Whether the person is there on a day: first and last day included. */
export const serving = (on: IsoDate) => (person: Pick<Adult, 'startedOn' | 'endedOn'>) =>
  (person.startedOn === null || person.startedOn <= on) && (person.endedOn === null || on <= person.endedOn)

/** Somebody who is not recorded; `missing` says so, and what to do. */
export const nobody = (missing: string | null): Reachable => ({
  personId: null,
  authorityCode: null,
  name: null,
  organisation: null,
  phone: null,
  email: null,
  missing,
})

/** Somebody recorded; without a number, `missing` says so. */
export const reachable = ({ id, name, organisation, phone, email }: Adult): Reachable => ({
  personId: id,
  authorityCode: null,
  name,
  organisation,
  phone,
  email,
  missing: phone === null ? `No number for ${name}: add one` : null,
})

/**
 * The Virtual School of an authority: its advisers for the child, or its own number where none of them has
 * one. `advisers` are those who may be contacted today.
 */
export function virtualSchoolOf(
  authority: AuthorityFact | null,
  advisers: readonly Adult[],
): readonly Reachable[] {
  if (advisers.some(({ phone }) => phone !== null) || (advisers.length > 0 && !authority?.virtualSchoolPhone))
    return advisers.map(reachable)
  if (authority === null)
    return [
      nobody('No authority is recorded for this child’s care, so its Virtual School is not known: add it'),
    ]
  const { code, name, virtualSchoolPhone } = authority
  return [
    {
      personId: null,
      authorityCode: code,
      name: `${name} Virtual School`,
      organisation: name,
      phone: virtualSchoolPhone,
      email: null,
      missing: virtualSchoolPhone === null ? `No number for ${name} Virtual School: add one` : null,
    },
  ]
}
